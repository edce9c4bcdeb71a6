package dev.adder.runtime.interp;

import dev.adder.runtime.Errors;
import dev.adder.runtime.ThreadState;

/** Template strings (PEP 750). */
final class Templates {
    private Templates() {
    }

    static int build(final ThreadState ts, final Frame f, final int pc) {
        throw Errors.notImplemented("template strings (PEP 750) are not implemented yet");
    }
}
