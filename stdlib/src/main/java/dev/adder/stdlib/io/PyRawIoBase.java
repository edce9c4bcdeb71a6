package dev.adder.stdlib.io;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.objects.PyByteArray;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.ops.PyNumber;
import java.io.ByteArrayOutputStream;

/** {@code _io._RawIOBase}. */
@PyTypeSpec(name = "_RawIOBase", module = "_io")
class PyRawIoBase extends PyIoBase {
    static final PyType TYPE =
            PyType.builtin("_RawIOBase", "_io", PyIoBase.TYPE, new PyRawIoBaseTable());

    PyRawIoBase(final PyType type) {
        super(type);
    }

    @PyNew(value = "(*args, **kwargs)", raw = true)
    static Object make(final ThreadState ts, final Object cls, final Object[] args, final String[] kwNames) {
        return new PyRawIoBase((PyType) cls);
    }

    @PyMethod("read($self, size=-1, /)")
    Object read(final ThreadState ts, final Object size) {
        final long n = size == PyNone.NONE ? -1 : PyNumber.asSsize(ts, size);
        if (n < 0) {
            return Calls.method0(ts, this, "readall");
        }
        final PyByteArray b = PyByteArray.of(new byte[(int) n]);
        final Object got = Calls.method1(ts, this, "readinto", b);
        if (got == PyNone.NONE) {
            return got;
        }
        final long count = PyNumber.asSsize(ts, got);
        if (count < 0 || count > n) {
            throw Errors.valueError("readinto returned " + count + " outside buffer size " + n);
        }
        return PyBytes.of(java.util.Arrays.copyOf(b.content(), (int) count));
    }

    @PyMethod("readall($self, /)")
    Object readall(final ThreadState ts) {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (true) {
            final Object data = Calls.method1(ts, this, "read", (long) IoModule.BUFFER_SIZE);
            if (data == PyNone.NONE) {
                return out.size() == 0 ? PyNone.NONE : PyBytes.of(out.toByteArray());
            }
            if (!(data instanceof PyBytes b)) {
                throw Errors.typeError("read() should return bytes");
            }
            if (b.bytes().length == 0) {
                return PyBytes.of(out.toByteArray());
            }
            out.writeBytes(b.bytes());
        }
    }

    @PyMethod("readinto($self, buffer, /)")
    Object readinto(final ThreadState ts, final Object buffer) {
        throw Errors.withArgs(ExceptionTypes.NOT_IMPLEMENTED_ERROR);
    }

    @PyMethod("write($self, b, /)")
    Object write(final ThreadState ts, final Object data) {
        throw IoErrors.unsupported("write");
    }
}
