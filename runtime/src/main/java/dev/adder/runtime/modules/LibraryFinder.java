package dev.adder.runtime.modules;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.ops.PyObjects;

/** Finds the modules of one folder of the library without reading the folder. */
@PyTypeSpec(name = "LibraryFinder", module = "_adder")
final class LibraryFinder extends PyObject {
    private static final PyType TYPE =
            PyType.builtinFinal("LibraryFinder", "_adder", null, new LibraryFinderTable()).withoutNew();

    private final Library library;
    private final String folder;

    LibraryFinder(final Library library, final String relative) {
        super(TYPE);
        this.library = library;
        this.folder = relative.isEmpty() ? "" : relative + "/";
    }

    @PyGetter("path")
    Object path() {
        return library.absolute(folder.isEmpty() ? "" : folder.substring(0, folder.length() - 1));
    }

    @PyMethod("find_spec($self, fullname, target=None)")
    Object findSpec(final ThreadState ts, final Object fullname, final Object target) {
        return find(ts, fullname, Str.toJava(PyObjects.textOf(fullname)));
    }

    /** The spec of a module, or None. */
    Object find(final ThreadState ts, final Object fullname, final String name) {
        if (name.indexOf('\0') >= 0) {
            return PyNone.NONE;
        }
        final String tail = name.substring(name.lastIndexOf('.') + 1);
        final String asPackage = folder + tail + "/__init__.py";
        final String asModule = folder + tail + ".py";
        final boolean isPackage = library.isLowered(asPackage)
                || !library.isLowered(asModule) && library.exists(asPackage);
        if (!isPackage && !library.exists(asModule)) {
            return PyNone.NONE;
        }
        final String relative = isPackage ? asPackage : asModule;
        final String path = library.absolute(relative);
        final LibraryLoader loader = new LibraryLoader(library, fullname, relative, path, isPackage);
        final PyList places = isPackage
                ? PyList.of(path.substring(0, path.length() - "/__init__.py".length())) : null;
        return ts.interp.part(ModuleLoading.class).specs().make(ts, fullname, loader, path, places, true);
    }

    @PyMethod("invalidate_caches($self, /)")
    void invalidateCaches() {
    }
}
