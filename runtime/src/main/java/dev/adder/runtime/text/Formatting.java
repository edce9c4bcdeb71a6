package dev.adder.runtime.text;

import dev.adder.language.text.FloatText;
import dev.adder.language.text.IntText;
import dev.adder.language.text.Str;
import dev.adder.language.text.StrBuilder;
import dev.adder.language.text.TextException;
import dev.adder.runtime.ops.HugeInts;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code format(value, spec)} of str, int, float and complex (CPython: Python/formatter_unicode.c). {@code typeName} is the
 * name of the value's type, for errors.
 */
public final class Formatting {

    private static final int DEFAULT_PRECISION = 6;

    private Formatting() {
    }

    // ---- str

    public static Object formatStr(Object text, Object specText, String typeName) {
        if (Str.isEmpty(specText)) {
            return text;
        }
        FormatSpec spec = FormatSpec.parse(specText, typeName, 's', '<');
        if (spec.type() != 's') {
            throw spec.unknownType(typeName);
        }
        checkStr(spec);
        int n = Str.length(text);
        Object shown = spec.precision() >= 0 && spec.precision() < n ? Str.slice(text, 0, (int) spec.precision()) : text;
        return align(shown, spec);
    }

    private static void checkStr(FormatSpec spec) {
        if (spec.sign() != 0) {
            throw TextException.valueError((spec.sign() == ' ' ? "Space" : "Sign")
                    + " not allowed in string format specifier");
        }
        if (spec.noNegativeZero()) {
            throw TextException.valueError("Negative zero coercion (z) not allowed in string format specifier");
        }
        if (spec.alternate()) {
            throw TextException.valueError("Alternate form (#) not allowed in string format specifier");
        }
        if (spec.align() == '=') {
            throw TextException.valueError("'=' alignment not allowed in string format specifier");
        }
    }

    private static Object align(Object text, FormatSpec spec) {
        long pad = spec.width() - Str.length(text);
        if (pad <= 0) {
            return text;
        }
        checkWidth(spec.width());
        long left = spec.align() == '>' ? pad : spec.align() == '^' ? pad / 2 : 0;
        return StrMethods.pad(text, left, pad - left, spec.fill());
    }

    // Nothing that cannot be a Java array is begun.
    private static void checkWidth(long width) {
        if (width > Integer.MAX_VALUE - 64) {
            throw TextException.memoryError();
        }
    }

    // ---- int

    /** The value is a Long or BigInteger; {@code maxDigits} as in {@link IntText#print}. */
    public static Object formatInt(Object value, Object specText, String typeName, NumericLocale locale, int maxDigits) {
        if (Str.isEmpty(specText)) {
            return decimal(value, maxDigits);
        }
        FormatSpec spec = FormatSpec.parse(specText, typeName, 'd', '>');
        return switch (spec.type()) {
            case 'b', 'c', 'd', 'o', 'x', 'X', 'n' -> renderInt(value, spec, locale, maxDigits);
            case 'e', 'E', 'f', 'F', 'g', 'G', '%' -> renderFloat(toDouble(value), spec, locale);
            default -> throw spec.unknownType(typeName);
        };
    }

    private static String decimal(Object value, int maxDigits) {
        return value instanceof BigInteger big ? IntText.print(big, maxDigits, HugeInts.ARITHMETIC) : value.toString();
    }

    static double toDouble(Object value) {
        double x = ((Number) value).doubleValue();
        if (Double.isInfinite(x)) {
            throw TextException.overflowError("int too large to convert to float");
        }
        return x;
    }

    private static Object renderInt(Object value, FormatSpec spec, NumericLocale locale, int maxDigits) {
        if (spec.precision() >= 0) {
            throw TextException.valueError("Precision not allowed in integer format specifier");
        }
        if (spec.noNegativeZero()) {
            throw TextException.valueError("Negative zero coercion (z) not allowed in integer format specifier");
        }
        if (spec.type() == 'c') {
            return new NumberParts("", "", null, character(value, spec)).render(spec, (char) 0, NumericLocale.C);
        }
        boolean negative = value instanceof BigInteger big ? big.signum() < 0 : (Long) value < 0;
        String digits;
        String prefix = "";
        if (spec.type() == 'd' || spec.type() == 'n') {
            String all = decimal(value, maxDigits);
            digits = negative ? all.substring(1) : all;
        } else {
            int base = spec.type() == 'b' ? 2 : spec.type() == 'o' ? 8 : 16;
            digits = IntText.printBinary(value, base);
            prefix = !spec.alternate() ? "" : base == 2 ? "0b" : base == 8 ? "0o" : "0x";
            if (spec.type() == 'X') {
                digits = digits.toUpperCase(Locale.ROOT);
                prefix = prefix.toUpperCase(Locale.ROOT);
            }
        }
        NumericLocale used = spec.type() == 'n' ? locale : NumericLocale.of(spec.grouping());
        return new NumberParts(prefix, digits, null, "").render(spec, negative ? '-' : 0, used);
    }

    private static Object character(Object value, FormatSpec spec) {
        if (spec.sign() != 0) {
            throw TextException.valueError("Sign not allowed with integer format specifier 'c'");
        }
        if (spec.alternate()) {
            throw TextException.valueError("Alternate form (#) not allowed with integer format specifier 'c'");
        }
        if (value instanceof BigInteger) {
            throw TextException.overflowError("Python int too large to convert to C long");
        }
        long c = (Long) value;
        if (c < 0 || c > 0x10FFFF) {
            throw TextException.overflowError("%c arg not in range(0x110000)");
        }
        return Str.ofCodePoint((int) c);
    }

    // ---- float

    public static Object formatFloat(double value, Object specText, String typeName, NumericLocale locale) {
        if (Str.isEmpty(specText)) {
            return FloatText.repr(value);
        }
        FormatSpec spec = FormatSpec.parse(specText, typeName, (char) 0, '>');
        return switch (spec.type()) {
            case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%' -> renderFloat(value, spec, locale);
            default -> throw spec.unknownType(typeName);
        };
    }

    private static Object renderFloat(double value, FormatSpec spec, NumericLocale locale) {
        checkPrecision(spec.precision());
        boolean percent = spec.type() == '%';
        String digits = digits(percent ? value * 100 : value, spec, FloatText.ADD_DOT_0);
        if (percent) {
            digits = digits.concat("%");
        }
        return renderReal(digits, spec, locale);
    }

    private static void checkPrecision(long precision) {
        if (precision > Integer.MAX_VALUE) {
            throw TextException.valueError("precision too big");
        }
    }

    private static String digits(double value, FormatSpec spec, int flagsOfDefault) {
        int flags = spec.alternate() ? FloatText.ALTERNATE : 0;
        char code = (char) spec.type();
        int precision = (int) spec.precision();
        switch (code) {
            case 0 -> {
                flags |= flagsOfDefault;
                code = precision < 0 ? 'r' : 'g';
                precision = Math.max(precision, 0);
            }
            case 'n' -> code = 'g';
            case '%' -> code = 'f';
            default -> {
            }
        }
        if (precision < 0) {
            precision = DEFAULT_PRECISION;
        }
        String digits = FloatText.format(value, code, precision, flags);
        // PEP 682: a zero that is left after rounding has no sign.
        return spec.noNegativeZero() && digits.charAt(0) == '-' && isZero(digits) ? digits.substring(1) : digits;
    }

    private static boolean isZero(String digits) {
        for (int i = 1; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c >= '1' && c <= '9' || c == 'i' || c == 'I') {
                return false;
            }
            if (c == 'e' || c == 'E') {
                return true;
            }
        }
        return true;
    }

    private static Object renderReal(String digits, FormatSpec spec, NumericLocale locale) {
        boolean negative = digits.charAt(0) == '-';
        int start = negative ? 1 : 0;
        int end = skipDigits(digits, start);
        String whole = digits.substring(start, end);
        String fraction = null;
        int rest = end;
        if (end < digits.length() && digits.charAt(end) == '.') {
            rest = skipDigits(digits, end + 1);
            fraction = digits.substring(end + 1, rest);
        }
        NumericLocale used = spec.type() == 'n' ? locale : NumericLocale.of(spec.grouping());
        return new NumberParts("", whole, fraction, digits.substring(rest)).render(spec, negative ? '-' : 0, used);
    }

    private static int skipDigits(String s, int at) {
        while (at < s.length() && s.charAt(at) >= '0' && s.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    // ---- complex

    public static Object formatComplex(double real, double imaginary, Object specText, String typeName,
            NumericLocale locale) {
        if (Str.isEmpty(specText)) {
            return complexRepr(real, imaginary);
        }
        FormatSpec spec = FormatSpec.parse(specText, typeName, (char) 0, '>');
        switch (spec.type()) {
            case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n' -> {
            }
            default -> throw spec.unknownType(typeName);
        }
        checkPrecision(spec.precision());
        if (spec.fill() == '0') {
            throw TextException.valueError("Zero padding is not allowed in complex format specifier");
        }
        if (spec.align() == '=') {
            throw TextException.valueError("'=' alignment flag is not allowed in complex format specifier");
        }
        boolean skipReal = spec.type() == 0 && Double.doubleToRawLongBits(real) == 0;
        boolean parentheses = spec.type() == 0 && !skipReal;
        StrBuilder out = new StrBuilder();
        if (parentheses) {
            out.append('(');
        }
        if (!skipReal) {
            out.append(renderReal(digits(real, spec, 0), part(spec, spec.sign()), locale));
        }
        out.append(renderReal(digits(imaginary, spec, 0), part(spec, skipReal ? spec.sign() : '+'), locale));
        out.append('j');
        if (parentheses) {
            out.append(')');
        }
        return align(out.build(), spec);
    }

    private static FormatSpec part(FormatSpec spec, char sign) {
        return new FormatSpec(' ', '<', sign, false, spec.alternate(), -1, spec.grouping(), -1, spec.fractionGrouping(),
                spec.type());
    }

    /** {@code repr(complex(real, imaginary))}. */
    public static String complexRepr(double real, double imaginary) {
        if (Double.doubleToRawLongBits(real) == 0) {
            return FloatText.format(imaginary, 'r', 0, 0).concat("j");
        }
        return "(" + FloatText.format(real, 'r', 0, 0) + FloatText.format(imaginary, 'r', 0, FloatText.SIGN) + "j)";
    }

    /**
     * A number without sign, cut where something can be put in.
     *
     * @param fraction null if there is no point
     */
    private record NumberParts(String prefix, String whole, String fraction, Object rest) {

        Object render(FormatSpec spec, char sign, NumericLocale locale) {
            char shownSign = sign != 0 ? sign : spec.sign() == '+' || spec.sign() == ' ' ? spec.sign() : 0;
            boolean point = fraction != null;
            Object fractionDigits = !point ? "" : spec.fractionGrouping() == 0 ? fraction
                    : groupForward(fraction, spec.fractionGrouping());
            int fixed = (shownSign == 0 ? 0 : 1) + prefix.length() + (point ? Str.length(locale.decimalPoint()) : 0)
                    + Str.length(fractionDigits) + Str.length(rest);
            checkWidth(spec.width());
            boolean zeros = spec.fill() == '0' && spec.align() == '=';
            Object digits = whole.isEmpty() ? ""
                    : group(whole, zeros ? (int) Math.max(0, spec.width() - fixed) : 0, locale);
            long pad = Math.max(0, spec.width() - fixed - Str.length(digits));
            long left = spec.align() == '>' ? pad : spec.align() == '^' ? pad / 2 : 0;
            long inner = spec.align() == '=' ? pad : 0;
            StrBuilder out = new StrBuilder((int) (fixed + Str.length(digits) + pad));
            out.repeat(spec.fill(), (int) left);
            if (shownSign != 0) {
                out.append(shownSign);
            }
            out.append(prefix).repeat(spec.fill(), (int) inner).append(digits);
            if (point) {
                out.append(locale.decimalPoint());
            }
            return out.append(fractionDigits).append(rest).repeat(spec.fill(), (int) (pad - left - inner)).build();
        }
    }

    /** Digits with separators, and zeros in front up to the width (_PyUnicode_InsertThousandsGrouping). */
    private static Object group(String digits, int minWidth, NumericLocale locale) {
        byte[] sizes = locale.grouping();
        int remaining = digits.length();
        int separator = Str.length(locale.thousandsSeparator());
        if (sizes.length == 0 && remaining >= minWidth) {
            return digits;
        }
        // Built from the right: the groups and separators in reverse order.
        List<Object> pieces = new ArrayList<>();
        int index = 0;
        int last = 0;
        while (true) {
            int size = index < sizes.length ? sizes[index++] : last;
            boolean unlimited = size <= 0 || size == 127;
            last = unlimited ? 0 : size;
            int most = Math.max(Math.max(remaining, minWidth), 1);
            int length = unlimited ? most : Math.min(size, most);
            int taken = Math.min(remaining, length);
            pieces.add("0".repeat(length - taken).concat(digits.substring(remaining - taken, remaining)));
            remaining -= taken;
            minWidth -= length;
            if (unlimited || remaining <= 0 && minWidth <= 0) {
                break;
            }
            minWidth -= separator;
        }
        StrBuilder out = new StrBuilder();
        for (int i = pieces.size() - 1; i >= 0; i--) {
            out.append(pieces.get(i));
            if (i > 0) {
                out.append(locale.thousandsSeparator());
            }
        }
        return out.build();
    }

    private static String groupForward(String digits, char separator) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && i % 3 == 0) {
                out.append(separator);
            }
            out.append(digits.charAt(i));
        }
        return out.toString();
    }
}
