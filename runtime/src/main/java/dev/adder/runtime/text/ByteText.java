package dev.adder.runtime.text;

import dev.adder.language.text.TextException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What bytes do differently from str, on bytes as texts of Latin-1 characters: only ASCII letters have case, only ASCII white
 * space is white (CPython: Objects/bytes_methods.c).
 */
public final class ByteText {
    private ByteText() {
    }

    public static String of(final byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    public static byte[] bytes(final Object text) {
        return ((String) text).getBytes(StandardCharsets.ISO_8859_1);
    }

    public static boolean isSpace(final int c) {
        return c == ' ' || c >= 9 && c <= 13;
    }

    public static boolean isUpper(final int c) {
        return c >= 'A' && c <= 'Z';
    }

    public static boolean isLower(final int c) {
        return c >= 'a' && c <= 'z';
    }

    private static byte lower(final byte b) {
        return isUpper(b) ? (byte) (b + 32) : b;
    }

    private static byte upper(final byte b) {
        return isLower(b) ? (byte) (b - 32) : b;
    }

    public static byte[] lower(final byte[] in) {
        final byte[] out = new byte[in.length];
        for (int i = 0; i < in.length; i++) {
            out[i] = lower(in[i]);
        }
        return out;
    }

    public static byte[] upper(final byte[] in) {
        final byte[] out = new byte[in.length];
        for (int i = 0; i < in.length; i++) {
            out[i] = upper(in[i]);
        }
        return out;
    }

    public static byte[] swapCase(final byte[] in) {
        final byte[] out = new byte[in.length];
        for (int i = 0; i < in.length; i++) {
            out[i] = isUpper(in[i]) ? lower(in[i]) : upper(in[i]);
        }
        return out;
    }

    public static byte[] capitalize(final byte[] in) {
        final byte[] out = lower(in);
        if (out.length > 0) {
            out[0] = upper(out[0]);
        }
        return out;
    }

    public static byte[] title(final byte[] in) {
        final byte[] out = new byte[in.length];
        boolean inWord = false;
        for (int i = 0; i < in.length; i++) {
            out[i] = inWord ? lower(in[i]) : upper(in[i]);
            inWord = isUpper(in[i]) || isLower(in[i]);
        }
        return out;
    }

    /** What can be asked of all bytes. */
    public enum Kind {
        ALPHA, ALNUM, DIGIT, SPACE;

        boolean test(final int c) {
            return switch (this) {
                case ALPHA -> isUpper(c) || isLower(c);
                case ALNUM -> isUpper(c) || isLower(c) || c >= '0' && c <= '9';
                case DIGIT -> c >= '0' && c <= '9';
                case SPACE -> isSpace(c);
            };
        }
    }

    public static boolean all(final byte[] in, final Kind kind) {
        for (final byte b : in) {
            if (!kind.test(b)) {
                return false;
            }
        }
        return in.length > 0;
    }

    public static boolean isAscii(final byte[] in) {
        for (final byte b : in) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether there is a cased letter and all are upper (or lower). */
    public static boolean isCased(final byte[] in, final boolean upper) {
        boolean cased = false;
        for (final byte b : in) {
            if (upper ? isLower(b) : isUpper(b)) {
                return false;
            }
            cased |= upper ? isUpper(b) : isLower(b);
        }
        return cased;
    }

    public static boolean isTitle(final byte[] in) {
        boolean cased = false;
        boolean previous = false;
        for (final byte b : in) {
            if (isUpper(b) && previous || isLower(b) && !previous) {
                return false;
            }
            previous = isUpper(b) || isLower(b);
            cased |= previous;
        }
        return cased;
    }

    public static String strip(final String s, final String characters, final boolean left, final boolean right) {
        int start = 0;
        int end = s.length();
        while (left && start < end && isStripped(s.charAt(start), characters)) {
            start++;
        }
        while (right && end > start && isStripped(s.charAt(end - 1), characters)) {
            end--;
        }
        return s.substring(start, end);
    }

    private static boolean isStripped(final char c, final String characters) {
        return characters == null ? isSpace(c) : characters.indexOf(c) >= 0;
    }

    /** Splits at runs of white space. */
    public static Object[] split(final String s, final long max) {
        final List<Object> pieces = new ArrayList<>();
        final int n = s.length();
        int at = skip(s, 0);
        while (at < n && (max < 0 || pieces.size() < max)) {
            int end = at + 1;
            while (end < n && !isSpace(s.charAt(end))) {
                end++;
            }
            pieces.add(s.substring(at, end));
            at = skip(s, end);
        }
        if (at < n) {
            pieces.add(s.substring(at));
        }
        return pieces.toArray();
    }

    private static int skip(final String s, final int from) {
        int at = from;
        while (at < s.length() && isSpace(s.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Splits at runs of white space from the end. */
    public static Object[] rsplit(final String s, final long max) {
        final List<Object> pieces = new ArrayList<>();
        int end = skipBack(s, s.length());
        while (end > 0 && (max < 0 || pieces.size() < max)) {
            int start = end - 1;
            while (start > 0 && !isSpace(s.charAt(start - 1))) {
                start--;
            }
            pieces.add(s.substring(start, end));
            end = skipBack(s, start);
        }
        if (end > 0) {
            pieces.add(s.substring(0, end));
        }
        return pieces.reversed().toArray();
    }

    private static int skipBack(final String s, final int from) {
        int end = from;
        while (end > 0 && isSpace(s.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** Splits at {@code \n}, {@code \r} and {@code \r\n} only. */
    public static Object[] splitLines(final String s, final boolean keepEnds) {
        final List<Object> pieces = new ArrayList<>();
        final int n = s.length();
        int at = 0;
        while (at < n) {
            int end = at;
            while (end < n && s.charAt(end) != '\n' && s.charAt(end) != '\r') {
                end++;
            }
            int next = Math.min(n, end + 1);
            if (next < n && s.charAt(end) == '\r' && s.charAt(next) == '\n') {
                next++;
            }
            pieces.add(s.substring(at, keepEnds ? next : end));
            at = next;
        }
        return pieces.toArray();
    }

    /** {@code bytes.fromhex}: pairs of digits, ASCII white space between the pairs. */
    public static byte[] fromHex(final String s) {
        final ByteSink out = new ByteSink(s.length() / 2);
        int at = skip(s, 0);
        while (at < s.length()) {
            final int high = hexDigit(s, at);
            final int low = at + 1 < s.length() ? hexDigit(s, at + 1) : -2;
            if (high < 0 || low < 0) {
                throw TextException.valueError(high >= 0 && low == -2
                        ? "fromhex() arg must contain an even number of hexadecimal digits"
                        : "non-hexadecimal number found in fromhex() arg at position " + (high < 0 ? at : at + 1));
            }
            out.add(high << 4 | low);
            at = skip(s, at + 2);
        }
        return out.toArray();
    }

    private static int hexDigit(final String s, final int at) {
        return s.charAt(at) < 128 ? Character.digit(s.charAt(at), 16) : -1;
    }

    /** {@code bytes.hex}: groups of {@code group} bytes between separators, from the right, or from the left if negative. */
    public static String toHex(final byte[] in, final int separator, final int group) {
        final StringBuilder out = new StringBuilder(in.length * 2);
        final int size = Math.abs(group);
        for (int i = 0; i < in.length; i++) {
            final int before = group < 0 ? i : in.length - i;
            if (separator >= 0 && size > 0 && i > 0 && before % size == 0) {
                out.append((char) separator);
            }
            out.append(Character.forDigit(in[i] >> 4 & 0xF, 16)).append(Character.forDigit(in[i] & 0xF, 16));
        }
        return out.toString();
    }
}
