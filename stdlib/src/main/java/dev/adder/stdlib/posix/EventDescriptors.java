package dev.adder.stdlib.posix;

import static dev.adder.stdlib.posix.SystemCalls.check;
import static dev.adder.stdlib.posix.SystemCalls.checkSize;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.IntMath;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.posix.FsText;
import dev.adder.runtime.posix.Libc;
import dev.adder.stdlib.select.Waiting;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;

/** The functions of {@code posix} for Linux's descriptors of events, timers, memory and processes. */
@PyModuleSpec("posix")
final class EventDescriptors {
    private static final long CLOEXEC = 0x80000;
    private static final long MFD_CLOEXEC = 1;
    private static final long BILLION = 1_000_000_000L;
    /** The same number on all processors. */
    private static final int SYS_PIDFD_OPEN = 434;

    private EventDescriptors() {
    }

    /** An argument of an unsigned C type ({@code _PyLong_UnsignedInt_Converter} and its like). */
    private static long unsigned(final ThreadState ts, final Object o, final int bits, final String type) {
        final Object n = PyNumber.index(ts, o);
        final BigInteger big = n instanceof Long l ? BigInteger.valueOf(l) : (BigInteger) n;
        if (big.signum() < 0) {
            throw Errors.valueError("Cannot convert negative int");
        }
        if (big.bitLength() > bits) {
            throw Errors.overflowError("Python int too large for C " + type);
        }
        return big.longValue();
    }

    private static long unsignedInt(final ThreadState ts, final Object o, final long absent) {
        return o == null ? absent : unsigned(ts, o, Integer.SIZE, "unsigned int");
    }

    // ---- events ----

    @PyFunction("eventfd(initval, flags=EFD_CLOEXEC)")
    static long eventfd(final ThreadState ts, final Object initval, final Object flags) {
        return check(Libc.call("eventfd", unsignedInt(ts, initval, 0),
                flags == null ? CLOEXEC : PyNumber.asInt(ts, flags)));
    }

    @PyFunction("eventfd_read(fd)")
    static Object eventfdRead(final ThreadState ts, final int fd) {
        Waiting.untilReady(ts, fd, Waiting.POLLIN);
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment value = arena.allocate(8, 8);
            checkSize(SystemCalls.outside(ts, () -> Libc.call("read", fd, value.address(), 8)));
            final long n = value.get(ValueLayout.JAVA_LONG, 0);
            return n >= 0 ? (Object) n : IntMath.normalise(new BigInteger(Long.toUnsignedString(n)));
        }
    }

    @PyFunction("eventfd_write(fd, value)")
    static void eventfdWrite(final ThreadState ts, final int fd, final Object value) {
        final long n = unsigned(ts, value, Long.SIZE, "unsigned long long");
        Waiting.untilReady(ts, fd, Waiting.POLLOUT);
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment s = arena.allocate(8, 8);
            s.set(ValueLayout.JAVA_LONG, 0, n);
            checkSize(SystemCalls.outside(ts, () -> Libc.call("write", fd, s.address(), 8)));
        }
    }

    // ---- memory, processes ----

    @PyFunction("memfd_create(name, flags=MFD_CLOEXEC)")
    static long memfdCreate(final ThreadState ts, final Object name, final Object flags) {
        final byte[] bytes = FsText.pathBytes(ts, name);
        final long how = unsignedInt(ts, flags, MFD_CLOEXEC);
        try (Arena arena = Arena.ofConfined()) {
            return check(Libc.call("memfd_create", Libc.cString(arena, bytes).address(), how));
        }
    }

    @PyFunction("pidfd_open(pid, flags=0)")
    static long pidfdOpen(final ThreadState ts, final int pid, final Object flags) {
        return check(pidfd(pid, unsignedInt(ts, flags, 0)));
    }

    /** A descriptor that is ready to be read when the process has ended; negative if there is none. */
    static int pidfd(final int pid, final long flags) {
        return (int) Libc.call("syscall", SYS_PIDFD_OPEN, pid, flags);
    }

    // ---- timers ----

    @PyFunction("timerfd_create(clockid, /, *, flags=0)")
    static long timerfdCreate(final int clock, final int flags) {
        return check(Libc.call("timerfd_create", clock, flags | CLOEXEC));
    }

    @PyFunction("timerfd_settime(fd, /, *, flags=0, initial=0.0, interval=0.0)")
    static Object timerfdSettime(final int fd, final int flags, final double initial, final double interval) {
        return set(fd, flags, nanos(initial), nanos(interval), false);
    }

    @PyFunction("timerfd_settime_ns(fd, /, *, flags=0, initial=0, interval=0)")
    static Object timerfdSettimeNs(final ThreadState ts, final int fd, final int flags, final Object initial,
            final Object interval) {
        return set(fd, flags, nanos(ts, initial), nanos(ts, interval), true);
    }

    @PyFunction("timerfd_gettime($module, fd, /)")
    static Object timerfdGettime(final int fd) {
        return get(fd, false);
    }

    @PyFunction("timerfd_gettime_ns($module, fd, /)")
    static Object timerfdGettimeNs(final int fd) {
        return get(fd, true);
    }

    private static long nanos(final double seconds) {
        final double nanos = Math.floor(seconds * BILLION);
        if (!(nanos < 0x1p63 && nanos >= -0x1p63)) {
            throw Errors.overflowError("timestamp out of range for platform time_t");
        }
        return (long) nanos;
    }

    private static long nanos(final ThreadState ts, final Object o) {
        if (PyNumber.index(ts, o) instanceof Long n) {
            return n;
        }
        throw Errors.overflowError("int too big to convert");
    }

    private static Object set(final int fd, final int flags, final long initial, final long interval,
            final boolean nanos) {
        final MemorySegment b = Libc.scratch().buffer;
        put(b, 0, interval);
        put(b, 16, initial);
        check(Libc.call("timerfd_settime", fd, flags, b.address(), b.address() + 32));
        return times(b, 32, nanos);
    }

    private static Object get(final int fd, final boolean nanos) {
        final MemorySegment b = Libc.scratch().buffer;
        check(Libc.call("timerfd_gettime", fd, b.address()));
        return times(b, 0, nanos);
    }

    private static void put(final MemorySegment b, final long at, final long nanos) {
        b.set(ValueLayout.JAVA_LONG, at, Math.floorDiv(nanos, BILLION));
        b.set(ValueLayout.JAVA_LONG, at + 8, Math.floorMod(nanos, BILLION));
    }

    /** When it is due, and its interval: a {@code struct itimerspec} the other way round. */
    private static Object times(final MemorySegment b, final long at, final boolean nanos) {
        final long interval = b.get(ValueLayout.JAVA_LONG, at) * BILLION + b.get(ValueLayout.JAVA_LONG, at + 8);
        final long due = b.get(ValueLayout.JAVA_LONG, at + 16) * BILLION + b.get(ValueLayout.JAVA_LONG, at + 24);
        return nanos ? PyTuple.of(due, interval) : PyTuple.of(due / 1e9, interval / 1e9);
    }
}
