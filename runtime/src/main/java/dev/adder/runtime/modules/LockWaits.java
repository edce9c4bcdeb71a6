package dev.adder.runtime.modules;

import dev.adder.runtime.Errors;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyNumber;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Waiting for a lock: in slices, with a poll between them, so that signals and handshakes are not held up. */
final class LockWaits {
    private static final double TIMEOUT_MAX = 9223372036.0;
    private static final long SLICE_NANOS = 20_000_000;

    private LockWaits() {
    }

    /** {@code lock.acquire(blocking, timeout)}. */
    static boolean acquire(final ThreadState ts, final Semaphore permit, final boolean blocking,
            final Object timeout) {
        final double seconds = PyNumber.asDouble(ts, timeout);
        if (!blocking && seconds != -1) {
            throw Errors.valueError("can't specify a timeout for a non-blocking call");
        }
        if (seconds < 0 && seconds != -1) {
            throw Errors.valueError("timeout value must be a non-negative number");
        }
        if (seconds > TIMEOUT_MAX) {
            throw Errors.overflowError("timeout value is too large");
        }
        if (permit.tryAcquire()) {
            return true;
        }
        if (!blocking || seconds == 0) {
            return false;
        }
        final long deadline = seconds < 0 ? Long.MAX_VALUE : System.nanoTime() + (long) (seconds * 1e9);
        while (true) {
            final long left = seconds < 0 ? SLICE_NANOS : deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            if (await(ts, permit, Math.min(left, SLICE_NANOS))) {
                return true;
            }
            ts.poll();
        }
    }

    /** Whatever comes while it waits is left for later: CPython's {@code rlock_acquire_restore}. */
    static void restore(final ThreadState ts, final Semaphore permit) {
        while (!permit.tryAcquire() && !await(ts, permit, SLICE_NANOS)) {
            Thread.onSpinWait();
        }
    }

    private static boolean await(final ThreadState ts, final Semaphore permit, final long nanos) {
        ts.leavePython();
        try {
            return permit.tryAcquire(nanos, TimeUnit.NANOSECONDS);
        } catch (final InterruptedException e) {
            return false;
        } finally {
            ts.enterPython();
        }
    }
}
