package dev.adder.runtime.text;

import dev.adder.language.text.Chars;
import dev.adder.language.text.Str;
import dev.adder.language.text.StrBuilder;
import java.util.Locale;

/**
 * Full case mapping of texts (Unicode, sections 3.13 and 5.18; CPython: Objects/unicodeobject.c do_lower, do_title, ...).
 * The JDK's mapping is used where it agrees: not for surrogates, which it would join, nor for a capital sigma, whose
 * context the two look at differently.
 */
public final class CaseMap {

    private static final int CAPITAL_SIGMA = 0x3A3;
    private static final int FINAL_SIGMA = 0x3C2;
    private static final int SMALL_SIGMA = 0x3C3;

    /** Characters of which the title case is more than one character, each followed by that and a blank. */
    private static final String TITLES =
            "\u00dfSs \u0149\u02bcN \u01f0J\u030c \u0390\u0399\u0308\u0301 \u03b0\u03a5\u0308\u0301 \u0587\u0535\u0582 "
            + "\u1e96H\u0331 \u1e97T\u0308 \u1e98W\u030a \u1e99Y\u030a \u1e9aA\u02be \u1f50\u03a5\u0313 "
            + "\u1f52\u03a5\u0313\u0300 \u1f54\u03a5\u0313\u0301 \u1f56\u03a5\u0313\u0342 \u1fb2\u1fba\u0345 "
            + "\u1fb4\u0386\u0345 \u1fb6\u0391\u0342 \u1fb7\u0391\u0342\u0345 \u1fc2\u1fca\u0345 \u1fc4\u0389\u0345 "
            + "\u1fc6\u0397\u0342 \u1fc7\u0397\u0342\u0345 \u1fd2\u0399\u0308\u0300 \u1fd3\u0399\u0308\u0301 "
            + "\u1fd6\u0399\u0342 \u1fd7\u0399\u0308\u0342 \u1fe2\u03a5\u0308\u0300 \u1fe3\u03a5\u0308\u0301 "
            + "\u1fe4\u03a1\u0313 \u1fe6\u03a5\u0342 \u1fe7\u03a5\u0308\u0342 \u1ff2\u1ffa\u0345 \u1ff4\u038f\u0345 "
            + "\u1ff6\u03a9\u0342 \u1ff7\u03a9\u0342\u0345 \ufb00Ff \ufb01Fi \ufb02Fl \ufb03Ffi \ufb04Ffl \ufb05St "
            + "\ufb06St \ufb13\u0544\u0576 \ufb14\u0544\u0565 \ufb15\u0544\u056b \ufb16\u054e\u0576 \ufb17\u0544\u056d ";

    private CaseMap() {
    }

    public static Object lower(Object text) {
        if (text instanceof String s && isPlain(s)) {
            return s.toLowerCase(Locale.ROOT);
        }
        int n = Str.length(text);
        StrBuilder out = new StrBuilder(n);
        for (int i = 0; i < n; i++) {
            appendLower(out, text, i);
        }
        return out.build();
    }

    public static Object upper(Object text) {
        if (text instanceof String s && isPlain(s)) {
            return s.toUpperCase(Locale.ROOT);
        }
        int n = Str.length(text);
        StrBuilder out = new StrBuilder(n);
        for (int i = 0; i < n; i++) {
            appendUpper(out, Str.codePointAt(text, i));
        }
        return out.build();
    }

    public static Object title(Object text) {
        int n = Str.length(text);
        StrBuilder out = new StrBuilder(n);
        boolean inWord = false;
        for (int i = 0; i < n; i++) {
            int c = Str.codePointAt(text, i);
            if (inWord) {
                appendLower(out, text, i);
            } else {
                appendTitle(out, c);
            }
            inWord = Chars.isCased(c);
        }
        return out.build();
    }

    public static Object capitalize(Object text) {
        int n = Str.length(text);
        if (n == 0) {
            return text;
        }
        StrBuilder out = new StrBuilder(n);
        appendTitle(out, Str.codePointAt(text, 0));
        for (int i = 1; i < n; i++) {
            appendLower(out, text, i);
        }
        return out.build();
    }

    public static Object swapCase(Object text) {
        int n = Str.length(text);
        StrBuilder out = new StrBuilder(n);
        for (int i = 0; i < n; i++) {
            int c = Str.codePointAt(text, i);
            if (Chars.isUpper(c)) {
                appendLower(out, text, i);
            } else if (Chars.isLower(c)) {
                appendUpper(out, c);
            } else {
                out.append(c);
            }
        }
        return out.build();
    }

    public static Object caseFold(Object text) {
        if (Str.isAscii(text)) {
            return ((String) text).toLowerCase(Locale.ROOT);
        }
        int n = Str.length(text);
        StrBuilder out = new StrBuilder(n);
        for (int i = 0; i < n; i++) {
            appendFolded(out, Str.codePointAt(text, i));
        }
        return out.build();
    }

    /** Whether the JDK's mapping of the whole string is Python's. */
    private static boolean isPlain(String s) {
        for (int i = 0, n = s.length(); i < n; i++) {
            char c = s.charAt(i);
            if (c == CAPITAL_SIGMA || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static void appendLower(StrBuilder out, Object text, int i) {
        int c = Str.codePointAt(text, i);
        if (c == CAPITAL_SIGMA) {
            out.append(isFinalSigma(text, i) ? FINAL_SIGMA : SMALL_SIGMA);
        } else if (c == 0x130) {
            out.append("i\u0307");
        } else {
            out.append(Character.toLowerCase(c));
        }
    }

    // After a cased letter and not before one, case-ignorable characters aside (handle_capital_sigma).
    private static boolean isFinalSigma(Object text, int at) {
        int i = at - 1;
        while (i >= 0 && Chars.isCaseIgnorable(Str.codePointAt(text, i))) {
            i--;
        }
        if (i < 0 || !Chars.isCased(Str.codePointAt(text, i))) {
            return false;
        }
        int n = Str.length(text);
        i = at + 1;
        while (i < n && Chars.isCaseIgnorable(Str.codePointAt(text, i))) {
            i++;
        }
        return i == n || !Chars.isCased(Str.codePointAt(text, i));
    }

    private static void appendUpper(StrBuilder out, int c) {
        if (c < 128 || c > 0xFFFF || Character.isSurrogate((char) c)) {
            out.append(Character.toUpperCase(c));
        } else {
            out.append(Str.ofChar((char) c).toUpperCase(Locale.ROOT));
        }
    }

    private static void appendTitle(StrBuilder out, int c) {
        int at = c < 128 || c > 0xFFFF || Character.toTitleCase(c) != c ? -1 : titleEntry(c);
        if (at < 0) {
            out.append(Character.toTitleCase(c));
        } else {
            out.append(TITLES.substring(at + 1, TITLES.indexOf(' ', at)));
        }
    }

    private static int titleEntry(int c) {
        if (TITLES.charAt(0) == c) {
            return 0;
        }
        int at = -1;
        do {
            at = TITLES.indexOf(c, at + 1);
        } while (at >= 0 && TITLES.charAt(at - 1) != ' ');
        return at;
    }

    // Lower case of the upper case, except that Cherokee folds to capitals.
    private static void appendFolded(StrBuilder out, int c) {
        if (c == 0x131 || c >= 0x13A0 && c <= 0x13F5) {
            out.append(c);
        } else if (c >= 0x13F8 && c <= 0x13FD) {
            out.append(c - 8);
        } else if (c >= 0xAB70 && c <= 0xABBF) {
            out.append(c - 0xAB70 + 0x13A0);
        } else if (c == 0x1E9E) {
            out.append("ss");
        } else if (c > 0xFFFF || Character.isSurrogate((char) c)) {
            out.append(Character.toLowerCase(Character.toUpperCase(c)));
        } else {
            String upper = Str.ofChar((char) c).toUpperCase(Locale.ROOT);
            for (int i = 0; i < upper.length(); i++) {
                char u = upper.charAt(i);
                if (u == 0x130) {
                    out.append("i\u0307");
                } else {
                    out.append(Character.toLowerCase(u));
                }
            }
        }
    }
}
