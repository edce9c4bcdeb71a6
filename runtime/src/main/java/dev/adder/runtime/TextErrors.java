package dev.adder.runtime;

import dev.adder.language.text.TextException;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.text.CodecException;

/** Makes the Python exception of a {@link TextException}, the error of a pure text function. */
public final class TextErrors {
    private TextErrors() {
    }

    public static PyRaise raise(final TextException e) {
        if (e instanceof CodecException c) {
            return raiseCodec(c);
        }
        return switch (e.kind()) {
            case "OverflowError" -> Errors.overflowError(e.getMessage());
            case "TypeError" -> Errors.typeError(e.getMessage());
            case "MemoryError" -> Errors.memoryError();
            case "IndexError" -> Errors.indexError(e.getMessage());
            case "LookupError" -> Errors.lookupError(e.getMessage());
            case "UnicodeError" -> Errors.of(ExceptionTypes.UNICODE_ERROR, e.getMessage());
            default -> Errors.valueError(e.getMessage());
        };
    }

    private static PyRaise raiseCodec(final CodecException e) {
        final Object object = e.object() instanceof byte[] b ? PyBytes.of(b) : e.object();
        final Long start = (long) e.start();
        final Long end = (long) e.end();
        return switch (e.kind()) {
            case "UnicodeDecodeError" ->
                Errors.withArgs(ExceptionTypes.UNICODE_DECODE_ERROR, e.encoding(), object, start, end, e.reason());
            case "UnicodeEncodeError" ->
                Errors.withArgs(ExceptionTypes.UNICODE_ENCODE_ERROR, e.encoding(), object, start, end, e.reason());
            default -> Errors.withArgs(ExceptionTypes.UNICODE_TRANSLATE_ERROR, object, start, end, e.reason());
        };
    }
}
