package dev.adder.language.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimalFloatTest {

    private static void check(long digits, int places) {
        assertEquals(Double.parseDouble(digits + "e-" + places), DecimalFloat.of(digits, places), 0.0,
                () -> digits + " / 10^" + places);
    }

    @Test
    void isTheNearestFloat() {
        Random random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            long bound = 1;
            for (int k = random.nextInt(DecimalFloat.MOST) + 1; k > 0; k--) {
                bound *= 10;
            }
            check((random.nextLong() & Long.MAX_VALUE) % bound, random.nextInt(DecimalFloat.MOST + 1));
        }
    }

    /** Odd 54-bit numbers times powers of five lie exactly between two floats. */
    @Test
    void goesToTheEvenOneOfTwo() {
        Random random = new Random(7);
        for (int i = 0; i < 100_000; i++) {
            int places = random.nextInt(6) + 1;
            long five = (long) Math.pow(5, places);
            long between = (1L << 53 | random.nextLong() & (1L << 53) - 1) >>> random.nextInt(8) | 1;
            if (between <= 999_999_999_999_999_999L / five) {
                check(between * five, places);
            }
        }
    }
}
