package dev.adder.runtime.modules;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyObjects;
import java.io.File;
import java.util.ArrayList;
import java.util.List;

/**
 * The entry of {@code sys.path_hooks} for zip files: CPython has {@code zipimport.zipimporter} itself there, this one
 * imports it when the first path comes that is no folder.
 */
@PyTypeSpec(name = "ZipHook", module = "_adder")
final class ZipHook extends PyObject {
    private static final PyType TYPE =
            PyType.builtinFinal("ZipHook", "_adder", null, new ZipHookTable()).withoutNew();

    /** The paths refused while {@code zipimport} itself is being imported; null at other times. */
    private List<Object> refused;
    private boolean loaded;

    ZipHook() {
        super(TYPE);
    }

    @PyMethod("__call__($self, path, /)")
    Object callMethod(final ThreadState ts, final Object path) {
        if (!PyObjects.isText(path) || Str.isEmpty(PyObjects.textOf(path)) || !mayBeZip(PyObjects.textOf(path))) {
            throw Errors.importError("not a zip file", PyNone.NONE, path);
        }
        return Calls.call1(ts, PyObjects.getAttr(ts, module(ts, path), "zipimporter"), path);
    }

    /** {@code zipimport}, which CPython has loaded before there is any path; what it imports must not need a zip file. */
    private Object module(final ThreadState ts, final Object path) {
        synchronized (this) {
            if (loaded) {
                return ts.interp.importModule(ts, "zipimport");
            }
            if (refused != null) {
                refused.add(path);
                throw Errors.importError("zipimport is being imported", PyNone.NONE, path);
            }
            refused = new ArrayList<>();
        }
        try {
            final Object module = ts.interp.importModule(ts, "zipimport");
            loaded = true;
            return module;
        } finally {
            final Object cache = PyObjects.getAttr(ts, ts.interp.modules.getStr("sys"), "path_importer_cache");
            for (final Object again : refused) {
                Calls.method2(ts, cache, "pop", again, PyNone.NONE);
            }
            refused = null;
        }
    }

    /** Whether the path, or what it begins with, is a file. */
    private static boolean mayBeZip(final Object path) {
        File f = new File(Str.toJava(path));
        while (f != null && !f.exists()) {
            f = f.getParentFile();
        }
        return f != null && f.isFile();
    }
}
