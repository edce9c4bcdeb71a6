package dev.adder.runtime.modules;

import dev.adder.language.text.Str;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyObjects;

/** {@code from module import name} for a name that is no attribute. */
public final class ImportFrom {
    private ImportFrom() {
    }

    /** The submodule in {@code sys.modules}, or ImportError. */
    public static Object fallback(final ThreadState ts, final Object module, final String name) {
        final Object packageName = PyObjects.lookupAttr(ts, module, "__name__");
        if (packageName != null && PyObjects.isText(packageName)) {
            final Object sub = ts.interp.modules.get(ts,
                    Str.concat(Str.concat(PyObjects.textOf(packageName), "."), Str.fromNameKey(name)));
            if (sub != null) {
                return sub;
            }
        }
        throw missing(ts, module, packageName, name);
    }

    /** _PyEval_ImportFrom's error: it says from where, and whether the module is still being imported. */
    private static PyRaise missing(final ThreadState ts, final Object module, final Object packageName,
            final String name) {
        final String from = packageName == null || !PyObjects.isText(packageName) ? "'<unknown module name>'"
                : PyObjects.reprJava(ts, packageName);
        final Object spec = PyObjects.lookupAttr(ts, module, "__spec__");
        Object origin = null;
        boolean initializing = false;
        if (spec != null && spec != PyNone.NONE) {
            final Object located = PyObjects.lookupAttr(ts, spec, "has_location");
            origin = located != null && PyObjects.isTrue(ts, located) ? PyObjects.lookupAttr(ts, spec, "origin") : null;
            final Object flag = PyObjects.lookupAttr(ts, spec, "_initializing");
            initializing = flag != null && PyObjects.isTrue(ts, flag);
        }
        if (origin == null || !PyObjects.isText(origin)) {
            origin = PyObjects.lookupAttr(ts, module, "__file__");
        }
        final boolean known = origin != null && PyObjects.isText(origin);
        final String message = "cannot import name '" + name + "' from "
                + (known && initializing ? "partially initialized module " + from
                        + " (most likely due to a circular import)" : from)
                + " (" + (known ? PyObjects.strJava(ts, origin) : "unknown location") + ")";
        final PyRaise error = Errors.importError(message, packageName, known ? origin : PyNone.NONE);
        error.value.putField("name_from", Str.fromNameKey(name));
        return error;
    }
}
