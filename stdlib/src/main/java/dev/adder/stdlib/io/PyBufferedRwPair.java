package dev.adder.stdlib.io;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Calls;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyObjects;

/** {@code _io.BufferedRWPair}: a reader and a writer over two raw streams. */
@PyTypeSpec(name = "BufferedRWPair", module = "_io")
final class PyBufferedRwPair extends PyBufferedIoBase {
    static final PyType TYPE =
            PyType.builtin("BufferedRWPair", "_io", PyBufferedIoBase.TYPE, new PyBufferedRwPairTable());

    private Object reader;
    private Object writer;

    private PyBufferedRwPair(final PyType type) {
        super(type);
    }

    @PyNew(value = "(reader, writer, buffer_size=131072, /)", raw = true)
    static Object make(final ThreadState ts, final Object cls, final Object[] args, final String[] kwNames) {
        return new PyBufferedRwPair((PyType) cls);
    }

    @PyMethod("__init__($self, reader, writer, buffer_size=131072, /)")
    void init(final ThreadState ts, final Object newReader, final Object newWriter, final Object size) {
        reader = Calls.call2(ts, PyBufferedReader.TYPE, newReader, size);
        writer = Calls.call2(ts, PyBufferedWriter.TYPE, newWriter, size);
    }

    @Override
    @PyMethod("read($self, size=-1, /)")
    Object read(final ThreadState ts, final Object size) {
        return Calls.method1(ts, reader, "read", size);
    }

    @Override
    @PyMethod("read1($self, size=-1, /)")
    Object read1(final ThreadState ts, final Object size) {
        return Calls.method1(ts, reader, "read1", size);
    }

    @Override
    @PyMethod("readinto($self, buffer, /)")
    Object readinto(final ThreadState ts, final Object buffer) {
        return Calls.method1(ts, reader, "readinto", buffer);
    }

    @PyMethod("peek($self, size=0, /)")
    Object peek(final ThreadState ts, final long size) {
        return Calls.method1(ts, reader, "peek", size);
    }

    @Override
    @PyMethod("write($self, buffer, /)")
    Object write(final ThreadState ts, final Object data) {
        return Calls.method1(ts, writer, "write", data);
    }

    @Override
    @PyMethod("flush($self, /)")
    void flush(final ThreadState ts) {
        Calls.method0(ts, writer, "flush");
    }

    @Override
    @PyMethod("readable($self, /)")
    boolean readable(final ThreadState ts) {
        return PyObjects.isTrue(ts, Calls.method0(ts, reader, "readable"));
    }

    @Override
    @PyMethod("writable($self, /)")
    boolean writable(final ThreadState ts) {
        return PyObjects.isTrue(ts, Calls.method0(ts, writer, "writable"));
    }

    @Override
    @PyMethod("isatty($self, /)")
    boolean isatty(final ThreadState ts) {
        return PyObjects.isTrue(ts, Calls.method0(ts, writer, "isatty"))
                || PyObjects.isTrue(ts, Calls.method0(ts, reader, "isatty"));
    }

    @Override
    @PyMethod("close($self, /)")
    void close(final ThreadState ts) {
        callBoth(ts, writer, "close", reader, "close");
    }

    @Override
    @PyGetter("closed")
    boolean closed(final ThreadState ts) {
        return isClosed(ts, writer);
    }
}
