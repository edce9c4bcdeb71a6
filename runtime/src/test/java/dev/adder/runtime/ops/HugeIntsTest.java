package dev.adder.runtime.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adder.language.text.IntText;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is done in pieces gives what the JDK gives at a stretch. */
final class HugeIntsTest {
    private final Random random = new Random(5);

    private BigInteger number(final int bits) {
        final BigInteger n = new BigInteger(bits, random).setBit(bits - 1);
        return random.nextBoolean() ? n : n.negate();
    }

    @Test
    void products() {
        final int[] sizes = {100, 70_000, 1_100_000, 2_200_001};
        for (final int a : sizes) {
            for (final int b : sizes) {
                final BigInteger x = number(a);
                final BigInteger y = number(b);
                assertEquals(x.multiply(y), HugeInts.multiply(x, y), a + " * " + b);
            }
        }
        final BigInteger ones = BigInteger.ONE.shiftLeft(3_000_000).subtract(BigInteger.ONE);
        assertEquals(ones.multiply(ones), HugeInts.multiply(ones, ones));
    }

    @Test
    void quotients() {
        final int[][] sizes = {{2_000_000, 1_000_000}, {3_000_000, 64}, {2_500_000, 70_000}, {3_000_000, 1_400_001},
            {2_000_000, 1_900_000}, {100_000, 300_000}, {3_000_000, 1_100_000}};
        for (final int[] s : sizes) {
            final BigInteger a = number(s[0]);
            final BigInteger b = number(s[1]);
            check(a, b);
            check(a.shiftRight(s[0] / 2).shiftLeft(s[0] / 2), b);
            check(BigInteger.ONE.shiftLeft(s[0]).subtract(BigInteger.ONE), BigInteger.ONE.shiftLeft(s[1]));
        }
    }

    private static void check(final BigInteger a, final BigInteger b) {
        final BigInteger[] qr = HugeInts.divideAndRemainder(a, b);
        assertEquals(a, qr[0].multiply(b).add(qr[1]));
        assertTrue(qr[1].abs().compareTo(b.abs()) < 0);
        assertTrue(qr[1].signum() == 0 || qr[1].signum() == a.signum());
    }

    @Test
    void powersAndRoots() {
        assertEquals(BigInteger.valueOf(-6).pow(400_001), HugeIntPowers.power(BigInteger.valueOf(-6), 400_001));
        final BigInteger m = number(60_000).abs();
        final BigInteger a = number(70_000);
        final BigInteger e = number(300).abs();
        assertEquals(a.modPow(e, m), HugeIntPowers.power(a, e, m));
        final BigInteger n = number(1_500_001).abs();
        final BigInteger root = HugeIntPowers.squareRoot(n);
        assertTrue(root.multiply(root).compareTo(n) <= 0);
        assertTrue(root.add(BigInteger.ONE).pow(2).compareTo(n) > 0);
        final BigInteger square = root.multiply(root);
        assertEquals(root, HugeIntPowers.squareRoot(square));
        assertEquals(root.subtract(BigInteger.ONE), HugeIntPowers.squareRoot(square.subtract(BigInteger.ONE)));
    }

    @Test
    void divisorsOfSmallerOnes() {
        for (int i = 0; i < 20_000; i++) {
            final BigInteger g = number(1 + random.nextInt(200));
            final BigInteger a = number(1 + random.nextInt(500)).multiply(g);
            BigInteger b = number(Math.max(1, a.bitLength() - g.bitLength() - random.nextInt(40))).multiply(g);
            if (i % 5 == 0) {
                b = a.subtract(b);
            } else if (i % 7 == 0) {
                b = BigInteger.ONE.shiftLeft(a.bitLength()).subtract(BigInteger.ONE);
            }
            assertEquals(a.gcd(b), HugeIntPowers.gcd(a, b));
            final long x = random.nextLong() >>> 1 + random.nextInt(63);
            final long y = random.nextLong() >>> 1 + random.nextInt(63);
            assertEquals(BigInteger.valueOf(x).gcd(BigInteger.valueOf(y)).longValue(), Gcd.of(x, y));
        }
    }

    @Test
    void divisors() {
        final BigInteger g = number(40_000);
        final BigInteger a = number(60_000).multiply(g);
        final BigInteger b = number(50_000).multiply(g);
        assertEquals(a.gcd(b), HugeIntPowers.gcd(a, b));
        final BigInteger m = BigInteger.valueOf(5).pow(20_000);
        final BigInteger x = BigInteger.valueOf(-3).pow(30_001);
        assertEquals(x.modInverse(m), HugeIntPowers.inverse(x, m));
        assertNull(HugeIntPowers.inverse(x.multiply(BigInteger.valueOf(5)), m));
    }

    @Test
    void texts() {
        for (final BigInteger n : new BigInteger[] {number(300_000), number(700_000), BigInteger.TEN.pow(200_000),
            BigInteger.TEN.pow(1 << 17).subtract(BigInteger.ONE), BigInteger.TEN.pow(3 << 16).add(BigInteger.ONE)}) {
            final String text = IntText.print(n, 0, HugeInts.ARITHMETIC);
            assertEquals(n.toString(), text);
            assertEquals(n, IntText.parse(text, 10, 0, HugeInts.ARITHMETIC));
        }
    }
}
