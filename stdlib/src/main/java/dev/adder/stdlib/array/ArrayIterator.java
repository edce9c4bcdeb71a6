package dev.adder.stdlib.array;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.Builtins;
import dev.adder.runtime.objects.PyTuple;

/** Iterator over an array. */
@PyTypeSpec(name = "arrayiterator", module = "array")
final class ArrayIterator extends PyIterator {
    static final PyType TYPE =
            PyType.builtinFinal("arrayiterator", "array", null, new ArrayIteratorTable()).withoutNew();

    /** Null when exhausted. */
    private PyArray array;
    private int index;

    ArrayIterator(final PyArray array) {
        super(TYPE);
        this.array = array;
    }

    @Override
    public synchronized Object next(final ThreadState ts) {
        final PyArray a = array;
        if (a == null) {
            return null;
        }
        final Object item = a.itemOrNull(index);
        if (item == null) {
            array = null;
        } else {
            index++;
        }
        return item;
    }

    @PyMethod("__reduce__($self, /)")
    Object reduce(final ThreadState ts) {
        final Object iter = Builtins.get(ts, "iter");
        final PyArray a = array;
        return a == null ? PyTuple.of(iter, PyTuple.of(PyTuple.EMPTY)) : PyTuple.of(iter, PyTuple.of(a), (long) index);
    }

    @PyMethod("__setstate__($self, state, /)")
    void setState(final long state) {
        final PyArray a = array;
        if (a != null) {
            index = (int) Math.max(0, Math.min(state, a.size()));
        }
    }
}
