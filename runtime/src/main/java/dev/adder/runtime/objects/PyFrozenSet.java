package dev.adder.runtime.objects;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.ArgumentParser;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.text.Hashes;

/** A {@code frozenset}. */
@PyTypeSpec(name = "frozenset")
public class PyFrozenSet extends PyBaseSet {
    public static final PyType TYPE =
            PyType.builtin("frozenset", "builtins", null, new PyFrozenSetTable()).withWeakref();

    /** Constants not yet hashed, because no thread was at hand. */
    private volatile Object[] pending;
    /** The hash, or -1 if it was not asked for yet. */
    private long hash = -1;

    public PyFrozenSet() {
        super(TYPE, SetTable.empty());
    }

    protected PyFrozenSet(final PyType type) {
        super(type, SetTable.empty());
    }

    /** Of constants of the source; hashed on first use. */
    public static PyFrozenSet ofConstants(final Object[] items) {
        final PyFrozenSet result = new PyFrozenSet();
        result.pending = items;
        return result;
    }

    /** Of the elements of any iterable. */
    public static PyFrozenSet of(final ThreadState ts, final Object iterable) {
        final PyFrozenSet result = new PyFrozenSet();
        result.updateWith(ts, iterable);
        return result;
    }

    @Override
    final SetTable table(final ThreadState ts) {
        if (pending != null) {
            fill(ts);
        }
        return rawTable();
    }

    private void fill(final ThreadState ts) {
        final PyFrozenSet full = new PyFrozenSet();
        final Object[] items = pending;
        if (items != null) {
            for (final Object item : items) {
                full.addElement(ts, item);
            }
            setTable(full.rawTable());
            pending = null;
        }
    }

    @Override
    final PyBaseSet fresh() {
        return new PyFrozenSet();
    }

    @PyNew(value = "($type, *args, **kwargs)", raw = true)
    static Object make(final ThreadState ts, final PyType cls, final Object[] args, final String[] kwNames) {
        final int given = ArgumentParser.positionalOfNew("frozenset", cls, TYPE, args, kwNames);
        ArgumentParser.checkCount("frozenset", given, 0, 1);
        if (cls == TYPE && given == 1 && args[0] instanceof PyFrozenSet s && s.type() == TYPE) {
            return s;
        }
        final PyFrozenSet result = new PyFrozenSet(cls);
        if (given == 1) {
            result.updateWith(ts, args[0]);
        }
        return result;
    }

    @Override
    Object copy(final ThreadState ts) {
        return type() == TYPE ? this : duplicate(ts);
    }

    @PyMethod("__hash__($self, /)")
    public final long hash(final ThreadState ts) {
        if (hash == -1) {
            final long[] combined = {0};
            forEach(ts, (k, h) -> combined[0] ^= Hashes.frozenSetShuffle(h));
            hash = Hashes.frozenSetFinish(combined[0], size(ts));
        }
        return hash;
    }
}
