package dev.adder.runtime.objects;

import dev.adder.expose.PyConstant;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.ArgumentParser;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;

/** A {@code set}. */
@PyTypeSpec(name = "set")
public class PySet extends PyBaseSet {
    public static final PyType TYPE = PyType.builtin("set", "builtins", null, new PySetTable()).withWeakref();
    @PyConstant("__hash__")
    static final Object HASH = PyNone.NONE;

    public PySet() {
        super(TYPE, SetTable.empty());
    }

    protected PySet(final PyType type) {
        super(type, SetTable.empty());
    }

    @Override
    final PyBaseSet fresh() {
        return new PySet();
    }

    @PyNew(value = "($type, *args, **kwargs)", raw = true)
    static Object make(final ThreadState ts, final PyType cls, final Object[] args, final String[] kwNames) {
        return new PySet(cls);
    }

    @PyMethod(value = "__init__($self, /, *args, **kwargs)", raw = true)
    final void init(final ThreadState ts, final Object[] args, final String[] kwNames) {
        ArgumentParser.noKeywords("set", kwNames);
        ArgumentParser.checkCount("set", args.length, 0, 1);
        if (size(ts) > 0) {
            clear();
        }
        if (args.length == 1) {
            updateWith(ts, args[0]);
        }
    }

    @PyMethod("add($self, object, /)")
    public final void add(final ThreadState ts, final Object element) {
        addElement(ts, element);
    }

    @Override
    public final int builtinSize() {
        return rawTable().used;
    }

    @PyMethod("clear($self, /)")
    public final void clear() {
        synchronized (this) {
            setTable(SetTable.empty());
        }
    }

    @PyMethod("discard($self, object, /)")
    public final void discard(final ThreadState ts, final Object element) {
        take(ts, element);
    }

    @PyMethod("remove($self, object, /)")
    final void remove(final ThreadState ts, final Object element) {
        if (!take(ts, element)) {
            throw Errors.keyError(element);
        }
    }

    private boolean take(final ThreadState ts, final Object element) {
        final long hash;
        try {
            hash = Hashing.ofElement(ts, element);
        } catch (final PyRaise e) {
            final Object frozen = frozen(ts, e, element);
            return discardHashed(ts, frozen, Hashing.ofElement(ts, frozen));
        }
        return discardHashed(ts, element, hash);
    }

    @PyMethod("pop($self, /)")
    final Object pop(final ThreadState ts) {
        synchronized (this) {
            final SetTable t = table(ts);
            if (t.used == 0) {
                throw Errors.keyError("pop from an empty set");
            }
            final int slot = t.popSlot();
            final Object element = t.keys[slot];
            t.remove(slot);
            setTable(t);
            return element;
        }
    }

    /** Adds all elements of an iterable. */
    public final void update(final ThreadState ts, final Object other) {
        updateWith(ts, other);
    }

    /** Removes all elements of an iterable. */
    public final void differenceUpdate(final ThreadState ts, final Object other) {
        differenceWith(ts, other);
    }

    final void symmetricUpdate(final ThreadState ts, final Object other) {
        symmetricWith(ts, other);
    }

    @PyMethod("update($self, /, *others)")
    final void updateMethod(final ThreadState ts, final Object[] others) {
        for (final Object other : others) {
            updateWith(ts, other);
        }
    }

    @PyMethod("difference_update($self, /, *others)")
    final void differenceUpdateMethod(final ThreadState ts, final Object[] others) {
        for (final Object other : others) {
            differenceWith(ts, other);
        }
    }

    @PyMethod("intersection_update($self, /, *others)")
    final void intersectionUpdate(final ThreadState ts, final Object[] others) {
        final PyBaseSet kept = (PyBaseSet) intersection(ts, others);
        synchronized (this) {
            setTable(kept.table(ts));
        }
    }

    @PyMethod("symmetric_difference_update($self, other, /)")
    final void symmetricDifferenceUpdate(final ThreadState ts, final Object other) {
        symmetricWith(ts, other);
    }

    @PyMethod("__ior__($self, value, /)")
    final Object ior(final ThreadState ts, final Object other) {
        if (!(other instanceof PyBaseSet)) {
            return PyNotImplemented.NOT_IMPLEMENTED;
        }
        updateWith(ts, other);
        return this;
    }

    @PyMethod("__isub__($self, value, /)")
    final Object isub(final ThreadState ts, final Object other) {
        if (!(other instanceof PyBaseSet)) {
            return PyNotImplemented.NOT_IMPLEMENTED;
        }
        differenceWith(ts, other);
        return this;
    }

    @PyMethod("__iand__($self, value, /)")
    final Object iand(final ThreadState ts, final Object other) {
        if (!(other instanceof PyBaseSet)) {
            return PyNotImplemented.NOT_IMPLEMENTED;
        }
        intersectionUpdate(ts, new Object[] {other});
        return this;
    }

    @PyMethod("__ixor__($self, value, /)")
    final Object ixor(final ThreadState ts, final Object other) {
        if (!(other instanceof PyBaseSet)) {
            return PyNotImplemented.NOT_IMPLEMENTED;
        }
        symmetricWith(ts, other);
        return this;
    }
}
