package dev.adder.stdlib.io;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.language.text.Str;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.exceptions.OsErrors;
import dev.adder.runtime.objects.PyByteArray;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the buffered streams share: CPython's Modules/_io/bufferedio.c. A read buffer and a write buffer over one raw
 * stream; at most one of them is not empty. All access is under {@link #lock}.
 */
abstract class AbstractBuffered extends PyBufferedIoBase {
    final ReentrantLock lock = new ReentrantLock();
    private Object raw;
    private boolean detached;
    byte[] buffer = new byte[0];
    /** Unread bytes are {@code buffer[start, end)}. */
    int start;
    int end;
    byte[] pending;
    int pendingLength;

    AbstractBuffered(final PyType type) {
        super(type);
    }

    final void open(final ThreadState ts, final Object newRaw, final Object size) {
        final long n = PyNumber.asSsize(ts, size);
        if (n <= 0) {
            throw Errors.valueError("buffer size must be strictly positive");
        }
        raw = newRaw;
        detached = false;
        buffer = new byte[(int) Math.min(n, 1 << 26)];
        pending = new byte[buffer.length];
        start = end = pendingLength = 0;
        if (newRaw instanceof PyFileIo f) {
            f.belongsTo(this);
        }
    }

    @Override
    final void warnUnclosed(final ThreadState ts, final Object source) {
        if (raw instanceof PyIoBase f) {
            f.warnUnclosed(ts, source);
        }
    }

    final Object rawOrNull() {
        return raw;
    }

    final Object raw() {
        if (raw == null) {
            throw Errors.valueError(detached ? "raw stream has been detached" : "I/O operation on uninitialized object");
        }
        return raw;
    }

    final void checkOpen(final ThreadState ts, final String what) {
        if (raw instanceof PyFileIo f && f.type() == PyFileIo.TYPE) {
            if (f.fd() < 0) {
                throw Errors.valueError(what + " of closed file");
            }
        } else if (isClosed(ts, raw())) {
            throw Errors.valueError(what + " of closed file");
        }
    }

    /** At most n bytes from the raw stream; 0 at the end, -1 if it would block. */
    final int rawRead(final ThreadState ts, final byte[] target, final int offset, final int n) {
        if (raw instanceof PyFileIo f && f.type() == PyFileIo.TYPE) {
            return f.readSome(ts, target, offset, n);
        }
        final PyByteArray b = PyByteArray.of(new byte[n]);
        final Object got = Calls.method1(ts, raw(), "readinto", b);
        if (got == PyNone.NONE) {
            return -1;
        }
        final long count;
        try {
            count = PyNumber.asSsize(ts, got);
        } catch (final PyRaise e) {
            final PyRaise failed = Errors.of(ExceptionTypes.OS_ERROR, "raw readinto() failed");
            failed.value.cause = e.value;
            failed.value.suppressContext = true;
            failed.value.context = e.value;
            throw failed;
        }
        if (count < 0 || count > n) {
            throw Errors.of(ExceptionTypes.OS_ERROR, "raw readinto() returned invalid length " + count
                    + " (should have been between 0 and " + n + ")");
        }
        System.arraycopy(b.content(), 0, target, offset, (int) count);
        return (int) count;
    }

    private int rawWrite(final ThreadState ts, final byte[] source, final int offset, final int n) {
        if (raw instanceof PyFileIo f && f.type() == PyFileIo.TYPE) {
            return f.writeSome(ts, source, offset, n);
        }
        final Object put = Calls.method1(ts, raw(), "write",
                PyBytes.of(java.util.Arrays.copyOfRange(source, offset, offset + n)));
        if (put == PyNone.NONE) {
            return -1;
        }
        final long count = PyNumber.asSsize(ts, put);
        if (count < 0 || count > n) {
            throw Errors.of(ExceptionTypes.OS_ERROR, "raw write() returned invalid length " + count
                    + " (should have been between 0 and " + n + ")");
        }
        return (int) count;
    }

    /** Writes out the write buffer; what could not be written stays. */
    final void flushPending(final ThreadState ts) {
        int done = 0;
        try {
            while (done < pendingLength) {
                final int n = rawWrite(ts, pending, done, pendingLength - done);
                if (n < 0) {
                    throw OsErrors.of(11, "write could not complete without blocking", null);
                }
                done += n;
            }
        } finally {
            if (done > 0) {
                System.arraycopy(pending, done, pending, 0, pendingLength - done);
                pendingLength -= done;
            }
        }
    }

    /** Gives unread bytes back to the raw stream, so that its position is the logical one. */
    final void dropReadAhead(final ThreadState ts) {
        if (end > start) {
            Calls.method2(ts, raw(), "seek", (long) (start - end), 1L);
        }
        start = end = 0;
    }

    // ---- reading ----

    final Object readBytes(final ThreadState ts, final Object size) {
        final long n = size == PyNone.NONE ? -1 : PyNumber.asSsize(ts, size);
        if (n < -1) {
            throw Errors.valueError("read length must be non-negative or -1");
        }
        lock.lock();
        try {
            checkOpen(ts, "read");
            if (pendingLength > 0) {
                flushPending(ts);
            }
            return n < 0 ? readAll(ts) : readExactly(ts, (int) Math.min(n, Integer.MAX_VALUE - 16));
        } finally {
            lock.unlock();
        }
    }

    private Object readAll(final ThreadState ts) {
        final byte[] head = java.util.Arrays.copyOfRange(buffer, start, end);
        start = end = 0;
        final Object readall = raw instanceof PyFileIo f && f.type() == PyFileIo.TYPE ? f.readall(ts)
                : PyObjects.lookupAttr(ts, raw(), "readall") != null ? Calls.method0(ts, raw(), "readall") : null;
        if (readall == PyNone.NONE) {
            return head.length == 0 ? PyNone.NONE : PyBytes.of(head);
        }
        if (readall instanceof PyBytes b) {
            if (head.length == 0) {
                return b;
            }
            final byte[] all = java.util.Arrays.copyOf(head, head.length + b.bytes().length);
            System.arraycopy(b.bytes(), 0, all, head.length, b.bytes().length);
            return PyBytes.of(all);
        }
        if (readall != null) {
            throw Errors.typeError("readall() should return bytes");
        }
        final java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        out.writeBytes(head);
        while (true) {
            final Object data = Calls.method0(ts, raw(), "read");
            if (!(data instanceof PyBytes b)) {
                if (data == PyNone.NONE) {
                    return out.size() == 0 ? PyNone.NONE : PyBytes.of(out.toByteArray());
                }
                throw Errors.typeError("read() should return bytes");
            }
            if (b.bytes().length == 0) {
                return PyBytes.of(out.toByteArray());
            }
            out.writeBytes(b.bytes());
        }
    }

    private Object readExactly(final ThreadState ts, final int n) {
        if (n <= end - start) {
            final PyBytes b = PyBytes.of(java.util.Arrays.copyOfRange(buffer, start, start + n));
            start += n;
            return b;
        }
        byte[] out = new byte[Math.min(n, 1 << 20)];
        int have = end - start;
        if (have > out.length) {
            out = new byte[have];
        }
        System.arraycopy(buffer, start, out, 0, have);
        start = end = 0;
        while (have < n) {
            final int want = n - have;
            if (want >= buffer.length) {
                if (out.length < have + buffer.length) {
                    out = java.util.Arrays.copyOf(out, Math.min(n, Math.max(out.length * 2, have + buffer.length)));
                }
                final int got = rawRead(ts, out, have, Math.min(want, out.length - have));
                if (got <= 0) {
                    return got < 0 && have == 0 ? PyNone.NONE : PyBytes.of(java.util.Arrays.copyOf(out, have));
                }
                have += got;
            } else {
                final int got = fill(ts);
                if (got <= 0) {
                    return got < 0 && have == 0 ? PyNone.NONE : PyBytes.of(java.util.Arrays.copyOf(out, have));
                }
                final int take = Math.min(want, end - start);
                if (out.length < have + take) {
                    out = java.util.Arrays.copyOf(out, Math.max(out.length * 2, have + take));
                }
                System.arraycopy(buffer, start, out, have, take);
                start += take;
                have += take;
            }
        }
        return PyBytes.of(out.length == have ? out : java.util.Arrays.copyOf(out, have));
    }

    /** Reads once into the empty read buffer. */
    final int fill(final ThreadState ts) {
        start = end = 0;
        final int got = rawRead(ts, buffer, 0, buffer.length);
        if (got > 0) {
            end = got;
        }
        return got;
    }

    final Object read1Bytes(final ThreadState ts, final Object size) {
        long n = PyNumber.asSsize(ts, size);
        lock.lock();
        try {
            checkOpen(ts, "read");
            if (n < 0) {
                n = buffer.length;
            }
            if (n == 0) {
                return PyBytes.EMPTY;
            }
            if (pendingLength > 0) {
                flushPending(ts);
            }
            if (start == end) {
                // Of a file more is read at once than asked for, which nobody sees; others are asked for n bytes.
                if (n >= buffer.length || !(raw instanceof PyFileIo)) {
                    final byte[] b = new byte[(int) Math.min(n, 1 << 26)];
                    final int got = rawRead(ts, b, 0, b.length);
                    return got <= 0 ? PyBytes.EMPTY : PyBytes.of(java.util.Arrays.copyOf(b, got));
                }
                if (fill(ts) <= 0) {
                    return PyBytes.EMPTY;
                }
            }
            final int take = (int) Math.min(n, end - start);
            final PyBytes b = PyBytes.of(java.util.Arrays.copyOfRange(buffer, start, start + take));
            start += take;
            return b;
        } finally {
            lock.unlock();
        }
    }

    final Object readIntoBuffer(final ThreadState ts, final Object target, final boolean once) {
        try (Target t = Target.of(ts, once ? "readinto1() argument" : "readinto() argument", target)) {
            final Object data = once ? read1Bytes(ts, (long) t.size()) : readBytes(ts, (long) t.size());
            if (data == PyNone.NONE) {
                return data;
            }
            final byte[] b = ((PyBytes) data).bytes();
            t.put(b, 0, b.length);
            return (long) b.length;
        }
    }

    final Object peekBytes(final ThreadState ts) {
        lock.lock();
        try {
            checkOpen(ts, "peek");
            if (pendingLength > 0) {
                flushPending(ts);
            }
            if (start == end) {
                fill(ts);
            }
            return PyBytes.of(java.util.Arrays.copyOfRange(buffer, start, end));
        } finally {
            lock.unlock();
        }
    }

    final Object readLineBytes(final ThreadState ts, final Object size) {
        final long limit = size == PyNone.NONE ? -1 : PyNumber.asSsize(ts, size);
        lock.lock();
        try {
            checkOpen(ts, "readline");
            if (pendingLength > 0) {
                flushPending(ts);
            }
            java.io.ByteArrayOutputStream out = null;
            long left = limit < 0 ? Long.MAX_VALUE : limit;
            while (true) {
                if (start == end && left > 0 && fill(ts) <= 0) {
                    return out == null ? PyBytes.EMPTY : PyBytes.of(out.toByteArray());
                }
                final int stop = (int) Math.min(end, start + Math.min(left, Integer.MAX_VALUE - start));
                int i = start;
                while (i < stop && buffer[i] != '\n') {
                    i++;
                }
                final boolean found = i < stop;
                final int to = found ? i + 1 : stop;
                if (out == null && (found || to - start >= left)) {
                    final PyBytes line = PyBytes.of(java.util.Arrays.copyOfRange(buffer, start, to));
                    start = to;
                    return line;
                }
                if (out == null) {
                    out = new java.io.ByteArrayOutputStream(256);
                }
                out.write(buffer, start, to - start);
                left -= to - start;
                start = to;
                if (found || left <= 0) {
                    return PyBytes.of(out.toByteArray());
                }
            }
        } finally {
            lock.unlock();
        }
    }

    // ---- writing ----

    final Object writeBytes(final ThreadState ts, final Object data) {
        final byte[] b = bytes(ts, data);
        lock.lock();
        try {
            checkOpen(ts, "write");
            write(ts, b, 0, b.length);
        } finally {
            lock.unlock();
        }
        return (long) b.length;
    }

    /** Under the lock. */
    final void write(final ThreadState ts, final byte[] b, final int offset, final int length) {
        if (end > start) {
            dropReadAhead(ts);
        } else {
            start = end = 0;
        }
        if (length <= pending.length - pendingLength) {
            System.arraycopy(b, offset, pending, pendingLength, length);
            pendingLength += length;
            return;
        }
        flushPending(ts);
        int from = offset;
        int left = length;
        while (left > pending.length) {
            final int n = rawWrite(ts, b, from, left);
            if (n < 0) {
                final int keep = Math.min(left, pending.length);
                System.arraycopy(b, from, pending, 0, keep);
                pendingLength = keep;
                final dev.adder.runtime.PyRaise e = OsErrors.of(11, "write could not complete without blocking", null);
                e.value.putField("characters_written", (long) (from - offset + keep));
                throw e;
            }
            from += n;
            left -= n;
        }
        System.arraycopy(b, from, pending, 0, left);
        pendingLength = left;
    }

    // ---- both ----

    @Override
    @PyMethod("flush($self, /)")
    void flush(final ThreadState ts) {
        lock.lock();
        try {
            checkOpen(ts, "flush");
            flushPending(ts);
            if (this instanceof PyBufferedReader && !(raw instanceof PyFileIo)) {
                Calls.method0(ts, raw(), "flush");
            }
            if (end > start && seekable(ts)) {
                dropReadAhead(ts);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    @PyMethod("seek($self, target, whence=0, /)")
    Object seek(final ThreadState ts, final Object offset, final Object whence) {
        final int w = PyNumber.asInt(ts, whence);
        if (w < 0 || w > 2 && w != 3 && w != 4) {
            throw Errors.valueError("whence value " + w + " unsupported");
        }
        lock.lock();
        try {
            checkOpen(ts, "seek");
            if (!PyObjects.isTrue(ts, Calls.method0(ts, raw(), "seekable"))) {
                throw IoErrors.unsupported("File or stream is not seekable.");
            }
            long to = PyNumber.asSsize(ts, offset);
            flushPending(ts);
            if (w == 1) {
                to -= end - start;
            }
            start = end = 0;
            final Object at = Calls.method2(ts, raw(), "seek", to, (long) w);
            final long position = PyNumber.asSsize(ts, at);
            if (position < 0) {
                throw Errors.of(ExceptionTypes.OS_ERROR, "Raw stream returned invalid position " + position);
            }
            return position;
        } finally {
            lock.unlock();
        }
    }

    @Override
    @PyMethod("tell($self, /)")
    Object tell(final ThreadState ts) {
        lock.lock();
        try {
            final long at = PyNumber.asSsize(ts, Calls.method0(ts, raw(), "tell"));
            if (at < 0) {
                throw Errors.of(ExceptionTypes.OS_ERROR, "Raw stream returned invalid position " + at);
            }
            return at - (end - start) + pendingLength;
        } finally {
            lock.unlock();
        }
    }

    @Override
    @PyMethod("truncate($self, pos=None, /)")
    Object truncate(final ThreadState ts, final Object size) {
        lock.lock();
        try {
            checkOpen(ts, "truncate");
            if (!writable(ts)) {
                throw IoErrors.unsupported("truncate");
            }
            flushPending(ts);
            final Object at = size == PyNone.NONE ? tell(ts) : size;
            return Calls.method1(ts, raw(), "truncate", at);
        } finally {
            lock.unlock();
        }
    }

    @Override
    @PyMethod("detach($self, /)")
    Object detach(final ThreadState ts) {
        Calls.method0(ts, this, "flush");
        final Object r = raw();
        raw = null;
        detached = true;
        if (r instanceof PyFileIo f) {
            f.belongsTo(f);
        }
        return r;
    }

    @Override
    @PyMethod("close($self, /)")
    void close(final ThreadState ts) {
        lock.lock();
        try {
            if (raw == null || isClosed(ts, raw)) {
                return;
            }
            callBoth(ts, this, "flush", raw, "close");
        } finally {
            lock.unlock();
        }
    }

    @Override
    @PyGetter("closed")
    boolean closed(final ThreadState ts) {
        return isClosed(ts, raw());
    }

    @PyGetter("raw")
    Object getRaw() {
        return raw();
    }

    @PyGetter("name")
    Object name(final ThreadState ts) {
        return PyObjects.getAttr(ts, raw(), "name");
    }

    @PyGetter("mode")
    Object mode(final ThreadState ts) {
        return PyObjects.getAttr(ts, raw(), "mode");
    }

    @Override
    @PyMethod("seekable($self, /)")
    boolean seekable(final ThreadState ts) {
        return PyObjects.isTrue(ts, Calls.method0(ts, raw(), "seekable"));
    }

    @Override
    @PyMethod("readable($self, /)")
    boolean readable(final ThreadState ts) {
        return PyObjects.isTrue(ts, Calls.method0(ts, raw(), "readable"));
    }

    @Override
    @PyMethod("writable($self, /)")
    boolean writable(final ThreadState ts) {
        return PyObjects.isTrue(ts, Calls.method0(ts, raw(), "writable"));
    }

    @Override
    @PyMethod("fileno($self, /)")
    Object fileno(final ThreadState ts) {
        return Calls.method0(ts, raw(), "fileno");
    }

    @Override
    @PyMethod("isatty($self, /)")
    boolean isatty(final ThreadState ts) {
        return PyObjects.isTrue(ts, Calls.method0(ts, raw(), "isatty"));
    }

    @PyMethod("__getstate__($self, /)")
    Object getstate() {
        throw Errors.typeError("cannot pickle '" + type().name() + "' instances");
    }

    @PyMethod("__repr__($self, /)")
    Object repr(final ThreadState ts) {
        final String kind = "_io." + type().name();
        final Object name = raw == null ? null : PyObjects.lookupAttr(ts, raw, "name");
        return Str.ofUtf16(name == null ? "<" + kind + ">" : "<" + kind + " name=" + PyObjects.reprJava(ts, name) + ">");
    }
}
