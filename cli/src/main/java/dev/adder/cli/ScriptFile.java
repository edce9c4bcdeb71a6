package dev.adder.cli;

import dev.adder.language.text.Str;
import dev.adder.runtime.posix.FsText;
import dev.adder.runtime.posix.Libc;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The program's file, whose name may be no UTF-8: then it has lone surrogates here (PEP 383), which Java's paths do not
 * take, and is read by way of the C library.
 *
 * @param content the source
 * @param folder the folder it lies in, links resolved
 */
record ScriptFile(byte[] content, String folder) {
    private static final int ENOENT = 2;
    private static final int PATH_MAX = 4096;

    /** Whether it is UTF-8 on the outside too. */
    static boolean isPlain(final String name) {
        for (int i = 0; i < name.length(); i++) {
            final char c = name.charAt(i);
            if (c >= 0xdc80 && c <= 0xdcff && (i == 0 || !Character.isHighSurrogate(name.charAt(i - 1)))) {
                return false;
            }
        }
        return true;
    }

    /** The path as Java knows it, or null. */
    static Path path(final String name) {
        return isPlain(name) ? Path.of(name) : null;
    }

    static ScriptFile read(final String name) throws IOException {
        final Path path = path(name);
        if (path != null) {
            return new ScriptFile(Files.readAllBytes(path), folder(path));
        }
        try (Arena arena = Arena.ofConfined()) {
            final long bytes = Libc.cString(arena, FsText.encode(Str.ofUtf16(name))).address();
            final int fd = (int) Libc.call("openat", Libc.AT_FDCWD, bytes, 0, 0);
            if (fd < 0) {
                throw Libc.errno() == ENOENT ? new NoSuchFileException(name) : new IOException(name);
            }
            try {
                final Path open = Path.of("/proc/self/fd/" + fd);
                final String real = link(arena, open.toString());
                return new ScriptFile(Files.readAllBytes(open), real.substring(0, Math.max(1, real.lastIndexOf('/'))));
            } finally {
                Libc.call("close", fd);
            }
        }
    }

    /** Without links, as long as what they lead to has a name: a pipe has none. */
    private static String folder(final Path path) throws IOException {
        try {
            return path.toRealPath().getParent().toString();
        } catch (final NoSuchFileException e) {
            return path.toAbsolutePath().getParent().toString();
        }
    }

    static String currentFolder() {
        try (Arena arena = Arena.ofConfined()) {
            return link(arena, "/proc/self/cwd");
        }
    }

    /** What a symbolic link says. */
    private static String link(final Arena arena, final String name) {
        final var target = arena.allocate(PATH_MAX);
        final long n = Libc.call("readlinkat", Libc.AT_FDCWD,
                Libc.cString(arena, FsText.encode(name)).address(), target.address(), PATH_MAX);
        return n < 0 ? Path.of("").toAbsolutePath().toString()
                : Str.toJava(FsText.decode(target.asSlice(0, n).toArray(ValueLayout.JAVA_BYTE)));
    }
}
