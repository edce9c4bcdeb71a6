package dev.adder.stdlib.sre;

import dev.adder.language.text.Str;
import dev.adder.runtime.objects.PyBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The regular expressions of the library, compiled by the build ({@code tools/lib/known.py} says in which form). A
 * file that is missing, damaged, or made for another {@code _sre} is as none.
 */
final class PatternTable {
    private static final int MAGIC = 0x41445352;
    private static final int HEAD = 16;
    private static final String FILE = "patterns";

    /** The arguments of {@code _sre.compile}; {@code names} and {@code numbers} are groupindex. */
    record Entry(int flags, int groups, String[] names, int[] numbers, int[] code) {
    }

    private record Key(boolean isBytes, long flags, String pattern) {
    }

    /** Where the arguments begin. */
    private final Map<Key, Integer> places = new HashMap<>();
    private final byte[] bytes;

    private PatternTable(final byte[] bytes) {
        this.bytes = bytes;
    }

    /** The table beside the library's image, or null. */
    static PatternTable read() {
        final String image = System.getProperty("adder.image");
        if (image == null) {
            return null;
        }
        try {
            return of(Files.readAllBytes(Path.of(image).resolveSibling(FILE)));
        } catch (final IOException e) {
            return null;
        }
    }

    /** The table in these bytes, or null. */
    static PatternTable of(final byte[] bytes) {
        final ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length < HEAD || in.getInt() != MAGIC || in.getInt() != SreOps.MAGIC
                || in.getInt() != SreOps.CODE_SIZE || in.getInt() != checksum(bytes)) {
            return null;
        }
        final PatternTable table = new PatternTable(bytes);
        for (int n = in.getInt(); n > 0; n--) {
            final boolean isBytes = in.getInt() != 0;
            final long flags = in.getInt();
            table.places.put(new Key(isBytes, flags, text(in)), in.position());
            in.position(in.position() + 8);
            for (int names = in.getInt(); names > 0; names--) {
                in.position(in.position() + 8 + in.getInt(in.position()));
            }
            final int words = in.getInt();
            in.position(in.position() + words * 4);
        }
        return table;
    }

    private static int checksum(final byte[] bytes) {
        final CRC32 crc = new CRC32();
        crc.update(bytes, HEAD, bytes.length - HEAD);
        return (int) crc.getValue();
    }

    private static String text(final ByteBuffer in) {
        final int length = in.getInt();
        final String text = new String(in.array(), in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }

    /** What compiling a str or bytes with these flags gave, or null. */
    Entry find(final Object pattern, final long flags) {
        final Integer place = places.get(pattern instanceof PyBytes b
                ? new Key(true, flags, new String(b.bytes(), StandardCharsets.ISO_8859_1))
                : new Key(false, flags, Str.toJava(pattern)));
        if (place == null) {
            return null;
        }
        final ByteBuffer in = ByteBuffer.wrap(bytes);
        in.position(place);
        final int allFlags = in.getInt();
        final int groups = in.getInt();
        final String[] names = new String[in.getInt()];
        final int[] numbers = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = text(in).intern();
            numbers[i] = in.getInt();
        }
        final int[] code = new int[in.getInt()];
        in.asIntBuffer().get(code);
        return new Entry(allFlags, groups, names, numbers, code);
    }
}
