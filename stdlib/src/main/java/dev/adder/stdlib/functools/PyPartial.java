package dev.adder.stdlib.functools;

import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.language.text.StrBuilder;
import dev.adder.runtime.ArgumentParser;
import dev.adder.runtime.Attributes;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;
import dev.adder.runtime.Shape;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.PyBoundMethod;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyGenericAlias;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.objects.ReprGuard;
import dev.adder.runtime.ops.PyObjects;
import java.util.Arrays;

/** {@code functools.partial}. */
@PyTypeSpec(name = "partial", module = "functools")
public final class PyPartial extends PySlotted {
    public static final PyType TYPE =
            PyType.builtin("partial", "functools", null, new PyPartialTable()).withDict().withWeakref();

    private Object function;
    private Object[] args;
    private PyTuple argsTuple;
    private PyDict keywords;
    /** How many of the arguments are placeholders. */
    private int placeholders;

    PyPartial(final PyType type, final Object function, final Object[] args, final PyDict keywords) {
        super(type);
        this.function = function;
        this.args = args;
        this.argsTuple = PyTuple.of(args);
        this.keywords = keywords;
        this.placeholders = countPlaceholders(args);
    }

    private static int countPlaceholders(final Object[] args) {
        int n = 0;
        for (final Object arg : args) {
            n += arg == Placeholder.INSTANCE ? 1 : 0;
        }
        return n;
    }

    @PyNew(value = "(func, /, *args, **keywords)", raw = true)
    static Object make(final ThreadState ts, final PyType cls, final Object[] given, final String[] kwNames) {
        final int positional = ArgumentParser.positional(given, kwNames);
        if (positional < 1) {
            throw Errors.typeError("type 'partial' takes at least one argument");
        }
        Object function = given[0];
        if (!PyObjects.isCallable(function)) {
            throw Errors.typeError("the first argument must be callable");
        }
        Object[] args = ArgumentParser.rest(given, positional, 1);
        checkTrailing(args);
        final PyDict keywords = new PyDict();
        if (function instanceof PyPartial inner && !hasAttributes(inner)
                && inner.type().lookup("__call__") == TYPE.lookup("__call__")) {
            function = inner.function;
            args = merge(inner.args, args);
            keywords.update(ts, inner.keywords);
        }
        for (int i = positional; i < given.length; i++) {
            if (given[i] == Placeholder.INSTANCE) {
                throw Errors.typeError("Placeholder cannot be passed as a keyword argument");
            }
            keywords.put(ts, Str.fromNameKey(kwNames[i - positional]), given[i]);
        }
        return new PyPartial(cls, function, args, keywords);
    }

    private static boolean hasAttributes(final PyPartial p) {
        final Shape shape = p.shape;
        return shape.dictIndex >= 0 ? Attributes.dictIn(p, shape).size() > 0 : shape.count > 0;
    }

    private static void checkTrailing(final Object[] args) {
        if (args.length > 0 && args[args.length - 1] == Placeholder.INSTANCE) {
            throw Errors.typeError("trailing Placeholders are not allowed");
        }
    }

    /** New arguments take the places kept first, the others follow. */
    private static Object[] merge(final Object[] old, final Object[] added) {
        final int kept = countPlaceholders(old);
        final int used = Math.min(kept, added.length);
        final Object[] all = Arrays.copyOf(old, old.length + added.length - used);
        int next = 0;
        for (int i = 0; i < old.length && next < used; i++) {
            if (all[i] == Placeholder.INSTANCE) {
                all[i] = added[next++];
            }
        }
        System.arraycopy(added, used, all, old.length, added.length - used);
        return all;
    }

    @Override
    @PyMethod(value = "__call__($self, /, *args, **kwargs)", raw = true)
    public Object call(final ThreadState ts, final Object[] given, final String[] kwNames) {
        final int positional = ArgumentParser.positional(given, kwNames);
        if (positional < placeholders) {
            throw Errors.typeError("missing positional arguments in 'partial' call; expected at least " + placeholders
                    + ", got " + positional);
        }
        final Object[] merged = merge(args, ArgumentParser.rest(given, positional, 0));
        if (keywords.isEmpty()) {
            if (positional == given.length) {
                return Calls.call(ts, function, merged, null);
            }
            final Object[] all = Arrays.copyOf(merged, merged.length + given.length - positional);
            System.arraycopy(given, positional, all, merged.length, given.length - positional);
            return Calls.call(ts, function, all, kwNames);
        }
        final PyDict names = keywords.copy(ts);
        for (int i = positional; i < given.length; i++) {
            names.put(ts, Str.fromNameKey(kwNames[i - positional]), given[i]);
        }
        final Object[] all = Arrays.copyOf(merged, merged.length + names.size());
        final String[] allNames = new String[names.size()];
        int n = 0;
        for (int e = names.next(0); e >= 0; e = names.next(e + 1)) {
            if (!PyObjects.isText(names.keyAt(e))) {
                throw Errors.typeError("keywords must be strings");
            }
            allNames[n] = Str.nameKey(PyObjects.textOf(names.keyAt(e)));
            all[merged.length + n++] = names.valueAt(e);
        }
        return Calls.call(ts, function, all, allNames);
    }

    @PyMethod("__get__($self, instance, owner=None, /)")
    Object get(final Object instance, final Object owner) {
        return instance == PyNone.NONE ? this : new PyBoundMethod(this, instance);
    }

    @PyGetter(value = "func", member = true)
    Object function() {
        return function;
    }

    @PyGetter(value = "args", member = true)
    Object args() {
        return argsTuple;
    }

    @PyGetter(value = "keywords", member = true)
    Object keywords() {
        return keywords;
    }

    @PyMethod("__reduce__($self, /)")
    Object reduce(final ThreadState ts) {
        final Object state = hasAttributes(this) ? Attributes.dictOf(ts, this) : PyNone.NONE;
        return PyTuple.of(type(), PyTuple.of(function), PyTuple.of(function, argsTuple, keywords, state));
    }

    @PyMethod("__setstate__($self, object, /)")
    void setState(final ThreadState ts, final Object state) {
        if (!(state instanceof PyTuple t) || t.size() != 4 || !PyObjects.isCallable(t.get(0))
                || !(t.get(1) instanceof PyTuple newArgs)
                || !(t.get(2) instanceof PyDict) && t.get(2) != PyNone.NONE
                || !(t.get(3) instanceof PyDict) && t.get(3) != PyNone.NONE) {
            throw Errors.typeError("invalid partial state");
        }
        checkTrailing(newArgs.items());
        function = t.get(0);
        args = newArgs.items();
        argsTuple = newArgs.type() == PyTuple.TYPE ? newArgs : PyTuple.of(args);
        placeholders = countPlaceholders(args);
        keywords = t.get(2) instanceof PyDict d ? d.isPlain() ? d : d.copy(ts) : new PyDict();
        if (t.get(3) instanceof PyDict d) {
            Attributes.setDict(ts, this, d);
        } else if (hasAttributes(this)) {
            Attributes.setDict(ts, this, new PyDict());
        }
    }

    @PyMethod("__repr__($self, /)")
    Object repr(final ThreadState ts) {
        if (!ReprGuard.enter(ts, this)) {
            return "...";
        }
        try {
            final Object module = type().isHeapType() ? PyObjects.lookupAttr(ts, type(), "__module__") : "functools";
            final StrBuilder out = new StrBuilder();
            if (module != null && PyObjects.isText(module)) {
                out.append(PyObjects.textOf(module)).append(".");
            }
            out.append(type().qualname()).append("(").append(PyObjects.repr(ts, function));
            for (final Object arg : args) {
                out.append(", ").append(PyObjects.repr(ts, arg));
            }
            for (int e = keywords.next(0); e >= 0; e = keywords.next(e + 1)) {
                final Object value = keywords.valueAt(e);
                out.append(", ").append(PyObjects.textOf(PyObjects.str(ts, keywords.keyAt(e)))).append("=")
                        .append(PyObjects.repr(ts, value));
            }
            return out.append(")").build();
        } finally {
            ReprGuard.leave(ts, this);
        }
    }

    @PyClassMethod("__class_getitem__($type, object, /)")
    static Object classGetItem(final PyType cls, final Object item) {
        return PyGenericAlias.of(cls, item);
    }
}
