package dev.adder.machine.probe;

import dev.adder.machine.Property;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Bandwidth, latency and random access against the size of the data, and from that each level's figures.
 *
 * <p>A level's figure is taken at a working set that fits it with room and does not fit the one before.
 */
final class MemoryProbe {
    /** A level with its capacity; the last one is main memory. */
    record Stage(String id, long capacity) {
    }

    /** Twenty repeats of a level's bandwidth lay within 8% of each other, where the core was its own. */
    private static final double FLOOR = 0.06;
    private static final int LINE = 64;
    private static final long PIECES_ABOVE = 24 << 20;
    private static final int PIECE = 4 << 20;

    /** Bytes a member moves in one sample when all work on what one core's own caches hold. */
    private static final long TOGETHER = 256L << 20;

    private final Report report;
    private final Effort effort;
    private final List<Stage> stages;
    private final BitSet cpus;
    private final long most;
    private final long[] table;

    MemoryProbe(Report report, Effort effort, List<Stage> stages, long available, BitSet cpus) {
        this.report = report;
        this.effort = effort;
        this.stages = stages;
        this.cpus = cpus;
        long last = stages.size() > 1 ? stages.get(stages.size() - 2).capacity() : 32L << 20;
        long wanted = 12 * last;
        most = Math.max(8L << 20, Math.min(Math.min(wanted, effort.mostMemory()), available / 4)) & -(2L << 20);
        table = new long[(int) Math.min(floorTwo(Math.min(most, 4 * last)) / 8, 1 << 28)];
        if (most < wanted / 4) {
            report.unseen("Main memory was measured with " + (most >> 20)
                    + " MiB only, which the last cache level may hold in part.");
        }
    }

    private static long floorTwo(long value) {
        return Long.highestOneBit(value);
    }

    /** The working set at which a level is judged. */
    private long judged(int stage) {
        if (stage == stages.size() - 1) {
            return most;
        }
        long own = stages.get(stage).capacity();
        long before = stage == 0 ? 0 : stages.get(stage - 1).capacity();
        long half = own / 2;
        // In a large last level, shared with others perhaps, data that is far smaller stays in it more surely.
        return before == 0 ? half : Math.max(Math.min(half, 8 * before), Math.min(half, before * 2));
    }

    /** Measures each level and, with {@code curves}, what lies between them and the translation buffers. */
    void run(boolean curves) throws InterruptedException {
        NativeMemory huge = NativeMemory.take(most, true);
        warmAll(huge.address);
        List<Long> sizes = curves ? sizes() : judgedOnly();
        report.progress("memory bandwidth by working set");
        bandwidth(huge.address, sizes);
        report.progress("random access by working set");
        random(sizes);
        report.progress("latency by working set");
        latency(huge.address, sizes, Property.LATENCY);
        if (cpus.cardinality() > 1) {
            report.progress("memory, all cores");
            together(huge.address);
        }
        huge.free();
        NativeMemory small = NativeMemory.take(Math.min(most, 2L << 30), false);
        report.progress("latency with 4 KiB pages");
        latency(small.address, judgedOnly(), Property.LATENCY_SMALL);
        if (curves && effort != Effort.QUICK) {
            report.progress("translation buffers");
            tlb(small.address);
        }
        small.free();
    }

    private void warmAll(long base) {
        Kernels.link(base, 8192, LINE, false);
        Timing.warm(n -> Kernels.chase(base, n), 500);
        Timing.warm(n -> Kernels.random(table, 1023, n, 1), 500);
        Timing.warm(n -> Kernels.update(table, 1023, n, 1), 500);
        MemorySegment a = Kernels.part(base, 8192);
        MemorySegment b = Kernels.part(base + 8192, 8192);
        MemorySegment c = Kernels.part(base + 16384, 8192);
        Timing.warm(n -> Kernels.read(a, 8192, n), 4);
        Timing.warm(n -> Kernels.write(a, 8192, n), 4);
        Timing.warm(n -> Kernels.copy(a, b, 8192, n), 4);
        Timing.warm(n -> Kernels.triad(a, b, c, 8192, n), 4);
    }

    private List<Long> judgedOnly() {
        List<Long> sizes = new ArrayList<>();
        for (int stage = 0; stage < stages.size(); stage++) {
            sizes.add(Math.min(judged(stage), most));
        }
        return sizes;
    }

    /** Judged sizes and, with more effort, some in each octave between. */
    private List<Long> sizes() {
        List<Long> sizes = judgedOnly();
        if (effort.perOctave() > 0) {
            for (long size = 8 << 10; size <= most; size *= 2) {
                for (int part = 0; part < effort.perOctave(); part++) {
                    long value = (long) (size * Math.pow(2, (double) part / effort.perOctave())) & -4096L;
                    if (value <= most && !sizes.contains(value)) {
                        sizes.add(value);
                    }
                }
            }
        }
        sizes.sort(null);
        return sizes;
    }

    private Timing timing(long size) {
        // A sample of a large working set is one pass, however long; a small one is many passes.
        return new Timing(effort.rounds(), 400_000, size > 32 << 20 ? effort.roundNanos() : effort.roundNanos() / 2,
                FLOOR);
    }

    private void curve(Property property, long size, double value, double error) {
        report.curve(property, 1, size, value, error);
        for (int stage = 0; stage < stages.size(); stage++) {
            if (size == Math.min(judged(stage), most)) {
                report.figure(stages.get(stage).id(), property, value, error, "");
            }
        }
    }

    private void bandwidth(long base, List<Long> sizes) {
        for (long size : sizes) {
            int whole = (int) Math.min(size, 1 << 30) & -4096;
            if (size > PIECES_ABOVE) {
                inPieces(base, size);
                continue;
            }
            MemorySegment all = Kernels.part(base, whole);
            rate(Property.READ, size, n -> Kernels.read(all, whole, n), whole);
            rate(Property.WRITE, size, n -> Kernels.write(all, whole, n), whole);
            int half = part(size, 2);
            MemorySegment first = Kernels.part(base, half);
            MemorySegment second = Kernels.part(base + half, half);
            rate(Property.COPY, size, n -> Kernels.copy(first, second, half, n), 2.0 * half);
            int third = part(size, 3);
            MemorySegment a = Kernels.part(base, third);
            MemorySegment b = Kernels.part(base + third, third);
            MemorySegment c = Kernels.part(base + 2L * third, third);
            rate(Property.TRIAD, size, n -> Kernels.triad(a, b, c, third, n), 3.0 * third);
        }
    }

    /**
     * Bytes of each of some arrays in a working set: never a multiple of 4 KiB, which would make loads wait for stores.
     */
    private static int part(long size, int arrays) {
        int part = (int) Math.min(size / arrays, 2_000_000_000) & -1024;
        return part > 4096 && (part & 4095) == 0 ? part - 1024 : part;
    }

    /**
     * A pass over a large working set takes longer than the scheduler leaves a thread alone on a busy machine. So it
     * is timed
     * in pieces of some megabytes, each pass over all of them, and the fastest quarter of a pass stands for it.
     */
    private void inPieces(long base, long size) {
        long half = part(size, 2);
        long third = part(size, 3);
        pieces(Property.READ, size, 1, Math.min(size, 2_000_000_000),
                (at, n) -> Kernels.read(Kernels.part(base + at, n), n, 1));
        pieces(Property.WRITE, size, 1, Math.min(size, 2_000_000_000),
                (at, n) -> Kernels.write(Kernels.part(base + at, n), n, 1));
        pieces(Property.COPY, size, 2, half,
                (at, n) -> Kernels.copy(Kernels.part(base + at, n), Kernels.part(base + half + at, n), n, 1));
        pieces(Property.TRIAD, size, 3, third, (at, n) -> Kernels.triad(Kernels.part(base + at, n),
                Kernels.part(base + third + at, n), Kernels.part(base + 2 * third + at, n), n, 1));
    }

    /** Work on a piece of each array. */
    private interface Piece {
        long run(long at, int bytes);
    }

    private void pieces(Property property, long size, int arrays, long bytes, Piece work) {
        int count = (int) (bytes / PIECE);
        double[] rounds = new double[effort.rounds()];
        long[] times = new long[count];
        for (int round = 0; round < rounds.length; round++) {
            for (int i = 0; i < count; i++) {
                long start = System.nanoTime();
                Timing.sink = work.run((long) i * PIECE, PIECE);
                times[i] = System.nanoTime() - start;
            }
            Arrays.sort(times);
            rounds[round] = times[count / 4] * 1e-9 / ((double) arrays * PIECE);
        }
        Timing.Result result = Timing.result(rounds, FLOOR);
        curve(property, size, 1 / result.best(), result.error());
    }

    private void rate(Property property, long size, Timing.Work work, double bytes) {
        Timing.Result result = timing(size).measure(work, 1, bytes);
        curve(property, size, 1 / result.best(), result.error());
    }

    // The table is an array in the heap: the mask proves every index right, and no check is left in the loop.
    private void random(List<Long> sizes) {
        int[] seed = {1};
        for (long size : sizes) {
            int mask = (int) Math.min(floorTwo(size) / 8, table.length) - 1;
            Timing.Result loads = scattered().measure(n -> Kernels.random(table, mask, n, seed[0] += n), 1000, 1);
            curve(Property.RANDOM, size, 1 / loads.best(), loads.error());
            Timing.Result updates = scattered().measure(n -> Kernels.update(table, mask, n, seed[0] += n), 1000, 1);
            curve(Property.UPDATE, size, 1 / updates.best(), updates.error());
        }
    }

    private Timing scattered() {
        return new Timing(effort.rounds() + 2, 200_000, effort.roundNanos() / 2, FLOOR);
    }

    private void latency(long base, List<Long> sizes, Property property) {
        for (long size : sizes) {
            if (size > 2L << 30) {
                continue;
            }
            long[] at = {Kernels.link(base, size, LINE, false)};
            // One trip around first where that is cheap, so that the lines lie where they fit.
            if (size <= 64 << 20) {
                at[0] = Kernels.chase(at[0], (int) (size / LINE));
            }
            Timing.Result result = timing(size).measure(n -> at[0] = Kernels.chase(at[0], n), 1000, 1);
            if (property == Property.LATENCY) {
                curve(property, size, result.best(), result.error());
            } else {
                for (int stage = 0; stage < stages.size(); stage++) {
                    if (size == Math.min(judged(stage), most)) {
                        report.figure(stages.get(stage).id(), property, result.best(), result.error(), "");
                    }
                }
            }
        }
        if (most > 2L << 30) {
            long size = 2L << 30;
            long[] at = {Kernels.link(base, size, LINE, false)};
            Timing.Result result = timing(size).measure(n -> at[0] = Kernels.chase(at[0], n), 1000, 1);
            if (property == Property.LATENCY) {
                report.curve(property, 1, size, result.best(), result.error());
            }
            report.figure(stages.getLast().id(), property, result.best(), result.error(), "");
        }
    }

    /** Each member works on its own part; at the level's size each where it is private, divided where it is shared. */
    private void together(long base) throws InterruptedException {
        Team team = new Team(cpus);
        for (int stage = 0; stage < stages.size(); stage++) {
            long each = Math.min(judged(stage), most / team.size()) & -4096L;
            if (stage == stages.size() - 1) {
                each = Math.min(most / team.size(), 1L << 30) & -4096L;
            }
            String id = stages.get(stage).id();
            int part = (int) Math.min(each, 1 << 30);
            // Members set out some microseconds apart: a sample lasts a hundred times that.
            int count = (int) Math.max(1, (stage < 2 ? TOGETHER : TOGETHER / 32) / each);
            int samples = each > 64 << 20 ? 2 : each > 1 << 20 ? 12 : 40;
            long apart = each;
            Property[] kinds = {Property.READ_ALL, Property.WRITE_ALL, Property.COPY_ALL, Property.TRIAD_ALL};
            for (Property kind : kinds) {
                double[] bests = new double[effort.rounds()];
                for (int round = 0; round < bests.length; round++) {
                    bests[round] = team.time((m, n) -> kernel(kind, base + m * apart, part, n), count, samples,
                            effort.teamNanos());
                }
                Timing.Result result = Timing.result(bests, FLOOR);
                double bytes = kind == Property.COPY_ALL ? 2.0 * part(part, 2) : kind == Property.TRIAD_ALL
                        ? 3.0 * part(part, 3) : part;
                report.figure(id, kind, team.size() * bytes / result.best(), result.error(), "");
                report.curve(kind, team.size(), each, team.size() * bytes / result.best(), result.error());
            }
            // All read one table: each has its own copy in a private cache, and a shared level holds it once.
            // Every sample goes to other places: those of the one before would be near.
            int words = (int) Math.min(floorTwo(Math.min(judged(stage), most)) / 8, table.length);
            int[] seeds = new int[team.size() * LINE];
            for (int m = 0; m < team.size(); m++) {
                seeds[m * LINE] = m << 28;
            }
            double[] bests = new double[effort.rounds()];
            for (int round = 0; round < bests.length; round++) {
                bests[round] = team.time((m, n) -> Kernels.random(table, words - 1, n, seeds[m * LINE] += n),
                        stage < 2 ? 1_000_000 : 100_000, 20, effort.teamNanos());
            }
            Timing.Result result = Timing.result(bests, FLOOR);
            report.figure(id, Property.RANDOM_ALL, team.size() / result.best(), result.error(), "");
            report.curve(Property.RANDOM_ALL, team.size(), each, team.size() / result.best(), result.error());
        }
    }

    private static long kernel(Property kind, long base, int bytes, int count) {
        int half = part(bytes, 2);
        int third = part(bytes, 3);
        return switch (kind) {
            case READ_ALL -> Kernels.read(Kernels.part(base, bytes), bytes, count);
            case WRITE_ALL -> Kernels.write(Kernels.part(base, bytes), bytes, count);
            case COPY_ALL -> Kernels.copy(Kernels.part(base, half), Kernels.part(base + half, half), half, count);
            default -> Kernels.triad(Kernels.part(base, third), Kernels.part(base + third, third),
                    Kernels.part(base + 2L * third, third), third, count);
        };
    }

    /**
     * Chases one line in each page against as many lines side by side: the difference is translation. Where it first
     * costs something the first level's reach ends, where it costs a lot more the second's.
     */
    private void tlb(long base) {
        double first = 0;
        double second = 0;
        double step = 0;
        for (int pages = 16; pages <= 8192 && pages * 4096L <= most; pages = pages * 5 / 4) {
            double apart = tlbChase(base, pages, 4096);
            double dense = tlbChase(base, pages, LINE);
            double extra = apart - dense;
            if (first == 0 && extra > 0.8e-9) {
                first = pages * 0.8 * 4096;
            }
            if (first > 0 && step == 0 && pages * 4096 > first * 2.5) {
                step = Math.max(extra, 1e-9);
            }
            if (step > 0 && second == 0 && extra > step * 2 + 2e-9) {
                second = pages * 0.8 * 4096;
            }
        }
        if (first > 0) {
            report.figure("tlb", Property.TLB_REACH, first, 0.25, "from a chase over pages");
        }
        if (second > 0) {
            report.figure("tlb", Property.TLB2_REACH, second, 0.25, "from a chase over pages");
        }
    }

    private double tlbChase(long base, int count, long stride) {
        long[] at = {Kernels.link(base, count * stride, stride, true)};
        at[0] = Kernels.chase(at[0], count * 2);
        return new Timing(2, 100_000, 1_000_000, FLOOR).measure(n -> at[0] = Kernels.chase(at[0], n), 1000, 1).best();
    }
}
