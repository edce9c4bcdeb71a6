package dev.adder.stdlib.io;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Attributes;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyByteArray;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyNumber;
import java.util.Arrays;

/** {@code _io.BytesIO}: bytes in memory. */
@PyTypeSpec(name = "BytesIO", module = "_io")
final class PyBytesIo extends PyBufferedIoBase {
    static final PyType TYPE = PyType.builtin("BytesIO", "_io", PyBufferedIoBase.TYPE, new PyBytesIoTable());

    private byte[] data = new byte[0];
    private int size;
    private int position;
    private boolean isClosed;

    private PyBytesIo(final PyType type) {
        super(type);
    }

    @PyNew(value = "(initial_bytes=b'')", raw = true)
    static Object make(final ThreadState ts, final Object cls, final Object[] args, final String[] kwNames) {
        return new PyBytesIo((PyType) cls);
    }

    @PyMethod("__init__($self, /, initial_bytes=None)")
    void init(final ThreadState ts, final Object initial) {
        data = initial == PyNone.NONE ? new byte[0] : bytes(ts, initial).clone();
        size = data.length;
        position = 0;
        isClosed = false;
    }

    private void check() {
        if (isClosed) {
            throw IoErrors.closed();
        }
    }

    private synchronized Object take(final int n) {
        final int from = Math.min(position, size);
        final int to = (int) Math.min(size, (long) from + n);
        position = Math.max(position, to);
        return PyBytes.of(Arrays.copyOfRange(data, from, to));
    }

    private static int count(final ThreadState ts, final Object size) {
        if (size == PyNone.NONE) {
            return Integer.MAX_VALUE;
        }
        if (!PyNumber.isIndex(size)) {
            throw Errors.typeError("argument should be integer or None, not '" + PyType.of(size).name() + "'");
        }
        final long n = PyNumber.asSsize(ts, size);
        return n < 0 ? Integer.MAX_VALUE : (int) Math.min(n, Integer.MAX_VALUE);
    }

    @Override
    @PyMethod("read($self, size=-1, /)")
    Object read(final ThreadState ts, final Object n) {
        check();
        return take(count(ts, n));
    }

    @Override
    @PyMethod("read1($self, size=-1, /)")
    Object read1(final ThreadState ts, final Object n) {
        check();
        return take(count(ts, n));
    }

    @Override
    @PyMethod("readline($self, size=-1, /)")
    synchronized Object readline(final ThreadState ts, final Object n) {
        check();
        final int from = Math.min(position, size);
        final int stop = (int) Math.min(size, (long) from + count(ts, n));
        int i = from;
        while (i < stop && data[i] != '\n') {
            i++;
        }
        return take((i < stop ? i + 1 : stop) - from);
    }

    @Override
    @PyMethod("__next__($self, /)")
    Object nextLine(final ThreadState ts) {
        if (type() != TYPE) {
            return super.nextLine(ts);
        }
        check();
        return position >= size ? null : readline(ts, PyNone.NONE);
    }

    @Override
    @PyMethod("readinto($self, buffer, /)")
    Object readinto(final ThreadState ts, final Object buffer) {
        check();
        try (Target t = Target.of(ts, "readinto() argument", buffer)) {
            final byte[] b = ((PyBytes) take(t.size())).bytes();
            t.put(b, 0, b.length);
            return (long) b.length;
        }
    }

    @Override
    @PyMethod("write($self, b, /)")
    Object write(final ThreadState ts, final Object o) {
        check();
        final byte[] b = bytes(ts, o);
        put(b);
        return (long) b.length;
    }

    private synchronized void put(final byte[] b) {
        if (b.length == 0) {
            return;
        }
        final long need = (long) position + b.length;
        if (need > Integer.MAX_VALUE - 16) {
            throw Errors.overflowError("new buffer size too large");
        }
        if (need > data.length) {
            data = Arrays.copyOf(data, (int) Math.max(need, Math.min(Integer.MAX_VALUE - 16, data.length * 2L)));
        }
        if (position > size) {
            Arrays.fill(data, size, position, (byte) 0);
        }
        System.arraycopy(b, 0, data, position, b.length);
        position += b.length;
        size = Math.max(size, position);
    }

    @Override
    @PyMethod("seek($self, pos, whence=0, /)")
    Object seek(final ThreadState ts, final Object offset, final Object whence) {
        check();
        final long to = PyNumber.asSsize(ts, offset);
        final int w = PyNumber.asInt(ts, whence);
        if (w == 0 && to < 0) {
            throw Errors.valueError("negative seek value " + to);
        }
        final long base = switch (w) {
            case 0 -> 0;
            case 1 -> position;
            case 2 -> size;
            default -> throw Errors.valueError("invalid whence (" + w + ", should be 0, 1 or 2)");
        };
        position = (int) Math.min(Integer.MAX_VALUE - 16, Math.max(0, base + to));
        return (long) position;
    }

    @Override
    @PyMethod("tell($self, /)")
    Object tell(final ThreadState ts) {
        check();
        return (long) position;
    }

    @Override
    @PyMethod("truncate($self, size=None, /)")
    synchronized Object truncate(final ThreadState ts, final Object newSize) {
        check();
        final long n = newSize == PyNone.NONE ? position : PyNumber.asSsize(ts, newSize);
        if (n < 0) {
            throw Errors.valueError("negative size value " + n);
        }
        size = (int) Math.min(size, n);
        return n;
    }

    @PyMethod("getvalue($self, /)")
    synchronized Object getvalue() {
        check();
        return PyBytes.of(Arrays.copyOf(data, size));
    }

    /** A copy: exporting the buffer itself would pin it. */
    @PyMethod("getbuffer($self, /)")
    Object getbuffer(final ThreadState ts) {
        check();
        final Object memoryview = ts.interp.builtins().getStr("memoryview");
        return dev.adder.runtime.Calls.call1(ts, memoryview, PyByteArray.of(Arrays.copyOf(data, size)));
    }

    @Override
    @PyMethod("close($self, /)")
    void close(final ThreadState ts) {
        isClosed = true;
        data = new byte[0];
        size = 0;
    }

    @Override
    @PyGetter("closed")
    boolean closed(final ThreadState ts) {
        return isClosed;
    }

    @Override
    @PyMethod("flush($self, /)")
    void flush(final ThreadState ts) {
        check();
    }

    @Override
    @PyMethod("seekable($self, /)")
    boolean seekable(final ThreadState ts) {
        check();
        return true;
    }

    @Override
    @PyMethod("readable($self, /)")
    boolean readable(final ThreadState ts) {
        check();
        return true;
    }

    @Override
    @PyMethod("writable($self, /)")
    boolean writable(final ThreadState ts) {
        check();
        return true;
    }

    @PyMethod("__getstate__($self, /)")
    Object getstate(final ThreadState ts) {
        return PyTuple.of(getvalue(), (long) position, Attributes.dictOf(ts, this).copy(ts));
    }

    @PyMethod("__setstate__($self, state, /)")
    void setstate(final ThreadState ts, final PyTuple state) {
        init(ts, state.item(0));
        position = (int) PyNumber.asSsize(ts, state.item(1));
        if (state.item(2) instanceof PyDict d) {
            Attributes.dictOf(ts, this).update(ts, d);
        }
    }
}
