package dev.adder.runtime.interp;

import dev.adder.runtime.Errors;
import dev.adder.runtime.ThreadState;

/** {@code except*} (PEP 654). */
final class ExceptionGroups {
    private ExceptionGroups() {
    }

    static void match(final ThreadState ts, final Object[] r, final int[] code, final int pc) {
        throw Errors.notImplemented("except* is not implemented yet");
    }

    static Object prepareReraise(final ThreadState ts, final Object original, final Object raised) {
        throw Errors.notImplemented("except* is not implemented yet");
    }
}
