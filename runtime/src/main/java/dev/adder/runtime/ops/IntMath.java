package dev.adder.runtime.ops;

import dev.adder.runtime.Errors;
import dev.adder.runtime.objects.PyIntSub;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Arithmetic on ints: {@code Long} where it fits, {@code BigInteger} only where not, never both for one value. */
public final class IntMath {
    private static final BigInteger MIN_LONG = BigInteger.valueOf(Long.MIN_VALUE);

    private IntMath() {
    }

    /** The one representation of a value. */
    public static Object normalise(final BigInteger b) {
        return b.bitLength() < 64 ? (Object) b.longValue() : b;
    }

    public static BigInteger big(final Object plain) {
        return plain instanceof Long n ? BigInteger.valueOf(n) : (BigInteger) plain;
    }

    /** The plain int (Long or BigInteger) of an int, bool or instance of an int subclass; null for anything else. */
    public static Object intValueOrNull(final Object o) {
        if (o instanceof Long n) {
            return n;
        }
        if (o instanceof Boolean b) {
            return b ? 1L : 0L;
        }
        if (o instanceof BigInteger b) {
            return b;
        }
        if (o instanceof PyIntSub s) {
            return s.value;
        }
        return null;
    }

    public static int sign(final Object plain) {
        return plain instanceof Long n ? Long.signum(n) : ((BigInteger) plain).signum();
    }

    public static Object add(final Object a, final Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return addLongs(x, y);
        }
        return normalise(big(a).add(big(b)));
    }

    public static Object addLongs(final long x, final long y) {
        final long r = x + y;
        if (((x ^ r) & (y ^ r)) < 0) {
            return BigInteger.valueOf(x).add(BigInteger.valueOf(y));
        }
        return r;
    }

    public static Object subtract(final Object a, final Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return subtractLongs(x, y);
        }
        return normalise(big(a).subtract(big(b)));
    }

    public static Object subtractLongs(final long x, final long y) {
        final long r = x - y;
        if (((x ^ y) & (x ^ r)) < 0) {
            return BigInteger.valueOf(x).subtract(BigInteger.valueOf(y));
        }
        return r;
    }

    public static Object multiply(final Object a, final Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return multiplyLongs(x, y);
        }
        return normalise(product(big(a), big(b)));
    }

    private static BigInteger product(final BigInteger x, final BigInteger y) {
        return x.bitLength() + (long) y.bitLength() <= HugeInts.SMALL ? x.multiply(y) : HugeInts.multiply(x, y);
    }

    public static Object multiplyLongs(final long x, final long y) {
        final long high = Math.multiplyHigh(x, y);
        final long low = x * y;
        if (high == 0 && low >= 0 || high == -1 && low < 0) {
            return low;
        }
        return normalise(BigInteger.valueOf(x).multiply(BigInteger.valueOf(y)));
    }

    public static Object floorDivide(final Object a, final Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return floorDivideLongs(x, y);
        }
        final BigInteger x = big(a);
        final BigInteger y = big(b);
        return normalise(isPlainDivision(x, y) ? x.divide(y) : floorDivMod(x, y)[0]);
    }

    public static Object floorDivideLongs(final long x, final long y) {
        if (y == 0) {
            throw Errors.zeroDivision("division by zero");
        }
        if (y == -1 && x == Long.MIN_VALUE) {
            return MIN_LONG.negate();
        }
        return Math.floorDiv(x, y);
    }

    public static Object modulo(final Object a, final Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return moduloLongs(x, y);
        }
        final BigInteger x = big(a);
        final BigInteger y = big(b);
        return normalise(isPlainDivision(x, y) ? x.remainder(y) : floorDivMod(x, y)[1]);
    }

    /** Whether Java's division of them rounds as Python's does, and takes no longer than a poll may wait. */
    private static boolean isPlainDivision(final BigInteger x, final BigInteger y) {
        return x.signum() == y.signum() && x.bitLength() <= HugeInts.SMALL && x.signum() != 0;
    }

    public static long moduloLongs(final long x, final long y) {
        if (y == 0) {
            throw Errors.zeroDivision("division by zero");
        }
        return Math.floorMod(x, y);
    }

    /** Quotient rounded down and remainder with the divisor's sign. */
    public static BigInteger[] floorDivMod(final BigInteger a, final BigInteger b) {
        if (b.signum() == 0) {
            throw Errors.zeroDivision("division by zero");
        }
        final BigInteger[] qr = a.bitLength() <= HugeInts.SMALL ? a.divideAndRemainder(b)
                : HugeInts.divideAndRemainder(a, b);
        if (qr[1].signum() != 0 && qr[1].signum() != b.signum()) {
            qr[0] = qr[0].subtract(BigInteger.ONE);
            qr[1] = qr[1].add(b);
        }
        return qr;
    }

    public static Object negate(final Object a) {
        if (a instanceof Long x && x != Long.MIN_VALUE) {
            return -x;
        }
        return normalise(big(a).negate());
    }

    public static Object and(final Object a, final Object b) {
        return a instanceof Long x && b instanceof Long y ? (Object) (x & y) : normalise(big(a).and(big(b)));
    }

    public static Object or(final Object a, final Object b) {
        return a instanceof Long x && b instanceof Long y ? (Object) (x | y) : normalise(big(a).or(big(b)));
    }

    public static Object xor(final Object a, final Object b) {
        return a instanceof Long x && b instanceof Long y ? (Object) (x ^ y) : normalise(big(a).xor(big(b)));
    }

    public static Object invert(final Object a) {
        return a instanceof Long x ? (Object) ~x : normalise(big(a).not());
    }

    public static Object leftShift(final Object a, final Object b) {
        if (sign(b) < 0) {
            throw Errors.valueError("negative shift count");
        }
        if (sign(a) == 0) {
            return 0L;
        }
        if (!(b instanceof Long n)) {
            throw Errors.overflowError("too many digits in integer");
        }
        if (n >= Integer.MAX_VALUE * 8L) {
            throw Errors.memoryError();
        }
        if (a instanceof Long x && n < 63) {
            final long r = x << n;
            if (r >> n == x) {
                return r;
            }
        }
        if (n > Integer.MAX_VALUE - 64L) {
            throw Errors.memoryError();
        }
        return normalise(big(a).shiftLeft((int) (long) n));
    }

    public static Object rightShift(final Object a, final Object b) {
        if (sign(b) < 0) {
            throw Errors.valueError("negative shift count");
        }
        if (a instanceof Long x) {
            return b instanceof Long n && n < 64 ? x >> n : x < 0 ? -1L : 0L;
        }
        if (!(b instanceof Long n) || n > Integer.MAX_VALUE) {
            return sign(a) < 0 ? -1L : 0L;
        }
        return normalise(big(a).shiftRight((int) (long) n));
    }

    /** {@code a / b} correctly rounded. */
    public static double trueDivide(final Object a, final Object b) {
        if (sign(b) == 0) {
            throw Errors.zeroDivision("division by zero");
        }
        if (a instanceof Long x && b instanceof Long y && exact(x) && exact(y)) {
            return (double) x / (double) y;
        }
        return divideBig(big(a), big(b));
    }

    private static boolean exact(final long x) {
        return x >= -(1L << 53) && x <= 1L << 53;
    }

    /** CPython's long_true_divide: scale so that the quotient has 55 or more bits, keep a sticky bit, round once. */
    private static double divideBig(final BigInteger a, final BigInteger b) {
        if (a.signum() == 0) {
            return b.signum() < 0 ? -0.0 : 0.0;
        }
        final boolean negative = a.signum() != b.signum();
        final BigInteger x = a.abs();
        final BigInteger y = b.abs();
        final long diff = (long) x.bitLength() - y.bitLength();
        if (diff > 1025) {
            throw Errors.overflowError("integer division result too large for a float");
        }
        if (diff < -1080) {
            return negative ? -0.0 : 0.0;
        }
        final long shift = Math.max(diff, -1021) - 55;
        final BigInteger[] qr = shift < 0 ? x.shiftLeft((int) -shift).divideAndRemainder(y)
                : x.divideAndRemainder(y.shiftLeft((int) shift));
        BigInteger q = qr[0];
        if (qr[1].signum() != 0) {
            q = q.setBit(0);
            if (!qr[0].testBit(0)) {
                q = qr[0].setBit(0);
            }
        }
        final double r = scale(q, qr[1].signum() != 0, (int) shift);
        if (Double.isInfinite(r)) {
            throw Errors.overflowError("integer division result too large for a float");
        }
        return negative ? -r : r;
    }

    private static double scale(final BigInteger q, final boolean sticky, final int shift) {
        // q has at most 57 bits and carries the sticky bit in its lowest: round half-even to the target precision.
        long m = q.longValue();
        if (sticky) {
            m |= 1;
        }
        final int bits = 64 - Long.numberOfLeadingZeros(m);
        int drop = bits - 53;
        if (bits + shift - 1 < -1022) {
            drop = -1074 - shift;
        }
        if (drop > 0) {
            final long half = 1L << drop - 1;
            final long mask = (1L << drop) - 1;
            final long rest = m & mask;
            m >>>= drop;
            if (rest > half || rest == half && (m & 1) != 0) {
                m++;
            }
            return Math.scalb((double) m, shift + drop);
        }
        return Math.scalb((double) m, shift);
    }

    /** The float nearest to an int; OverflowError where there is none. */
    public static double toDouble(final Object plain) {
        if (plain instanceof Long n) {
            return (double) n;
        }
        final double d = ((BigInteger) plain).doubleValue();
        if (Double.isInfinite(d)) {
            throw Errors.overflowError("int too large to convert to float");
        }
        return d;
    }

    /** {@code n ** exponent} for an exponent of at least zero. */
    public static Object power(final Object base, final Object exponent) {
        if (base instanceof Long b) {
            if (b == 0 || b == 1) {
                return sign(exponent) == 0 ? 1L : b;
            }
            if (b == -1) {
                return big(exponent).testBit(0) ? -1L : 1L;
            }
        }
        if (!(exponent instanceof Long e) || e > Integer.MAX_VALUE) {
            throw Errors.memoryError();
        }
        if (base instanceof Long b && (e <= 2 || Math.abs(b) < 1L << 31)) {
            long result = 1;
            long square = b;
            long n = e;
            boolean fits = true;
            while (n > 0) {
                if ((n & 1) != 0) {
                    if (Math.multiplyHigh(result, square) != result * square >> 63) {
                        fits = false;
                        break;
                    }
                    result *= square;
                }
                n >>= 1;
                if (n > 0) {
                    if (Math.multiplyHigh(square, square) != square * square >> 63) {
                        fits = false;
                        break;
                    }
                    square *= square;
                }
            }
            if (fits) {
                return result;
            }
        }
        final BigInteger b = big(base);
        if ((long) b.bitLength() * e > Integer.MAX_VALUE - 64L) {
            throw Errors.memoryError();
        }
        return normalise(HugeIntPowers.power(b, (int) (long) e));
    }

    /** Compares an int with a float exactly. */
    public static Boolean compareDouble(final long x, final double y, final int op) {
        if (Double.isNaN(y)) {
            return op == PyObjects.NE;
        }
        return PyObjects.fromSign(compare(x, y), op);
    }

    private static int compare(final long x, final double y) {
        if (y >= 0x1p63) {
            return -1;
        }
        if (y < -0x1p63) {
            return 1;
        }
        final long t = (long) y;
        if (x != t) {
            return x < t ? -1 : 1;
        }
        final double fraction = y - (double) t;
        return fraction > 0 ? -1 : fraction < 0 ? 1 : 0;
    }

    /** Compares an int of any size with a float exactly. */
    public static Boolean compareDoubleAny(final Object plain, final double y, final int op) {
        if (plain instanceof Long x) {
            return compareDouble(x, y, op);
        }
        if (Double.isNaN(y)) {
            return op == PyObjects.NE;
        }
        final BigInteger b = (BigInteger) plain;
        if (Double.isInfinite(y)) {
            return PyObjects.fromSign(y > 0 ? -1 : 1, op);
        }
        return PyObjects.fromSign(new BigDecimal(b).compareTo(new BigDecimal(y)), op);
    }

    public static int compare(final Object a, final Object b) {
        if (a instanceof Long x) {
            return b instanceof Long y ? Long.compare(x, y) : -((BigInteger) b).signum();
        }
        return b instanceof Long ? ((BigInteger) a).signum() : ((BigInteger) a).compareTo((BigInteger) b);
    }
}
