package dev.adder.language.parser;

import dev.adder.language.ast.Const;
import dev.adder.language.text.IntText;
import java.math.BigInteger;

/** Values of NUMBER tokens. */
final class NumberLiterals {
    private static final int MAX_DIGITS = IntText.DEFAULT_MAX_DIGITS;

    private NumberLiterals() {
    }

    /** A Long, BigInteger, Double or ComplexConst; null for a decimal literal with too many digits. */
    static Object value(byte[] src, int from, int to) {
        int n = to - from;
        if (n <= 18) {
            long small = plainDecimal(src, from, to);
            if (small >= 0) {
                return small;
            }
        }
        StringBuilder b = new StringBuilder(n);
        for (int i = from; i < to; i++) {
            if (src[i] != '_') {
                b.append((char) src[i]);
            }
        }
        String s = b.toString();
        if (s.length() > 2 && s.charAt(0) == '0') {
            int radix = switch (s.charAt(1)) {
                case 'x', 'X' -> 16;
                case 'o', 'O' -> 8;
                case 'b', 'B' -> 2;
                default -> 0;
            };
            if (radix != 0) {
                return integer(s.substring(2), radix);
            }
        }
        char last = s.charAt(s.length() - 1);
        if (last == 'j' || last == 'J') {
            return new Const.ComplexConst(0.0, Double.parseDouble(s.substring(0, s.length() - 1)));
        }
        if (isInteger(s)) {
            return s.length() > MAX_DIGITS ? null : integer(s, 10);
        }
        return Double.parseDouble(s);
    }

    private static long plainDecimal(byte[] src, int from, int to) {
        long v = 0;
        for (int i = from; i < to; i++) {
            int d = src[i] - '0';
            if (d < 0 || d > 9) {
                return -1;
            }
            v = v * 10 + d;
        }
        return v;
    }

    private static boolean isInteger(String s) {
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    private static Object integer(String digits, int radix) {
        return IntText.normalize(new BigInteger(digits, radix));
    }
}
