package dev.adder.profile;

import dev.adder.runtime.InterpreterState;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.Frame;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Reads, every two milliseconds and from a thread of its own, the chain of Python frames of every Python thread and the
 * CPU time it has used. The reading is a race by design: the interpreter stores its pc at every instruction and never
 * hears of being watched, so nothing is paid while nobody watches; a chain that changes under the reading gives a
 * place that is wrong once. One reading costs 1 to 2 microseconds a thread.
 */
final class FrameSampler implements Runnable {
    private static final long PERIOD = 2_000_000;
    /** Frames that are kept of a deep stack. */
    private static final int DEEPEST = 256;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final List<GarbageCollectorMXBean> COLLECTORS = ManagementFactory.getGarbageCollectorMXBeans();

    private final InterpreterState interp;
    private final NativeThreads others;
    private final Map<Long, ThreadLog> logs = new LinkedHashMap<>();
    private final CodeState[] states = new CodeState[DEEPEST];
    private final int[] pcs = new int[DEEPEST];
    private volatile boolean stop;
    private Thread thread;
    private long rounds;
    private long looked;

    FrameSampler(final InterpreterState interp, final NativeThreads others) {
        this.interp = interp;
        this.others = others;
    }

    void start() {
        others.look();
        looked = System.nanoTime();
        round(PERIOD);
        thread = new Thread(this, "adder-profile");
        thread.setDaemon(true);
        thread.setPriority(Thread.MAX_PRIORITY);
        thread.start();
    }

    void stop() {
        stop = true;
        LockSupport.unpark(thread);
        try {
            thread.join(2000);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        long last = System.nanoTime();
        long collectedBefore = collected();
        while (!stop) {
            final long pause = Math.max(PERIOD, logs.size() * 100_000L);
            LockSupport.parkNanos(pause);
            final long now = System.nanoTime();
            final long collected = collected();
            round(now - last - (collected - collectedBefore) * 1_000_000);
            collectedBefore = collected;
            last = now;
            if (now - looked > 500_000_000) {
                others.look();
                looked = now;
            }
        }
        round(0);
        others.look();
    }

    /**
     * @param observed how much of the time since the last round was no collection, which stops all threads
     */
    private void round(final long observed) {
        rounds++;
        for (final ThreadState ts : interp.threads().all()) {
            final ThreadLog log = log(ts);
            if (log != null) {
                sample(log, observed);
            }
        }
    }

    /** Milliseconds of all collections so far. */
    private static long collected() {
        long sum = 0;
        for (final GarbageCollectorMXBean c : COLLECTORS) {
            sum += c.getCollectionTime();
        }
        return sum;
    }

    private ThreadLog log(final ThreadState ts) {
        final long id = ts.thread.threadId();
        synchronized (logs) {
            ThreadLog log = logs.get(id);
            if (log == null && ts.thread.isAlive()) {
                final long cpu = rounds == 1 ? THREADS.getThreadCpuTime(id) : 0;
                log = new ThreadLog(ts, System.nanoTime(), Math.max(cpu, 0));
                logs.put(id, log);
            }
            return log;
        }
    }

    private void sample(final ThreadLog log, final long observed) {
        final long cpu = THREADS.getThreadCpuTime(log.thread.threadId());
        if (cpu < 0) {
            log.ended = true;
            return;
        }
        final Place place = place(log);
        final long now = System.nanoTime();
        log.at(epoch(), place);
        final long idle = Math.min(now - log.lastWall, observed) - (cpu - log.lastCpu);
        if (idle > 0) {
            final Thread.State s = log.thread.getState();
            final boolean waits = log.ts.isOutside() || s == Thread.State.WAITING || s == Thread.State.TIMED_WAITING
                    || s == Thread.State.BLOCKED;
            if (waits || idle > observed / 10) {
                log.idle(place.line(), waits ? Spent.WAITING : Spent.STALLED, idle / 1e9);
            }
        }
        log.lastWall = now;
        log.lastCpu = cpu;
    }

    private Place place(final ThreadLog log) {
        int depth = 0;
        for (Frame f = log.ts.frame; f != null && depth < DEEPEST; f = f.back) {
            states[depth] = f.state;
            pcs[depth++] = f.pc;
        }
        Place place = log.root;
        for (int i = depth - 1; i >= 0; i--) {
            place = place.called(states[i], pcs[i]);
        }
        return place;
    }

    /** Nanoseconds since 1970, the clock that the recorder's events are dated by. */
    static long epoch() {
        final java.time.Instant now = java.time.Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    ThreadLog of(final long javaThread) {
        synchronized (logs) {
            return logs.get(javaThread);
        }
    }

    ThreadLog[] all() {
        synchronized (logs) {
            return logs.values().toArray(new ThreadLog[0]);
        }
    }
}
