package dev.adder.language.text;

/**
 * An error of a pure text function, before there is a Python exception object: the runtime turns it into an exception of
 * the named built-in class with this message. Stackless.
 */
public class TextException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The built-in exception class: "ValueError", "OverflowError", ... */
    private final String kind;

    public TextException(String kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    public static TextException valueError(String message) {
        return new TextException("ValueError", message);
    }

    public static TextException typeError(String message) {
        return new TextException("TypeError", message);
    }

    public static TextException overflowError(String message) {
        return new TextException("OverflowError", message);
    }

    public static TextException memoryError() {
        return new TextException("MemoryError", "");
    }

    public final String kind() {
        return kind;
    }
}
