package dev.adder.language.ir;

/** Bytes that are not a code of this version: cut short, damaged, or of another version. */
public final class CodeFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CodeFormatException(String message) {
        super(message, null, false, false);
    }
}
