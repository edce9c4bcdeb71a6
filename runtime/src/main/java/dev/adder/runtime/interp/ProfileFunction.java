package dev.adder.runtime.interp;

import dev.adder.runtime.Calls;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.ThreadState;

/** The function given to {@code sys.setprofile} (CPython's Python/sysmodule.c, profile_trampoline). */
public final class ProfileFunction implements FrameEvents {
    public final Object function;

    public ProfileFunction(final Object function) {
        this.function = function;
    }

    private void call(final ThreadState ts, final Frame f, final String event, final Object argument) {
        try {
            Calls.call3(ts, function, f, event, argument);
        } catch (final PyRaise e) {
            Tracing.set(ts, Tracing.Slot.PROFILE, null);
            throw e;
        }
    }

    @Override
    public boolean wantsCalls() {
        return true;
    }

    @Override
    public void begins(final ThreadState ts, final Frame f, final PyRaise thrown) {
        call(ts, f, "call", PyNone.NONE);
    }

    @Override
    public void returns(final ThreadState ts, final Frame f, final Object value) {
        call(ts, f, "return", value);
    }

    @Override
    public void unwinds(final ThreadState ts, final Frame f, final PyRaise e) {
        call(ts, f, "return", PyNone.NONE);
    }

    @Override
    public void calls(final ThreadState ts, final Frame f, final Object callee) {
        call(ts, f, "c_call", callee);
    }

    @Override
    public void called(final ThreadState ts, final Frame f, final Object callee, final boolean failed) {
        call(ts, f, failed ? "c_exception" : "c_return", callee);
    }
}
