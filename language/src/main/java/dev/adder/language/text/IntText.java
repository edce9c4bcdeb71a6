package dev.adder.language.text;

import java.math.BigInteger;

/**
 * Integers as text, both ways. An integer is a {@code Long}, or a {@code BigInteger} where a long is too small
 * (CPython: PyLong_FromString, long_to_decimal_string).
 */
public final class IntText {

    /** {@code sys.int_info.default_max_str_digits}. */
    public static final int DEFAULT_MAX_DIGITS = 4300;
    /** {@code sys.int_info.str_digits_check_threshold}: texts up to this long are never refused. */
    public static final int CHECK_THRESHOLD = 640;

    // Below this the JDK's quadratic conversion is the faster one.
    private static final int SPLIT_DIGITS = 1200;
    private static final String HINT = "use sys.set_int_max_str_digits() to increase the limit";

    // Below this the JDK prints at a stretch.
    private static final int PRINT_BITS = 1 << 18;

    /** How large numbers are multiplied and divided: the runtime answers Ctrl-C in between. */
    public interface Arithmetic {
        BigInteger multiply(BigInteger a, BigInteger b);

        BigInteger[] divideAndRemainder(BigInteger a, BigInteger b);
    }

    /** The JDK's own. */
    private static final Arithmetic JDK = new Arithmetic() {
        @Override
        public BigInteger multiply(BigInteger a, BigInteger b) {
            return a.multiply(b);
        }

        @Override
        public BigInteger[] divideAndRemainder(BigInteger a, BigInteger b) {
            return a.divideAndRemainder(b);
        }
    };

    private IntText() {
    }

    /** A Python int: {@code Long} if it fits, else the BigInteger itself. */
    public static Object normalize(BigInteger value) {
        return value.bitLength() < 64 ? (Object) value.longValue() : value;
    }

    // ---- from text

    /** {@code int(text, base)}; {@code maxDigits} is sys.get_int_max_str_digits(), 0 for no limit. */
    public static Object parse(Object text, int base, int maxDigits, Arithmetic big) {
        if (base != 0 && (base < 2 || base > 36)) {
            throw TextException.valueError("int() base must be >= 2 and <= 36, or 0");
        }
        String s = FloatParse.asciiDigits(text);
        Object value = s == null ? null : parseAscii(s, base, maxDigits, big);
        if (value == null) {
            throw notAnInt(base, Quote.repr(text));
        }
        return value;
    }

    /** The error of {@code int()} for an argument with this repr. */
    public static TextException notAnInt(int base, Object repr) {
        Object shown = Str.length(repr) > 200 ? Str.slice(repr, 0, 200) : repr;
        return TextException.valueError("invalid literal for int() with base " + base + ": " + Str.toJava(shown));
    }

    /** The value of an integer literal with prefix and underscores, which the tokenizer has checked. */
    public static Object literal(String literal, int maxDigits) {
        return parseAscii(literal, 0, maxDigits, JDK);
    }

    /** The integer in an ASCII text, or null if it is not well formed; the digit limit raises ValueError. */
    public static Object parseAscii(String s, int base, int maxDigits, Arithmetic big) {
        int at = FloatParse.skipSpace(s, 0);
        int end = FloatParse.trimSpace(s, at);
        boolean negative = false;
        if (at < end && (s.charAt(at) == '+' || s.charAt(at) == '-')) {
            negative = s.charAt(at) == '-';
            at++;
        }
        boolean guessed = base == 0;
        int prefix = at + 1 < end && s.charAt(at) == '0' ? prefixBase(s.charAt(at + 1)) : 0;
        if (prefix != 0 && (guessed || base == prefix)) {
            base = prefix;
            guessed = false;
            at += 2;
            if (at < end && s.charAt(at) == '_') {
                at++;
            }
        } else if (guessed) {
            base = 10;
        }
        int digits = countDigits(s, at, end, base);
        if (digits <= 0) {
            return null;
        }
        boolean binary = (base & base - 1) == 0;
        if (!binary && digits > CHECK_THRESHOLD && maxDigits > 0 && digits > maxDigits) {
            throw TextException.valueError("Exceeds the limit (" + maxDigits
                    + " digits) for integer string conversion: value has " + digits + " digits; " + HINT);
        }
        // With base 0 a leading zero is allowed for zero only.
        if (guessed && s.charAt(at) == '0' && !isAllZeros(s, at, end)) {
            return null;
        }
        String plain = digits == end - at ? s.substring(at, end) : s.substring(at, end).replace("_", "");
        if (digits <= 18 && base <= 10 || digits <= 12) {
            long small = Long.parseLong(plain, base);
            return negative ? -small : small;
        }
        BigInteger value = binary ? parseBinary(plain, Integer.numberOfTrailingZeros(base)) : parseBig(plain, base, big);
        return normalize(negative ? value.negate() : value);
    }

    private static int prefixBase(char letter) {
        return switch (letter | 0x20) {
            case 'x' -> 16;
            case 'o' -> 8;
            case 'b' -> 2;
            default -> 0;
        };
    }

    /** How many digits, or -1 if there is something else or an underscore in the wrong place. */
    private static int countDigits(String s, int start, int end, int base) {
        int digits = 0;
        boolean afterDigit = false;
        for (int i = start; i < end; i++) {
            char c = s.charAt(i);
            if (c == '_') {
                if (!afterDigit) {
                    return -1;
                }
                afterDigit = false;
            } else {
                int value = digitValue(c);
                if (value < 0 || value >= base) {
                    return -1;
                }
                afterDigit = true;
                digits++;
            }
        }
        return afterDigit ? digits : -1;
    }

    private static int digitValue(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int letter = (c | 0x20) - 'a';
        return c < 128 && letter >= 0 && letter < 26 ? letter + 10 : -1;
    }

    private static boolean isAllZeros(String s, int start, int end) {
        for (int i = start; i < end; i++) {
            if (s.charAt(i) != '0' && s.charAt(i) != '_') {
                return false;
            }
        }
        return true;
    }

    private static BigInteger parseBinary(String digits, int bitsPerDigit) {
        int n = digits.length();
        byte[] magnitude = new byte[(int) (((long) n * bitsPerDigit + 7) / 8)];
        int at = magnitude.length - 1;
        int pending = 0;
        int bits = 0;
        for (int i = n - 1; i >= 0; i--) {
            pending |= digitValue(digits.charAt(i)) << bits;
            bits += bitsPerDigit;
            if (bits >= 8) {
                magnitude[at--] = (byte) pending;
                pending >>= 8;
                bits -= 8;
            }
        }
        if (bits > 0 && at >= 0) {
            magnitude[at] = (byte) pending;
        }
        return new BigInteger(1, magnitude);
    }

    // Halves the digits, so that the cost is that of the multiplication.
    private static BigInteger parseBig(String digits, int base, Arithmetic big) {
        int n = digits.length();
        if (n <= SPLIT_DIGITS) {
            return new BigInteger(digits, base);
        }
        int levels = 0;
        while (n >> levels > SPLIT_DIGITS) {
            levels++;
        }
        int leaf = (n + (1 << levels) - 1) >> levels;
        BigInteger[] powers = new BigInteger[levels];
        BigInteger power = BigInteger.valueOf(base).pow(leaf);
        for (int i = 0; i < levels; i++) {
            powers[i] = power;
            power = i + 1 < levels ? big.multiply(power, power) : power;
        }
        return parseHalves(digits, 0, n, base, leaf, powers, levels - 1, big);
    }

    private static BigInteger parseHalves(String s, int start, int end, int base, int leaf, BigInteger[] powers,
            int level, Arithmetic big) {
        if (level < 0) {
            return new BigInteger(s.substring(start, end), base);
        }
        int low = leaf << level;
        if (end - start <= low) {
            return parseHalves(s, start, end, base, leaf, powers, level - 1, big);
        }
        BigInteger high = parseHalves(s, start, end - low, base, leaf, powers, level - 1, big);
        return big.multiply(high, powers[level])
                .add(parseHalves(s, end - low, end, base, leaf, powers, level - 1, big));
    }

    // ---- to text

    /** {@code str(value)}; {@code maxDigits} is sys.get_int_max_str_digits(), 0 for no limit. */
    public static String print(BigInteger value, int maxDigits, Arithmetic big) {
        // log10(2) from below: refuse what is certainly too long before converting it.
        if (maxDigits > 0 && (long) (value.bitLength() * 0.30102999566398114) > Math.max(maxDigits, CHECK_THRESHOLD)) {
            throw tooLong(maxDigits);
        }
        String s = value.bitLength() <= PRINT_BITS ? value.toString() : printHalves(value, big);
        int digits = value.signum() < 0 ? s.length() - 1 : s.length();
        if (maxDigits > 0 && digits > CHECK_THRESHOLD && digits > maxDigits) {
            throw tooLong(maxDigits);
        }
        return s;
    }

    private static String printHalves(BigInteger value, Arithmetic big) {
        // Powers of ten whose exponents double, as long as they are not longer than half the number.
        int leaf = 1 << 15;
        int levels = 0;
        BigInteger[] powers = new BigInteger[32];
        BigInteger power = BigInteger.TEN.pow(leaf);
        while (power.bitLength() * 2L - 2 <= value.bitLength()) {
            powers[levels++] = power;
            power = big.multiply(power, power);
        }
        powers[levels++] = power;
        StringBuilder out = new StringBuilder((int) (value.bitLength() * 0.30103) + 3);
        if (value.signum() < 0) {
            out.append('-');
        }
        printHalves(value.abs(), leaf, powers, levels - 1, out, false, big);
        return out.toString();
    }

    // With zeros in front where more significant digits have been printed.
    private static void printHalves(BigInteger value, int leaf, BigInteger[] powers, int level, StringBuilder out,
            boolean padded, Arithmetic big) {
        if (level < 0) {
            String s = value.toString();
            for (int i = padded ? leaf - s.length() : 0; i > 0; i--) {
                out.append('0');
            }
            if (padded || value.signum() != 0) {
                out.append(s);
            }
            return;
        }
        BigInteger[] parts = big.divideAndRemainder(value, powers[level]);
        boolean first = !padded && parts[0].signum() == 0;
        if (!first) {
            printHalves(parts[0], leaf, powers, level - 1, out, padded, big);
        }
        printHalves(parts[1], leaf, powers, level - 1, out, !first, big);
    }

    private static TextException tooLong(int maxDigits) {
        return TextException.valueError("Exceeds the limit (" + maxDigits + " digits) for integer string conversion; "
                + HINT);
    }

    /** The digits of the magnitude in base 2, 8 or 16 (small letters), without sign or prefix. */
    public static String printBinary(Object value, int base) {
        int bits = Integer.numberOfTrailingZeros(base);
        if (value instanceof Long n && n != Long.MIN_VALUE) {
            return Long.toString(Math.abs(n), base);
        }
        BigInteger big = value instanceof Long n ? BigInteger.valueOf(n) : (BigInteger) value;
        byte[] bytes = big.abs().toByteArray();
        int length = (big.abs().bitLength() + bits - 1) / bits;
        byte[] digits = new byte[length];
        int pending = 0;
        int have = 0;
        int from = bytes.length - 1;
        for (int i = length - 1; i >= 0; i--) {
            if (have < bits && from >= 0) {
                pending |= (bytes[from--] & 0xFF) << have;
                have += 8;
            }
            digits[i] = (byte) Character.forDigit(pending & base - 1, base);
            pending >>>= bits;
            have -= bits;
        }
        return new String(digits, java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
