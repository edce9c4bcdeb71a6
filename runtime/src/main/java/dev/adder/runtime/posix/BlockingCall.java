package dev.adder.runtime.posix;

import dev.adder.runtime.ThreadState;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * A system call that neither waits on a descriptor nor ends by itself when a signal has come (opening a FIFO): it runs on
 * a helper thread while the Python thread waits and polls. {@code Thread.interrupt} is not used: it closes channels.
 */
public final class BlockingCall {
    private static final long SLICE_MILLIS = 20;
    private static final int O_NONBLOCK = 0x800;
    private static final int S_IFMT = 0xf000;
    private static final int S_IFIFO = 0x1000;
    private static final int STATX_TYPE = 1;

    private BlockingCall() {
    }

    /**
     * Gives the call's result, or minus the errno. If a poll raises meanwhile the helper goes on, and what it gets in the
     * end goes to {@code tooLate}.
     */
    public static long run(final ThreadState ts, final LongSupplier call, final LongConsumer tooLate) {
        final CompletableFuture<Long> result = new CompletableFuture<>();
        final Thread helper = new Thread(null, () -> {
            final long r = call.getAsLong();
            final long given = (int) r >= 0 ? r : -Libc.errno();
            if (!result.complete(given) && given >= 0) {
                tooLate.accept(given);
            }
        }, "blocking call", 1 << 18);
        helper.setDaemon(true);
        helper.start();
        try {
            while (true) {
                ts.leavePython();
                try {
                    return result.get(SLICE_MILLIS, TimeUnit.MILLISECONDS);
                } catch (final TimeoutException e) {
                    // To the poll.
                } catch (final InterruptedException | ExecutionException e) {
                    throw new IllegalStateException(e);
                } finally {
                    ts.enterPython();
                }
                ts.poll();
            }
        } finally {
            if (!result.isDone() && !result.complete(-1L) && result.join() >= 0) {
                tooLate.accept(result.join());
            }
        }
    }

    /** {@code openat}; gives the descriptor, or minus the errno. */
    public static int open(final ThreadState ts, final int folder, final byte[] path, final int flags, final int mode) {
        try (Arena arena = Arena.ofConfined()) {
            final long p = Libc.cString(arena, path).address();
            if ((flags & O_NONBLOCK) == 0 && isFifo(arena, folder, p)) {
                return (int) run(ts, () -> {
                    try (Arena own = Arena.ofConfined()) {
                        return Libc.call("openat", folder, Libc.cString(own, path).address(), flags, mode);
                    }
                }, fd -> Libc.call("close", fd));
            }
            final int fd = (int) Libc.call("openat", folder, p, flags, mode);
            return fd >= 0 ? fd : -Libc.errno();
        }
    }

    private static boolean isFifo(final Arena arena, final int folder, final long path) {
        final MemorySegment s = arena.allocate(256, 8);
        return (int) Libc.call("statx", folder, path, 0, STATX_TYPE, s.address()) == 0
                && (s.get(ValueLayout.JAVA_SHORT, 28) & S_IFMT) == S_IFIFO;
    }
}
