package dev.adder.runtime.modules;

import dev.adder.language.text.Str;
import dev.adder.runtime.Attributes;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyInstance;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.Warnings;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.interp.PyTraceback;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyObjects;

/** {@code __import__}: PyImport_ImportModuleLevelObject of CPython's Python/import.c, over importlib._bootstrap. */
public final class ImportSystem {
    private ImportSystem() {
    }

    static Object importName(final ThreadState ts, final Object name, final Object globals, final Object fromList,
            final int level) {
        if (!PyObjects.isText(name)) {
            throw Errors.typeError("module name must be a string");
        }
        if (level < 0) {
            throw Errors.valueError("level must be >= 0");
        }
        final Object text = PyObjects.textOf(name);
        final Object absolute;
        if (level > 0) {
            absolute = resolve(ts, text, globals, level);
        } else {
            if (Str.isEmpty(text)) {
                throw Errors.valueError("Empty module name");
            }
            absolute = text;
        }
        final Object module = load(ts, absolute);
        if (fromList == PyNone.NONE || !PyObjects.isTrue(ts, fromList)) {
            if (level == 0 || !Str.isEmpty(text)) {
                final int dot = Str.find(text, ".");
                if (dot < 0) {
                    return module;
                }
                if (level == 0) {
                    return load(ts, Str.slice(text, 0, dot));
                }
                final int cut = Str.length(text) - dot;
                final Object top = Str.slice(absolute, 0, Str.length(absolute) - cut);
                final Object found = ts.interp.modules.get(ts, top);
                if (found == null) {
                    throw Errors.withArgs(ExceptionTypes.KEY_ERROR,
                            Str.concat(Str.concat(PyObjects.repr(ts, top), " not in sys.modules as expected"), ""));
                }
                return found;
            }
            return module;
        }
        if (PyObjects.lookupAttr(ts, module, "__path__") != null && !hasAll(ts, module, fromList)) {
            return Calls.call3(ts, bootstrap(ts, "_handle_fromlist"), module, fromList,
                    ts.interp.builtins().getStr("__import__"));
        }
        return module;
    }

    /** Whether a package has all names asked for, so that {@code _handle_fromlist} has nothing to import. */
    private static boolean hasAll(final ThreadState ts, final Object module, final Object names) {
        if (!(module instanceof PyModule m && m.isPlain()) || !(names instanceof PyTuple list) || usualLoading(ts) == null) {
            return false;
        }
        for (int i = 0; i < list.size(); i++) {
            // A star is no attribute.
            if (!(list.get(i) instanceof String name) || m.dict().getStr(name) == null) {
                return false;
            }
        }
        return true;
    }

    /** Null once a program has changed how importlib works, and before importlib is there. */
    private static ModuleLoading usualLoading(final ThreadState ts) {
        final ModuleLoading loading = ts.interp.part(ModuleLoading.class);
        return loading != null && loading.isUsual() ? loading : null;
    }

    private static Object bootstrap(final ThreadState ts, final String function) {
        final Object importlib = ts.interp.part(ImportlibBootstrap.class).module();
        return PyObjects.getAttr(ts, importlib, function);
    }

    /** The module from {@code sys.modules} if it is there and ready, else found and loaded. */
    private static Object load(final ThreadState ts, final Object absolute) {
        final Object known = ts.interp.modules.get(ts, absolute);
        if (known != null && known != PyNone.NONE) {
            // While there is one thread, it holds the module's lock itself or nobody does.
            if ((ts.multi || usualLoading(ts) == null) && isInitializing(ts, known)) {
                Calls.call1(ts, bootstrap(ts, "_lock_unlock_module"), absolute);
            } else {
                FindAndLoad.awaitBinding(ts, absolute);
            }
            // Its import may have failed meanwhile: then it is done again, and fails for this thread too.
            if (!ts.multi || FindAndLoad.isStill(ts, absolute, known)) {
                final ImportTimes times = ts.interp.part(ImportTimes.class);
                if (times != null) {
                    times.known(absolute);
                }
                return known;
            }
        }
        if (ts.interp.auditHooks().areThere()) {
            final PyDict sys = ((PyModule) ts.interp.modules.getStr("sys")).dict();
            ts.interp.auditHooks().raise(ts, "import", absolute, PyNone.NONE, sys.getStr("path"), sys.getStr("meta_path"),
                    sys.getStr("path_hooks"));
        }
        final ImportTimes times = ts.interp.part(ImportTimes.class);
        final long[] start = times == null ? null : times.begin();
        try {
            final Object importer = ts.interp.builtins().getStr("__import__");
            final ModuleLoading loading = usualLoading(ts);
            return known == null && loading != null && absolute instanceof String name
                    ? loading.load(ts, name.intern(), importer)
                    : Calls.call2(ts, bootstrap(ts, "_find_and_load"), absolute, importer);
        } catch (final PyRaise e) {
            removeImportlibFrames(ts, e);
            throw e;
        } finally {
            if (times != null) {
                times.end(absolute, start);
            }
        }
    }

    /** {@link FindAndLoad#isInitializing}, quickly for the usual module, which is not. */
    private static boolean isInitializing(final ThreadState ts, final Object module) {
        if (module instanceof PyModule m && m.isPlain()) {
            final Object spec = m.dict().getStr("__spec__");
            if (spec instanceof PyInstance p && Attributes.instanceGet(p, "_initializing") == Boolean.FALSE) {
                return false;
            }
        }
        return FindAndLoad.isInitializing(ts, module);
    }

    /** Import errors do not show importlib's own frames: remove_importlib_frames. */
    private static void removeImportlibFrames(final ThreadState ts, final PyRaise e) {
        final boolean always = Errors.matches(e, ExceptionTypes.IMPORT_ERROR);
        PyTraceback previous = null;
        PyTraceback outer = null;
        boolean inImportlib = false;
        for (PyTraceback tb = e.value.traceback; tb != null; tb = tb.next) {
            final String file = tb.frame.ir().filename;
            final boolean now = file.equals("<frozen importlib._bootstrap>")
                    || file.equals("<frozen importlib._bootstrap_external>");
            if (now && !inImportlib) {
                outer = previous;
            }
            inImportlib = now;
            if (now && (always || isRemovable(tb.frame.ir().name))) {
                if (outer == null) {
                    e.value.traceback = tb.next;
                } else {
                    outer.next = tb.next;
                }
                previous = outer;
            } else {
                previous = tb;
            }
        }
    }

    /** Frames that end a chunk of importlib's own: the second one calls the library's loader, which is native here. */
    private static boolean isRemovable(final String name) {
        return name.equals("_call_with_frames_removed") || name.equals("_load_unlocked");
    }

    /** {@code resolve_name}. */
    private static Object resolve(final ThreadState ts, final Object name, final Object globals, final int level) {
        if (!(globals instanceof PyDict g)) {
            throw Errors.typeError(globals == PyNone.NONE ? "'__name__' not in globals" : "globals must be a dict");
        }
        Object pkg = g.getStr("__package__");
        final Object spec = g.getStr("__spec__");
        if (pkg != null && pkg != PyNone.NONE) {
            if (!PyObjects.isText(pkg)) {
                throw Errors.typeError("package must be a string");
            }
            if (spec != null && spec != PyNone.NONE
                    && !PyObjects.equal(ts, pkg, PyObjects.getAttr(ts, spec, "parent"))) {
                Warnings.deprecated(ts, "__package__ != __spec__.parent");
            }
        } else if (spec != null && spec != PyNone.NONE) {
            pkg = PyObjects.getAttr(ts, spec, "parent");
            if (!PyObjects.isText(pkg)) {
                throw Errors.typeError("__spec__.parent must be a string");
            }
        } else {
            Warnings.warn(ts, ExceptionTypes.IMPORT_WARNING,
                    "can't resolve package from __spec__ or __package__, falling back on __name__ and __path__");
            pkg = g.getStr("__name__");
            if (pkg == null) {
                throw Errors.keyError("'__name__' not in globals");
            }
            if (!PyObjects.isText(pkg)) {
                throw Errors.typeError("__name__ must be a string");
            }
            if (g.getStr("__path__") == null) {
                final Object text = PyObjects.textOf(pkg);
                final int dot = Str.rfind(text, ".", 0, Str.length(text));
                pkg = dot < 0 ? "" : Str.slice(text, 0, dot);
            }
        }
        Object base = PyObjects.textOf(pkg);
        if (Str.isEmpty(base)) {
            throw Errors.of(ExceptionTypes.IMPORT_ERROR, "attempted relative import with no known parent package");
        }
        for (int i = 1; i < level; i++) {
            final int dot = Str.rfind(base, ".", 0, Str.length(base));
            if (dot < 0) {
                throw Errors.of(ExceptionTypes.IMPORT_ERROR, "attempted relative import beyond top-level package");
            }
            base = Str.slice(base, 0, dot);
        }
        return Str.isEmpty(name) ? base : Str.concat(Str.concat(base, "."), name);
    }

    /** Imports and gives the module itself, also for a dotted name. */
    public static Object importModule(final ThreadState ts, final String name) {
        return load(ts, name);
    }
}
