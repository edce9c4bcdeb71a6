package dev.adder.runtime.posix;

import dev.adder.runtime.PyRaise;
import dev.adder.runtime.exceptions.OsErrors;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The C library through the Foreign Function API. Every function is called with all arguments as {@code long} and a
 * {@code long} result, so that only a handful of signatures is ever linked (each new one costs 6-16 ms); an int result
 * must be narrowed ({@link #callInt}). {@code errno} is captured per thread.
 */
public final class Libc {
    public static final int EINTR = 4;
    public static final int EAGAIN = 11;
    public static final int AT_FDCWD = -100;

    /** The most that {@link #read} and {@link #write} move at a time. */
    public static final int TRANSFER = Scratch.SIZE;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout CAPTURE = Linker.Option.captureStateLayout();
    private static final ConcurrentHashMap<String, MemorySegment> FUNCTIONS = new ConcurrentHashMap<>();
    private static final AtomicLong CALLS = new AtomicLong();
    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    /** Per-thread native memory: the captured errno and a buffer for data that passes through. */
    public static final class Scratch {
        private static final int SIZE = 1 << 18;
        private final Arena arena = Arena.ofAuto();
        final MemorySegment capture = arena.allocate(CAPTURE);
        private final ByteBuffer captured = bytes(capture);
        /** Free to use between two calls of this thread. */
        public final MemorySegment buffer = arena.allocate(SIZE, 16);
    }

    private Libc() {
    }

    public static Scratch scratch() {
        return SCRATCH.get();
    }

    /**
     * One handle that takes the function's address first: a handle per function would spin classes for each, and a
     * handle that is no constant is not compiled into its callers. All functions are called with one signature: further
     * arguments lie in registers that the function does not look at, and each signature of its own would cost 6 to
     * 16 ms when it is first used.
     */
    private static final class Linked {
        static final int ERRNO = (int) CAPTURE.byteOffset(MemoryLayout.PathElement.groupElement("errno"));
        static final MethodHandle CALL = LINKER.downcallHandle(FunctionDescriptor.of(ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG), Linker.Option.captureCallState("errno"));

        private Linked() {
        }
    }

    /** Links ahead of the first call, 30 ms on a cold JVM: for a thread that has nothing else to do at start-up. */
    public static void link() {
        call("getpid");
        errno();
        // And what moves bytes.
        try (Arena arena = Arena.ofConfined()) {
            bytesAt(cString(arena, new byte[] {1}).address());
        }
    }

    private static MemorySegment function(final String name) {
        final MemorySegment known = FUNCTIONS.get(name);
        if (known != null) {
            return known;
        }
        final MemorySegment found = LINKER.defaultLookup().find(name)
                .orElseThrow(() -> new UnsatisfiedLinkError(name));
        FUNCTIONS.put(name, found);
        return found;
    }

    /** Where a function of the C library lies. */
    public static long address(final String name) {
        return function(name).address();
    }

    private static RuntimeException unexpected(final Throwable t) {
        return t instanceof RuntimeException r ? r : new IllegalStateException(t);
    }

    public static long call(final String name) {
        return call(name, 0, 0, 0, 0, 0, 0);
    }

    public static long call(final String name, final long a) {
        return call(name, a, 0, 0, 0, 0, 0);
    }

    public static long call(final String name, final long a, final long b) {
        return call(name, a, b, 0, 0, 0, 0);
    }

    public static long call(final String name, final long a, final long b, final long c) {
        return call(name, a, b, c, 0, 0, 0);
    }

    public static long call(final String name, final long a, final long b, final long c, final long d) {
        return call(name, a, b, c, d, 0, 0);
    }

    public static long call(final String name, final long a, final long b, final long c, final long d,
            final long e) {
        return call(name, a, b, c, d, e, 0);
    }

    public static long call(final String name, final long a, final long b, final long c, final long d, final long e,
            final long f) {
        try {
            final long result =
                    (long) Linked.CALL.invokeExact(function(name), SCRATCH.get().capture, a, b, c, d, e, f);
            CALLS.getAndIncrement();
            return result;
        } catch (final Throwable t) {
            throw unexpected(t);
        }
    }

    /**
     * Calls that have come back, of all threads. While the number stays the same the process has done nothing to any
     * descriptor.
     */
    public static long calls() {
        return CALLS.get();
    }

    /** The {@code errno} of this thread's last call. */
    public static int errno() {
        return SCRATCH.get().captured.getInt(Linked.ERRNO);
    }

    /** The text of an errno, as {@code strerror} gives it. */
    public static String strerror(final int errno) {
        final long p = call("strerror", errno);
        return MemorySegment.ofAddress(p).reinterpret(Long.MAX_VALUE).getString(0, StandardCharsets.UTF_8);
    }

    /** The OSError for this thread's last call. */
    public static PyRaise error(final Object filename) {
        final int e = errno();
        return OsErrors.of(e, strerror(e), filename);
    }

    /** An OSError of a given errno. */
    public static PyRaise errorOf(final int errno) {
        return OsErrors.of(errno, strerror(errno), null);
    }

    /** A NUL-terminated copy in native memory. */
    public static MemorySegment cString(final Arena arena, final byte[] bytes) {
        final MemorySegment s = arena.allocate(bytes.length + 1L);
        MemorySegment.copy(bytes, 0, s, ValueLayout.JAVA_BYTE, 0, bytes.length);
        return s;
    }

    /**
     * What lies in a segment, to be read number by number in the machine's order. What is read at start-up is read this
     * way: the segment's own {@code get} goes through variable handles, 4 ms to link and slow until they are compiled.
     */
    public static ByteBuffer bytes(final MemorySegment segment) {
        return segment.asByteBuffer().order(ByteOrder.nativeOrder());
    }

    /** The same of what begins at an address; how much there is the reader must know. */
    public static ByteBuffer bytesFrom(final long address) {
        return bytes(MemorySegment.ofAddress(address).reinterpret(1 << 30));
    }

    /** The bytes of a C string at an address. */
    public static byte[] bytesAt(final long address) {
        final ByteBuffer s = bytesFrom(address);
        int n = 0;
        while (s.get(n) != 0) {
            n++;
        }
        final byte[] all = new byte[n];
        s.get(0, all);
        return all;
    }

    /** {@code read(2)} of at most {@code n} bytes into {@code target}; -1 for an error. */
    public static int read(final int fd, final byte[] target, final int offset, final int n) {
        final Scratch s = SCRATCH.get();
        final int want = Math.min(n, Scratch.SIZE);
        final long got = call("read", fd, s.buffer.address(), want);
        if (got > 0) {
            MemorySegment.copy(s.buffer, ValueLayout.JAVA_BYTE, 0, target, offset, (int) got);
        }
        return (int) got;
    }

    /** {@code write(2)} of at most {@code n} bytes from {@code source}; -1 for an error. */
    public static int write(final int fd, final byte[] source, final int offset, final int n) {
        final Scratch s = SCRATCH.get();
        final int want = Math.min(n, Scratch.SIZE);
        MemorySegment.copy(source, offset, s.buffer, ValueLayout.JAVA_BYTE, 0, want);
        return (int) call("write", fd, s.buffer.address(), want);
    }

    /** A text for Python of bytes from the system: UTF-8, other bytes as lone surrogates (PEP 383). */
    public static Object decode(final byte[] bytes) {
        return FsText.decode(bytes);
    }
}
