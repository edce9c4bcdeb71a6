package dev.adder.stdlib.posix;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import java.util.Iterator;

/** What {@code os.scandir} gives. */
@PyTypeSpec(name = "ScandirIterator", module = "posix")
final class PyScandirIterator extends PyIterator {
    private static final PyType TYPE =
            PyType.builtinFinal("ScandirIterator", "posix", null, new PyScandirIteratorTable()).withoutNew();

    private final Object path;
    private Iterator<Folder.Entry> entries;

    PyScandirIterator(final PathArgument path) {
        super(TYPE);
        this.path = path.object() == PyNone.NONE ? "." : path.object();
        this.entries = Folder.read(path).iterator();
    }

    @Override
    @PyMethod("__next__($self, /)")
    public synchronized Object next(final ThreadState ts) {
        if (entries == null || !entries.hasNext()) {
            return null;
        }
        return new PyDirEntry(path, entries.next());
    }

    @PyMethod("__iter__($self, /)")
    Object iter() {
        return this;
    }

    @PyMethod("__enter__($self, /)")
    Object enter() {
        return this;
    }

    @PyMethod("__exit__($self, /, *args)")
    void exit(final Object[] args) {
        entries = null;
    }

    @PyMethod("close($self, /)")
    void close() {
        entries = null;
    }
}
