package dev.adder.runtime.modules;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyObjects;

/** The entry of {@code sys.path_hooks} that takes the library's own folders. */
@PyTypeSpec(name = "LibraryHook", module = "_adder")
final class LibraryHook extends PyObject {
    private static final PyType TYPE =
            PyType.builtinFinal("LibraryHook", "_adder", null, new LibraryHookTable()).withoutNew();

    private final Library library;

    LibraryHook(final Library library) {
        super(TYPE);
        this.library = library;
    }

    @PyMethod("__call__($self, path, /)")
    Object callMethod(final ThreadState ts, final Object path) {
        final String relative = PyObjects.isText(path) ? library.relative(Str.toJava(PyObjects.textOf(path))) : null;
        if (relative == null) {
            throw Errors.importError("not a folder of the library", PyNone.NONE, path);
        }
        return new LibraryFinder(library, relative);
    }
}
