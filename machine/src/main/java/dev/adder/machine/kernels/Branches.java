package dev.adder.machine.kernels;

import dev.adder.machine.prediction.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Kernels ruled by branches and chains: sort, parse, sum of a boxed list. */
final class Branches {
    private Branches() {
    }

    static Kernel of(String name, long workingSet) {
        return switch (name) {
            case "sort" -> new Sort(workingSet, true);
            case "parse" -> new Parse(workingSet, true);
            case "boxed sum" -> new Boxed(workingSet, 1);
            default -> null;
        };
    }

    /**
     * Merge sort. Which of two runs gives the next element is a coin for random data, and nobody predicts a coin: half
     * of
     * the comparisons are mispredicted. Each pass sorts other data: a processor learns a short array by heart.
     */
    private static final class Sort implements Kernel {
        /** Below this many doublings of runs a pass begins; larger data is sorted in blocks of that many elements. */
        private static final int MOST = 1 << 20;

        private static final int POOL = 1 << 20;

        private final long[] data;
        private final long[] work;
        private final long[] spare;
        private final long workingSet;
        private final int length;
        private double coins;
        private int from;

        Sort(long workingSet, boolean random) {
            this.workingSet = workingSet;
            length = (int) Math.min(Math.max(workingSet / 24, 256), 1 << 26);
            data = new long[Math.max(length, POOL)];
            SplittableRandom source = new SplittableRandom(3);
            for (int i = 0; i < data.length; i++) {
                data[i] = random ? source.nextLong() : i;
            }
            work = new long[length];
            spare = new long[length];
        }

        @Override
        public long run(int passes) {
            for (int pass = 0; pass < passes; pass++) {
                from = from + 2 * length <= data.length ? from + length : 0;
                System.arraycopy(data, from, work, 0, length);
                for (int block = 0; block < length; block += MOST) {
                    sort(work, spare, block, Math.min(length, block + MOST));
                }
            }
            return work[0];
        }

        private static void sort(long[] data, long[] spare, int from, int to) {
            long[] source = data;
            long[] target = spare;
            for (int width = 1; width < to - from; width *= 2) {
                for (int at = from; at < to; at += 2 * width) {
                    merge(source, target, at, Math.min(to, at + width), Math.min(to, at + 2 * width));
                }
                long[] other = source;
                source = target;
                target = other;
            }
        }

        private static void merge(long[] source, long[] target, int from, int middle, int to) {
            int left = from;
            int right = middle;
            int at = from;
            while (left < middle && right < to) {
                // Stores on both sides keep this a branch.
                if (source[left] <= source[right]) {
                    target[at++] = source[left++];
                } else {
                    target[at++] = source[right++];
                }
            }
            while (left < middle) {
                target[at++] = source[left++];
            }
            while (right < to) {
                target[at++] = source[right++];
            }
        }

        /** Comparisons whose outcome is a coin: in a merge of two runs all but the tail; and the end of each merge. */
        private double coins() {
            if (coins == 0) {
                int block = Math.min(length, MOST);
                double blocks = (double) length / block;
                for (int width = 1; width < block; width *= 2) {
                    double merges = Math.ceil(block / (2.0 * width));
                    // The expected tail of a merge of two runs of w is 2w/(w+1).
                    coins += merges * (2 * width - 2.0 * width / (width + 1)) * blocks;
                }
            }
            return coins;
        }

        @Override
        public double things() {
            return length;
        }

        @Override
        public Work work() {
            double levels = Math.ceil(Math.log(Math.min(length, MOST)) / Math.log(2));
            // Short merges repeat patterns of few bits, and some coins fall as predicted runs: 0.4 instead of one half.
            return Work.named("sort").mispredictions(0.4 * coins()).stream(8.0 * length * levels, 8.0 * length * levels,
                    16.0 * Math.min(length, MOST)).operations(Work.Operation.INT, 4.0 * length * levels);
        }

        @Override
        public String[] reliefs() {
            return new String[] {"level", "core branches"};
        }

        @Override
        public Kernel relieved(String unit) {
            return unit.equals("level") ? new Sort(workingSet, true) : new Sort(workingSet, false);
        }
    }

    /**
     * Decimal numbers of one to eight digits parted by commas; where a number ends is a coin again. Each pass parses
     * other
     * text, from a pool too large to be learnt by heart.
     */
    private static final class Parse implements Kernel {
        private static final int MOST = 1 << 28;
        private static final int POOL = 4 << 20;

        private final byte[] text;
        private final int length;
        private int from;
        private final long workingSet;
        private final boolean random;
        private double fields;

        Parse(long workingSet, boolean random) {
            this.workingSet = workingSet;
            this.random = random;
            length = (int) Math.min(workingSet, MOST);
            text = new byte[Math.max(length, POOL)];
            SplittableRandom source = new SplittableRandom(11);
            int at = 0;
            while (at + 9 < text.length) {
                int digits = random ? 1 + source.nextInt(8) : 4;
                for (int i = 0; i < digits; i++) {
                    text[at++] = (byte) ('1' + source.nextInt(9));
                }
                text[at++] = ',';
                fields++;
            }
            while (at < text.length) {
                text[at++] = ',';
            }
        }

        @Override
        public long run(int passes) {
            long sum = 0;
            for (int pass = 0; pass < passes; pass++) {
                from = from + 2 * length <= text.length ? from + length : 0;
                sum += parse(text, from, from + length);
            }
            return sum;
        }

        private static long parse(byte[] text, int from, int to) {
            long sum = 0;
            long value = 0;
            for (int i = from; i < to; i++) {
                int digit = text[i] - '0';
                if (digit >= 0) {
                    value = value * 10 + digit;
                } else {
                    sum = sum * 31 + value;
                    value = 0;
                }
            }
            return sum;
        }

        @Override
        public double things() {
            return length;
        }

        @Override
        public Work work() {
            double numbers = fields * length / text.length;
            // With one to eight digits equally likely, the best guess at each digit is "goes on"; it fails 7/8 of a
            // time a
            // field, once of two at the seventh digit, never after the eighth.
            return Work.named("parse").mispredictions(random ? 0.875 * numbers : 0)
                    .chain(Work.Step.INT_MUL, numbers).stream(length, 0, length).operations(Work.Operation.INT,
                            3.0 * length);
        }

        @Override
        public String[] reliefs() {
            return new String[] {"level", "core branches"};
        }

        @Override
        public Kernel relieved(String unit) {
            return unit.equals("level") ? new Parse(Verify.SMALL, random) : new Parse(workingSet, false);
        }
    }

    /** Floats as objects behind pointers, summed in order as Python does. */
    private static final class Boxed implements Kernel {
        private final Double[] list;
        private final int sums;
        private final long workingSet;

        Boxed(long workingSet, int sums) {
            this.workingSet = workingSet;
            this.sums = sums;
            // A reference and an object.
            int length = (int) Math.min(workingSet / (4 + Verify.BOX), 1 << 27) / 4 * 4;
            List<Double> made = new ArrayList<>(length);
            for (int i = 0; i < length; i++) {
                made.add(Double.valueOf(i + 0.5));
            }
            list = made.toArray(new Double[0]);
        }

        @Override
        public long run(int passes) {
            double sum = 0;
            for (int pass = 0; pass < passes; pass++) {
                sum += sums == 1 ? sum(list) : sumOfFour(list);
            }
            return (long) sum;
        }

        private static double sum(Double[] list) {
            double sum = 0;
            for (Double value : list) {
                sum += value;
            }
            return sum;
        }

        private static double sumOfFour(Double[] list) {
            double p = 0;
            double q = 0;
            double r = 0;
            double s = 0;
            for (int i = 0; i < list.length; i += 4) {
                p += list[i];
                q += list[i + 1];
                r += list[i + 2];
                s += list[i + 3];
            }
            return p + q + (r + s);
        }

        @Override
        public double things() {
            return list.length;
        }

        @Override
        public Work work() {
            double bytes = (4.0 + Verify.BOX) * list.length;
            return Work.named("boxed sum").stream(bytes, 0, bytes)
                    .chain(sums == 1 ? Work.Step.FLOAT_ADD : Work.Step.INT_ADD, sums == 1 ? list.length : 0);
        }

        @Override
        public String[] reliefs() {
            return new String[] {"level", "core chain", "level and core chain"};
        }

        @Override
        public Kernel relieved(String unit) {
            return new Boxed(unit.startsWith("level") ? Verify.SMALL : workingSet, unit.equals("level") ? sums : 4);
        }
    }
}
