package dev.adder.stdlib.sre;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What the golden data do not show: polls, deep repeats, bad code. */
class MatcherTest {

    /** {@code (a+)+$}. */
    private static final int[] NESTED = {14, 4, 0, 1, -1, 23, 14, 1, -1, 17, 0, 24, 6, 1, -1, 16, 97, 1, 17, 1, 18, 6,
        5, 1};
    /** {@code (x?)*y}. */
    private static final int[] EMPTY_ROUNDS = {14, 4, 0, 1, -1, 23, 14, 0, -1, 17, 0, 24, 6, 0, 1, 16, 120, 1, 17, 1,
        18, 16, 121, 1};

    private static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void pollsWhileBacktracking() {
        int[] polls = {0};
        Matcher matcher = Program.of(NESTED, 1).matcher("a".repeat(40) + "b", () -> {
            if (++polls[0] == 3) {
                throw new Interrupted();
            }
        });
        assertThrows(Interrupted.class, () -> matcher.match(0, 41, false));
        assertEquals(3, polls[0]);
    }

    @Test
    void deepRepeatsNeedNoJavaStack() {
        String text = "x".repeat(2_000_000) + "y";
        Matcher matcher = Program.of(EMPTY_ROUNDS, 1).matcher(text, null);
        assertTrue(matcher.match(0, text.length(), false));
        assertEquals(text.length(), matcher.end());
    }

    @Test
    void rejectsWhatTheCompilerDoesNotEmit() {
        int[] code = NESTED;
        for (int i = 0; i < code.length; i++) {
            int cut = i;
            assertThrows(SreCodeException.class, () -> Program.of(java.util.Arrays.copyOf(code, cut), 1));
        }
        assertThrows(SreCodeException.class, () -> Program.of(code, 0));
        assertThrows(SreCodeException.class, () -> Program.of(new int[] {SreOps.RANGE, 1}, 0));
    }

    @Test
    void survivesRandomCode() {
        java.util.Random random = new java.util.Random(1);
        int made = 0;
        for (int round = 0; round < 200_000; round++) {
            int[] code = NESTED.clone();
            for (int k = random.nextInt(3); k >= 0; k--) {
                code[random.nextInt(code.length)] = random.nextInt(45);
            }
            try {
                Program program = Program.of(code, 1);
                made++;
                int[] budget = {50};
                program.matcher("aaab\naa", () -> {
                    if (--budget[0] < 0) {
                        throw new Interrupted();
                    }
                }).search(0, 7, false);
            } catch (SreCodeException | Interrupted e) {
                assertFalse(e.getMessage() != null && e.getMessage().isEmpty());
            }
        }
        assertTrue(made > 1000, "only " + made + " programs");
    }
}
