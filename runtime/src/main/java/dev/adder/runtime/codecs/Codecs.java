package dev.adder.runtime.codecs;

import dev.adder.language.text.Str;
import dev.adder.language.text.TextException;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.TextErrors;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.Buffers;
import dev.adder.runtime.objects.PyByteArray;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.text.CodecErrors;
import dev.adder.runtime.text.Latin1;
import dev.adder.runtime.text.Utf8;

/** {@code str.encode}, {@code bytes.decode} and their like: short ways for the usual encodings, the registry for others. */
public final class Codecs {
    private Codecs() {
    }

    /** An optional str argument as a Java string; null and absent give the default. */
    public static String nameOr(final Object o, final String defaultName, final String function, final String which) {
        if (o == null) {
            return defaultName;
        }
        if (!PyObjects.isText(o)) {
            throw Errors.typeError(function + "() argument '" + which + "' must be str, not " + PyType.of(o).name());
        }
        return Str.toJava(PyObjects.textOf(o));
    }

    private enum Short {
        UTF_8, LATIN_1, ASCII
    }

    private static Short shortWay(final String encoding) {
        return switch (encoding) {
            case "utf-8", "utf8", "UTF-8", "utf_8", "UTF8" -> Short.UTF_8;
            case "latin-1", "latin1", "iso-8859-1", "iso8859-1", "latin_1", "ISO-8859-1", "Latin-1" -> Short.LATIN_1;
            case "ascii", "us-ascii", "ASCII", "US-ASCII" -> Short.ASCII;
            default -> null;
        };
    }

    /** {@code text.encode(encoding, errors)}: a bytes object. */
    public static PyBytes encode(final ThreadState ts, final Object text, final String encoding, final String errors) {
        final Short known = shortWay(encoding);
        if (known == null) {
            return encodeByRegistry(ts, text, encoding, errors);
        }
        return PyBytes.of(encode(ts, PyObjects.textOf(text), known, errors));
    }

    private static byte[] encode(final ThreadState ts, final Object text, final Short encoding, final String errors) {
        final CodecErrors handler = CodecRegistry.of(ts).errors(ts, errors);
        try {
            return switch (encoding) {
                case UTF_8 -> Utf8.encode(text, handler);
                case LATIN_1 -> Latin1.encode(text, handler);
                case ASCII -> Latin1.encodeAscii(text, handler);
            };
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    private static PyBytes encodeByRegistry(final ThreadState ts, final Object text, final String encoding,
            final String errors) {
        checkText(ts, encoding, "encode");
        final Object made = convert(ts, text, encoding, errors, true);
        if (made instanceof PyBytes b) {
            return b;
        }
        if (made instanceof PyByteArray) {
            return PyBytes.of(Buffers.toArray(ts, made).clone());
        }
        throw Errors.typeError("'" + encoding + "' encoder returned '" + PyType.of(made).name()
                + "' instead of 'bytes'; use codecs.encode() to encode to arbitrary types");
    }

    /** {@code buffer.decode(encoding, errors)}: a text. */
    public static Object decode(final ThreadState ts, final Object buffer, final String encoding,
            final String errors) {
        final Short known = shortWay(encoding);
        if (known == null) {
            if (!ts.interp.isDevelopment() && Buffers.toArray(ts, buffer).length == 0) {
                // Then the encoding is not looked up either (PyUnicode_FromEncodedObject).
                return "";
            }
            checkText(ts, encoding, "decode");
            final Object made = convert(ts, buffer, encoding, errors, false);
            if (!PyObjects.isText(made)) {
                throw Errors.typeError("'" + encoding + "' decoder returned '" + PyType.of(made).name()
                        + "' instead of 'str'; use codecs.decode() to decode to arbitrary types");
            }
            return made;
        }
        return decode(ts, Buffers.toArray(ts, buffer), known, errors);
    }

    private static Object decode(final ThreadState ts, final byte[] bytes, final Short encoding, final String errors) {
        final CodecErrors handler = CodecRegistry.of(ts).errors(ts, errors);
        try {
            return switch (encoding) {
                case UTF_8 -> Utf8.decode(bytes, handler);
                case LATIN_1 -> Latin1.decode(bytes);
                case ASCII -> Latin1.decodeAscii(bytes, handler);
            };
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    /** str and bytes use text encodings only: those that do not say {@code _is_text_encoding = False}. */
    private static void checkText(final ThreadState ts, final String encoding, final String function) {
        final PyTuple info = CodecRegistry.of(ts).lookup(ts, encoding);
        if (info.type() != PyTuple.TYPE) {
            final Object text = PyObjects.lookupAttr(ts, info, "_is_text_encoding");
            if (text != null && !PyObjects.isTrue(ts, text)) {
                throw Errors.lookupError("'" + encoding + "' is not a text encoding; use codecs." + function
                        + "() to handle arbitrary codecs");
            }
        }
    }

    /** Calls the encoder or decoder of the registered codec ({@code codecs.encode}, {@code codecs.decode}). */
    public static Object convert(final ThreadState ts, final Object object, final String encoding, final String errors,
            final boolean encode) {
        final PyTuple info = CodecRegistry.of(ts).lookup(ts, encoding);
        final Object result;
        try {
            result = Calls.call2(ts, info.items()[encode ? 0 : 1], object, Str.ofUtf16(errors));
        } catch (final PyRaise e) {
            PyObjects.addNote(ts, e.value, (encode ? "encoding" : "decoding") + " with '" + encoding + "' codec failed");
            throw e;
        }
        if (!(result instanceof PyTuple pair) || pair.size() != 2) {
            throw Errors.typeError((encode ? "encoder" : "decoder") + " must return a tuple (object, integer)");
        }
        return pair.items()[0];
    }
}
