package dev.adder.jit;

import dev.adder.runtime.interp.JitReason;

/** A code that is not compiled, and why. */
final class Refused extends RuntimeException {
    final JitReason reason;

    Refused(final JitReason reason, final String why) {
        super(why, null, false, false);
        this.reason = reason;
    }
}
