package dev.adder.stdlib.posix;

import dev.adder.runtime.ThreadState;
import dev.adder.runtime.posix.Libc;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Calls of the C library whose failure is an OSError. */
final class SystemCalls {
    /** A call that may be interrupted by a signal and is then made again. */
    @FunctionalInterface
    interface Call {
        long run();
    }

    private SystemCalls() {
    }

    /** The int result of a call, or an OSError if it is negative. */
    static int check(final long result) {
        if ((int) result < 0) {
            throw Libc.error(null);
        }
        return (int) result;
    }

    /** A result that is a size, or an OSError if it is negative. */
    static long checkSize(final long result) {
        if (result < 0) {
            throw Libc.error(null);
        }
        return result;
    }

    /** For functions that give the error's number and do not set errno. */
    static void checkError(final long error) {
        if ((int) error != 0) {
            throw Libc.errorOf((int) error);
        }
    }

    /** Before a call that may give -1 without an error: then {@code Libc.errno()} is 0 after it. */
    static void clearErrno() {
        MemorySegment.ofAddress(Libc.call("__errno_location")).reinterpret(4).set(ValueLayout.JAVA_INT, 0, 0);
    }

    /** The result of such a call, or an OSError. */
    static long checkErrno(final long result) {
        if (result == -1 && Libc.errno() != 0) {
            throw Libc.error(null);
        }
        return result;
    }

    /**
     * A call that may take long: made outside of Python, and again after a signal that was handled. An int result must
     * have been narrowed.
     */
    static long outside(final ThreadState ts, final Call call) {
        while (true) {
            final long r;
            ts.leavePython();
            try {
                r = call.run();
            } finally {
                ts.enterPython();
            }
            if (r >= 0 || Libc.errno() != Libc.EINTR) {
                return r;
            }
            ts.poll();
        }
    }
}
