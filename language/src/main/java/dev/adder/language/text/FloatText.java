package dev.adder.language.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Floats as decimal text: CPython's {@code PyOS_double_to_string} (Python/pystrtod.c) and {@code round}. Digits are exact
 * for any precision, ties go to even.
 */
public final class FloatText {

    /** {@code '#'}: keep the point and, for {@code g}, the trailing zeros. */
    public static final int ALTERNATE = 1;
    /** Make it look like a float: at least {@code .0}. */
    public static final int ADD_DOT_0 = 2;
    /** A sign for positive values too. */
    public static final int SIGN = 4;

    private static final double[] EXACT_POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    };
    /** From here on, and below the other, {@code Double.toString} and {@code repr} write no exponent. */
    private static final double PLAIN_FROM = 1e-3;
    private static final double PLAIN_BELOW = 1e7;
    private static final int THOUSAND = 1000;
    private static final long[] LONG_POWERS = new long[19];

    static {
        long power = 1;
        for (int i = 0; i < LONG_POWERS.length; i++) {
            LONG_POWERS[i] = power;
            power *= 10;
        }
    }

    /**
     * Decimal digits without trailing zeros, of the value {@code 0.digits * 10^point}; zero is "0" with point 1, and a
     * value that was rounded away has no digits.
     */
    record Digits(String digits, int point) {
    }

    private FloatText() {
    }

    /** {@code repr(x)}: the shortest digits that give the same float again. */
    public static String repr(double x) {
        if (x == (int) x && (x != 0 || Double.doubleToRawLongBits(x) == 0)) {
            return Integer.toString((int) x).concat(".0");
        }
        double magnitude = Math.abs(x);
        if (!(magnitude >= PLAIN_FROM && magnitude < PLAIN_BELOW)) {
            return format(x, 'r', 0, ADD_DOT_0);
        }
        // The JDK gives the shortest digits, but never fewer than two: one before and one behind the point.
        String few = fewDecimals(x);
        return few != null ? few : Double.toString(x);
    }

    /**
     * The text of a value of at most three decimals and fifteen digits; null for others. A decimal of so few digits that
     * gives the float is the shortest that does, since no two of them give the same. Four times as fast as the JDK's way.
     */
    private static String fewDecimals(double x) {
        long thousandths = Math.round(x * THOUSAND);
        if (thousandths / (double) THOUSAND != x) {
            return null;
        }
        long size = Math.abs(thousandths);
        int fraction = (int) (size % THOUSAND);
        StringBuilder out = new StringBuilder(16);
        if (x < 0) {
            out.append('-');
        }
        out.append(size / THOUSAND).append('.').append((char) ('0' + fraction / 100));
        if (fraction % 100 != 0) {
            out.append((char) ('0' + fraction / 10 % 10));
            if (fraction % 10 != 0) {
                out.append((char) ('0' + fraction % 10));
            }
        }
        return out.toString();
    }

    /**
     * The text of {@code x} in the form {@code e E f F g G} with this precision, or {@code r} (shortest, precision
     * ignored); {@code flags} are {@link #ALTERNATE}, {@link #ADD_DOT_0}, {@link #SIGN}.
     */
    public static String format(double x, char code, int precision, int flags) {
        boolean negative = Double.doubleToRawLongBits(x) < 0;
        boolean upper = code == 'E' || code == 'F' || code == 'G';
        char form = upper ? (char) (code + 32) : code;
        if (Double.isNaN(x) || Double.isInfinite(x)) {
            return special(x, upper, (flags & SIGN) != 0);
        }
        StringBuilder out = new StringBuilder(24);
        if (negative) {
            out.append('-');
        } else if ((flags & SIGN) != 0) {
            out.append('+');
        }
        double magnitude = Math.abs(x);
        boolean alternate = (flags & ALTERNATE) != 0;
        boolean addDot0 = (flags & ADD_DOT_0) != 0;
        switch (form) {
            case 'f' -> {
                if (!appendFixedFast(out, magnitude, precision, alternate)) {
                    appendPositional(out, fixed(magnitude, precision), precision, alternate);
                }
            }
            case 'e' -> appendExponent(out, significant(magnitude, precision + 1), precision, alternate, upper);
            case 'g' -> {
                int p = Math.max(precision, 1);
                Digits d = significant(magnitude, p);
                if (d.point <= -4 || d.point > p - (addDot0 ? 1 : 0)) {
                    int fraction = alternate ? p - 1 : d.digits.length() - 1;
                    appendExponent(out, d, fraction, alternate, upper);
                } else {
                    int fraction = Math.max(0, (alternate ? p : d.digits.length()) - d.point);
                    appendPositional(out, d, addDot0 ? Math.max(fraction, 1) : fraction, alternate);
                }
            }
            case 'r' -> {
                Digits d = shortest(magnitude);
                if (d.point <= -4 || d.point > 16) {
                    appendExponent(out, d, d.digits.length() - 1, alternate, false);
                } else {
                    int fraction = Math.max(0, d.digits.length() - d.point);
                    appendPositional(out, d, addDot0 ? Math.max(fraction, 1) : fraction, alternate);
                }
            }
            default -> throw new IllegalArgumentException("float format " + code);
        }
        return out.toString();
    }

    private static String special(double x, boolean upper, boolean sign) {
        String word = Double.isNaN(x) ? upper ? "NAN" : "nan" : upper ? "INF" : "inf";
        if (x == Double.NEGATIVE_INFINITY) {
            return "-".concat(word);
        }
        return sign ? "+".concat(word) : word;
    }

    private static void appendPositional(StringBuilder out, Digits d, int fraction, boolean alternate) {
        int n = d.digits.length();
        if (d.point <= 0) {
            out.append('0');
        } else {
            out.append(d.digits, 0, Math.min(n, d.point));
            appendZeros(out, d.point - n);
        }
        if (fraction > 0 || alternate) {
            out.append('.');
        }
        int zeros = Math.min(fraction, Math.max(0, -d.point));
        appendZeros(out, zeros);
        int from = Math.min(n, Math.max(0, d.point));
        int shown = Math.max(0, Math.min(n - from, fraction - zeros));
        out.append(d.digits, from, from + shown);
        appendZeros(out, fraction - zeros - shown);
    }

    private static void appendExponent(StringBuilder out, Digits d, int fraction, boolean alternate, boolean upper) {
        appendPositional(out, new Digits(d.digits, 1), fraction, alternate);
        int exponent = d.point - 1;
        out.append(upper ? 'E' : 'e').append(exponent < 0 ? '-' : '+');
        int size = Math.abs(exponent);
        if (size < 10) {
            out.append('0');
        }
        out.append(size);
    }

    private static void appendZeros(StringBuilder out, int count) {
        if (count > 0) {
            out.repeat('0', count);
        }
    }

    // ---- digits

    /** The fewest digits that round to {@code x}, of those the closest (dtoa mode 0). */
    static Digits shortest(double x) {
        if (x == 0) {
            return new Digits("0", 1);
        }
        // Double.toString gives the shortest digits (JDK 19 on), but never fewer than two.
        String s = Double.toString(x);
        int e = s.indexOf('E');
        int dot = s.indexOf('.');
        int mantissaEnd = e < 0 ? s.length() : e;
        Digits d = trim(s.substring(0, dot).concat(s.substring(dot + 1, mantissaEnd)),
                dot + (e < 0 ? 0 : Integer.parseInt(s, e + 1, s.length(), 10)));
        return d.digits.length() == 2 ? oneDigit(x, d) : d;
    }

    private static Digits oneDigit(double x, Digits two) {
        int high = two.digits.charAt(0) - '0';
        boolean up = two.digits.charAt(1) >= '5';
        int digit = up ? high + 1 : high;
        String candidate = digit + "e" + (two.point - 1);
        if (Double.parseDouble(candidate) != x) {
            return two;
        }
        return digit == 10 ? new Digits("1", two.point + 1) : new Digits(String.valueOf((char) ('0' + digit)), two.point);
    }

    /** {@code x} rounded to this many significant digits (dtoa mode 2). */
    static Digits significant(double x, int count) {
        if (x == 0) {
            return new Digits("0", 1);
        }
        BigDecimal exact = new BigDecimal(x);
        BigDecimal rounded = exact.precision() <= count ? exact
                : exact.round(new MathContext(count, RoundingMode.HALF_EVEN));
        return trim(rounded.unscaledValue().toString(), rounded.precision() - rounded.scale());
    }

    /** {@code x} rounded to this many places after the point, which may be negative (dtoa mode 3). */
    static Digits fixed(double x, int places) {
        if (x == 0) {
            return new Digits("0", 1);
        }
        BigDecimal exact = new BigDecimal(x);
        BigDecimal rounded = exact.scale() <= places ? exact : exact.setScale(places, RoundingMode.HALF_EVEN);
        if (rounded.signum() == 0) {
            return new Digits("", -places);
        }
        return trim(rounded.unscaledValue().toString(), rounded.precision() - rounded.scale());
    }

    private static Digits trim(String digits, int point) {
        int start = 0;
        int end = digits.length();
        while (end > 1 && digits.charAt(end - 1) == '0') {
            end--;
        }
        while (start < end - 1 && digits.charAt(start) == '0') {
            start++;
            point--;
        }
        return new Digits(digits.substring(start, end), point);
    }

    /**
     * {@code x * 10^places} rounded half to even, exactly, if 128 bits hold the product and 63 the result; else -1.
     * {@code x} is finite and not negative. Spares the BigDecimal (some 20 times faster) for everyday values.
     */
    private static long scaledFast(double x, int places) {
        if (places < 0 || places >= LONG_POWERS.length) {
            return -1;
        }
        long bits = Double.doubleToRawLongBits(x);
        int biased = (int) (bits >>> 52);
        if (biased == 0) {
            return x == 0 ? 0 : -1;
        }
        long mantissa = bits & (1L << 52) - 1 | 1L << 52;
        int shift = 1075 - biased;
        if (shift <= 0 || shift > 116) {
            return -1;
        }
        long power = LONG_POWERS[places];
        long high = Math.multiplyHigh(mantissa, power);
        long low = mantissa * power;
        long quotient;
        boolean half;
        boolean rest;
        if (shift < 64) {
            if (high >>> shift - 1 != 0) {
                return -1;
            }
            quotient = high << 64 - shift | low >>> shift;
            half = (low >>> shift - 1 & 1) != 0;
            rest = (low & (1L << shift - 1) - 1) != 0;
        } else if (shift == 64) {
            quotient = high;
            half = low < 0;
            rest = low << 1 != 0;
        } else {
            quotient = high >>> shift - 64;
            half = (high >>> shift - 65 & 1) != 0;
            rest = (high & (1L << shift - 65) - 1) != 0 || low != 0;
        }
        if (quotient < 0) {
            return -1;
        }
        return half && (rest || (quotient & 1) != 0) ? quotient + 1 : quotient;
    }

    private static boolean appendFixedFast(StringBuilder out, double x, int places, boolean alternate) {
        long scaled = scaledFast(x, places);
        if (scaled < 0) {
            return false;
        }
        long power = LONG_POWERS[places];
        out.append(scaled / power);
        if (places > 0) {
            out.append('.');
            int before = out.length();
            out.append(scaled % power);
            int missing = places - (out.length() - before);
            for (int i = 0; i < missing; i++) {
                out.insert(before, '0');
            }
        } else if (alternate) {
            out.append('.');
        }
        return true;
    }

    /** {@code round(x, places)} (CPython: double_round). */
    public static double round(double x, int places) {
        // 323 and -308: beyond them every float is unchanged, or zero (floatobject.c NDIGITS_MAX, NDIGITS_MIN).
        if (Double.isNaN(x) || Double.isInfinite(x) || places > 323) {
            return x;
        }
        if (places < -308) {
            return 0.0 * x;
        }
        double magnitude = Math.abs(x);
        long scaled = scaledFast(magnitude, places);
        double rounded;
        if (scaled >= 0 && scaled <= 1L << 53) {
            rounded = scaled / EXACT_POWERS[places];
        } else {
            Digits d = fixed(magnitude, places);
            rounded = d.digits.isEmpty() ? 0
                    : Double.parseDouble("0." + d.digits + "e" + d.point);
            if (Double.isInfinite(rounded)) {
                throw TextException.overflowError("rounded value too large to represent");
            }
        }
        return Math.copySign(rounded, x);
    }
}
