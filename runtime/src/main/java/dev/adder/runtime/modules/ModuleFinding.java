package dev.adder.runtime.modules;

import dev.adder.language.text.Str;
import dev.adder.runtime.Attributes;
import dev.adder.runtime.Calls;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.objects.PySet;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;

/**
 * {@code _find_spec} of importlib._bootstrap, with what the finders do that every interpreter starts with. Their own
 * Python code, and that of all other finders, is called where the answer is not the usual one: a module in a folder, a
 * namespace package, an entry of the path that was not met before.
 */
final class ModuleFinding {
    private final PyDict bootstrap;
    private final ModuleSpecs specs;
    final PyType builtinImporter;
    private final PyType frozenImporter;
    private final PyType pathFinder;
    private final PyType fileFinder;
    private final PyType[] finders;
    /** What the finders' methods were when the interpreter started. */
    private final Object[] methods;
    /** The finders' versions when they had those methods. */
    private long[] versions;

    ModuleFinding(final ThreadState ts, final PyDict bootstrap, final PyDict external, final ModuleSpecs specs) {
        this.bootstrap = bootstrap;
        this.specs = specs;
        this.builtinImporter = (PyType) bootstrap.getStr("BuiltinImporter");
        this.frozenImporter = (PyType) bootstrap.getStr("FrozenImporter");
        this.pathFinder = (PyType) external.getStr("PathFinder");
        this.fileFinder = (PyType) external.getStr("FileFinder");
        this.finders = new PyType[] {builtinImporter, frozenImporter, pathFinder, fileFinder};
        this.versions = versions();
        this.methods = methods();
    }

    private long[] versions() {
        final long[] now = new long[finders.length];
        for (int i = 0; i < now.length; i++) {
            now[i] = finders[i].version();
        }
        return now;
    }

    private boolean isUnchanged() {
        final long[] known = versions;
        for (int i = 0; i < known.length; i++) {
            if (!finders[i].isVersion(known[i])) {
                return false;
            }
        }
        return true;
    }

    private Object[] methods() {
        return new Object[] {builtinImporter.lookup("find_spec"), builtinImporter.lookup("create_module"),
            builtinImporter.lookup("exec_module"), frozenImporter.lookup("find_spec"), pathFinder.lookup("find_spec"),
            pathFinder.lookup("_get_spec"), pathFinder.lookup("_path_importer_cache"), fileFinder.lookup("find_spec")};
    }

    /** Whether nobody has replaced a method of the finders. */
    boolean isUsual() {
        if (isUnchanged()) {
            return true;
        }
        final long[] before = versions();
        final Object[] now = methods();
        for (int i = 0; i < now.length; i++) {
            if (now[i] != methods[i]) {
                return false;
            }
        }
        versions = before;
        return true;
    }

    /** The spec, or None. {@code path} is null for a module of no package. */
    Object find(final ThreadState ts, final String name, final Object path) {
        final PyDict sys = ((PyModule) ts.interp.modules.getStr("sys")).dict();
        if (!(sys.getStr("meta_path") instanceof PyList finders) || finders.size() == 0) {
            return Calls.call2(ts, bootstrap.getStr("_find_spec"), name, path == null ? PyNone.NONE : path);
        }
        for (final Object finder : finders.toArray()) {
            final Object spec = ask(ts, sys, finder, name, path);
            if (spec != PyNone.NONE) {
                return known(ts, name, spec);
            }
        }
        return PyNone.NONE;
    }

    /** A finder may have imported the module itself: then what that found counts. */
    private static Object known(final ThreadState ts, final String name, final Object spec) {
        final Object module = ts.interp.modules.getStr(name);
        final Object own = module == null ? null : PyObjects.lookupAttr(ts, module, "__spec__");
        return own == null || own == PyNone.NONE ? spec : own;
    }

    private Object ask(final ThreadState ts, final PyDict sys, final Object finder, final String name,
            final Object path) {
        if (finder == builtinImporter) {
            return ts.interp.part(BuiltinModules.class).has(name)
                    ? specs.make(ts, name, builtinImporter, "built-in", null, false) : PyNone.NONE;
        }
        if (finder == frozenImporter) {
            return PyNone.NONE;
        }
        final Object imp = bootstrap.getStr("_imp");
        Calls.method0(ts, imp, "acquire_lock");
        try {
            if (finder == pathFinder) {
                return onPath(ts, sys, name, path);
            }
            final Object method = PyObjects.lookupAttr(ts, finder, "find_spec");
            return method == null ? PyNone.NONE
                    : Calls.call3(ts, method, name, path == null ? PyNone.NONE : path, PyNone.NONE);
        } finally {
            Calls.method0(ts, imp, "release_lock");
        }
    }

    /** {@code PathFinder.find_spec}. */
    private Object onPath(final ThreadState ts, final PyDict sys, final String name, final Object path) {
        if (!((path == null ? sys.getStr("path") : path) instanceof PyList entries)
                || !(sys.getStr("path_importer_cache") instanceof PyDict cache)) {
            return inPython(ts, name, path);
        }
        for (final Object entry : entries.toArray()) {
            if (!(entry instanceof String folder)) {
                return inPython(ts, name, path);
            }
            Object finder = folder.isEmpty() ? null : cache.getStr(folder);
            if (finder == null) {
                finder = Calls.method1(ts, pathFinder, "_path_importer_cache", folder);
            }
            final Object spec = inFolder(ts, finder, name);
            if (spec == PyNone.NONE) {
                continue;
            }
            // A part of a namespace package, perhaps.
            return PyObjects.getAttr(ts, spec, "loader") != PyNone.NONE ? spec : inPython(ts, name, path);
        }
        return PyNone.NONE;
    }

    private Object inPython(final ThreadState ts, final String name, final Object path) {
        return Calls.call3(ts, PyObjects.getAttr(ts, pathFinder, "find_spec"), name,
                path == null ? PyNone.NONE : path, PyNone.NONE);
    }

    private Object inFolder(final ThreadState ts, final Object finder, final String name) {
        if (finder == PyNone.NONE) {
            return PyNone.NONE;
        }
        if (finder instanceof LibraryFinder library) {
            return library.find(ts, name, name);
        }
        if (finder instanceof PyObject f && f.shape.type == fileFinder && lacks(ts, f, name)) {
            return PyNone.NONE;
        }
        return Calls.method2(ts, finder, "find_spec", name, PyNone.NONE);
    }

    /** Whether a {@code FileFinder} knows, and knows rightly, that its folder holds nothing of that name. */
    private static boolean lacks(final ThreadState ts, final PyObject finder, final String name) {
        if (!(Attributes.instanceGet(finder, "path") instanceof String path) || path.isEmpty()
                || !(Attributes.instanceGet(finder, "_path_cache") instanceof PySet files)
                || !(Attributes.instanceGet(finder, "_loaders") instanceof PyList loaders)
                || !isAsRead(finder, path)) {
            return false;
        }
        final String tail = name.substring(name.lastIndexOf('.') + 1);
        if (files.contains(ts, tail)) {
            return false;
        }
        for (final Object loader : loaders.toArray()) {
            if (!(loader instanceof PyTuple pair) || !(pair.get(0) instanceof String suffix)
                    || files.contains(ts, tail.concat(suffix))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether the folder has not changed since the finder read it. Java's own stat takes a third of the time of ours while
     * neither is compiled; the paths that it may take for others (another encoding, another current directory) are left
     * to the finder.
     */
    private static boolean isAsRead(final PyObject finder, final String path) {
        if (path.charAt(0) != '/' || !Str.isAscii(path)
                || !(Attributes.instanceGet(finder, "_path_mtime") instanceof Double time)) {
            return false;
        }
        try {
            final FileTime now = Files.getLastModifiedTime(Path.of(path));
            final long seconds = now.to(TimeUnit.SECONDS);
            // The sum that st_mtime is.
            return seconds > 0 && time == seconds + 1e-9 * now.toInstant().getNano();
        } catch (final IOException | InvalidPathException e) {
            return false;
        }
    }
}
