package dev.adder.runtime.modules;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adder.language.WarningSink;
import dev.adder.language.ir.CodeFormat;
import dev.adder.language.lower.Compiler;
import dev.adder.language.parser.Parser;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A damaged cache file is told from a whole one wherever it is cut and whatever byte of its code is another. */
final class CacheFileTest {
    private static final int HEAD = 16;

    private static byte[] cache() {
        final byte[] source = "def f(a):\n    return [a, 'x']\n".getBytes(StandardCharsets.UTF_8);
        final byte[] code = CodeFormat.write(Compiler.compile(
                Parser.parse(source, "x", Parser.Mode.EXEC, 0, WarningSink.NONE), "x", 0, 0, WarningSink.NONE));
        return ByteBuffer.allocate(HEAD + 5 + code.length).order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) MarshalModule.MAGIC_TOKEN).putInt(0).putInt(1).putInt(2)
                .put((byte) 'c').putInt(code.length).put(code).array();
    }

    @Test
    void wholeFileIsNotDamaged() {
        assertFalse(MarshalModule.isDamagedCache(cache()));
    }

    @Test
    void everyCutBehindTheHeadIsDamage() {
        final byte[] whole = cache();
        for (int n = HEAD; n < whole.length; n++) {
            assertTrue(MarshalModule.isDamagedCache(Arrays.copyOf(whole, n)), "cut to " + n);
        }
    }

    @Test
    void everyChangedByteBehindTheHeadIsDamage() {
        final byte[] whole = cache();
        for (int i = HEAD; i < whole.length; i++) {
            final byte[] changed = whole.clone();
            changed[i] ^= 0x11;
            assertTrue(MarshalModule.isDamagedCache(changed), "byte " + i);
        }
    }

    @Test
    void whatImportlibRefusesByTheHeadIsLeftToIt() {
        final byte[] whole = cache();
        whole[0] ^= 1;
        assertFalse(MarshalModule.isDamagedCache(whole));
        assertFalse(MarshalModule.isDamagedCache(new byte[3]));
    }
}
