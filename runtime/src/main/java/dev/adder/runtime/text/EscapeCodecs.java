package dev.adder.runtime.text;

import dev.adder.language.text.Quote;
import dev.adder.language.text.Str;
import dev.adder.language.text.StrBuilder;
import dev.adder.language.text.TextException;
import dev.adder.language.text.UniNames;

/** The codecs that write characters as backslash escapes: unicode_escape, raw_unicode_escape, and escape for bytes. */
public final class EscapeCodecs {
    private EscapeCodecs() {
    }

    // ---- unicode_escape

    public static byte[] encodeUnicode(final Object text) {
        final StringBuilder out = new StringBuilder();
        for (int i = 0, n = Str.length(text); i < n; i++) {
            final int c = Str.codePointAt(text, i);
            switch (c) {
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\\' -> out.append("\\\\");
                default -> {
                    if (c >= ' ' && c < 127) {
                        out.append((char) c);
                    } else {
                        Quote.appendHex(out, c);
                    }
                }
            }
        }
        return ByteText.bytes(out.toString());
    }

    /**
     * Decodes; unless {@code last}, an unfinished escape at the end is left. The first invalid escape is reported in
     * {@link Escaped#invalid}, as the code behind its backslash, or -1.
     */
    public static Escaped decodeUnicode(final byte[] in, final CodecErrors errors, final boolean last) {
        return new UnicodeDecoder(in, errors, last).run();
    }

    /**
     * A decoded text or byte string.
     *
     * @param invalid the character behind the backslash of the first unknown escape, the value of the first octal escape
     *     beyond 0o377, or -1
     */
    public record Escaped(Object result, int consumed, int invalid) {
    }

    private static final class UnicodeDecoder {
        private byte[] in;
        private final CodecErrors errors;
        private final boolean last;
        private final int given;
        private final StrBuilder out;
        private int at;
        private int invalid = -1;

        UnicodeDecoder(final byte[] in, final CodecErrors errors, final boolean last) {
            this.in = in;
            this.given = in.length;
            this.errors = errors;
            this.last = last;
            this.out = new StrBuilder(in.length);
        }

        Escaped run() {
            while (at < in.length) {
                if (in[at] != '\\') {
                    out.append(in[at++] & 0xFF);
                } else if (!escape()) {
                    break;
                }
            }
            // All of the input is used up at the end, even if a handler put other bytes in its place.
            return new Escaped(out.build(), at >= in.length ? given : at, invalid);
        }

        /** Decodes the escape at the position; false if it is to be left for later. */
        private boolean escape() {
            final int start = at;
            if (start + 1 >= in.length) {
                return bad(start, in.length, "\\ at end of string", true);
            }
            final int c = in[start + 1] & 0xFF;
            at = start + 2;
            switch (c) {
                case '\n' -> { }
                case '\\', '\'', '"' -> out.append(c);
                case 'b' -> out.append('\b');
                case 't' -> out.append('\t');
                case 'n' -> out.append('\n');
                case 'r' -> out.append('\r');
                case 'f' -> out.append('\f');
                case 'v' -> out.append(0x0B);
                case 'a' -> out.append(0x07);
                case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(c - '0');
                case 'x' -> {
                    return hex(start, 2, "truncated \\xXX escape");
                }
                case 'u' -> {
                    return hex(start, 4, "truncated \\uXXXX escape");
                }
                case 'U' -> {
                    return hex(start, 8, "truncated \\UXXXXXXXX escape");
                }
                case 'N' -> {
                    return name(start);
                }
                default -> {
                    if (invalid < 0) {
                        invalid = c;
                    }
                    out.append('\\').append(c);
                }
            }
            return true;
        }

        private void octal(final int first) {
            int value = first;
            for (int i = 0; i < 2 && at < in.length && in[at] >= '0' && in[at] <= '7'; i++) {
                value = value * 8 + in[at++] - '0';
            }
            if (value > 0377 && invalid < 0) {
                invalid = value;
            }
            out.append(value);
        }

        private boolean hex(final int start, final int digits, final String message) {
            int c = 0;
            int i = 0;
            while (i < digits && at < in.length && digit(in[at]) >= 0) {
                c = c << 4 | digit(in[at++]);
                i++;
            }
            if (i < digits) {
                return bad(start, at, message, at >= in.length);
            }
            if (c < 0 || c > 0x10FFFF) {
                return bad(start, at, "illegal Unicode character", false);
            }
            out.append(c);
            return true;
        }

        private boolean name(final int start) {
            final String message = "malformed \\N character escape";
            if (at >= in.length) {
                return bad(start, at, message, true);
            }
            if (in[at] == '{') {
                int end = at + 1;
                while (end < in.length && in[end] != '}') {
                    end++;
                }
                if (end >= in.length) {
                    at = end;
                    return bad(start, end, message, true);
                }
                if (end > at + 1) {
                    final Object found = UniNames.lookup(ByteText.of(java.util.Arrays.copyOfRange(in, at + 1, end)),
                            false);
                    at = end + 1;
                    if (found == null) {
                        return bad(start, at, "unknown Unicode character name", false);
                    }
                    out.append(found);
                    return true;
                }
                at = end;
                return bad(start, at + 1, message, false);
            }
            return bad(start, at, message, false);
        }

        private boolean bad(final int start, final int end, final String message, final boolean unfinished) {
            if (unfinished && !last) {
                at = start;
                return false;
            }
            final CodecErrors.Fix fix = errors.decode("unicodeescape", in, start, end, message);
            in = fix.inputOr(in);
            at = BuiltinErrors.append(out, fix);
            return true;
        }
    }

    private static int digit(final byte b) {
        return b < 0 ? -1 : Character.digit(b, 16);
    }

    // ---- raw_unicode_escape

    public static byte[] encodeRaw(final Object text) {
        final StringBuilder out = new StringBuilder();
        for (int i = 0, n = Str.length(text); i < n; i++) {
            final int c = Str.codePointAt(text, i);
            if (c < 256) {
                out.append((char) c);
            } else {
                Quote.appendHex(out, c);
            }
        }
        return ByteText.bytes(out.toString());
    }

    public static Decoded decodeRaw(final byte[] given, final CodecErrors errors, final boolean last) {
        byte[] in = given;
        final StrBuilder out = new StrBuilder(in.length);
        int at = 0;
        while (at < in.length) {
            if (in[at] != '\\') {
                out.append(in[at++] & 0xFF);
                continue;
            }
            if (at + 1 >= in.length) {
                if (!last) {
                    break;
                }
                out.append('\\');
                at++;
                continue;
            }
            final int kind = in[at + 1];
            if (kind != 'u' && kind != 'U') {
                out.append('\\').append(kind & 0xFF);
                at += 2;
                continue;
            }
            final int digits = kind == 'u' ? 4 : 8;
            int end = at + 2;
            int c = 0;
            while (end < in.length && end < at + 2 + digits && digit(in[end]) >= 0) {
                c = c << 4 | digit(in[end++]);
            }
            if (end < at + 2 + digits) {
                if (end >= in.length && !last) {
                    break;
                }
                final CodecErrors.Fix fix = errors.decode("rawunicodeescape", in, at, end,
                        kind == 'u' ? "truncated \\uXXXX escape" : "truncated \\UXXXXXXXX escape");
                in = fix.inputOr(in);
                at = BuiltinErrors.append(out, fix);
            } else if (c < 0 || c > 0x10FFFF) {
                final CodecErrors.Fix fix =
                        errors.decode("rawunicodeescape", in, at, end, "\\Uxxxxxxxx out of range");
                in = fix.inputOr(in);
                at = BuiltinErrors.append(out, fix);
            } else {
                out.append(c);
                at = end;
            }
        }
        return new Decoded(out.build(), at);
    }

    // ---- escape: bytes to bytes

    public static byte[] encodeBytes(final byte[] in) {
        final StringBuilder out = new StringBuilder();
        for (final byte b : in) {
            switch (b) {
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\\' -> out.append("\\\\");
                case '\'' -> out.append("\\'");
                default -> {
                    if (b >= ' ' && b < 127) {
                        out.append((char) b);
                    } else {
                        Quote.appendHex(out, b & 0xFF);
                    }
                }
            }
        }
        return ByteText.bytes(out.toString());
    }

    /** {@code errors} is strict, replace or ignore. The result is a {@code byte[]}. */
    public static Escaped decodeBytes(final byte[] in, final String errors) {
        final ByteSink out = new ByteSink(in.length);
        int invalid = -1;
        int at = 0;
        while (at < in.length) {
            if (in[at] != '\\') {
                out.add(in[at++]);
                continue;
            }
            if (at + 1 >= in.length) {
                throw TextException.valueError("Trailing \\ in string");
            }
            final int start = at;
            final int c = in[at + 1] & 0xFF;
            at += 2;
            switch (c) {
                case '\n' -> { }
                case '\\', '\'', '"' -> out.add(c);
                case 'b' -> out.add('\b');
                case 't' -> out.add('\t');
                case 'n' -> out.add('\n');
                case 'r' -> out.add('\r');
                case 'f' -> out.add('\f');
                case 'v' -> out.add(0x0B);
                case 'a' -> out.add(0x07);
                case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                    int value = c - '0';
                    for (int i = 0; i < 2 && at < in.length && in[at] >= '0' && in[at] <= '7'; i++) {
                        value = value * 8 + in[at++] - '0';
                    }
                    if (value > 0377 && invalid < 0) {
                        invalid = value;
                    }
                    out.add(value);
                }
                case 'x' -> {
                    if (at + 1 < in.length && digit(in[at]) >= 0 && digit(in[at + 1]) >= 0) {
                        out.add(digit(in[at]) << 4 | digit(in[at + 1]));
                        at += 2;
                    } else {
                        badByte(out, errors, start);
                        if (at < in.length && digit(in[at]) >= 0) {
                            at++;
                        }
                    }
                }
                default -> {
                    if (invalid < 0) {
                        invalid = c;
                    }
                    out.add('\\');
                    at--;
                }
            }
        }
        return new Escaped(out.toArray(), in.length, invalid);
    }

    private static void badByte(final ByteSink out, final String errors, final int start) {
        switch (errors) {
            case "strict" -> throw TextException.valueError("invalid \\x escape at position " + start);
            case "replace" -> out.add('?');
            case "ignore" -> { }
            default -> throw TextException.valueError("decoding error; unknown error handling code: " + errors);
        }
    }
}
