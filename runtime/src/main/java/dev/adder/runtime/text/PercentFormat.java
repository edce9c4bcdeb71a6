package dev.adder.runtime.text;

import dev.adder.language.text.FloatText;
import dev.adder.language.text.IntText;
import dev.adder.language.text.Str;
import dev.adder.language.text.StrBuilder;
import dev.adder.language.text.TextException;
import dev.adder.runtime.ops.HugeInts;
import java.math.BigInteger;
import java.util.Locale;

/**
 * printf-style formatting: {@code str % args} and {@code bytes % args} (CPython: PyUnicode_Format, _PyBytes_FormatEx). What
 * needs objects is asked of an {@link Arguments}. Bytes are worked on as texts of Latin-1 characters.
 */
public final class PercentFormat {

    /** The arguments and the conversions of objects; each method may raise. */
    public interface Arguments {
        /** The number of positional arguments. */
        int count();

        Object get(int index);

        /** Whether there are no positional arguments to use up: the right operand is a mapping. */
        boolean isMapping();

        /** The item of the mapping under this key, a text (for bytes: of Latin-1 characters). */
        Object lookUp(Object key);

        /** {@code str(value)}; for bytes what {@code %s} and {@code %b} insert. */
        Object str(Object value);

        Object repr(Object value);

        Object ascii(Object value);

        /**
         * The int (Long or BigInteger) that {@code %d} ({@code exact} false) or {@code %x} ({@code exact} true: only through
         * {@code __index__}) shows; null if the value is no number of that kind. For {@code %c}: the int, exact.
         */
        Object toInteger(Object value, boolean exact);

        double toDouble(Object value);

        /** The value of an int or int subclass, else null: for {@code *}. */
        Object plainInteger(Object value);

        /** The text if the value is a str, for {@code %c}; for bytes: the content of bytes or bytearray; else null. */
        Object plainText(Object value);

        String typeName(Object value);

        /** The type's name with its module, unless that is builtins. */
        String fullTypeName(Object value);
    }

    private static final int LEFT = 1;
    private static final int SIGN = 2;
    private static final int BLANK = 4;
    private static final int ALTERNATE = 8;
    private static final int ZERO = 16;

    private final Object format;
    private final int length;
    private final Arguments arguments;
    private final boolean bytes;
    private final int maxDigits;
    private final StrBuilder out;
    private int at;
    private int used;
    private boolean mappingUsed;

    /** What the last key found, until it is used; positional arguments are over with the first key. */
    private Object keyed;
    // The specifier being read.
    private int flags;
    private long width;
    private int precision;

    private PercentFormat(Object format, Arguments arguments, boolean bytes, int maxDigits) {
        this.format = format;
        this.length = Str.length(format);
        this.arguments = arguments;
        this.bytes = bytes;
        this.maxDigits = maxDigits;
        this.out = new StrBuilder(length + 64);
    }

    /** {@code format % arguments} for str. */
    public static Object format(Object format, Arguments arguments, int maxDigits) {
        return new PercentFormat(format, arguments, false, maxDigits).run();
    }

    /** {@code format % arguments} for bytes, which go in and out as texts of Latin-1 characters. */
    public static String formatBytes(String format, Arguments arguments, int maxDigits) {
        return (String) new PercentFormat(format, arguments, true, maxDigits).run();
    }

    private Object run() {
        while (at < length) {
            int percent = Str.findCodePoint(format, '%', at, length);
            int end = percent < 0 ? length : percent;
            out.append(format, at, end);
            at = end + 1;
            if (percent >= 0) {
                specifier(percent);
            }
        }
        if (used < arguments.count() && !arguments.isMapping()) {
            throw TextException.typeError("not all arguments converted during " + (bytes ? "bytes" : "string")
                    + " formatting");
        }
        return out.build();
    }

    private int peek() {
        if (at >= length) {
            throw TextException.valueError("incomplete format");
        }
        return Str.codePointAt(format, at);
    }

    private void specifier(int start) {
        if (at < length && Str.codePointAt(format, at) == '%') {
            out.append('%');
            at++;
            return;
        }
        flags = 0;
        width = -1;
        precision = -1;
        if (at < length && Str.codePointAt(format, at) == '(') {
            readKey();
        }
        readFlags();
        width = readNumber("width too big");
        if (width < -1) {
            flags |= LEFT;
            width = -2 - width;
        }
        if (at < length && Str.codePointAt(format, at) == '.') {
            at++;
            precision = (int) Math.max(0, readNumber(bytes ? "prec too big" : "precision too big"));
        }
        if (peek() == 'h' || peek() == 'l' || peek() == 'L') {
            at++;
        }
        convert(peek());
        at++;
    }

    private void readKey() {
        if (!arguments.isMapping()) {
            throw TextException.typeError("format requires a mapping");
        }
        int start = ++at;
        int depth = 1;
        while (at < length && depth > 0) {
            int c = Str.codePointAt(format, at++);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        if (depth > 0) {
            throw TextException.valueError("incomplete format key");
        }
        keyed = arguments.lookUp(Str.slice(format, start, at - 1));
        mappingUsed = true;
    }

    private void readFlags() {
        while (true) {
            int flag = switch (peek()) {
                case '-' -> LEFT;
                case '+' -> SIGN;
                case ' ' -> BLANK;
                case '#' -> ALTERNATE;
                case '0' -> ZERO;
                default -> 0;
            };
            if (flag == 0) {
                return;
            }
            flags |= flag;
            at++;
        }
    }

    /** A number, or one from the arguments; -1 if there is none, less (-2 - n) for a negative argument -n. */
    private long readNumber(String tooBig) {
        if (peek() == '*') {
            Object value = nextArgument();
            Object number = arguments.plainInteger(value);
            if (number == null) {
                throw TextException.typeError("* wants int");
            }
            at++;
            boolean isWidth = precision < 0 && tooBig.startsWith("width");
            if (isWidth && number instanceof Long n && n == Long.MIN_VALUE) {
                // CPython negates it, which overflows to itself: no width.
                return -1;
            }
            if (number instanceof BigInteger) {
                throw TextException.overflowError("Python int too large to convert to C "
                        + (isWidth ? "ssize_t" : "int"));
            }
            long n = (Long) number;
            if (!isWidth && (n > Integer.MAX_VALUE || n < Integer.MIN_VALUE)) {
                throw TextException.overflowError("Python int too large to convert to C int");
            }
            return n < 0 ? Math.max(n, Long.MIN_VALUE + 2) - 2 : n;
        }
        int start = at;
        long value = 0;
        while (at < length && peek() >= '0' && peek() <= '9') {
            value = value * 10 + peek() - '0';
            if (value > Integer.MAX_VALUE && tooBig.startsWith("prec") || value > Long.MAX_VALUE / 11) {
                throw TextException.valueError(tooBig);
            }
            at++;
        }
        return at == start ? -1 : value;
    }

    private Object nextArgument() {
        if (mappingUsed) {
            if (keyed == null) {
                throw TextException.typeError("not enough arguments for format string");
            }
            Object value = keyed;
            keyed = null;
            return value;
        }
        if (used >= arguments.count()) {
            throw TextException.typeError("not enough arguments for format string");
        }
        return arguments.get(used++);
    }

    private void convert(int code) {
        Object value = nextArgument();
        switch (code) {
            case 's', 'r', 'a' -> text(code, value);
            case 'b' -> {
                if (!bytes) {
                    throw unsupported(code);
                }
                text('s', value);
            }
            case 'c' -> put(character(value), "", false);
            case 'd', 'i', 'u', 'o', 'x', 'X' -> integer((char) code, value);
            case 'e', 'E', 'f', 'F', 'g', 'G' -> {
                double x = arguments.toDouble(value);
                int flag = (flags & ALTERNATE) != 0 ? FloatText.ALTERNATE : 0;
                put(FloatText.format(x, (char) code, precision < 0 ? 6 : precision, flag), "", true);
            }
            default -> throw unsupported(code);
        }
    }

    private TextException unsupported(int code) {
        int shown = code > 31 && code < 128 || bytes ? code : '?';
        return TextException.valueError("unsupported format character '" + (char) shown + "' (0x"
                + Integer.toHexString(code) + ") at index " + at);
    }

    private void text(int code, Object value) {
        Object shown = code == 's' ? arguments.str(value)
                : code == 'r' && !bytes ? arguments.repr(value) : arguments.ascii(value);
        put(precision >= 0 && precision < Str.length(shown) ? Str.slice(shown, 0, precision) : shown, "", false);
    }

    private Object character(Object value) {
        Object text = arguments.plainText(value);
        if (text != null) {
            if (Str.length(text) == 1) {
                return text;
            }
            throw TextException.typeError(bytes
                    ? "%c requires an integer in range(256) or a single byte, not a " + arguments.fullTypeName(value)
                            + " object of length " + Str.length(text)
                    : "%c requires an int or a unicode character, not a string of length " + Str.length(text));
        }
        Object number = arguments.toInteger(value, true);
        if (number == null) {
            throw TextException.typeError((bytes ? "%c requires an integer in range(256) or a single byte, not "
                    : "%c requires an int or a unicode character, not ") + arguments.fullTypeName(value));
        }
        long limit = bytes ? 0xFF : 0x10FFFF;
        if (number instanceof BigInteger || (Long) number < 0 || (Long) number > limit) {
            throw TextException.overflowError(bytes ? "%c arg not in range(256)" : "%c arg not in range(0x110000)");
        }
        return Str.ofCodePoint((int) (long) (Long) number);
    }

    private void integer(char code, Object value) {
        boolean decimal = code == 'd' || code == 'i' || code == 'u';
        Object number = arguments.toInteger(value, !decimal);
        if (number == null) {
            throw TextException.typeError("%" + code + " format: " + (decimal ? "a real number" : "an integer")
                    + " is required, not " + arguments.typeName(value));
        }
        boolean negative = number instanceof BigInteger big ? big.signum() < 0 : (Long) number < 0;
        String digits;
        String prefix = "";
        if (decimal) {
            digits = number instanceof BigInteger big ? IntText.print(big, maxDigits, HugeInts.ARITHMETIC) : number.toString();
            digits = negative ? digits.substring(1) : digits;
        } else {
            digits = IntText.printBinary(number, code == 'o' ? 8 : 16);
            if ((flags & ALTERNATE) != 0) {
                prefix = code == 'o' ? "0o" : code == 'x' ? "0x" : "0X";
            }
        }
        if (precision > digits.length()) {
            digits = "0".repeat(precision - digits.length()).concat(digits);
        }
        if (code == 'X') {
            digits = digits.toUpperCase(Locale.ROOT);
        }
        put(negative ? "-".concat(digits) : digits, prefix, true);
    }

    /** Appends the text, filled up to the width; zeros come between the sign, the prefix and a number's digits. */
    private void put(Object text, String prefix, boolean number) {
        int start = 0;
        int sign = 0;
        if (number) {
            char first = ((String) text).charAt(0);
            if (first == '-' || first == '+') {
                sign = first;
                start = 1;
            } else if ((flags & SIGN) != 0) {
                sign = '+';
            } else if ((flags & BLANK) != 0) {
                sign = ' ';
            }
        }
        int shown = Str.length(text) - start + prefix.length() + (sign == 0 ? 0 : 1);
        if (Math.max(width, shown) > Integer.MAX_VALUE - 64 - out.length()) {
            throw TextException.memoryError();
        }
        int pad = (int) Math.max(0, width - shown);
        boolean zeros = number && (flags & ZERO) != 0;
        boolean left = (flags & LEFT) != 0;
        if (!left && !zeros) {
            out.repeat(' ', pad);
        }
        if (sign != 0) {
            out.append(sign);
        }
        out.append(prefix);
        if (!left && zeros) {
            out.repeat('0', pad);
        }
        out.append(text, start, Str.length(text));
        if (left) {
            out.repeat(' ', pad);
        }
    }
}
