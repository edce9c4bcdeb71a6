package dev.adder.language.text;

/**
 * What Python says about one code point. CPython 3.14 and Java 25 both know Unicode 16, so most answers are
 * {@link Character}'s; the small tables name where the two define a property differently. A test compares every code
 * point with CPython.
 */
public final class Chars {

    /** Not alphabetic to the normalised identifier rules (XID of UAX 31), although Java's plain ID_Start has them. */
    private static final String NOT_XID_START =
            "\u037a\u0e33\u0eb3\u2e2f\u309b\u309c\ufc5e\ufc5f\ufc60\ufc61\ufc62\ufc63\ufdfa\ufdfb\ufe70\ufe72\ufe74\ufe76"
            + "\ufe78\ufe7a\ufe7c\ufe7e\uff9e\uff9f";
    private static final String NOT_XID_CONTINUE =
            "\u037a\u2e2f\u309b\u309c\ufc5e\ufc5f\ufc60\ufc61\ufc62\ufc63\ufdfa\ufdfb\ufe70\ufe72\ufe74\ufe76\ufe78\ufe7a"
            + "\ufe7c\ufe7e";

    /** Runs of digits that are not decimal (superscripts, circled, ...): first, count, value of the first. */
    private static final int[] DIGIT_RUNS = {
        0xB2, 2, 2, 0xB9, 1, 1, 0x1369, 9, 1, 0x19DA, 1, 1, 0x2070, 1, 0, 0x2074, 6, 4, 0x2080, 10, 0, 0x2460, 9, 1,
        0x2474, 9, 1, 0x2488, 9, 1, 0x24EA, 1, 0, 0x24F5, 9, 1, 0x24FF, 1, 0, 0x2776, 9, 1, 0x2780, 9, 1, 0x278A, 9, 1,
        0x10A40, 4, 1, 0x10E60, 9, 1, 0x11052, 9, 1, 0x1F100, 1, 0, 0x1F101, 10, 0,
    };

    /** Ideographs with a numeric value (Unihan), which are letters otherwise. */
    private static final String NUMERIC_IDEOGRAPHS =
            "\u3405\u3483\u382a\u3b4d\u4e00\u4e03\u4e07\u4e09\u4e24\u4e5d\u4e8c\u4e94\u4e96\u4eac\u4ebf\u4ec0\u4edf\u4ee8"
            + "\u4f0d\u4f70\u4fe9\u5006\u5104\u5146\u5169\u516b\u516d\u5341\u5343\u5344\u5345\u534c\u53c1\u53c2\u53c3"
            + "\u53c4\u56db\u58f1\u58f9\u5e7a\u5efe\u5eff\u5f0c\u5f0d\u5f0e\u5f10\u62d0\u62fe\u634c\u67d2\u6d1e\u6f06"
            + "\u7396\u767e\u7695\u79ed\u8086\u842c\u8cae\u8cb3\u8d30\u920e\u94a9\u9621\u9646\u964c\u9678\u96f6\uf96b"
            + "\uf973\uf978\uf9b2\uf9d1\uf9d3\uf9fd";
    private static final int[] WIDE_NUMERIC_IDEOGRAPHS = {
        0x20001, 0x20064, 0x200E2, 0x20121, 0x2092A, 0x20983, 0x2098C, 0x2099C, 0x20AEA, 0x20AFD, 0x20B19, 0x22390,
        0x22998, 0x23B1B, 0x2626D, 0x2F890,
    };

    /** Word_Break MidLetter, MidNumLet and Single_Quote (UAX 29): ignorable between cased letters. */
    private static final String MID_LETTERS = "'.:\u00b7\u0387\u055f\u05f4\u2018\u2019\u2024\u2027\ufe13\ufe52\ufe55\uff07"
            + "\uff0e\uff1a";

    private Chars() {
    }

    public static boolean isSpace(int c) {
        if (c < 128) {
            return c == ' ' || c >= 9 && c <= 13 || c >= 0x1C && c <= 0x1F;
        }
        return c == 0x85 || Character.isSpaceChar(c);
    }

    /** Where {@code str.splitlines} breaks. */
    public static boolean isLineBreak(int c) {
        return c >= 0xA && c <= 0xD || c >= 0x1C && c <= 0x1E || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    public static boolean isAlpha(int c) {
        return Character.isLetter(c);
    }

    public static boolean isDecimal(int c) {
        return c < 128 ? c >= '0' && c <= '9' : Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER;
    }

    public static boolean isDigit(int c) {
        return isDecimal(c) || c >= 0xB2 && specialDigit(c) >= 0;
    }

    public static boolean isNumeric(int c) {
        if (c < 128) {
            return c >= '0' && c <= '9';
        }
        return switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            case Character.OTHER_LETTER -> c >= 0x3405 && isNumericIdeograph(c);
            default -> false;
        };
    }

    private static boolean isNumericIdeograph(int c) {
        if (c <= 0xFFFF) {
            return NUMERIC_IDEOGRAPHS.indexOf(c) >= 0;
        }
        for (int wide : WIDE_NUMERIC_IDEOGRAPHS) {
            if (wide == c) {
                return true;
            }
        }
        return false;
    }

    public static boolean isAlnum(int c) {
        return isAlpha(c) || isNumeric(c);
    }

    public static boolean isLower(int c) {
        return Character.isLowerCase(c);
    }

    public static boolean isUpper(int c) {
        return Character.isUpperCase(c);
    }

    public static boolean isTitle(int c) {
        return Character.isTitleCase(c);
    }

    public static boolean isCased(int c) {
        return Character.isLowerCase(c) || Character.isUpperCase(c) || Character.isTitleCase(c);
    }

    /** Case_Ignorable (Unicode, section 3.13): skipped when looking for the neighbours of a capital sigma. */
    public static boolean isCaseIgnorable(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.MODIFIER_LETTER,
                    Character.MODIFIER_SYMBOL -> true;
            default -> c <= 0xFFFF && MID_LETTERS.indexOf(c) >= 0;
        };
    }

    /** Whether {@code repr} shows the character itself. */
    public static boolean isPrintable(int c) {
        if (c < 127) {
            return c >= ' ';
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }

    /** XID_Start or underscore. */
    public static boolean isIdentifierStart(int c) {
        if (c < 128) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
        }
        return Character.isUnicodeIdentifierStart(c) && !(c <= 0xFFFF && NOT_XID_START.indexOf(c) >= 0);
    }

    /** XID_Continue. */
    public static boolean isIdentifierPart(int c) {
        if (c < 128) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= '0' && c <= '9';
        }
        if (Character.isIdentifierIgnorable(c)) {
            return c == 0x200C || c == 0x200D;
        }
        return Character.isUnicodeIdentifierPart(c) && !(c <= 0xFFFF && NOT_XID_CONTINUE.indexOf(c) >= 0);
    }

    /** {@code str.isidentifier}. */
    public static boolean isIdentifier(Object text) {
        int n = Str.length(text);
        if (n == 0 || !isIdentifierStart(Str.codePointAt(text, 0))) {
            return false;
        }
        for (int i = 1; i < n; i++) {
            if (!isIdentifierPart(Str.codePointAt(text, i))) {
                return false;
            }
        }
        return true;
    }

    /** The value of a decimal digit, or -1. */
    public static int decimalValue(int c) {
        if (c < 128) {
            return c >= '0' && c <= '9' ? c - '0' : -1;
        }
        return Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER ? Character.digit(c, 10) : -1;
    }

    /** The value of a decimal or other single digit, or -1. */
    public static int digitValue(int c) {
        int value = decimalValue(c);
        return value >= 0 || c < 0xB2 ? value : specialDigit(c);
    }

    private static int specialDigit(int c) {
        for (int i = 0; i < DIGIT_RUNS.length; i += 3) {
            int at = c - DIGIT_RUNS[i];
            if (at >= 0 && at < DIGIT_RUNS[i + 1]) {
                return DIGIT_RUNS[i + 2] + at;
            }
        }
        return -1;
    }
}
