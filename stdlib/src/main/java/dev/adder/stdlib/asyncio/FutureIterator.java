package dev.adder.stdlib.asyncio;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.exceptions.PyBaseException;
import dev.adder.runtime.interp.Sendable;
import dev.adder.runtime.interp.ThrowArguments;

/** What {@code await} drives of a future: gives the future itself once if it is pending, and then its result. */
@PyTypeSpec(name = "FutureIter", module = "_asyncio")
final class FutureIterator extends PyObject implements Sendable {
    private static final PyType TYPE =
            PyType.builtinFinal("FutureIter", "_asyncio", null, new FutureIteratorTable()).withoutNew();

    /** Null once closed. */
    private PyFuture future;
    private Object result;

    FutureIterator(final PyFuture future) {
        super(TYPE);
        this.future = future;
    }

    @Override
    public Object sendOrNull(final ThreadState ts, final Object value) {
        final PyFuture f = future;
        if (f == null) {
            return null;
        }
        final Object item = f.sendOrNull(ts, value);
        if (item == null) {
            result = f.takeResult();
        }
        return item;
    }

    @Override
    public Object takeResult() {
        final Object r = result;
        result = null;
        return r == null ? PyNone.NONE : r;
    }

    @PyMethod("__iter__($self, /)")
    Object iter() {
        return this;
    }

    @PyMethod("__next__($self, /)")
    Object next(final ThreadState ts) {
        final Object item = sendOrNull(ts, null);
        if (item == null) {
            throw Errors.stopIteration(takeResult());
        }
        return item;
    }

    @PyMethod(value = "send($self, value, /)", hidden = true)
    Object send(final ThreadState ts, final Object value) {
        return next(ts);
    }

    @PyMethod(value = "throw($self, value, type=<unrepresentable>, tb=<unrepresentable>, /)", hidden = true)
    Object throwIn(final ThreadState ts, final Object type, final Object value, final Object tb) {
        final ThrowArguments what = ThrowArguments.of(ts, "throw", type, value, tb);
        if (!(type instanceof PyBaseException || type instanceof PyType t && t.isSubtypeOf(ExceptionTypes.BASE_EXCEPTION))) {
            throw Errors.typeError(
                    "exceptions must be classes deriving BaseException or instances of such a class");
        }
        final PyBaseException e = what.exception(ts);
        future = null;
        throw new PyRaise(e);
    }

    @PyMethod(value = "close($self, /)", hidden = true)
    void close() {
        future = null;
    }
}
