package dev.adder.stdlib.posix;

import static dev.adder.stdlib.posix.SystemCalls.check;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyFloat;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.posix.Libc;
import dev.adder.stdlib.io.OpenFiles;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.nio.ByteBuffer;

/** The functions of {@code posix} that ask for and change what a file system keeps about a file. */
@PyModuleSpec("posix")
final class StatusFunctions {
    private static final int AT_SYMLINK_NOFOLLOW = 0x100;
    private static final int AT_EMPTY_PATH = 0x1000;
    private static final int AT_EACCESS = 0x200;
    private static final int EBADF = 9;
    private static final int EOPNOTSUPP = 95;
    private static final BigInteger BILLION = BigInteger.valueOf(1_000_000_000L);

    private StatusFunctions() {
    }

    private static int flags(final boolean follow) {
        return follow ? 0 : AT_SYMLINK_NOFOLLOW;
    }

    // ---- stat ----

    private static Object stat(final ThreadState ts, final PathArgument path, final int dirFd, final boolean follow) {
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment s = arena.allocate(StatResults.SIZE, 8);
            final int folder = path.isFd() ? path.fd() : dirFd;
            final int how = path.isFd() ? AT_EMPTY_PATH : flags(follow);
            final long p = path.isFd() ? Libc.cString(arena, new byte[0]).address() : path.address(arena);
            while ((int) Libc.call("statx", folder, p, how, StatResults.MASK, s.address()) < 0) {
                if (Libc.errno() != Libc.EINTR) {
                    throw path.error();
                }
                ts.poll();
            }
            final ByteBuffer found = Libc.bytes(s);
            if (OpenFiles.flush(ts, StatResults.device(found), StatResults.inode(found))) {
                Libc.call("statx", folder, p, how, StatResults.MASK, s.address());
            }
            return StatResults.make(found);
        }
    }

    @PyFunction("stat(path, *, dir_fd=None, follow_symlinks=True)")
    static Object stat(final ThreadState ts, final Object path, final Object dirFd, final boolean follow) {
        final PathArgument p = PathArgument.orFd(ts, "stat", path);
        final int folder = PathArgument.dirFd(ts, dirFd);
        p.checkAlone("stat", folder, follow);
        return stat(ts, p, folder, follow);
    }

    @PyFunction("lstat(path, *, dir_fd=None)")
    static Object lstat(final ThreadState ts, final Object path, final Object dirFd) {
        return stat(ts, PathArgument.of(ts, "lstat", path), PathArgument.dirFd(ts, dirFd), false);
    }

    @PyFunction("fstat(fd)")
    static Object fstat(final ThreadState ts, final int fd) {
        if (fd == -1) {
            throw Libc.errorOf(EBADF);
        }
        return stat(ts, new PathArgument(null, fd, null), Libc.AT_FDCWD, true);
    }

    @PyFunction("statvfs(path)")
    static Object statvfs(final ThreadState ts, final Object path) {
        final PathArgument p = PathArgument.orFd(ts, "statvfs", path);
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment s = arena.allocate(StatvfsResults.SIZE, 8);
            final long r = p.isFd() ? Libc.call("fstatvfs64", p.fd(), s.address())
                    : Libc.call("statvfs64", p.address(arena), s.address());
            if ((int) r < 0) {
                throw p.error();
            }
            return StatvfsResults.make(s);
        }
    }

    @PyFunction("fstatvfs($module, fd, /)")
    static Object fstatvfs(final int fd) {
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment s = arena.allocate(StatvfsResults.SIZE, 8);
            check(Libc.call("fstatvfs64", fd, s.address()));
            return StatvfsResults.make(s);
        }
    }

    // ---- permissions and ownership ----

    @PyFunction("access($module, /, path, mode, *, dir_fd=None, effective_ids=False,\n       follow_symlinks=True)")
    static boolean access(final ThreadState ts, final Object path, final int mode, final Object dirFd,
            final boolean effective, final boolean follow) {
        final PathArgument p = PathArgument.of(ts, "access", path);
        try (Arena arena = Arena.ofConfined()) {
            return (int) Libc.call("faccessat", PathArgument.dirFd(ts, dirFd), p.address(arena), mode,
                    (effective ? AT_EACCESS : 0) | flags(follow)) == 0;
        }
    }

    @PyFunction("chmod($module, /, path, mode, *, dir_fd=None,\n      follow_symlinks=(os.name != 'nt'))")
    static void chmod(final ThreadState ts, final Object path, final int mode, final Object dirFd,
            final Object followed) {
        final boolean follow = followed == null || PyObjects.isTrue(ts, followed);
        final PathArgument p = PathArgument.orFd(ts, "chmod", path);
        final int folder = PathArgument.dirFd(ts, dirFd);
        try (Arena arena = Arena.ofConfined()) {
            final long r = p.isFd() ? Libc.call("fchmod", p.fd(), mode)
                    : Libc.call("fchmodat", folder, p.address(arena), mode, flags(follow));
            if ((int) r >= 0) {
                return;
            }
            if (Libc.errno() == EOPNOTSUPP && !follow) {
                throw folder != Libc.AT_FDCWD
                        ? Errors.valueError("chmod: cannot use dir_fd and follow_symlinks together")
                        : Errors.notImplemented("chmod: follow_symlinks unavailable on this platform");
            }
            throw p.error();
        }
    }

    @PyFunction("fchmod(fd, mode)")
    static void fchmod(final ThreadState ts, final int fd, final int mode) {
        if (SystemCalls.outside(ts, () -> (int) Libc.call("fchmod", fd, mode)) < 0) {
            throw Libc.error(null);
        }
    }

    @PyFunction("chown(path, uid, gid, *, dir_fd=None, follow_symlinks=True)")
    static void chown(final ThreadState ts, final Object path, final Object uid, final Object gid, final Object dirFd,
            final boolean follow) {
        final PathArgument p = PathArgument.orFd(ts, "chown", path);
        final long user = Identities.uid(ts, uid);
        final long group = Identities.gid(ts, gid);
        final int folder = PathArgument.dirFd(ts, dirFd);
        if (p.isFd() && folder != Libc.AT_FDCWD) {
            throw Errors.valueError("chown: can't specify both dir_fd and fd");
        }
        p.checkAlone("chown", folder, follow);
        try (Arena arena = Arena.ofConfined()) {
            final long r = p.isFd() ? Libc.call("fchown", p.fd(), user, group)
                    : Libc.call("fchownat", folder, p.address(arena), user, group, flags(follow));
            if ((int) r < 0) {
                throw p.error();
            }
        }
    }

    @PyFunction("fchown(fd, uid, gid)")
    static void fchown(final ThreadState ts, final int fd, final Object uid, final Object gid) {
        check(Libc.call("fchown", fd, Identities.uid(ts, uid), Identities.gid(ts, gid)));
    }

    @PyFunction("lchown(path, uid, gid)")
    static void lchown(final ThreadState ts, final Object path, final Object uid, final Object gid) {
        final PathArgument p = PathArgument.of(ts, "lchown", path);
        try (Arena arena = Arena.ofConfined()) {
            if ((int) Libc.call("lchown", p.address(arena), Identities.uid(ts, uid), Identities.gid(ts, gid)) < 0) {
                throw p.error();
            }
        }
    }

    // ---- times ----

    @PyFunction("utime($module, /, path, times=None, *, ns=<unrepresentable>,\n      dir_fd=None, follow_symlinks=True)")
    static void utime(final ThreadState ts, final Object path, final Object times, final Object ns,
            final Object dirFd, final boolean follow) {
        final PathArgument p = PathArgument.orFd(ts, "utime", path);
        final int folder = PathArgument.dirFd(ts, dirFd);
        if (times != PyNone.NONE && ns != null) {
            throw Errors.valueError("utime: you may specify either 'times' or 'ns' but not both");
        }
        try (Arena arena = Arena.ofConfined()) {
            final long at = times == PyNone.NONE && ns == null ? 0 : timespecs(ts, arena, times, ns);
            p.checkAlone("utime", folder, follow);
            final long r = p.isFd() ? Libc.call("futimens", p.fd(), at)
                    : Libc.call("utimensat", folder, p.address(arena), at, flags(follow));
            if ((int) r < 0) {
                throw p.error();
            }
        }
    }

    private static long timespecs(final ThreadState ts, final Arena arena, final Object times, final Object ns) {
        final Object both = ns != null ? ns : times;
        if (!(both instanceof PyTuple t) || t.type() != PyTuple.TYPE || t.size() != 2) {
            throw Errors.typeError(ns != null ? "utime: 'ns' must be a tuple of two ints"
                    : "utime: 'times' must be either a tuple of two ints or None");
        }
        final MemorySegment spec = arena.allocate(32, 8);
        for (int i = 0; i < 2; i++) {
            if (ns != null) {
                setNanos(ts, spec, i * 16L, t.items()[i]);
            } else {
                setSeconds(ts, spec, i * 16L, t.items()[i]);
            }
        }
        return spec.address();
    }

    /** {@code split_py_long_to_s_and_ns}. */
    private static void setNanos(final ThreadState ts, final MemorySegment spec, final long at, final Object nanos) {
        final Object divmod = PyNumber.divmod(ts, nanos, BILLION.longValue());
        if (!(divmod instanceof PyTuple pair) || pair.size() != 2) {
            throw Errors.typeError(PyType.of(nanos).name() + ".__divmod__() must return a 2-tuple, not "
                    + PyType.of(divmod).name());
        }
        set(spec, at, asTime(ts, pair.get(0)), PyNumber.asSsize(ts, pair.get(1)));
    }

    /** {@code _PyTime_ObjectToTimespec}, rounded down. */
    private static void setSeconds(final ThreadState ts, final MemorySegment spec, final long at,
            final Object seconds) {
        if (!PyType.of(seconds).isSubtypeOf(PyFloat.TYPE)) {
            if (!PyNumber.isIndex(seconds)) {
                throw Errors.typeError("argument must be int or float, not " + PyType.of(seconds).name());
            }
            set(spec, at, asTime(ts, seconds), 0);
            return;
        }
        final double value = PyNumber.asDouble(ts, seconds);
        if (Double.isNaN(value)) {
            throw Errors.valueError("Invalid value NaN (not a number)");
        }
        // As C's modf and floor do it.
        double whole = value < 0 ? Math.ceil(value) : Math.floor(value);
        double rest = Math.floor((value - whole) * 1e9);
        if (rest < 0) {
            rest += 1e9;
            whole -= 1;
        }
        if (whole >= 0x1p63 || whole < -0x1p63) {
            throw Errors.overflowError("timestamp out of range for platform time_t");
        }
        set(spec, at, (long) whole, (long) rest);
    }

    private static long asTime(final ThreadState ts, final Object n) {
        if (PyNumber.index(ts, n) instanceof Long time) {
            return time;
        }
        throw Errors.overflowError("timestamp out of range for platform time_t");
    }

    private static void set(final MemorySegment spec, final long at, final long seconds, final long nanos) {
        spec.set(ValueLayout.JAVA_LONG, at, seconds);
        spec.set(ValueLayout.JAVA_LONG, at + 8, nanos);
    }
}
