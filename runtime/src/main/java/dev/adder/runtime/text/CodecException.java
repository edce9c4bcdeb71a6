package dev.adder.runtime.text;

import dev.adder.language.text.TextException;

/** A UnicodeDecodeError, UnicodeEncodeError or UnicodeTranslateError to be. */
public final class CodecException extends TextException {
    private static final long serialVersionUID = 1L;

    private final String encoding;
    private final transient Object object;
    private final int start;
    private final int end;
    private final String reason;

    private CodecException(final String kind, final String encoding, final Object object, final int start,
            final int end, final String reason) {
        super(kind, reason);
        this.encoding = encoding;
        this.object = object;
        this.start = start;
        this.end = end;
        this.reason = reason;
    }

    public static CodecException decode(final String encoding, final byte[] input, final int start, final int end,
            final String reason) {
        return new CodecException("UnicodeDecodeError", encoding, input, start, end, reason);
    }

    public static CodecException encode(final String encoding, final Object text, final int start, final int end,
            final String reason) {
        return new CodecException("UnicodeEncodeError", encoding, text, start, end, reason);
    }

    public static CodecException translate(final Object text, final int start, final int end, final String reason) {
        return new CodecException("UnicodeTranslateError", null, text, start, end, reason);
    }

    /** Null for a UnicodeTranslateError. */
    public String encoding() {
        return encoding;
    }

    /** The input: {@code byte[]} or a text. */
    public Object object() {
        return object;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    public String reason() {
        return reason;
    }
}
