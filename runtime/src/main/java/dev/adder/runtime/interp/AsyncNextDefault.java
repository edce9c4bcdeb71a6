package dev.adder.runtime.interp;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.exceptions.PyBaseException;

/** {@code anext(iterator, default)}: awaiting it gives the default instead of StopAsyncIteration. */
@PyTypeSpec(name = "anext_awaitable")
public final class AsyncNextDefault extends PyObject {
    private static final PyType TYPE =
            PyType.builtinFinal("anext_awaitable", "builtins", null, new AsyncNextDefaultTable()).withoutNew();

    private final Object awaitable;
    private final Object defaultValue;
    private Object iterator;

    public AsyncNextDefault(final Object awaitable, final Object defaultValue) {
        super(TYPE);
        this.awaitable = awaitable;
        this.defaultValue = defaultValue;
    }

    private Object iterator(final ThreadState ts) {
        if (iterator == null) {
            iterator = Awaitables.awaitIter(ts, awaitable);
            if (iterator instanceof PyGenerator g && g.isCoroutine()) {
                iterator = new CoroutineWrapper(g);
            }
        }
        return iterator;
    }

    private interface Step {
        Object run();
    }

    private Object guarded(final Step step) {
        try {
            return step.run();
        } catch (final PyRaise e) {
            if (Errors.matches(e, ExceptionTypes.STOP_ASYNC_ITERATION)) {
                throw new PyRaise(PyBaseException.make(ExceptionTypes.STOP_ITERATION, defaultValue));
            }
            throw e;
        }
    }

    @PyMethod("__await__($self, /)")
    Object await() {
        return this;
    }

    @PyMethod("__iter__($self, /)")
    Object iter() {
        return this;
    }

    @PyMethod("__next__($self, /)")
    Object next(final ThreadState ts) {
        return guarded(() -> Calls.method0(ts, iterator(ts), "__next__"));
    }

    @PyMethod("send($self, arg, /)")
    Object send(final ThreadState ts, final Object arg) {
        return guarded(() -> arg == PyNone.NONE ? Calls.method0(ts, iterator(ts), "__next__")
                : Calls.method1(ts, iterator(ts), "send", arg));
    }

    @PyMethod(value = "throw($self, /, *args)", hidden = true)
    Object throwIn(final ThreadState ts, final Object[] args) {
        return guarded(() -> Calls.method(ts, iterator(ts), "throw", args, null));
    }

    @PyMethod("close($self, /)")
    Object close(final ThreadState ts) {
        return Calls.method0(ts, iterator(ts), "close");
    }
}
