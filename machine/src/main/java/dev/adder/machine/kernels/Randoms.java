package dev.adder.machine.kernels;

import dev.adder.machine.prediction.Work;
import java.util.SplittableRandom;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Kernels that jump about: pointer chase, histogram, hash build and probe. */
final class Randoms {
    private Randoms() {
    }

    static Kernel of(String name, long workingSet) {
        return switch (name) {
            case "pointer chase" -> new Chase(workingSet);
            case "histogram" -> new Histogram(workingSet);
            case "hash build, probe" -> new Hash(workingSet);
            default -> null;
        };
    }

    /** One word in each line points to another line. */
    private static final class Chase implements Kernel {
        private static final int STEPS = 20_000;
        private static final int LINE = 8;

        private final long[] next;
        private int at;

        Chase(long workingSet) {
            int lines = (int) Math.min(workingSet / 64, 1 << 25);
            next = new long[lines * LINE];
            int[] order = new int[lines];
            for (int i = 0; i < lines; i++) {
                order[i] = i;
            }
            SplittableRandom random = new SplittableRandom(7);
            for (int i = lines - 1; i > 0; i--) {
                int j = random.nextInt(i);
                int t = order[i];
                order[i] = order[j];
                order[j] = t;
            }
            for (int i = 0; i < lines; i++) {
                next[i * LINE] = order[i] * LINE;
            }
        }

        @Override
        public long run(int passes) {
            for (int pass = 0; pass < passes; pass++) {
                at = walk(next, at);
            }
            return at;
        }

        private static int walk(long[] next, int from) {
            int at = from;
            for (int i = 0; i < STEPS; i++) {
                at = (int) next[at];
            }
            return at;
        }

        @Override
        public double things() {
            return STEPS;
        }

        @Override
        public Work work() {
            return Work.named("pointer chase").chase(STEPS, 8.0 * next.length);
        }

        @Override
        public String[] reliefs() {
            return new String[] {"level", "L1d"};
        }

        @Override
        public Kernel relieved(String unit) {
            return unit.equals("level") ? new Chase(Verify.SMALL) : new Additions(STEPS);
        }
    }

    /** Counts random keys; the table is the working set, the keys are made on the way. */
    private static final class Histogram implements Kernel {
        private static final int KEYS = 20_000;

        private final long[] counts;
        private final boolean given;
        private int seed;

        Histogram(long workingSet) {
            this(workingSet, false);
        }

        Histogram(long workingSet, boolean given) {
            this.given = given;
            counts = new long[(int) Math.min(Long.highestOneBit(workingSet / 8), 1 << 29)];
        }

        @Override
        public long run(int passes) {
            for (int pass = 0; pass < passes; pass++) {
                if (given) {
                    countGiven(counts, seed);
                } else {
                    count(counts, seed);
                }
                seed += KEYS;
            }
            return counts[0];
        }

        /** The keys are the count itself, times a line and a bit. */
        private static void countGiven(long[] counts, int seed) {
            int mask = counts.length - 1;
            for (int i = 0; i < KEYS; i++) {
                counts[(seed + i) * 11 & mask]++;
            }
        }

        private static void count(long[] counts, int seed) {
            int mask = counts.length - 1;
            for (int i = 0; i < KEYS; i++) {
                long key = (seed + i) * 0x9E3779B97F4A7C15L;
                counts[(int) (key ^ key >>> 32) & mask]++;
            }
        }

        @Override
        public double things() {
            return KEYS;
        }

        @Override
        public Work work() {
            // A key: its number made long, multiplied, copied, shifted, xored, masked; one added; the loop's count.
            return Work.named("histogram").scatter(0, KEYS, 8.0 * counts.length).operations(Work.Operation.INT,
                    8.0 * KEYS);
        }

        @Override
        public String[] reliefs() {
            return new String[] {"level", "L1d", "core integer, scalar"};
        }

        @Override
        public Kernel relieved(String unit) {
            return switch (unit) {
                case "level" -> new Histogram(Verify.SMALL);
                case "L1d" -> new Keys(KEYS);
                default -> new Histogram(8L * counts.length, true);
            };
        }
    }

    /** Buckets of one line; a probe compares a whole bucket at once, so that no branch depends on the data. */
    private static final class Hash implements Kernel {
        private static final VectorSpecies<Long> BUCKET = LongVector.SPECIES_PREFERRED;
        private static final int SLOTS = BUCKET.length();
        private static final int KEYS = 8_000;
        private static final long MIX = 0x9E3779B97F4A7C15L;

        private final long[] table;
        private final String relief;
        private int seed;

        Hash(long workingSet) {
            this(workingSet, "");
        }

        Hash(long workingSet, String relief) {
            this.relief = relief;
            table = new long[(int) Math.min(Long.highestOneBit(workingSet / 8), 1 << 29)];
        }

        @Override
        public long run(int passes) {
            long found = 0;
            for (int pass = 0; pass < passes; pass++) {
                switch (relief) {
                    case "L1d" -> found += onlyKeys(table.length, seed);
                    case "core integer, scalar" -> found += buildAndProbeGiven(table, seed);
                    default -> {
                        build(table, seed);
                        found += probe(table, seed);
                    }
                }
                seed += KEYS;
            }
            return found;
        }

        /** Both loops without the table. */
        private static long onlyKeys(int length, int seed) {
            int mask = (length - 1) & -SLOTS;
            long sum = 0;
            for (int i = 0; i < KEYS; i++) {
                long key = (seed + i) * MIX;
                sum += ((int) (key ^ key >>> 32) & mask) + ((int) (key >>> 61) & SLOTS - 1);
            }
            for (int i = 0; i < KEYS; i++) {
                long key = (seed - 7919L * (i & 1023) + i) * MIX;
                sum += (int) (key ^ key >>> 32) & mask;
            }
            return sum;
        }

        /** Both loops with places that need no hashing. */
        private static long buildAndProbeGiven(long[] table, int seed) {
            int mask = (table.length - 1) & -SLOTS;
            for (int i = 0; i < KEYS; i++) {
                table[((seed + i) * 9 & mask) + (i & SLOTS - 1)] = i;
            }
            long found = 0;
            for (int i = 0; i < KEYS; i++) {
                found += LongVector.fromArray(BUCKET, table, (seed - i) * 9 & mask).compare(VectorOperators.EQ, i)
                        .trueCount();
            }
            return found;
        }

        private static void build(long[] table, int seed) {
            int mask = (table.length - 1) & -SLOTS;
            for (int i = 0; i < KEYS; i++) {
                long key = (seed + i) * MIX;
                long place = key ^ key >>> 32;
                table[((int) place & mask) + ((int) (key >>> 61) & SLOTS - 1)] = key;
            }
        }

        private static long probe(long[] table, int seed) {
            int mask = (table.length - 1) & -SLOTS;
            long found = 0;
            // Other keys than those just built, so that the bucket has to come from where it lies.
            for (int i = 0; i < KEYS; i++) {
                long key = (seed - 7919L * (i & 1023) + i) * MIX;
                long place = key ^ key >>> 32;
                VectorMask<Long> equal = LongVector.fromArray(BUCKET, table,
                        (int) place & mask).compare(VectorOperators.EQ, key);
                found += equal.trueCount();
            }
            return found;
        }

        @Override
        public double things() {
            return 2.0 * KEYS;
        }

        @Override
        public Work work() {
            // As for the histogram, with the slot's shift and mask; to probe, another key first, and the bits counted.
            return Work.named("hash build, probe").scatter(KEYS, KEYS, 8.0 * table.length)
                    .operations(Work.Operation.INT, (9.0 + 14) * KEYS);
        }

        @Override
        public String[] reliefs() {
            return new String[] {"level", "L1d", "core integer, scalar"};
        }

        @Override
        public Kernel relieved(String unit) {
            return switch (unit) {
                case "level" -> new Hash(Verify.SMALL);
                case "L1d" -> new Hash(8L * table.length, "L1d");
                default -> new Hash(8L * table.length, unit);
            };
        }
    }

    /** The histogram's keys, added instead of counted. */
    private record Keys(int steps) implements Kernel {
        @Override
        public long run(int passes) {
            long sum = 0;
            for (int pass = 0; pass < passes; pass++) {
                sum += keys((int) sum, steps);
            }
            return sum;
        }

        private static long keys(int seed, int steps) {
            long sum = 0;
            for (int i = 0; i < steps; i++) {
                long key = (seed + i) * 0x9E3779B97F4A7C15L;
                sum += (int) (key ^ key >>> 32) & 0xFFFF;
            }
            return sum;
        }

        @Override
        public double things() {
            return steps;
        }

        @Override
        public Work work() {
            throw new UnsupportedOperationException();
        }
    }

    /** Additions, each waiting for the one before: a chase without its loads. */
    private record Additions(int steps) implements Kernel {
        @Override
        public long run(int passes) {
            long sum = 0;
            for (int pass = 0; pass < passes; pass++) {
                sum = chain(sum, steps);
            }
            return sum;
        }

        private static long chain(long from, int steps) {
            long sum = from;
            for (int i = 0; i < steps; i++) {
                sum = (sum ^ i) + steps;
            }
            return sum;
        }

        @Override
        public double things() {
            return steps;
        }

        @Override
        public Work work() {
            throw new UnsupportedOperationException();
        }
    }
}
