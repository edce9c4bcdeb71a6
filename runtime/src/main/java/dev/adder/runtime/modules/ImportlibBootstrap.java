package dev.adder.runtime.modules;

import dev.adder.language.parser.Parser;
import dev.adder.runtime.Calls;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.PyCode;
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

    /** Where the code of frozen modules comes from. */
    public interface FrozenSource {
        /** The source of a library file such as {@code importlib/_bootstrap.py}. */
        byte[] source(String relativePath);
    }

    /** Installs the importers for built-in and frozen modules; then {@link #installExternal} those for files. */
    public static void install(final ThreadState ts, final FrozenSource source) {
        final PyModule m = frozen(ts, source, "_frozen_importlib", "importlib/_bootstrap.py",
                "<frozen importlib._bootstrap>");
        ts.interp.setPart(ImportlibBootstrap.class, new ImportlibBootstrap(m));
        final PyModule imp = BuiltinModules.make(ts, "_imp", PyNone.NONE);
        Calls.call2(ts, PyObjects.getAttr(ts, m, "_install"), ts.interp.modules.getStr("sys"), imp);
    }

    public static void installExternal(final ThreadState ts) {
        Calls.call0(ts, PyObjects.getAttr(ts, ts.interp.part(ImportlibBootstrap.class).module,
                "_install_external_importers"));
    }

    /** Runs the code of a library file as a frozen module. */
    static PyModule frozen(final ThreadState ts, final FrozenSource source, final String name, final String path,
            final String filename) {
        final PyCode code = CodeFunctions.compileSource(ts, source.source(path), filename, Parser.Mode.EXEC, 0, 0);
        final PyModule m = ts.interp.newModule(name);
        m.dict().putStr("__builtins__", ts.interp.modules.getStr("builtins"));
        ts.interp.modules.putStr(name, m);
        CodeFunctions.run(ts, code, m.dict(), m.dict());
        return m;
    }
}
