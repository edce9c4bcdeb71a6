package dev.adder.stdlib.signal;

import java.lang.management.ManagementFactory;
import java.util.concurrent.locks.LockSupport;

/** One of the process's interval timers: by the wall clock or by the CPU time used. */
final class IntervalTimer {
    private static final double NANOS = 1e9;
    private static final long CPU_SLICE = 5_000_000L;

    private final Runnable expired;
    private final boolean ofCpu;
    private Thread thread;
    private long due;
    private double interval;

    IntervalTimer(final Runnable expired, final boolean ofCpu) {
        this.expired = expired;
        this.ofCpu = ofCpu;
    }

    private long now() {
        return ofCpu ? ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime() : System.nanoTime();
    }

    /** Seconds to go (0: not running) and the interval. */
    synchronized double[] get() {
        return new double[] {thread == null ? 0 : Math.max(0, (due - now()) / NANOS), thread == null ? 0 : interval};
    }

    /** Starts anew, or stops with 0; gives what {@link #get} would have given. */
    synchronized double[] set(final double first, final double again) {
        final double[] old = get();
        final Thread running = thread;
        thread = null;
        if (running != null) {
            LockSupport.unpark(running);
        }
        if (first > 0) {
            due = now() + (long) (first * NANOS);
            interval = again;
            thread = new Thread(this::run, "interval timer");
            thread.setDaemon(true);
            thread.start();
        }
        return old;
    }

    private void run() {
        while (true) {
            final long left;
            synchronized (this) {
                if (thread != Thread.currentThread()) {
                    return;
                }
                left = due - now();
                if (left <= 0) {
                    if (interval > 0) {
                        due += (long) (interval * NANOS);
                    } else {
                        thread = null;
                    }
                }
            }
            if (left <= 0) {
                expired.run();
            } else {
                LockSupport.parkNanos(ofCpu ? Math.min(left, CPU_SLICE) : left);
            }
        }
    }
}
