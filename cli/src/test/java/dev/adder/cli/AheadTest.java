package dev.adder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AheadTest {
    @TempDir
    Path folder;

    private static byte[] bytes(final String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Ahead ahead(final String source) throws Exception {
        final Path file = folder.resolve("x.py");
        Files.write(file, bytes(source));
        return new Ahead(OptionParser.parse(new String[] {file.toString()}));
    }

    @Test
    void givesTheCodeOfTheseBytesOnly() throws Exception {
        final Ahead ahead = ahead("x = 1\n");
        final String name = folder.resolve("x.py").toString();
        ahead.run();
        assertEquals(name, ahead.code(bytes("x = 1\n"), name).filename);
        // The file has changed since.
        assertNull(ahead.code(bytes("x = 2\n"), name));
        assertNull(ahead.code(bytes("x = 1\n"), "other"));
    }

    @Test
    void leavesWarningsAndErrorsToTheProgram() throws Exception {
        final String name = folder.resolve("x.py").toString();
        for (final String source : new String[] {"1 is 1\n", "1 +\n"}) {
            final Ahead ahead = ahead(source);
            ahead.run();
            assertNull(ahead.code(bytes(source), name));
        }
    }

    @Test
    void whoAsksFirstCompilesItself() throws Exception {
        final Ahead ahead = ahead("x = 1\n");
        final String name = folder.resolve("x.py").toString();
        assertNull(ahead.code(bytes("x = 1\n"), name));
        ahead.run();
        assertNull(ahead.code(bytes("x = 1\n"), name));
    }
}
