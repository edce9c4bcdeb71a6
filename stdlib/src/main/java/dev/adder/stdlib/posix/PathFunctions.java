package dev.adder.stdlib.posix;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.language.text.Str;
import dev.adder.language.text.StrBuilder;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.posix.FsText;

/**
 * What {@code posixpath} has from C: {@code os.fspath}, {@code normpath} and {@code splitroot} (CPython's
 * Python/fileutils.c: {@code _Py_normpath_and_size}, {@code _Py_skiproot}). A NUL in a path is a character as any other.
 */
@PyModuleSpec("posix")
final class PathFunctions {
    private PathFunctions() {
    }

    @PyFunction("fspath(path)")
    static Object fspath(final ThreadState ts, final Object path) {
        return FsText.fspath(ts, path);
    }

    /** A path as characters: text, or bytes of which each stands for itself, for all that matters here is ASCII. */
    private static Object characters(final Object path) {
        return path instanceof PyBytes b ? new String(b.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1)
                : PyObjects.textOf(path);
    }

    /** What was made of {@link #characters} in the kind of the path. */
    private static Object like(final Object path, final Object characters) {
        return path instanceof PyBytes
                ? PyBytes.of(((String) characters).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)) : characters;
    }

    /** Two slashes at the start are a root of their own, three or more are one. */
    private static int rootLength(final Object p, final int n) {
        if (n == 0 || Str.codePointAt(p, 0) != '/') {
            return 0;
        }
        return n >= 2 && Str.codePointAt(p, 1) == '/' && (n == 2 || Str.codePointAt(p, 2) != '/') ? 2 : 1;
    }

    @PyFunction("_path_splitroot_ex($module, /, p)")
    static Object splitroot(final ThreadState ts, final Object path) {
        final Object given = PathArgument.fspath(ts, "_path_splitroot_ex", "path", path, 0);
        final Object p = characters(given);
        final int n = Str.length(p);
        final int root = rootLength(p, n);
        return PyTuple.of(like(given, ""), like(given, Str.slice(p, 0, root)), like(given, Str.slice(p, root, n)));
    }

    @PyFunction("_path_normpath($module, /, path)")
    static Object normpath(final ThreadState ts, final Object path) {
        final Object given = PathArgument.fspath(ts, "_path_normpath", "path", path, 0);
        final Object p = characters(given);
        final int n = Str.length(p);
        final int root = rootLength(p, n);
        if (n > 0 && isNormal(p, root, n)) {
            return like(given, p);
        }
        return like(given, normal(p, root, n));
    }

    /** Whether nothing is to be done: no empty component after the root, none of dots only. */
    private static boolean isNormal(final Object p, final int root, final int n) {
        int start = root;
        while (start < n) {
            int end = start;
            while (end < n && Str.codePointAt(p, end) != '/') {
                end++;
            }
            if (end == start || isDots(p, start, end, 1) || isDots(p, start, end, 2) || end == n - 1) {
                return false;
            }
            start = end + 1;
        }
        return true;
    }

    private static boolean isDots(final Object p, final int start, final int end, final int dots) {
        return end - start == dots && Str.codePointAt(p, start) == '.' && Str.codePointAt(p, end - 1) == '.';
    }

    private static Object normal(final Object p, final int root, final int n) {
        // Where each component that is kept starts and ends.
        final int[] kept = new int[n + 2];
        int size = 0;
        for (int start = root; start < n;) {
            int end = start;
            while (end < n && Str.codePointAt(p, end) != '/') {
                end++;
            }
            if (isDots(p, start, end, 2)) {
                if (size > 0 && !isDots(p, kept[size - 2], kept[size - 1], 2)) {
                    size -= 2;
                } else if (root == 0) {
                    kept[size++] = start;
                    kept[size++] = end;
                }
            } else if (end > start && !isDots(p, start, end, 1)) {
                kept[size++] = start;
                kept[size++] = end;
            }
            start = end + 1;
        }
        if (size == 0) {
            return root == 0 ? "." : Str.slice(p, 0, root);
        }
        final StrBuilder out = new StrBuilder(n);
        out.append(Str.slice(p, 0, root));
        for (int i = 0; i < size; i += 2) {
            if (i > 0) {
                out.append('/');
            }
            out.append(Str.slice(p, kept[i], kept[i + 1]));
        }
        return out.build();
    }
}
