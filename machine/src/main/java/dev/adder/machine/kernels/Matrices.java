package dev.adder.machine.kernels;

import dev.adder.machine.prediction.Work;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Matrix multiplication, as written first and as written well. */
final class Matrices {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private Matrices() {
    }

    static Kernel of(String name, long workingSet) {
        return switch (name) {
            case "matrix, naive" -> new Naive(workingSet, 1);
            case "matrix, blocked" -> new Blocked(workingSet, false);
            default -> null;
        };
    }

    /**
     * Row times column, one sum in order: each multiply-add waits for the one before. In a small working set the matrices
     * are long and thin, so that there is a chain at all; of large ones only some rows of the result are computed.
     */
    private static final class Naive implements Kernel {
        private static final double MOST_STEPS = 4e7;

        private final int length;
        private final int columns;
        private final int rows;
        private final int sums;
        private final long workingSet;
        private final double[] a;
        private final double[] b;
        private final double[] c;

        Naive(long workingSet, int sums) {
            this.workingSet = workingSet;
            this.sums = sums;
            int side = (int) Math.sqrt(workingSet / 24.0);
            // A multiple of four that is none of eight: columns then use all sets of a cache.
            columns = side < 100 ? 2 : side / 8 * 8 + 4;
            length = side < 100 ? (int) Math.min(512, workingSet / 40) / 4 * 4 : columns;
            rows = side < 100 ? 2 : (int) Math.max(1, Math.min(columns, MOST_STEPS / columns / columns));
            a = Streams.ones(rows * length);
            b = Streams.ones(length * columns);
            c = Streams.ones(rows * columns);
        }

        @Override
        public long run(int passes) {
            for (int pass = 0; pass < passes; pass++) {
                for (int i = 0; i < rows; i++) {
                    for (int j = 0; j < columns; j++) {
                        c[i * columns + j] = sums == 1 ? cell(a, b, i * length, j, length, columns)
                                : cellOfFour(a, b, i * length, j, length, columns);
                    }
                }
            }
            return passes;
        }

        private static double cell(double[] a, double[] b, int row, int column, int length, int side) {
            double sum = 0;
            int at = column;
            for (int k = 0; k < length; k++) {
                sum = Math.fma(a[row + k], b[at], sum);
                at += side;
            }
            return sum;
        }

        private static double cellOfFour(double[] a, double[] b, int row, int column, int length, int side) {
            double p = 0;
            double q = 0;
            double r = 0;
            double s = 0;
            int at = column;
            for (int k = 0; k < length; k += 4) {
                p = Math.fma(a[row + k], b[at], p);
                q = Math.fma(a[row + k + 1], b[at + side], q);
                r = Math.fma(a[row + k + 2], b[at + 2 * side], r);
                s = Math.fma(a[row + k + 3], b[at + 3 * side], s);
                at += 4 * side;
            }
            return p + q + (r + s);
        }

        @Override
        public double things() {
            return (double) rows * columns * length;
        }

        @Override
        public Work work() {
            // A column touches one line in each row. The chain of one cell ends before the next begins, but the
            // processor
            // looks ahead over the end of short ones: then less than the whole chain is sure.
            double steps = things();
            double lookahead = 100;
            // Eight neighbouring columns share their lines; then others come from where the whole matrix lies.
            return Work.named("matrix, naive").chain(Work.Step.FMA, steps * length / (length
                    + lookahead))
                    .operations(Work.Operation.FLOAT, 2 * steps).lines(steps, 64.0 * length)
                    .lines(steps / 8, 8.0 * length * columns);
        }

        @Override
        public String[] reliefs() {
            return new String[] {"level", "core chain"};
        }

        @Override
        public Kernel relieved(String unit) {
            return unit.equals("level") ? new Naive(Verify.SMALL, sums) : new Naive(workingSet, 4);
        }
    }

    /**
     * Panels of the second matrix that fit the caches, and a block of twelve rows by two vectors that stays in registers.
     * The first matrix is kept in strips of twelve rows side by side: rows far apart cost 40% of the speed. Of large
     * matrices only some rows of the result are computed, and each panel of it grows in a tile of its own, block after
     * block in memory: where its rows lie far apart nothing fetches them ahead (66 against 56 Gflop/s at 1 GiB).
     */
    private static final class Blocked implements Kernel {
        private static final int ROWS = 12;
        private static final int DEPTH = 192;
        private static final int WIDE = 2 * LANES;
        /** Results up to this many bytes stay in a second-level cache wherever their rows lie. */
        private static final long NEAR = 1 << 20;

        private final int side;
        private final int rows;
        private final int panels;
        private final boolean half;
        private final long workingSet;
        private final double[] a;
        private final double[] b;
        private final double[] c;
        private final double[] packed;
        private final double[] tile;

        Blocked(long workingSet, boolean half) {
            this.workingSet = workingSet;
            this.half = half;
            int wanted = (int) Math.sqrt(workingSet / 24.0);
            side = Math.max(1, wanted / WIDE) * WIDE;
            boolean tiled = 8L * side * side > NEAR;
            rows = Math.max(1, Math.min(side, tiled ? 528 : 264) / ROWS) * ROWS;
            panels = tiled ? 32 : 16;
            a = Streams.ones(rows * side);
            b = Streams.ones(side * side);
            c = Streams.ones(rows * side);
            packed = new double[DEPTH * WIDE * panels];
            tile = tiled ? new double[rows * WIDE * panels] : null;
        }

        @Override
        public long run(int passes) {
            for (int pass = 0; pass < passes; pass++) {
                if (tile == null) {
                    near(a, b, c, packed, side, rows, panels, half);
                } else {
                    far(a, b, c, packed, tile, side, rows, panels, half);
                }
            }
            return passes;
        }

        private static void near(double[] a, double[] b, double[] c, double[] packed, int side, int rows, int panels,
                boolean half) {
            for (int j = 0; j < side; j += WIDE * panels) {
                int count = Math.min(panels, (side - j) / WIDE);
                for (int k = 0; k < side; k += DEPTH) {
                    int depth = Math.min(DEPTH, side - k);
                    pack(b, packed, k * side + j, side, depth, count);
                    for (int panel = 0; panel < count; panel++) {
                        for (int i = 0; i < rows; i += ROWS) {
                            either(half, a, i * side + k * ROWS, packed, panel * depth * WIDE, c,
                                    i * side + j + panel * WIDE, side, depth);
                        }
                    }
                }
            }
        }

        private static void far(double[] a, double[] b, double[] c, double[] packed, double[] tile, int side, int rows,
                int panels, boolean half) {
            for (int j = 0; j < side; j += WIDE * panels) {
                int count = Math.min(panels, (side - j) / WIDE);
                Arrays.fill(tile, 0.0);
                for (int k = 0; k < side; k += DEPTH) {
                    int depth = Math.min(DEPTH, side - k);
                    pack(b, packed, k * side + j, side, depth, count);
                    for (int panel = 0; panel < count; panel++) {
                        for (int i = 0; i < rows; i += ROWS) {
                            either(half, a, i * side + k * ROWS, packed, panel * depth * WIDE, tile,
                                    (panel * rows + i) * WIDE, WIDE, depth);
                        }
                    }
                }
                for (int i = 0; i < rows; i++) {
                    for (int panel = 0; panel < count; panel++) {
                        System.arraycopy(tile, (panel * rows + i) * WIDE, c, i * side + j + panel * WIDE, WIDE);
                    }
                }
            }
        }

        private static void either(boolean half, double[] a, int strip, double[] b, int from, double[] c, int to,
                int row, int depth) {
            if (half) {
                blockOfHalf(a, strip, b, from, c, to, row, depth);
            } else {
                block(a, strip, b, from, c, to, row, depth);
            }
        }

        /** Some rows of b as panels of two vectors' width, each row after the other. */
        private static void pack(double[] b, double[] packed, int from, int side, int depth, int panels) {
            for (int d = 0; d < depth; d++) {
                for (int panel = 0; panel < panels; panel++) {
                    int source = from + d * side + panel * WIDE;
                    int target = (panel * depth + d) * WIDE;
                    DoubleVector.fromArray(SPECIES, b, source).intoArray(packed, target);
                    DoubleVector.fromArray(SPECIES, b, source + LANES).intoArray(packed, target + LANES);
                }
            }
        }

        // Written out: a helper for the stores would be compiled alone first, and then be too large to be inlined.
        private static void block(double[] a, int strip, double[] b, int from, double[] c, int to, int row,
                int depth) {
            DoubleVector c00 = DoubleVector.zero(SPECIES);
            DoubleVector c01 = c00;
            DoubleVector c10 = c00;
            DoubleVector c11 = c00;
            DoubleVector c20 = c00;
            DoubleVector c21 = c00;
            DoubleVector c30 = c00;
            DoubleVector c31 = c00;
            DoubleVector c40 = c00;
            DoubleVector c41 = c00;
            DoubleVector c50 = c00;
            DoubleVector c51 = c00;
            DoubleVector c60 = c00;
            DoubleVector c61 = c00;
            DoubleVector c70 = c00;
            DoubleVector c71 = c00;
            DoubleVector c80 = c00;
            DoubleVector c81 = c00;
            DoubleVector c90 = c00;
            DoubleVector c91 = c00;
            DoubleVector ca0 = c00;
            DoubleVector ca1 = c00;
            DoubleVector cb0 = c00;
            DoubleVector cb1 = c00;
            for (int d = 0; d < depth; d++) {
                int at = strip + d * ROWS;
                DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, from + d * WIDE);
                DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, from + d * WIDE + LANES);
                DoubleVector x0 = DoubleVector.broadcast(SPECIES, a[at]);
                c00 = x0.fma(b0, c00);
                c01 = x0.fma(b1, c01);
                DoubleVector x1 = DoubleVector.broadcast(SPECIES, a[at + 1]);
                c10 = x1.fma(b0, c10);
                c11 = x1.fma(b1, c11);
                DoubleVector x2 = DoubleVector.broadcast(SPECIES, a[at + 2]);
                c20 = x2.fma(b0, c20);
                c21 = x2.fma(b1, c21);
                DoubleVector x3 = DoubleVector.broadcast(SPECIES, a[at + 3]);
                c30 = x3.fma(b0, c30);
                c31 = x3.fma(b1, c31);
                DoubleVector x4 = DoubleVector.broadcast(SPECIES, a[at + 4]);
                c40 = x4.fma(b0, c40);
                c41 = x4.fma(b1, c41);
                DoubleVector x5 = DoubleVector.broadcast(SPECIES, a[at + 5]);
                c50 = x5.fma(b0, c50);
                c51 = x5.fma(b1, c51);
                DoubleVector x6 = DoubleVector.broadcast(SPECIES, a[at + 6]);
                c60 = x6.fma(b0, c60);
                c61 = x6.fma(b1, c61);
                DoubleVector x7 = DoubleVector.broadcast(SPECIES, a[at + 7]);
                c70 = x7.fma(b0, c70);
                c71 = x7.fma(b1, c71);
                DoubleVector x8 = DoubleVector.broadcast(SPECIES, a[at + 8]);
                c80 = x8.fma(b0, c80);
                c81 = x8.fma(b1, c81);
                DoubleVector x9 = DoubleVector.broadcast(SPECIES, a[at + 9]);
                c90 = x9.fma(b0, c90);
                c91 = x9.fma(b1, c91);
                DoubleVector x10 = DoubleVector.broadcast(SPECIES, a[at + 10]);
                ca0 = x10.fma(b0, ca0);
                ca1 = x10.fma(b1, ca1);
                DoubleVector x11 = DoubleVector.broadcast(SPECIES, a[at + 11]);
                cb0 = x11.fma(b0, cb0);
                cb1 = x11.fma(b1, cb1);
            }
            int at = to;
            c00.add(DoubleVector.fromArray(SPECIES, c, at)).intoArray(c, at);
            c01.add(DoubleVector.fromArray(SPECIES, c, at + LANES)).intoArray(c, at + LANES);
            at += row;
            c10.add(DoubleVector.fromArray(SPECIES, c, at)).intoArray(c, at);
            c11.add(DoubleVector.fromArray(SPECIES, c, at + LANES)).intoArray(c, at + LANES);
            at += row;
            c20.add(DoubleVector.fromArray(SPECIES, c, at)).intoArray(c, at);
            c21.add(DoubleVector.fromArray(SPECIES, c, at + LANES)).intoArray(c, at + LANES);
            at += row;
            c30.add(DoubleVector.fromArray(SPECIES, c, at)).intoArray(c, at);
            c31.add(DoubleVector.fromArray(SPECIES, c, at + LANES)).intoArray(c, at + LANES);
            at += row;
            c40.add(DoubleVector.fromArray(SPECIES, c, at)).intoArray(c, at);
            c41.add(DoubleVector.fromArray(SPECIES, c, at + LANES)).intoArray(c, at + LANES);
            at += row;
            c50.add(DoubleVector.fromArray(SPECIES, c, at)).intoArray(c, at);
            c51.add(DoubleVector.fromArray(SPECIES, c, at + LANES)).intoArray(c, at + LANES);
            at += row;
            c60.add(DoubleVector.fromArray(SPECIES, c, at)).intoArray(c, at);
            c61.add(DoubleVector.fromArray(SPECIES, c, at + LANES)).intoArray(c, at + LANES);
            at += row;
            c70.add(DoubleVector.fromArray(SPECIES, c, at)).intoArray(c, at);
            c71.add(DoubleVector.fromArray(SPECIES, c, at + LANES)).intoArray(c, at + LANES);
            at += row;
            c80.add(DoubleVector.fromArray(SPECIES, c, at)).intoArray(c, at);
            c81.add(DoubleVector.fromArray(SPECIES, c, at + LANES)).intoArray(c, at + LANES);
            at += row;
            c90.add(DoubleVector.fromArray(SPECIES, c, at)).intoArray(c, at);
            c91.add(DoubleVector.fromArray(SPECIES, c, at + LANES)).intoArray(c, at + LANES);
            at += row;
            ca0.add(DoubleVector.fromArray(SPECIES, c, at)).intoArray(c, at);
            ca1.add(DoubleVector.fromArray(SPECIES, c, at + LANES)).intoArray(c, at + LANES);
            at += row;
            cb0.add(DoubleVector.fromArray(SPECIES, c, at)).intoArray(c, at);
            cb1.add(DoubleVector.fromArray(SPECIES, c, at + LANES)).intoArray(c, at + LANES);
        }

        /** The same rows and the same steps, but half as wide: half the arithmetic. */
        private static void blockOfHalf(double[] a, int strip, double[] b, int from, double[] c, int to, int row,
                int depth) {
            DoubleVector c00 = DoubleVector.zero(SPECIES);
            DoubleVector c10 = c00;
            DoubleVector c20 = c00;
            DoubleVector c30 = c00;
            DoubleVector c40 = c00;
            DoubleVector c50 = c00;
            DoubleVector c60 = c00;
            DoubleVector c70 = c00;
            DoubleVector c80 = c00;
            DoubleVector c90 = c00;
            DoubleVector ca0 = c00;
            DoubleVector cb0 = c00;
            for (int d = 0; d < depth; d++) {
                int at = strip + d * ROWS;
                DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, from + d * WIDE);
                DoubleVector x0 = DoubleVector.broadcast(SPECIES, a[at]);
                c00 = x0.fma(b0, c00);
                DoubleVector x1 = DoubleVector.broadcast(SPECIES, a[at + 1]);
                c10 = x1.fma(b0, c10);
                DoubleVector x2 = DoubleVector.broadcast(SPECIES, a[at + 2]);
                c20 = x2.fma(b0, c20);
                DoubleVector x3 = DoubleVector.broadcast(SPECIES, a[at + 3]);
                c30 = x3.fma(b0, c30);
                DoubleVector x4 = DoubleVector.broadcast(SPECIES, a[at + 4]);
                c40 = x4.fma(b0, c40);
                DoubleVector x5 = DoubleVector.broadcast(SPECIES, a[at + 5]);
                c50 = x5.fma(b0, c50);
                DoubleVector x6 = DoubleVector.broadcast(SPECIES, a[at + 6]);
                c60 = x6.fma(b0, c60);
                DoubleVector x7 = DoubleVector.broadcast(SPECIES, a[at + 7]);
                c70 = x7.fma(b0, c70);
                DoubleVector x8 = DoubleVector.broadcast(SPECIES, a[at + 8]);
                c80 = x8.fma(b0, c80);
                DoubleVector x9 = DoubleVector.broadcast(SPECIES, a[at + 9]);
                c90 = x9.fma(b0, c90);
                DoubleVector x10 = DoubleVector.broadcast(SPECIES, a[at + 10]);
                ca0 = x10.fma(b0, ca0);
                DoubleVector x11 = DoubleVector.broadcast(SPECIES, a[at + 11]);
                cb0 = x11.fma(b0, cb0);
            }
            int at = to;
            c00.add(DoubleVector.fromArray(SPECIES, c, at)).intoArray(c, at);
            c00.add(DoubleVector.fromArray(SPECIES, c, at + LANES)).intoArray(c, at + LANES);
            at += row;
            c10.add(DoubleVector.fromArray(SPECIES, c, at)).intoArray(c, at);
            c10.add(DoubleVector.fromArray(SPECIES, c, at + LANES)).intoArray(c, at + LANES);
            at += row;
            c20.add(DoubleVector.fromArray(SPECIES, c, at)).intoArray(c, at);
            c20.add(DoubleVector.fromArray(SPECIES, c, at + LANES)).intoArray(c, at + LANES);
            at += row;
            c30.add(DoubleVector.fromArray(SPECIES, c, at)).intoArray(c, at);
            c30.add(DoubleVector.fromArray(SPECIES, c, at + LANES)).intoArray(c, at + LANES);
            at += row;
            c40.add(DoubleVector.fromArray(SPECIES, c, at)).intoArray(c, at);
            c40.add(DoubleVector.fromArray(SPECIES, c, at + LANES)).intoArray(c, at + LANES);
            at += row;
            c50.add(DoubleVector.fromArray(SPECIES, c, at)).intoArray(c, at);
            c50.add(DoubleVector.fromArray(SPECIES, c, at + LANES)).intoArray(c, at + LANES);
            at += row;
            c60.add(DoubleVector.fromArray(SPECIES, c, at)).intoArray(c, at);
            c60.add(DoubleVector.fromArray(SPECIES, c, at + LANES)).intoArray(c, at + LANES);
            at += row;
            c70.add(DoubleVector.fromArray(SPECIES, c, at)).intoArray(c, at);
            c70.add(DoubleVector.fromArray(SPECIES, c, at + LANES)).intoArray(c, at + LANES);
            at += row;
            c80.add(DoubleVector.fromArray(SPECIES, c, at)).intoArray(c, at);
            c80.add(DoubleVector.fromArray(SPECIES, c, at + LANES)).intoArray(c, at + LANES);
            at += row;
            c90.add(DoubleVector.fromArray(SPECIES, c, at)).intoArray(c, at);
            c90.add(DoubleVector.fromArray(SPECIES, c, at + LANES)).intoArray(c, at + LANES);
            at += row;
            ca0.add(DoubleVector.fromArray(SPECIES, c, at)).intoArray(c, at);
            ca0.add(DoubleVector.fromArray(SPECIES, c, at + LANES)).intoArray(c, at + LANES);
            at += row;
            cb0.add(DoubleVector.fromArray(SPECIES, c, at)).intoArray(c, at);
            cb0.add(DoubleVector.fromArray(SPECIES, c, at + LANES)).intoArray(c, at + LANES);
        }

        @Override
        public double things() {
            return (double) rows * side * side;
        }

        @Override
        public Work work() {
            return Work.named("matrix, blocked").operations(Work.Operation.VECTOR_FLOAT, 2 * things())
                    .stream(8.0 * side * side, 0, 8.0 * side * side);
        }

        @Override
        public String[] reliefs() {
            return new String[] {"level", "core float, vector"};
        }

        @Override
        public Kernel relieved(String unit) {
            return unit.equals("level") ? new Blocked(Math.min(workingSet, 200_000), half) : new Blocked(workingSet,
                    true);
        }
    }
}
