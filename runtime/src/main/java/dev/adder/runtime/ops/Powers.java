package dev.adder.runtime.ops;

/**
 * {@code pow} with the bits of the platform's libm, decided without it for squares and square roots.
 *
 * <p>The analysis in glibc's e_pow.c bounds its error before the last rounding by 0.0275 units in the last place for an
 * exponent of 0.5, and by 0.0435 for 2 (0.011 of exp, and the logarithm's 1.5 * 2^-68 times the exponent's size). So
 * where the true value, known from the exact remainder, lies further than that from the middle between two floats,
 * {@code pow} rounds as {@code sqrt} and the product do. The others, one in sixteen or eight, are asked of libm: near
 * the middle it is not always right, and its wrong bits are CPython's. A root takes 4 ns in place of 40. For roots of what
 * is between 2^-64 and 2^64 the bound is 0.012, since the logarithm is small: one in 32 is asked of libm (a call costs the
 * planets of {@code numeric_nbody} far more than its own time: nothing overlaps with it).
 */
public final class Powers {
    private static final double NEAR_ROOT_SURE = 0.5 - 1.0 / 64;
    private static final double ROOT_SURE = 0.5 - 1.0 / 32;
    private static final double SQUARE_SURE = 0.5 - 1.0 / 16;

    private Powers() {
    }

    public static double pow(final double x, final double y) {
        if (y == 0.5) {
            if (isNear(x)) {
                return nearRoot(x);
            }
            if (x > 1e-280 && x < 1e300) {
                return farRoot(x);
            }
        } else if (y == 2.0) {
            final double square = x * x;
            if (square > 1e-250 && square < 1e300
                    && Math.abs(Math.fma(x, x, -square)) < SQUARE_SURE * ulp(square)) {
                return square;
            }
        }
        return LibM.pow(x, y);
    }

    /** Whether {@link #nearRoot} can be asked. */
    public static boolean isNear(final double x) {
        return x > 0x1p-64 && x < 0x1p64;
    }

    /** {@code pow(x, 0.5)}, for compiled code: without a comparison that the range has decided. */
    public static double nearRoot(final double x) {
        final double root = Math.sqrt(x);
        return Math.abs(Math.fma(-root, root, x)) < 2 * NEAR_ROOT_SURE * root * ulp(root) ? root : LibM.pow(x, 0.5);
    }

    private static double farRoot(final double x) {
        final double root = Math.sqrt(x);
        return Math.abs(Math.fma(-root, root, x)) < 2 * ROOT_SURE * root * ulp(root) ? root : LibM.pow(x, 0.5);
    }

    /** The unit in the last place of a positive float that is not near the ends of the range. */
    private static double ulp(final double x) {
        return Double.longBitsToDouble((Double.doubleToRawLongBits(x) & 0x7ff0000000000000L) - (52L << 52));
    }
}
