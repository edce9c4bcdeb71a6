package dev.adder.stdlib.posix;

import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.Warnings;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.posix.FsText;
import dev.adder.runtime.posix.Libc;
import java.lang.foreign.Arena;

/**
 * A path that a function of {@code posix} was given, {@code path_t} of CPython's posixmodule.c, and the conversions of
 * descriptors that go with it.
 *
 * @param bytes for the system; null for a descriptor and for None
 * @param fd the descriptor, -1 for a path
 * @param object what errors name: the path (what {@code __fspath__} gave), the descriptor or None
 */
record PathArgument(byte[] bytes, int fd, Object object) {
    private static final int FD = 1;
    private static final int NONE = 2;
    private static final String[] ALLOWED = {"string, bytes or os.PathLike", "string, bytes, os.PathLike or integer",
        "string, bytes, os.PathLike or None", "string, bytes, os.PathLike, integer or None"};

    /** A path. */
    static PathArgument of(final ThreadState ts, final String function, final Object path) {
        return convert(ts, function, "path", path, 0);
    }

    /** A path by a parameter that is not called {@code path}. */
    static PathArgument of(final ThreadState ts, final String function, final String parameter, final Object path) {
        return convert(ts, function, parameter, path, 0);
    }

    static PathArgument orFd(final ThreadState ts, final String function, final Object path) {
        return convert(ts, function, "path", path, FD);
    }

    static PathArgument orFdOrNone(final ThreadState ts, final String function, final Object path) {
        return convert(ts, function, "path", path, FD | NONE);
    }

    private static PathArgument convert(final ThreadState ts, final String function, final String parameter,
            final Object path, final int allowed) {
        if (path == PyNone.NONE && (allowed & NONE) != 0) {
            return new PathArgument(null, -1, path);
        }
        final Object given;
        if (PyObjects.isText(path) || path instanceof PyBytes) {
            given = path;
        } else if ((allowed & FD) != 0 && PyNumber.isIndex(path)) {
            return new PathArgument(null, fd(ts, path), path);
        } else {
            given = fspath(ts, function, parameter, path, allowed);
        }
        final byte[] bytes = given instanceof PyBytes b ? b.bytes() : FsText.encode(PyObjects.textOf(given));
        for (final byte b : bytes) {
            if (b == 0) {
                throw Errors.valueError(function + ": embedded null character in " + parameter);
            }
        }
        return new PathArgument(bytes, -1, given);
    }

    /** The str or bytes of a path-like object, with the errors of {@code path_converter}. */
    static Object fspath(final ThreadState ts, final String function, final String parameter, final Object path,
            final int allowed) {
        if (PyObjects.isText(path) || path instanceof PyBytes) {
            return path;
        }
        final Object given = FsText.callFspath(ts, path);
        if (given == null) {
            throw Errors.typeError(function + ": " + parameter + " should be " + ALLOWED[allowed] + ", not "
                    + PyType.of(path).name());
        }
        if (!PyObjects.isText(given) && !(given instanceof PyBytes)) {
            throw Errors.typeError("expected " + PyType.of(path).name() + ".__fspath__() to return str or bytes, not "
                    + PyType.of(given).name());
        }
        return given;
    }

    /** As in CPython -1 is no descriptor: what then follows is a call with a NULL path, EFAULT. */
    boolean isFd() {
        return fd != -1;
    }

    /** Where the path lies as a C string, as long as the arena is open. */
    long address(final Arena arena) {
        return bytes == null ? 0 : Libc.cString(arena, bytes).address();
    }

    /** The OSError for this thread's last call. */
    PyRaise error() {
        return Libc.error(object);
    }

    /** The OSError for this thread's last call, which had two paths. */
    PyRaise error(final PathArgument second) {
        final PyRaise e = Libc.error(object);
        e.value.putField("filename2", second.object);
        return e;
    }

    /** {@code _fd_converter}. */
    static int fd(final ThreadState ts, final Object o) {
        if (o instanceof Boolean) {
            Warnings.warn(ts, ExceptionTypes.RUNTIME_WARNING, "bool is used as a file descriptor");
        }
        final Object n = PyNumber.index(ts, o);
        if (n instanceof Long fd && fd == (int) (long) fd) {
            return (int) (long) fd;
        }
        throw Errors.overflowError(n instanceof Long fd ? fd < 0 ? "fd is less than minimum"
                : "fd is greater than maximum" : ((java.math.BigInteger) n).signum() < 0 ? "fd is less than minimum"
                        : "fd is greater than maximum");
    }

    /** {@code dir_fd_converter}. */
    static int dirFd(final ThreadState ts, final Object o) {
        if (o == PyNone.NONE) {
            return Libc.AT_FDCWD;
        }
        if (!PyNumber.isIndex(o)) {
            throw Errors.typeError("argument should be integer or None, not " + PyType.of(o).name());
        }
        return fd(ts, o);
    }

    /** Refuses a descriptor together with what says how to find a path. */
    void checkAlone(final String function, final int dirFd, final boolean follow) {
        if (bytes == null && dirFd != Libc.AT_FDCWD) {
            throw Errors.valueError(function + ": can't specify dir_fd without matching path");
        }
        if (isFd() && !follow) {
            throw Errors.valueError(function + ": cannot use fd and follow_symlinks together");
        }
    }
}
