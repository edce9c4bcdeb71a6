package dev.adder.runtime.objects;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.ops.PyObjects;

/** Iterates over anything with {@code __getitem__}: CPython's seqiterobject. */
@PyTypeSpec(name = "iterator")
public final class PySequenceIterator extends PyIterator {
    public static final PyType TYPE =
            PyType.builtinFinal("iterator", "builtins", null, new PySequenceIteratorTable()).withoutNew();

    /** Null when exhausted. */
    private Object sequence;
    private long index;

    public PySequenceIterator(final Object sequence) {
        super(TYPE);
        this.sequence = sequence;
    }

    @Override
    public Object next(final ThreadState ts) {
        final Object s = sequence;
        if (s == null) {
            return null;
        }
        final long i;
        synchronized (this) {
            i = index++;
        }
        try {
            return PyObjects.getItem(ts, s, i);
        } catch (final PyRaise e) {
            if (Errors.matches(e, ExceptionTypes.INDEX_ERROR) || Errors.matches(e, ExceptionTypes.STOP_ITERATION)) {
                sequence = null;
                return null;
            }
            index = i;
            throw e;
        }
    }

    @PyMethod("__length_hint__($self, /)")
    Object lengthHint(final ThreadState ts) {
        final Object s = sequence;
        if (s == null) {
            return 0L;
        }
        if (PyType.of(s).lookup("__len__") == null) {
            return PyNotImplemented.NOT_IMPLEMENTED;
        }
        return Math.max(0, PyObjects.length(ts, s) - index);
    }

    @PyMethod("__reduce__($self, /)")
    Object reduce(final ThreadState ts) {
        final Object iter = Builtins.get(ts, "iter");
        final Object s = sequence;
        return s == null ? PyTuple.of(iter, PyTuple.of(PyTuple.EMPTY)) : PyTuple.of(iter, PyTuple.of(s), index);
    }

    @PyMethod("__setstate__($self, object, /)")
    void setState(final long state) {
        if (sequence != null) {
            index = Math.max(0, state);
        }
    }
}
