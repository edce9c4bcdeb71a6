package dev.adder.runtime.ops;

import java.math.BigInteger;

/** Powers, roots, common divisors and inverses of large ints, with polls: see {@link HugeInts}. */
public final class HugeIntPowers {
    /** Bits of the exponent that are used up at a time. */
    private static final int WINDOW = 5;
    /** Bits of the leading digits that Lehmer's algorithm looks at. */
    private static final int LEADING = 62;

    private HugeIntPowers() {
    }

    /** {@code base ** exponent}; the exponent is not negative. */
    public static BigInteger power(final BigInteger base, final int exponent) {
        if ((long) base.bitLength() * exponent <= HugeInts.SMALL) {
            return base.pow(exponent);
        }
        final int zeros = Math.max(0, base.getLowestSetBit());
        final BigInteger odd = base.shiftRight(zeros);
        BigInteger result = BigInteger.ONE;
        for (int bit = 31 - Integer.numberOfLeadingZeros(exponent); bit >= 0; bit--) {
            result = HugeInts.multiply(result, result);
            if ((exponent >> bit & 1) != 0) {
                result = HugeInts.multiply(result, odd);
            }
        }
        return result.shiftLeft(zeros * exponent);
    }

    /** {@code pow(base, exponent, modulus)}; the exponent is not negative, the modulus positive. */
    public static BigInteger power(final BigInteger base, final BigInteger exponent, final BigInteger modulus) {
        final double words = modulus.bitLength() / 32.0;
        if (words * words * exponent.bitLength() < 3e7) {
            return base.modPow(exponent, modulus);
        }
        final BigInteger[] powers = new BigInteger[1 << WINDOW];
        powers[0] = BigInteger.ONE.mod(modulus);
        powers[1] = nonNegative(base, modulus);
        for (int i = 2; i < powers.length; i++) {
            powers[i] = product(powers[i - 1], powers[1], modulus);
        }
        BigInteger result = powers[0];
        for (int at = (exponent.bitLength() - 1) / WINDOW * WINDOW; at >= 0; at -= WINDOW) {
            int digit = 0;
            for (int bit = WINDOW - 1; bit >= 0; bit--) {
                result = product(result, result, modulus);
                digit = digit << 1 | (exponent.testBit(at + bit) ? 1 : 0);
            }
            if (digit != 0) {
                result = product(result, powers[digit], modulus);
            }
        }
        return result;
    }

    private static BigInteger product(final BigInteger a, final BigInteger b, final BigInteger modulus) {
        HugeInts.poll();
        return HugeInts.mod(HugeInts.multiply(a, b), modulus);
    }

    private static BigInteger nonNegative(final BigInteger a, final BigInteger modulus) {
        final BigInteger r = HugeInts.divideAndRemainder(a, modulus)[1];
        return r.signum() < 0 ? r.add(modulus) : r;
    }

    /** The integer part of the square root. Each step doubles the digits known, so the last division is the cost. */
    public static BigInteger squareRoot(final BigInteger n) {
        if (n.bitLength() <= HugeInts.SMALL) {
            return n.sqrt();
        }
        // Zimmermann, "Karatsuba Square Root": the root of the upper half, then one division.
        final int quarter = (n.bitLength() + 1) / 4;
        final BigInteger upper = n.shiftRight(2 * quarter);
        final BigInteger known = squareRoot(upper);
        final BigInteger next = n.shiftRight(quarter).subtract(HugeInts.multiply(known, known).shiftLeft(quarter));
        final BigInteger[] qr = HugeInts.divideAndRemainder(next, known.shiftLeft(1));
        BigInteger root = known.shiftLeft(quarter).add(qr[0]);
        while (HugeInts.multiply(root, root).compareTo(n) > 0) {
            root = root.subtract(BigInteger.ONE);
        }
        while (HugeInts.multiply(root.add(BigInteger.ONE), root.add(BigInteger.ONE)).compareTo(n) <= 0) {
            root = root.add(BigInteger.ONE);
        }
        return root;
    }

    public static BigInteger gcd(final BigInteger a, final BigInteger b) {
        if (Math.min(a.bitLength(), b.bitLength()) <= HugeInts.SMALL / 8) {
            return Gcd.of(a, b);
        }
        return new Lehmer(a.abs(), b.abs(), false).run();
    }

    /** The inverse of a number modulo a positive one, or null if there is none. */
    public static BigInteger inverse(final BigInteger a, final BigInteger modulus) {
        if (modulus.bitLength() <= HugeInts.SMALL / 8) {
            return a.gcd(modulus).equals(BigInteger.ONE) ? a.modInverse(modulus) : null;
        }
        final Lehmer l = new Lehmer(modulus, nonNegative(a, modulus), true);
        return l.run().equals(BigInteger.ONE) ? nonNegative(l.u, modulus) : null;
    }

    /** Euclid's algorithm, many quotients at a time from the leading digits: Knuth 4.5.2, algorithm L. */
    private static final class Lehmer {
        private BigInteger x;
        private BigInteger y;
        private final boolean cofactors;
        /** With cofactors: x is u times the second number modulo the first, y is v times it. */
        private BigInteger u = BigInteger.ZERO;
        private BigInteger v = BigInteger.ONE;

        Lehmer(final BigInteger x, final BigInteger y, final boolean cofactors) {
            this.x = x;
            this.y = y;
            this.cofactors = cofactors;
        }

        BigInteger run() {
            if (x.compareTo(y) < 0) {
                swap();
            }
            for (int steps = 0; y.signum() != 0; steps++) {
                if ((steps & 63) == 0) {
                    HugeInts.poll();
                }
                step();
            }
            return x;
        }

        private void swap() {
            final BigInteger t = x;
            x = y;
            y = t;
            final BigInteger w = u;
            u = v;
            v = w;
        }

        private void step() {
            final int shift = Math.max(0, x.bitLength() - LEADING);
            long high = x.shiftRight(shift).longValue();
            long low = y.shiftRight(shift).longValue();
            long a = 1;
            long b = 0;
            long c = 0;
            long d = 1;
            while (low + c != 0 && low + d != 0) {
                final long q = (high + a) / (low + c);
                if (q != (high + b) / (low + d)) {
                    break;
                }
                long t = a - q * c;
                a = c;
                c = t;
                t = b - q * d;
                b = d;
                d = t;
                t = high - q * low;
                high = low;
                low = t;
            }
            if (b == 0) {
                final BigInteger[] qr = HugeInts.divideAndRemainder(x, y);
                x = y;
                y = qr[1];
                if (cofactors) {
                    final BigInteger w = u.subtract(HugeInts.multiply(qr[0], v));
                    u = v;
                    v = w;
                }
                return;
            }
            final BigInteger next = combined(a, x, b, y);
            y = combined(c, x, d, y);
            x = next;
            if (cofactors) {
                final BigInteger w = combined(a, u, b, v);
                v = combined(c, u, d, v);
                u = w;
            }
        }

        private static BigInteger combined(final long a, final BigInteger x, final long b, final BigInteger y) {
            return x.multiply(BigInteger.valueOf(a)).add(y.multiply(BigInteger.valueOf(b)));
        }
    }
}
