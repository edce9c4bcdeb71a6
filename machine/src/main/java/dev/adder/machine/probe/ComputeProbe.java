package dev.adder.machine.probe;

import dev.adder.machine.Property;
import java.util.BitSet;

/** Speed and latency of arithmetic, one core and all cores. */
final class ComputeProbe {
    private static final double FLOOR = 0.03;
    private static final int LEAST = 1_000;

    private final Report report;
    private final Effort effort;
    private final boolean fma;
    private final BitSet cpus;

    ComputeProbe(Report report, Effort effort, boolean fma, BitSet cpus) {
        this.report = report;
        this.effort = effort;
        this.fma = fma;
        this.cpus = cpus;
    }

    void run() throws InterruptedException {
        long x = System.nanoTime() | 1;
        long y = x * 3;
        double one = 1 + (x & 1) * 1e-9;
        report.progress("arithmetic, one core");
        Timing.Result add = time(n -> Arithmetic.intChain(n, x, y), 2);
        report.figure("core", Property.INT_ADD_LATENCY, add.best(), add.error(), "");
        report.figure("core", Property.CLOCK_NOW, 1 / add.best(), add.error(), "one addition is one cycle");
        difference(Property.INT_MUL_LATENCY, time(n -> Arithmetic.mulChain(n, x, y), 1), add, 1);
        difference(Property.INT_DIV_LATENCY,
                time(n -> Arithmetic.divChain(n, 3 + (x & 1), Long.MAX_VALUE - 12345), 1), add, 1);
        latency(Property.FLOAT_ADD_LATENCY, n -> (long) Arithmetic.addChain(n, one), 1);
        latency(Property.FLOAT_MUL_LATENCY, n -> (long) Arithmetic.floatMulChain(n, one), 1);
        latency(Property.FLOAT_DIV_LATENCY, n -> (long) Arithmetic.floatDivChain(n, one), 1);
        long[] left = new long[64];
        Timing.Result coin = time(n -> Arithmetic.branches(n, x, 1, left, left), 1);
        Timing.Result never = time(n -> Arithmetic.branches(n, x, 0, left, left), 1);
        difference(Property.MISPREDICT, coin, never, 2);
        rate("core", Property.INT_OPS, n -> Arithmetic.intThroughput(n, x, y), 16);
        rate("core", Property.FLOAT_ADDS, n -> (long) Arithmetic.addThroughput(n, one), 8);
        if (fma) {
            latency(Property.FMA_LATENCY, n -> (long) Arithmetic.fmaChain(n, one, 1e-9), 1);
            rate("core", Property.FLOAT_OPS, n -> (long) Arithmetic.fmaThroughput(n, one, 1e-9), 20);
            rate("core", Property.VECTOR_FLOAT_OPS, n -> (long) Arithmetic.vectorFma(n, one, 1e-9),
                    24.0 * Kernels.DOUBLES.length());
        } else {
            report.unseen("This processor has no fused multiply-add: vector float speed was not measured.");
        }
        rate("core", Property.VECTOR_INT_OPS, n -> Arithmetic.vectorInt(n, x, y), 16.0 * Kernels.LONGS.length());
        if (cpus.cardinality() > 1) {
            all(x, y, one);
        }
    }

    private void all(long x, long y, double one) throws InterruptedException {
        report.progress("arithmetic, all cores");
        Team team = new Team(cpus);
        together(team, Property.INT_OPS_ALL, (m, n) -> Arithmetic.intThroughput(n, x, y), 16);
        if (fma) {
            together(team, Property.FLOAT_OPS_ALL, (m, n) -> (long) Arithmetic.fmaThroughput(n, one, 1e-9), 20);
            together(team, Property.VECTOR_FLOAT_OPS_ALL, (m, n) -> (long) Arithmetic.vectorFma(n, one, 1e-9),
                    24.0 * Kernels.DOUBLES.length());
        }
        together(team, Property.VECTOR_INT_OPS_ALL, (m, n) -> Arithmetic.vectorInt(n, x, y),
                16.0 * Kernels.LONGS.length());
    }

    private Timing.Result time(Timing.Work work, double things) {
        Timing.warm(work, LEAST);
        return new Timing(effort.rounds(), 300_000, effort.roundNanos(), FLOOR).measure(work, LEAST, things);
    }

    /** What one loop takes longer than another; the errors of both fall upon the difference. */
    private void difference(Property property, Timing.Result more, Timing.Result less, double times) {
        double seconds = more.best() - less.best();
        if (seconds > 0) {
            double error = (more.error() * more.best() + less.error() * less.best()) / seconds;
            report.figure("core", property, seconds * times, error, "");
        }
    }

    private void latency(Property property, Timing.Work work, double things) {
        Timing.Result result = time(work, things);
        report.figure("core", property, result.best(), result.error(), "");
    }

    private void rate(String unit, Property property, Timing.Work work, double things) {
        Timing.Result result = time(work, things);
        report.figure(unit, property, 1 / result.best(), result.error(), "");
    }

    private void together(Team team, Property property, Team.Member work, double things) throws InterruptedException {
        int count = 200_000;
        double[] bests = new double[effort.rounds()];
        for (int round = 0; round < bests.length; round++) {
            bests[round] = team.time(work, count, 20, effort.teamNanos()) / things;
        }
        Timing.Result result = Timing.result(bests, FLOOR);
        report.figure("processor", property, team.size() / result.best(), result.error(), "");
    }
}
