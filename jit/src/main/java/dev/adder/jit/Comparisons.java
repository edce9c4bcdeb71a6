package dev.adder.jit;

import dev.adder.language.text.Str;

/** Comparisons of texts, and the smaller and larger of two floats, as units call them. */
public final class Comparisons {
    private Comparisons() {
    }

    public static boolean eq(final Object a, final Object b) {
        if (a instanceof String x && b instanceof String y) {
            return x.equals(y);
        }
        throw Failed.FAILED;
    }

    public static boolean ne(final Object a, final Object b) {
        return !eq(a, b);
    }

    public static boolean lt(final Object a, final Object b) {
        return compare(a, b) < 0;
    }

    public static boolean le(final Object a, final Object b) {
        return compare(a, b) <= 0;
    }

    public static boolean gt(final Object a, final Object b) {
        return compare(a, b) > 0;
    }

    public static boolean ge(final Object a, final Object b) {
        return compare(a, b) >= 0;
    }

    private static int compare(final Object a, final Object b) {
        if (a instanceof String x && b instanceof String y) {
            return Str.compare(x, y);
        }
        throw Failed.FAILED;
    }

    /** As Python's {@code min}: the first where neither is smaller, be it nan or a zero of either sign. */
    public static double min(final double a, final double b) {
        return b < a ? b : a;
    }

    public static double max(final double a, final double b) {
        return b > a ? b : a;
    }
}
