package dev.adder.runtime.modules;

import dev.adder.runtime.Attributes;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.Warnings;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.objects.PyWeakRef;
import dev.adder.runtime.ops.PyObjects;

/**
 * {@code _find_and_load} of importlib._bootstrap in Java, step by step, for the modules that are built in or come from the
 * library: that code takes some 60 Python calls a module, which is a third of the calls of {@code import asyncio}. It
 * works on the same objects (specs, module locks, {@code sys.modules}, the finders and their caches), so that the two can
 * take turns; whatever is not usual is left to the Python code, and once a program has replaced a part of that,
 * everything is.
 */
final class ModuleLoading {
    private static final String[] PARTS = {"_find_and_load", "_find_and_load_unlocked", "_find_spec", "_load_unlocked",
        "module_from_spec", "_init_module_attrs", "_get_module_lock", "_lock_unlock_module", "_handle_fromlist",
        "ModuleSpec", "BuiltinImporter", "FrozenImporter", "_ModuleLock"};

    private final PyDict bootstrap;
    private final Object[] parts;
    private final ModuleFinding finding;
    private final ModuleSpecs specs;
    private final PyDict locks;
    private final boolean verbose;

    ModuleLoading(final ThreadState ts, final PyDict bootstrap, final PyDict external) {
        this.bootstrap = bootstrap;
        this.parts = parts();
        this.specs = new ModuleSpecs((PyType) bootstrap.getStr("ModuleSpec"));
        this.finding = new ModuleFinding(ts, bootstrap, external, specs);
        this.locks = (PyDict) bootstrap.getStr("_module_locks");
        final Object flags = ((PyModule) ts.interp.modules.getStr("sys")).dict().getStr("flags");
        this.verbose = PyObjects.isTrue(ts, PyObjects.getAttr(ts, flags, "verbose"));
    }

    ModuleSpecs specs() {
        return specs;
    }

    private Object[] parts() {
        final Object[] now = new Object[PARTS.length];
        for (int i = 0; i < now.length; i++) {
            now[i] = bootstrap.getStr(PARTS[i]);
        }
        return now;
    }

    /** Whether importlib is as it was when the interpreter started, and nobody wants to read what it does. */
    boolean isUsual() {
        if (verbose) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            if (bootstrap.getStr(PARTS[i]) != parts[i]) {
                return false;
            }
        }
        return finding.isUsual();
    }

    /** {@code _find_and_load(name, importer)} for a module that is not in {@code sys.modules}. */
    Object load(final ThreadState ts, final String name, final Object importer) {
        if (!(lockOf(ts, name) instanceof ModuleLock lock)) {
            return Calls.call2(ts, bootstrap.getStr("_find_and_load"), name, importer);
        }
        lock.acquire(ts);
        try {
            if (ts.interp.modules.getStr(name) == null) {
                return findAndLoad(ts, name, importer);
            }
        } finally {
            release(ts, name, lock);
        }
        // Another thread has loaded it meanwhile.
        return Calls.call2(ts, bootstrap.getStr("_find_and_load"), name, importer);
    }

    /**
     * {@code _get_module_lock}. While there is one thread nobody else can be about to take the lock, and {@link #release}
     * forgets it: it needs no call when it dies. Should there be threads by then, its entry stays until somebody wants a
     * lock of that name again, and finds it dead.
     */
    private Object lockOf(final ThreadState ts, final String name) {
        if (ts.multi || locks.getStr(name) != null) {
            return Calls.call1(ts, bootstrap.getStr("_get_module_lock"), name);
        }
        final Object lock = ModuleLock.make(ts, ModuleLock.TYPE, name);
        locks.putStr(name, new PyWeakRef(ts, PyWeakRef.TYPE, lock, null));
        return lock;
    }

    /** Waits for the thread that holds the module's lock, if another one does. */
    void awaitLock(final ThreadState ts, final String name) {
        final Object reference = locks.getStr(name);
        if (reference != null && Calls.call0(ts, reference) instanceof ModuleLock lock && lock.isOthers(ts)) {
            Calls.call1(ts, bootstrap.getStr("_lock_unlock_module"), name);
        }
    }

    private void release(final ThreadState ts, final String name, final ModuleLock lock) {
        lock.release(ts);
        if (!ts.multi && !lock.locked()) {
            // As the lock's death would do, later and with a call.
            locks.removeStr(name);
        }
    }

    /** {@code _find_and_load_unlocked}. */
    private Object findAndLoad(final ThreadState ts, final String name, final Object importer) {
        final int dot = name.lastIndexOf('.');
        if (dot < 0) {
            return loadSpec(ts, found(ts, name, null));
        }
        final PyDict modules = ts.interp.modules;
        final String parent = name.substring(0, dot).intern();
        if (modules.getStr(parent) == null) {
            Calls.call1(ts, importer, parent);
        }
        Object module = modules.getStr(name);
        if (module != null && module != PyNone.NONE) {
            return module;
        }
        final Object path = PyObjects.lookupAttr(ts, modules.getItem(ts, parent), "__path__");
        if (path == null) {
            return Calls.call2(ts, bootstrap.getStr("_find_and_load_unlocked"), name, importer);
        }
        final Object parentSpec = PyObjects.getAttr(ts, modules.getItem(ts, parent), "__spec__");
        final Object beginning = PyObjects.lookupAttr(ts, parentSpec, "_initializing");
        if (beginning != null && PyObjects.isTrue(ts, beginning)) {
            Calls.call1(ts, importer, parent);
        }
        module = modules.getStr(name);
        if (module != null && module != PyNone.NONE) {
            return module;
        }
        final String child = name.substring(dot + 1).intern();
        final Object spec = found(ts, name, path);
        module = PyObjects.isTrue(ts, parentSpec) ? loadChild(ts, spec, parentSpec, child) : loadSpec(ts, spec);
        bind(ts, parent, child, module);
        return module;
    }

    private Object found(final ThreadState ts, final String name, final Object path) {
        final Object spec = finding.find(ts, name, path);
        if (spec == PyNone.NONE) {
            throw Errors.moduleNotFound("No module named " + PyObjects.repr(ts, name), name);
        }
        return spec;
    }

    /** Circular imports are told by what the parent is importing. */
    private Object loadChild(final ThreadState ts, final Object spec, final Object parentSpec, final String child) {
        final Object open = PyObjects.getAttr(ts, parentSpec, "_uninitialized_submodules");
        Calls.method1(ts, open, "append", child);
        try {
            return loadSpec(ts, spec);
        } finally {
            Calls.method0(ts, PyObjects.getAttr(ts, parentSpec, "_uninitialized_submodules"), "pop");
        }
    }

    /** Sets the module as an attribute of its parent. */
    private static void bind(final ThreadState ts, final String parent, final String child, final Object module) {
        try {
            PyObjects.setAttr(ts, ts.interp.modules.getItem(ts, parent), child, module);
        } catch (final PyRaise e) {
            if (!Errors.matches(e, ExceptionTypes.ATTRIBUTE_ERROR)) {
                throw e;
            }
            Warnings.warn(ts, ExceptionTypes.IMPORT_WARNING, "Cannot set an attribute on "
                    + PyObjects.repr(ts, parent) + " for child module " + PyObjects.repr(ts, child));
        }
    }

    /** {@code _load_unlocked}. */
    private Object loadSpec(final ThreadState ts, final Object found) {
        if (found instanceof PyObject spec && specs.isPlain(spec)
                && Attributes.instanceGet(spec, "name") instanceof String name) {
            final Object loader = Attributes.instanceGet(spec, "loader");
            if (loader instanceof LibraryLoader library) {
                final PyModule module = ts.interp.newModule(name);
                ModuleSpecs.describe(ts, spec, module);
                return run(ts, spec, name, module, library);
            }
            if (loader == finding.builtinImporter && ImpModule.builtin(ts, spec) instanceof PyModule module
                    && module.isPlain()) {
                ModuleSpecs.describe(ts, spec, module);
                return run(ts, spec, name, module, null);
            }
        }
        return Calls.call1(ts, bootstrap.getStr("_load_unlocked"), found);
    }

    private static Object run(final ThreadState ts, final PyObject spec, final String name, final PyModule module,
            final LibraryLoader loader) {
        final PyDict modules = ts.interp.modules;
        // Before it is in sys.modules: ImportSystem looks there first.
        Attributes.storeSlot(ts, spec, "_initializing", Boolean.TRUE);
        try {
            modules.putStr(name, module);
            boolean done = false;
            try {
                if (loader != null) {
                    loader.execModule(ts, module);
                }
                done = true;
            } finally {
                if (!done) {
                    modules.removeStr(name);
                }
            }
            // To the end of sys.modules; and what the module has put there in its own place counts.
            final Object entered = modules.moveToEnd(ts, name, true) ? modules.getStr(name) : null;
            if (entered == null) {
                throw Errors.keyError(name);
            }
            return entered;
        } finally {
            Attributes.storeSlot(ts, spec, "_initializing", Boolean.FALSE);
        }
    }
}
