package dev.adder.runtime.codecs;

import dev.adder.language.text.Str;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.TextErrors;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.IntMath;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.text.CodecErrors;
import dev.adder.runtime.text.CodecException;

/** An error handler that was registered with {@code codecs.register_error}. */
final class PythonErrors implements CodecErrors {
    private final ThreadState ts;
    private final Object handler;

    PythonErrors(final ThreadState ts, final Object handler) {
        this.ts = ts;
        this.handler = handler;
    }

    @Override
    public Fix decode(final String encoding, final byte[] input, final int start, final int end,
            final String reason) {
        return answer(CodecException.decode(encoding, input, start, end, reason), input.length, "decoding", false);
    }

    @Override
    public Fix encode(final String encoding, final Object text, final int start, final int end,
            final String reason) {
        return answer(CodecException.encode(encoding, text, start, end, reason), Str.length(text), "encoding", true);
    }

    @Override
    public Fix translate(final Object text, final int start, final int end, final String reason) {
        return answer(CodecException.translate(text, start, end, reason), Str.length(text), "translating", false);
    }

    private Fix answer(final CodecException error, final int givenLength, final String doing,
            final boolean bytesToo) {
        final PyRaise raise = TextErrors.raise(error);
        final Object result = Calls.call1(ts, handler, raise.value);
        final PyRaise bad = Errors.typeError(doing + " error handler must return (" + (bytesToo ? "str/bytes" : "str")
                + ", int) tuple");
        if (!(result instanceof PyTuple pair) || pair.size() != 2) {
            throw bad;
        }
        final Object text = pair.items()[0];
        final boolean isBytes = bytesToo && text instanceof PyBytes;
        final Object where = IntMath.intValueOrNull(pair.items()[1]);
        if (where == null || !isBytes && !PyObjects.isText(text)) {
            throw bad;
        }
        // A decoding handler may have put other bytes in the place of the input.
        byte[] input = null;
        int length = givenLength;
        if (doing.equals("decoding")) {
            if (!(raise.value.field("object") instanceof PyBytes now)) {
                throw Errors.typeError("object attribute must be bytes");
            }
            if (now.bytes() != error.object()) {
                input = now.bytes();
                length = input.length;
            }
        }
        final long given = where instanceof Long n ? n : Long.MAX_VALUE;
        final long position = given < 0 ? given + length : given;
        if (position < 0 || position > length) {
            throw Errors.indexError("position " + given + " from error handler out of bounds");
        }
        return new Fix(isBytes ? ((PyBytes) text).bytes() : PyObjects.textOf(text), (int) position, input);
    }
}
