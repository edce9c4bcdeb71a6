package dev.adder.machine.kernels;

import dev.adder.machine.prediction.Work;
import dev.adder.machine.probe.NativeMemory;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Kernels that walk through memory in sequence: copy, triad, dot, packed sum, stencil. */
final class Streams {
    static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int STEP = SPECIES.vectorByteSize();
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();

    private Streams() {
    }

    static Kernel of(String name, long workingSet) {
        return switch (name) {
            case "copy" -> new Copy(workingSet);
            case "triad" -> new Triad(workingSet);
            case "dot" -> new Dot(workingSet);
            case "packed sum" -> new Packed(workingSet);
            case "stencil" -> new Stencil(workingSet, "");
            default -> null;
        };
    }

    /** Doubles in each of some arrays, a multiple of eight vectors. */
    static int length(long workingSet, int arrays) {
        long length = Math.min(workingSet / 8 / arrays, Integer.MAX_VALUE - 1024);
        return (int) Math.max(8L * LANES, length / (8L * LANES) * (8L * LANES));
    }

    static double[] ones(int length) {
        double[] data = new double[length];
        java.util.Arrays.fill(data, 1.0);
        return data;
    }

    /**
     * What all streams share: arrays outside the heap, where they begin on a line (in the heap every second vector of
     * 64
     * bytes lies on two), and that a small working set relieves the level of memory.
     */
    private abstract static class Stream implements Kernel {
        final MemorySegment[] arrays;
        final int bytes;
        private final NativeMemory memory;

        Stream(long workingSet, int count) {
            bytes = (int) Math.min(8L * length(workingSet, count), 1 << 30);
            long apart = bytes + 256L;
            memory = NativeMemory.take(apart * count, true);
            arrays = new MemorySegment[count];
            for (int i = 0; i < count; i++) {
                arrays[i] = MemorySegment.ofAddress(memory.address() + apart * i).reinterpret(bytes);
                for (long at = 0; at < bytes; at += 8) {
                    arrays[i].set(java.lang.foreign.ValueLayout.JAVA_DOUBLE, at, 1.0);
                }
            }
        }

        @Override
        public final double things() {
            return bytes / 8.0;
        }

        @Override
        public String[] reliefs() {
            return new String[] {"level", "L1d", "core float, vector"};
        }

        @Override
        public final void close() {
            memory.free();
        }
    }

    /** A stream with some of its work left out: what it costs then tells what that work cost. */
    private static final class Relieved extends Stream {
        interface Loop {
            long run(MemorySegment[] arrays, int bytes);
        }

        private final Loop loop;

        Relieved(long workingSet, int count, Loop loop) {
            super(workingSet, count);
            this.loop = loop;
        }

        @Override
        public long run(int passes) {
            long sum = 0;
            for (int pass = 0; pass < passes; pass++) {
                sum += loop.run(arrays, bytes);
            }
            return sum;
        }

        @Override
        public Work work() {
            throw new UnsupportedOperationException();
        }
    }

    /** The loads of two arrays without arithmetic on them. */
    private static long or(MemorySegment a, MemorySegment b, int bytes) {
        LongVector p = LongVector.zero(LongVector.SPECIES_PREFERRED);
        for (int i = 0; i <= bytes - STEP; i += STEP) {
            p = p.or(load(a, i).reinterpretAsLongs()).or(load(b, i).reinterpretAsLongs());
        }
        return p.reduceLanes(VectorOperators.OR);
    }

    private static DoubleVector load(MemorySegment data, int at) {
        return DoubleVector.fromMemorySegment(SPECIES, data, at, ORDER);
    }

    private static final class Copy extends Stream {
        Copy(long workingSet) {
            super(workingSet, 2);
        }

        @Override
        public long run(int passes) {
            return run(arrays[0], arrays[1], bytes, passes);
        }

        private static long run(MemorySegment from, MemorySegment to, int bytes, int passes) {
            for (int pass = 0; pass < passes; pass++) {
                for (int i = 0; i <= bytes - STEP; i += STEP) {
                    load(from, i).intoMemorySegment(to, i, ORDER);
                }
            }
            return passes;
        }

        @Override
        public Work work() {
            return Work.named("copy").stream(bytes, bytes, 2.0 * bytes);
        }

        @Override
        public String[] reliefs() {
            return new String[] {"level", "L1d"};
        }

        @Override
        public Kernel relieved(String unit) {
            return unit.equals("level") ? new Copy(Verify.SMALL)
                    : new Relieved(2L * bytes, 2, (arrays, bytes) -> onlyLoads(arrays[0], bytes));
        }

        private static long onlyLoads(MemorySegment from, int bytes) {
            LongVector p = LongVector.zero(LongVector.SPECIES_PREFERRED);
            for (int i = 0; i <= bytes - STEP; i += STEP) {
                p = p.or(load(from, i).reinterpretAsLongs());
            }
            return p.reduceLanes(VectorOperators.OR);
        }
    }

    private static final class Triad extends Stream {
        Triad(long workingSet) {
            super(workingSet, 3);
        }

        @Override
        public long run(int passes) {
            return run(arrays[0], arrays[1], arrays[2], bytes, passes);
        }

        private static long run(MemorySegment a, MemorySegment b, MemorySegment c, int bytes, int passes) {
            DoubleVector s = DoubleVector.broadcast(SPECIES, 3.0);
            for (int pass = 0; pass < passes; pass++) {
                for (int i = 0; i <= bytes - STEP; i += STEP) {
                    load(c, i).mul(s).add(load(b, i)).intoMemorySegment(a, i, ORDER);
                }
            }
            return passes;
        }

        @Override
        public Work work() {
            return Work.named("triad").stream(2.0 * bytes, bytes, 3.0 * bytes)
                    .operations(Work.Operation.VECTOR_FLOAT, 2 * things());
        }

        @Override
        public Kernel relieved(String unit) {
            return switch (unit) {
                case "level" -> new Triad(Verify.SMALL);
                case "L1d" -> new Relieved(3L * bytes, 3, (arrays, bytes) -> Packed.run(arrays[0], bytes, 1));
                default -> new Relieved(3L * bytes, 3, (arrays, bytes) -> withoutSums(arrays, bytes));
            };
        }

        private static long withoutSums(MemorySegment[] arrays, int bytes) {
            MemorySegment a = arrays[0];
            MemorySegment b = arrays[1];
            MemorySegment c = arrays[2];
            for (int i = 0; i <= bytes - STEP; i += STEP) {
                load(c, i).reinterpretAsLongs().or(load(b, i).reinterpretAsLongs()).intoMemorySegment(a, i, ORDER);
            }
            return bytes;
        }
    }

    private static final class Dot extends Stream {
        Dot(long workingSet) {
            super(workingSet, 2);
        }

        @Override
        public long run(int passes) {
            return run(arrays[0], arrays[1], bytes, passes);
        }

        private static long run(MemorySegment a, MemorySegment b, int bytes, int passes) {
            DoubleVector p = DoubleVector.zero(SPECIES);
            DoubleVector q = p;
            DoubleVector r = p;
            DoubleVector s = p;
            for (int pass = 0; pass < passes; pass++) {
                for (int i = 0; i <= bytes - 4 * STEP; i += 4 * STEP) {
                    p = load(a, i).fma(load(b, i), p);
                    q = load(a, i + STEP).fma(load(b, i + STEP), q);
                    r = load(a, i + 2 * STEP).fma(load(b, i + 2 * STEP), r);
                    s = load(a, i + 3 * STEP).fma(load(b, i + 3 * STEP), s);
                }
            }
            return (long) p.add(q).add(r.add(s)).reduceLanes(VectorOperators.ADD);
        }

        @Override
        public Work work() {
            return Work.named("dot").stream(2.0 * bytes, 0, 2.0 * bytes).operations(Work.Operation.VECTOR_FLOAT,
                    2 * things());
        }

        @Override
        public Kernel relieved(String unit) {
            return switch (unit) {
                case "level" -> new Dot(Verify.SMALL);
                case "L1d" -> new Relieved(2L * bytes, 2, (arrays, bytes) -> Packed.run(arrays[0], bytes, 1));
                default -> new Relieved(2L * bytes, 2, (arrays, bytes) -> or(arrays[0], arrays[1], bytes));
            };
        }
    }

    private static final class Packed extends Stream {
        Packed(long workingSet) {
            super(workingSet, 1);
        }

        @Override
        public long run(int passes) {
            return run(arrays[0], bytes, passes);
        }

        // A multiply-add with one is an addition, and two a cycle start where of wide additions one does. From both halves
        // at once, four vectors of each: with eight offsets in one the compiler keeps its bounds checks.
        private static long run(MemorySegment a, int bytes, int passes) {
            int half = bytes / 2;
            MemorySegment b = a.asSlice(half);
            DoubleVector one = DoubleVector.broadcast(SPECIES, 1.0);
            DoubleVector s0 = DoubleVector.zero(SPECIES);
            DoubleVector s1 = s0;
            DoubleVector s2 = s0;
            DoubleVector s3 = s0;
            DoubleVector s4 = s0;
            DoubleVector s5 = s0;
            DoubleVector s6 = s0;
            DoubleVector s7 = s0;
            for (int pass = 0; pass < passes; pass++) {
                for (int i = 0; i <= half - 4 * STEP; i += 4 * STEP) {
                    s0 = load(a, i).fma(one, s0);
                    s1 = load(b, i).fma(one, s1);
                    s2 = load(a, i + STEP).fma(one, s2);
                    s3 = load(b, i + STEP).fma(one, s3);
                    s4 = load(a, i + 2 * STEP).fma(one, s4);
                    s5 = load(b, i + 2 * STEP).fma(one, s5);
                    s6 = load(a, i + 3 * STEP).fma(one, s6);
                    s7 = load(b, i + 3 * STEP).fma(one, s7);
                }
            }
            DoubleVector left = s0.add(s1).add(s2.add(s3));
            return (long) left.add(s4.add(s5).add(s6.add(s7))).reduceLanes(VectorOperators.ADD);
        }

        @Override
        public Work work() {
            // A multiply-add counts two.
            return Work.named("packed sum").stream(bytes, 0, bytes).operations(Work.Operation.VECTOR_FLOAT,
                    2 * things());
        }

        // In the nearest cache loads and additions take the same time: only both together are a relief.
        @Override
        public String[] reliefs() {
            return new String[] {"level", "L1d and core float, vector"};
        }

        @Override
        public Kernel relieved(String unit) {
            return unit.equals("level") ? new Packed(Verify.SMALL) : new Relieved(bytes, 1, (arrays, bytes) ->
                    run(arrays[0].asSlice(0, bytes / 2), bytes / 2, 1));
        }
    }

    /** Five points of a grid; the rows in use stay in the nearest cache, so the grids cross the level once. */
    private static final class Stencil extends Stream {
        private static final int MOST_COLUMNS = 1024;

        private final int columns;
        private final int rows;

        private final String relief;

        Stencil(long workingSet, String relief) {
            super(workingSet, 2);
            this.relief = relief;
            columns = Math.min(MOST_COLUMNS, Math.max(4 * LANES, bytes / 8 / 5 / LANES * LANES));
            rows = bytes / 8 / columns;
        }

        @Override
        public long run(int passes) {
            if (!relief.isEmpty()) {
                return relieved(passes);
            }
            for (int pass = 0; pass < passes; pass++) {
                for (int row = 1; row < rows - 1; row++) {
                    row(arrays[0], arrays[1], row * columns * 8, columns * 8);
                }
            }
            return passes;
        }

        private long relieved(int passes) {
            boolean loads = relief.equals("L1d");
            for (int pass = 0; pass < passes; pass++) {
                for (int row = 1; row < rows - 1; row++) {
                    if (loads) {
                        rowOfOneLoad(arrays[0], arrays[1], row * columns * 8, columns * 8);
                    } else {
                        rowWithoutSums(arrays[0], arrays[1], row * columns * 8, columns * 8);
                    }
                }
            }
            return passes;
        }

        private static void row(MemorySegment from, MemorySegment to, int at, int line) {
            DoubleVector fifth = DoubleVector.broadcast(SPECIES, 0.2);
            for (int i = at + STEP; i < at + line - STEP; i += STEP) {
                load(from, i - 8).add(load(from, i + 8)).add(load(from, i - line)).add(load(from, i
                        + line)).add(load(from, i))
                        .mul(fifth).intoMemorySegment(to, i, ORDER);
            }
        }

        private double points() {
            return (rows - 2.0) * (columns - 2 * LANES);
        }

        @Override
        public Work work() {
            // Three loads on a line and two across two lines each (as seven), a store; and the grids from the level. An
            // addition takes the place of a multiply-add, which counts two.
            return Work.named("stencil").stream(8 * points(), 8 * points(), 2.0 * bytes)
                    .near(56 * points(), 8 * points()).operations(Work.Operation.VECTOR_FLOAT, 10 * points());
        }

        @Override
        public Kernel relieved(String unit) {
            return unit.equals("level") ? new Stencil(Verify.SMALL, "") : new Stencil(2L * bytes, unit);
        }

        /** As many additions and multiplications, one load instead of five. */
        private static void rowOfOneLoad(MemorySegment from, MemorySegment to, int at, int line) {
            DoubleVector fifth = DoubleVector.broadcast(SPECIES, 0.2);
            for (int i = at + STEP; i < at + line - STEP; i += STEP) {
                DoubleVector x = load(from, i);
                x.add(fifth).add(x).add(fifth).add(x).mul(fifth).intoMemorySegment(to, i, ORDER);
            }
        }

        /** As many loads, joined by what costs least. */
        private static void rowWithoutSums(MemorySegment from, MemorySegment to, int at, int line) {
            for (int i = at + STEP; i < at + line - STEP; i += STEP) {
                LongVector near = load(from, i - 8).reinterpretAsLongs().or(load(from, i + 8).reinterpretAsLongs());
                LongVector far = load(from, i - line).reinterpretAsLongs().or(load(from, i
                        + line).reinterpretAsLongs());
                near.or(far).or(load(from, i).reinterpretAsLongs()).intoMemorySegment(to, i, ORDER);
            }
        }
    }
}
