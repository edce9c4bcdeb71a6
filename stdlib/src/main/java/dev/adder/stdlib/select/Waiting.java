package dev.adder.stdlib.select;

import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.IntMath;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.posix.Libc;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Waiting for descriptors in slices, with a poll between them, so that signals are handled in time. */
public final class Waiting {
    /** Longest time in the kernel at a stretch. */
    private static final int SLICE_MILLIS = 50;
    private static final int PIPE_BUF = 4096;
    private static final int F_GETFL = 3;
    private static final int O_NONBLOCK = 0x800;
    private static final int AT_EMPTY_PATH = 0x1000;
    public static final int POLLIN = 1;
    public static final int POLLOUT = 4;

    private Waiting() {
    }

    /** One system call that waits at most so long; gives its result. */
    @FunctionalInterface
    interface Wait {
        int run(int millis);
    }

    /**
     * Repeats the call until it finds something or the time is over.
     *
     * @param millis negative for ever
     */
    static int slices(final ThreadState ts, final double millis, final Wait wait) {
        return millis == 0 ? once(ts, wait) : repeated(ts, millis, wait);
    }

    /** Without waiting: what an event loop with work to do calls each time round. */
    private static int once(final ThreadState ts, final Wait wait) {
        final int n = wait.run(0);
        if (n > 0) {
            return n;
        }
        if (n < 0 && Libc.errno() != Libc.EINTR) {
            throw Libc.error(null);
        }
        ts.poll();
        return 0;
    }

    private static int repeated(final ThreadState ts, final double millis, final Wait wait) {
        final long deadline = System.nanoTime() + (long) (millis * 1e6);
        while (true) {
            final int slice = millis < 0 ? SLICE_MILLIS
                    : (int) Math.min(SLICE_MILLIS, Math.max(0, (deadline - System.nanoTime() + 999_999) / 1_000_000));
            ts.leavePython();
            final int n;
            try {
                n = wait.run(slice);
            } finally {
                ts.enterPython();
            }
            if (n > 0) {
                return n;
            }
            if (n < 0 && Libc.errno() != Libc.EINTR) {
                throw Libc.error(null);
            }
            ts.poll();
            if (millis >= 0 && System.nanoTime() >= deadline) {
                return 0;
            }
        }
    }

    /** Waits until one descriptor is ready; false if the time is over first. */
    public static boolean ready(final ThreadState ts, final int fd, final int events, final double seconds) {
        final MemorySegment b = Libc.scratch().buffer;
        return slices(ts, seconds < 0 ? -1 : seconds * 1000, millis -> {
            // Every time: what a poll runs in between may use the same memory.
            b.set(ValueLayout.JAVA_INT, 0, fd);
            b.set(ValueLayout.JAVA_SHORT, 4, (short) events);
            b.set(ValueLayout.JAVA_SHORT, 6, (short) 0);
            return (int) Libc.call("poll", b.address(), 1, millis);
        }) > 0;
    }

    /**
     * Before a {@code read} or {@code write}: returns when it would not block, or at once for a descriptor that is not to
     * block (O_NONBLOCK) or that cannot be waited for.
     */
    public static void untilReady(final ThreadState ts, final int fd, final int events) {
        final MemorySegment b = Libc.scratch().buffer;
        b.set(ValueLayout.JAVA_INT, 0, fd);
        b.set(ValueLayout.JAVA_SHORT, 4, (short) events);
        b.set(ValueLayout.JAVA_SHORT, 6, (short) 0);
        if ((int) Libc.call("poll", b.address(), 1, 0) == 0 && !isNonBlocking(fd)) {
            ready(ts, fd, events, -1);
        }
    }

    /**
     * How many bytes a {@code write} may be given after {@link #untilReady} without blocking: a pipe that is ready takes
     * PIPE_BUF of them.
     */
    public static int writable(final int fd, final int n) {
        return n <= PIPE_BUF || isNonBlocking(fd) || isRegular(fd) ? n : PIPE_BUF;
    }

    private static boolean isNonBlocking(final int fd) {
        return (Libc.call("fcntl", fd, F_GETFL) & O_NONBLOCK) != 0;
    }

    private static boolean isRegular(final int fd) {
        final MemorySegment s = Libc.scratch().buffer;
        s.set(ValueLayout.JAVA_BYTE, 256, (byte) 0);
        return (int) Libc.call("statx", fd, s.address() + 256, AT_EMPTY_PATH, 1, s.address()) == 0
                && (s.get(ValueLayout.JAVA_SHORT, 28) & 0xf000) == 0x8000;
    }

    /** Seconds as milliseconds; -1 for None or a negative time where that means for ever. */
    static double millis(final ThreadState ts, final Object seconds) {
        if (seconds == PyNone.NONE) {
            return -1;
        }
        final double s = PyNumber.asDouble(ts, seconds);
        return s < 0 ? -1 : s * 1000;
    }
}
