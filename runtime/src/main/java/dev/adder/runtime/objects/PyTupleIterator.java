package dev.adder.runtime.objects;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;

/** Iterator over a tuple. */
@PyTypeSpec(name = "tuple_iterator")
public final class PyTupleIterator extends PyIterator {
    public static final PyType TYPE =
            PyType.builtinFinal("tuple_iterator", "builtins", null, new PyTupleIteratorTable()).withoutNew();

    /** Null when exhausted. */
    private PyTuple tuple;
    private int index;

    PyTupleIterator(final PyTuple tuple) {
        super(TYPE);
        this.tuple = tuple;
    }

    @Override
    public Object next(final ThreadState ts) {
        if (isAlone(ts)) {
            return advance();
        }
        synchronized (this) {
            return advance();
        }
    }

    private Object advance() {
        final PyTuple t = tuple;
        if (t == null) {
            return null;
        }
        final int i = index;
        if (i < t.size()) {
            index = i + 1;
            return t.get(i);
        }
        tuple = null;
        return null;
    }

    @PyMethod("__length_hint__($self, /)")
    long lengthHint() {
        final PyTuple t = tuple;
        return t == null ? 0 : Math.max(0, t.size() - index);
    }

    @PyMethod("__reduce__($self, /)")
    Object reduce(final ThreadState ts) {
        final Object iter = Builtins.get(ts, "iter");
        final PyTuple t = tuple;
        return t == null ? PyTuple.of(iter, PyTuple.of(PyTuple.EMPTY)) : PyTuple.of(iter, PyTuple.of(t), (long) index);
    }

    @PyMethod("__setstate__($self, object, /)")
    void setState(final long state) {
        final PyTuple t = tuple;
        if (t != null) {
            index = (int) Math.max(0, Math.min(state, t.size()));
        }
    }
}
