package dev.adder.runtime.interp;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.Finalizers;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.exceptions.PyBaseException;

/**
 * What {@code __anext__} and {@code asend} give ({@code async_generator_asend}), and {@code athrow} and {@code aclose}
 * ({@code async_generator_athrow}): an awaitable iterator for one step of the generator.
 */
@PyTypeSpec(name = "async_generator_asend")
final class AsyncGeneratorStep extends PyObject implements Sendable, Finalizers.Finalizable {
    private static final PyType ASEND_TYPE =
            PyType.builtinFinal("async_generator_asend", "builtins", null, new AsyncGeneratorStepTable()).withoutNew();
    private static final PyType ATHROW_TYPE =
            PyType.builtinFinal("async_generator_athrow", "builtins", null, new AsyncGeneratorStepTable()).withoutNew();

    private enum Kind {
        SEND("asend", "anext(): asynchronous generator is already running",
                "cannot reuse already awaited __anext__()/asend()"),
        THROW("athrow", "athrow(): asynchronous generator is already running",
                "cannot reuse already awaited aclose()/athrow()"),
        CLOSE("aclose", "aclose(): asynchronous generator is already running",
                "cannot reuse already awaited aclose()/athrow()");

        private final String method;
        private final String running;
        private final String reused;

        Kind(final String method, final String running, final String reused) {
            this.method = method;
            this.running = running;
            this.reused = reused;
        }
    }

    private enum State {
        INIT, ITER, CLOSED
    }

    private final PyAsyncGenerator generator;
    private final Kind kind;
    private final Object argument;
    private State state = State.INIT;
    /** What the step came to, until somebody takes it. */
    private Object result;
    /** While it waits to be awaited at all; none where that follows at once. */
    private Finalizers.Guard guard;

    private AsyncGeneratorStep(final PyType type, final PyAsyncGenerator generator, final Kind kind,
            final Object argument) {
        super(type);
        this.generator = generator;
        this.kind = kind;
        this.argument = argument;
    }

    static AsyncGeneratorStep send(final PyAsyncGenerator g, final Object value) {
        return new AsyncGeneratorStep(ASEND_TYPE, g, Kind.SEND, value);
    }

    /** The first step of awaiting {@code __anext__()}, as {@link PyGenerator#await}: most end there, and need no object. */
    static Object next(final ThreadState ts, final Frame caller, final PyAsyncGenerator g, final int register) {
        if (g.runningAsync) {
            caller.regs[register] = send(g, PyNone.NONE);
            return Operations.delegate(ts, caller, caller.regs[register]);
        }
        g.runningAsync = true;
        final Object item;
        try {
            item = g.sendOrNull(ts, null);
        } catch (final PyRaise e) {
            return send(g, PyNone.NONE).raised(e);
        }
        if (item instanceof PyAsyncGenerator.Item own) {
            g.runningAsync = false;
            return own.value;
        }
        final AsyncGeneratorStep step = send(g, PyNone.NONE);
        if (item == null) {
            return step.unwrapped(null);
        }
        step.state = State.ITER;
        caller.regs[register] = step;
        caller.suspended = true;
        return item;
    }

    static AsyncGeneratorStep throwing(final PyAsyncGenerator g, final ThrowArguments what) {
        return new AsyncGeneratorStep(ATHROW_TYPE, g, Kind.THROW, what);
    }

    static AsyncGeneratorStep closing(final PyAsyncGenerator g) {
        return new AsyncGeneratorStep(ATHROW_TYPE, g, Kind.CLOSE, null);
    }

    /** Has it warned of if it is forgotten before anybody awaits it. */
    AsyncGeneratorStep watched(final ThreadState ts) {
        guard = Finalizers.watch(ts, this);
        return this;
    }

    @Override
    public void finalizeObject(final ThreadState ts) {
        if (state == State.INIT) {
            GeneratorEnds.warnMethodNeverAwaited(ts, generator, kind.method);
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
        return send(ts, PyNone.NONE);
    }

    @PyMethod("send($self, arg, /)")
    Object send(final ThreadState ts, final Object arg) {
        return orStop(sendOrNull(ts, arg));
    }

    private Object orStop(final Object item) {
        if (item == null) {
            throw Errors.stopIteration(takeResult());
        }
        return item;
    }

    @Override
    public Object takeResult() {
        final Object r = result;
        result = null;
        return r == null ? PyNone.NONE : r;
    }

    @Override
    public Object sendOrNull(final ThreadState ts, final Object arg) {
        if (state == State.CLOSED) {
            throw Errors.runtimeError(kind.reused);
        }
        final boolean first = state == State.INIT;
        if (first) {
            unwatch(ts);
            if (!begin()) {
                return null;
            }
        }
        final Object item;
        try {
            item = first ? firstStep(ts, arg) : generator.sendOrNull(ts, arg);
        } catch (final PyRaise e) {
            return raised(e);
        }
        return unwrapped(item);
    }

    private void unwatch(final ThreadState ts) {
        final Finalizers.Guard g = guard;
        if (g != null) {
            guard = null;
            Finalizers.release(ts, g);
        }
    }

    private Object firstStep(final ThreadState ts, final Object arg) {
        final boolean nothing = arg == null || arg == PyNone.NONE;
        if (kind == Kind.SEND) {
            return generator.sendOrNull(ts, nothing ? argument : arg);
        }
        if (!nothing) {
            throw Errors.runtimeError("can't send non-None value to a just-started coroutine");
        }
        if (kind == Kind.CLOSE) {
            generator.closed = true;
            return generator.throwOrNull(ts, generatorExit());
        }
        return generator.throwOrNull(ts, (ThrowArguments) argument);
    }

    /** The first step is to be taken; false if the generator is over already, and so is this. */
    private boolean begin() {
        claim();
        if (kind != Kind.SEND && generator.closed) {
            finish();
            if (kind == Kind.CLOSE || generator.frame() == null) {
                return false;
            }
            throw Errors.stopAsyncIteration();
        }
        return true;
    }

    private void claim() {
        if (generator.runningAsync) {
            state = State.CLOSED;
            throw Errors.runtimeError(kind.running);
        }
        state = State.ITER;
        generator.runningAsync = true;
    }

    /** {@code async_gen_unwrap_value}: null with {@link #result} set if the generator yielded something of its own. */
    private Object unwrapped(final Object item) {
        if (item == null) {
            finish();
            generator.closed = true;
            generator.takeResult();
            if (kind == Kind.CLOSE) {
                return null;
            }
            throw Errors.stopAsyncIteration();
        }
        if (item instanceof PyAsyncGenerator.Item own) {
            finish();
            if (kind == Kind.CLOSE) {
                throw Errors.runtimeError("async generator ignored GeneratorExit");
            }
            result = own.value;
            return null;
        }
        return item;
    }

    private Object raised(final PyRaise e) {
        finish();
        if (Errors.matches(e, ExceptionTypes.STOP_ASYNC_ITERATION) || Errors.matches(e, ExceptionTypes.GENERATOR_EXIT)) {
            generator.closed = true;
            if (kind == Kind.CLOSE) {
                return null;
            }
        }
        throw e;
    }

    private void finish() {
        state = State.CLOSED;
        generator.runningAsync = false;
    }

    @PyMethod(value = "throw($self, value, type=<unrepresentable>, tb=<unrepresentable>, /)", hidden = true)
    Object throwIn(final ThreadState ts, final Object type, final Object value, final Object tb) {
        if (state == State.CLOSED) {
            throw Errors.runtimeError(kind.reused);
        }
        if (state == State.INIT) {
            unwatch(ts);
            claim();
        }
        final ThrowArguments what = ThrowArguments.of(ts, "throw", type, value, tb);
        final Object item;
        try {
            item = generator.throwOrNull(ts, what);
        } catch (final PyRaise e) {
            return orStop(raised(e));
        }
        return orStop(unwrapped(item));
    }

    private static ThrowArguments generatorExit() {
        return ThrowArguments.of(PyBaseException.make(ExceptionTypes.GENERATOR_EXIT));
    }

    @PyMethod("close($self, /)")
    void close(final ThreadState ts) {
        if (state == State.CLOSED) {
            return;
        }
        try {
            throwIn(ts, PyBaseException.make(ExceptionTypes.GENERATOR_EXIT), null, null);
        } catch (final PyRaise e) {
            if (Errors.matches(e, ExceptionTypes.STOP_ITERATION)
                    || Errors.matches(e, ExceptionTypes.STOP_ASYNC_ITERATION)
                    || Errors.matches(e, ExceptionTypes.GENERATOR_EXIT)) {
                return;
            }
            throw e;
        }
        throw Errors.runtimeError("coroutine ignored GeneratorExit");
    }
}
