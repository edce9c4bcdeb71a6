package dev.adder.stdlib.posix;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.exceptions.OsErrors;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.Buffers;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.IntMath;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.posix.BlockingCall;
import dev.adder.runtime.posix.FsText;
import dev.adder.runtime.posix.Libc;
import dev.adder.stdlib.Descriptors;
import dev.adder.stdlib.io.OpenFiles;
import dev.adder.stdlib.select.Waiting;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** The module {@code posix}: files and folders. Processes are in {@link ProcessFunctions}' part of the namespace. */
@PyModuleSpec("posix")
public final class PosixModule extends NativeModule {
    private static final int O_CLOEXEC = 0x80000;
    private static final int AT_SYMLINK_NOFOLLOW = 0x100;
    private static final int AT_SYMLINK_FOLLOW = 0x400;
    private static final int AT_EMPTY_PATH = 0x1000;
    private static final int AT_REMOVEDIR = 0x200;
    private static final int AT_EACCESS = 0x200;

    @Override
    public BuiltinTable table() {
        return new PosixModuleTable();
    }

    @Override
    public void init(final ThreadState ts, final PyModule module) {
        final PyDict d = module.dict();
        PosixConstants.define(d);
        d.putStr("error", ExceptionTypes.OS_ERROR);
        d.putStr("stat_result", StatResults.TYPE);
        d.putStr("DirEntry", PyDirEntry.TYPE);
        d.putStr("environ", Environment.asDict(ts));
        d.putStr("_have_functions", PyList.of("HAVE_FACCESSAT", "HAVE_FCHDIR", "HAVE_FCHMOD", "HAVE_FCHMODAT",
                "HAVE_FCHOWN", "HAVE_FCHOWNAT", "HAVE_FDOPENDIR", "HAVE_FSTATAT", "HAVE_FTRUNCATE", "HAVE_FUTIMENS",
                "HAVE_LINKAT", "HAVE_LCHOWN", "HAVE_LSTAT", "HAVE_LUTIMES", "HAVE_MKDIRAT", "HAVE_MKFIFOAT",
                "HAVE_OPENAT", "HAVE_READLINKAT", "HAVE_RENAMEAT", "HAVE_SYMLINKAT", "HAVE_UNLINKAT",
                "HAVE_UTIMENSAT"));
        ProcessFunctions.define(ts, d);
        TerminalFunctions.define(ts, d);
    }

    private static int dirFd(final ThreadState ts, final Object dirFd) {
        return dirFd == PyNone.NONE ? Libc.AT_FDCWD : PyNumber.asInt(ts, dirFd);
    }

    /** The bytes of a path that the named function was given ({@code path_converter}). */
    private static byte[] pathBytes(final ThreadState ts, final String name, final Object path) {
        final Object given = FsText.fspath(ts, path);
        if (given instanceof PyBytes b ? hasNull(b.bytes()) : Str.find(PyObjects.textOf(given), "\0") >= 0) {
            throw Errors.valueError(name + ": embedded null character in path");
        }
        return FsText.pathBytes(ts, given);
    }

    private static boolean hasNull(final byte[] bytes) {
        for (final byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    /** A call with one path; retried on EINTR; raises with the path as filename. */
    private static long pathCall(final ThreadState ts, final Object path, final String name,
            final String function, final long before,
            final long... after) {
        try (Arena arena = Arena.ofConfined()) {
            final long p = Libc.cString(arena, pathBytes(ts, name, path)).address();
            while (true) {
                final long r = switch (after.length) {
                    case 0 -> Libc.call(function, before, p);
                    case 1 -> Libc.call(function, before, p, after[0]);
                    default -> Libc.call(function, before, p, after[0], after[1]);
                };
                if ((int) r >= 0) {
                    return (int) r;
                }
                interrupted(ts, FsText.fspath(ts, path));
            }
        }
    }

    /** After a failed call: polls if it was interrupted, else raises. */
    private static void interrupted(final ThreadState ts, final Object filename) {
        if (Libc.errno() != Libc.EINTR) {
            throw Libc.error(filename);
        }
        ts.poll();
    }

    private static int check(final long result) {
        if ((int) result < 0) {
            throw Libc.error(null);
        }
        return (int) result;
    }

    @PyFunction("fspath(path)")
    static Object fspath(final ThreadState ts, final Object path) {
        return FsText.fspath(ts, path);
    }

    // ---- descriptors ----

    @PyFunction("open(path, flags, mode=511, *, dir_fd=None)")
    static long open(final ThreadState ts, final Object path, final int flags, final int mode, final Object dirFd) {
        final byte[] name = pathBytes(ts, "open", path);
        while (true) {
            final int fd = BlockingCall.open(ts, dirFd(ts, dirFd), name, flags | O_CLOEXEC, mode);
            if (fd >= 0) {
                return fd;
            }
            if (fd != -Libc.EINTR) {
                throw OsErrors.of(-fd, Libc.strerror(-fd), FsText.fspath(ts, path));
            }
            ts.poll();
        }
    }

    @PyFunction("close(fd)")
    static void close(final int fd) {
        if ((int) Libc.call("close", fd) < 0 && Libc.errno() != Libc.EINTR) {
            throw Libc.error(null);
        }
    }

    @PyFunction("closerange(fd_low, fd_high, /)")
    static void closerange(final int low, final int high) {
        for (int fd = low; fd < high; fd++) {
            Libc.call("close", fd);
        }
    }

    @PyFunction("read(fd, length, /)")
    static Object read(final ThreadState ts, final int fd, final long length) {
        if (length < 0) {
            throw Libc.errorOf(22);
        }
        final byte[] b = new byte[(int) Math.min(length, 1 << 18)];
        while (true) {
            Waiting.untilReady(ts, fd, Waiting.POLLIN);
            final int n = Libc.read(fd, b, 0, b.length);
            if (n >= 0) {
                return PyBytes.of(n == b.length ? b : java.util.Arrays.copyOf(b, n));
            }
            interrupted(ts, null);
        }
    }

    @PyFunction("write(fd, data, /)")
    static long write(final ThreadState ts, final int fd, final Object data) {
        final byte[] b = Buffers.toArray(ts, data);
        int done = 0;
        while (true) {
            Waiting.untilReady(ts, fd, Waiting.POLLOUT);
            final int piece = Waiting.writable(fd, b.length - done);
            final int n = Libc.write(fd, b, done, piece);
            if (n < 0) {
                if (done > 0 && Libc.errno() != Libc.EINTR) {
                    return done;
                }
                interrupted(ts, null);
                continue;
            }
            done += n;
            if (done == b.length || n < Math.min(piece, Libc.TRANSFER)) {
                return done;
            }
        }
    }

    @PyFunction("pread(fd, length, offset, /)")
    static Object pread(final ThreadState ts, final int fd, final long length, final long offset) {
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment s = arena.allocate(Math.max(1, length));
            final long n = Libc.call("pread64", fd, s.address(), length, offset);
            if (n < 0) {
                throw Libc.error(null);
            }
            return PyBytes.of(s.asSlice(0, n).toArray(ValueLayout.JAVA_BYTE));
        }
    }

    @PyFunction("pwrite(fd, buffer, offset, /)")
    static long pwrite(final ThreadState ts, final int fd, final Object data, final long offset) {
        final byte[] b = Buffers.toArray(ts, data);
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment s = Libc.cString(arena, b);
            final long n = Libc.call("pwrite64", fd, s.address(), b.length, offset);
            if (n < 0) {
                throw Libc.error(null);
            }
            return n;
        }
    }

    @PyFunction("lseek(fd, position, whence, /)")
    static long lseek(final int fd, final long position, final int whence) {
        final long r = Libc.call("lseek64", fd, position, whence);
        if (r < 0) {
            throw Libc.error(null);
        }
        return r;
    }

    @PyFunction("dup(fd, /)")
    static long dup(final int fd) {
        return check(Libc.call("fcntl", fd, 1030, 0));
    }

    @PyFunction("dup2(fd, fd2, inheritable=True)")
    static long dup2(final int fd, final int fd2, final boolean inheritable) {
        return check(inheritable ? Libc.call("dup2", fd, fd2) : Libc.call("dup3", fd, fd2, O_CLOEXEC));
    }

    @PyFunction("pipe()")
    static Object pipe() {
        return pipe2(O_CLOEXEC);
    }

    @PyFunction("pipe2(flags, /)")
    static Object pipe2(final int flags) {
        final MemorySegment b = Libc.scratch().buffer;
        check(Libc.call("pipe2", b.address(), flags));
        return PyTuple.of((long) b.get(ValueLayout.JAVA_INT, 0), (long) b.get(ValueLayout.JAVA_INT, 4));
    }

    @PyFunction("isatty(fd, /)")
    static boolean isatty(final int fd) {
        return (int) Libc.call("isatty", fd) == 1;
    }

    @PyFunction("fsync(fd)")
    static void fsync(final ThreadState ts, final Object fd) {
        check(Libc.call("fsync", Descriptors.of(ts, fd)));
    }

    @PyFunction("fdatasync(fd)")
    static void fdatasync(final ThreadState ts, final Object fd) {
        check(Libc.call("fdatasync", Descriptors.of(ts, fd)));
    }

    @PyFunction("sync()")
    static void sync() {
        Libc.call("sync");
    }

    @PyFunction("ftruncate(fd, length, /)")
    static void ftruncate(final int fd, final long length) {
        check(Libc.call("ftruncate64", fd, length));
    }

    @PyFunction("truncate(path, length)")
    static void truncate(final ThreadState ts, final Object path, final long length) {
        if (IntMath.intValueOrNull(path) != null) {
            ftruncate(PyNumber.asInt(ts, path), length);
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            if ((int) Libc.call("truncate64", Libc.cString(arena, FsText.pathBytes(ts, path)).address(), length) < 0) {
                throw Libc.error(FsText.fspath(ts, path));
            }
        }
    }

    @PyFunction("get_inheritable(fd, /)")
    static boolean getInheritable(final int fd) {
        return (check(Libc.call("fcntl", fd, 1, 0)) & 1) == 0;
    }

    @PyFunction("set_inheritable(fd, inheritable, /)")
    static void setInheritable(final int fd, final int inheritable) {
        final int flags = check(Libc.call("fcntl", fd, 1, 0));
        check(Libc.call("fcntl", fd, 2, inheritable != 0 ? flags & ~1 : flags | 1));
    }

    @PyFunction("get_blocking(fd, /)")
    static boolean getBlocking(final int fd) {
        return (check(Libc.call("fcntl", fd, 3, 0)) & 0x800) == 0;
    }

    @PyFunction("set_blocking(fd, blocking, /)")
    static void setBlocking(final int fd, final boolean blocking) {
        final int flags = check(Libc.call("fcntl", fd, 3, 0));
        check(Libc.call("fcntl", fd, 4, blocking ? flags & ~0x800 : flags | 0x800));
    }

    @PyFunction("device_encoding(fd)")
    static Object deviceEncoding(final int fd) {
        return isatty(fd) ? "utf-8" : PyNone.NONE;
    }

    @PyFunction("eventfd(initval, flags=524288)")
    static long eventfd(final int initval, final int flags) {
        return check(Libc.call("eventfd", initval, flags));
    }

    @PyFunction("get_terminal_size(fd=<unrepresentable>, /)")
    static Object getTerminalSize(final ThreadState ts, final Object fd) {
        final MemorySegment b = Libc.scratch().buffer;
        check(Libc.call("ioctl", fd == null ? 1 : PyNumber.asInt(ts, fd), 0x5413, b.address()));
        return ProcessFunctions.terminalSize(b.get(ValueLayout.JAVA_SHORT, 2) & 0xffff,
                b.get(ValueLayout.JAVA_SHORT, 0) & 0xffff);
    }

    // ---- status ----

    private static Object statOf(final ThreadState ts, final Object path, final int dirFd, final int flags) {
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment s = arena.allocate(StatResults.SIZE, 8);
            statInto(ts, path, dirFd, flags, arena, s);
            return StatResults.make(s);
        }
    }

    static void statInto(final ThreadState ts, final Object path, final int dirFd, final int flags,
            final Arena arena, final MemorySegment s) {
        final long p = Libc.cString(arena, pathBytes(ts, (flags & AT_SYMLINK_NOFOLLOW) == 0 ? "stat" : "lstat", path))
                .address();
        while ((int) Libc.call("statx", dirFd, p, flags, StatResults.MASK, s.address()) < 0) {
            interrupted(ts, (flags & AT_EMPTY_PATH) != 0 ? null : FsText.fspath(ts, path));
        }
        if (OpenFiles.flush(ts, s.get(ValueLayout.JAVA_LONG, 136), s.get(ValueLayout.JAVA_LONG, 32))) {
            Libc.call("statx", dirFd, p, flags, StatResults.MASK, s.address());
        }
    }

    @PyFunction("stat(path, *, dir_fd=None, follow_symlinks=True)")
    static Object stat(final ThreadState ts, final Object path, final Object dirFd, final boolean follow) {
        if (IntMath.intValueOrNull(path) != null) {
            return fstat(ts, path);
        }
        if (!PyObjects.isText(path) && !(path instanceof PyBytes)
                && PyType.of(path).lookup("__fspath__") == null) {
            throw Errors.typeError("stat: path should be string, bytes, os.PathLike or integer, not "
                    + PyType.of(path).name());
        }
        return statOf(ts, path, dirFd(ts, dirFd), follow ? 0 : AT_SYMLINK_NOFOLLOW);
    }

    @PyFunction("lstat(path, *, dir_fd=None)")
    static Object lstat(final ThreadState ts, final Object path, final Object dirFd) {
        return statOf(ts, path, dirFd(ts, dirFd), AT_SYMLINK_NOFOLLOW);
    }

    @PyFunction("fstat(fd)")
    static Object fstat(final ThreadState ts, final Object fd) {
        return statOf(ts, "", PyNumber.asInt(ts, fd), AT_EMPTY_PATH);
    }

    @PyFunction("access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)")
    static boolean access(final ThreadState ts, final Object path, final int mode, final Object dirFd,
            final boolean effective, final boolean follow) {
        try (Arena arena = Arena.ofConfined()) {
            return (int) Libc.call("faccessat", dirFd(ts, dirFd),
                    Libc.cString(arena, FsText.pathBytes(ts, path)).address(), mode,
                    (effective ? AT_EACCESS : 0) | (follow ? 0 : AT_SYMLINK_NOFOLLOW)) == 0;
        }
    }

    @PyFunction("chmod(path, mode, *, dir_fd=None, follow_symlinks=True)")
    static void chmod(final ThreadState ts, final Object path, final int mode, final Object dirFd,
            final boolean follow) {
        if (IntMath.intValueOrNull(path) != null) {
            fchmod(PyNumber.asInt(ts, path), mode);
            return;
        }
        pathCall(ts, path, "chmod", "fchmodat", dirFd(ts, dirFd), mode, follow ? 0 : AT_SYMLINK_NOFOLLOW);
    }

    @PyFunction("fchmod(fd, mode)")
    static void fchmod(final int fd, final int mode) {
        check(Libc.call("fchmod", fd, mode));
    }

    @PyFunction("utime(path, times=None, *, ns=<unrepresentable>, dir_fd=None, follow_symlinks=True)")
    static void utime(final ThreadState ts, final Object path, final Object times, final Object ns,
            final Object dirFd, final boolean follow) {
        if (times != PyNone.NONE && ns != null) {
            throw Errors.valueError("utime: you may specify either 'times' or 'ns' but not both");
        }
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment spec = arena.allocate(32, 8);
            long at = 0;
            if (times != PyNone.NONE || ns != null) {
                final Object both = ns != null ? ns : times;
                if (!(both instanceof PyTuple t) || t.size() != 2) {
                    throw Errors.typeError(ns != null ? "utime: 'ns' must be a tuple of two ints"
                            : "utime: 'times' must be either a tuple of two ints or None");
                }
                for (int i = 0; i < 2; i++) {
                    final long nanos;
                    if (ns != null) {
                        nanos = PyNumber.asSsize(ts, t.items()[i]);
                    } else if (t.items()[i] instanceof Double d) {
                        nanos = (long) Math.floor(d) * 1_000_000_000L + (long) ((d - Math.floor(d)) * 1e9);
                    } else {
                        nanos = PyNumber.asSsize(ts, t.items()[i]) * 1_000_000_000L;
                    }
                    spec.set(ValueLayout.JAVA_LONG, i * 16L, Math.floorDiv(nanos, 1_000_000_000L));
                    spec.set(ValueLayout.JAVA_LONG, i * 16L + 8, Math.floorMod(nanos, 1_000_000_000L));
                }
                at = spec.address();
            }
            if (IntMath.intValueOrNull(path) != null) {
                check(Libc.call("futimens", PyNumber.asInt(ts, path), at));
            } else {
                pathCall(ts, path, "utime", "utimensat", dirFd(ts, dirFd), at, follow ? 0 : AT_SYMLINK_NOFOLLOW);
            }
        }
    }

    // ---- folders ----

    @PyFunction("listdir(path=None)")
    static Object listdir(final ThreadState ts, final Object path) {
        final PyList names = new PyList();
        for (final Folder.Entry e : Folder.read(ts, path)) {
            names.append(ts, FsText.like(path == PyNone.NONE ? "" : FsText.isFd(path) ? "" : FsText.fspath(ts, path),
                    e.name()));
        }
        return names;
    }

    @PyFunction("scandir(path=None)")
    static Object scandir(final ThreadState ts, final Object path) {
        return new PyScandirIterator(ts, path == PyNone.NONE ? "." : path);
    }

    @PyFunction("mkdir(path, mode=511, *, dir_fd=None)")
    static void mkdir(final ThreadState ts, final Object path, final int mode, final Object dirFd) {
        pathCall(ts, path, "mkdir", "mkdirat", dirFd(ts, dirFd), mode);
    }

    @PyFunction("mkfifo(path, mode=438, *, dir_fd=None)")
    static void mkfifo(final ThreadState ts, final Object path, final int mode, final Object dirFd) {
        pathCall(ts, path, "mkfifo", "mkfifoat", dirFd(ts, dirFd), mode);
    }

    @PyFunction("rmdir(path, *, dir_fd=None)")
    static void rmdir(final ThreadState ts, final Object path, final Object dirFd) {
        pathCall(ts, path, "rmdir", "unlinkat", dirFd(ts, dirFd), AT_REMOVEDIR);
    }

    @PyFunction("unlink(path, *, dir_fd=None)")
    static void unlink(final ThreadState ts, final Object path, final Object dirFd) {
        pathCall(ts, path, "unlink", "unlinkat", dirFd(ts, dirFd), 0);
    }

    @PyFunction("remove(path, *, dir_fd=None)")
    static void remove(final ThreadState ts, final Object path, final Object dirFd) {
        unlink(ts, path, dirFd);
    }

    private static void twoPaths(final ThreadState ts, final Object a, final int dirA, final Object b,
            final int dirB, final String function, final long flags) {
        try (Arena arena = Arena.ofConfined()) {
            final long p = Libc.cString(arena, FsText.pathBytes(ts, a)).address();
            final long q = Libc.cString(arena, FsText.pathBytes(ts, b)).address();
            final long r = flags < 0 ? Libc.call(function, dirA, p, dirB, q)
                    : Libc.call(function, dirA, p, dirB, q, flags);
            if ((int) r < 0) {
                final PyRaise e = Libc.error(FsText.fspath(ts, a));
                e.value.putField("filename2", FsText.fspath(ts, b));
                throw e;
            }
        }
    }

    @PyFunction("rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None)")
    static void rename(final ThreadState ts, final Object src, final Object dst, final Object srcDir,
            final Object dstDir) {
        twoPaths(ts, src, dirFd(ts, srcDir), dst, dirFd(ts, dstDir), "renameat", -1);
    }

    @PyFunction("replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None)")
    static void replace(final ThreadState ts, final Object src, final Object dst, final Object srcDir,
            final Object dstDir) {
        twoPaths(ts, src, dirFd(ts, srcDir), dst, dirFd(ts, dstDir), "renameat", -1);
    }

    @PyFunction("link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)")
    static void link(final ThreadState ts, final Object src, final Object dst, final Object srcDir,
            final Object dstDir, final boolean follow) {
        twoPaths(ts, src, dirFd(ts, srcDir), dst, dirFd(ts, dstDir), "linkat", follow ? AT_SYMLINK_FOLLOW : 0);
    }

    @PyFunction("symlink(src, dst, target_is_directory=False, *, dir_fd=None)")
    static void symlink(final ThreadState ts, final Object src, final Object dst, final boolean directory,
            final Object dirFd) {
        try (Arena arena = Arena.ofConfined()) {
            final long p = Libc.cString(arena, FsText.pathBytes(ts, src)).address();
            final long q = Libc.cString(arena, FsText.pathBytes(ts, dst)).address();
            if ((int) Libc.call("symlinkat", p, dirFd(ts, dirFd), q) < 0) {
                final PyRaise e = Libc.error(FsText.fspath(ts, src));
                e.value.putField("filename2", FsText.fspath(ts, dst));
                throw e;
            }
        }
    }

    @PyFunction("readlink(path, *, dir_fd=None)")
    static Object readlink(final ThreadState ts, final Object path, final Object dirFd) {
        final MemorySegment b = Libc.scratch().buffer;
        try (Arena arena = Arena.ofConfined()) {
            final long n = Libc.call("readlinkat", dirFd(ts, dirFd),
                    Libc.cString(arena, FsText.pathBytes(ts, path)).address(), b.address(), 4096);
            if (n < 0) {
                throw Libc.error(FsText.fspath(ts, path));
            }
            return FsText.like(FsText.fspath(ts, path), b.asSlice(0, n).toArray(ValueLayout.JAVA_BYTE));
        }
    }

    @PyFunction("getcwd()")
    static Object getcwd() {
        return FsText.decode(cwd());
    }

    @PyFunction("getcwdb()")
    static Object getcwdb() {
        return PyBytes.of(cwd());
    }

    private static byte[] cwd() {
        final MemorySegment b = Libc.scratch().buffer;
        final long r = Libc.call("getcwd", b.address(), 4096);
        if (r == 0) {
            throw Libc.error(null);
        }
        return Libc.bytesAt(r);
    }

    @PyFunction("chdir(path)")
    static void chdir(final ThreadState ts, final Object path) {
        if (IntMath.intValueOrNull(path) != null) {
            fchdir(PyNumber.asInt(ts, path));
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            if ((int) Libc.call("chdir", Libc.cString(arena, FsText.pathBytes(ts, path)).address()) < 0) {
                throw Libc.error(FsText.fspath(ts, path));
            }
        }
    }

    @PyFunction("fchdir(fd)")
    static void fchdir(final int fd) {
        check(Libc.call("fchdir", fd));
    }

    @PyFunction("umask(mask, /)")
    static long umask(final int mask) {
        return (int) Libc.call("umask", mask);
    }

    @PyFunction("urandom(size, /)")
    static Object urandom(final long size) {
        if (size < 0) {
            throw Errors.valueError("negative argument not allowed");
        }
        final byte[] b = new byte[(int) size];
        new java.security.SecureRandom().nextBytes(b);
        return PyBytes.of(b);
    }

    @PyFunction("getrandom(size, flags=0)")
    static Object getrandom(final long size, final int flags) {
        return urandom(size);
    }

    @PyFunction("strerror(code, /)")
    static Object strerror(final int code) {
        return Libc.strerror(code);
    }

    // ---- environment ----

    @PyFunction("putenv(name, value, /)")
    static void putenv(final ThreadState ts, final Object name, final Object value) {
        Environment.put(FsText.pathBytes(ts, name), FsText.pathBytes(ts, value));
    }

    @PyFunction("unsetenv(name, /)")
    static void unsetenv(final ThreadState ts, final Object name) {
        Environment.remove(FsText.pathBytes(ts, name));
    }

    @PyFunction("_create_environ()")
    static Object createEnviron(final ThreadState ts) {
        return Environment.asDict(ts);
    }
}
