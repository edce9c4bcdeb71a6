package dev.adder.stdlib.process;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Errors;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.BufferView;
import dev.adder.runtime.objects.Buffers;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.posix.FsText;
import dev.adder.runtime.posix.Libc;
import dev.adder.stdlib.Descriptors;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** The module {@code fcntl}. */
@PyModuleSpec("fcntl")
public final class FcntlModule extends NativeModule {
    private static final String[] CONSTANTS = {"LOCK_SH=1", "LOCK_EX=2", "LOCK_NB=4", "LOCK_UN=8", "F_DUPFD=0",
        "F_DUPFD_CLOEXEC=1030", "F_GETFD=1", "F_SETFD=2", "F_GETFL=3", "F_SETFL=4", "F_GETLK=5", "F_SETLK=6",
        "F_SETLKW=7", "F_GETOWN=9", "F_SETOWN=8", "F_GETSIG=11", "F_SETSIG=10", "F_RDLCK=0", "F_WRLCK=1", "F_UNLCK=2",
        "F_GETLK64=5", "F_SETLK64=6", "F_SETLKW64=7", "FASYNC=8192", "F_SETLEASE=1024", "F_GETLEASE=1025",
        "F_NOTIFY=1026", "F_SETPIPE_SZ=1031", "F_GETPIPE_SZ=1032", "FD_CLOEXEC=1", "F_OFD_GETLK=36", "F_OFD_SETLK=37",
        "F_OFD_SETLKW=38", "F_ADD_SEALS=1033", "F_GET_SEALS=1034", "F_SEAL_SEAL=1", "F_SEAL_SHRINK=2",
        "F_SEAL_GROW=4", "F_SEAL_WRITE=8"};

    @Override
    public BuiltinTable table() {
        return new FcntlModuleTable();
    }

    @Override
    public void init(final ThreadState ts, final PyModule module) {
        for (final String row : CONSTANTS) {
            final int eq = row.indexOf('=');
            module.dict().putStr(row.substring(0, eq), Long.valueOf(row.substring(eq + 1)));
        }
    }

    private static long retry(final ThreadState ts, final String function, final int fd, final long a, final long b) {
        while (true) {
            ts.leavePython();
            final int r;
            try {
                r = (int) Libc.call(function, fd, a, b);
            } finally {
                ts.enterPython();
            }
            if (r >= 0) {
                return r;
            }
            if (Libc.errno() != Libc.EINTR) {
                throw Libc.error(null);
            }
            ts.poll();
        }
    }

    private static Object control(final ThreadState ts, final String function, final Object file, final long cmd,
            final Object arg, final boolean mutate) {
        final int fd = Descriptors.of(ts, file);
        if (PyNumber.isIndex(arg)) {
            return retry(ts, function, fd, cmd, PyNumber.asSsize(ts, arg));
        }
        final byte[] data = PyObjects.isText(arg) ? FsText.encode(PyObjects.textOf(arg)) : Buffers.toArray(ts, arg);
        if (data.length > 1024) {
            throw Errors.valueError(function + " argument 3 is too long");
        }
        final MemorySegment b = Libc.scratch().buffer;
        MemorySegment.copy(data, 0, b, ValueLayout.JAVA_BYTE, 0, data.length);
        final long r = retry(ts, function, fd, cmd, b.address());
        final byte[] out = b.asSlice(0, data.length).toArray(ValueLayout.JAVA_BYTE);
        if (mutate && !(arg instanceof PyBytes) && !PyObjects.isText(arg)) {
            final BufferView view = Buffers.get(ts, arg, true);
            try {
                MemorySegment.copy(out, 0, view.data(), ValueLayout.JAVA_BYTE, view.offset(), out.length);
            } finally {
                view.close();
            }
            return r;
        }
        return PyBytes.of(out);
    }

    @PyFunction("fcntl(fd, cmd, arg=0, /)")
    static Object fcntl(final ThreadState ts, final Object file, final int cmd, final Object arg) {
        return control(ts, "fcntl", file, cmd, arg, false);
    }

    @PyFunction("ioctl(fd, request, arg=0, mutate_flag=True, /)")
    static Object ioctl(final ThreadState ts, final Object file, final long request, final Object arg,
            final boolean mutate) {
        return control(ts, "ioctl", file, request, arg, mutate);
    }

    /** flock cannot wait on a wake-up descriptor: a blocking one asks again and again, polling between. */
    @PyFunction("flock(fd, operation, /)")
    static void flock(final ThreadState ts, final Object file, final int operation) {
        final int fd = Descriptors.of(ts, file);
        while ((int) Libc.call("flock", fd, operation | 4) < 0) {
            if (Libc.errno() != Libc.EAGAIN || (operation & 4) != 0) {
                throw Libc.error(null);
            }
            ts.leavePython();
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
            ts.enterPython();
            ts.poll();
        }
    }

    @PyFunction("lockf(fd, cmd, len=0, start=0, whence=0, /)")
    static void lockf(final ThreadState ts, final Object file, final int cmd, final Object length, final Object start,
            final int whence) {
        final int fd = Descriptors.of(ts, file);
        final MemorySegment lock = Libc.scratch().buffer;
        while (true) {
            lock.asSlice(0, 32).fill((byte) 0);
            lock.set(ValueLayout.JAVA_SHORT, 0, (short) ((cmd & 8) != 0 ? 2 : (cmd & 2) != 0 ? 1 : 0));
            lock.set(ValueLayout.JAVA_SHORT, 2, (short) whence);
            lock.set(ValueLayout.JAVA_LONG, 8, PyNumber.asSsize(ts, start));
            lock.set(ValueLayout.JAVA_LONG, 16, PyNumber.asSsize(ts, length));
            if ((int) Libc.call("fcntl", fd, 6, lock.address()) >= 0) {
                return;
            }
            final int e = Libc.errno();
            if (e != Libc.EAGAIN && e != 13 || (cmd & 4) != 0) {
                throw Libc.error(null);
            }
            ts.leavePython();
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
            ts.enterPython();
            ts.poll();
        }
    }
}
