package dev.adder.runtime.objects;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.ops.PyObjects;

/** {@code iter(callable, sentinel)}. */
@PyTypeSpec(name = "callable_iterator")
public final class CallableIterator extends PyIterator {
    public static final PyType TYPE =
            PyType.builtinFinal("callable_iterator", "builtins", null, new CallableIteratorTable()).withoutNew();

    /** Null when exhausted. */
    private Object callable;
    private final Object sentinel;

    public CallableIterator(final Object callable, final Object sentinel) {
        super(TYPE);
        this.callable = callable;
        this.sentinel = sentinel;
    }

    @PyMethod("__iter__($self, /)")
    Object iter() {
        return this;
    }

    @Override
    @PyMethod("__next__($self, /)")
    public Object next(final ThreadState ts) {
        final Object f = callable;
        if (f == null) {
            return null;
        }
        final Object value;
        try {
            value = Calls.call0(ts, f);
        } catch (final PyRaise e) {
            if (Errors.matches(e, ExceptionTypes.STOP_ITERATION)) {
                callable = null;
                return null;
            }
            throw e;
        }
        if (callable == null) {
            return null;
        }
        if (PyObjects.same(ts, value, sentinel)) {
            callable = null;
            return null;
        }
        return value;
    }

    @PyMethod("__reduce__($self, /)")
    Object reduce(final ThreadState ts) {
        final Object iter = Builtins.get(ts, "iter");
        final Object f = callable;
        return f == null ? PyTuple.of(iter, PyTuple.of(PyTuple.EMPTY)) : PyTuple.of(iter, PyTuple.of(f, sentinel));
    }
}
