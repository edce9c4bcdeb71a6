package dev.adder.stdlib.posix;

import static dev.adder.stdlib.posix.SystemCalls.check;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyStructSequence;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.posix.FsText;
import dev.adder.runtime.posix.Libc;
import dev.adder.stdlib.Descriptors;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** The functions of {@code posix} about the system as a whole: its limits, load, name, random numbers; and the environment. */
@PyModuleSpec("posix")
final class SystemFunctions {
    static final PyType TERMINAL_SIZE =
            PyStructSequence.define("terminal_size", "os", 2, "columns", "lines");
    static final PyType UNAME =
            PyStructSequence.define("uname_result", "posix", 5, "sysname", "nodename", "release", "version", "machine");
    static final PyType TIMES = PyStructSequence.define("times_result", "posix", 5, "user", "system",
            "children_user", "children_system", "elapsed");
    private static final int EINVAL = 22;
    private static final int SC_CLK_TCK = 2;
    private static final int SC_NPROCESSORS_ONLN = 84;
    private static final int UTSNAME_LENGTH = 65;
    /** What {@code getrandom} gives at a stretch even if a signal comes. */
    private static final int RANDOM_PIECE = 256;

    private SystemFunctions() {
    }

    static Object terminalSize(final long columns, final long lines) {
        return PyStructSequence.make(TERMINAL_SIZE, columns, lines);
    }

    // ---- limits ----

    /** The number of a name ({@code conv_confname}). */
    private static int number(final ThreadState ts, final String[] table, final Object name) {
        if (PyObjects.isText(name)) {
            final int number = SystemNames.number(table, Str.toJava(PyObjects.textOf(name)));
            if (number < 0) {
                throw Errors.valueError("unrecognized configuration name");
            }
            return number;
        }
        if (!PyNumber.isIndex(name)) {
            throw Errors.typeError("configuration names must be strings or integers");
        }
        final Object n = PyNumber.index(ts, name);
        if (n instanceof Long l && l == (int) (long) l) {
            return (int) (long) l;
        }
        throw Errors.overflowError("Python int too large to convert to C int");
    }

    @PyFunction("sysconf($module, name, /)")
    static long sysconf(final ThreadState ts, final Object name) {
        final int number = number(ts, SystemNames.SYSCONF, name);
        SystemCalls.clearErrno();
        return SystemCalls.checkErrno(Libc.call("sysconf", number));
    }

    @PyFunction("pathconf(path, name)")
    static long pathconf(final ThreadState ts, final Object path, final Object name) {
        final PathArgument p = PathArgument.orFd(ts, "pathconf", path);
        final int number = number(ts, SystemNames.PATHCONF, name);
        try (Arena arena = Arena.ofConfined()) {
            final long at = p.isFd() ? 0 : p.address(arena);
            SystemCalls.clearErrno();
            final long r = p.isFd() ? Libc.call("fpathconf", p.fd(), number) : Libc.call("pathconf", at, number);
            if (r == -1 && Libc.errno() != 0) {
                throw Libc.errno() == EINVAL ? Libc.error(null) : p.error();
            }
            return r;
        }
    }

    @PyFunction("fpathconf($module, fd, name, /)")
    static long fpathconf(final ThreadState ts, final Object fd, final Object name) {
        final int descriptor = Descriptors.of(ts, fd);
        final int number = number(ts, SystemNames.PATHCONF, name);
        SystemCalls.clearErrno();
        return SystemCalls.checkErrno(Libc.call("fpathconf", descriptor, number));
    }

    @PyFunction("confstr($module, name, /)")
    static Object confstr(final ThreadState ts, final Object name) {
        final int number = number(ts, SystemNames.CONFSTR, name);
        final MemorySegment b = Libc.scratch().buffer;
        SystemCalls.clearErrno();
        final long n = Libc.call("confstr", number, b.address(), b.byteSize());
        if (n == 0) {
            if (Libc.errno() != 0) {
                throw Libc.error(null);
            }
            return dev.adder.runtime.PyNone.NONE;
        }
        return FsText.decode(b.asSlice(0, n - 1).toArray(ValueLayout.JAVA_BYTE));
    }

    // ---- state ----

    @PyFunction("cpu_count($module, /)")
    static Object cpuCount(final ThreadState ts) {
        if (Calls.method0(ts, ts.interp.modules.getStr("sys"), "_get_cpu_count_config") instanceof Long n && n > 0) {
            return n;
        }
        final long n = Libc.call("sysconf", SC_NPROCESSORS_ONLN);
        return n < 1 ? dev.adder.runtime.PyNone.NONE : (Object) n;
    }

    @PyFunction("getloadavg($module, /)")
    static Object getloadavg() {
        final MemorySegment b = Libc.scratch().buffer;
        if ((int) Libc.call("getloadavg", b.address(), 3) != 3) {
            throw Errors.withArgs(dev.adder.runtime.exceptions.ExceptionTypes.OS_ERROR,
                    "Load averages are unobtainable");
        }
        return PyTuple.of(b.get(ValueLayout.JAVA_DOUBLE, 0), b.get(ValueLayout.JAVA_DOUBLE, 8),
                b.get(ValueLayout.JAVA_DOUBLE, 16));
    }

    @PyFunction("uname($module, /)")
    static Object uname() {
        final MemorySegment b = Libc.scratch().buffer;
        check(Libc.call("uname", b.address()));
        final Object[] fields = new Object[5];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = FsText.decode(Libc.bytesAt(b.address() + i * UTSNAME_LENGTH));
        }
        return PyStructSequence.make(UNAME, fields);
    }

    @PyFunction("times($module, /)")
    static Object times() {
        final MemorySegment b = Libc.scratch().buffer;
        final double ticks = Libc.call("sysconf", SC_CLK_TCK);
        final long elapsed = Libc.call("times", b.address());
        return PyStructSequence.make(TIMES, b.get(ValueLayout.JAVA_LONG, 0) / ticks,
                b.get(ValueLayout.JAVA_LONG, 8) / ticks, b.get(ValueLayout.JAVA_LONG, 16) / ticks,
                b.get(ValueLayout.JAVA_LONG, 24) / ticks, elapsed / ticks);
    }

    @PyFunction("strerror($module, code, /)")
    static Object strerror(final int code) {
        return Libc.strerror(code);
    }

    // ---- random numbers ----

    @PyFunction("urandom($module, size, /)")
    static Object urandom(final ThreadState ts, final long size) {
        if (size < 0) {
            throw Errors.valueError("negative argument not allowed");
        }
        if (size > Integer.MAX_VALUE - 8) {
            throw Errors.memoryError();
        }
        final byte[] all = new byte[(int) size];
        final MemorySegment b = Libc.scratch().buffer;
        for (int done = 0; done < all.length;) {
            final long n = Libc.call("getrandom", b.address(), Math.min(RANDOM_PIECE, all.length - done), 0);
            if (n < 0) {
                if (Libc.errno() != Libc.EINTR) {
                    throw Libc.error(null);
                }
                ts.poll();
                continue;
            }
            MemorySegment.copy(b, ValueLayout.JAVA_BYTE, 0, all, done, (int) n);
            done += (int) n;
        }
        return PyBytes.of(all);
    }

    @PyFunction("getrandom(size, flags=0)")
    static Object getrandom(final ThreadState ts, final long size, final int flags) {
        if (size < 0) {
            throw Libc.errorOf(EINVAL);
        }
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment b = arena.allocate(Math.max(1, size));
            final long n = SystemCalls.checkSize(SystemCalls.outside(ts,
                    () -> Libc.call("getrandom", b.address(), size, flags)));
            return PyBytes.of(b.asSlice(0, n).toArray(ValueLayout.JAVA_BYTE));
        }
    }

    // ---- environment ----

    @PyFunction("putenv($module, name, value, /)")
    static void putenv(final ThreadState ts, final Object name, final Object value) {
        final byte[] n = FsText.pathBytes(ts, name);
        final byte[] v = FsText.pathBytes(ts, value);
        for (final byte b : n) {
            if (b == '=') {
                throw Errors.valueError("illegal environment variable name");
            }
        }
        Environment.put(n, v);
    }

    @PyFunction("unsetenv($module, name, /)")
    static void unsetenv(final ThreadState ts, final Object name) {
        Environment.remove(FsText.pathBytes(ts, name));
    }

    @PyFunction("_create_environ($module, /)")
    static Object createEnviron(final ThreadState ts) {
        return Environment.current(ts);
    }
}
