package dev.adder.language.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What the parser says of bad texts, against what CPython said ({@code conformance/parser/check --golden}). */
final class ErrorTest {
    private static void check(String golden) throws IOException {
        byte[] all;
        try (InputStream in = ErrorTest.class.getResourceAsStream(golden)) {
            all = in.readAllBytes();
        }
        int count = 0;
        for (String line : new String(all, StandardCharsets.UTF_8).split("\n")) {
            String[] f = line.split(" ");
            byte[] source = ErrorCheck.bytes(f[2]);
            assertEquals(new String(ErrorCheck.bytes(f[3]), StandardCharsets.UTF_8),
                    ErrorCheck.outcome(source, f[0], Integer.parseInt(f[1])),
                    () -> f[0] + " " + f[1] + "\n" + new String(source, StandardCharsets.UTF_8));
            count++;
        }
        assertNotEquals(0, count);
    }

    @Test
    void messagesAndPlaces() throws IOException {
        check("errors.golden");
    }

    @Test
    void encodings() throws IOException {
        check("bytes.golden");
    }
}
