package dev.adder.stdlib.select;

import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.posix.Libc;
import dev.adder.stdlib.Descriptors;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** {@code select.epoll}. */
@PyTypeSpec(name = "epoll", module = "select")
public final class PyEpoll extends PyObject {
    public static final PyType TYPE = PyType.builtinFinal("epoll", "select", null, new PyEpollTable());

    private static final int ADD = 1;
    private static final int DELETE = 2;
    private static final int MODIFY = 3;
    private static final long DEFAULT_EVENTS = 1 | 2 | 4;
    /** The kernel packs {@code struct epoll_event} on x86-64 only. */
    private static final boolean PACKED = System.getProperty("os.arch").equals("amd64");
    private static final long EVENT_SIZE = PACKED ? 12 : 16;
    private static final long DATA_OFFSET = PACKED ? 4 : 8;

    /** How old what {@link #isQuiet} knows may be. */
    private static final long FRESH_NANOS = 1_000_000;

    private int fd;
    /** When a look found nothing, and {@link Libc#calls} after it. */
    private long quietSince;
    private long quietCalls = -1;

    private PyEpoll(final int fd) {
        super(TYPE);
        this.fd = fd;
    }

    @PyNew("(sizehint=-1, flags=0)")
    static Object make(final PyType cls, final int sizehint, final int flags) {
        if (sizehint == 0 || sizehint < -1) {
            throw Errors.valueError("negative sizehint");
        }
        final int fd = (int) Libc.call("epoll_create1", 0x80000);
        if (fd < 0) {
            throw Libc.error(null);
        }
        return new PyEpoll(fd);
    }

    @PyClassMethod("fromfd($type, fd, /)")
    static Object fromfd(final PyType cls, final int fd) {
        return new PyEpoll(fd);
    }

    private void check() {
        if (fd < 0) {
            throw Errors.valueError("I/O operation on closed epoll object");
        }
    }

    private void control(final ThreadState ts, final int op, final Object target, final long events) {
        check();
        final int n = Descriptors.of(ts, target);
        final MemorySegment e = Libc.scratch().buffer;
        e.set(ValueLayout.JAVA_INT_UNALIGNED, 0, (int) events);
        e.set(ValueLayout.JAVA_LONG_UNALIGNED, DATA_OFFSET, n);
        if ((int) Libc.call("epoll_ctl", fd, op, n, e.address()) < 0) {
            throw Libc.error(null);
        }
    }

    @PyMethod("register($self, /, fd, eventmask=7)")
    void register(final ThreadState ts, final Object target, final long events) {
        control(ts, ADD, target, events);
    }

    @PyMethod("modify($self, /, fd, eventmask)")
    void modify(final ThreadState ts, final Object target, final long events) {
        control(ts, MODIFY, target, events);
    }

    @PyMethod("unregister($self, /, fd)")
    void unregister(final ThreadState ts, final Object target) {
        control(ts, DELETE, target, DEFAULT_EVENTS);
    }

    @PyMethod("poll($self, /, timeout=None, maxevents=-1)")
    public PyList poll(final ThreadState ts, final Object timeout, final int maxEvents) {
        check();
        if (maxEvents == 0 || maxEvents < -1) {
            throw Errors.valueError("maxevents must be greater than 0, got " + maxEvents);
        }
        final int max = maxEvents == -1 ? 1023 : maxEvents;
        final MemorySegment own = Libc.scratch().buffer;
        if (max * EVENT_SIZE <= own.byteSize()) {
            return poll(ts, timeout, max, own);
        }
        try (Arena arena = Arena.ofConfined()) {
            return poll(ts, timeout, max, arena.allocate(max * EVENT_SIZE, 8));
        }
    }

    private PyList poll(final ThreadState ts, final Object timeout, final int max, final MemorySegment events) {
        // What runs in between may use the same memory, but not after a call that has found something.
        final int n = Waiting.slices(ts, Waiting.millis(ts, timeout),
                millis -> (int) Libc.call("epoll_wait", fd, events.address(), max, millis));
        final PyList ready = new PyList();
        for (int i = 0; i < n; i++) {
            ready.append(ts, PyTuple.of(
                    events.get(ValueLayout.JAVA_LONG_UNALIGNED, i * EVENT_SIZE + DATA_OFFSET) & 0xffffffffL,
                    events.get(ValueLayout.JAVA_INT_UNALIGNED, i * EVENT_SIZE) & 0xffffffffL));
        }
        return ready;
    }

    /**
     * Whether a look that found nothing is less than a millisecond ago and the process has called the system for nothing
     * since: then what it would find now is of other processes at most, and it can be as if that came a bit later. A loop
     * whose coroutines hand each other items looks 100,000 times a second.
     */
    public boolean isQuiet() {
        return quietCalls == Libc.calls() && System.nanoTime() - quietSince < FRESH_NANOS && fd >= 0;
    }

    /** {@code poll(0, max)}, remembered for {@link #isQuiet}. */
    public PyList look(final ThreadState ts, final int max) {
        final long now = System.nanoTime();
        final long before = Libc.calls();
        final PyList ready = poll(ts, 0L, max);
        if (ready.size() == 0) {
            quietSince = now;
            quietCalls = before + 1;
        }
        return ready;
    }

    @PyMethod("close($self, /)")
    void close() {
        final int old = fd;
        fd = -1;
        if (old >= 0) {
            Libc.call("close", old);
        }
    }

    @PyMethod("fileno($self, /)")
    long fileno() {
        check();
        return fd;
    }

    @PyGetter("closed")
    boolean closed() {
        return fd < 0;
    }

    @PyMethod("__enter__($self, /)")
    Object enter() {
        check();
        return this;
    }

    @PyMethod("__exit__($self, exc_type=None, exc_value=None, exc_tb=None, /)")
    void exit(final Object type, final Object value, final Object tb) {
        close();
    }
}
