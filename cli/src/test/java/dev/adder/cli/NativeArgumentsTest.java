package dev.adder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Bytes of the command line become text as PEP 383 says. */
final class NativeArgumentsTest {

    private static String decode(int... bytes) {
        byte[] raw = new byte[bytes.length];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (byte) bytes[i];
        }
        return NativeArguments.decode(raw, 0, raw.length);
    }

    @Test
    void goodTextStaysAsItIs() {
        byte[] raw = "aü€😀".getBytes(StandardCharsets.UTF_8);
        assertEquals("aü€😀", NativeArguments.decode(raw, 0, raw.length));
    }

    @Test
    void badBytesBecomeLoneSurrogatesOneByOne() {
        assertEquals("\udcff", decode(0xff));
        assertEquals("a\udce2\udc82b", decode('a', 0xe2, 0x82, 'b'));
        assertEquals("\udced\udca0\udc80", decode(0xed, 0xa0, 0x80));
        assertEquals("ü\udcc3", decode(0xc3, 0xbc, 0xc3));
        assertEquals("\udcc0\udc80", decode(0xc0, 0x80));
    }
}
