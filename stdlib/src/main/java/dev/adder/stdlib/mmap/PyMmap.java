package dev.adder.stdlib.mmap;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.ArgumentParser;
import dev.adder.runtime.Errors;
import dev.adder.runtime.Finalizers;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.BufferView;
import dev.adder.runtime.objects.PyBuffer;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PySlice;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.posix.Libc;
import dev.adder.stdlib.Buffers;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * {@code mmap.mmap}: a file, or memory of its own, in the address space. The memory may go or move only under the lock
 * and while nobody holds a view of it; what looks at it for long counts as a view, the rest holds the lock meanwhile.
 */
@PyTypeSpec(name = "mmap", module = "mmap")
public final class PyMmap extends PySlotted implements PyBuffer, Finalizers.Finalizable {
    public static final PyType TYPE = PyType.builtin("mmap", "mmap", null, new PyMmapTable()).withWeakref();

    private static final String[] NAMES = {"fileno", "length", "flags", "prot", "access", "offset", "trackfd"};
    private static final int MOST_POSITIONAL = 6;
    private static final int PROT_READ = 1;
    private static final int PROT_WRITE = 2;
    private static final int MAP_SHARED = 1;
    private static final int MAP_PRIVATE = 2;
    private static final int MAP_ANONYMOUS = 32;
    private static final int F_DUPFD_CLOEXEC = 1030;
    private static final String[] ACCESSES = {"ACCESS_DEFAULT", "ACCESS_READ", "ACCESS_WRITE", "ACCESS_COPY"};
    private static final int DEFAULT = 0;
    private static final int READ = 1;
    private static final int WRITE = 2;
    private static final int COPY = 3;

    /** Null when closed. */
    private volatile Mapping mapping;
    private int exports;
    private long position;
    private int fd = -1;
    private boolean tracksFd = true;
    private long offset;
    private int flags = MAP_SHARED;
    private int prot = PROT_READ | PROT_WRITE;
    private int access = DEFAULT;
    private Finalizers.Guard guard;

    private PyMmap(final PyType type) {
        super(type);
    }

    // ---- making and closing

    @PyNew(value = "($type, *args, **kwargs)", raw = true)
    static Object make(final ThreadState ts, final PyType cls, final Object[] args, final String[] kwNames) {
        final int given = ArgumentParser.positional(args, kwNames);
        if (given > MOST_POSITIONAL) {
            throw Errors.typeError("function takes at most " + MOST_POSITIONAL + " positional arguments (" + given
                    + " given)");
        }
        final Object[] values = ArgumentParser.unpack("", NAMES, 0, 2, NAMES.length, 0, false, false, args,
                kwNames);
        final PyMmap m = new PyMmap(cls);
        m.open(ts, values);
        m.guard = Finalizers.watch(ts, m);
        return m;
    }

    private static int intOr(final ThreadState ts, final Object value, final int otherwise) {
        return value == null ? otherwise : PyNumber.asInt(ts, value);
    }

    private void open(final ThreadState ts, final Object[] values) {
        final int file = PyNumber.asInt(ts, values[0]);
        long size = PyNumber.asSsize(ts, values[1]);
        flags = intOr(ts, values[2], flags);
        prot = intOr(ts, values[3], prot);
        access = intOr(ts, values[4], access);
        offset = values[5] == null ? 0 : PyNumber.asSsize(ts, values[5]);
        tracksFd = values[6] == null || PyObjects.isTrue(ts, values[6]);
        if (size < 0) {
            throw Errors.overflowError("memory mapped length must be positive");
        }
        if (offset < 0) {
            throw Errors.overflowError("memory mapped offset must be positive");
        }
        chooseAccess();
        ts.interp.auditHooks().raise(ts, "mmap.__new__", (long) file, size, (long) access, offset);
        if (file == -1) {
            flags |= MAP_ANONYMOUS;
        } else {
            size = sizeIn(file, size);
            if (tracksFd) {
                fd = (int) Libc.call("fcntl", file, F_DUPFD_CLOEXEC, 0);
                if (fd < 0) {
                    throw Libc.error(null);
                }
            }
        }
        boolean mapped = false;
        try {
            mapping = Mapping.map(size, prot, flags, file, offset);
            mapped = true;
        } finally {
            if (!mapped && fd >= 0) {
                Libc.call("close", fd);
            }
        }
    }

    private void chooseAccess() {
        if (access != DEFAULT && (flags != MAP_SHARED || prot != (PROT_READ | PROT_WRITE))) {
            throw Errors.valueError("mmap can't specify both access and flags, prot.");
        }
        switch (access) {
            case READ -> prot = PROT_READ;
            case WRITE -> { }
            case COPY -> flags = MAP_PRIVATE;
            case DEFAULT -> {
                if ((prot & (PROT_READ | PROT_WRITE)) != (PROT_READ | PROT_WRITE)) {
                    access = (prot & PROT_WRITE) != 0 ? WRITE : READ;
                }
            }
            default -> throw Errors.valueError("mmap invalid access parameter.");
        }
    }

    /** How much of a file to map; ValueError if it has not so much. */
    private long sizeIn(final int file, final long wanted) {
        final long has = regularSize(file);
        if (has < 0) {
            return wanted;
        }
        if (wanted == 0) {
            if (has == 0) {
                throw Errors.valueError("cannot mmap an empty file");
            }
            if (offset >= has) {
                throw Errors.valueError("mmap offset is greater than file size");
            }
            return has - offset;
        }
        if (offset > has || has - offset < wanted) {
            throw Errors.valueError("mmap length is greater than file size");
        }
        return wanted;
    }

    /** The size of a regular file, else -1. */
    private static long regularSize(final int file) {
        final MemorySegment s = Libc.scratch().buffer;
        if (!stat(file, s)) {
            return -1;
        }
        return (s.get(ValueLayout.JAVA_SHORT, 28) & 0xf000) == 0x8000 ? s.get(ValueLayout.JAVA_LONG, 40) : -1;
    }

    /** {@code statx} of a descriptor: the mode at 28, the size at 40. */
    private static boolean stat(final int file, final MemorySegment s) {
        final MemorySegment empty = s.asSlice(256);
        empty.set(ValueLayout.JAVA_BYTE, 0, (byte) 0);
        return (int) Libc.call("statx", file, empty.address(), 0x1000, 0x7ff, s.address()) >= 0;
    }

    private Mapping valid() {
        final Mapping m = mapping;
        if (m == null) {
            throw Errors.valueError("mmap closed or invalid");
        }
        return m;
    }

    @PyMethod("close($self, /)")
    void close(final ThreadState ts) {
        synchronized (this) {
            if (exports > 0) {
                throw Errors.bufferError("cannot close exported pointers exist");
            }
            final Mapping m = mapping;
            if (m == null) {
                return;
            }
            mapping = null;
            m.unmap();
            if (fd >= 0) {
                Libc.call("close", fd);
                fd = -1;
            }
        }
        if (guard != null) {
            final Finalizers.Guard g = guard;
            guard = null;
            Finalizers.release(ts, g);
        }
    }

    @Override
    public void finalizeObject(final ThreadState ts) {
        guard = null;
        if (exports == 0) {
            close(ts);
        }
    }

    @PyGetter("closed")
    boolean closed() {
        return mapping == null;
    }

    @PyMethod("__enter__($self, /)")
    Object enter() {
        valid();
        return this;
    }

    @PyMethod("__exit__($self, exc_type, exc_value, traceback, /)")
    void exit(final ThreadState ts, final Object type, final Object value, final Object traceback) {
        close(ts);
    }

    // ---- views

    @Override
    public synchronized BufferView buffer(final ThreadState ts, final boolean writable) {
        final Mapping m = valid();
        if (writable && access == READ) {
            throw Errors.bufferError("Object is not writable.");
        }
        exports++;
        return new BufferView(this, m.memory(), access == READ, "B", 1, 0, new long[] {m.size()}, new long[] {1},
                this::release);
    }

    private synchronized void release() {
        exports--;
    }

    private synchronized Mapping pin() {
        final Mapping m = valid();
        exports++;
        return m;
    }

    // ---- items

    @PyMethod("__len__($self, /)")
    long length() {
        return valid().size();
    }

    @PyMethod("__getitem__($self, key, /)")
    Object getItem(final ThreadState ts, final Object key) {
        valid();
        if (key instanceof PySlice s) {
            final long[] unpacked = s.unpack(ts);
            synchronized (this) {
                return PyBytes.of(slice(valid(), unpacked));
            }
        }
        if (!PyNumber.isIndex(key)) {
            throw Errors.typeError("mmap indices must be integers");
        }
        final long i = PyNumber.asIndex(ts, key);
        synchronized (this) {
            final Mapping m = valid();
            return (long) (m.get(place(m, i)) & 0xff);
        }
    }

    private static byte[] slice(final Mapping m, final long[] unpacked) {
        final long step = unpacked[2];
        final long from = PySlice.clip(unpacked[0], m.size(), step < 0);
        final long count = PySlice.count(from, PySlice.clip(unpacked[1], m.size(), step < 0), step);
        if (count > Integer.MAX_VALUE - 8) {
            throw Errors.memoryError();
        }
        if (step == 1) {
            return m.bytes(from, from + count);
        }
        final byte[] picked = new byte[(int) count];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = m.get(from + i * step);
        }
        return picked;
    }

    private static void setSlice(final Mapping m, final long[] unpacked, final byte[] bytes) {
        final long step = unpacked[2];
        final long from = PySlice.clip(unpacked[0], m.size(), step < 0);
        if (bytes.length != PySlice.count(from, PySlice.clip(unpacked[1], m.size(), step < 0), step)) {
            throw Errors.indexError("mmap slice assignment is wrong size");
        }
        if (step == 1) {
            m.set(from, bytes);
            return;
        }
        for (int i = 0; i < bytes.length; i++) {
            m.set(from + i * step, bytes[i]);
        }
    }

    private static long place(final Mapping m, final long index) {
        final long i = index < 0 ? index + m.size() : index;
        if (i < 0 || i >= m.size()) {
            throw Errors.indexError("mmap index out of range");
        }
        return i;
    }

    /** An item as the sequence protocol gives it: a bytes of one; null behind the end. */
    synchronized Object itemOrNull(final long i) {
        final Mapping m = valid();
        return i < m.size() ? PyBytes.of(m.bytes(i, i + 1)) : null;
    }

    @PyMethod("__iter__($self, /)")
    Object iter() {
        return new MmapIterator(this);
    }

    private void checkWritable() {
        if (access == READ) {
            throw Errors.typeError("mmap can't modify a readonly memory map.");
        }
    }

    @PyMethod("__setitem__($self, key, value, /)")
    void setItem(final ThreadState ts, final Object key, final Object value) {
        valid();
        checkWritable();
        if (key instanceof PySlice s) {
            final long[] unpacked = s.unpack(ts);
            final byte[] bytes = Buffers.bytes(ts, value);
            synchronized (this) {
                setSlice(valid(), unpacked, bytes);
            }
            return;
        }
        if (!PyNumber.isIndex(key)) {
            throw Errors.typeError("mmap indices must be integer");
        }
        final long index = PyNumber.asIndex(ts, key);
        synchronized (this) {
            place(valid(), index);
        }
        if (!PyNumber.isIndex(value)) {
            throw Errors.typeError("mmap item value must be an int");
        }
        if (!(PyNumber.index(ts, value) instanceof Long item)) {
            throw Errors.typeError("cannot fit '" + PyType.of(value).fullName() + "' into an index-sized integer");
        }
        if (item < 0 || item > 255) {
            throw Errors.valueError("mmap item value must be in range(0, 256)");
        }
        synchronized (this) {
            final Mapping m = valid();
            m.set(place(m, index), (byte) (long) item);
        }
    }

    @PyMethod("__delitem__($self, key, /)")
    void delItem(final ThreadState ts, final Object key) {
        valid();
        checkWritable();
        if (key instanceof PySlice) {
            throw Errors.typeError("mmap object doesn't support slice deletion");
        }
        throw Errors.typeError(PyNumber.isIndex(key) ? "mmap doesn't support item deletion"
                : "mmap indices must be integer");
    }

    // ---- as a file

    @PyMethod("read($self, n=None, /)")
    Object read(final ThreadState ts, final Object n) {
        final long wanted = countOr(ts, n, -1);
        synchronized (this) {
            final Mapping m = valid();
            final long left = Math.max(0, m.size() - position);
            final long from = position;
            final long count = wanted < 0 ? left : Math.min(left, wanted);
            if (count > Integer.MAX_VALUE - 8) {
                throw Errors.memoryError();
            }
            position = from + count;
            return PyBytes.of(m.bytes(from, from + count));
        }
    }

    /** {@code _Py_convert_optional_to_ssize_t}. */
    private static long countOr(final ThreadState ts, final Object n, final long otherwise) {
        if (n == null || n == PyNone.NONE) {
            return otherwise;
        }
        if (!PyNumber.isIndex(n)) {
            throw Errors.typeError("argument should be integer or None, not '" + PyType.of(n).fullName() + "'");
        }
        return PyNumber.asSsize(ts, n);
    }

    @PyMethod("read_byte($self, /)")
    synchronized long readByte() {
        final Mapping m = valid();
        if (position >= m.size()) {
            throw Errors.valueError("read byte out of range");
        }
        return m.get(position++) & 0xff;
    }

    @PyMethod("readline($self, /)")
    synchronized Object readline() {
        final Mapping m = valid();
        if (position >= m.size()) {
            return PyBytes.EMPTY;
        }
        final long from = position;
        position = m.lineEnd(from);
        return PyBytes.of(m.bytes(from, position));
    }

    @PyMethod("write($self, bytes, /)")
    long write(final ThreadState ts, final Object data) {
        final byte[] bytes = Buffers.bytes(ts, data);
        synchronized (this) {
            final Mapping m = valid();
            checkWritable();
            if (position > m.size() || m.size() - position < bytes.length) {
                throw Errors.valueError("data out of range");
            }
            m.set(position, bytes);
            position += bytes.length;
            return bytes.length;
        }
    }

    @PyMethod("write_byte($self, byte, /)")
    void writeByte(final ThreadState ts, final Object value) {
        final Object b = PyNumber.index(ts, value);
        if (!(b instanceof Long n) || n < 0 || n > 255) {
            throw Errors.overflowError(!(b instanceof Long) ? "Python int too large to convert to C long"
                    : "unsigned byte integer is " + ((long) b < 0 ? "less than minimum" : "greater than maximum"));
        }
        synchronized (this) {
            final Mapping m = valid();
            checkWritable();
            if (position >= m.size()) {
                throw Errors.valueError("write byte out of range");
            }
            m.set(position++, (byte) (long) n);
        }
    }

    @PyMethod("seek($self, pos, whence=0, /)")
    long seek(final ThreadState ts, final Object pos, final Object whence) {
        final long distance = PyNumber.asSsize(ts, pos);
        final int how = PyNumber.asInt(ts, whence);
        synchronized (this) {
            final Mapping m = valid();
            final long base = switch (how) {
                case 0 -> 0;
                case 1 -> position;
                case 2 -> m.size();
                default -> throw Errors.valueError("unknown seek type");
            };
            // No sum: it might not fit.
            if (distance < -base || distance > m.size() - base) {
                throw Errors.valueError("seek out of range");
            }
            position = base + distance;
            return position;
        }
    }

    @PyMethod("seekable($self, /)")
    boolean seekable() {
        return true;
    }

    @PyMethod("tell($self, /)")
    synchronized long tell() {
        valid();
        return position;
    }

    @PyMethod("size($self, /)")
    synchronized long fileSize() {
        valid();
        final MemorySegment s = Libc.scratch().buffer;
        if (!stat(fd, s)) {
            throw Libc.error(null);
        }
        return s.get(ValueLayout.JAVA_LONG, 40);
    }

    // ---- the memory as a whole

    @PyMethod("find($self, view, start=None, end=None, /)")
    long find(final ThreadState ts, final Object view, final Object start, final Object end) {
        return search(ts, view, start, end, false);
    }

    @PyMethod("rfind($self, view, start=None, end=None, /)")
    long rfind(final ThreadState ts, final Object view, final Object start, final Object end) {
        return search(ts, view, start, end, true);
    }

    private long search(final ThreadState ts, final Object view, final Object start, final Object end,
            final boolean last) {
        final byte[] what = Buffers.bytes(ts, view);
        valid();
        final long from = start == PyNone.NONE ? position : PyNumber.asClipped(ts, start);
        final long to = end == PyNone.NONE ? Long.MAX_VALUE : PyNumber.asClipped(ts, end);
        final Mapping m = pin();
        try {
            final long low = clip(from, m.size());
            final long high = clip(to, m.size());
            if (high < low) {
                return -1;
            }
            return last ? m.findLast(what, low, high) : m.find(what, low, high);
        } finally {
            release();
        }
    }

    private static long clip(final long at, final long size) {
        return Math.min(at < 0 ? Math.max(at + size, 0) : at, size);
    }

    @PyMethod("flush($self, offset=0, size=None, /)")
    void flush(final ThreadState ts, final Object offsetArgument, final Object sizeArgument) {
        final long from = PyNumber.asSsize(ts, offsetArgument);
        valid();
        final long wanted = sizeArgument == PyNone.NONE ? -1 : PyNumber.asSsize(ts, sizeArgument);
        final Mapping m = pin();
        try {
            final long count = sizeArgument == PyNone.NONE ? m.size() : wanted;
            if (from < 0 || count < 0 || m.size() - from < count) {
                throw Errors.valueError("flush values out of range");
            }
            if (access != READ && access != COPY) {
                m.sync(ts, from, count);
            }
        } finally {
            release();
        }
    }

    @PyMethod("madvise($self, option, start=0, length=None, /)")
    void madvise(final ThreadState ts, final Object option, final Object start, final Object length) {
        final int advice = PyNumber.asInt(ts, option);
        final long from = PyNumber.asSsize(ts, start);
        final long wanted = length == PyNone.NONE ? Long.MAX_VALUE : PyNumber.asSsize(ts, length);
        synchronized (this) {
            final Mapping m = valid();
            if (from < 0 || from >= m.size()) {
                throw Errors.valueError("madvise start out of bounds");
            }
            if (wanted < 0) {
                throw Errors.valueError("madvise length invalid");
            }
            if (length != PyNone.NONE && Long.MAX_VALUE - from < wanted) {
                throw Errors.overflowError("madvise length too large");
            }
            m.advise(advice, from, Math.min(wanted, m.size() - from));
        }
    }

    @PyMethod("move($self, dest, src, count, /)")
    void move(final ThreadState ts, final Object dest, final Object src, final Object count) {
        final long to = PyNumber.asSsize(ts, dest);
        final long from = PyNumber.asSsize(ts, src);
        final long n = PyNumber.asSsize(ts, count);
        synchronized (this) {
            final Mapping m = valid();
            checkWritable();
            if (to < 0 || from < 0 || n < 0 || m.size() - to < n || m.size() - from < n) {
                throw Errors.valueError("source, destination, or count out of range");
            }
            m.move(to, from, n);
        }
    }

    @PyMethod("resize($self, newsize, /)")
    void resize(final ThreadState ts, final Object newSize) {
        final long size = PyNumber.asSsize(ts, newSize);
        synchronized (this) {
            final Mapping m = valid();
            checkResizable();
            if (size < 0 || Long.MAX_VALUE - size < offset) {
                throw Errors.valueError("new size out of range");
            }
            if (fd < 0 && (flags & MAP_SHARED) != 0 && size > m.size()) {
                throw Errors.valueError("mmap: can't expand a shared anonymous mapping on Linux");
            }
            if (fd >= 0 && (int) Libc.call("ftruncate64", fd, offset + size) < 0) {
                throw Libc.error(null);
            }
            m.resize(size);
        }
    }

    private void checkResizable() {
        if (exports > 0) {
            throw Errors.bufferError("mmap can't resize with extant buffers exported.");
        }
        if (!tracksFd) {
            throw Errors.valueError("mmap can't resize with trackfd=False.");
        }
        if (access != WRITE && access != DEFAULT) {
            throw Errors.typeError("mmap can't resize a readonly or copy-on-write memory map.");
        }
    }

    @PyMethod("__repr__($self, /)")
    synchronized Object repr() {
        final String name = type() == TYPE ? "mmap.mmap" : type().name();
        final Mapping m = mapping;
        return m == null ? "<" + name + " closed=True>"
                : "<" + name + " closed=False, access=" + ACCESSES[access] + ", length=" + m.size() + ", pos="
                + position + ", offset=" + offset + ">";
    }
}
