package dev.adder.language.ir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.adder.language.text.Str;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

final class CodeFormatTest {
    private static final String SOURCE = """
            "doc"
            import a.b as c
            X = (1, 2.5, -0.0, 1e400, 3j, None, ..., True, b"\\x00\\xff", "\\ud800", "\\U0001F600", 10 ** 30, -5)
            def f(a, /, b=1, *c, d, e=2, **g):
                "doc of f"
                for i in range(10):
                    try:
                        yield [x for x in a if (lambda: x)()]
                    except* ValueError as e2:
                        print(e2, x=1)
            class C[T](f):
                x: T = a[1:2]
            """;

    @Test
    void roundTrip() {
        Code code = Sources.compile(SOURCE);
        byte[] bytes = CodeFormat.write(code);
        Code again = CodeFormat.read(bytes);
        Verifier.verify(again);
        assertEquals(Dump.dump(code), Dump.dump(again));
        assertArrayEquals(bytes, CodeFormat.write(again));
    }

    @Test
    void lazyRoundTrip() {
        Code code = Sources.compile(SOURCE);
        byte[] bytes = CodeFormat.write(code);
        Code again = CodeFormat.readLazily(bytes, 0, bytes.length, "moved.py");
        int lazy = 0;
        for (Object constant : again.consts) {
            if (constant instanceof LazyCode nested) {
                lazy++;
                assertEquals("moved.py", nested.code().filename);
                assertSame(nested.code(), nested.code());
                assertEquals(nested.code().docstring(), nested.docstring());
                assertEquals(nested.code().name, nested.name);
                assertEquals(nested.code().qualname, nested.qualname);
                assertEquals(nested.code().flags, nested.flags);
                assertEquals(nested.code().argCount, nested.argCount);
                assertEquals(nested.code().kwOnlyArgCount, nested.kwOnlyArgCount);
                assertEquals(nested.code().icCount, nested.icCount);
            }
        }
        assertEquals(2, lazy);
        Verifier.verify(again);
        assertEquals(Dump.dump(code), Dump.dump(again));
        assertArrayEquals(bytes, CodeFormat.write(CodeFormat.readLazily(bytes, 0, bytes.length, null)));
    }

    /** Docstrings that are not in the table of strings. */
    @Test
    void lazyDocstrings() {
        byte[] bytes = CodeFormat.write(Sources.compile("def f():\n    '\\U0001F600'\ndef g():\n    pass\n"));
        Code code = CodeFormat.readLazily(bytes, 0, bytes.length, null);
        assertEquals(Str.of(new int[] {0x1F600}), ((LazyCode) code.consts[0]).docstring());
        assertNull(((LazyCode) code.consts[1]).docstring());
    }

    @Test
    void damageIsNoticedBeforeAnythingIsLazy() {
        byte[] bytes = CodeFormat.write(Sources.compile(SOURCE));
        for (int bit = 0; bit < bytes.length * 8; bit += 3) {
            byte[] damaged = bytes.clone();
            damaged[bit >> 3] ^= (byte) (1 << (bit & 7));
            assertThrows(CodeFormatException.class, () -> CodeFormat.readLazily(damaged, 0, damaged.length, null));
        }
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThrows(CodeFormatException.class, () -> CodeFormat.readLazily(cut, 0, cut.length, null));
        }
    }

    @Test
    void otherFileName() {
        Code code = CodeFormat.read(CodeFormat.write(Sources.compile(SOURCE)), 0,
                CodeFormat.write(Sources.compile(SOURCE)).length, "moved.py");
        assertEquals("moved.py", code.filename);
        for (Object constant : code.consts) {
            if (constant instanceof Code nested) {
                assertEquals("moved.py", nested.filename);
            }
        }
    }

    @Test
    void everyTruncationIsNoticed() {
        byte[] bytes = CodeFormat.write(Sources.compile(SOURCE));
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThrows(CodeFormatException.class, () -> CodeFormat.read(cut));
        }
    }

    @Test
    void everyFlippedBitIsNoticed() {
        byte[] bytes = CodeFormat.write(Sources.compile(SOURCE));
        for (int bit = 0; bit < bytes.length * 8; bit += 3) {
            byte[] damaged = bytes.clone();
            damaged[bit >> 3] ^= (byte) (1 << (bit & 7));
            assertThrows(CodeFormatException.class, () -> CodeFormat.read(damaged));
        }
    }

    /** Damage with a right checksum: nothing but our exceptions, whatever is in the bytes. */
    @Test
    void forgedBytesAreRefusedOrVerified() {
        byte[] bytes = CodeFormat.write(Sources.compile(SOURCE));
        Random random = new Random(1);
        for (int round = 0; round < 20_000; round++) {
            byte[] forged = bytes.clone();
            for (int n = 0; n <= round % 3; n++) {
                forged[16 + random.nextInt(forged.length - 16)] = (byte) random.nextInt(256);
            }
            CRC32C checksum = new CRC32C();
            checksum.update(forged, 16, forged.length - 16);
            int crc = (int) checksum.getValue();
            for (int i = 0; i < 4; i++) {
                forged[12 + i] = (byte) (crc >> 24 - 8 * i);
            }
            try {
                Verifier.verify(round % 2 == 0 ? CodeFormat.read(forged)
                        : CodeFormat.readLazily(forged, 0, forged.length, null));
            } catch (CodeFormatException | VerifyException expected) {
                continue;
            }
        }
    }

    @Test
    void otherVersionIsRefused() {
        byte[] bytes = CodeFormat.write(Sources.compile("pass"));
        bytes[7]++;
        assertThrows(CodeFormatException.class, () -> CodeFormat.read(bytes));
    }
}
