package dev.adder.machine.probe;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CyclicBarrier;

/** Threads, one pinned to each processor, that work at the same time. */
final class Team {
    /** Work of one member for some passes. */
    interface Member {
        long run(int member, int count);
    }

    private final int[] cpus;

    Team(BitSet allowed) {
        cpus = allowed.stream().toArray();
    }

    int size() {
        return cpus.length;
    }

    int cpu(int member) {
        return cpus[member];
    }

    /**
     * Seconds that one count takes when all work: of several samples the fastest, as far as the time allowed goes. A
     * sample counts from the first member's start to the last one's end.
     */
    double time(Member work, int count, int samples, long nanos) throws InterruptedException {
        long[][] begins = new long[cpus.length][samples];
        long[][] ends = new long[cpus.length][samples];
        long deadline = System.nanoTime() + nanos;
        int[] taken = {0};
        // The last to arrive decides for all whether there is another sample.
        CyclicBarrier barrier = new CyclicBarrier(cpus.length, () -> taken[0] += taken[0] < 2
                || System.nanoTime() < deadline
                ? 1 : samples);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < cpus.length; i++) {
            int member = i;
            Thread thread = new Thread(() -> {
                BitSet mine = new BitSet();
                mine.set(cpus[member]);
                NativeMemory.pin(mine);
                for (int sample = 0; sample < samples; sample++) {
                    meet(barrier);
                    if (taken[0] > samples) {
                        return;
                    }
                    begins[member][sample] = System.nanoTime();
                    Timing.sink = work.run(member, count);
                    ends[member][sample] = System.nanoTime();
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        long best = Long.MAX_VALUE;
        int whole = taken[0] > samples ? taken[0] - samples : taken[0];
        for (int sample = 0; sample < whole; sample++) {
            long begin = Long.MAX_VALUE;
            long end = Long.MIN_VALUE;
            for (int member = 0; member < cpus.length; member++) {
                begin = Math.min(begin, begins[member][sample]);
                end = Math.max(end, ends[member][sample]);
            }
            best = Math.min(best, end - begin);
        }
        return best * 1e-9 / count;
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | java.util.concurrent.BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}
