package dev.adder.runtime.interp;

import dev.adder.runtime.ThreadState;

/** What the interpreter asks of a compiler. The runtime works without one. */
public interface Jit {
    /** Result of {@link #enterLoop}: go on interpreting at {@code frame.pc}, all registers being in the frame. */
    Object CONTINUE = new Object();

    /** Calls of a code before {@link #hotFunction} is told. */
    int callThreshold();

    /** Back edges of a code before {@link #enterLoop} is asked. */
    int loopThreshold();

    /**
     * The code was entered often and is about to be interpreted with its arguments in the frame; the compiler may set
     * {@link CodeState#compiled}, now or later.
     */
    void hotFunction(ThreadState ts, Frame frame);

    /**
     * Somebody reads the variables of a frame that compiled code runs and keeps them elsewhere. What is called from now
     * on should keep them where they can be read.
     */
    default void variablesRead(Frame frame) {
    }

    /**
     * A hot back edge to {@code targetPc} with all registers in the frame. Runs compiled code if there is some:
     * returns what the function returns, or {@link #CONTINUE}; null if there is no such code (yet): go on at the
     * target. A Python exception leaves with the frame's registers
     * and pc as at the instruction that raised it.
     */
    Object enterLoop(ThreadState ts, Frame frame, int targetPc);

    /** Nothing is to run compiled until as many {@link #resume}: a thread is traced. Running code leaves at a poll. */
    default void pause() {
    }

    default void resume() {
    }

    /** What is known of a code, for reports. */
    default JitFacts facts(final CodeState state) {
        return JitFacts.NONE;
    }

    /** The program has ended. */
    default void finish() {
    }

    /** Tells the observer of every unit made from now on; null for nobody. */
    default void observe(final UnitObserver observer) {
    }
}
