package dev.adder.runtime.objects;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;

/** Iterates over the bytes of a bytes object or of a bytearray, which may change meanwhile. */
@PyTypeSpec(name = "bytes_iterator")
public final class PyBytesIterator extends PyIterator {
    public static final PyType TYPE =
            PyType.builtinFinal("bytes_iterator", "builtins", null, new PyBytesIteratorTable()).withoutNew();
    public static final PyType ARRAY_TYPE =
            PyType.builtinFinal("bytearray_iterator", "builtins", null, new PyBytesIteratorTable()).withoutNew();

    /** Null when exhausted. */
    private AnyBytes source;
    private int index;

    PyBytesIterator(final AnyBytes source) {
        super(source instanceof PyByteArray ? ARRAY_TYPE : TYPE);
        this.source = source;
    }

    @Override
    public Object next(final ThreadState ts) {
        if (isAlone(ts)) {
            return step();
        }
        synchronized (this) {
            return step();
        }
    }

    private Object step() {
        if (source != null) {
            final int value = source instanceof PyByteArray a ? a.byteAt(index)
                    : index < ((PyBytes) source).bytes().length ? ((PyBytes) source).bytes()[index] & 0xFF : -1;
            if (value >= 0) {
                index++;
                return (long) value;
            }
            source = null;
        }
        return null;
    }

    @PyMethod("__iter__($self, /)")
    Object iter() {
        return this;
    }

    @PyMethod("__next__($self, /)")
    Object nextItem(final ThreadState ts) {
        return next(ts);
    }

    @PyMethod("__length_hint__($self, /)")
    long lengthHint() {
        return source == null ? 0 : Math.max(0, source.len() - index);
    }

    @PyMethod("__reduce__($self, /)")
    Object reduce(final ThreadState ts) {
        final Object iter = Builtins.get(ts, "iter");
        return source == null ? PyTuple.of(iter, PyTuple.of(PyTuple.EMPTY))
                : PyTuple.of(iter, PyTuple.of(source), (long) index);
    }

    @PyMethod("__setstate__($self, state, /)")
    void setState(final long state) {
        if (source != null) {
            index = (int) Math.max(0, Math.min(state, source.len()));
        }
    }
}
