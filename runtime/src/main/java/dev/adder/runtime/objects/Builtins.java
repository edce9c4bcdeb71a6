package dev.adder.runtime.objects;

import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;

/** The values of the {@code builtins} module that containers refer to when they are pickled. */
public final class Builtins {
    private Builtins() {
    }

    /** The builtin, as the program sees it now ({@code _PyEval_GetBuiltin}). */
    public static Object get(final ThreadState ts, final String name) {
        final Object value = ts.interp.builtins().get(ts, name);
        return value == null ? PyNone.NONE : value;
    }
}
