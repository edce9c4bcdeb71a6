package dev.adder.stdlib.mmap;

import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;

/** What iterating an mmap gives: by the sequence protocol each item is a bytes of one, by {@code []} it is an int. */
@PyTypeSpec(name = "iterator")
final class MmapIterator extends PyIterator {
    static final PyType TYPE =
            PyType.builtinFinal("iterator", "builtins", null, new MmapIteratorTable()).withoutNew();

    private final PyMmap map;
    private long index;

    MmapIterator(final PyMmap map) {
        super(TYPE);
        this.map = map;
    }

    @Override
    public synchronized Object next(final ThreadState ts) {
        final Object item = map.itemOrNull(index);
        if (item != null) {
            index++;
        }
        return item;
    }
}
