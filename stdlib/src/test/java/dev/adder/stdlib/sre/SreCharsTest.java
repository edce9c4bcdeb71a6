package dev.adder.stdlib.sre;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adder.stdlib.Oracle;
import java.io.BufferedReader;
import org.junit.jupiter.api.Test;

/** The JDK's character tables are CPython's, over all code points. */
class SreCharsTest {

    @Test
    void equalsCPython() throws Exception {
        Oracle.assumeThere();
        try (BufferedReader in = Oracle.run("/dev/adder/stdlib/sre/chars.py")) {
            for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
                String actual = SreChars.lowerUnicode(c) + " " + bit(SreChars.isUnicodeCased(c)) + " "
                        + bit(SreChars.isUnicodeDigit(c)) + " " + bit(SreChars.isUnicodeSpace(c)) + " "
                        + bit(SreChars.isUnicodeWord(c));
                assertEquals(in.readLine(), actual, "code point " + c);
            }
        }
    }

    private static int bit(boolean b) {
        return b ? 1 : 0;
    }
}
