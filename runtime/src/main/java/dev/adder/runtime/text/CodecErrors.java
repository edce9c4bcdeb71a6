package dev.adder.runtime.text;

import dev.adder.language.text.Str;

/**
 * What to do with what a codec cannot convert: an error handler ({@code errors=...}). The built-in ones are
 * {@link BuiltinErrors}; the runtime wraps registered Python functions.
 */
public interface CodecErrors {
    /**
     * How to go on.
     *
     * @param replacement a text, or for encoding perhaps a {@code byte[]}
     * @param position where to go on in the input
     * @param input for decoding: the bytes to go on with, if the handler put others in the place of the input; else null
     */
    record Fix(Object replacement, int position, byte[] input) {
        public Fix(final Object replacement, final int position) {
            this(replacement, position, null);
        }

        /** The bytes to go on with. */
        byte[] inputOr(final byte[] current) {
            return input == null ? current : input;
        }
    }

    /** Handles undecodable bytes {@code [start, end)} of the input; throws {@link CodecException} if it cannot. */
    Fix decode(String encoding, byte[] input, int start, int end, String reason);

    /** Handles unencodable characters {@code [start, end)} of the text; throws {@link CodecException} if it cannot. */
    Fix encode(String encoding, Object text, int start, int end, String reason);

    /** Handles untranslatable characters, of charmap translation. */
    default Fix translate(final Object text, final int start, final int end, final String reason) {
        throw CodecException.translate(text, start, end, reason);
    }

    /** The text of a replacement; for bytes null. */
    static Object text(final Fix fix) {
        return Str.isText(fix.replacement) ? fix.replacement : null;
    }
}
