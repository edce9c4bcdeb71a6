package dev.adder.language.parser;

import dev.adder.language.text.Str;

/** UTF-8 as Python sees it: strict, one code point a character. */
final class Utf8 {
    private Utf8() {
    }

    /** A text (String or WideStr) from valid UTF-8. */
    @SuppressWarnings("deprecation")
    static Object decode(byte[] b, int from, int to) {
        int i = from;
        while (i < to && b[i] >= 0) {
            i++;
        }
        if (i == to) {
            // The deprecated constructor is the one that makes a Latin-1 String by a plain copy.
            return new String(b, 0, from, to - from);
        }
        int[] points = new int[to - from];
        int n = 0;
        for (i = from; i < to;) {
            int c = codePoint(b, i);
            points[n++] = c;
            i += width(c);
        }
        return Str.of(points, 0, n);
    }

    /** As {@link #decode}, with U+FFFD for each malformed part. */
    static Object decodeReplacing(byte[] b, int from, int to) {
        int[] points = new int[to - from];
        int n = 0;
        for (int i = from; i < to;) {
            int width = b[i] >= 0 ? 1 : validLength(b, i, to);
            points[n++] = width > 0 ? codePoint(b, i) : 0xfffd;
            i += Math.abs(width);
        }
        return Str.of(points, 0, n);
    }

    static Object decodeCopy(byte[] b) {
        return decode(b, 0, b.length);
    }

    static int codePoint(byte[] b, int i) {
        int c = b[i];
        if (c >= 0) {
            return c;
        }
        if ((c & 0xe0) == 0xc0) {
            return (c & 0x1f) << 6 | b[i + 1] & 0x3f;
        }
        if ((c & 0xf0) == 0xe0) {
            return (c & 0x0f) << 12 | (b[i + 1] & 0x3f) << 6 | b[i + 2] & 0x3f;
        }
        return (c & 0x07) << 18 | (b[i + 1] & 0x3f) << 12 | (b[i + 2] & 0x3f) << 6 | b[i + 3] & 0x3f;
    }

    static int width(int codePoint) {
        return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }

    static boolean isStart(int b) {
        return b >= 0xc2 && b <= 0xf4;
    }

    /** The length of the character at {@code i}, or minus the number of bytes that belong to a malformed one. */
    static int validLength(byte[] b, int i, int end) {
        int c = b[i] & 0xff;
        if (!isStart(c)) {
            return -1;
        }
        int n = c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
        int low = c == 0xe0 ? 0xa0 : c == 0xf0 ? 0x90 : 0x80;
        int high = c == 0xed ? 0x9f : c == 0xf4 ? 0x8f : 0xbf;
        for (int k = 1; k < n; k++) {
            int next = i + k < end ? b[i + k] & 0xff : 0;
            if (next < low || next > high) {
                return -k;
            }
            low = 0x80;
            high = 0xbf;
        }
        return n;
    }

    /** Whether the text ends within the character at {@code i}. */
    static boolean isTruncated(byte[] b, int i) {
        int c = b[i] & 0xff;
        return isStart(c) && i + -validLength(b, i, b.length) >= b.length;
    }
}
