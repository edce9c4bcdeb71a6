package dev.adder.stdlib.math;

import dev.adder.runtime.Errors;
import java.util.Arrays;

/** Sums without loss: fsum (Shewchuk), the length of a vector, sums of products in triple precision. */
final class ExactSums {
    private ExactSums() {
    }

    /** The correctly rounded sum of the numbers given to {@link #add}. */
    static final class Partials {
        /** Non-overlapping, growing in size; their exact sum is the sum of all. */
        private double[] partials = new double[32];
        private int count;
        private double special;
        private double infinities;

        void add(final double value) {
            double x = value;
            int kept = 0;
            for (int i = 0; i < count; i++) {
                double y = partials[i];
                if (Math.abs(x) < Math.abs(y)) {
                    final double swap = x;
                    x = y;
                    y = swap;
                }
                final double high = x + y;
                final double low = y - (high - x);
                if (low != 0) {
                    partials[kept++] = low;
                }
                x = high;
            }
            count = kept;
            if (x != 0) {
                if (Double.isNaN(x) || Double.isInfinite(x)) {
                    if (!Double.isNaN(value) && !Double.isInfinite(value)) {
                        throw Errors.overflowError("intermediate overflow in fsum");
                    }
                    if (Double.isInfinite(value)) {
                        infinities += value;
                    }
                    special += value;
                    count = 0;
                    return;
                }
                if (count == partials.length) {
                    partials = Arrays.copyOf(partials, 2 * count);
                }
                partials[count++] = x;
            }
        }

        double sum() {
            if (special != 0) {
                if (Double.isNaN(infinities)) {
                    throw Errors.valueError("-inf + inf in fsum");
                }
                return special;
            }
            int n = count;
            if (n == 0) {
                return 0;
            }
            double high = partials[--n];
            double low = 0;
            while (n > 0) {
                final double x = high;
                final double y = partials[--n];
                high = x + y;
                low = y - (high - x);
                if (low != 0) {
                    break;
                }
            }
            // Half-even across the partials that are left: a tie is decided by the next one.
            if (n > 0 && (low < 0 && partials[n - 1] < 0 || low > 0 && partials[n - 1] > 0)) {
                final double y = low * 2;
                final double x = high + y;
                if (y == x - high) {
                    high = x;
                }
            }
            return high;
        }
    }

    /** The Euclidean length: scaled, squared without loss, and corrected once (CPython: vector_norm). */
    static double norm(final double[] vector, final double max, final boolean hasNaN) {
        if (Double.isInfinite(max)) {
            return max;
        }
        if (hasNaN) {
            return Double.NaN;
        }
        if (max == 0 || vector.length <= 1) {
            return max;
        }
        final int exponent = Math.getExponent(max) < Double.MIN_EXPONENT ? -2000 : Math.getExponent(max) + 1;
        if (exponent < -1023) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] /= Double.MIN_NORMAL;
            }
            return Double.MIN_NORMAL * norm(vector, max / Double.MIN_NORMAL, false);
        }
        final double scale = Math.scalb(1.0, -exponent);
        double sum = 1;
        double fraction1 = 0;
        double fraction2 = 0;
        for (final double item : vector) {
            final double x = item * scale;
            final double square = x * x;
            final double next = sum + square;
            fraction1 += Math.fma(x, x, -square);
            fraction2 += sum - next + square;
            sum = next;
        }
        double h = Math.sqrt(sum - 1.0 + (fraction1 + fraction2));
        final double square = -h * h;
        final double next = sum + square;
        fraction1 += Math.fma(-h, h, -square);
        fraction2 += sum - next + square;
        sum = next;
        h += (sum - 1.0 + (fraction1 + fraction2)) / (2.0 * h);
        return h / scale;
    }

    /** A sum of products in three doubles. */
    static final class Products {
        private double high;
        private double low;
        private double tiny;

        void add(final double x, final double y) {
            final double product = x * y;
            final double rest = Math.fma(x, y, -product);
            final double a = high + product;
            final double aLow = error(high, product, a);
            final double b = low + rest;
            final double bLow = error(low, rest, b);
            final double c = b + aLow;
            final double cLow = error(b, aLow, c);
            high = a;
            low = c;
            tiny += bLow + cLow;
        }

        /** What is lost in {@code sum = a + b}. */
        private static double error(final double a, final double b, final double sum) {
            final double z = sum - a;
            return a - (sum - z) + (b - z);
        }

        double sum() {
            final double last = low + tiny;
            final double total = high + last;
            return total + (error(high, last, total) + error(low, tiny, last));
        }
    }
}
