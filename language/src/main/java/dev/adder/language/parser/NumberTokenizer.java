package dev.adder.language.parser;

import dev.adder.language.WarningSink;

/** Cuts numbers, with CPython's errors for what follows one wrongly. */
abstract class NumberTokenizer extends TokenReader {
    NumberTokenizer(Source source, WarningSink warnings, boolean extraTokens) {
        super(source, warnings, extraTokens);
    }

    final int dots() {
        if (cur < inp && isDigit(src[cur])) {
            return fraction();
        }
        if (cur + 1 < inp && src[cur] == '.' && src[cur + 1] == '.') {
            cur += 2;
            return token(Tok.ELLIPSIS);
        }
        if (cur + 1 == source.length && src[cur] == '.' && done == Done.OK) {
            done = Done.EOF;
        }
        return peekedToken(Tok.DOT);
    }

    /** The character at {@code cur}; numbers never cross a line. */
    private int peek() {
        return cur < inp ? src[cur] & 0xff : EOF;
    }

    final int number(int first) {
        if (first != '0') {
            if (!digits()) {
                return Tok.ERRORTOKEN;
            }
            return afterDigits();
        }
        int c = peek() | 32;
        if (c == 'x' || c == 'o' || c == 'b') {
            return radix(c);
        }
        while (peek() == '0' || peek() == '_') {
            if (peek() == '_') {
                cur++;
                if (!isDigit(peek())) {
                    return fail("invalid decimal literal");
                }
            } else {
                cur++;
            }
        }
        int zerosEnd = cur;
        boolean nonzero = isDigit(peek());
        if (nonzero && !digits()) {
            return Tok.ERRORTOKEN;
        }
        c = peek();
        if (c != '.' && (c | 32) != 'e' && (c | 32) != 'j' && nonzero && !extraTokens) {
            // The range is from the literal's start to the end of its zeros, as CPython computes it.
            return fail("leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal"
                    + " integers", startCol + 1, zerosEnd + 1 - lineStart);
        }
        return afterDigits();
    }

    /** Digits with single underscores between them, from {@code cur} or one before it. */
    private boolean digits() {
        for (;;) {
            while (cur < inp && isDigit(src[cur])) {
                cur++;
            }
            if (peek() != '_') {
                return true;
            }
            cur++;
            if (!isDigit(peek())) {
                fail("invalid decimal literal");
                return false;
            }
        }
    }

    private int radix(int letter) {
        cur++;
        String what = letter == 'x' ? "hexadecimal" : letter == 'o' ? "octal" : "binary";
        do {
            if (peek() == '_') {
                cur++;
            }
            int c = peek();
            if (!isRadixDigit(c, letter)) {
                if (letter != 'x' && isDigit(c)) {
                    cur++;
                    return fail("invalid digit '" + (char) c + "' in " + what + " literal");
                }
                return fail("invalid " + what + " literal");
            }
            while (isRadixDigit(peek(), letter)) {
                cur++;
            }
        } while (peek() == '_');
        if (letter != 'x' && isDigit(peek())) {
            int c = peek();
            cur++;
            return fail("invalid digit '" + (char) c + "' in " + what + " literal");
        }
        return endOfNumber(what) ? peekedToken(Tok.NUMBER) : Tok.ERRORTOKEN;
    }

    private static boolean isRadixDigit(int c, int letter) {
        return switch (letter) {
            case 'x' -> c >= 0 && (CLASS[c] & HEX) != 0;
            case 'o' -> c >= '0' && c < '8';
            default -> c == '0' || c == '1';
        };
    }

    private int afterDigits() {
        if (peek() == '.') {
            cur++;
            return fraction();
        }
        return exponent();
    }

    private int fraction() {
        if (isDigit(peek()) && !digits()) {
            return Tok.ERRORTOKEN;
        }
        return exponent();
    }

    private int exponent() {
        if ((peek() | 32) == 'e' && peek() != EOF) {
            int e = cur++;
            if (peek() == '+' || peek() == '-') {
                cur++;
                if (!isDigit(peek())) {
                    return fail("invalid decimal literal");
                }
            } else if (!isDigit(peek())) {
                cur = e;
                return endOfNumber("decimal") ? peekedToken(Tok.NUMBER) : Tok.ERRORTOKEN;
            }
            if (!digits()) {
                return Tok.ERRORTOKEN;
            }
        }
        if ((peek() | 32) == 'j' && peek() != EOF) {
            cur++;
            return endOfNumber("imaginary") ? peekedToken(Tok.NUMBER) : Tok.ERRORTOKEN;
        }
        return endOfNumber("decimal") ? peekedToken(Tok.NUMBER) : Tok.ERRORTOKEN;
    }

    /** A letter right after a number: a warning when it begins a keyword that may stand there, else an error. */
    private boolean endOfNumber(String what) {
        int c = peek();
        if (extraTokens || c < 0 || (CLASS[c] & ID_PART) == 0) {
            return true;
        }
        boolean keyword = switch (c) {
            case 'a' -> wordIs("and");
            case 'e' -> wordIs("else");
            case 'f' -> wordIs("for");
            case 'i' -> cur + 1 < inp && (src[cur + 1] == 'f' || src[cur + 1] == 'n' || src[cur + 1] == 's');
            case 'o' -> wordIs("or");
            case 'n' -> wordIs("not");
            default -> false;
        };
        if (keyword) {
            return !warn("invalid " + what + " literal", line);
        }
        if (c < 128) {
            fail("invalid " + what + " literal");
            return false;
        }
        return true;
    }

    private boolean wordIs(String word) {
        int n = word.length();
        for (int i = 0; i < n; i++) {
            if (src[cur + i] != word.charAt(i)) {
                return false;
            }
        }
        return (CLASS[src[cur + n] & 0xff] & ID_PART) == 0;
    }
}
