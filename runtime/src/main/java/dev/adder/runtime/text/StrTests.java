package dev.adder.runtime.text;

import dev.adder.language.text.Chars;
import dev.adder.language.text.Str;

/** The predicates of {@code str}: isalpha, isdigit, isupper, ... Those about all characters are false for no character. */
public final class StrTests {

    private StrTests() {
    }

    /** What can be asked of every character of a text. */
    public enum Kind {
        ALPHA, ALNUM, DECIMAL, DIGIT, NUMERIC, SPACE;

        boolean test(int c) {
            return switch (this) {
                case ALPHA -> Chars.isAlpha(c);
                case ALNUM -> Chars.isAlnum(c);
                case DECIMAL -> Chars.isDecimal(c);
                case DIGIT -> Chars.isDigit(c);
                case NUMERIC -> Chars.isNumeric(c);
                case SPACE -> Chars.isSpace(c);
            };
        }
    }

    /** Whether the text is not empty and all its characters are of the kind. */
    public static boolean all(Object text, Kind kind) {
        int n = Str.length(text);
        for (int i = 0; i < n; i++) {
            if (!kind.test(Str.codePointAt(text, i))) {
                return false;
            }
        }
        return n > 0;
    }

    public static boolean isPrintable(Object text) {
        for (int i = 0, n = Str.length(text); i < n; i++) {
            if (!Chars.isPrintable(Str.codePointAt(text, i))) {
                return false;
            }
        }
        return true;
    }

    /** At least one cased character, and all of them lower. */
    public static boolean isLower(Object text) {
        boolean cased = false;
        for (int i = 0, n = Str.length(text); i < n; i++) {
            int c = Str.codePointAt(text, i);
            if (Chars.isUpper(c) || Chars.isTitle(c)) {
                return false;
            }
            cased |= Chars.isLower(c);
        }
        return cased;
    }

    /** At least one cased character, and all of them upper. */
    public static boolean isUpper(Object text) {
        boolean cased = false;
        for (int i = 0, n = Str.length(text); i < n; i++) {
            int c = Str.codePointAt(text, i);
            if (Chars.isLower(c) || Chars.isTitle(c)) {
                return false;
            }
            cased |= Chars.isUpper(c);
        }
        return cased;
    }

    /** Upper or title case exactly after uncased characters, lower case exactly after cased ones. */
    public static boolean isTitle(Object text) {
        boolean cased = false;
        boolean previous = false;
        for (int i = 0, n = Str.length(text); i < n; i++) {
            int c = Str.codePointAt(text, i);
            boolean capital = Chars.isUpper(c) || Chars.isTitle(c);
            boolean small = !capital && Chars.isLower(c);
            if (capital && previous || small && !previous) {
                return false;
            }
            previous = capital || small;
            cased |= previous;
        }
        return cased;
    }
}
