package dev.adder.runtime.interp;

import dev.adder.language.text.Str;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyObjects;

/** The import statement: calls {@code builtins.__import__} of the frame. */
final class Imports {
    private Imports() {
    }

    static Object importName(final ThreadState ts, final Frame f, final String name, final Object fromList,
            final Object level) {
        final Object importer = f.state.builtins.getStr("__import__");
        if (importer == null) {
            throw Errors.of(dev.adder.runtime.exceptions.ExceptionTypes.IMPORT_ERROR, "__import__ not found");
        }
        return Calls.call(ts, importer, new Object[] {Str.fromNameKey(name), f.globals(),
            f.locals == null ? PyNone.NONE : f.locals, fromList, level}, null);
    }

    /** {@code _PyEval_ImportFrom}. */
    static Object importFrom(final ThreadState ts, final Object module, final String name) {
        final Object value = PyObjects.lookupAttr(ts, module, name);
        if (value != null) {
            return value;
        }
        return ts.interp.importFromFallback(ts, module, name);
    }
}
