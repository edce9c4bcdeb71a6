package dev.adder.runtime;

import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * The Python threads of one interpreter, and the handshake that lets the second one in.
 *
 * <p>While one Python thread exists nothing locks. Before a second one may run Python code, every other thread must
 * have seen {@link #isMulti} at a poll, so that it locks from then on; a thread that is outside Python (blocked, or in
 * native or an embedder's code) counts as passed and looks again on its way back ({@link ThreadState#enterPython}).
 * The switch is never undone.
 */
public final class Threads {
    private static final int SPINS = 2_000;
    private static final long PAUSE = 20_000;

    private final List<ThreadState> all = new ArrayList<>();
    private volatile boolean multi;
    final Ownership containers = new Ownership();
    final Ownership iterators = new Ownership();
    final Ownership settled = new Ownership();
    /** When {@link #multi} came. */
    private long since;
    /** Threads made by {@code start_new_thread} that have not ended. */
    private final AtomicInteger running = new AtomicInteger();

    public boolean isMulti() {
        return multi;
    }

    public AtomicInteger running() {
        return running;
    }

    /** Lets a new thread in; returns when all others lock. Called on the new thread or on the one that starts it. */
    void admit(final ThreadState fresh) {
        final List<ThreadState> others;
        synchronized (all) {
            all.removeIf(t -> !t.thread.isAlive() && t.thread.getState() == Thread.State.TERMINATED);
            others = new ArrayList<>(all);
            all.add(fresh);
            if (others.isEmpty() && !multi) {
                return;
            }
            if (!multi) {
                since = System.nanoTime();
            }
            multi = true;
        }
        fresh.joinOthers();
        for (final ThreadState other : others) {
            if (other.thread == Thread.currentThread()) {
                other.joinOthers();
                continue;
            }
            while (!other.multi && !other.isOutside() && other.thread.isAlive()) {
                other.requestPoll();
                Thread.onSpinWait();
                Thread.yield();
            }
        }
    }

    /**
     * Returns when every other thread has polled, or was outside Python, since the call: whatever it did because of
     * what it had read before is done and seen, and from now on it sees what the caller wrote before. Between two polls
     * a thread may so act on what it has read without a fence or a second look (McKenney, Slingwine: "Read-Copy
     * Update", 1998). Takes microseconds, or milliseconds where there are more threads than processors.
     */
    void awaitPolls(final ThreadState self) {
        VarHandle.fullFence();
        final ThreadState[] others = all();
        final int[] seen = new int[others.length];
        for (int i = 0; i < others.length; i++) {
            seen[i] = others[i].polls();
            if (others[i] != self && !others[i].isOutside()) {
                others[i].requestPoll();
            }
        }
        final boolean wasOutside = self.isOutside();
        self.leavePython();
        for (int i = 0; i < others.length; i++) {
            if (others[i] != self) {
                awaitPoll(others[i], seen[i]);
            }
        }
        if (!wasOutside) {
            self.enterPython();
        }
    }

    /** As {@link #awaitPolls}, for one thread that has to give something up. */
    void awaitPoll(final ThreadState self, final ThreadState owner, final Ownership ownership) {
        VarHandle.fullFence();
        final int seen = owner.polls();
        if (owner.isOutside()) {
            return;
        }
        final long begin = System.nanoTime();
        owner.requestPoll();
        final boolean wasOutside = self.isOutside();
        self.leavePython();
        awaitPoll(owner, seen);
        if (!wasOutside) {
            self.enterPython();
        }
        waited(self, ownership, begin);
    }

    private void waited(final ThreadState self, final Ownership ownership, final long begin) {
        if (!self.yieldsByChance()) {
            final long now = System.nanoTime();
            ownership.waited(now - begin, now - since);
        }
    }

    /** As {@link #awaitPolls}, before the elements of a settled container move. Keeps count of the time. */
    void awaitSettled(final ThreadState self) {
        final long begin = System.nanoTime();
        awaitPolls(self);
        waited(self, settled, begin);
    }

    private static void awaitPoll(final ThreadState other, final int seen) {
        for (int round = 1; other.polls() == seen && !other.isOutside(); round++) {
            if (round < SPINS) {
                Thread.onSpinWait();
            } else if (other.thread.getState() != Thread.State.RUNNABLE) {
                // It waits for a lock of the runtime, perhaps one that the caller holds.
                return;
            } else {
                other.requestPoll();
                LockSupport.parkNanos(PAUSE);
            }
        }
    }

    /** Has every thread poll soon: there is something that one of them must do. */
    void requestPolls() {
        synchronized (all) {
            for (final ThreadState ts : all) {
                ts.requestPoll();
            }
        }
    }

    /** A thread has ended. */
    void remove(final ThreadState ts) {
        synchronized (all) {
            all.remove(ts);
        }
    }

    /** The threads that are known, in the order of their beginning. */
    public ThreadState[] all() {
        synchronized (all) {
            return all.toArray(new ThreadState[0]);
        }
    }
}
