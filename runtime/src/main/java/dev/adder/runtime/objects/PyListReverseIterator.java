package dev.adder.runtime.objects;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;

/** {@code reversed(list)}. */
@PyTypeSpec(name = "list_reverseiterator")
public final class PyListReverseIterator extends PyIterator {
    public static final PyType TYPE = PyType
            .builtinFinal("list_reverseiterator", "builtins", null, new PyListReverseIteratorTable()).withoutNew();

    /** Null when exhausted. */
    private PyList list;
    private int index;

    PyListReverseIterator(final PyList list) {
        super(TYPE);
        this.list = list;
        this.index = list.size() - 1;
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
            index = -1;
            return null;
        }
        index--;
        return item;
    }

    @PyMethod("__length_hint__($self, /)")
    long lengthHint() {
        final PyList l = list;
        return l == null || l.size() < index + 1 ? 0 : index + 1;
    }

    @PyMethod("__reduce__($self, /)")
    Object reduce(final ThreadState ts) {
        final PyList l = list;
        return l == null ? PyTuple.of(Builtins.get(ts, "iter"), PyTuple.of(new PyList()))
                : PyTuple.of(Builtins.get(ts, "reversed"), PyTuple.of(l), (long) index);
    }

    @PyMethod("__setstate__($self, object, /)")
    void setState(final long state) {
        final PyList l = list;
        if (l != null) {
            index = (int) Math.max(-1, Math.min(state, l.size() - 1));
        }
    }
}
