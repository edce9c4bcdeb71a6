package dev.adder.stdlib.posix;

import static dev.adder.stdlib.posix.SystemCalls.check;
import static dev.adder.stdlib.posix.SystemCalls.checkSize;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.posix.BlockingCall;
import dev.adder.runtime.posix.Libc;
import dev.adder.stdlib.select.Waiting;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** The functions of {@code posix} that move data with several buffers or without any, and those about its storage. */
@PyModuleSpec("posix")
final class TransferFunctions {
    private static final int EAGAIN = 11;
    private static final int EACCES = 13;
    private static final int F_ULOCK = 0;
    private static final int F_LOCK = 1;
    private static final int F_TLOCK = 2;
    private static final int SPLICE_F_NONBLOCK = 2;

    private TransferFunctions() {
    }

    // ---- several buffers ----

    @PyFunction("readv($module, fd, buffers, /)")
    static long readv(final ThreadState ts, final int fd, final Object buffers) {
        try (BufferArrays all = BufferArrays.toFill(ts, "readv", buffers)) {
            Waiting.untilReady(ts, fd, Waiting.POLLIN);
            final long n = checkSize(SystemCalls.outside(ts, () -> Libc.call("readv", fd, all.address(), all.count())));
            all.distribute(n);
            return n;
        }
    }

    @PyFunction("writev($module, fd, buffers, /)")
    static long writev(final ThreadState ts, final int fd, final Object buffers) {
        try (BufferArrays all = BufferArrays.filled(ts, "writev", buffers)) {
            Waiting.untilReady(ts, fd, Waiting.POLLOUT);
            return checkSize(SystemCalls.outside(ts, () -> Libc.call("writev", fd, all.address(), all.count())));
        }
    }

    @PyFunction("preadv($module, fd, buffers, offset, flags=0, /)")
    static long preadv(final ThreadState ts, final int fd, final Object buffers, final long offset, final int flags) {
        try (BufferArrays all = BufferArrays.toFill(ts, "preadv2", buffers)) {
            final long n = checkSize(SystemCalls.outside(ts,
                    () -> Libc.call("preadv64v2", fd, all.address(), all.count(), offset, flags)));
            all.distribute(n);
            return n;
        }
    }

    @PyFunction("pwritev($module, fd, buffers, offset, flags=0, /)")
    static long pwritev(final ThreadState ts, final int fd, final Object buffers, final long offset, final int flags) {
        try (BufferArrays all = BufferArrays.filled(ts, "pwritev", buffers)) {
            return checkSize(SystemCalls.outside(ts,
                    () -> Libc.call("pwritev64v2", fd, all.address(), all.count(), offset, flags)));
        }
    }

    // ---- from one descriptor to another ----

    /** A call that waits in the kernel until its target has room: where that may be long, a helper thread makes it. */
    private static long fill(final ThreadState ts, final int out, final long count, final SystemCalls.Call call) {
        Waiting.untilReady(ts, out, Waiting.POLLOUT);
        if (Waiting.writable(out, (int) Math.min(count, Integer.MAX_VALUE)) >= count) {
            return checkSize(SystemCalls.outside(ts, call));
        }
        final long r = BlockingCall.run(ts, call::run, late -> { });
        if (r < 0) {
            throw Libc.errorOf((int) -r);
        }
        return r;
    }

    @PyFunction("sendfile(out_fd, in_fd, offset, count)")
    static long sendfile(final ThreadState ts, final int out, final int in, final Object offset, final long count) {
        try (Arena arena = Arena.ofShared()) {
            final MemorySegment at = offset == PyNone.NONE ? MemorySegment.NULL : offset(ts, arena, offset);
            return fill(ts, out, count, () -> Libc.call("sendfile64", out, in, at.address(), count));
        }
    }

    private static MemorySegment offset(final ThreadState ts, final Arena arena, final Object offset) {
        if (offset == PyNone.NONE) {
            return MemorySegment.NULL;
        }
        final MemorySegment at = arena.allocate(8, 8);
        at.set(ValueLayout.JAVA_LONG, 0, PyNumber.asSsize(ts, offset));
        return at;
    }

    private static void checkCount(final long count) {
        if (count < 0) {
            throw Errors.valueError("negative value for 'count' not allowed");
        }
    }

    @PyFunction("copy_file_range($module, /, src, dst, count, offset_src=None,\n                offset_dst=None)")
    static long copyFileRange(final ThreadState ts, final int src, final int dst, final long count,
            final Object offsetSrc, final Object offsetDst) {
        checkCount(count);
        try (Arena arena = Arena.ofConfined()) {
            final long from = offset(ts, arena, offsetSrc).address();
            final long to = offset(ts, arena, offsetDst).address();
            return checkSize(SystemCalls.outside(ts,
                    () -> Libc.call("copy_file_range", src, from, dst, to, count, 0)));
        }
    }

    @PyFunction("splice($module, /, src, dst, count, offset_src=None, offset_dst=None,\n       flags=0)")
    static long splice(final ThreadState ts, final int src, final int dst, final long count, final Object offsetSrc,
            final Object offsetDst, final int flags) {
        checkCount(count);
        try (Arena arena = Arena.ofShared()) {
            final long from = offset(ts, arena, offsetSrc).address();
            final long to = offset(ts, arena, offsetDst).address();
            if ((flags & SPLICE_F_NONBLOCK) == 0) {
                Waiting.untilReady(ts, src, Waiting.POLLIN);
            }
            return fill(ts, dst, count, () -> Libc.call("splice", src, from, dst, to, count, flags));
        }
    }

    // ---- storage ----

    @PyFunction("posix_fadvise($module, fd, offset, length, advice, /)")
    static void posixFadvise(final int fd, final long offset, final long length, final int advice) {
        SystemCalls.checkError(Libc.call("posix_fadvise64", fd, offset, length, advice));
    }

    @PyFunction("posix_fallocate($module, fd, offset, length, /)")
    static void posixFallocate(final ThreadState ts, final int fd, final long offset, final long length) {
        SystemCalls.checkError(SystemCalls.outside(ts, () -> (int) Libc.call("posix_fallocate64", fd, offset, length)));
    }

    /** A lock that is taken waits on a helper thread, for the kernel to see a deadlock. */
    @PyFunction("lockf($module, fd, command, length, /)")
    static void lockf(final ThreadState ts, final int fd, final int command, final long length) {
        if (command != F_LOCK) {
            check(Libc.call("lockf64", fd, command, length));
            return;
        }
        if ((int) Libc.call("lockf64", fd, F_TLOCK, length) >= 0) {
            return;
        }
        if (Libc.errno() != EAGAIN && Libc.errno() != EACCES) {
            throw Libc.error(null);
        }
        final long r = BlockingCall.run(ts, () -> (int) Libc.call("lockf64", fd, F_LOCK, length),
                late -> Libc.call("lockf64", fd, F_ULOCK, length));
        if (r < 0) {
            throw Libc.errorOf((int) -r);
        }
    }
}
