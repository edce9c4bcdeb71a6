package dev.adder.stdlib.time;

import dev.adder.runtime.ThreadState;
import java.util.concurrent.locks.LockSupport;

/** Waiting that stays open to polls: signals and handshakes are answered within {@link #SLICE}. */
final class Sleeping {
    private static final long SLICE = 20_000_000L;

    private Sleeping() {
    }

    static void sleep(final ThreadState ts, final long nanos) {
        if (nanos == 0) {
            Thread.yield();
            ts.poll();
            return;
        }
        final long start = System.nanoTime();
        while (true) {
            final long left = nanos - (System.nanoTime() - start);
            if (left <= 0) {
                return;
            }
            ts.leavePython();
            try {
                LockSupport.parkNanos(Math.min(left, SLICE));
            } finally {
                ts.enterPython();
            }
            ts.poll();
        }
    }
}
