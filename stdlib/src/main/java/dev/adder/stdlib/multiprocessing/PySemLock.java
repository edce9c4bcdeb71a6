package dev.adder.stdlib.multiprocessing;

import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyConstant;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.posix.FsText;
import dev.adder.runtime.posix.Libc;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * {@code _multiprocessing.SemLock}: a named semaphore of POSIX as a semaphore or as a recursive lock (CPython's
 * Modules/_multiprocessing/semaphore.c). Waiting is done in slices, with a poll between them.
 */
@PyTypeSpec(name = "SemLock", module = "_multiprocessing")
final class PySemLock extends PySlotted {
    static final PyType TYPE = PyType.builtin("SemLock", "_multiprocessing", null, new PySemLockTable());
    @PyConstant("SEM_VALUE_MAX")
    static final Object SEM_VALUE_MAX = (long) Integer.MAX_VALUE;

    private static final int RECURSIVE_MUTEX = 0;
    private static final int SEMAPHORE = 1;
    private static final int CREATE_NEW = 0x40 | 0x80;
    private static final int ETIMEDOUT = 110;
    private static final long SLICE_NANOS = 50_000_000L;
    private static final long BILLION = 1_000_000_000L;

    private final long handle;
    private final int kind;
    private final int maxValue;
    private final Object name;
    private volatile ThreadState owner;
    /** Of the owner; for a semaphore how often this process has it. */
    private int count;

    private PySemLock(final PyType type, final long handle, final int kind, final int maxValue, final Object name) {
        super(type);
        this.handle = handle;
        this.kind = kind;
        this.maxValue = maxValue;
        this.name = name;
    }

    @PyNew(value = "(kind, value, maxvalue, name, unlink)", hidden = true)
    static Object create(final ThreadState ts, final PyType cls, final int kind, final int value, final int maxValue,
            final Object name, final boolean unlink) {
        if (kind != RECURSIVE_MUTEX && kind != SEMAPHORE) {
            throw Errors.valueError("unrecognized kind");
        }
        try (Arena arena = Arena.ofConfined()) {
            final long path = Libc.cString(arena, FsText.pathBytes(ts, name)).address();
            final long handle = Libc.call("sem_open", path, CREATE_NEW, 0600, value);
            if (handle == 0) {
                throw Libc.error(null);
            }
            if (unlink && (int) Libc.call("sem_unlink", path) < 0) {
                throw Libc.error(null);
            }
            return new PySemLock(cls, handle, kind, maxValue, unlink ? PyNone.NONE : name);
        }
    }

    @PyClassMethod("_rebuild($type, handle, kind, maxvalue, name, /)")
    static Object rebuild(final ThreadState ts, final PyType cls, final long handle, final int kind,
            final int maxValue, final Object name) {
        if (name == PyNone.NONE) {
            return new PySemLock(cls, handle, kind, maxValue, name);
        }
        try (Arena arena = Arena.ofConfined()) {
            final long opened = Libc.call("sem_open", Libc.cString(arena, FsText.pathBytes(ts, name)).address(), 0);
            if (opened == 0) {
                throw Libc.error(null);
            }
            return new PySemLock(cls, opened, kind, maxValue, name);
        }
    }

    @PyGetter(value = "handle", member = true)
    long getHandle() {
        return handle;
    }

    @PyGetter(value = "kind", member = true)
    long getKind() {
        return kind;
    }

    @PyGetter(value = "maxvalue", member = true)
    long getMaxValue() {
        return maxValue;
    }

    @PyGetter(value = "name", member = true)
    Object getName() {
        return name;
    }

    private boolean isMine(final ThreadState ts) {
        return count > 0 && owner == ts;
    }

    @PyMethod("acquire($self, /, block=True, timeout=None)")
    boolean acquire(final ThreadState ts, final boolean block, final Object timeout) {
        if (kind == RECURSIVE_MUTEX && isMine(ts)) {
            count++;
            return true;
        }
        if ((int) Libc.call("sem_trywait", handle) < 0) {
            if (Libc.errno() != Libc.EAGAIN && Libc.errno() != Libc.EINTR) {
                throw Libc.error(null);
            }
            if (!block || !await(ts, timeout)) {
                return false;
            }
        }
        synchronized (this) {
            count++;
            owner = ts;
        }
        return true;
    }

    /** Waits until it has the semaphore; false if the time is over first. */
    private boolean await(final ThreadState ts, final Object timeout) {
        final double seconds = timeout == PyNone.NONE ? -1 : Math.max(0, PyNumber.asDouble(ts, timeout));
        final long end = System.nanoTime() + (seconds < 0 ? 0 : (long) Math.min(seconds * 1e9, 0x1p62));
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment until = arena.allocate(16, 8);
            while (true) {
                final long left = seconds < 0 ? SLICE_NANOS : end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                final long now = System.currentTimeMillis() * 1_000_000L + Math.min(left, SLICE_NANOS);
                until.set(ValueLayout.JAVA_LONG, 0, now / BILLION);
                until.set(ValueLayout.JAVA_LONG, 8, now % BILLION);
                ts.leavePython();
                final int r;
                try {
                    r = (int) Libc.call("sem_timedwait", handle, until.address());
                } finally {
                    ts.enterPython();
                }
                if (r == 0) {
                    return true;
                }
                if (Libc.errno() != ETIMEDOUT && Libc.errno() != Libc.EINTR) {
                    throw Libc.error(null);
                }
                ts.poll();
            }
        }
    }

    @PyMethod("release($self, /)")
    void release(final ThreadState ts) {
        if (kind == RECURSIVE_MUTEX) {
            if (!isMine(ts)) {
                throw Errors.of(ExceptionTypes.ASSERTION_ERROR,
                        "attempt to release recursive lock not owned by thread");
            }
            if (count > 1) {
                count--;
                return;
            }
        } else if (value() >= maxValue) {
            throw Errors.valueError("semaphore or lock released too many times");
        }
        // Before the post: whoever gets it then counts by itself.
        synchronized (this) {
            count--;
        }
        if ((int) Libc.call("sem_post", handle) < 0) {
            throw Libc.error(null);
        }
    }

    private int value() {
        final MemorySegment b = Libc.scratch().buffer;
        if ((int) Libc.call("sem_getvalue", handle, b.address()) < 0) {
            throw Libc.error(null);
        }
        return b.get(ValueLayout.JAVA_INT, 0);
    }

    @PyMethod("__enter__($self, /)")
    boolean enter(final ThreadState ts) {
        return acquire(ts, true, PyNone.NONE);
    }

    @PyMethod("__exit__($self, exc_type=None, exc_value=None, exc_tb=None, /)")
    void exit(final ThreadState ts, final Object type, final Object value, final Object traceback) {
        release(ts);
    }

    @PyMethod("_count($self, /)")
    synchronized long getCount() {
        return count;
    }

    @PyMethod("_is_mine($self, /)")
    boolean isMineNow(final ThreadState ts) {
        return isMine(ts);
    }

    @PyMethod("_get_value($self, /)")
    long getValue() {
        return Math.max(0, value());
    }

    @PyMethod("_is_zero($self, /)")
    boolean isZero() {
        return value() == 0;
    }

    @PyMethod("_after_fork($self, /)")
    void afterFork() {
        count = 0;
    }
}
