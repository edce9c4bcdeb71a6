package dev.adder.runtime.interp;

import dev.adder.runtime.Errors;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.ThreadState;

/** Faults of Adder itself, made into Python exceptions so that the user sees the Python traceback. */
final class InternalFaults {
    private InternalFaults() {
    }

    /** A SystemError that carries the Java cause as a note; {@code -X dev} shows the Java stack too. */
    static PyRaise toPython(final ThreadState ts, final Frame f, final Throwable fault) {
        if (ts.interp.showsFaults()) {
            fault.printStackTrace();
        }
        final StackTraceElement[] stack = fault.getStackTrace();
        final String where = stack.length == 0 ? "" : " at " + stack[0];
        return Errors.systemError("internal fault of Adder, please report it: " + fault + where);
    }
}
