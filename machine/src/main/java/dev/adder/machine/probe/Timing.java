package dev.adder.machine.probe;

import java.util.Arrays;

/** Repeats a piece of work in short samples and keeps, for each round, the fastest. */
final class Timing {
    /** Work to be timed; the result is kept so that it is not dropped. */
    interface Work {
        long run(int count);
    }

    /**
     * Seconds for one of the things counted.
     *
     * @param best the fastest round
     * @param error spread of the better half of the rounds, relative, not below the floor
     */
    record Result(double best, double error) {
    }

    private static final long WARM_CALLS = 3_000;

    /** Read by nobody; written so that results count as used. */
    static volatile long sink;

    private final int rounds;
    private final long sampleNanos;
    private final long roundNanos;
    private final double floor;

    Timing(int rounds, long sampleNanos, long roundNanos, double floor) {
        this.rounds = rounds;
        this.sampleNanos = sampleNanos;
        this.roundNanos = roundNanos;
        this.floor = floor;
    }

    /** Calls until both compilers are done: a few thousand short calls. */
    static void warm(Work work, int count) {
        long end = System.nanoTime() + 1_500_000_000L;
        long sum = 0;
        for (long i = 0; i < WARM_CALLS && (i < 20 || System.nanoTime() < end); i++) {
            sum += work.run(count);
        }
        sink = sum;
    }

    /** Times {@code work.run(n)}, which does {@code n * things} things; {@code least} is the smallest sensible n. */
    Result measure(Work work, int least, double things) {
        int count = calibrate(work, least);
        double[] bests = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            bests[round] = round(work, count) / ((double) count * things);
        }
        return result(bests, floor);
    }

    /** The fastest of the rounds and how far they lie apart. */
    static Result result(double[] rounds, double floor) {
        double[] sorted = rounds.clone();
        Arrays.sort(sorted);
        // The slower half of the rounds is other people's doing; what the machine does shows in the better one.
        int kept = Math.min(sorted.length, sorted.length / 2 + 1);
        double spread = (sorted[kept - 1] - sorted[0]) / sorted[0];
        return new Result(sorted[0], Math.max(floor, spread));
    }

    private int calibrate(Work work, int least) {
        int count = least;
        while (true) {
            long start = System.nanoTime();
            sink = work.run(count);
            long time = System.nanoTime() - start;
            if (time >= sampleNanos / 2 || count > Integer.MAX_VALUE / 4) {
                return (int) Math.max(least, Math.min(Integer.MAX_VALUE / 2,
                        (double) count * sampleNanos / Math.max(time, 1)));
            }
            count = time < sampleNanos / 16 ? count * 4 : count * 2;
        }
    }

    private double round(Work work, int count) {
        long best = Long.MAX_VALUE;
        long begin = System.nanoTime();
        int samples = 0;
        do {
            long start = System.nanoTime();
            sink = work.run(count);
            best = Math.min(best, System.nanoTime() - start);
            samples++;
        } while (samples < 2 || System.nanoTime() - begin < roundNanos);
        return best * 1e-9;
    }
}
