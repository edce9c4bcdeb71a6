package dev.adder.language.text;

import java.math.BigInteger;

/**
 * The float nearest to a decimal of few digits, by one multiplication: D. Lemire, Number Parsing at a Gigabyte per Second
 * (2021), for the powers of ten that occur in everyday numbers. Where 64 bits of the power leave a doubt, 128 do not.
 */
public final class DecimalFloat {

    /** Digits and decimals up to which {@link #of} answers. */
    public static final int MOST = 18;

    private static final int SIGNIFICAND = 52;
    private static final int BIAS = 1023;
    /** Enough of 2^k / 5^n for each n to be used: the upper 64 bits, then the lower. */
    private static final long[] RECIPROCALS = reciprocals();
    /** The upper half of a product is as good as the whole one unless these bits are all ones. */
    private static final long DOUBTFUL = -1L >>> SIGNIFICAND + 3;
    /** As far as a decimal may lie exactly between two floats: 5^4 still divides such a significand. */
    private static final int HALFWAY = 4;

    private DecimalFloat() {
    }

    private static long[] reciprocals() {
        long[] table = new long[2 * MOST + 2];
        for (int n = 1; n <= MOST; n++) {
            BigInteger power = BigInteger.valueOf(5).pow(n);
            BigInteger reciprocal = BigInteger.ONE.shiftLeft(power.bitLength() + 127).divide(power).add(BigInteger.ONE);
            table[2 * n] = reciprocal.shiftRight(64).longValue();
            table[2 * n + 1] = reciprocal.longValue();
        }
        return table;
    }

    /** {@code digits / 10^places}, rounded half to even; both at most what {@link #MOST} says, digits not negative. */
    public static double of(long digits, int places) {
        if (digits == 0 || places == 0) {
            return digits;
        }
        int zeros = Long.numberOfLeadingZeros(digits);
        long w = digits << zeros;
        long high = Math.unsignedMultiplyHigh(w, RECIPROCALS[2 * places]);
        long low = w * RECIPROCALS[2 * places];
        if ((high & DOUBTFUL) == DOUBTFUL) {
            long more = Math.unsignedMultiplyHigh(w, RECIPROCALS[2 * places + 1]);
            low += more;
            if (Long.compareUnsigned(more, low) > 0) {
                high++;
            }
        }
        int upper = (int) (high >>> 63);
        int shift = upper + 64 - SIGNIFICAND - 3;
        long significand = high >>> shift;
        // 217706 / 65536 is the logarithm of 10 to the base 2.
        int exponent = (217706 * -places >> 16) + 63 + upper - zeros + BIAS;
        if (Long.compareUnsigned(low, 1) <= 0 && places <= HALFWAY && (significand & 3) == 1
                && significand << shift == high) {
            significand &= ~1L;
        }
        significand += significand & 1;
        significand >>>= 1;
        if (significand >= 2L << SIGNIFICAND) {
            significand = 1L << SIGNIFICAND;
            exponent++;
        }
        return Double.longBitsToDouble(significand & ~(1L << SIGNIFICAND) | (long) exponent << SIGNIFICAND);
    }
}
