package dev.adder.language.text;

/** From text to float and complex: {@code float(str)}, {@code complex(str)} and literals, correctly rounded. */
public final class FloatParse {

    private FloatParse() {
    }

    /** {@code float(text)} (CPython: PyFloat_FromString). */
    public static double parse(Object text) {
        String s = asciiDigits(text);
        if (s != null) {
            int start = skipSpace(s, 0);
            int end = trimSpace(s, start);
            String plain = withoutUnderscores(s, start, end);
            if (plain != null) {
                int stop = scan(plain, 0);
                if (stop == plain.length() && stop > 0) {
                    return value(plain, 0, stop);
                }
            }
        }
        throw notAFloat(Quote.repr(text));
    }

    /** The error of {@code float()} for an argument with this repr. */
    public static TextException notAFloat(Object repr) {
        return TextException.valueError("could not convert string to float: ".concat(Str.toJava(repr)));
    }

    /** The value of a float literal, which the tokenizer has checked; underscores are skipped. */
    public static double literal(String digits) {
        return Double.parseDouble(digits.indexOf('_') < 0 ? digits : digits.replace("_", ""));
    }

    /** Real and imaginary part of {@code complex(text)} (CPython: complex_subtype_from_string). */
    public static double[] parseComplex(Object text) {
        String s = asciiDigits(text);
        if (s != null) {
            String plain = withoutUnderscores(s, 0, s.length());
            if (plain != null) {
                double[] parts = complexParts(plain);
                if (parts != null) {
                    return parts;
                }
            } else {
                throw TextException.valueError("could not convert string to complex: "
                        .concat(Str.toJava(Quote.repr(text))));
            }
        }
        throw TextException.valueError("complex() arg is a malformed string");
    }

    // Accepts float, float j, float signed-float j, [sign] j and float sign j, in parentheses or not.
    private static double[] complexParts(String s) {
        int n = s.length();
        int at = skipSpace(s, 0);
        boolean bracket = at < n && s.charAt(at) == '(';
        if (bracket) {
            at = skipSpace(s, at + 1);
        }
        double real = 0;
        double imaginary = 0;
        int end = scan(s, at);
        if (end != at) {
            double first = value(s, at, end);
            at = end;
            if (isSignAt(s, at)) {
                real = first;
                end = scan(s, at);
                if (end != at) {
                    imaginary = value(s, at, end);
                    at = end;
                } else {
                    imaginary = s.charAt(at) == '+' ? 1 : -1;
                    at++;
                }
                if (!isUnitAt(s, at)) {
                    return null;
                }
                at++;
            } else if (isUnitAt(s, at)) {
                imaginary = first;
                at++;
            } else {
                real = first;
            }
        } else {
            imaginary = 1;
            if (isSignAt(s, at)) {
                imaginary = s.charAt(at) == '+' ? 1 : -1;
                at++;
            }
            if (!isUnitAt(s, at)) {
                return null;
            }
            at++;
        }
        at = skipSpace(s, at);
        if (bracket) {
            if (at >= n || s.charAt(at) != ')') {
                return null;
            }
            at = skipSpace(s, at + 1);
        }
        return at == n ? new double[] {real, imaginary} : null;
    }

    private static boolean isSignAt(String s, int at) {
        return at < s.length() && (s.charAt(at) == '+' || s.charAt(at) == '-');
    }

    private static boolean isUnitAt(String s, int at) {
        return at < s.length() && (s.charAt(at) == 'j' || s.charAt(at) == 'J');
    }

    /** The end of the longest float (sign, digits, point, exponent, or inf/nan) at the index; the index if none. */
    static int scan(String s, int start) {
        int n = s.length();
        int at = start;
        if (isSignAt(s, at)) {
            at++;
        }
        int word = scanWord(s, at);
        if (word > at) {
            return word;
        }
        int digitsStart = at;
        at = scanDigits(s, at);
        int digits = at - digitsStart;
        if (at < n && s.charAt(at) == '.') {
            int fraction = scanDigits(s, at + 1);
            digits += fraction - at - 1;
            at = fraction;
        }
        if (digits == 0) {
            return start;
        }
        if (at < n && (s.charAt(at) | 0x20) == 'e') {
            int exponent = isSignAt(s, at + 1) ? at + 2 : at + 1;
            int end = scanDigits(s, exponent);
            return end > exponent ? end : at;
        }
        return at;
    }

    private static int scanWord(String s, int at) {
        if (s.regionMatches(true, at, "infinity", 0, 8)) {
            return at + 8;
        }
        return s.regionMatches(true, at, "inf", 0, 3) || s.regionMatches(true, at, "nan", 0, 3) ? at + 3 : at;
    }

    private static int scanDigits(String s, int at) {
        while (at < s.length() && s.charAt(at) >= '0' && s.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    /** The value of a few digits with a point among them or not; NaN if there are more, or an exponent. */
    private static double plain(String s, int start, int end) {
        boolean negative = s.charAt(start) == '-';
        int i = negative || s.charAt(start) == '+' ? start + 1 : start;
        if (end - i > DecimalFloat.MOST) {
            return Double.NaN;
        }
        long digits = 0;
        int places = 0;
        boolean point = false;
        for (; i < end; i++) {
            char c = s.charAt(i);
            if (c == '.') {
                point = true;
            } else if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
                places += point ? 1 : 0;
            } else {
                return Double.NaN;
            }
        }
        double size = DecimalFloat.of(digits, places);
        return negative ? -size : size;
    }

    private static double value(String s, int start, int end) {
        char last = s.charAt(end - 1);
        if (last >= '0' && last <= '9' || last == '.') {
            double plain = plain(s, start, end);
            return Double.isNaN(plain) ? Double.parseDouble(s.substring(start, end)) : plain;
        }
        double size = (last | 0x20) == 'n' && (s.charAt(end - 3) | 0x20) == 'n' ? Double.NaN : Double.POSITIVE_INFINITY;
        return s.charAt(start) == '-' ? -size : size;
    }

    // ---- shared with IntText

    /**
     * The text with decimal digits of any script as ASCII ones and spaces as blanks; null if another character beyond
     * ASCII is in it (CPython: _PyUnicode_TransformDecimalAndSpaceToASCII).
     */
    static String asciiDigits(Object text) {
        if (!(text instanceof String) || !Str.isAscii(text)) {
            return translateDigits(text);
        }
        return (String) text;
    }

    private static String translateDigits(Object text) {
        int n = Str.length(text);
        StringBuilder out = new StringBuilder(n);
        for (int i = 0; i < n; i++) {
            int c = Str.codePointAt(text, i);
            if (c < 127) {
                out.append((char) c);
            } else if (Chars.isSpace(c)) {
                out.append(' ');
            } else {
                int digit = Chars.decimalValue(c);
                if (digit < 0) {
                    return null;
                }
                out.append((char) ('0' + digit));
            }
        }
        return out.toString();
    }

    /** ASCII white space of C's isspace; the separators 0x1C to 0x1F are not among them. */
    private static boolean isBlank(char c) {
        return c == ' ' || c >= 9 && c <= 13;
    }

    static int skipSpace(String s, int at) {
        while (at < s.length() && isBlank(s.charAt(at))) {
            at++;
        }
        return at;
    }

    static int trimSpace(String s, int start) {
        int end = s.length();
        while (end > start && isBlank(s.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** The range without underscores, each of which must stand between two digits; null if one does not. */
    private static String withoutUnderscores(String s, int start, int end) {
        int first = s.indexOf('_', start, end);
        if (first < 0) {
            return s.substring(start, end);
        }
        StringBuilder out = new StringBuilder(end - start);
        char previous = 0;
        for (int i = start; i < end; i++) {
            char c = s.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (c == '_' ? previous < '0' || previous > '9' : previous == '_' && !digit) {
                return null;
            }
            if (c != '_') {
                out.append(c);
            }
            previous = c;
        }
        return previous == '_' ? null : out.toString();
    }
}
