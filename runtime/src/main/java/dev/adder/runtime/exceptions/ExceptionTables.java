package dev.adder.runtime.exceptions;

import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.PyType;

/** Which generated table each exception type has. */
final class ExceptionTables {
    private ExceptionTables() {
    }

    /** The methods and members a type adds to its base, or null if none. */
    static BuiltinTable of(final String name) {
        return switch (name) {
            case "BaseException" -> new BaseExceptionMethodsTable();
            case "BaseExceptionGroup" -> new ExceptionGroupMethodsTable();
            case "StopIteration" -> new StopIterationMethodsTable();
            case "SystemExit" -> new SystemExitMethodsTable();
            case "ImportError" -> new ImportErrorMethodsTable();
            case "AttributeError" -> new AttributeErrorMethodsTable();
            case "NameError" -> new NameErrorMethodsTable();
            case "KeyError" -> new KeyErrorMethodsTable();
            case "OSError" -> new OsErrorMethodsTable();
            case "SyntaxError" -> new SyntaxErrorMethodsTable();
            case "UnicodeDecodeError" -> new UnicodeDecodeErrorMethodsTable();
            case "UnicodeEncodeError" -> new UnicodeEncodeErrorMethodsTable();
            case "UnicodeTranslateError" -> new UnicodeTranslateErrorMethodsTable();
            default -> null;
        };
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
        final PyType type = e.type();
        if (args.length == 0) {
            return;
        }
        if (type.isSubtypeOf(ExceptionTypes.STOP_ITERATION)) {
            e.putField("value", args[0]);
        } else if (type.isSubtypeOf(ExceptionTypes.SYSTEM_EXIT)) {
            e.putField("code", args.length == 1 ? args[0] : e.argsTuple());
        } else if (type.isSubtypeOf(ExceptionTypes.IMPORT_ERROR)) {
            e.putField("msg", args[0]);
        } else if (type.isSubtypeOf(ExceptionTypes.SYNTAX_ERROR)) {
            SyntaxErrors.initFromArgs(e);
        } else if (type.isSubtypeOf(ExceptionTypes.OS_ERROR) && args.length >= 2) {
            e.putField("errno", args[0]);
            e.putField("strerror", args[1]);
        } else if (type.isSubtypeOf(ExceptionTypes.UNICODE_ERROR) && args.length >= 4) {
            // A UnicodeTranslateError has no encoding.
            final String[] names = {"encoding", "object", "start", "end", "reason"};
            for (int i = 0; i < args.length; i++) {
                e.putField(names[names.length - args.length + i], args[i]);
            }
        }
    }
}
