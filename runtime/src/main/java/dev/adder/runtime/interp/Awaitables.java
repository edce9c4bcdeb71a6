package dev.adder.runtime.interp;

import dev.adder.language.ir.Code;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyInstance;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.Special;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyIter;

/** What {@code await}, {@code async for} and {@code yield from} do with their operand. */
public final class Awaitables {
    private Awaitables() {
    }

    static Object yieldFromIter(final ThreadState ts, final Frame f, final Object o) {
        if (o instanceof PyGenerator g && !g.isAsyncGenerator()) {
            if (g.isCoroutine() && !f.ir().is(Code.CO_COROUTINE) && !f.ir().is(Code.CO_ITERABLE_COROUTINE)) {
                throw Errors.typeError("cannot 'yield from' a coroutine object in a non-coroutine generator");
            }
            return g;
        }
        return PyIter.get(ts, o);
    }

    /** {@code where}: 0 await, 1 the result of {@code __aenter__}, 2 of {@code __aexit__}. */
    static Object awaitable(final ThreadState ts, final Object o, final int where) {
        if (where != 0 && !(o instanceof PyGenerator) && PyType.of(o).lookup("__await__") == null) {
            throw Errors.typeError("'async with' received an object from " + (where == 1 ? "__aenter__" : "__aexit__")
                    + " that does not implement __await__: " + PyType.of(o).name());
        }
        if (o instanceof SelfAwaited a && a.awaitsItself()) {
            return a;
        }
        final Object it = awaitIter(ts, o);
        if (it instanceof PyGenerator g && g.isCoroutine() && g.delegate() != null) {
            throw Errors.runtimeError("coroutine is being awaited already");
        }
        return it;
    }

    /** {@code _PyCoro_GetAwaitableIter}. */
    public static Object awaitIter(final ThreadState ts, final Object o) {
        if (o instanceof PyGenerator g && g.isAwaitable()) {
            return g;
        }
        final PyType type = PyType.of(o);
        final Object m = type.lookup("__await__");
        if (m == null) {
            throw Errors.typeError("'" + type.name() + "' object can't be awaited");
        }
        final Object it = Special.invoke0(ts, m, o, type);
        if (it instanceof PyGenerator g && g.isAwaitable()) {
            throw Errors.typeError("__await__() returned a coroutine");
        }
        if (!(it instanceof Sendable) && !PyIter.isIterator(it)) {
            throw Errors.typeError("__await__() returned non-iterator of type '" + PyType.of(it).fullName() + "'");
        }
        return it;
    }

    static Object asyncIter(final ThreadState ts, final Object o) {
        final PyType type = PyType.of(o);
        final Object m = type.lookup("__aiter__");
        if (m == null) {
            throw Errors.typeError("'async for' requires an object with __aiter__ method, got " + type.name());
        }
        final Object it = Special.invoke0(ts, m, o, type);
        if (PyType.of(it).lookup("__anext__") == null) {
            throw Errors.typeError("'async for' received an object from __aiter__ that does not implement __anext__: "
                    + PyType.of(it).name());
        }
        return it;
    }

    /** The frame of the coroutine that a call makes, not yet run, or the iterator of what else it gives. */
    static Object called(final ThreadState ts, final Object callee, final Object[] args, final int where) {
        if (callee instanceof PyBoundMethod m && m.function instanceof PyFunction f) {
            final Frame frame = f.coroutineFrame(ts, Calls.prepend(m.self, args));
            if (frame != null) {
                return frame;
            }
        }
        return awaitable(ts, Calls.call(ts, callee, args, null), where);
    }

    /**
     * As {@link #asyncNext}; where {@code __anext__} is a coroutine function the frame of its call, not yet run, and an
     * asynchronous generator itself.
     */
    static Object asyncNextFrame(final ThreadState ts, final Object it) {
        if (it instanceof PyAsyncGenerator g) {
            g.initHooks(ts);
            return g;
        }
        if (it instanceof PyInstance && PyType.of(it).lookup("__anext__") instanceof PyFunction f
                && f.makesCoroutineOf(1)) {
            final Frame frame = new Frame(f.state, f, null);
            frame.regs[0] = it;
            return frame;
        }
        return asyncNext(ts, it);
    }

    static Object asyncNext(final ThreadState ts, final Object it) {
        if (it instanceof PyAsyncGenerator g) {
            // Awaited at once: nobody can forget it.
            g.initHooks(ts);
            return AsyncGeneratorStep.send(g, PyNone.NONE);
        }
        final PyType type = PyType.of(it);
        final Object m = type.lookup("__anext__");
        if (m == null) {
            throw Errors.typeError("'async for' requires an iterator with __anext__ method, got " + type.name());
        }
        final Object awaitable = Special.invoke0(ts, m, it, type);
        try {
            return awaitIter(ts, awaitable);
        } catch (final dev.adder.runtime.PyRaise e) {
            final dev.adder.runtime.PyRaise raise = Errors.typeError(
                    "'async for' received an invalid object from __anext__: " + PyType.of(awaitable).name());
            raise.value.cause = e.value;
            raise.value.suppressContext = true;
            raise.value.context = e.value;
            raise.contextSet = true;
            throw raise;
        }
    }
}
