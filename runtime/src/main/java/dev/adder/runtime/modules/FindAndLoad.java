package dev.adder.runtime.modules;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Calls;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyObjects;

/**
 * {@code importlib._bootstrap._find_and_load} around the library's own. That takes a module out of {@code sys.modules},
 * then looks whether it is still being initialised; an import that failed in between has removed the module and said that
 * it is not, so that the thread gets a module that was never made, and no error. CPython has it too up to 3.14.3, and later
 * looks again whether the module is still there (gh-143650), as is done here.
 */
@PyTypeSpec(name = "find_and_load", module = "_adder")
final class FindAndLoad extends PyObject {
    private static final PyType TYPE =
            PyType.builtinFinal("find_and_load", "_adder", null, new FindAndLoadTable()).withoutNew();

    private final Object library;

    FindAndLoad(final Object library) {
        super(TYPE);
        this.library = library;
    }

    @PyMethod("__call__($self, name, import_, /)")
    Object callMethod(final ThreadState ts, final Object name, final Object importer) {
        while (true) {
            Object module = ts.interp.modules.get(ts, name);
            if (module != null) {
                awaitBinding(ts, name);
            }
            if (module == null || module == PyNone.NONE || isInitializing(ts, module)) {
                module = Calls.call2(ts, library, name, importer);
            }
            if (!ts.multi || isStill(ts, name, module)) {
                return module;
            }
        }
    }

    static boolean isStill(final ThreadState ts, final Object name, final Object module) {
        return ts.interp.modules.get(ts, name) == module;
    }

    /**
     * A submodule that is made may not be an attribute of its package yet: importlib sets it there while it holds the
     * module's lock still, but after it has said that the module is no longer being initialised. CPython does not wait
     * for that: {@code import package.module} may end in another thread before {@code package.module} is there.
     */
    static void awaitBinding(final ThreadState ts, final Object name) {
        if (ts.multi && name instanceof String s && s.indexOf('.') > 0) {
            final ModuleLoading loading = ts.interp.part(ModuleLoading.class);
            if (loading != null) {
                loading.awaitLock(ts, s);
            }
        }
    }

    /** Whether an import of the module is under way, in whatever thread. */
    static boolean isInitializing(final ThreadState ts, final Object module) {
        final Object spec = PyObjects.lookupAttr(ts, module, "__spec__");
        final Object flag = spec == null || spec == PyNone.NONE ? null
                : PyObjects.lookupAttr(ts, spec, "_initializing");
        return flag != null && PyObjects.isTrue(ts, flag);
    }
}
