package dev.adder.stdlib.io;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.BufferView;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.stdlib.Buffers;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** {@code _io._BufferedIOBase}. */
@PyTypeSpec(name = "_BufferedIOBase", module = "_io")
class PyBufferedIoBase extends PyIoBase {
    static final PyType TYPE =
            PyType.builtin("_BufferedIOBase", "_io", PyIoBase.TYPE, new PyBufferedIoBaseTable());

    PyBufferedIoBase(final PyType type) {
        super(type);
    }

    @PyNew(value = "(*args, **kwargs)", raw = true)
    static Object make(final ThreadState ts, final Object cls, final Object[] args, final String[] kwNames) {
        return new PyBufferedIoBase((PyType) cls);
    }

    @PyMethod("detach($self, /)")
    Object detach(final ThreadState ts) {
        throw IoErrors.unsupported("detach");
    }

    @PyMethod("read($self, size=-1, /)")
    Object read(final ThreadState ts, final Object size) {
        throw IoErrors.unsupported("read");
    }

    @PyMethod("read1($self, size=-1, /)")
    Object read1(final ThreadState ts, final Object size) {
        throw IoErrors.unsupported("read1");
    }

    @PyMethod("write($self, b, /)")
    Object write(final ThreadState ts, final Object data) {
        throw IoErrors.unsupported("write");
    }

    private Object readIntoBy(final ThreadState ts, final String method, final Object buffer) {
        try (Target t = Target.of(ts, method.equals("read") ? "readinto() argument" : "readinto1() argument", buffer)) {
            final Object data = Calls.method1(ts, this, method, (long) t.size());
            if (!(data instanceof PyBytes b)) {
                throw Errors.typeError("read() should return bytes");
            }
            if (b.bytes().length > t.size()) {
                throw Errors.valueError("read() returned too much data: " + t.size() + " bytes requested, "
                        + b.bytes().length + " returned");
            }
            t.put(b.bytes(), 0, b.bytes().length);
            return (long) b.bytes().length;
        }
    }

    @PyMethod("readinto($self, buffer, /)")
    Object readinto(final ThreadState ts, final Object buffer) {
        return readIntoBy(ts, "read", buffer);
    }

    @PyMethod("readinto1($self, buffer, /)")
    Object readinto1(final ThreadState ts, final Object buffer) {
        return readIntoBy(ts, "read1", buffer);
    }

    /** A writable buffer argument. */
    record Target(BufferView view) implements AutoCloseable {
        /** {@code which} says in an error which argument it is. */
        static Target of(final ThreadState ts, final String which, final Object buffer) {
            return new Target(Buffers.writable(ts, which, buffer));
        }

        int size() {
            return (int) view.byteLength();
        }

        void put(final byte[] source, final int from, final int n) {
            MemorySegment.copy(source, from, view.data(), ValueLayout.JAVA_BYTE, view.offset(), n);
        }

        @Override
        public void close() {
            view.close();
        }
    }
}
