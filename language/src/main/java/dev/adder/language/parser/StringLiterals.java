package dev.adder.language.parser;

import dev.adder.language.text.Str;
import java.util.Arrays;

/**
 * Escape sequences of string and bytes literals, as CPython's {@code _PyUnicode_DecodeUnicodeEscapeInternal2} and
 * {@code _PyBytes_DecodeEscape2} read them.
 */
final class StringLiterals {
    /** What an undecodable literal says; thrown by {@link #decode}. */
    static final class BadLiteral extends RuntimeException {
        private static final long serialVersionUID = 1;

        BadLiteral(String message) {
            super(message, null, false, false);
        }
    }

    /** The message of a warning about the first invalid escape, or null; set by a decoder. */
    String warning;
    /** Where in the source that escape's backslash stands. */
    int warningAt;

    /** The text of a bad escape's warning. */
    static String badEscape(int c, boolean octal) {
        String e = octal ? Integer.toOctalString(c) : Character.toString(c);
        return "\"\\" + e + "\" is an invalid " + (octal ? "octal " : "") + "escape sequence. Such sequences will not work"
                + " in the future. Did you mean \"\\\\" + e + "\"? A raw string is also an option.";
    }

    private void warnOnce(int c, boolean octal, int at) {
        if (warning == null) {
            warningAt = at;
            warning = badEscape(c, octal);
        }
    }

    private int[] points = new int[64];
    private int n;

    private void put(int c) {
        if (n == points.length) {
            points = Arrays.copyOf(points, n * 2);
        }
        points[n++] = c;
    }

    /** The text of a str literal's inside. */
    Object decode(byte[] s, int from, int to, boolean raw) {
        int i = from;
        while (i < to && s[i] != '\\') {
            i++;
        }
        if (raw || i == to) {
            return Utf8.decode(s, from, to);
        }
        n = 0;
        for (i = from; i < to;) {
            int c = s[i];
            if (c != '\\') {
                c = Utf8.codePoint(s, i);
                put(c);
                i += Utf8.width(c);
            } else {
                i = escape(s, i + 1, to, from);
            }
        }
        return Str.of(points, 0, n);
    }

    /** Decodes the escape whose backslash stands before {@code i}; the offset after it. */
    private int escape(byte[] s, int i, int to, int from) {
        if (i >= to || s[i] < 0) {
            // At the end of an f-string's literal part, or before what is not ASCII: a plain backslash.
            put('\\');
            return i;
        }
        int c = s[i];
        switch (c) {
            case '\n' -> { }
            case '\\', '\'', '"' -> put(c);
            case 'b' -> put('\b');
            case 'f' -> put('\f');
            case 't' -> put('\t');
            case 'n' -> put('\n');
            case 'r' -> put('\r');
            case 'v' -> put(11);
            case 'a' -> put(7);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                return octal(s, i, to);
            }
            case 'x' -> {
                return hex(s, i, to, 2, "truncated \\xXX escape", from);
            }
            case 'u' -> {
                return hex(s, i, to, 4, "truncated \\uXXXX escape", from);
            }
            case 'U' -> {
                return hex(s, i, to, 8, "truncated \\UXXXXXXXX escape", from);
            }
            case 'N' -> {
                return named(s, i, to, from);
            }
            default -> {
                warnOnce(c, false, i - 1);
                put('\\');
                put(c);
            }
        }
        return i + 1;
    }

    private int octal(byte[] s, int from, int to) {
        int i = from;
        int v = 0;
        while (i < to && i < from + 3 && s[i] >= '0' && s[i] <= '7') {
            v = v * 8 + s[i++] - '0';
        }
        if (v > 0xff) {
            warnOnce(v, true, from - 1);
        }
        put(v);
        return i;
    }

    private int hex(byte[] s, int letter, int to, int digits, String message, int from) {
        int v = 0;
        int i = letter + 1;
        for (int k = 0; k < digits; k++, i++) {
            int d = i < to ? Character.digit(s[i], 16) : -1;
            if (d < 0) {
                throw bad(s, letter - 1, i - 1, from, message);
            }
            v = v << 4 | d;
        }
        if (v < 0 || v > 0x10ffff) {
            throw bad(s, letter - 1, i - 1, from, "illegal Unicode character");
        }
        put(v);
        return i;
    }

    private int named(byte[] s, int letter, int to, int from) {
        int i = letter + 1;
        if (i < to && s[i] == '{') {
            int close = i + 1;
            while (close < to && s[close] != '}') {
                close++;
            }
            if (close < to && close > i + 1) {
                int c = CharacterNames.find(s, i + 1, close);
                if (c < 0) {
                    throw bad(s, letter - 1, close, from, "unknown Unicode character name");
                }
                put(c);
                return close + 1;
            }
            // CPython's position: an empty or unclosed name ends where its scan stopped.
            throw bad(s, letter - 1, close < to ? close : to - 1, from, "malformed \\N character escape");
        }
        throw bad(s, letter - 1, letter, from, "malformed \\N character escape");
    }

    private static BadLiteral bad(byte[] s, int first, int last, int from, String reason) {
        // CPython re-encodes what is not ASCII as ten characters each (\\UXXXXXXXX) before decoding.
        int a = escapedOffset(s, from, first);
        int b = escapedOffset(s, from, last + 1) - 1;
        String where = a == b ? "byte 0x5c in position " + a : "bytes in position " + a + "-" + b;
        return new BadLiteral("(unicode error) 'unicodeescape' codec can't decode " + where + ": " + reason);
    }

    private static int escapedOffset(byte[] s, int from, int to) {
        int k = 0;
        for (int i = from; i < to;) {
            int w = Utf8.width(Utf8.codePoint(s, i));
            k += w == 1 ? 1 : 10;
            i += w;
        }
        return k;
    }

    /** The bytes of a bytes literal's inside, which is ASCII. */
    byte[] decodeBytes(byte[] s, int from, int to, boolean raw) {
        if (raw) {
            return Arrays.copyOfRange(s, from, to);
        }
        byte[] out = new byte[to - from];
        int k = 0;
        for (int i = from; i < to;) {
            int c = s[i++];
            if (c != '\\') {
                out[k++] = (byte) c;
                continue;
            }
            c = s[i++];
            switch (c) {
                case '\n' -> { }
                case '\\', '\'', '"' -> out[k++] = (byte) c;
                case 'b' -> out[k++] = '\b';
                case 'f' -> out[k++] = '\f';
                case 't' -> out[k++] = '\t';
                case 'n' -> out[k++] = '\n';
                case 'r' -> out[k++] = '\r';
                case 'v' -> out[k++] = 11;
                case 'a' -> out[k++] = 7;
                case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                    int v = c - '0';
                    for (int d = 0; d < 2 && i < to && s[i] >= '0' && s[i] <= '7'; d++) {
                        v = v * 8 + s[i++] - '0';
                    }
                    if (v > 0xff) {
                        warnOnce(v, true, i - 4);
                    }
                    out[k++] = (byte) v;
                }
                case 'x' -> {
                    int high = i < to ? Character.digit(s[i], 16) : -1;
                    int low = i + 1 < to ? Character.digit(s[i + 1], 16) : -1;
                    if (high < 0 || low < 0) {
                        throw new BadLiteral("(value error) invalid \\x escape at position " + (i - 2 - from));
                    }
                    out[k++] = (byte) (high << 4 | low);
                    i += 2;
                }
                default -> {
                    warnOnce(c, false, i - 2);
                    out[k++] = '\\';
                    out[k++] = (byte) c;
                }
            }
        }
        return k == out.length ? out : Arrays.copyOf(out, k);
    }
}
