package dev.adder.runtime.interp;

import dev.adder.runtime.objects.PyDict;

/** What tracing keeps of a frame, and what else few frames have. */
final class FrameTrace {
    /** {@code f_trace}, or null. */
    Object function;
    /** {@code f_trace_lines} and {@code f_trace_opcodes}. */
    boolean lines = true;
    boolean opcodes;
    /** The line and the offset to show while the frame has begun, or gone on, but executed nothing; line -1: none. */
    int line = -1;
    /** The last instruction executed that has a line, or -1: where a {@code return} is that nobody wrote. */
    int place = -1;
    long offset;
    /** The instruction executed before, or -1. */
    int pc = -1;
    /** The function in Java that it is calling, or null. */
    Object callee;
    /** What a program stored in {@link PyFrameLocals} under names that are no variables; null if nothing. */
    PyDict extraLocals;

    /** The frame's, made if need be. */
    static FrameTrace of(final Frame f) {
        if (f.trace == null) {
            f.trace = new FrameTrace();
        }
        return f.trace;
    }
}
