package dev.adder.stdlib.posix;

import dev.adder.runtime.PendingSignals;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.posix.Libc;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** What another program inherits from this process is what it would inherit from CPython, and nothing of the JVM's. */
public final class Inheritance {
    private static final long SIG_DFL = 0;
    private static final long SIG_IGN = 1;
    /** SIGPIPE and SIGXFSZ: CPython ignores them; the JVM has handlers, which a new program does not keep. */
    private static final int[] IGNORED = {13, 25};

    private Inheritance() {
    }

    /** Before another program is started, here or in place of this one. */
    public static void prepare(final ThreadState ts) {
        OpenDescriptors.closeJvmOnExec();
        final PendingSignals signals = ts.interp.signals();
        for (final int signum : IGNORED) {
            if (!signals.isCaught(signum) && Libc.call("signal", signum, SIG_IGN) == SIG_DFL) {
                Libc.call("signal", signum, SIG_DFL);
            }
        }
    }

    /** The signals that Python has blocked, as a {@code sigset_t}: the JVM's threads block others. */
    public static long mask(final ThreadState ts, final Arena arena) {
        final MemorySegment set = arena.allocate(128, 8);
        set.set(ValueLayout.JAVA_LONG, 0, ts.interp.signals().blocked());
        return set.address();
    }
}
