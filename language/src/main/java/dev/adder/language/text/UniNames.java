package dev.adder.language.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Names of characters as CPython's unicodedata knows them: {@code \N{...}}, {@code unicodedata.name} and {@code lookup}
 * (Modules/unicodedata.c: _getucname, _getcode). The JDK has the names of the Unicode Character Database; what is derived
 * by rule and the aliases are added here.
 */
public final class UniNames {

    private static final String CJK = "CJK UNIFIED IDEOGRAPH-";
    private static final String HANGUL = "HANGUL SYLLABLE ";
    private static final int HANGUL_BASE = 0xAC00;
    private static final int HANGUL_COUNT = 11172;
    private static final int VOWEL_COUNT = 21;
    private static final int FINAL_COUNT = 28;
    private static final String[] INITIALS = {"G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C",
        "K", "T", "P", "H"};
    private static final String[] VOWELS = {"A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U",
        "WEO", "WE", "WI", "YU", "EU", "YI", "I"};
    private static final String[] FINALS = {"", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP",
        "LH", "M", "B", "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H"};

    private UniNames() {
    }

    /** The aliases and named sequences, read at the first look-up that no plain name answers. */
    private static final class Aliases {
        static final Map<String, Object> TEXTS = load();

        private static Map<String, Object> load() {
            Map<String, Object> texts = new HashMap<>(2048);
            String data;
            try (InputStream in = UniNames.class.getResourceAsStream("unicode-aliases.txt")) {
                data = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            } catch (IOException e) {
                throw new IllegalStateException("unicode-aliases.txt", e);
            }
            for (int at = 0; at < data.length();) {
                int end = data.indexOf('\n', at);
                int mark = data.indexOf(';', at);
                if (data.charAt(at) != '#') {
                    texts.put(data.substring(mark + 1, end), points(data, at, mark));
                }
                at = end + 1;
            }
            return texts;
        }

        private static Object points(String data, int at, int end) {
            StrBuilder text = new StrBuilder();
            while (at < end) {
                int space = data.indexOf(' ', at);
                int stop = space < 0 || space > end ? end : space;
                text.append(Integer.parseInt(data, at, stop, 16));
                at = stop + 1;
            }
            return text.build();
        }
    }

    /** The name of the character, or null if it has none. */
    public static String name(int c) {
        if (c >= HANGUL_BASE && c < HANGUL_BASE + HANGUL_COUNT) {
            int at = c - HANGUL_BASE;
            return HANGUL + INITIALS[at / (VOWEL_COUNT * FINAL_COUNT)] + VOWELS[at / FINAL_COUNT % VOWEL_COUNT]
                    + FINALS[at % FINAL_COUNT];
        }
        int type = Character.getType(c);
        if (type == Character.CONTROL || type == Character.UNASSIGNED || type == Character.SURROGATE
                || type == Character.PRIVATE_USE) {
            return null;
        }
        String name = Character.getName(c);
        String hex = Integer.toHexString(c).toUpperCase(Locale.ROOT);
        // The JDK names what the database names by range only "BLOCK HEX".
        if (name.endsWith(hex) && name.charAt(name.length() - hex.length() - 1) == ' ') {
            return name.startsWith("CJK UNIFIED") ? CJK.concat(hex) : null;
        }
        return name;
    }

    /**
     * The text with this name, alias or (if {@code sequences}) named sequence, or null. Names are compared without regard
     * to case, except those derived by rule.
     */
    public static Object lookup(Object name, boolean sequences) {
        if (!Str.isAscii(name) || Str.isEmpty(name)) {
            return null;
        }
        String plain = (String) name;
        if (plain.startsWith(HANGUL)) {
            return hangul(plain);
        }
        if (plain.startsWith(CJK)) {
            return ideograph(plain);
        }
        String key = plain.toUpperCase(Locale.ROOT);
        Object found = byName(key);
        if (found == null) {
            found = key.startsWith("VS") ? variationSelector(key) : Aliases.TEXTS.get(key);
        }
        return found != null && !sequences && Str.length(found) > 1 ? null : found;
    }

    private static Object byName(String key) {
        int c;
        try {
            c = Character.codePointOf(key);
        } catch (IllegalArgumentException notFound) {
            return null;
        }
        // codePointOf also takes blanks around the name, control codes and "BLOCK HEX".
        return key.equals(name(c)) && !key.startsWith(CJK) && !key.startsWith(HANGUL) ? Str.ofCodePoint(c) : null;
    }

    private static Object hangul(String name) {
        int initial = longest(name, HANGUL.length(), INITIALS);
        int at = HANGUL.length() + (initial < 0 ? 0 : INITIALS[initial].length());
        int vowel = longest(name, at, VOWELS);
        at += vowel < 0 ? 0 : VOWELS[vowel].length();
        int last = longest(name, at, FINALS);
        if (initial < 0 || vowel < 0 || at + FINALS[last].length() != name.length()) {
            return null;
        }
        return Str.ofCodePoint(HANGUL_BASE + (initial * VOWEL_COUNT + vowel) * FINAL_COUNT + last);
    }

    private static int longest(String name, int at, String[] parts) {
        int best = -1;
        for (int i = 0; i < parts.length; i++) {
            if (name.startsWith(parts[i], at) && (best < 0 || parts[i].length() > parts[best].length())) {
                best = i;
            }
        }
        return best;
    }

    private static Object ideograph(String name) {
        int digits = name.length() - CJK.length();
        if (digits != 4 && digits != 5) {
            return null;
        }
        int c = 0;
        for (int i = CJK.length(); i < name.length(); i++) {
            char digit = name.charAt(i);
            if (digit >= 'a' || Character.digit(digit, 16) < 0) {
                return null;
            }
            c = c * 16 + Character.digit(digit, 16);
        }
        String found = name(c);
        return found != null && found.startsWith(CJK) ? Str.ofCodePoint(c) : null;
    }

    private static Object variationSelector(String key) {
        int n = 0;
        for (int i = 2; i < key.length(); i++) {
            char digit = key.charAt(i);
            if (digit < '0' || digit > '9' || i > 4 || i == 2 && digit == '0') {
                return null;
            }
            n = n * 10 + digit - '0';
        }
        if (n < 1 || n > 256) {
            return null;
        }
        return Str.ofCodePoint(n <= 16 ? 0xFE00 + n - 1 : 0xE0100 + n - 17);
    }
}
