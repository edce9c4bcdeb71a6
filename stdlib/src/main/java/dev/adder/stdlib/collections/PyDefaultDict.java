package dev.adder.stdlib.collections;

import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PySetter;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.StrBuilder;
import dev.adder.runtime.ArgumentParser;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyGenericAlias;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.objects.ReprGuard;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyObjects;

/** {@code collections.defaultdict}. */
@PyTypeSpec(name = "defaultdict", module = "collections")
public final class PyDefaultDict extends PyDict {
    public static final PyType TYPE =
            PyType.builtin("defaultdict", "collections", PyDict.TYPE, new PyDefaultDictTable());

    private Object factory = PyNone.NONE;

    PyDefaultDict(final PyType type) {
        super(type);
    }

    @PyNew(value = "($type, *args, **kwargs)", raw = true)
    static Object make(final ThreadState ts, final PyType cls, final Object[] args, final String[] kwNames) {
        return new PyDefaultDict(cls);
    }

    @PyMethod(value = "__init__($self, /, *args, **kwargs)", raw = true)
    void initMethod(final ThreadState ts, final Object[] args, final String[] kwNames) {
        final int given = ArgumentParser.positional(args, kwNames);
        Object[] rest = args;
        if (given > 0) {
            if (args[0] != PyNone.NONE && !PyObjects.isCallable(args[0])) {
                throw Errors.typeError("first argument must be callable or None");
            }
            factory = args[0];
            rest = ArgumentParser.rest(args, args.length, 1);
        }
        fill(ts, "dict", rest, kwNames);
    }

    @PyMethod("__missing__($self, object, /)")
    Object missingMethod(final ThreadState ts, final Object key) {
        final Object f = factory;
        if (f == PyNone.NONE) {
            throw Errors.keyError(key);
        }
        final Object value = Calls.call0(ts, f);
        return setDefault(ts, key, value);
    }

    @PyGetter(value = "default_factory", member = true)
    Object factory() {
        return factory;
    }

    @PySetter("default_factory")
    void setFactory(final Object value) {
        factory = value;
    }

    @PyMethod("copy($self, /)")
    Object copyDefault(final ThreadState ts) {
        return Calls.call2(ts, type(), factory, this);
    }

    @PyMethod("__copy__($self, /)")
    Object copyHook(final ThreadState ts) {
        return copyDefault(ts);
    }

    @PyMethod("__reduce__($self, /)")
    Object reduce(final ThreadState ts) {
        final PyTuple args = factory == PyNone.NONE ? PyTuple.EMPTY : PyTuple.of(factory);
        final Object items = PyIter.get(ts, Calls.method0(ts, this, "items"));
        return PyTuple.of(type(), args, PyNone.NONE, PyNone.NONE, items);
    }

    @PyMethod("__repr__($self, /)")
    Object reprDefault(final ThreadState ts) {
        final Object entries = reprEntries(ts);
        final Object shown;
        if (ReprGuard.enter(ts, factory)) {
            try {
                shown = PyObjects.repr(ts, factory);
            } finally {
                ReprGuard.leave(ts, factory);
            }
        } else {
            shown = "...";
        }
        return new StrBuilder().append(type().name()).append("(").append(shown).append(", ").append(entries)
                .append(")").build();
    }

    @PyMethod("__or__($self, value, /)")
    Object orDefault(final ThreadState ts, final Object other) {
        return union(ts, this, other);
    }

    @PyMethod("__ror__($self, value, /)")
    Object rorDefault(final ThreadState ts, final Object other) {
        return union(ts, other, this);
    }

    private Object union(final ThreadState ts, final Object left, final Object right) {
        if (!(left instanceof PyDict) || !(right instanceof PyDict)) {
            return PyNotImplemented.NOT_IMPLEMENTED;
        }
        final Object result = Calls.call2(ts, type(), factory, left);
        if (result instanceof PyDict d) {
            d.update(ts, right);
        }
        return result;
    }

    @PyClassMethod("__class_getitem__($type, object, /)")
    static Object classGetItemDefault(final PyType cls, final Object item) {
        return PyGenericAlias.of(cls, item);
    }
}
