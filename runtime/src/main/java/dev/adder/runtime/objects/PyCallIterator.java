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
public final class PyCallIterator extends PyIterator {
    public static final PyType TYPE =
            PyType.builtinFinal("callable_iterator", "builtins", null, new PyCallIteratorTable()).withoutNew();

    /** Null when exhausted. */
    private Object callable;
    private final Object sentinel;

    public PyCallIterator(final Object callable, final Object sentinel) {
        super(TYPE);
        this.callable = callable;
        this.sentinel = sentinel;
    }

    @Override
    public Object next(final ThreadState ts) {
        final Object c = callable;
        if (c == null) {
            return null;
        }
        final Object result;
        try {
            result = Calls.call0(ts, c);
        } catch (final PyRaise e) {
            if (Errors.matches(e, ExceptionTypes.STOP_ITERATION)) {
                callable = null;
                return null;
            }
            throw e;
        }
        if (callable != null && !PyObjects.same(ts, sentinel, result)) {
            return result;
        }
        callable = null;
        return null;
    }

    @PyMethod("__reduce__($self, /)")
    Object reduce(final ThreadState ts) {
        final Object iter = Builtins.get(ts, "iter");
        final Object c = callable;
        return c == null ? PyTuple.of(iter, PyTuple.of(PyTuple.EMPTY)) : PyTuple.of(iter, PyTuple.of(c, sentinel));
    }
}
