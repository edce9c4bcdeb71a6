package dev.adder.runtime.interp;

import dev.adder.language.ir.Intrinsic;
import dev.adder.runtime.Errors;
import dev.adder.runtime.ThreadState;

/** Type parameters and type aliases (PEP 695, PEP 696): what the compiler calls to make them. */
final class TypeParameters {
    private TypeParameters() {
    }

    static Object make(final ThreadState ts, final Frame f, final Intrinsic which, final Object[] args) {
        throw Errors.notImplemented("intrinsic " + which + " is not implemented yet");
    }
}
