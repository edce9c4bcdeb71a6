package dev.adder.runtime.objects;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;

/** Iterator over a set or frozenset. */
@PyTypeSpec(name = "set_iterator")
public final class PySetIterator extends PyIterator {
    public static final PyType TYPE =
            PyType.builtinFinal("set_iterator", "builtins", null, new PySetIteratorTable()).withoutNew();

    /** Null when exhausted. */
    private PyBaseSet set;
    private int position;
    private int size;
    private int left;

    PySetIterator(final PyBaseSet set, final ThreadState ts) {
        super(TYPE);
        this.set = set;
        this.size = set.size(ts);
        this.left = size;
    }

    @Override
    public Object next(final ThreadState ts) {
        if (isAlone(ts)) {
            return advance(ts);
        }
        synchronized (this) {
            return advance(ts);
        }
    }

    private Object advance(final ThreadState ts) {
        final PyBaseSet s = set;
        if (s == null) {
            return null;
        }
        final SetTable t = s.table(ts);
        if (t.used != size) {
            size = -1;
            throw Errors.runtimeError("Set changed size during iteration");
        }
        while (true) {
            final int slot = t.next(position);
            if (slot < 0) {
                set = null;
                return null;
            }
            position = slot + 1;
            final Object element = t.keys[slot];
            if (element != SetTable.DUMMY) {
                left--;
                return element;
            }
        }
    }

    @PyMethod("__length_hint__($self, /)")
    long lengthHint(final ThreadState ts) {
        final PyBaseSet s = set;
        return s == null || s.size(ts) != size ? 0 : left;
    }

    @PyMethod("__reduce__($self, /)")
    Object reduce(final ThreadState ts) {
        final PyList rest = new PyList();
        final PyBaseSet s = set;
        if (s != null) {
            final SetTable t = s.table(ts);
            if (t.used != size) {
                throw Errors.runtimeError("Set changed size during iteration");
            }
            for (int slot = t.next(position); slot >= 0; slot = t.next(slot + 1)) {
                rest.append(ts, t.keys[slot]);
            }
        }
        return PyTuple.of(Builtins.get(ts, "iter"), PyTuple.of(rest));
    }
}
