package dev.adder.language.ast;

import dev.adder.language.text.Str;

/** Python's {@code repr} of constants, for listings. */
public final class ConstantRepr {
    private ConstantRepr() {
    }

    /** {@code repr} of a float: the shortest digits that read back, in Python's choice of notation. */
    public static String of(double d) {
        if (Double.isNaN(d)) {
            return "nan";
        }
        if (Double.isInfinite(d)) {
            return d > 0 ? "inf" : "-inf";
        }
        String digits = shortest(d, true);
        return digits;
    }

    public static String of(Const.ComplexConst c) {
        String im = Double.isInfinite(c.im()) || Double.isNaN(c.im()) ? of(c.im()) : shortest(c.im(), false);
        if (c.re() == 0 && 1 / c.re() > 0) {
            return im + "j";
        }
        String re = shortest(c.re(), false);
        return "(" + re + (im.startsWith("-") ? "" : "+") + im + "j)";
    }

    /** From Java's digits (also the shortest, since JDK 19) to Python's layout. */
    private static String shortest(double d, boolean pointZero) {
        String java = Double.toString(Math.abs(d));
        int e = java.indexOf('E');
        int exponent = e < 0 ? 0 : Integer.parseInt(java.substring(e + 1));
        String mantissa = e < 0 ? java : java.substring(0, e);
        int point = mantissa.indexOf('.');
        String digits = mantissa.substring(0, point) + mantissa.substring(point + 1);
        int scale = point + exponent;
        int lead = 0;
        while (lead < digits.length() - 1 && digits.charAt(lead) == '0') {
            lead++;
            scale--;
        }
        digits = digits.substring(lead);
        int end = digits.length();
        while (end > 1 && digits.charAt(end - 1) == '0') {
            end--;
        }
        digits = digits.substring(0, end);
        if (d == 0) {
            scale = 1;
        }
        StringBuilder b = new StringBuilder(24);
        if (d < 0 || d == 0 && 1 / d < 0) {
            b.append('-');
        }
        if (scale > 16 || scale < -3) {
            b.append(digits.charAt(0));
            if (digits.length() > 1) {
                b.append('.').append(digits, 1, digits.length());
            }
            int x = scale - 1;
            b.append('e').append(x < 0 ? '-' : '+');
            if (Math.abs(x) < 10) {
                b.append('0');
            }
            return b.append(Math.abs(x)).toString();
        }
        if (scale <= 0) {
            b.append("0.").repeat('0', -scale).append(digits);
        } else if (digits.length() <= scale) {
            b.append(digits).repeat('0', scale - digits.length());
            if (pointZero) {
                b.append(".0");
            }
        } else {
            b.append(digits, 0, scale).append('.').append(digits, scale, digits.length());
        }
        return b.toString();
    }

    public static void bytes(StringBuilder out, byte[] bytes) {
        boolean single = false;
        boolean twice = false;
        for (byte b : bytes) {
            single |= b == '\'';
            twice |= b == '"';
        }
        char quote = single && !twice ? '"' : '\'';
        out.append('b').append(quote);
        for (byte b : bytes) {
            int c = b & 0xff;
            if (!escape(out, c, quote)) {
                if (c < ' ' || c >= 0x7f) {
                    hex(out.append("\\x"), c, 2);
                } else {
                    out.append((char) c);
                }
            }
        }
        out.append(quote);
    }

    public static void string(StringBuilder out, Object text) {
        int n = Str.length(text);
        boolean single = Str.findCodePoint(text, '\'', 0, n) >= 0;
        char quote = single && Str.findCodePoint(text, '"', 0, n) < 0 ? '"' : '\'';
        out.append(quote);
        for (int i = 0; i < n; i++) {
            int c = Str.codePointAt(text, i);
            if (escape(out, c, quote)) {
                continue;
            }
            if (c >= ' ' && c < 0x7f || c > 0x7f && isPrintable(c)) {
                out.appendCodePoint(c);
            } else if (c < 0x100) {
                hex(out.append("\\x"), c, 2);
            } else if (c < 0x10000) {
                hex(out.append("\\u"), c, 4);
            } else {
                hex(out.append("\\U"), c, 8);
            }
        }
        out.append(quote);
    }

    private static boolean escape(StringBuilder out, int c, char quote) {
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\\' -> out.append("\\\\");
            default -> {
                if (c != quote) {
                    return false;
                }
                out.append('\\').append(quote);
            }
        }
        return true;
    }

    private static void hex(StringBuilder out, int c, int digits) {
        for (int shift = digits * 4 - 4; shift >= 0; shift -= 4) {
            out.append(Character.forDigit(c >> shift & 15, 16));
        }
    }

    /** Python's {@code str.isprintable} of one character. */
    public static boolean isPrintable(int c) {
        if (c == ' ') {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }
}
