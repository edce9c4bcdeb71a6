package dev.adder.runtime;

import dev.adder.language.text.Str;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The docstrings of built-in modules, types and methods: data that {@code tools/lib/docstrings.py} takes from CPython at
 * build time, in a file beside the library's image. It is read when the first of them is asked for; without it there
 * are none.
 */
public final class Docstrings {
    private static final String FILE = "docstrings";
    private static final int MAGIC = 0x41444f43;
    private static final int COUNT = 4;
    private static final int HEAD = 8;
    /** A file of no docstrings. */
    private static final ByteBuffer NONE = ByteBuffer.allocate(HEAD);

    private Docstrings() {
    }

    /**
     * Loaded with the first question, which every program asks (functools.wraps, classmethod of a built-in type): no text
     * is looked at but those that are searched, a map of all of them took 8 ms of start-up.
     */
    private static final class Data {
        static final ByteBuffer FILE_BYTES = read();

        private static ByteBuffer read() {
            final String image = System.getProperty("adder.image");
            if (image != null) {
                try {
                    final ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(Path.of(image).resolveSibling(FILE)));
                    if (bytes.limit() >= HEAD && bytes.getInt(0) == MAGIC
                            && bytes.getInt(COUNT) <= (bytes.limit() - HEAD) / Integer.BYTES) {
                        return bytes;
                    }
                } catch (final IOException e) {
                    return NONE;
                }
            }
            return NONE;
        }
    }

    /** The text of a key, or null. */
    private static String find(final String key) {
        return find(Data.FILE_BYTES, key);
    }

    /** The same in a file as {@code docstrings.py} writes it. */
    static String find(final ByteBuffer file, final String key) {
        final byte[] wanted = (key + "\0").getBytes(StandardCharsets.UTF_8);
        final byte[] bytes = file.array();
        int low = 0;
        int high = file.getInt(COUNT) - 1;
        while (low <= high) {
            final int middle = (low + high) >>> 1;
            final int at = file.getInt(HEAD + middle * Integer.BYTES);
            final int order = Arrays.compareUnsigned(wanted, 0, wanted.length, bytes, at,
                    Math.min(at + wanted.length, bytes.length));
            if (order == 0) {
                int end = at + wanted.length;
                while (end < bytes.length && bytes[end] != 0) {
                    end++;
                }
                return new String(bytes, at + wanted.length, end - at - wanted.length, StandardCharsets.UTF_8);
            }
            if (order < 0) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return null;
    }

    private static Object orNone(final String text) {
        return text == null || text.isEmpty() ? PyNone.NONE : Str.ofUtf16(text);
    }

    private static String nameOf(final PyType type) {
        return type.builtinModule() + "." + type.qualname();
    }

    public static Object ofType(final PyType type) {
        return orNone(find(nameOf(type)));
    }

    /** A method without a text of its own has that of the same method of a base. */
    static Object ofMethod(final PyType owner, final String name) {
        for (final PyType type : owner.mro()) {
            final String text = find(nameOf(type) + "." + name);
            if (text != null) {
                return orNone(text);
            }
        }
        return PyNone.NONE;
    }

    static Object ofFunction(final String module, final String name) {
        return orNone(find(module + "." + name));
    }

    public static Object ofModule(final String name) {
        return orNone(find(name));
    }
}
