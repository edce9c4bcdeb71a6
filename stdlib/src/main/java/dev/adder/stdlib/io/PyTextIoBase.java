package dev.adder.stdlib.io;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;

/** {@code _io._TextIOBase}. */
@PyTypeSpec(name = "_TextIOBase", module = "_io")
class PyTextIoBase extends PyIoBase {
    static final PyType TYPE = PyType.builtin("_TextIOBase", "_io", PyIoBase.TYPE, new PyTextIoBaseTable());

    PyTextIoBase(final PyType type) {
        super(type);
    }

    @PyNew(value = "(*args, **kwargs)", raw = true)
    static Object make(final ThreadState ts, final Object cls, final Object[] args, final String[] kwNames) {
        return new PyTextIoBase((PyType) cls);
    }

    @PyMethod("detach($self, /)")
    Object detach(final ThreadState ts) {
        throw IoErrors.unsupported("detach");
    }

    @PyMethod("read($self, size=-1, /)")
    Object read(final ThreadState ts, final Object size) {
        throw IoErrors.unsupported("read");
    }

    @Override
    @PyMethod("readline($self, size=-1, /)")
    Object readline(final ThreadState ts, final Object size) {
        throw IoErrors.unsupported("readline");
    }

    @PyMethod("write($self, s, /)")
    Object write(final ThreadState ts, final Object text) {
        throw IoErrors.unsupported("write");
    }

    @PyGetter("encoding")
    Object encoding() {
        return PyNone.NONE;
    }

    @PyGetter("newlines")
    Object newlines() {
        return PyNone.NONE;
    }

    @PyGetter("errors")
    Object errors() {
        return PyNone.NONE;
    }
}
