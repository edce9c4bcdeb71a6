package dev.adder.runtime.text;

import dev.adder.language.text.FloatText;
import dev.adder.runtime.objects.PyTuple;

/**
 * {@code format(value, spec)} and {@code text % values} for the forms that programs use all the time: an int in decimal or
 * hexadecimal, a float in {@code f}, a text; filled up to a width. One pass over the format, no object but the result.
 * Whatever else occurs, an error above all, gives null: {@link Formatting} and {@link PercentFormat} decide then.
 */
public final class QuickFormat {
    /** Wider or more precise is left to others. */
    private static final int MOST = 999;
    private static final int DEFAULT_PRECISION = 6;
    private static final int NO_TYPE = -1;
    /** Of a long. */
    private static final int MOST_DIGITS = 19;

    private QuickFormat() {
    }

    // ---- format()

    /** The text, or null if it is not among the usual forms. */
    public static String format(final Object value, final String spec) {
        final int n = spec.length();
        int i = 0;
        char fill = ' ';
        char align = 0;
        if (n > 1 && isAlign(spec.charAt(1))) {
            fill = spec.charAt(0);
            align = spec.charAt(1);
            i = 2;
        } else if (n > 0 && isAlign(spec.charAt(0))) {
            align = spec.charAt(0);
            i = 1;
        }
        boolean zeros = false;
        if (i < n && spec.charAt(i) == '0') {
            if (align != 0) {
                return null;
            }
            zeros = true;
            i++;
        }
        int width = 0;
        while (i < n && isDigit(spec.charAt(i)) && width <= MOST) {
            width = width * 10 + spec.charAt(i++) - '0';
        }
        int precision = -1;
        if (i < n && spec.charAt(i) == '.') {
            i++;
            if (i == n || !isDigit(spec.charAt(i))) {
                return null;
            }
            precision = 0;
            while (i < n && isDigit(spec.charAt(i)) && precision <= MOST) {
                precision = precision * 10 + spec.charAt(i++) - '0';
            }
        }
        final int type = i < n ? spec.charAt(i++) : NO_TYPE;
        if (i < n || width > MOST || precision > MOST) {
            return null;
        }
        final String body = body(value, type, precision);
        if (body == null || zeros && value instanceof String) {
            return null;
        }
        final int pad = width - body.length();
        if (pad <= 0) {
            return body;
        }
        final StringBuilder out = new StringBuilder(width);
        if (zeros) {
            zeroPadded(out, body, pad);
            return out.toString();
        }
        final char side = align != 0 ? align : value instanceof String ? '<' : '>';
        final int left = side == '>' ? pad : side == '^' ? pad / 2 : 0;
        out.repeat(fill, left).append(body).repeat(fill, pad - left);
        return out.toString();
    }

    private static boolean isAlign(final char c) {
        return c == '<' || c == '>' || c == '^';
    }

    private static boolean isDigit(final char c) {
        return c >= '0' && c <= '9';
    }

    private static String body(final Object value, final int type, final int precision) {
        if (value instanceof Long n) {
            return precision >= 0 ? null
                    : type == NO_TYPE || type == 'd' ? Long.toString(n) : type == 'x' ? hex(n) : null;
        }
        if (value instanceof Double x) {
            return type == 'f' ? fixed(x, precision) : null;
        }
        if (value instanceof String s) {
            return type != NO_TYPE && type != 's' ? null
                    : precision >= 0 && precision < s.length() ? s.substring(0, precision) : s;
        }
        return null;
    }

    private static String hex(final long n) {
        return n == Long.MIN_VALUE ? null : n < 0 ? "-".concat(Long.toHexString(-n)) : Long.toHexString(n);
    }

    private static String fixed(final double x, final int precision) {
        return Math.abs(x) <= Double.MAX_VALUE
                ? FloatText.format(x, 'f', precision < 0 ? DEFAULT_PRECISION : precision, 0) : null;
    }

    private static void zeroPadded(final StringBuilder out, final String number, final int pad) {
        final int sign = number.charAt(0) == '-' ? 1 : 0;
        out.append(number, 0, sign).repeat('0', pad).append(number, sign, number.length());
    }

    // ---- %

    /** {@code format % right}, or null if it is not among the usual forms. */
    public static String percent(final String format, final Object right) {
        final Object[] items = right instanceof PyTuple t && t.shape.type == PyTuple.TYPE ? t.items() : null;
        if (items == null && !(right instanceof Long || right instanceof Double || right instanceof String)) {
            return null;
        }
        final PercentPlan plan = PercentPlan.of(format);
        if (plan.texts == null || plan.conversions.length != (items == null ? 1 : items.length)) {
            return null;
        }
        return items != null ? write(plan, items) : write(plan, new Object[] {right});
    }

    private static String write(final PercentPlan plan, final Object[] values) {
        int room = plan.room;
        for (final Object value : values) {
            if (value instanceof String s) {
                room += s.length();
            }
        }
        final StringBuilder out = new StringBuilder(room).append(plan.texts[0]);
        for (int i = 0; i < values.length; i++) {
            if (!write(out, plan.conversions[i], values[i])) {
                return null;
            }
            out.append(plan.texts[i + 1]);
        }
        return out.toString();
    }

    private static boolean write(final StringBuilder out, final PercentPlan.Conversion c, final Object value) {
        if (c.isPlain()) {
            if (c.code() == 's' && value instanceof String s) {
                out.append(s);
                return true;
            }
            if (value instanceof Long n && (c.code() == 'd' || c.code() == 's')) {
                out.append((long) n);
                return true;
            }
        } else if (c.zeros() && c.code() == 'd' && c.precision() < 0 && value instanceof Long n && n >= 0) {
            zeroPadded(out, n, c.width());
            return true;
        }
        final String body = converted(c.code(), value, c.precision());
        if (body == null) {
            return false;
        }
        final int pad = c.width() - body.length();
        if (pad <= 0) {
            out.append(body);
        } else if (c.left()) {
            out.append(body).repeat(' ', pad);
        } else if (c.zeros() && c.code() != 's') {
            zeroPadded(out, body, pad);
        } else {
            out.repeat(' ', pad).append(body);
        }
        return true;
    }

    /** A number that is not negative, with zeros before it up to the width. */
    private static void zeroPadded(final StringBuilder out, final long number, final int width) {
        long bound = 10;
        int digits = 1;
        while (number >= bound && digits < MOST_DIGITS) {
            bound *= 10;
            digits++;
        }
        for (int i = digits; i < width; i++) {
            out.append('0');
        }
        out.append(number);
    }

    private static String converted(final char code, final Object value, final int precision) {
        return switch (code) {
            case 'd', 'x' -> value instanceof Long ? body(value, code, precision) : null;
            case 'f' -> value instanceof Double ? body(value, code, precision) : null;
            case 's' -> value instanceof String ? body(value, code, precision)
                    : value instanceof Long n && precision < 0 ? n.toString() : null;
            default -> null;
        };
    }
}
