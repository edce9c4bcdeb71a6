package dev.adder.runtime.exceptions;

import dev.adder.runtime.BuiltinTable;

/** Which generated table each exception type has. */
final class ExceptionTables {
    private ExceptionTables() {
    }

    /** The methods and members a type adds to its base, or null if none. */
    static BuiltinTable of(final String name) {
        return null;
    }

    /** Whether the type has members of its own, hence a layout of its own in CPython. */
    static boolean hasFields(final String name) {
        return switch (name) {
            case "BaseExceptionGroup", "SystemExit", "AttributeError", "ImportError", "NameError", "OSError",
                    "StopIteration", "SyntaxError", "UnicodeDecodeError", "UnicodeEncodeError",
                    "UnicodeTranslateError" -> true;
            default -> false;
        };
    }

    static void initFields(final PyBaseException e) {
        final Object[] args = e.args();
        if (args.length > 0 && e.type().isSubtypeOf(ExceptionTypes.STOP_ITERATION)) {
            e.putField("value", args[0]);
        }
    }
}
