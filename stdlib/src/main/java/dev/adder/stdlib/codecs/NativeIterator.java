package dev.adder.stdlib.codecs;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;

/** An iterator of the module {@code _string}. */
@PyTypeSpec(name = "formatteriterator")
abstract class NativeIterator extends PyIterator {
    static final PyType TYPE =
            PyType.builtinFinal("formatteriterator", "builtins", null, new NativeIteratorTable()).withoutNew();

    NativeIterator() {
        super(TYPE);
    }

    @PyMethod("__iter__($self, /)")
    Object iter() {
        return this;
    }

    @PyMethod("__next__($self, /)")
    Object nextItem(final ThreadState ts) {
        return next(ts);
    }
}
