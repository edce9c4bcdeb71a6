package dev.adder.stdlib.posix;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyStructSequence;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.posix.Libc;
import dev.adder.stdlib.resource.ResourceModule;
import dev.adder.stdlib.select.Waiting;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.locks.LockSupport;

/**
 * The functions of {@code posix} that wait for child processes. The system's own waits end for no signal of ours, so they
 * are only asked whether a child is done; what is waited for is a descriptor of the one child, or else a moment.
 */
@PyModuleSpec("posix")
final class ChildFunctions {
    static final PyType WAITID_RESULT = PyStructSequence.define("waitid_result", "posix", 5, "si_pid", "si_uid",
            "si_signo", "si_status", "si_code");
    private static final int WNOHANG = 1;
    private static final int WEXITED = 4;
    private static final int P_PID = 1;
    private static final long FIRST_NAP = 1_000_000;
    private static final long LONGEST_NAP = 20_000_000;
    private static final int RUSAGE_SIZE = 144;

    private ChildFunctions() {
    }

    /** Asks once: positive if there is a child, 0 if none is done, negative for an error. */
    @FunctionalInterface
    private interface Ask {
        int run();
    }

    /**
     * Asks until a child is found; once if it is not to wait.
     *
     * @param pid of the one process whose end is waited for, else 0
     */
    private static int waitFor(final ThreadState ts, final int pid, final boolean wait, final Ask ask) {
        int pidfd = -1;
        long nap = FIRST_NAP;
        try {
            while (true) {
                final int r = ask.run();
                if (r > 0 || r == 0 && !wait) {
                    return r;
                }
                if (r < 0 && Libc.errno() != Libc.EINTR) {
                    throw Libc.error(null);
                }
                if (pidfd < 0 && pid > 0 && nap == FIRST_NAP) {
                    pidfd = EventDescriptors.pidfd(pid, 0);
                }
                if (pidfd >= 0) {
                    Waiting.ready(ts, pidfd, Waiting.POLLIN, -1);
                } else {
                    ts.leavePython();
                    LockSupport.parkNanos(nap);
                    ts.enterPython();
                    nap = Math.min(nap * 2, LONGEST_NAP);
                    ts.poll();
                }
            }
        } finally {
            if (pidfd >= 0) {
                Libc.call("close", pidfd);
            }
        }
    }

    @PyFunction("waitpid($module, pid, options, /)")
    static Object waitpid(final ThreadState ts, final int pid, final int options) {
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment status = arena.allocate(8);
            final int child = waitFor(ts, (options & ~WNOHANG) == 0 ? pid : 0, (options & WNOHANG) == 0,
                    () -> (int) Libc.call("waitpid", pid, status.address(), options | WNOHANG));
            return PyTuple.of((long) child, (long) status.get(ValueLayout.JAVA_INT, 0));
        }
    }

    @PyFunction("wait($module, /)")
    static Object waitAny(final ThreadState ts) {
        return waitpid(ts, -1, 0);
    }

    @PyFunction("wait3(options)")
    static Object wait3(final ThreadState ts, final int options) {
        return wait4(ts, -1, options);
    }

    @PyFunction("wait4(pid, options)")
    static Object wait4(final ThreadState ts, final int pid, final int options) {
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment status = arena.allocate(8);
            final MemorySegment usage = arena.allocate(RUSAGE_SIZE, 8);
            final int child = waitFor(ts, (options & ~WNOHANG) == 0 ? pid : 0, (options & WNOHANG) == 0,
                    () -> (int) Libc.call("wait4", pid, status.address(), options | WNOHANG, usage.address()));
            return PyTuple.of((long) child, (long) status.get(ValueLayout.JAVA_INT, 0), ResourceModule.usage(usage));
        }
    }

    @PyFunction("waitid($module, idtype, id, options, /)")
    static Object waitid(final ThreadState ts, final int idtype, final int id, final int options) {
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment info = arena.allocate(128, 8);
            final boolean ends = idtype == P_PID && (options & ~WNOHANG & 0xf) == WEXITED;
            waitFor(ts, ends ? id : 0, (options & WNOHANG) == 0, () -> {
                info.set(ValueLayout.JAVA_INT, 16, 0);
                final int r = (int) Libc.call("waitid", idtype, id, info.address(), options | WNOHANG);
                return r < 0 ? r : info.get(ValueLayout.JAVA_INT, 16);
            });
            if (info.get(ValueLayout.JAVA_INT, 16) == 0) {
                return PyNone.NONE;
            }
            return PyStructSequence.make(WAITID_RESULT, (long) info.get(ValueLayout.JAVA_INT, 16),
                    Identities.fromId(info.get(ValueLayout.JAVA_INT, 20)), (long) info.get(ValueLayout.JAVA_INT, 0),
                    (long) info.get(ValueLayout.JAVA_INT, 24), (long) info.get(ValueLayout.JAVA_INT, 8));
        }
    }
}
