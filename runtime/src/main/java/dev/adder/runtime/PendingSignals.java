package dev.adder.runtime;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Signals that have arrived and whose Python handlers have not run yet: CPython's {@code is_tripped} and
 * {@code PyErr_CheckSignals}. Any thread may {@link #trip}; the handlers run on the interpreter's main thread, at its
 * next poll.
 */
public final class PendingSignals {
    /** Runs the Python handler of a signal. */
    public interface Handler {
        void run(ThreadState ts, int signum);
    }

    /** Told of every arrival, on the arriving thread; must not call Python. */
    public interface Wakeup {
        void arrived(int signum);
    }

    private static final long OWN_SIGNAL_NANOS = 500_000_000L;

    private final InterpreterState interp;
    /** Bit n - 1 stands for signal n. */
    private final AtomicLong pending = new AtomicLong();
    private final AtomicLong blocked = new AtomicLong();
    private final AtomicLong caught = new AtomicLong();
    private final AtomicLong trips = new AtomicLong();
    private volatile Handler handler = (ts, signum) -> { };
    private volatile Wakeup wakeup = signum -> { };
    private volatile long arrivals;

    PendingSignals(final InterpreterState interp) {
        this.interp = interp;
    }

    public void setHandler(final Handler newHandler) {
        handler = newHandler;
    }

    public void setWakeup(final Wakeup newWakeup) {
        wakeup = newWakeup;
    }

    /** Whether the system brings a signal here. */
    public void setCaught(final int signum, final boolean value) {
        caught.getAndAccumulate(bit(signum), value ? (a, b) -> a | b : (a, b) -> a & ~b);
    }

    public boolean isCaught(final int signum) {
        return (caught.get() & bit(signum)) != 0;
    }

    /**
     * After this process sent itself a signal: CPython's handler has run before {@code kill} returns, but here another
     * thread brings it; waits until it has.
     */
    public void awaitOwn(final int signum, final long tripsBefore) {
        if (signum < 1 || signum > 64 || !isCaught(signum)) {
            return;
        }
        final long end = System.nanoTime() + OWN_SIGNAL_NANOS;
        while (trips.get() == tripsBefore && System.nanoTime() < end) {
            LockSupport.parkNanos(100_000);
        }
    }

    /** How many signals have arrived so far. */
    public long trips() {
        return trips.get();
    }

    /** A signal has arrived. */
    public void trip(final int signum) {
        pending.getAndAccumulate(bit(signum), (a, b) -> a | b);
        trips.incrementAndGet();
        wakeup.arrived(signum);
        wakeMain();
    }

    private void wakeMain() {
        final ThreadState main = interp.mainThread();
        if (main != null) {
            main.requestPoll();
            LockSupport.unpark(main.thread);
        }
    }

    /** How many signals have been handled so far: {@code pause()} waits for a change. */
    public long handled() {
        return arrivals;
    }

    /** Takes one of these signals away unhandled, blocked or not: {@code sigwait}. 0 if none is there. */
    public int take(final long set) {
        while (true) {
            final long now = pending.get();
            final long found = now & set;
            if (found == 0) {
                return 0;
            }
            final long one = Long.lowestOneBit(found);
            if (pending.compareAndSet(now, now & ~one)) {
                return Long.numberOfTrailingZeros(one) + 1;
            }
        }
    }

    public long pending() {
        return pending.get();
    }

    /** The signals whose handlers must wait: {@code pthread_sigmask}. */
    public long blocked() {
        return blocked.get();
    }

    public void setBlocked(final long set) {
        blocked.set(set);
        if ((pending.get() & ~set) != 0) {
            wakeMain();
        }
    }

    public static long bit(final int signum) {
        return 1L << (signum - 1);
    }

    /** Runs the handlers that are due; part of a poll. Their exceptions leave from here. */
    public void run(final ThreadState ts) {
        if (pending.get() == 0 || ts != interp.mainThread()) {
            return;
        }
        for (int signum = take(~blocked.get()); signum != 0; signum = take(~blocked.get())) {
            arrivals++;
            try {
                handler.run(ts, signum);
            } finally {
                if ((pending.get() & ~blocked.get()) != 0) {
                    ts.requestPoll();
                }
            }
        }
    }
}
