package dev.adder.stdlib.io;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Calls;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyObjects;

/** {@code _io.BufferedRandom}. */
@PyTypeSpec(name = "BufferedRandom", module = "_io")
final class PyBufferedRandom extends BufferedInput {
    static final PyType TYPE =
            PyType.builtin("BufferedRandom", "_io", PyBufferedIoBase.TYPE, new PyBufferedRandomTable());

    PyBufferedRandom(final PyType type) {
        super(type);
    }

    @PyNew(value = "(raw, buffer_size=131072)", raw = true)
    static Object make(final ThreadState ts, final Object cls, final Object[] args, final String[] kwNames) {
        return new PyBufferedRandom((PyType) cls);
    }

    @PyMethod("__init__($self, /, raw, buffer_size=131072)")
    void init(final ThreadState ts, final Object raw, final Object size) {
        if (!PyObjects.isTrue(ts, Calls.method0(ts, raw, "seekable"))) {
            throw IoErrors.unsupported("File or stream is not seekable.");
        }
        if (!PyObjects.isTrue(ts, Calls.method0(ts, raw, "readable"))) {
            throw IoErrors.unsupported("File or stream is not readable.");
        }
        if (!PyObjects.isTrue(ts, Calls.method0(ts, raw, "writable"))) {
            throw IoErrors.unsupported("File or stream is not writable.");
        }
        open(ts, raw, size);
    }

    @Override
    @PyMethod("write($self, buffer, /)")
    Object write(final ThreadState ts, final Object data) {
        return writeBytes(ts, data);
    }
}
