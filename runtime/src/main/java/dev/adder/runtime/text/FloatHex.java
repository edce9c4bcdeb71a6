package dev.adder.runtime.text;

import dev.adder.language.text.Chars;
import dev.adder.language.text.Str;
import dev.adder.language.text.TextException;

/** {@code float.hex} and {@code float.fromhex} (CPython: Objects/floatobject.c). */
public final class FloatHex {
    private static final String INVALID = "invalid hexadecimal floating-point string";
    private static final String TOO_LARGE = "hexadecimal value too large to represent as a float";

    private FloatHex() {
    }

    public static String print(final double x) {
        if (Double.isNaN(x) || Double.isInfinite(x)) {
            return Double.isNaN(x) ? "nan" : x > 0 ? "inf" : "-inf";
        }
        final long bits = Double.doubleToRawLongBits(x);
        final long mantissa = bits & (1L << 52) - 1;
        final int biased = (int) (bits >>> 52) & 0x7FF;
        final String sign = bits < 0 ? "-" : "";
        if (mantissa == 0 && biased == 0) {
            return sign.concat("0x0.0p+0");
        }
        final int exponent = Math.max(biased, 1) - 1023;
        final String digits = Long.toHexString(mantissa);
        return sign + (biased == 0 ? "0x0." : "0x1.") + "0".repeat(13 - digits.length()) + digits
                + (exponent < 0 ? "p" : "p+") + exponent;
    }

    public static double parse(final Object text) {
        if (!Str.isAscii(text)) {
            throw TextException.valueError(INVALID);
        }
        final String s = strip((String) text);
        int at = 0;
        boolean negative = false;
        if (!s.isEmpty() && (s.charAt(0) == '-' || s.charAt(0) == '+')) {
            negative = s.charAt(0) == '-';
            at = 1;
        }
        final double size = word(s, at);
        final double value = size == size && size == 0 ? digits(s, at) : size;
        return negative ? -value : value;
    }

    private static String strip(final String s) {
        int start = 0;
        int end = s.length();
        while (start < end && Chars.isSpace(s.charAt(start)) && s.charAt(start) < 0x1C | s.charAt(start) == ' ') {
            start++;
        }
        while (end > start && Chars.isSpace(s.charAt(end - 1)) && s.charAt(end - 1) < 0x1C | s.charAt(end - 1) == ' ') {
            end--;
        }
        return s.substring(start, end);
    }

    /** Infinity or NaN if the rest says so, else 0. */
    private static double word(final String s, final int at) {
        final String rest = s.substring(at);
        if (rest.equalsIgnoreCase("inf") || rest.equalsIgnoreCase("infinity")) {
            return Double.POSITIVE_INFINITY;
        }
        return rest.equalsIgnoreCase("nan") ? Double.NaN : 0;
    }

    // Digits are gathered in 61 bits with a sticky bit below; the exponent takes up the rest. One rounding at the end.
    private static double digits(final String s, final int start) {
        int at = start;
        if (s.startsWith("0x", at) || s.startsWith("0X", at)) {
            at += 2;
        }
        long mantissa = 0;
        boolean sticky = false;
        long exponent = 0;
        int count = 0;
        boolean point = false;
        for (; at < s.length(); at++) {
            final char c = s.charAt(at);
            if (c == '.' && !point) {
                point = true;
                continue;
            }
            final int digit = Character.digit(c, 16);
            if (digit < 0) {
                break;
            }
            count++;
            if (mantissa >>> 56 == 0) {
                mantissa = mantissa << 4 | digit;
                exponent -= point ? 4 : 0;
            } else {
                sticky |= digit != 0;
                exponent += point ? 0 : 4;
            }
        }
        if (count == 0) {
            throw TextException.valueError(INVALID);
        }
        if (at < s.length()) {
            exponent += exponent(s, at);
        }
        return compose(mantissa, sticky, exponent);
    }

    private static long exponent(final String s, final int from) {
        int at = from;
        if (s.charAt(at) != 'p' && s.charAt(at) != 'P') {
            throw TextException.valueError(INVALID);
        }
        at++;
        boolean negative = false;
        if (at < s.length() && (s.charAt(at) == '-' || s.charAt(at) == '+')) {
            negative = s.charAt(at) == '-';
            at++;
        }
        if (at == s.length()) {
            throw TextException.valueError(INVALID);
        }
        long value = 0;
        for (; at < s.length(); at++) {
            final char c = s.charAt(at);
            if (c < '0' || c > '9') {
                throw TextException.valueError(INVALID);
            }
            value = Math.min(value * 10 + c - '0', 1L << 60);
        }
        return negative ? -value : value;
    }

    private static double compose(final long mantissa, final boolean sticky, final long exponent) {
        if (mantissa == 0) {
            return 0.0;
        }
        final int length = 64 - Long.numberOfLeadingZeros(mantissa);
        final long top = length + exponent;
        if (top < -1075) {
            return 0.0;
        }
        if (top > 1024) {
            throw TextException.overflowError(TOO_LARGE);
        }
        // Bits that do not fit: beyond 53, more for subnormals.
        final int drop = (int) Math.max(length - 53, -1074 - exponent);
        long kept = mantissa;
        int scale = (int) exponent;
        if (drop > 0) {
            final long rest = drop >= 64 ? mantissa : mantissa & (1L << drop) - 1;
            kept = drop >= 64 ? 0 : mantissa >>> drop;
            final long half = drop > 63 ? Long.MAX_VALUE : 1L << drop - 1;
            if (rest > half || rest == half && (sticky || (kept & 1) != 0)) {
                kept++;
            }
            scale += drop;
        }
        final double value = Math.scalb((double) kept, scale);
        if (Double.isInfinite(value)) {
            throw TextException.overflowError(TOO_LARGE);
        }
        return value;
    }
}
