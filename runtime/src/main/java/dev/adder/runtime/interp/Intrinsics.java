package dev.adder.runtime.interp;

import dev.adder.language.ir.Intrinsic;
import dev.adder.runtime.Errors;
import dev.adder.runtime.ThreadState;

/** The operations of the INTRINSIC instruction. */
final class Intrinsics {
    private Intrinsics() {
    }

    static Object apply(final ThreadState ts, final Frame f, final int which, final Object[] args) {
        throw Errors.notImplemented("intrinsic " + Intrinsic.of(which) + " is not implemented yet");
    }
}
