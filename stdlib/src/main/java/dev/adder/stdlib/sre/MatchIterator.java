package dev.adder.stdlib.sre;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;

/** What {@code finditer} returns; CPython's is {@code iter(scanner.search, None)}. */
@PyTypeSpec(name = "callable_iterator")
final class MatchIterator extends PyIterator {

    static final PyType TYPE =
            PyType.builtinFinal("callable_iterator", "builtins", null, new MatchIteratorTable()).withoutNew();

    private final PyScanner scanner;

    MatchIterator(PyScanner scanner) {
        super(TYPE);
        this.scanner = scanner;
    }

    @PyMethod("__iter__($self, /)")
    Object iter() {
        return this;
    }

    @PyMethod("__next__($self, /)")
    @Override
    public Object next(ThreadState ts) {
        return scanner.advance(ts, true);
    }
}
