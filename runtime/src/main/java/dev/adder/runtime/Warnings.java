package dev.adder.runtime;

import dev.adder.language.text.Str;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.ops.PyObjects;

/** Warnings from Java code: {@code PyErr_WarnEx} by way of the library's {@code warnings}. */
public final class Warnings {
    private Warnings() {
    }

    /** Warns as if the innermost Python frame had called {@code warnings.warn}; may raise where filters say so. */
    public static void warn(final ThreadState ts, final PyType category, final String message) {
        final Object warnings = ts.interp.importModule(ts, "warnings");
        Calls.call2(ts, PyObjects.getAttr(ts, warnings, "warn"), Str.ofUtf16(message), category);
    }

    /** Warns that {@code source} was forgotten without being closed: {@code PyErr_ResourceWarning}. */
    public static void unclosed(final ThreadState ts, final String message, final Object source) {
        final Object warnings = ts.interp.importModule(ts, "warnings");
        Calls.call(ts, PyObjects.getAttr(ts, warnings, "warn"),
                new Object[] {Str.ofUtf16(message), ExceptionTypes.RESOURCE_WARNING, 1L, source},
                new String[] {"source"});
    }

    public static void deprecated(final ThreadState ts, final String message) {
        warn(ts, ExceptionTypes.DEPRECATION_WARNING, message);
    }
}
