package dev.adder.stdlib.collections;

import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.language.text.StrBuilder;
import dev.adder.runtime.ArgumentParser;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.objects.ReprGuard;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyObjects;

/**
 * {@code collections.OrderedDict}. A dict keeps its order anyway; what is more here is moving to the ends, comparison
 * that heeds the order, and that a subclass's {@code __setitem__} and its like are honoured.
 */
@PyTypeSpec(name = "OrderedDict", module = "collections")
public final class PyOrderedDict extends PyDict {
    public static final PyType TYPE =
            PyType.builtin("OrderedDict", "collections", PyDict.TYPE, new PyOrderedDictTable()).withDict().withWeakref();

    PyOrderedDict(final PyType type) {
        super(type);
    }

    @PyNew(value = "($type, *args, **kwargs)", raw = true)
    static Object make(final ThreadState ts, final PyType cls, final Object[] args, final String[] kwNames) {
        return new PyOrderedDict(cls);
    }

    private boolean exact() {
        return type() == TYPE;
    }

    @PyMethod(value = "__init__($self, /, *args, **kwargs)", raw = true)
    void initOrdered(final ThreadState ts, final Object[] args, final String[] kwNames) {
        updateOrdered(ts, args, kwNames);
    }

    @PyMethod(value = "update", raw = true)
    void updateOrdered(final ThreadState ts, final Object[] args, final String[] kwNames) {
        final int given = ArgumentParser.positional(args, kwNames);
        if (given > 1) {
            throw Errors.typeError("expected at most 1 argument, got " + given);
        }
        if (given == 1) {
            addAll(ts, args[0]);
        }
        for (int i = given; i < args.length; i++) {
            store(ts, Str.fromNameKey(kwNames[i - given]), args[i]);
        }
    }

    /** {@code self[key] = value}, through a subclass's method. */
    private void store(final ThreadState ts, final Object key, final Object value) {
        if (exact()) {
            put(ts, key, value);
        } else {
            PyObjects.setItem(ts, this, key, value);
        }
    }

    /** {@code mutablemapping_update_arg}. */
    private void addAll(final ThreadState ts, final Object other) {
        if (exact()) {
            update(ts, other);
            return;
        }
        if (other instanceof PyDict d && d.isPlain()) {
            d.forEach((k, v) -> PyObjects.setItem(ts, this, k, v));
            return;
        }
        if (PyObjects.lookupAttr(ts, other, "keys") != null) {
            PyIter.forEach(ts, Calls.method0(ts, other, "keys"),
                    k -> PyObjects.setItem(ts, this, k, PyObjects.getItem(ts, other, k)));
            return;
        }
        PyIter.forEach(ts, other, pair -> {
            final Object[] items = PyIter.toArray(ts, pair);
            if (items.length < 2) {
                throw Errors.valueError("need more than " + items.length + " value" + (items.length == 1 ? "" : "s")
                        + " to unpack");
            }
            if (items.length > 2) {
                throw Errors.valueError("too many values to unpack (expected 2)");
            }
            PyObjects.setItem(ts, this, items[0], items[1]);
        });
    }

    @PyClassMethod("fromkeys($type, /, iterable, value=None)")
    static Object fromKeysOrdered(final ThreadState ts, final PyType cls, final Object iterable, final Object value) {
        final Object made = Calls.call0(ts, cls);
        PyIter.forEach(ts, iterable, key -> PyObjects.setItem(ts, made, key, value));
        return made;
    }

    @PyMethod("setdefault($self, /, key, default=None)")
    Object setDefaultOrdered(final ThreadState ts, final Object key, final Object defaultValue) {
        if (exact()) {
            return setDefault(ts, key, defaultValue);
        }
        if (PyObjects.contains(ts, this, key)) {
            return PyObjects.getItem(ts, this, key);
        }
        PyObjects.setItem(ts, this, key, defaultValue);
        return defaultValue;
    }

    @PyMethod("pop($self, /, key, default=<unrepresentable>)")
    Object popOrdered(final ThreadState ts, final Object key, final Object defaultValue) {
        final Object value = remove(ts, key);
        if (value != null) {
            return value;
        }
        if (defaultValue == null) {
            throw Errors.keyError(key);
        }
        return defaultValue;
    }

    @PyMethod("popitem($self, /, last=True)")
    Object popItemOrdered(final ThreadState ts, final boolean last) {
        final Object item = takeEnd(ts, last);
        if (item == null) {
            throw Errors.keyError("dictionary is empty");
        }
        return item;
    }

    @PyMethod("move_to_end($self, /, key, last=True)")
    void moveToEndOrdered(final ThreadState ts, final Object key, final boolean last) {
        if (!moveToEnd(ts, key, last)) {
            throw Errors.keyError(key);
        }
    }

    @PyMethod("copy($self, /)")
    Object copyOrdered(final ThreadState ts) {
        if (exact()) {
            final PyOrderedDict copy = new PyOrderedDict(TYPE);
            copy.update(ts, this);
            return copy;
        }
        final Object copy = Calls.call0(ts, type());
        PyIter.forEach(ts, this, key -> PyObjects.setItem(ts, copy, key, PyObjects.getItem(ts, this, key)));
        return copy;
    }

    @PyMethod("__reduce__($self, /)")
    Object reduce(final ThreadState ts) {
        final Object state = Calls.method0(ts, this, "__getstate__");
        final Object items = PyIter.get(ts, Calls.method0(ts, this, "items"));
        return PyTuple.of(type(), PyTuple.EMPTY, state, PyNone.NONE, items);
    }

    @PyMethod("__repr__($self, /)")
    Object reprOrdered(final ThreadState ts) {
        final String name = type().name();
        if (size() == 0) {
            return name + "()";
        }
        if (!ReprGuard.enter(ts, this)) {
            return "...";
        }
        try {
            final Object shown;
            if (exact()) {
                ReprGuard.leave(ts, this);
                try {
                    shown = reprEntries(ts);
                } finally {
                    ReprGuard.enter(ts, this);
                }
            } else {
                final PyDict plain = new PyDict();
                PyIter.forEach(ts, Calls.method0(ts, this, "items"), pair -> {
                    final Object[] items = PyIter.toArray(ts, pair);
                    plain.put(ts, items[0], items[1]);
                });
                shown = PyObjects.repr(ts, plain);
            }
            return new StrBuilder().append(name).append("(").append(shown).append(")").build();
        } finally {
            ReprGuard.leave(ts, this);
        }
    }

    int orderChanges() {
        return changes();
    }

    /** The value of an entry, through a subclass's {@code __getitem__}. */
    Object value(final ThreadState ts, final Object key, final int entry) {
        return exact() ? valueAt(entry) : PyObjects.getItem(ts, this, key);
    }

    @PyMethod("__iter__($self, /)")
    Object iterOrdered() {
        return new OrderedViews.Iterator(this, OrderedViews.Kind.KEYS, false);
    }

    @PyMethod("__reversed__($self, /)")
    Object reversedOrdered() {
        return new OrderedViews.Iterator(this, OrderedViews.Kind.KEYS, true);
    }

    @PyMethod("keys($self, /)")
    Object keysOrdered() {
        return new OrderedViews.Keys(this);
    }

    @PyMethod("values($self, /)")
    Object valuesOrdered() {
        return new OrderedViews.Values(this);
    }

    @PyMethod("items($self, /)")
    Object itemsOrdered() {
        return new OrderedViews.Items(this);
    }

    private boolean equalTo(final ThreadState ts, final PyDict other) {
        if (!sameEntries(ts, other)) {
            return false;
        }
        if (!(other instanceof PyOrderedDict)) {
            return true;
        }
        final PyOrderedDict o = (PyOrderedDict) other;
        final int changesHere = changes();
        final int changesThere = o.changes();
        int mine = next(0);
        int theirs = o.next(0);
        while (mine >= 0 && theirs >= 0) {
            final boolean same = PyObjects.same(ts, keyAt(mine), o.keyAt(theirs));
            if (changes() != changesHere || o.changes() != changesThere) {
                throw Errors.runtimeError("OrderedDict mutated during iteration");
            }
            if (!same) {
                return false;
            }
            mine = next(mine + 1);
            theirs = o.next(theirs + 1);
        }
        return mine < 0 && theirs < 0;
    }

    @PyMethod("__sizeof__($self, /)")
    long sizeOfOrdered() {
        return sizeOf() + 64 + 8L * size();
    }

    @PyMethod("__eq__($self, value, /)")
    Object eqOrdered(final ThreadState ts, final Object other) {
        return other instanceof PyDict d ? (Object) equalTo(ts, d) : PyNotImplemented.NOT_IMPLEMENTED;
    }

    @PyMethod("__ne__($self, value, /)")
    Object neOrdered(final ThreadState ts, final Object other) {
        return other instanceof PyDict d ? (Object) !equalTo(ts, d) : PyNotImplemented.NOT_IMPLEMENTED;
    }

    private static Object union(final ThreadState ts, final PyType type, final Object left, final Object right) {
        if (!(left instanceof PyDict) || !(right instanceof PyDict)) {
            return PyNotImplemented.NOT_IMPLEMENTED;
        }
        final Object result = Calls.call1(ts, type, left);
        ((PyOrderedDict) result).addAll(ts, right);
        return result;
    }

    @PyMethod("__or__($self, value, /)")
    Object orOrdered(final ThreadState ts, final Object other) {
        return union(ts, type(), this, other);
    }

    @PyMethod("__ror__($self, value, /)")
    Object rorOrdered(final ThreadState ts, final Object other) {
        return union(ts, type(), other, this);
    }

    @PyMethod("__ior__($self, value, /)")
    Object iorOrdered(final ThreadState ts, final Object other) {
        addAll(ts, other);
        return this;
    }

}
