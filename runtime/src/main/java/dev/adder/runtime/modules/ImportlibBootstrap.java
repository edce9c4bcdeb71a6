package dev.adder.runtime.modules;

import dev.adder.runtime.Calls;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.PyCode;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.ops.PyObjects;

/**
 * Brings up CPython's own import machinery: {@code importlib._bootstrap} and {@code _bootstrap_external} as the frozen
 * modules {@code _frozen_importlib} and {@code _frozen_importlib_external} (init_importlib of Python/import.c).
 */
public final class ImportlibBootstrap {
    private final PyModule module;

    private ImportlibBootstrap(final PyModule module) {
        this.module = module;
    }

    PyModule module() {
        return module;
    }

    /** Installs the importers for built-in and frozen modules; then {@link #installExternal} those for files. */
    public static void install(final ThreadState ts, final Library library) {
        final PyModule m = frozen(ts, library, "_frozen_importlib", "importlib/_bootstrap.py",
                "<frozen importlib._bootstrap>");
        m.dict().putStr("_find_and_load", new FindAndLoad(m.dict().getStr("_find_and_load")));
        m.dict().putStr("_ModuleLock", ModuleLock.TYPE);
        ts.interp.setPart(ModuleWaits.class, new ModuleWaits());
        ts.interp.setPart(ImportlibBootstrap.class, new ImportlibBootstrap(m));
        ts.interp.setPart(Library.class, library);
        final PyModule imp = BuiltinModules.make(ts, "_imp", PyNone.NONE);
        Calls.call2(ts, PyObjects.getAttr(ts, m, "_install"), ts.interp.modules.getStr("sys"), imp);
    }

    /** Installs the importers for files and for the library. */
    public static void installExternal(final ThreadState ts) {
        final Library library = ts.interp.part(Library.class);
        final PyModule external = frozen(ts, library, "_frozen_importlib_external", "importlib/_bootstrap_external.py",
                "<frozen importlib._bootstrap_external>");
        Calls.call0(ts, PyObjects.getAttr(ts, ts.interp.part(ImportlibBootstrap.class).module,
                "_install_external_importers"));
        final PyModule sys = (PyModule) ts.interp.modules.getStr("sys");
        final PyList hooks = (PyList) sys.dict().getStr("path_hooks");
        Calls.method2(ts, hooks, "insert", 0L, new ZipHook());
        Calls.method2(ts, hooks, "insert", 0L, new LibraryHook(library));
        ts.interp.setPart(ModuleLoading.class, new ModuleLoading(ts,
                ts.interp.part(ImportlibBootstrap.class).module.dict(), external.dict()));
    }

    /** Runs the code of a library file as a frozen module. */
    static PyModule frozen(final ThreadState ts, final Library library, final String name, final String path,
            final String filename) {
        final PyCode code = library.code(ts, path, filename);
        final PyModule m = ts.interp.newModule(name);
        m.dict().putStr("__builtins__", ts.interp.modules.getStr("builtins"));
        ts.interp.modules.putStr(name, m);
        CodeFunctions.run(ts, code, m.dict(), m.dict());
        return m;
    }
}
