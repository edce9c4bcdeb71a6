package dev.adder.runtime.objects;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;

/** Iterates over the characters of a text. */
@PyTypeSpec(name = "str_iterator")
public final class PyStrIterator extends PyIterator {
    public static final PyType TYPE =
            PyType.builtinFinal("str_iterator", "builtins", null, new PyStrIteratorTable()).withoutNew();
    /** CPython has a type of its own for texts of ASCII only. */
    public static final PyType ASCII_TYPE =
            PyType.builtinFinal("str_ascii_iterator", "builtins", null, new PyStrIteratorTable()).withoutNew();

    private final Object text;
    private final int length;
    private int index;

    PyStrIterator(final Object text) {
        super(Str.isAscii(text) ? ASCII_TYPE : TYPE);
        this.text = text;
        this.length = Str.length(text);
    }

    @Override
    public Object next(final ThreadState ts) {
        if (isAlone(ts)) {
            return step();
        }
        synchronized (this) {
            return step();
        }
    }

    private Object step() {
        return index < length ? Str.charAt(text, index++) : null;
    }

    @PyMethod("__iter__($self, /)")
    Object iter() {
        return this;
    }

    @PyMethod("__next__($self, /)")
    Object nextItem(final ThreadState ts) {
        return next(ts);
    }

    @PyMethod("__length_hint__($self, /)")
    long lengthHint() {
        return length - index;
    }

    @PyMethod("__reduce__($self, /)")
    Object reduce(final ThreadState ts) {
        final Object iter = Builtins.get(ts, "iter");
        return index < length ? PyTuple.of(iter, PyTuple.of(text), (long) index) : PyTuple.of(iter, PyTuple.of(""));
    }

    @PyMethod("__setstate__($self, state, /)")
    void setState(final long state) {
        index = (int) Math.max(0, Math.min(state, length));
    }
}
