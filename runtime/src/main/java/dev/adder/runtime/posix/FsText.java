package dev.adder.runtime.posix;

import dev.adder.language.text.Str;
import dev.adder.language.text.StrBuilder;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.Special;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.ops.PyObjects;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** File names, arguments, environment: bytes for the system, text with surrogateescape for Python (PEP 383). */
public final class FsText {
    private FsText() {
    }

    /** UTF-8 with every other byte as a lone surrogate U+DC80 to U+DCFF. */
    public static Object decode(final byte[] b) {
        boolean ascii = true;
        for (final byte x : b) {
            if (x < 0) {
                ascii = false;
                break;
            }
        }
        if (ascii) {
            return new String(b, StandardCharsets.ISO_8859_1);
        }
        final StrBuilder out = new StrBuilder(b.length);
        int i = 0;
        while (i < b.length) {
            final int n = sequenceLength(b, i);
            if (n == 0) {
                out.append(0xdc00 + (b[i++] & 0xff));
            } else {
                out.append(codePoint(b, i, n));
                i += n;
            }
        }
        return out.build();
    }

    /** The length of the well-formed UTF-8 sequence at {@code i}, 0 if there is none. */
    private static int sequenceLength(final byte[] b, final int i) {
        final int lead = b[i] & 0xff;
        if (lead < 0x80) {
            return 1;
        }
        final int n = lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3
                : lead >= 0xc2 && lead < 0xe0 ? 2 : 0;
        if (n == 0 || i + n > b.length) {
            return 0;
        }
        for (int k = 1; k < n; k++) {
            if ((b[i + k] & 0xc0) != 0x80) {
                return 0;
            }
        }
        final int c = codePoint(b, i, n);
        return n == 3 && (c < 0x800 || c >= 0xd800 && c < 0xe000) || n == 4 && (c < 0x10000 || c > 0x10ffff) ? 0 : n;
    }

    private static int codePoint(final byte[] b, final int i, final int n) {
        if (n == 1) {
            return b[i];
        }
        int c = b[i] & 0xff >> n + 1;
        for (int k = 1; k < n; k++) {
            c = c << 6 | b[i + k] & 0x3f;
        }
        return c;
    }

    /** The reverse; a lone surrogate outside U+DC80 to U+DCFF is a UnicodeEncodeError. */
    public static byte[] encode(final Object text) {
        if (text instanceof String s && Str.isAscii(s)) {
            return s.getBytes(StandardCharsets.ISO_8859_1);
        }
        final int n = Str.length(text);
        final ByteArrayOutputStream out = new ByteArrayOutputStream(n + 16);
        for (int i = 0; i < n; i++) {
            final int c = Str.codePointAt(text, i);
            if (c < 0x80) {
                out.write(c);
            } else if (c < 0x800) {
                out.write(0xc0 | c >> 6);
                out.write(0x80 | c & 0x3f);
            } else if (c >= 0xdc80 && c <= 0xdcff) {
                out.write(c - 0xdc00);
            } else if (c >= 0xd800 && c <= 0xdfff) {
                throw Errors.withArgs(dev.adder.runtime.exceptions.ExceptionTypes.UNICODE_ENCODE_ERROR, "utf-8", text,
                        (long) i, i + 1L, "surrogates not allowed");
            } else if (c < 0x10000) {
                out.write(0xe0 | c >> 12);
                out.write(0x80 | c >> 6 & 0x3f);
                out.write(0x80 | c & 0x3f);
            } else {
                out.write(0xf0 | c >> 18);
                out.write(0x80 | c >> 12 & 0x3f);
                out.write(0x80 | c >> 6 & 0x3f);
                out.write(0x80 | c & 0x3f);
            }
        }
        return out.toByteArray();
    }

    /** What {@code __fspath__} gives, or null if the object has none or says with None that it has none. */
    public static Object callFspath(final ThreadState ts, final Object o) {
        return PyType.of(o).lookup("__fspath__") == PyNone.NONE ? null : Special.call0(ts, o, "__fspath__");
    }

    /** {@code os.fspath(o)}: a str or bytes object (or an instance of a subclass). */
    public static Object fspath(final ThreadState ts, final Object o) {
        if (PyObjects.isText(o) || o instanceof PyBytes) {
            return o;
        }
        final Object r = callFspath(ts, o);
        if (r == null) {
            throw Errors.typeError("expected str, bytes or os.PathLike object, not " + PyType.of(o).name());
        }
        if (PyObjects.isText(r) || r instanceof PyBytes) {
            return r;
        }
        throw Errors.typeError("expected " + PyType.of(o).name() + ".__fspath__() to return str or bytes, not "
                + PyType.of(r).name());
    }

    /** The bytes of a path argument: str, bytes or PathLike. */
    public static byte[] pathBytes(final ThreadState ts, final Object o) {
        final Object p = fspath(ts, o);
        final byte[] bytes = p instanceof PyBytes b ? b.bytes() : encode(PyObjects.textOf(p));
        for (final byte x : bytes) {
            if (x == 0) {
                throw Errors.valueError("embedded null byte");
            }
        }
        return bytes;
    }

    /** Whether a path argument is a file descriptor. */
    public static boolean isFd(final Object o) {
        return dev.adder.runtime.ops.IntMath.intValueOrNull(o) != null;
    }

    /** A result in the kind of the argument: bytes for bytes, else str. */
    public static Object like(final Object argument, final byte[] bytes) {
        return argument instanceof PyBytes ? PyBytes.of(bytes) : decode(bytes);
    }
}
