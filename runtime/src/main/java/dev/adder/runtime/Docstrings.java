package dev.adder.runtime;

import dev.adder.language.text.Str;
import dev.adder.runtime.objects.PyDict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The docstrings of built-in modules, types and methods: data that {@code tools/lib/docstrings.py} takes from CPython at
 * build time, in a file beside the library's image. It is read when the first of them is asked for; without it there
 * are none.
 */
public final class Docstrings {
    private static final String FILE = "docstrings";

    private Docstrings() {
    }

    /** Loaded with the first question. */
    private static final class Data {
        static final Map<String, String> TEXTS = read();

        private static Map<String, String> read() {
            final String image = System.getProperty("adder.image");
            if (image == null) {
                return Map.of();
            }
            final String all;
            try {
                all = Files.readString(Path.of(image).resolveSibling(FILE), StandardCharsets.UTF_8);
            } catch (final IOException e) {
                return Map.of();
            }
            final Map<String, String> texts = new HashMap<>(8192);
            int at = 0;
            while (true) {
                final int keyEnd = all.indexOf('\0', at);
                final int end = keyEnd < 0 ? -1 : all.indexOf('\0', keyEnd + 1);
                if (end < 0) {
                    return texts;
                }
                texts.put(all.substring(at, keyEnd), all.substring(keyEnd + 1, end));
                at = end + 1;
            }
        }
    }

    private static Object orNone(final String text) {
        return text == null || text.isEmpty() ? PyNone.NONE : Str.ofUtf16(text);
    }

    private static String nameOf(final PyType type) {
        return type.builtinModule() + "." + type.qualname();
    }

    public static Object ofType(final PyType type) {
        return orNone(Data.TEXTS.get(nameOf(type)));
    }

    /** A method without a text of its own has that of the same method of a base. */
    static Object ofMethod(final PyType owner, final String name) {
        for (final PyType type : owner.mro()) {
            final String text = Data.TEXTS.get(nameOf(type) + "." + name);
            if (text != null) {
                return orNone(text);
            }
        }
        return PyNone.NONE;
    }

    static Object ofFunction(final String module, final String name) {
        return orNone(Data.TEXTS.get(module + "." + name));
    }

    public static Object ofModule(final String name) {
        return orNone(Data.TEXTS.get(name));
    }

    /** Puts a built-in type's text in the place of its {@link TypeDocstring}, for who looks into the dictionary. */
    public static void resolve(final PyType type, final PyDict dict) {
        if (dict.getStr("__doc__") instanceof TypeDocstring) {
            dict.putStr("__doc__", ofType(type));
        }
    }
}
