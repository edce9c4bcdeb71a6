package dev.adder.runtime.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adder.language.WarningSink;
import dev.adder.language.ir.Code;
import dev.adder.language.ir.CodeFormat;
import dev.adder.language.lower.Compiler;
import dev.adder.language.parser.Parser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library's image: what is in it is found; one that is damaged is as none. */
final class ImageFileTest {
    @TempDir
    Path folder;

    private static byte[] lowered(final String source) {
        return CodeFormat.write(Compiler.compile(Parser.parse(source.getBytes(StandardCharsets.UTF_8), "x",
                Parser.Mode.EXEC, 0, WarningSink.NONE), "x", 0, 0, WarningSink.NONE));
    }

    private Path image(final int files) throws IOException {
        final Map<String, byte[]> entries = new TreeMap<>();
        for (int i = 0; i < files; i++) {
            entries.put("package/module" + i + ".py", lowered("x" + i + " = " + i + "\n"));
        }
        final Path file = folder.resolve("image");
        ImageFile.write(file, entries);
        return file;
    }

    @Test
    void findsEveryFileAndNoOther() throws IOException {
        final ImageFile image = ImageFile.open(image(100));
        for (int i = 0; i < 100; i++) {
            final Code code = image.code("package/module" + i + ".py", "/there/module" + i + ".py");
            assertNotNull(code);
            assertEquals("/there/module" + i + ".py", code.filename);
            assertEquals("x" + i, code.names[0]);
        }
        assertTrue(image.has("package/module0.py"));
        assertFalse(image.has("package/module100.py"));
        assertNull(image.code("module0.py", "x"));
    }

    @Test
    void findsATextByItsCharactersModeAndFlags() throws IOException {
        final Map<String, byte[]> entries = new TreeMap<>();
        final String text = "\u00fc = 1\n";
        ImageFile.addText(entries, text, Parser.Mode.EXEC, 0, lowered(text));
        final Path file = folder.resolve("texts");
        ImageFile.write(file, entries);
        final ImageFile image = ImageFile.open(file);
        final Code code = image.text(text, Parser.Mode.EXEC, 0, "<string>");
        assertEquals("<string>", code.filename);
        assertEquals("\u00fc", code.names[0]);
        assertNull(image.text(text + " ", Parser.Mode.EXEC, 0, "<string>"));
        assertNull(image.text(text, Parser.Mode.SINGLE, 0, "<string>"));
        assertNull(image.text(text, Parser.Mode.EXEC, Code.CO_FUTURE_ANNOTATIONS, "<string>"));
    }

    @Test
    void anotherTextOfTheSameHashIsNotTaken() throws IOException {
        final Map<String, byte[]> entries = new TreeMap<>();
        ImageFile.addText(entries, "x = 1\n", Parser.Mode.EXEC, 0, lowered("x = 1\n"));
        final byte[] entry = entries.values().iterator().next();
        // As if the key stood for another text.
        entry[Integer.BYTES] = 'y';
        final Path file = folder.resolve("forged");
        ImageFile.write(file, entries);
        assertNull(ImageFile.open(file).text("x = 1\n", Parser.Mode.EXEC, 0, "<string>"));
    }

    @Test
    void anEmptyOrMissingImageHoldsNothing() throws IOException {
        assertFalse(ImageFile.open(image(0)).has("a"));
        assertFalse(ImageFile.open(folder.resolve("missing")).has("a"));
        assertFalse(ImageFile.NONE.has("a"));
    }

    @Test
    void aDamagedImageIsAsNone() throws IOException {
        final byte[] whole = Files.readAllBytes(image(3));
        final Path file = folder.resolve("damaged");
        for (int n = 0; n < whole.length; n += 7) {
            Files.write(file, Arrays.copyOf(whole, n));
            for (int i = 0; i < 3; i++) {
                // Cut short: each code is whole or absent.
                final Code code = ImageFile.open(file).code("package/module" + i + ".py", "x");
                assertTrue(code == null || code.names[0].equals("x" + i));
            }
        }
        for (int n = 0; n < whole.length; n += 5) {
            final byte[] changed = whole.clone();
            changed[n] ^= 0x55;
            Files.write(file, changed);
            for (int i = 0; i < 3; i++) {
                final Code code = ImageFile.open(file).code("package/module" + i + ".py", "x");
                assertTrue(code == null || code.names[0].startsWith("x"));
            }
        }
    }
}
