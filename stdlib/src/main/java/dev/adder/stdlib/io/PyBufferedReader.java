package dev.adder.stdlib.io;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Calls;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyObjects;

/** {@code _io.BufferedReader}. */
@PyTypeSpec(name = "BufferedReader", module = "_io")
final class PyBufferedReader extends BufferedInput {
    static final PyType TYPE =
            PyType.builtin("BufferedReader", "_io", PyBufferedIoBase.TYPE, new PyBufferedReaderTable());

    PyBufferedReader(final PyType type) {
        super(type);
    }

    @PyNew(value = "(raw, buffer_size=131072)", raw = true)
    static Object make(final ThreadState ts, final Object cls, final Object[] args, final String[] kwNames) {
        return new PyBufferedReader((PyType) cls);
    }

    @PyMethod("__init__($self, /, raw, buffer_size=131072)")
    void init(final ThreadState ts, final Object raw, final Object size) {
        if (!PyObjects.isTrue(ts, Calls.method0(ts, raw, "readable"))) {
            throw IoErrors.unsupported("File or stream is not readable.");
        }
        open(ts, raw, size);
    }
}
