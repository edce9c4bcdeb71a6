package dev.adder.stdlib.socket;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.Finalizers;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.Warnings;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.objects.Buffers;
import dev.adder.runtime.objects.BufferView;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.posix.Libc;
import dev.adder.stdlib.select.Waiting;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** {@code _socket.socket}: CPython's Modules/socketmodule.c. */
@PyTypeSpec(name = "socket", module = "_socket")
final class PySocket extends PySlotted implements Finalizers.Finalizable {
    static final PyType TYPE = PyType.builtin("socket", "_socket", null, new PySocketTable());

    private static final int SOCK_CLOEXEC = 0x80000;
    private static final int SOCK_NONBLOCK = 0x800;
    private static final int MSG_DONTWAIT = 0x40;
    private static final int MSG_NOSIGNAL = 0x4000;
    private static final int EINPROGRESS = 115;
    private static final int EISCONN = 106;

    private int fd = -1;
    private int family = -1;
    private int socketType = -1;
    private int proto = -1;
    /** Seconds; negative for blocking for ever, 0 for not blocking. */
    private double timeout = -1;
    /** Closes it when it is forgotten. */
    private Finalizers.Guard guard;

    PySocket(final PyType type) {
        super(type);
    }

    @PyNew(value = "(family=-1, type=-1, proto=-1, fileno=None)", raw = true)
    static Object make(final ThreadState ts, final Object cls, final Object[] args, final String[] kwNames) {
        return new PySocket((PyType) cls);
    }

    @PyMethod("__init__($self, /, family=-1, type=-1, proto=-1, fileno=None)")
    void init(final ThreadState ts, final int newFamily, final int newType, final int newProto, final Object fileno) {
        timeout = SocketModule.defaultTimeout(ts);
        open(ts, newFamily, newType, newProto, fileno);
        if (guard == null) {
            guard = Finalizers.watch(ts, this);
        }
    }

    private void open(final ThreadState ts, final int newFamily, final int newType, final int newProto,
            final Object fileno) {
        if (fileno != PyNone.NONE) {
            final int n = PyNumber.asInt(ts, fileno);
            if (n < 0) {
                throw Errors.valueError("negative file descriptor");
            }
            fd = n;
            family = newFamily == -1 ? option(1, 39) : newFamily;
            socketType = newType == -1 ? option(1, 3) : newType;
            proto = newProto == -1 ? option(1, 38) : newProto;
            return;
        }
        family = newFamily == -1 ? Addresses.AF_INET : newFamily;
        socketType = (newType == -1 ? 1 : newType) & ~(SOCK_NONBLOCK | SOCK_CLOEXEC);
        proto = newProto == -1 ? 0 : newProto;
        fd = check(Libc.call("socket", family, socketType | SOCK_CLOEXEC, proto));
        if (timeout >= 0) {
            nonBlocking(true);
        }
        if (newType != -1 && (newType & SOCK_NONBLOCK) != 0) {
            nonBlocking(true);
            timeout = 0;
        }
    }

    private int option(final int level, final int name) {
        final MemorySegment b = Libc.scratch().buffer;
        b.set(ValueLayout.JAVA_INT, 0, 4);
        check(Libc.call("getsockopt", fd, level, name, b.address() + 8, b.address()));
        return b.get(ValueLayout.JAVA_INT, 8);
    }

    private static int check(final long r) {
        if ((int) r < 0) {
            throw Libc.error(null);
        }
        return (int) r;
    }

    private void nonBlocking(final boolean on) {
        final int flags = check(Libc.call("fcntl", fd, 3, 0));
        check(Libc.call("fcntl", fd, 4, on ? flags | 0x800 : flags & ~0x800));
    }

    private void awaitReady(final ThreadState ts, final int events) {
        // Of a closed socket nothing would ever be heard: the call itself says EBADF.
        if (timeout != 0 && fd >= 0 && !Waiting.ready(ts, fd, events, timeout)) {
            throw SocketErrors.timeout();
        }
    }

    @FunctionalInterface
    private interface Call {
        long run();
    }

    /** A system call after waiting, repeated on EINTR and, where it should block, on EAGAIN. */
    private int io(final ThreadState ts, final int events, final Call call) {
        while (true) {
            awaitReady(ts, events);
            final long r = call.run();
            if ((int) r >= 0) {
                return (int) r;
            }
            final int e = Libc.errno();
            if (e == Libc.EINTR) {
                ts.poll();
            } else if (e != Libc.EAGAIN || timeout == 0) {
                throw Libc.error(null);
            }
        }
    }

    @PyMethod("bind($self, address, /)")
    void bind(final ThreadState ts, final Object address) {
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment s = arena.allocate(Addresses.SIZE, 8);
            final int n = Addresses.put(ts, family, address, s);
            check(Libc.call("bind", fd, s.address(), n));
        }
    }

    @PyMethod("listen($self, backlog=<unrepresentable>, /)")
    void listen(final ThreadState ts, final Object backlog) {
        check(Libc.call("listen", fd, backlog == null ? 128 : Math.max(0, PyNumber.asInt(ts, backlog))));
    }

    @PyMethod("_accept($self, /)")
    Object accept(final ThreadState ts) {
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment s = arena.allocate(Addresses.SIZE, 8);
            final MemorySegment length = arena.allocate(8);
            final int n = io(ts, Waiting.POLLIN, () -> {
                length.set(ValueLayout.JAVA_INT, 0, Addresses.SIZE);
                return Libc.call("accept4", fd, s.address(), length.address(), SOCK_CLOEXEC);
            });
            return PyTuple.of((long) n, Addresses.get(s, length.get(ValueLayout.JAVA_INT, 0)));
        }
    }

    private int connectErrno(final ThreadState ts, final Object address) {
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment s = arena.allocate(Addresses.SIZE, 8);
            final int n = Addresses.put(ts, family, address, s);
            final boolean blocks = timeout != 0;
            if (timeout < 0) {
                nonBlocking(true);
            }
            try {
                if ((int) Libc.call("connect", fd, s.address(), n) == 0) {
                    return 0;
                }
                final int e = Libc.errno();
                if (e != EINPROGRESS && e != Libc.EINTR || !blocks) {
                    return e == EISCONN && blocks ? 0 : e;
                }
                awaitReady(ts, Waiting.POLLOUT);
                return option(1, 4);
            } finally {
                if (timeout < 0) {
                    nonBlocking(false);
                }
            }
        }
    }

    @PyMethod("connect($self, address, /)")
    void connect(final ThreadState ts, final Object address) {
        final int e = connectErrno(ts, address);
        if (e != 0) {
            throw Libc.errorOf(e);
        }
    }

    @PyMethod("connect_ex($self, address, /)")
    long connectEx(final ThreadState ts, final Object address) {
        return connectErrno(ts, address);
    }

    @PyMethod("recv($self, bufsize, flags=0, /)")
    Object recv(final ThreadState ts, final long size, final int flags) {
        if (size < 0) {
            throw Errors.valueError("negative buffersize in recv");
        }
        final int max = (int) Math.min(size, 1 << 18);
        final MemorySegment b = Libc.scratch().buffer;
        final int n = io(ts, Waiting.POLLIN, () -> Libc.call("recv", fd, b.address(), max, flags));
        return PyBytes.of(b.asSlice(0, n).toArray(ValueLayout.JAVA_BYTE));
    }

    @PyMethod("recv_into($self, buffer, nbytes=0, flags=0, /)")
    long recvInto(final ThreadState ts, final Object buffer, final long nbytes, final int flags) {
        final BufferView view = dev.adder.stdlib.Buffers.writable(ts, "recv_into() argument 1", buffer);
        try {
            if (nbytes < 0) {
                throw Errors.valueError("negative buffersize in recv_into");
            }
            if (nbytes > view.byteLength()) {
                throw Errors.valueError("buffer too small for requested bytes");
            }
            final long room = nbytes == 0 ? view.byteLength() : nbytes;
            final byte[] got = ((PyBytes) recv(ts, room, flags)).bytes();
            MemorySegment.copy(got, 0, view.data(), ValueLayout.JAVA_BYTE, view.offset(), got.length);
            return got.length;
        } finally {
            view.close();
        }
    }

    @PyMethod("recvfrom($self, bufsize, flags=0, /)")
    Object recvfrom(final ThreadState ts, final long size, final int flags) {
        final int max = (int) Math.min(size, 1 << 18);
        final MemorySegment b = Libc.scratch().buffer;
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment s = arena.allocate(Addresses.SIZE, 8);
            final MemorySegment length = arena.allocate(8);
            final int n = io(ts, Waiting.POLLIN, () -> {
                length.set(ValueLayout.JAVA_INT, 0, Addresses.SIZE);
                return Libc.call("recvfrom", fd, b.address(), max, flags, s.address(), length.address());
            });
            return PyTuple.of(PyBytes.of(b.asSlice(0, n).toArray(ValueLayout.JAVA_BYTE)),
                    Addresses.get(s, length.get(ValueLayout.JAVA_INT, 0)));
        }
    }

    private int sendSome(final ThreadState ts, final byte[] data, final int from, final int flags) {
        final MemorySegment b = Libc.scratch().buffer;
        final int n = Math.min(data.length - from, 1 << 18);
        return io(ts, Waiting.POLLOUT, () -> {
            MemorySegment.copy(data, from, b, ValueLayout.JAVA_BYTE, 0, n);
            // A closed peer is EPIPE, not a signal; where there is not room for all of it, a part goes.
            return Libc.call("send", fd, b.address(), n, flags | MSG_NOSIGNAL | (timeout == 0 ? 0 : MSG_DONTWAIT));
        });
    }

    @PyMethod("send($self, data, flags=0, /)")
    long send(final ThreadState ts, final Object data, final int flags) {
        return sendSome(ts, Buffers.toArray(ts, data), 0, flags);
    }

    @PyMethod("sendall($self, data, flags=0, /)")
    void sendall(final ThreadState ts, final Object data, final int flags) {
        final byte[] all = Buffers.toArray(ts, data);
        int done = 0;
        while (done < all.length) {
            done += sendSome(ts, all, done, flags);
            ts.poll();
        }
    }

    @PyMethod("sendto($self, data, flags_or_address, address=<unrepresentable>, /)")
    long sendto(final ThreadState ts, final Object data, final Object flagsOrAddress, final Object address) {
        final byte[] all = Buffers.toArray(ts, data);
        final int flags = address == null ? 0 : PyNumber.asInt(ts, flagsOrAddress);
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment s = arena.allocate(Addresses.SIZE, 8);
            final int length = Addresses.put(ts, family, address == null ? flagsOrAddress : address, s);
            final MemorySegment b = Libc.cString(arena, all);
            return io(ts, Waiting.POLLOUT,
                    () -> Libc.call("sendto", fd, b.address(), all.length, flags | 0x4000, s.address(), length));
        }
    }

    private Object name(final String function) {
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment s = arena.allocate(Addresses.SIZE, 8);
            final MemorySegment length = arena.allocate(8);
            length.set(ValueLayout.JAVA_INT, 0, Addresses.SIZE);
            check(Libc.call(function, fd, s.address(), length.address()));
            return Addresses.get(s, length.get(ValueLayout.JAVA_INT, 0));
        }
    }

    @PyMethod("getsockname($self, /)")
    Object getsockname() {
        return name("getsockname");
    }

    @PyMethod("getpeername($self, /)")
    Object getpeername() {
        return name("getpeername");
    }

    @PyMethod("getsockopt($self, level, option, buflen=0, /)")
    Object getsockopt(final int level, final int name, final int length) {
        if (length == 0) {
            return (long) option(level, name);
        }
        if (length < 0 || length > 1024) {
            throw Errors.of(dev.adder.runtime.exceptions.ExceptionTypes.OS_ERROR, "getsockopt buflen out of range");
        }
        final MemorySegment b = Libc.scratch().buffer;
        b.set(ValueLayout.JAVA_INT, 0, length);
        check(Libc.call("getsockopt", fd, level, name, b.address() + 8, b.address()));
        return PyBytes.of(b.asSlice(8, b.get(ValueLayout.JAVA_INT, 0)).toArray(ValueLayout.JAVA_BYTE));
    }

    @PyMethod("setsockopt($self, level, option, value, optlen=<unrepresentable>, /)")
    void setsockopt(final ThreadState ts, final int level, final int name, final Object value, final Object length) {
        final MemorySegment b = Libc.scratch().buffer;
        if (value == PyNone.NONE) {
            check(Libc.call("setsockopt", fd, level, name, 0, PyNumber.asInt(ts, length)));
        } else if (PyNumber.isIndex(value)) {
            b.set(ValueLayout.JAVA_INT, 0, PyNumber.asInt(ts, value));
            check(Libc.call("setsockopt", fd, level, name, b.address(), 4));
        } else {
            final byte[] data = Buffers.toArray(ts, value);
            MemorySegment.copy(data, 0, b, ValueLayout.JAVA_BYTE, 0, data.length);
            check(Libc.call("setsockopt", fd, level, name, b.address(), data.length));
        }
    }

    @PyMethod("setblocking($self, flag, /)")
    void setblocking(final boolean flag) {
        timeout = flag ? -1 : 0;
        nonBlocking(!flag);
    }

    @PyMethod("getblocking($self, /)")
    boolean getblocking() {
        return timeout != 0;
    }

    @PyMethod("settimeout($self, timeout, /)")
    void settimeout(final ThreadState ts, final Object value) {
        timeout = SocketModule.timeout(ts, value);
        nonBlocking(timeout >= 0);
    }

    @PyMethod("gettimeout($self, /)")
    Object gettimeout() {
        return timeout < 0 ? PyNone.NONE : (Object) timeout;
    }

    @PyGetter("timeout")
    Object timeoutMember() {
        return gettimeout();
    }

    @PyMethod("shutdown($self, how, /)")
    void shutdown(final int how) {
        check(Libc.call("shutdown", fd, how));
    }

    @PyMethod("close($self, /)")
    void close(final ThreadState ts) {
        final int old = (int) detach(ts);
        if (old >= 0 && (int) Libc.call("close", old) < 0 && Libc.errno() != 104) {
            throw Libc.error(null);
        }
    }

    @PyMethod("detach($self, /)")
    long detach(final ThreadState ts) {
        final int old = fd;
        fd = -1;
        if (guard != null) {
            final Finalizers.Guard g = guard;
            guard = null;
            Finalizers.release(ts, g);
        }
        return old;
    }

    /** {@code sock_finalize}. */
    @Override
    public void finalizeObject(final ThreadState ts) {
        if (fd < 0) {
            return;
        }
        try {
            Warnings.unclosed(ts, "unclosed " + PyObjects.reprJava(ts, this), this);
        } catch (final PyRaise e) {
            if (Errors.matches(e, ExceptionTypes.WARNING)) {
                ts.interp.unraisable(ts, e, "while finalizing socket " + PyObjects.reprJava(ts, this), null);
            }
        }
        Libc.call("close", detach(ts));
    }

    @PyMethod("fileno($self, /)")
    long fileno() {
        return fd;
    }

    @PyGetter("family")
    long getFamily() {
        return family;
    }

    @PyGetter("type")
    long getSocketType() {
        return socketType;
    }

    @PyGetter("proto")
    long getProto() {
        return proto;
    }

    @PyMethod("__repr__($self, /)")
    Object repr() {
        return "<socket object, fd=" + fd + ", family=" + family + ", type=" + socketType + ", proto=" + proto + ">";
    }
}
