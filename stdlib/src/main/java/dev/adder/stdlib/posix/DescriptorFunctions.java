package dev.adder.stdlib.posix;

import static dev.adder.stdlib.posix.SystemCalls.check;
import static dev.adder.stdlib.posix.SystemCalls.checkSize;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.OsErrors;
import dev.adder.runtime.objects.BufferView;
import dev.adder.runtime.objects.Buffers;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.posix.BlockingCall;
import dev.adder.runtime.posix.Libc;
import dev.adder.stdlib.Descriptors;
import dev.adder.stdlib.select.Waiting;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/** The functions of {@code posix} that open, read, write and keep descriptors. */
@PyModuleSpec("posix")
final class DescriptorFunctions {
    private static final int O_CLOEXEC = 0x80000;
    private static final int EINVAL = 22;

    private DescriptorFunctions() {
    }

    /** After a failed call: polls if it was interrupted, else raises. */
    private static void interrupted(final ThreadState ts) {
        if (Libc.errno() != Libc.EINTR) {
            throw Libc.error(null);
        }
        ts.poll();
    }

    @PyFunction("open(path, flags, mode=511, *, dir_fd=None)")
    static long open(final ThreadState ts, final Object path, final int flags, final int mode, final Object dirFd) {
        final PathArgument p = PathArgument.of(ts, "open", path);
        final int folder = PathArgument.dirFd(ts, dirFd);
        while (true) {
            final int fd = BlockingCall.open(ts, folder, p.bytes(), flags | O_CLOEXEC, mode);
            if (fd >= 0) {
                return fd;
            }
            if (fd != -Libc.EINTR) {
                throw OsErrors.of(-fd, Libc.strerror(-fd), p.object());
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

    /** What the JVM reads its classes from stays open, else it could load none from then on. */
    @PyFunction("closerange(fd_low, fd_high, /)")
    static void closerange(final int low, final int high) {
        for (final int fd : OpenDescriptors.all()) {
            if (fd >= low && fd < high && !OpenDescriptors.isOfJvm(fd)) {
                Libc.call("close", fd);
            }
        }
    }

    @PyFunction("read(fd, length, /)")
    static Object read(final ThreadState ts, final int fd, final long length) {
        if (length < 0) {
            throw Libc.errorOf(EINVAL);
        }
        final byte[] b = new byte[(int) Math.min(length, 1 << 18)];
        while (true) {
            Waiting.untilReady(ts, fd, Waiting.POLLIN);
            final int n = Libc.read(fd, b, 0, b.length);
            if (n >= 0) {
                return PyBytes.of(n == b.length ? b : Arrays.copyOf(b, n));
            }
            interrupted(ts);
        }
    }

    @PyFunction("readinto($module, fd, buffer, /)")
    static long readinto(final ThreadState ts, final int fd, final Object buffer) {
        try (BufferView view = dev.adder.stdlib.Buffers.writable(ts, "readinto() argument 2", buffer)) {
            final byte[] b = new byte[(int) Math.min(view.byteLength(), Libc.TRANSFER)];
            while (true) {
                Waiting.untilReady(ts, fd, Waiting.POLLIN);
                final int n = Libc.read(fd, b, 0, b.length);
                if (n >= 0) {
                    MemorySegment.copy(b, 0, view.data(), ValueLayout.JAVA_BYTE, view.offset(), n);
                    return n;
                }
                interrupted(ts);
            }
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
                interrupted(ts);
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
        if (length < 0) {
            throw Libc.errorOf(EINVAL);
        }
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment s = arena.allocate(Math.max(1, length));
            final long n = checkSize(SystemCalls.outside(ts,
                    () -> Libc.call("pread64", fd, s.address(), length, offset)));
            return PyBytes.of(s.asSlice(0, n).toArray(ValueLayout.JAVA_BYTE));
        }
    }

    @PyFunction("pwrite(fd, buffer, offset, /)")
    static long pwrite(final ThreadState ts, final int fd, final Object data, final long offset) {
        final byte[] b = Buffers.toArray(ts, data);
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment s = Libc.cString(arena, b);
            return checkSize(SystemCalls.outside(ts, () -> Libc.call("pwrite64", fd, s.address(), b.length, offset)));
        }
    }

    @PyFunction("lseek(fd, position, whence, /)")
    static long lseek(final int fd, final long position, final int whence) {
        return checkSize(Libc.call("lseek64", fd, position, whence));
    }

    @PyFunction("dup(fd, /)")
    static long dup(final int fd) {
        return check(Libc.call("fcntl", fd, 1030, 0));
    }

    @PyFunction("dup2(fd, fd2, inheritable=True)")
    static long dup2(final int fd, final int fd2, final boolean inheritable) {
        return check(inheritable ? Libc.call("dup2", fd, fd2) : Libc.call("dup3", fd, fd2, O_CLOEXEC));
    }

    @PyFunction("pipe($module, /)")
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
        sync(ts, "fsync", Descriptors.of(ts, fd));
    }

    @PyFunction("fdatasync(fd)")
    static void fdatasync(final ThreadState ts, final Object fd) {
        sync(ts, "fdatasync", Descriptors.of(ts, fd));
    }

    private static void sync(final ThreadState ts, final String function, final int fd) {
        check(SystemCalls.outside(ts, () -> (int) Libc.call(function, fd)));
    }

    @PyFunction("sync($module, /)")
    static void sync(final ThreadState ts) {
        SystemCalls.outside(ts, () -> {
            Libc.call("sync");
            return 0;
        });
    }

    @PyFunction("ftruncate(fd, length, /)")
    static void ftruncate(final int fd, final long length) {
        check(Libc.call("ftruncate64", fd, length));
    }

    @PyFunction("truncate(path, length)")
    static void truncate(final ThreadState ts, final Object path, final long length) {
        final PathArgument p = PathArgument.orFd(ts, "truncate", path);
        try (Arena arena = Arena.ofConfined()) {
            final long r = p.isFd() ? Libc.call("ftruncate64", p.fd(), length)
                    : Libc.call("truncate64", p.address(arena), length);
            if ((int) r < 0) {
                throw p.isFd() ? Libc.error(null) : p.error();
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

    @PyFunction("get_terminal_size(fd=<unrepresentable>, /)")
    static Object getTerminalSize(final ThreadState ts, final Object fd) {
        final MemorySegment b = Libc.scratch().buffer;
        check(Libc.call("ioctl", fd == null ? 1 : PyNumber.asInt(ts, fd), 0x5413, b.address()));
        return SystemFunctions.terminalSize(b.get(ValueLayout.JAVA_SHORT, 2) & 0xffff,
                b.get(ValueLayout.JAVA_SHORT, 0) & 0xffff);
    }
}
