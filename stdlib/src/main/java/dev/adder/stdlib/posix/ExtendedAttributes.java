package dev.adder.stdlib.posix;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.Buffers;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.posix.FsText;
import dev.adder.runtime.posix.Libc;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/** The functions of {@code posix} for extended attributes of files. */
@PyModuleSpec("posix")
final class ExtendedAttributes {
    private static final int ERANGE = 34;
    /** First guess and limit ({@code XATTR_SIZE_MAX}) of what an answer needs. */
    private static final int[] SIZES = {256, 65536};

    private ExtendedAttributes() {
    }

    /** The function for a descriptor, a path, or a symbolic link itself. */
    private static String variant(final PathArgument p, final String function, final boolean follow) {
        return p.isFd() ? "f".concat(function) : follow ? function : "l".concat(function);
    }

    private static long where(final PathArgument p, final Arena arena) {
        return p.isFd() ? p.fd() : p.address(arena);
    }

    @PyFunction("getxattr(path, attribute, *, follow_symlinks=True)")
    static Object getxattr(final ThreadState ts, final Object path, final Object attribute, final boolean follow) {
        final PathArgument p = PathArgument.orFd(ts, "getxattr", path);
        final PathArgument name = PathArgument.of(ts, "getxattr", "attribute", attribute);
        p.checkAlone("getxattr", Libc.AT_FDCWD, follow);
        final String function = variant(p, "getxattr", follow);
        try (Arena arena = Arena.ofConfined()) {
            final long where = where(p, arena);
            final long what = name.address(arena);
            return PyBytes.of(answer(p, arena, (at, size) -> Libc.call(function, where, what, at, size)));
        }
    }

    @PyFunction("setxattr($module, /, path, attribute, value, flags=0, *,\n         follow_symlinks=True)")
    static void setxattr(final ThreadState ts, final Object path, final Object attribute, final Object value,
            final int flags, final boolean follow) {
        final PathArgument p = PathArgument.orFd(ts, "setxattr", path);
        final PathArgument name = PathArgument.of(ts, "setxattr", "attribute", attribute);
        final byte[] data = Buffers.toArray(ts, value);
        p.checkAlone("setxattr", Libc.AT_FDCWD, follow);
        try (Arena arena = Arena.ofConfined()) {
            if ((int) Libc.call(variant(p, "setxattr", follow), where(p, arena), name.address(arena),
                    Libc.cString(arena, data).address(), data.length, flags) < 0) {
                throw p.error();
            }
        }
    }

    @PyFunction("removexattr(path, attribute, *, follow_symlinks=True)")
    static void removexattr(final ThreadState ts, final Object path, final Object attribute, final boolean follow) {
        final PathArgument p = PathArgument.orFd(ts, "removexattr", path);
        final PathArgument name = PathArgument.of(ts, "removexattr", "attribute", attribute);
        p.checkAlone("removexattr", Libc.AT_FDCWD, follow);
        try (Arena arena = Arena.ofConfined()) {
            if ((int) Libc.call(variant(p, "removexattr", follow), where(p, arena), name.address(arena)) < 0) {
                throw p.error();
            }
        }
    }

    @PyFunction("listxattr(path=None, *, follow_symlinks=True)")
    static Object listxattr(final ThreadState ts, final Object path, final boolean follow) {
        final PathArgument p = PathArgument.orFdOrNone(ts, "listxattr", path);
        p.checkAlone("listxattr", Libc.AT_FDCWD, follow);
        final String function = variant(p, "listxattr", follow);
        final byte[] all;
        try (Arena arena = Arena.ofConfined()) {
            final long where = p.bytes() == null && !p.isFd() ? Libc.cString(arena, new byte[] {'.'}).address()
                    : where(p, arena);
            all = answer(p, arena, (at, size) -> Libc.call(function, where, at, size));
        }
        final PyList names = new PyList();
        int start = 0;
        for (int i = 0; i < all.length; i++) {
            if (all[i] == 0) {
                names.append(ts, FsText.decode(Arrays.copyOfRange(all, start, i)));
                start = i + 1;
            }
        }
        return names;
    }

    /** A call that fills memory of a size. */
    @FunctionalInterface
    private interface Fill {
        long run(long address, long size);
    }

    private static byte[] answer(final PathArgument p, final Arena arena, final Fill fill) {
        for (final int size : SIZES) {
            final MemorySegment s = arena.allocate(size);
            final long n = fill.run(s.address(), size);
            if (n >= 0) {
                return s.asSlice(0, n).toArray(ValueLayout.JAVA_BYTE);
            }
            if (Libc.errno() != ERANGE) {
                throw p.error();
            }
        }
        throw Libc.errorOf(ERANGE);
    }
}
