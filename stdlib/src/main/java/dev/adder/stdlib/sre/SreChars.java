package dev.adder.stdlib.sre;

import java.util.Locale;

/**
 * Character predicates and case mappings of the engine, as in CPython's {@code Modules/_sre/sre.c}. The JDK's tables
 * and CPython 3.14's are both Unicode 16; a test compares them over all code points. A locale other than C or UTF-8 is
 * not modelled: in both of those a locale-dependent predicate is the ASCII one.
 */
public final class SreChars {

    private SreChars() {
    }

    static boolean isAsciiDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isAsciiSpace(int c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    static boolean isAsciiAlpha(int c) {
        int folded = c | 0x20;
        return folded >= 'a' && folded <= 'z' && c < 128;
    }

    static boolean isAsciiWord(int c) {
        return isAsciiAlpha(c) || isAsciiDigit(c) || c == '_';
    }

    /** {@code str.isdecimal()} of one character. */
    static boolean isUnicodeDigit(int c) {
        return Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER;
    }

    /** {@code str.isspace()} of one character. */
    static boolean isUnicodeSpace(int c) {
        if (c < 0x80) {
            return c >= 9 && c <= 13 || c >= 0x1c && c <= 0x20;
        }
        return c == 0x85 || c == 0xa0 || c == 0x1680 || c >= 0x2000 && c <= 0x200a || c == 0x2028 || c == 0x2029
                || c == 0x202f || c == 0x205f || c == 0x3000;
    }

    /** {@code str.isalnum()} of one character, or the underscore: letters and the three number categories. */
    static boolean isUnicodeWord(int c) {
        int type = Character.getType(c);
        return type >= Character.UPPERCASE_LETTER && type <= Character.OTHER_LETTER
                || type >= Character.DECIMAL_DIGIT_NUMBER && type <= Character.OTHER_NUMBER || c == '_';
    }

    static boolean isUnicodeLinebreak(int c) {
        return c >= 0x0a && c <= 0x0d || c >= 0x1c && c <= 0x1e || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    /** Whether a character belongs to a category (the CATEGORY_... numbers); an unknown category holds nothing. */
    static boolean inCategory(int category, int c) {
        return switch (category) {
            case SreOps.CATEGORY_DIGIT -> isAsciiDigit(c);
            case SreOps.CATEGORY_NOT_DIGIT -> !isAsciiDigit(c);
            case SreOps.CATEGORY_SPACE -> isAsciiSpace(c);
            case SreOps.CATEGORY_NOT_SPACE -> !isAsciiSpace(c);
            case SreOps.CATEGORY_WORD, SreOps.CATEGORY_LOC_WORD -> isAsciiWord(c);
            case SreOps.CATEGORY_NOT_WORD, SreOps.CATEGORY_LOC_NOT_WORD -> !isAsciiWord(c);
            case SreOps.CATEGORY_LINEBREAK -> c == '\n';
            case SreOps.CATEGORY_NOT_LINEBREAK -> c != '\n';
            case SreOps.CATEGORY_UNI_DIGIT -> isUnicodeDigit(c);
            case SreOps.CATEGORY_UNI_NOT_DIGIT -> !isUnicodeDigit(c);
            case SreOps.CATEGORY_UNI_SPACE -> isUnicodeSpace(c);
            case SreOps.CATEGORY_UNI_NOT_SPACE -> !isUnicodeSpace(c);
            case SreOps.CATEGORY_UNI_WORD -> isUnicodeWord(c);
            case SreOps.CATEGORY_UNI_NOT_WORD -> !isUnicodeWord(c);
            case SreOps.CATEGORY_UNI_LINEBREAK -> isUnicodeLinebreak(c);
            case SreOps.CATEGORY_UNI_NOT_LINEBREAK -> !isUnicodeLinebreak(c);
            default -> false;
        };
    }

    public static int lowerAscii(int c) {
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    }

    static int upperAscii(int c) {
        return c >= 'a' && c <= 'z' ? c - 32 : c;
    }

    public static int lowerUnicode(int c) {
        return Character.toLowerCase(c);
    }

    /** CPython's simple upper case: of a character whose upper case is several characters, the first of them. */
    static int upperUnicode(int c) {
        int upper = Character.toUpperCase(c);
        if (upper != c || c < 0x80) {
            return upper;
        }
        return Character.toString(c).toUpperCase(Locale.ROOT).codePointAt(0);
    }

    public static boolean isAsciiCased(int c) {
        return isAsciiAlpha(c);
    }

    public static boolean isUnicodeCased(int c) {
        return c != lowerUnicode(c) || c != upperUnicode(c);
    }
}
