package dev.adder.runtime.ops;

import dev.adder.language.text.IntText;
import dev.adder.runtime.Errors;
import dev.adder.runtime.ThreadState;
import java.math.BigInteger;

/**
 * Multiplication and division of ints so large that one call of the JDK would be deaf to Ctrl-C for longer than 50 ms
 * (32 Mbit times 32 Mbit: 5.4 s). They are cut into pieces that the JDK does at a stretch, with a poll before each; what
 * is small goes straight to {@link BigInteger}. Operands below {@link #SMALL} bits need not come here at all.
 */
public final class HugeInts {
    /** No operation of the JDK on numbers of so many bits lasts long. */
    public static final int SMALL = 1 << 18;
    /** Bits that the JDK multiplies at a stretch: 35 ms, reckoned from 5.4 s for 32 times as many. */
    private static final int PIECE = 1 << 20;
    /** Products of words that a quadratic algorithm does at a stretch; reckoned, not measured. */
    private static final long WORK = 20_000_000L;
    private static final BigInteger THREE = BigInteger.valueOf(3);

    /** For the conversion of texts. */
    public static final IntText.Arithmetic ARITHMETIC = new IntText.Arithmetic() {
        @Override
        public BigInteger multiply(final BigInteger a, final BigInteger b) {
            return HugeInts.multiply(a, b);
        }

        @Override
        public BigInteger[] divideAndRemainder(final BigInteger a, final BigInteger b) {
            return HugeInts.divideAndRemainder(a, b);
        }
    };

    private HugeInts() {
    }

    /** Answers signals and handshakes. Reads a ThreadLocal, which is nothing beside the work that is done in between. */
    static void poll() {
        final ThreadState ts = ThreadState.here();
        if (ts != null) {
            ts.poll();
        }
    }

    private static boolean isShort(final long aBits, final long bBits) {
        return Math.max(aBits, bBits) <= PIECE || (aBits >> 5) * (bBits >> 5) <= WORK;
    }

    // ---- multiplication

    public static BigInteger multiply(final BigInteger a, final BigInteger b) {
        if (isShort(a.bitLength(), b.bitLength())) {
            return a.multiply(b);
        }
        if ((long) a.bitLength() + b.bitLength() > Integer.MAX_VALUE - 64L) {
            throw Errors.memoryError();
        }
        final BigInteger product = multiplyPositive(a.abs(), b.abs());
        return a.signum() == b.signum() ? product : product.negate();
    }

    private static BigInteger multiplyPositive(final BigInteger a, final BigInteger b) {
        final int aBits = a.bitLength();
        final int bBits = b.bitLength();
        if (aBits < bBits) {
            return multiplyPositive(b, a);
        }
        poll();
        if (isShort(aBits, bBits)) {
            return a.multiply(b);
        }
        if (aBits > 2L * bBits) {
            final int half = aBits / 2 + 31 & ~31;
            return multiplyPositive(a.shiftRight(half), b).shiftLeft(half).add(multiplyPositive(low(a, half), b));
        }
        return threeWay(a, b);
    }

    /** Toom-Cook in three parts, evaluated at 0, 1, -1, 2 and infinity, in Bodrato's order (WAIFI 2007). */
    private static BigInteger threeWay(final BigInteger a, final BigInteger b) {
        final int k = a.bitLength() / 3 + 32 & ~31;
        final BigInteger a0 = low(a, k);
        final BigInteger a1 = low(a.shiftRight(k), k);
        final BigInteger a2 = a.shiftRight(2 * k);
        final BigInteger b0 = low(b, k);
        final BigInteger b1 = low(b.shiftRight(k), k);
        final BigInteger b2 = b.shiftRight(2 * k);
        final BigInteger aEven = a0.add(a2);
        final BigInteger bEven = b0.add(b2);
        final BigInteger aOne = aEven.add(a1);
        final BigInteger bOne = bEven.add(b1);
        final BigInteger atZero = multiply(a0, b0);
        final BigInteger atOne = multiply(aOne, bOne);
        final BigInteger atMinusOne = multiply(aEven.subtract(a1), bEven.subtract(b1));
        final BigInteger atTwo = multiply(aOne.add(a2).shiftLeft(1).subtract(a0), bOne.add(b2).shiftLeft(1).subtract(b0));
        final BigInteger atInfinity = multiply(a2, b2);
        BigInteger c3 = atTwo.subtract(atMinusOne).divide(THREE);
        BigInteger c1 = atOne.subtract(atMinusOne).shiftRight(1);
        BigInteger c2 = atOne.subtract(atZero);
        c3 = c3.subtract(c2).shiftRight(1).subtract(atInfinity.shiftLeft(1));
        c2 = c2.subtract(c1).subtract(atInfinity);
        c1 = c1.subtract(c3);
        poll();
        return atInfinity.shiftLeft(k).add(c3).shiftLeft(k).add(c2).shiftLeft(k).add(c1).shiftLeft(k).add(atZero);
    }

    /** The lowest {@code bits} bits of a number that is not negative. */
    private static BigInteger low(final BigInteger a, final int bits) {
        return a.bitLength() <= bits ? a : a.subtract(a.shiftRight(bits).shiftLeft(bits));
    }

    // ---- division

    /** As {@link BigInteger#divideAndRemainder}. */
    public static BigInteger[] divideAndRemainder(final BigInteger a, final BigInteger b) {
        if (isShortDivision(a.bitLength(), b.bitLength())) {
            return a.divideAndRemainder(b);
        }
        final BigInteger[] qr = dividePositive(a.abs(), b.abs());
        if (a.signum() != b.signum()) {
            qr[0] = qr[0].negate();
        }
        if (a.signum() < 0) {
            qr[1] = qr[1].negate();
        }
        return qr;
    }

    public static BigInteger divide(final BigInteger a, final BigInteger b) {
        return divideAndRemainder(a, b)[0];
    }

    /** The remainder of a number that is not negative by a positive one. */
    static BigInteger mod(final BigInteger a, final BigInteger b) {
        return divideAndRemainder(a, b)[1];
    }

    private static boolean isShortDivision(final long aBits, final long bBits) {
        return aBits <= PIECE || aBits <= bBits || (aBits - bBits >> 5) * ((bBits >> 5) + 1) <= WORK / 2;
    }

    /** Long division with digits as large as the divisor, or as a short division can take. */
    private static BigInteger[] dividePositive(final BigInteger a, final BigInteger b) {
        final int bBits = b.bitLength();
        final long most = Math.max(PIECE / 2, WORK / 2 / ((bBits >> 5) + 1) << 5);
        final int digit = (int) Math.min(1 << 28, Math.max(bBits, most)) + 31 & ~31;
        final BigInteger[] digits = new BigInteger[a.bitLength() / digit + 1];
        split(a, digits, 0, digits.length, digit);
        BigInteger rest = BigInteger.ZERO;
        for (int i = digits.length - 1; i >= 0; i--) {
            poll();
            final BigInteger[] qr = divideDigits(rest.shiftLeft(digit).add(digits[i]), b, digit);
            digits[i] = qr[0];
            rest = qr[1];
        }
        return new BigInteger[] {join(digits, 0, digits.length, digit), rest};
    }

    private static void split(final BigInteger a, final BigInteger[] digits, final int from, final int to,
            final int digit) {
        if (to - from == 1) {
            digits[from] = a;
            return;
        }
        final int middle = from + to >>> 1;
        final int bits = digit * (middle - from);
        split(low(a, bits), digits, from, middle, digit);
        split(a.shiftRight(bits), digits, middle, to, digit);
    }

    private static BigInteger join(final BigInteger[] digits, final int from, final int to, final int digit) {
        if (to - from == 1) {
            return digits[from];
        }
        final int middle = from + to >>> 1;
        return join(digits, middle, to, digit).shiftLeft(digit * (middle - from)).add(join(digits, from, middle, digit));
    }

    /**
     * Burnikel and Ziegler's recursive division (MPI-I-98-1-022): the quotient is below {@code 1 << n}. Where the divisor
     * is longer than n its lower part is left out at first and made up for afterwards.
     */
    private static BigInteger[] divideDigits(final BigInteger a, final BigInteger b, final int n) {
        if (isShortDivision(a.bitLength(), b.bitLength())) {
            return a.divideAndRemainder(b);
        }
        poll();
        final int bBits = b.bitLength();
        if (n >= bBits) {
            // The quotient in two halves.
            final int half = n / 2 + 31 & ~31;
            final BigInteger[] high = divideDigits(a.shiftRight(half), b, n - half);
            final BigInteger[] low = divideDigits(high[1].shiftLeft(half).add(low(a, half)), b, half);
            return new BigInteger[] {high[0].shiftLeft(half).add(low[0]), low[1]};
        }
        return divideByPart(a, b, n);
    }

    /** The quotient has n bits: so many leading ones of the divisor settle it, but for one or two. */
    private static BigInteger[] divideByPart(final BigInteger a, final BigInteger b, final int n) {
        final int drop = b.bitLength() - n;
        final BigInteger bHigh = b.shiftRight(drop);
        final BigInteger bLow = low(b, drop);
        final BigInteger aHigh = a.shiftRight(drop);
        final BigInteger[] qr;
        if (aHigh.shiftRight(n).compareTo(bHigh) >= 0) {
            final BigInteger q = BigInteger.ONE.shiftLeft(n).subtract(BigInteger.ONE);
            qr = new BigInteger[] {q, aHigh.subtract(bHigh.shiftLeft(n)).add(bHigh)};
        } else {
            qr = divideDigits(aHigh, bHigh, n);
        }
        BigInteger q = qr[0];
        BigInteger rest = qr[1].shiftLeft(drop).add(low(a, drop)).subtract(multiply(q, bLow));
        while (rest.signum() < 0) {
            q = q.subtract(BigInteger.ONE);
            rest = rest.add(b);
        }
        return new BigInteger[] {q, rest};
    }
}
