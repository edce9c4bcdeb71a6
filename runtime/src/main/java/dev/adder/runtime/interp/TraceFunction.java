package dev.adder.runtime.interp;

import dev.adder.runtime.Calls;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.PyBaseException;
import dev.adder.runtime.objects.PyTuple;

/**
 * The function given to {@code sys.settrace}: it is told when frames begin, and what it returns then is told the rest
 * (CPython's Python/sysmodule.c, trace_trampoline, and Python/legacy_tracing.c).
 */
public final class TraceFunction implements FrameEvents {
    public final Object function;

    public TraceFunction(final Object function) {
        this.function = function;
    }

    /** Calls with an event; an exception switches tracing off. */
    private static Object call(final ThreadState ts, final Object callee, final Frame f, final String event,
            final Object argument) {
        try {
            return Calls.call3(ts, callee, f, event, argument);
        } catch (final PyRaise e) {
            Tracing.set(ts, Tracing.Slot.TRACE, null);
            FrameTrace.of(f).function = null;
            throw e;
        }
    }

    private static void local(final ThreadState ts, final Frame f, final String event, final Object argument) {
        final FrameTrace x = f.trace;
        if (x == null || x.function == null) {
            return;
        }
        final Object next = call(ts, x.function, f, event, argument);
        if (next != PyNone.NONE) {
            x.function = next;
        }
    }

    @Override
    public void begins(final ThreadState ts, final Frame f, final PyRaise thrown) {
        final Object local = call(ts, function, f, "call", PyNone.NONE);
        FrameTrace.of(f).function = local == PyNone.NONE ? null : local;
    }

    @Override
    public void line(final ThreadState ts, final Frame f) {
        if (f.trace != null && f.trace.lines) {
            local(ts, f, "line", PyNone.NONE);
        }
    }

    @Override
    public void instruction(final ThreadState ts, final Frame f) {
        local(ts, f, "opcode", PyNone.NONE);
    }

    @Override
    public void returns(final ThreadState ts, final Frame f, final Object value) {
        local(ts, f, "return", value);
    }

    @Override
    public void unwinds(final ThreadState ts, final Frame f, final PyRaise e) {
        local(ts, f, "return", PyNone.NONE);
    }

    @Override
    public void raises(final ThreadState ts, final Frame f, final PyRaise e) {
        if (f.trace != null && f.trace.function != null) {
            local(ts, f, "exception", exception(e.value));
        }
    }

    private static Object exception(final PyBaseException e) {
        return PyTuple.of(PyType.of(e), e, e.traceback == null ? PyNone.NONE : e.traceback);
    }
}
