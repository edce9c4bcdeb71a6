package dev.adder.runtime.objects;

import dev.adder.runtime.Errors;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.ops.PyObjects;

/** Iterates over anything with {@code __getitem__}: CPython's seqiterobject. */
public final class PySequenceIterator extends PyIterator {
    public static final PyType TYPE = PyType.builtinFinal("iterator", "builtins", null, null).withoutNew();

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
        try {
            return PyObjects.getItem(ts, s, index++);
        } catch (final PyRaise e) {
            if (Errors.matches(e, ExceptionTypes.INDEX_ERROR) || Errors.matches(e, ExceptionTypes.STOP_ITERATION)) {
                sequence = null;
                return null;
            }
            throw e;
        }
    }
}
