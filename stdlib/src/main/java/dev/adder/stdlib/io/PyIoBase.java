package dev.adder.stdlib.io;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.Finalizers;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.Buffers;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import java.io.ByteArrayOutputStream;

/** {@code _io._IOBase}: CPython's Modules/_io/iobase.c. */
@PyTypeSpec(name = "_IOBase", module = "_io")
class PyIoBase extends PySlotted implements Finalizers.Finalizable {
    static final PyType TYPE =
            PyType.builtin("_IOBase", "_io", null, new PyIoBaseTable()).withDict().withWeakref();

    private boolean closedFlag;

    PyIoBase(final PyType type) {
        super(type);
    }

    @PyNew(value = "(*args, **kwargs)", raw = true)
    static Object make(final ThreadState ts, final Object cls, final Object[] args, final String[] kwNames) {
        return new PyIoBase((PyType) cls);
    }

    /** {@code self.closed} as Python sees it. */
    static boolean isClosed(final ThreadState ts, final Object file) {
        return PyObjects.isTrue(ts, PyObjects.getAttr(ts, file, "closed"));
    }

    static void checkOpen(final ThreadState ts, final Object file) {
        if (isClosed(ts, file)) {
            throw IoErrors.closed();
        }
    }

    private static boolean flag(final ThreadState ts, final Object file, final String method) {
        return PyObjects.isTrue(ts, Calls.method0(ts, file, method));
    }

    @PyMethod("seek($self, offset, whence=0, /)")
    Object seek(final ThreadState ts, final Object offset, final Object whence) {
        throw IoErrors.unsupported("seek");
    }

    @PyMethod("tell($self, /)")
    Object tell(final ThreadState ts) {
        return Calls.method2(ts, this, "seek", 0L, 1L);
    }

    @PyMethod("truncate($self, size=None, /)")
    Object truncate(final ThreadState ts, final Object size) {
        throw IoErrors.unsupported("truncate");
    }

    @PyMethod("flush($self, /)")
    void flush(final ThreadState ts) {
        if (isClosed(ts, this)) {
            throw IoErrors.closed();
        }
    }

    @PyMethod("close($self, /)")
    void close(final ThreadState ts) {
        if (closedFlag) {
            return;
        }
        try {
            Calls.method0(ts, this, "flush");
        } finally {
            closedFlag = true;
        }
    }

    @PyGetter("closed")
    boolean closed(final ThreadState ts) {
        return closedFlag;
    }

    /** Calls one method and, whatever it raises, the other: what the first raised is the context of what the second does. */
    static void callBoth(final ThreadState ts, final Object first, final String method, final Object second,
            final String last) {
        PyRaise raised = null;
        try {
            Calls.method0(ts, first, method);
        } catch (final PyRaise e) {
            raised = e;
        }
        try {
            Calls.method0(ts, second, last);
        } catch (final PyRaise e) {
            if (raised != null && e.value != raised.value) {
                e.value.context = raised.value;
                e.contextSet = true;
            }
            throw e;
        }
        if (raised != null) {
            throw raised;
        }
    }

    final void setClosed() {
        closedFlag = true;
    }

    @PyMethod("seekable($self, /)")
    boolean seekable(final ThreadState ts) {
        return false;
    }

    @PyMethod("readable($self, /)")
    boolean readable(final ThreadState ts) {
        return false;
    }

    @PyMethod("writable($self, /)")
    boolean writable(final ThreadState ts) {
        return false;
    }

    @PyMethod("_checkClosed($self, msg=None, /)")
    void checkClosedMethod(final ThreadState ts, final Object msg) {
        checkOpen(ts, this);
    }

    @PyMethod("_checkSeekable($self, msg=None, /)")
    void checkSeekable(final ThreadState ts, final Object msg) {
        if (!flag(ts, this, "seekable")) {
            throw IoErrors.unsupported("File or stream is not seekable.");
        }
    }

    @PyMethod("_checkReadable($self, msg=None, /)")
    void checkReadable(final ThreadState ts, final Object msg) {
        if (!flag(ts, this, "readable")) {
            throw IoErrors.unsupported("File or stream is not readable.");
        }
    }

    @PyMethod("_checkWritable($self, msg=None, /)")
    void checkWritable(final ThreadState ts, final Object msg) {
        if (!flag(ts, this, "writable")) {
            throw IoErrors.unsupported("File or stream is not writable.");
        }
    }

    @PyMethod("fileno($self, /)")
    Object fileno(final ThreadState ts) {
        throw IoErrors.unsupported("fileno");
    }

    @PyMethod("isatty($self, /)")
    boolean isatty(final ThreadState ts) {
        checkOpen(ts, this);
        return false;
    }

    @PyMethod("__enter__($self, /)")
    Object enter(final ThreadState ts) {
        checkOpen(ts, this);
        return this;
    }

    @PyMethod("__exit__($self, /, *args)")
    Object exit(final ThreadState ts, final Object[] args) {
        return Calls.method0(ts, this, "close");
    }

    @PyMethod("__iter__($self, /)")
    Object iter(final ThreadState ts) {
        checkOpen(ts, this);
        return this;
    }

    @PyMethod("__next__($self, /)")
    Object nextLine(final ThreadState ts) {
        final Object line = Calls.method0(ts, this, "readline");
        return PyObjects.length(ts, line) == 0 ? null : line;
    }

    @PyMethod("readline($self, size=-1, /)")
    Object readline(final ThreadState ts, final Object size) {
        final long limit = size == PyNone.NONE ? -1 : PyNumber.asSsize(ts, size);
        final Object peek = PyObjects.lookupAttr(ts, this, "peek");
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (limit < 0 || out.size() < limit) {
            long want = 1;
            if (peek != null) {
                final Object ahead = Calls.call1(ts, peek, 1L);
                if (!(ahead instanceof PyBytes b)) {
                    throw Errors.of(dev.adder.runtime.exceptions.ExceptionTypes.OS_ERROR,
                            "peek() should have returned a bytes object, not '" + PyType.of(ahead).name() + "'");
                }
                if (b.bytes().length > 0) {
                    want = 0;
                    for (final byte x : b.bytes()) {
                        want++;
                        if (x == '\n' || limit >= 0 && out.size() + want >= limit) {
                            break;
                        }
                    }
                }
            }
            final Object data = Calls.method1(ts, this, "read", want);
            if (!(data instanceof PyBytes b)) {
                throw Errors.of(dev.adder.runtime.exceptions.ExceptionTypes.OS_ERROR,
                        "read() should have returned a bytes object, not '" + PyType.of(data).name() + "'");
            }
            if (b.bytes().length == 0) {
                break;
            }
            out.writeBytes(b.bytes());
            if (b.bytes()[b.bytes().length - 1] == '\n') {
                break;
            }
        }
        return PyBytes.of(out.toByteArray());
    }

    @PyMethod("readlines($self, hint=-1, /)")
    Object readlines(final ThreadState ts, final Object hint) {
        final long limit = hint == PyNone.NONE ? -1 : PyNumber.asSsize(ts, hint);
        final PyList lines = new PyList();
        long total = 0;
        final Object it = PyIter.get(ts, this);
        for (Object line = PyIter.next(ts, it); line != null; line = PyIter.next(ts, it)) {
            lines.append(ts, line);
            total += PyObjects.length(ts, line);
            if (limit > 0 && total >= limit) {
                break;
            }
        }
        return lines;
    }

    @PyMethod("writelines($self, lines, /)")
    void writelines(final ThreadState ts, final Object lines) {
        checkOpen(ts, this);
        PyIter.forEach(ts, lines, line -> Calls.method1(ts, this, "write", line));
    }

    @PyMethod("__del__($self, /)")
    void del(final ThreadState ts) {
        finalizeObject(ts);
    }

    /** {@code iobase_finalize}: nobody is there to hear of what goes wrong. */
    @Override
    public final void finalizeObject(final ThreadState ts) {
        try {
            if (!isClosed(ts, this)) {
                warnUnclosed(ts, this);
                Calls.method0(ts, this, "close");
            }
        } catch (final PyRaise e) {
            closedFlag = true;
        }
    }

    /** Warns that what holds a file of the system, {@code source}, was forgotten without being closed. */
    void warnUnclosed(final ThreadState ts, final Object source) {
    }

    /** The bytes of a buffer argument. */
    static byte[] bytes(final ThreadState ts, final Object o) {
        if (PyObjects.isText(o)) {
            throw Errors.typeError("a bytes-like object is required, not 'str'");
        }
        return Buffers.toArray(ts, o);
    }
}
