package dev.adder.runtime.text;

import dev.adder.language.text.Quote;
import dev.adder.language.text.Str;
import dev.adder.language.text.StrBuilder;
import dev.adder.language.text.TextException;
import dev.adder.language.text.UniNames;

/** The built-in error handlers (CPython: Python/codecs.c PyCodec_StrictErrors, ...). */
public enum BuiltinErrors implements CodecErrors {
    STRICT, IGNORE, REPLACE, BACKSLASHREPLACE, XMLCHARREFREPLACE, NAMEREPLACE, SURROGATEESCAPE, SURROGATEPASS;

    /** The handler of this name, or null. */
    public static BuiltinErrors of(final String name) {
        return switch (name) {
            case "strict" -> STRICT;
            case "ignore" -> IGNORE;
            case "replace" -> REPLACE;
            case "backslashreplace" -> BACKSLASHREPLACE;
            case "xmlcharrefreplace" -> XMLCHARREFREPLACE;
            case "namereplace" -> NAMEREPLACE;
            case "surrogateescape" -> SURROGATEESCAPE;
            case "surrogatepass" -> SURROGATEPASS;
            default -> null;
        };
    }

    @Override
    public Fix decode(final String encoding, final byte[] input, final int start, final int end,
            final String reason) {
        return switch (this) {
            case IGNORE -> new Fix("", end);
            case REPLACE -> new Fix("\ufffd", end);
            case BACKSLASHREPLACE -> {
                final StringBuilder out = new StringBuilder();
                for (int i = start; i < end; i++) {
                    Quote.appendHex(out, input[i] & 0xFF);
                }
                yield new Fix(out.toString(), end);
            }
            case SURROGATEESCAPE -> escapeBytes(encoding, input, start, end, reason);
            case SURROGATEPASS -> passBytes(encoding, input, start, end, reason);
            case STRICT -> throw CodecException.decode(encoding, input, start, end, reason);
            default -> throw TextException.typeError("don't know how to handle UnicodeDecodeError in error callback");
        };
    }

    private static Fix escapeBytes(final String encoding, final byte[] input, final int start, final int end,
            final String reason) {
        final StringBuilder out = new StringBuilder();
        int at = start;
        while (at < end && at - start < 4 && input[at] < 0) {
            out.append((char) (0xDC00 + (input[at++] & 0xFF)));
        }
        if (at == start) {
            throw CodecException.decode(encoding, input, start, end, reason);
        }
        return new Fix(out.toString(), at);
    }

    private static Fix passBytes(final String encoding, final byte[] input, final int start, final int end,
            final String reason) {
        final Width width = Width.of(encoding);
        int c = 0;
        if (width != null && input.length - start >= width.bytes) {
            if (width == Width.UTF8) {
                final int b1 = input[start] & 0xFF;
                final int b2 = input[start + 1] & 0xFF;
                final int b3 = input[start + 2] & 0xFF;
                if ((b1 & 0xF0) == 0xE0 && (b2 & 0xC0) == 0x80 && (b3 & 0xC0) == 0x80) {
                    c = (b1 & 0xF) << 12 | (b2 & 0x3F) << 6 | b3 & 0x3F;
                }
            } else {
                for (int i = 0; i < width.bytes; i++) {
                    final int at = width.bigEndian ? i : width.bytes - 1 - i;
                    c = c << 8 | input[start + at] & 0xFF;
                }
            }
        }
        if (c < 0xD800 || c > 0xDFFF) {
            throw CodecException.decode(encoding, input, start, end, reason);
        }
        return new Fix(Str.ofCodePoint(c), start + width.bytes);
    }

    /** The encodings that surrogatepass knows. */
    private enum Width {
        UTF8(3, false), UTF16LE(2, false), UTF16BE(2, true), UTF32LE(4, false), UTF32BE(4, true);

        final int bytes;
        final boolean bigEndian;

        Width(final int bytes, final boolean bigEndian) {
            this.bytes = bytes;
            this.bigEndian = bigEndian;
        }

        static Width of(final String encoding) {
            final StringBuilder plain = new StringBuilder();
            for (int i = 0; i < encoding.length(); i++) {
                final char c = encoding.charAt(i);
                if (c != '-' && c != '_') {
                    plain.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
                }
            }
            return switch (plain.toString()) {
                case "utf8", "cputf8" -> UTF8;
                case "utf16", "utf16le" -> UTF16LE;
                case "utf16be" -> UTF16BE;
                case "utf32", "utf32le" -> UTF32LE;
                case "utf32be" -> UTF32BE;
                default -> null;
            };
        }
    }

    @Override
    public Fix encode(final String encoding, final Object text, final int start, final int end,
            final String reason) {
        return switch (this) {
            case IGNORE -> new Fix("", end);
            case REPLACE -> new Fix("?".repeat(end - start), end);
            case BACKSLASHREPLACE, XMLCHARREFREPLACE, NAMEREPLACE -> new Fix(escaped(text, start, end), end);
            case SURROGATEESCAPE -> unescape(encoding, text, start, end, reason);
            case SURROGATEPASS -> passText(encoding, text, start, end, reason);
            default -> throw CodecException.encode(encoding, text, start, end, reason);
        };
    }

    @Override
    public Fix translate(final Object text, final int start, final int end, final String reason) {
        return switch (this) {
            case IGNORE -> new Fix("", end);
            case REPLACE -> new Fix("\ufffd".repeat(end - start), end);
            case BACKSLASHREPLACE -> new Fix(escaped(text, start, end), end);
            default -> throw CodecException.translate(text, start, end, reason);
        };
    }

    private String escaped(final Object text, final int start, final int end) {
        final StringBuilder out = new StringBuilder();
        for (int i = start; i < end; i++) {
            final int c = Str.codePointAt(text, i);
            final String name = this == NAMEREPLACE ? UniNames.name(c) : null;
            if (this == XMLCHARREFREPLACE) {
                out.append("&#").append(c).append(';');
            } else if (name != null) {
                out.append("\\N{").append(name).append('}');
            } else {
                Quote.appendHex(out, c);
            }
        }
        return out.toString();
    }

    private static Fix unescape(final String encoding, final Object text, final int start, final int end,
            final String reason) {
        final byte[] out = new byte[end - start];
        for (int i = start; i < end; i++) {
            final int c = Str.codePointAt(text, i);
            if (c < 0xDC80 || c > 0xDCFF) {
                throw CodecException.encode(encoding, text, start, end, reason);
            }
            out[i - start] = (byte) c;
        }
        return new Fix(out, end);
    }

    private static Fix passText(final String encoding, final Object text, final int start, final int end,
            final String reason) {
        final Width width = Width.of(encoding);
        if (width == null) {
            throw CodecException.encode(encoding, text, start, end, reason);
        }
        final byte[] out = new byte[(end - start) * width.bytes];
        int at = 0;
        for (int i = start; i < end; i++) {
            final int c = Str.codePointAt(text, i);
            if (c < 0xD800 || c > 0xDFFF) {
                throw CodecException.encode(encoding, text, start, end, reason);
            }
            if (width == Width.UTF8) {
                out[at++] = (byte) (0xE0 | c >> 12);
                out[at++] = (byte) (0x80 | c >> 6 & 0x3F);
                out[at++] = (byte) (0x80 | c & 0x3F);
            } else {
                for (int b = 0; b < width.bytes; b++) {
                    final int shift = 8 * (width.bigEndian ? width.bytes - 1 - b : b);
                    out[at++] = (byte) (c >>> shift);
                }
            }
        }
        return new Fix(out, end);
    }

    /** A handler for code that has a builder at hand: appends the replacement of a decoding error. */
    static int append(final StrBuilder out, final Fix fix) {
        out.append(fix.replacement());
        return fix.position();
    }
}
