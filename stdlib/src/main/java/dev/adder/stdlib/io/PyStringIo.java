package dev.adder.stdlib.io;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.language.text.StrBuilder;
import dev.adder.runtime.Attributes;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;

/** {@code _io.StringIO}: text in memory. Appending goes into a builder; other access works on the built text. */
@PyTypeSpec(name = "StringIO", module = "_io")
final class PyStringIo extends PyTextIoBase {
    static final PyType TYPE = PyType.builtin("StringIO", "_io", PyTextIoBase.TYPE, new PyStringIoTable());

    /** What was appended at the end and not built yet; null if nothing. */
    private StrBuilder appended;
    private Object text = "";
    private int position;
    private boolean isClosed;
    private NewlineTranslator newline = new NewlineTranslator("\n");

    private PyStringIo(final PyType type) {
        super(type);
    }

    @PyNew(value = "(initial_value='', newline='\\n')", raw = true)
    static Object make(final ThreadState ts, final Object cls, final Object[] args, final String[] kwNames) {
        return new PyStringIo((PyType) cls);
    }

    @PyMethod("__init__($self, /, initial_value='', newline='\\n')")
    void init(final ThreadState ts, final Object initial, final Object newlineMode) {
        if (initial != PyNone.NONE && !PyObjects.isText(initial)) {
            throw Errors.typeError("initial_value must be str or None, not " + PyType.of(initial).name());
        }
        newline = NewlineTranslator.of(newlineMode, true);
        text = "";
        appended = null;
        position = 0;
        isClosed = false;
        if (initial != PyNone.NONE && !Str.isEmpty(PyObjects.textOf(initial))) {
            put(initial);
            position = 0;
        }
    }

    private void check() {
        if (isClosed) {
            throw Errors.valueError("I/O operation on closed file");
        }
    }

    private Object text() {
        if (appended != null) {
            text = Str.concat(text, appended.build());
            appended = null;
        }
        return text;
    }

    private int size() {
        return Str.length(text) + (appended == null ? 0 : appended.length());
    }

    private synchronized void put(final Object data) {
        final Object s = newline.forStringIo(PyObjects.textOf(data));
        final int n = Str.length(s);
        if (n == 0) {
            return;
        }
        final int size = size();
        if (position == size) {
            if (appended == null) {
                appended = new StrBuilder(Math.max(64, n));
            }
            appended.append(s);
        } else {
            final Object old = text();
            final Object head = position <= size ? Str.slice(old, 0, position)
                    : Str.concat(old, Str.repeat("\0", position - size));
            final Object tail = position + n < size ? Str.slice(old, position + n, size) : "";
            text = Str.concat(Str.concat(head, s), tail);
        }
        position += n;
    }

    @Override
    @PyMethod("write($self, s, /)")
    Object write(final ThreadState ts, final Object s) {
        if (!PyObjects.isText(s)) {
            throw Errors.typeError("string argument expected, got '" + PyType.of(s).name() + "'");
        }
        check();
        put(s);
        return (long) Str.length(PyObjects.textOf(s));
    }

    private static int count(final ThreadState ts, final Object size) {
        if (size == PyNone.NONE) {
            return Integer.MAX_VALUE;
        }
        final long n = PyNumber.asSsize(ts, size);
        return n < 0 ? Integer.MAX_VALUE : (int) Math.min(n, Integer.MAX_VALUE);
    }

    @Override
    @PyMethod("read($self, size=-1, /)")
    synchronized Object read(final ThreadState ts, final Object size) {
        check();
        final Object t = text();
        final int from = Math.min(position, Str.length(t));
        final int to = (int) Math.min(Str.length(t), (long) from + count(ts, size));
        position = Math.max(position, to);
        return Str.slice(t, from, to);
    }

    @Override
    @PyMethod("readline($self, size=-1, /)")
    synchronized Object readline(final ThreadState ts, final Object size) {
        check();
        final Object t = text();
        final int from = Math.min(position, Str.length(t));
        final int stop = (int) Math.min(Str.length(t), (long) from + count(ts, size));
        final int end = newline.lineEnd(t, from, stop);
        position = Math.max(position, end);
        return Str.slice(t, from, end);
    }

    @Override
    @PyMethod("__next__($self, /)")
    Object nextLine(final ThreadState ts) {
        if (type() != TYPE) {
            return super.nextLine(ts);
        }
        final Object line = readline(ts, PyNone.NONE);
        return Str.isEmpty(line) ? null : line;
    }

    @Override
    @PyMethod("seek($self, pos, whence=0, /)")
    Object seek(final ThreadState ts, final Object offset, final Object whence) {
        check();
        final long to = PyNumber.asSsize(ts, offset);
        final int w = PyNumber.asInt(ts, whence);
        if (w < 0 || w > 2) {
            throw Errors.valueError("Invalid whence (" + w + ", should be 0, 1 or 2)");
        }
        if (w == 0 && to < 0) {
            throw Errors.valueError("Negative seek position " + to);
        }
        if (w != 0 && to != 0) {
            throw Errors.of(dev.adder.runtime.exceptions.ExceptionTypes.OS_ERROR,
                    "Can't do nonzero cur-relative seeks");
        }
        position = w == 0 ? (int) to : w == 1 ? position : size();
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
            throw Errors.valueError("Negative size value " + n);
        }
        if (n < size()) {
            text = Str.slice(text(), 0, (int) n);
        }
        return n;
    }

    @PyMethod("getvalue($self, /)")
    synchronized Object getvalue() {
        check();
        return text();
    }

    @Override
    @PyMethod("close($self, /)")
    void close(final ThreadState ts) {
        isClosed = true;
        text = "";
        appended = null;
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

    @PyGetter("line_buffering")
    boolean lineBuffering() {
        check();
        return false;
    }

    @Override
    @PyGetter("newlines")
    Object newlines() {
        return newline.seen();
    }

    @PyMethod("__getstate__($self, /)")
    Object getstate(final ThreadState ts) {
        return PyTuple.of(getvalue(), newline.mode(), (long) position, Attributes.dictOf(ts, this).copy(ts));
    }

    @PyMethod("__setstate__($self, state, /)")
    void setstate(final ThreadState ts, final PyTuple state) {
        init(ts, "", state.item(1));
        text = PyObjects.textOf(state.item(0));
        position = (int) PyNumber.asSsize(ts, state.item(2));
        if (state.item(3) instanceof PyDict d) {
            Attributes.dictOf(ts, this).update(ts, d);
        }
    }
}
