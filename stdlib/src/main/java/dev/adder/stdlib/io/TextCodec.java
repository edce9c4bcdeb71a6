package dev.adder.stdlib.io;

import dev.adder.language.text.Str;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.codecs.Codecs;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import java.nio.charset.StandardCharsets;

/**
 * The encoding of a text stream: incremental both ways. UTF-8, Latin-1 and ASCII are done here, ASCII content without
 * looking at it twice; any other encoding goes through the incremental classes of {@code codecs}.
 */
final class TextCodec {
    private enum Kind {
        UTF8, LATIN1, ASCII, OTHER
    }

    private static final char REPLACEMENT = '\uFFFD';

    private final String encoding;
    private final String errors;
    private final Kind kind;
    private byte[] incomplete = new byte[0];
    private Object decoder;
    private Object encoder;

    TextCodec(final ThreadState ts, final String encoding, final String errors) {
        this.encoding = encoding;
        this.errors = errors;
        this.kind = switch (encoding.toLowerCase(java.util.Locale.ROOT).replace('_', '-')) {
            case "utf-8", "utf8" -> Kind.UTF8;
            case "latin-1", "iso-8859-1", "latin1" -> Kind.LATIN1;
            case "ascii", "us-ascii" -> Kind.ASCII;
            default -> Kind.OTHER;
        };
        if (kind == Kind.OTHER) {
            final Object info = codecInfo(ts);
            final Object isText = PyObjects.lookupAttr(ts, info, "_is_text_encoding");
            if (isText != null && !PyObjects.isTrue(ts, isText)) {
                throw Errors.of(ExceptionTypes.LOOKUP_ERROR, "'" + encoding
                        + "' is not a text encoding; use codecs.open() to handle arbitrary codecs");
            }
        }
    }

    private Object codecInfo(final ThreadState ts) {
        return Calls.call1(ts, PyObjects.getAttr(ts, ts.interp.importModule(ts, "codecs"), "lookup"),
                Str.ofUtf16(encoding));
    }

    boolean isSimple() {
        return kind != Kind.OTHER;
    }

    private Object decoder(final ThreadState ts) {
        if (decoder == null) {
            decoder = Calls.call1(ts, PyObjects.getAttr(ts, codecInfo(ts), "incrementaldecoder"),
                    Str.ofUtf16(errors));
        }
        return decoder;
    }

    /** The text of these bytes after those held back; {@code last} when none follow. */
    Object decode(final ThreadState ts, final byte[] bytes, final int length, final boolean last) {
        if (kind == Kind.OTHER) {
            final Object text = Calls.method2(ts, decoder(ts), "decode",
                    PyBytes.of(java.util.Arrays.copyOf(bytes, length)), last);
            if (!PyObjects.isText(text)) {
                throw Errors.typeError("decoder should return a string result, not '" + PyType.of(text).name() + "'");
            }
            return PyObjects.textOf(text);
        }
        byte[] all = bytes;
        int n = length;
        if (incomplete.length > 0) {
            all = java.util.Arrays.copyOf(incomplete, incomplete.length + length);
            System.arraycopy(bytes, 0, all, incomplete.length, length);
            n = all.length;
            incomplete = new byte[0];
        }
        final String plain = asciiText(all, n);
        if (plain != null) {
            return plain;
        }
        if (kind == Kind.LATIN1) {
            return new String(all, 0, n, StandardCharsets.ISO_8859_1);
        }
        if (kind == Kind.UTF8 && !last) {
            final int keep = incompleteTail(all, n);
            if (keep > 0) {
                incomplete = java.util.Arrays.copyOfRange(all, n - keep, n);
                n -= keep;
            }
        }
        return Codecs.decode(ts, PyBytes.of(java.util.Arrays.copyOf(all, n)), encoding, errors);
    }

    /**
     * The text if the bytes are ASCII, else null. The JDK looks at many bytes at a time, and U+FFFD, which stands for what
     * is not ASCII, is not even searched for in a text of Latin-1 characters.
     */
    private static String asciiText(final byte[] b, final int n) {
        final String s = new String(b, 0, n, StandardCharsets.US_ASCII);
        return s.indexOf(REPLACEMENT) < 0 ? s : null;
    }

    static boolean isAscii(final byte[] b, final int n) {
        int or = 0;
        for (int i = 0; i < n; i++) {
            or |= b[i];
        }
        return or >= 0;
    }

    /**
     * How many bytes from a place on the first {@code characters} characters come from, or -1 where only decoding can
     * tell. The bytes are all {@code ascii} or not; a carriage return and a line feed behind it are one if
     * {@code joined}.
     */
    int prefixBytes(final byte[] bytes, final int from, final int characters, final boolean ascii,
            final boolean joined) {
        final boolean single = kind == Kind.LATIN1 || ascii;
        if (!single && (kind != Kind.UTF8 || !errors.equals("strict"))) {
            return -1;
        }
        if (single && !joined) {
            return Math.min(characters, bytes.length - from);
        }
        int at = from;
        for (int seen = 0; seen < characters && at < bytes.length; seen++) {
            final byte b = bytes[at++];
            if (b == '\r' && joined) {
                at += at < bytes.length && bytes[at] == '\n' ? 1 : 0;
            } else if (!single) {
                while (at < bytes.length && (bytes[at] & 0xc0) == 0x80) {
                    at++;
                }
            }
        }
        return at - from;
    }

    /** How many bytes at the end begin a UTF-8 sequence that goes on. */
    private static int incompleteTail(final byte[] b, final int n) {
        for (int back = 1; back <= 3 && back <= n; back++) {
            final int x = b[n - back] & 0xff;
            if (x < 0x80) {
                return 0;
            }
            if (x >= 0xc0) {
                final int need = x >= 0xf0 ? 4 : x >= 0xe0 ? 3 : 2;
                return need > back ? back : 0;
            }
        }
        return 0;
    }

    /** A decoder of its own for the same encoding. */
    TextCodec fresh(final ThreadState ts) {
        return new TextCodec(ts, encoding, errors);
    }

    /** What the decoder keeps until its next call. */
    TextSource.State state(final ThreadState ts) {
        if (kind != Kind.OTHER) {
            return incomplete.length == 0 ? TextSource.State.INITIAL : new TextSource.State(incomplete, 0);
        }
        if (!(Calls.method0(ts, decoder(ts), "getstate") instanceof PyTuple t) || t.size() != 2
                || !(t.item(0) instanceof PyBytes held)) {
            throw Errors.typeError("illegal decoder state");
        }
        return new TextSource.State(held.bytes(), PyNumber.asSsize(ts, t.item(1)));
    }

    /** Back to a state in which no bytes are held back. */
    void setFlags(final ThreadState ts, final long flags) {
        incomplete = new byte[0];
        if (kind == Kind.OTHER) {
            Calls.method1(ts, decoder(ts), "setstate", PyTuple.of(PyBytes.EMPTY, flags));
        }
    }

    void resetDecoder(final ThreadState ts) {
        incomplete = new byte[0];
        if (decoder != null) {
            Calls.method0(ts, decoder, "reset");
        }
    }

    /** The stream was moved: at its start a byte order mark is due. */
    void moveEncoder(final ThreadState ts, final boolean toStart) {
        if (encoder != null) {
            if (toStart) {
                Calls.method0(ts, encoder, "reset");
            } else {
                Calls.method1(ts, encoder, "setstate", 0L);
            }
        }
    }

    byte[] encode(final ThreadState ts, final Object text, final boolean atStart) {
        if (text instanceof String s && kind != Kind.OTHER) {
            final byte[] b = ascii(s);
            if (b != null) {
                return b;
            }
        }
        if (kind != Kind.OTHER) {
            return Codecs.encode(ts, text, encoding, errors).bytes();
        }
        if (encoder == null) {
            encoder = Calls.call1(ts, PyObjects.getAttr(ts, codecInfo(ts), "incrementalencoder"), Str.ofUtf16(errors));
            if (!atStart) {
                moveEncoder(ts, false);
            }
        }
        final Object b = Calls.method1(ts, encoder, "encode", text);
        if (!(b instanceof PyBytes bytes)) {
            throw Errors.typeError("encoder should return a bytes object, not '" + PyType.of(b).name() + "'");
        }
        return bytes.bytes();
    }

    private static byte[] ascii(final String s) {
        final int n = s.length();
        for (int i = 0; i < n; i++) {
            if (s.charAt(i) > 0x7f) {
                return null;
            }
        }
        return s.getBytes(StandardCharsets.ISO_8859_1);
    }
}
