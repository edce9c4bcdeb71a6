package dev.adder.runtime.interp;

import dev.adder.runtime.ThreadState;

/** The absence of a compiler: never asked in practice, since its thresholds are out of reach. */
public final class NoJit implements Jit {
    public static final NoJit INSTANCE = new NoJit();

    private NoJit() {
    }

    @Override
    public int callThreshold() {
        return Integer.MAX_VALUE;
    }

    @Override
    public int loopThreshold() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void hotFunction(final ThreadState ts, final Frame frame) {
        frame.state.calls = 0;
    }

    @Override
    public Object enterLoop(final ThreadState ts, final Frame frame, final int targetPc) {
        frame.state.loops = 0;
        return null;
    }
}
