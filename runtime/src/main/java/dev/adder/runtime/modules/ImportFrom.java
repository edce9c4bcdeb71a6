package dev.adder.runtime.modules;

import dev.adder.language.text.Str;
import dev.adder.runtime.Errors;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.PyNone;

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
        throw Errors.importError("cannot import name '" + name + "'", packageName, PyNone.NONE);
    }
}
