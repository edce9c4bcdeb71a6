package dev.adder.stdlib.sre;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.adder.runtime.objects.PyBytes;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

final class PatternTableTest {
    private static final int[] CODE = {14, 4, 0, 1, 1, 1};

    /** Two patterns: {@code (?P<n>a)} as str with flags 2, and the same as bytes without. */
    private static byte[] table(final int sreMagic) {
        final ByteBuffer out = ByteBuffer.allocate(400);
        out.putInt(0x41445352).putInt(sreMagic).putInt(SreOps.CODE_SIZE).putInt(0).putInt(2);
        for (int isBytes = 0; isBytes < 2; isBytes++) {
            out.putInt(isBytes).putInt(isBytes == 0 ? 2 : 0);
            text(out, "(?P<n>a)");
            out.putInt(34).putInt(1).putInt(1);
            text(out, "n");
            out.putInt(1).putInt(CODE.length);
            for (final int word : CODE) {
                out.putInt(word);
            }
        }
        final byte[] bytes = Arrays.copyOf(out.array(), out.position());
        final CRC32 crc = new CRC32();
        crc.update(bytes, 16, bytes.length - 16);
        ByteBuffer.wrap(bytes).putInt(12, (int) crc.getValue());
        return bytes;
    }

    private static void text(final ByteBuffer out, final String text) {
        out.putInt(text.length()).put(text.getBytes());
    }

    @Test
    void findsByKindFlagsAndText() {
        final PatternTable table = PatternTable.of(table(SreOps.MAGIC));
        final PatternTable.Entry entry = table.find("(?P<n>a)", 2);
        assertEquals(34, entry.flags());
        assertEquals(1, entry.groups());
        assertArrayEquals(new String[] {"n"}, entry.names());
        assertArrayEquals(new int[] {1}, entry.numbers());
        assertArrayEquals(CODE, entry.code());
        assertNull(table.find("(?P<n>a)", 0));
        assertNull(table.find("(?P<n>b)", 2));
        final PyBytes pattern = PyBytes.of("(?P<n>a)".getBytes());
        assertNotNull(table.find(pattern, 0));
        assertNull(table.find(pattern, 2));
    }

    @Test
    void damageOrAnotherEditionIsNoTable() {
        assertNull(PatternTable.of(table(SreOps.MAGIC + 1)));
        final byte[] whole = table(SreOps.MAGIC);
        for (int length = 0; length < whole.length; length++) {
            assertNull(PatternTable.of(Arrays.copyOf(whole, length)));
        }
        for (int bit = 0; bit < whole.length * 8; bit++) {
            final byte[] damaged = whole.clone();
            damaged[bit >> 3] ^= (byte) (1 << (bit & 7));
            assertNull(PatternTable.of(damaged));
        }
    }
}
