package dev.adder.runtime.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class PowersTest {
    private static void same(final double x, final double y) {
        assertEquals(Double.doubleToRawLongBits(LibM.pow(x, y)), Double.doubleToRawLongBits(Powers.pow(x, y)),
                () -> x + " ** " + y);
    }

    @Test
    void rootsAndSquaresHaveTheBitsOfLibm() {
        final SplittableRandom random = new SplittableRandom(20251122);
        for (int i = 0; i < 1_000_000; i++) {
            final double near = random.nextDouble() * 4;
            final double anywhere = Double.longBitsToDouble(random.nextLong() & Long.MAX_VALUE);
            same(near, 0.5);
            same(near, 2.0);
            same(Math.scalb(near, random.nextInt(128) - 64), 0.5);
            if (anywhere < Double.POSITIVE_INFINITY) {
                same(anywhere, 0.5);
                same(-anywhere, 2.0);
            }
        }
    }

    @Test
    void theEndsOfTheRangeAreLibms() {
        for (final double x : new double[] {0.0, -0.0, 1.0, -1.0, Double.MIN_VALUE, Double.MAX_VALUE, -2.5, 1e-308,
            1e154, 1.4e154, 1e-160, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN}) {
            same(x, 0.5);
            same(x, 2.0);
            same(x, 1.5);
        }
    }
}
