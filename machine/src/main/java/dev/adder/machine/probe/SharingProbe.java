package dev.adder.machine.probe;

import dev.adder.machine.Property;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.util.BitSet;

/** How long a cache line takes from one core to another: two pinned threads hand it back and forth. */
final class SharingProbe {
    private static final VarHandle WORD = ValueLayout.JAVA_LONG.varHandle();
    private static final int TURNS = 400;

    private final Report report;
    private final int[] cpus;
    private final int batches;
    private final int rounds;
    private final long patience;

    SharingProbe(Report report, BitSet allowed, Effort effort) {
        this.report = report;
        int[] all = allowed.stream().toArray();
        int most = effort == Effort.QUICK ? 4 : effort == Effort.NORMAL ? 16 : 64;
        int shown = Math.min(all.length, most);
        cpus = new int[shown];
        for (int i = 0; i < shown; i++) {
            // Evenly over all threads, so that other sockets are among them.
            cpus[i] = all[(int) ((long) i * all.length / shown)];
        }
        rounds = effort == Effort.QUICK ? 3 : 5;
        patience = effort == Effort.QUICK ? 100_000_000L : 400_000_000L;
        batches = effort == Effort.QUICK ? 100 : 400;
    }

    void run() throws InterruptedException {
        report.progress("cache lines from core to core");
        NativeMemory memory = NativeMemory.take(1 << 16, false);
        double least = Double.MAX_VALUE;
        double[] bests = new double[rounds];
        for (int i = 0; i < cpus.length; i++) {
            for (int j = 0; j < i; j++) {
                double pair = Double.MAX_VALUE;
                int times = cpus.length > 8 ? 2 : rounds;
                for (int round = 0; round < times; round++) {
                    double seconds = pair(memory.address + 4096 + round * 256L, cpus[j], cpus[i]);
                    pair = Math.min(pair, seconds);
                    if (cpus.length <= 8 && i == 1) {
                        bests[round] = seconds;
                    }
                }
                if (pair < 1) {
                    report.handover(cpus[j], cpus[i], pair);
                    report.handover(cpus[i], cpus[j], pair);
                    least = Math.min(least, pair);
                }
            }
        }
        memory.free();
        if (least < 1) {
            double error = cpus.length <= 8 ? Timing.result(bests, 0.08).error() : 0.15;
            report.figure("core-core", Property.HANDOVER, least, Math.min(error, 2), "nearest pair");
        } else {
            report.unseen("The hand-over of cache lines could not be measured: two threads never ran at once.");
        }
    }

    /** Seconds one way: the fastest of some batches of round trips. */
    private double pair(long address, int first, int second) throws InterruptedException {
        NativeMemory.ALL.set(ValueLayout.JAVA_LONG, address, 0L);
        long[] best = {Long.MAX_VALUE};
        long deadline = System.nanoTime() + patience;
        Thread answer = new Thread(() -> answer(address, second, deadline));
        Thread ask = new Thread(() -> best[0] = ask(address, first, deadline));
        answer.start();
        ask.start();
        ask.join();
        answer.join();
        return best[0] == Long.MAX_VALUE ? 1 : best[0] * 1e-9 / (2 * TURNS);
    }

    private long ask(long address, int cpu, long deadline) {
        pin(cpu);
        long best = Long.MAX_VALUE;
        long turn = 0;
        for (int batch = 0; batch < batches; batch++) {
            long start = System.nanoTime();
            for (int i = 0; i < TURNS; i++) {
                WORD.setRelease(NativeMemory.ALL, address, turn + 1);
                turn += 2;
                int spins = 0;
                while ((long) WORD.getAcquire(NativeMemory.ALL, address) != turn) {
                    if ((++spins & 0xFFFF) == 0 && System.nanoTime() > deadline) {
                        WORD.setRelease(NativeMemory.ALL, address, -1L);
                        return best;
                    }
                }
            }
            best = Math.min(best, System.nanoTime() - start);
        }
        WORD.setRelease(NativeMemory.ALL, address, -1L);
        return best;
    }

    private static void answer(long address, int cpu, long deadline) {
        pin(cpu);
        long turn = 1;
        int spins = 0;
        while (true) {
            long seen = (long) WORD.getAcquire(NativeMemory.ALL, address);
            if (seen == turn) {
                WORD.setRelease(NativeMemory.ALL, address, turn + 1);
                turn += 2;
            } else if (seen < 0 || (++spins & 0xFFFF) == 0 && System.nanoTime() > deadline) {
                return;
            }
        }
    }

    private static void pin(int cpu) {
        BitSet mine = new BitSet();
        mine.set(cpu);
        NativeMemory.pin(mine);
    }
}
