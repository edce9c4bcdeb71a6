package dev.adder.runtime.objects;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;

/** Iterator over a list: by index, so that it sees what is appended meanwhile. */
@PyTypeSpec(name = "list_iterator")
public final class PyListIterator extends PyIterator {
    public static final PyType TYPE =
            PyType.builtinFinal("list_iterator", "builtins", null, new PyListIteratorTable()).withoutNew();

    /** Null when exhausted. */
    private PyList list;
    private int index;

    PyListIterator(final PyList list) {
        super(TYPE);
        this.list = list;
    }

    /** An iterator that stands at {@code index}, for compiled code. */
    public PyListIterator(final PyList list, final int index) {
        super(TYPE);
        this.list = list;
        this.index = index;
    }

    /** The list, or null when exhausted. */
    public PyList list() {
        return list;
    }

    public int index() {
        return index;
    }

    @Override
    public Object next(final ThreadState ts) {
        if (isAlone(ts)) {
            return advance();
        }
        synchronized (this) {
            return advance();
        }
    }

    private Object advance() {
        final PyList l = list;
        if (l == null) {
            return null;
        }
        final Object item = l.getOrNull(index);
        if (item == null) {
            list = null;
            return null;
        }
        index++;
        return item;
    }

    @PyMethod("__length_hint__($self, /)")
    long lengthHint() {
        final PyList l = list;
        return l == null ? 0 : Math.max(0, l.size() - index);
    }

    @PyMethod("__reduce__($self, /)")
    Object reduce(final ThreadState ts) {
        final Object iter = Builtins.get(ts, "iter");
        final PyList l = list;
        return l == null ? PyTuple.of(iter, PyTuple.of(new PyList())) : PyTuple.of(iter, PyTuple.of(l), (long) index);
    }

    @PyMethod("__setstate__($self, object, /)")
    void setState(final long state) {
        final PyList l = list;
        if (l != null) {
            index = (int) Math.max(0, Math.min(state, l.size()));
        }
    }
}
