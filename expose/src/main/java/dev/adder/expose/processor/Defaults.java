package dev.adder.expose.processor;

import dev.adder.expose.processor.Exposed.Conversion;

/** Java expressions for the default values that a signature writes. */
final class Defaults {
    private Defaults() {
    }

    static String code(String text, Conversion conversion) {
        if (text.equals("<unrepresentable>") || text.equals("NULL") || isExpression(text)) {
            return absent(text, conversion);
        }
        return switch (conversion) {
            case SSIZE, INT -> integer(text, conversion);
            case DOUBLE -> number(text);
            case TRUTH -> truth(text);
            case OBJECT, TEXT -> object(text);
            case STRING -> isQuoted(text) ? javaString(text) : text.equals("None") ? "null" : fail(text, conversion);
            case INSTANCE -> text.equals("()") ? "dev.adder.runtime.objects.PyTuple.EMPTY"
                    : text.equals("None") ? "null" : fail(text, conversion);
            case ARRAY, DICT, FIXED -> fail(text, conversion);
        };
    }

    /** What only says to the reader what the default is: {@code (os.name != 'nt')}, or a constant in capitals. */
    private static boolean isExpression(String text) {
        return text.length() > 2 && text.startsWith("(") || text.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c == '_');
    }

    private static String absent(String text, Conversion conversion) {
        return switch (conversion) {
            case SSIZE, INT, DOUBLE, TRUTH -> fail(text, conversion);
            default -> "null";
        };
    }

    private static String fail(String text, Conversion conversion) {
        throw new IllegalArgumentException("default " + text + " does not fit the Java parameter's type ("
                + conversion.name().toLowerCase() + ")");
    }

    private static String integer(String text, Conversion conversion) {
        if (text.equals("sys.maxsize") || text.equals("maxsize")) {
            return conversion == Conversion.SSIZE ? "Long.MAX_VALUE" : fail(text, conversion);
        }
        if (text.equals("True") || text.equals("False")) {
            return text.equals("True") ? "1" : "0";
        }
        return isInteger(text) ? conversion == Conversion.SSIZE ? text + "L" : text : fail(text, conversion);
    }

    private static String number(String text) {
        try {
            return Double.toString(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return fail(text, Conversion.DOUBLE);
        }
    }

    private static String truth(String text) {
        return switch (text) {
            case "True", "1" -> "true";
            case "False", "0", "None" -> "false";
            default -> fail(text, Conversion.TRUTH);
        };
    }

    private static String object(String text) {
        if (isInteger(text)) {
            return "(Object) Long.valueOf(" + text + "L)";
        }
        if (isQuoted(text)) {
            return "(Object) " + javaString(text);
        }
        return switch (text) {
            case "None" -> "(Object) dev.adder.runtime.PyNone.NONE";
            case "True" -> "(Object) Boolean.TRUE";
            case "False" -> "(Object) Boolean.FALSE";
            case "()" -> "(Object) dev.adder.runtime.objects.PyTuple.EMPTY";
            case "b''" -> "(Object) dev.adder.runtime.objects.PyBytes.EMPTY";
            case "sys.maxsize", "maxsize" -> "(Object) Long.valueOf(Long.MAX_VALUE)";
            default -> decimal(text);
        };
    }

    private static String decimal(String text) {
        try {
            return "(Object) Double.valueOf(" + Double.parseDouble(text) + ")";
        } catch (NumberFormatException e) {
            return fail(text, Conversion.OBJECT);
        }
    }

    private static boolean isInteger(String text) {
        try {
            Long.parseLong(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isQuoted(String text) {
        return text.length() >= 2 && (text.startsWith("'") && text.endsWith("'")
                || text.startsWith("\"") && text.endsWith("\""));
    }

    private static String javaString(String text) {
        String inner = text.substring(1, text.length() - 1);
        return "\"" + (text.startsWith("'") ? inner.replace("\"", "\\\"").replace("\\'", "'") : inner) + "\"";
    }
}
