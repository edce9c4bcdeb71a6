package dev.adder.runtime.modules;

import dev.adder.runtime.Attributes;
import dev.adder.runtime.PyInstance;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.ops.PyObjects;

/** Makes and reads importlib's {@code ModuleSpec}s without running their Python code. One for each interpreter. */
final class ModuleSpecs {
    private final PyType type;

    ModuleSpecs(final PyType type) {
        this.type = type;
    }

    boolean isPlain(final Object spec) {
        return spec instanceof PyInstance s && s.shape.type == type;
    }

    /**
     * What {@code ModuleSpec(name, loader, origin=origin, is_package=...)} gives.
     *
     * @param places {@code submodule_search_locations}, or null for a module that is no package
     * @param isFile whether the origin is a file's path
     */
    PyObject make(final ThreadState ts, final Object name, final Object loader, final String origin,
            final PyList places, final boolean isFile) {
        final PyInstance spec = new PyInstance(type);
        Attributes.storeSlot(ts, spec, "name", name);
        Attributes.storeSlot(ts, spec, "loader", loader);
        Attributes.storeSlot(ts, spec, "origin", origin);
        Attributes.storeSlot(ts, spec, "loader_state", PyNone.NONE);
        Attributes.storeSlot(ts, spec, "submodule_search_locations", places == null ? PyNone.NONE : places);
        Attributes.storeSlot(ts, spec, "_uninitialized_submodules", new PyList());
        Attributes.storeSlot(ts, spec, "_set_fileattr", isFile);
        Attributes.storeSlot(ts, spec, "_cached", isFile ? cached(ts, origin) : PyNone.NONE);
        return spec;
    }

    /** {@code cache_from_source} where nothing unusual is asked for, else None: the spec finds out by itself then. */
    private static Object cached(final ThreadState ts, final String path) {
        final PyDict sys = ((PyModule) ts.interp.modules.getStr("sys")).dict();
        if (ts.interp.optimize() != 0 || sys.getStr("pycache_prefix") != PyNone.NONE
                || !(sys.getStr("implementation") instanceof PyObject implementation)
                || !(PyObjects.lookupAttr(ts, implementation, "cache_tag") instanceof String tag)) {
            return PyNone.NONE;
        }
        final int slash = path.lastIndexOf('/');
        final String stem = path.substring(slash + 1, path.length() - ".py".length());
        return path.substring(0, slash) + "/__pycache__/" + stem + "." + tag + ".pyc";
    }

    /** {@code _init_module_attrs(spec, module)} for a plain module and a spec with a loader. */
    static void describe(final ThreadState ts, final PyObject spec, final PyModule module) {
        final PyDict d = module.dict();
        final Object name = Attributes.instanceGet(spec, "name");
        final Object places = Attributes.instanceGet(spec, "submodule_search_locations");
        putMissing(d, "__name__", name);
        putMissing(d, "__loader__", Attributes.instanceGet(spec, "loader"));
        if (isMissing(d, "__package__")) {
            d.putStr("__package__", PyObjects.getAttr(ts, spec, "parent"));
        }
        d.putStr("__spec__", spec);
        if (places != PyNone.NONE) {
            putMissing(d, "__path__", places);
        }
        if (Attributes.instanceGet(spec, "_set_fileattr") == Boolean.TRUE) {
            putMissing(d, "__file__", Attributes.instanceGet(spec, "origin"));
            if (isMissing(d, "__cached__")) {
                final Object known = Attributes.instanceGet(spec, "_cached");
                final Object cached = known != PyNone.NONE ? known : PyObjects.getAttr(ts, spec, "cached");
                if (cached != PyNone.NONE) {
                    d.putStr("__cached__", cached);
                }
            }
        }
    }

    private static boolean isMissing(final PyDict d, final String key) {
        final Object value = d.getStr(key);
        return value == null || value == PyNone.NONE;
    }

    private static void putMissing(final PyDict d, final String key, final Object value) {
        if (isMissing(d, key)) {
            d.putStr(key, value);
        }
    }
}
