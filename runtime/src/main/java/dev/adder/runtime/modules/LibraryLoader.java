package dev.adder.runtime.modules;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.PyCode;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.ops.PyObjects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Loads one module of the library: its code comes from the image where there is one. */
@PyTypeSpec(name = "LibraryLoader", module = "_adder")
final class LibraryLoader extends PyObject {
    private static final PyType TYPE =
            PyType.builtinFinal("LibraryLoader", "_adder", null, new LibraryLoaderTable()).withoutNew();

    private final Library library;
    private final Object name;
    private final String relative;
    private final String path;
    private final boolean isPackage;

    LibraryLoader(final Library library, final Object name, final String relative, final String path,
            final boolean isPackage) {
        super(TYPE);
        this.library = library;
        this.name = name;
        this.relative = relative;
        this.path = path;
        this.isPackage = isPackage;
    }

    @PyGetter("name")
    Object getName() {
        return name;
    }

    @PyGetter("path")
    Object getPath() {
        return path;
    }

    @PyMethod("create_module($self, spec, /)")
    Object createModule(final Object spec) {
        return PyNone.NONE;
    }

    @PyMethod("exec_module($self, module, /)")
    void execModule(final ThreadState ts, final PyModule module) {
        final PyCode code = library.code(ts, relative, path);
        module.dict().putStr("__builtins__", ts.interp.modules.getStr("builtins"));
        if (name instanceof String known) {
            module.dict().setStandIns(ts.interp.part(BuiltinModules.class).standIns(known));
        }
        CodeFunctions.run(ts, code, module.dict(), module.dict());
        ts.interp.part(LibraryHooks.class).loaded(ts, name, module);
    }

    @PyMethod("get_code($self, fullname, /)")
    Object getCode(final ThreadState ts, final Object fullname) {
        return library.code(ts, relative, path);
    }

    @PyMethod("get_source($self, fullname, /)")
    Object getSource(final ThreadState ts, final Object fullname) {
        final String text = new String(library.source(relative), StandardCharsets.UTF_8);
        return Str.ofUtf16(text.replace("\r\n", "\n"));
    }

    @PyMethod("get_data($self, path, /)")
    Object getData(final Object dataPath) {
        try {
            return PyBytes.of(Files.readAllBytes(Path.of(Str.toJava(PyObjects.textOf(dataPath)))));
        } catch (final IOException e) {
            throw dev.adder.runtime.exceptions.OsErrors.of(2, "No such file or directory", dataPath);
        }
    }

    @PyMethod("get_filename($self, name=None, /)")
    Object getFilename(final Object fullname) {
        return path;
    }

    @PyMethod("is_package($self, fullname, /)")
    boolean isPackage(final Object fullname) {
        return isPackage;
    }

    @PyMethod("get_resource_reader($self, name=None, /)")
    Object getResourceReader(final ThreadState ts, final Object module) {
        final Object readers = ts.interp.importModule(ts, "importlib.readers");
        return dev.adder.runtime.Calls.call1(ts, PyObjects.getAttr(ts, readers, "FileReader"), this);
    }
}
