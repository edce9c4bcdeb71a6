package dev.adder.runtime.text;

import dev.adder.language.text.Chars;
import dev.adder.language.text.Str;
import dev.adder.language.text.TextException;

/**
 * A parsed format specification: {@code [[fill]align][sign][z][#][0][width][grouping][.[precision][grouping]][type]}
 * (PEP 3101, PEP 378, PEP 515, PEP 682; CPython: Python/formatter_unicode.c).
 *
 * @param fill the fill character
 * @param align one of {@code < > = ^}
 * @param sign {@code + - blank}, or 0 if not given
 * @param noNegativeZero whether {@code z} was given
 * @param alternate whether {@code #} was given
 * @param width -1 if not given
 * @param grouping {@code ,} or {@code _}, {@link #UNDER_FOUR}, or 0
 * @param precision -1 if not given
 * @param fractionGrouping as grouping, behind the point
 * @param type the presentation type, or the default one
 */
record FormatSpec(int fill, char align, char sign, boolean noNegativeZero, boolean alternate, long width, char grouping,
        long precision, char fractionGrouping, int type) {

    /** Underscores every four digits, as in binary, octal and hexadecimal. */
    static final char UNDER_FOUR = '4';

    /** Parses the whole text; {@code typeName} is for the error. */
    static FormatSpec parse(Object text, String typeName, char defaultType, char defaultAlign) {
        return new Parser(text, typeName).parse(defaultType, defaultAlign);
    }

    FormatSpec withType(char newType) {
        return new FormatSpec(fill, align, sign, noNegativeZero, alternate, width, grouping, precision, fractionGrouping,
                newType);
    }

    /** The parser's position in the text. */
    private static final class Parser {
        private final Object text;
        private final String typeName;
        private final int end;
        private int at;

        Parser(Object text, String typeName) {
            this.text = text;
            this.typeName = typeName;
            this.end = Str.length(text);
        }

        FormatSpec parse(char defaultType, char defaultAlign) {
            int fill = ' ';
            char align = defaultAlign;
            boolean fillGiven = false;
            boolean alignGiven = false;
            if (end >= 2 && isAlign(peek(1))) {
                fill = peek(0);
                align = (char) peek(1);
                fillGiven = true;
                alignGiven = true;
                at = 2;
            } else if (end >= 1 && isAlign(peek(0))) {
                align = (char) peek(0);
                alignGiven = true;
                at = 1;
            }
            char sign = peek(0) == '+' || peek(0) == '-' || peek(0) == ' ' ? (char) next() : 0;
            boolean noNegativeZero = accept('z');
            boolean alternate = accept('#');
            if (!fillGiven && accept('0')) {
                fill = '0';
                if (!alignGiven && defaultAlign == '>') {
                    align = '=';
                }
            }
            long width = integer();
            char grouping = grouping();
            long precision = -1;
            char fractionGrouping = 0;
            if (accept('.')) {
                precision = integer();
                fractionGrouping = grouping();
                if (precision < 0 && fractionGrouping == 0) {
                    throw TextException.valueError("Format specifier missing precision");
                }
            }
            if (end - at > 1) {
                throw TextException.valueError("Invalid format specifier '" + Str.toJava(text)
                        + "' for object of type '" + typeName + "'");
            }
            int type = at < end ? next() : defaultType;
            grouping = checkGrouping(grouping, type);
            if (fractionGrouping != 0 && type == 'n') {
                throw badGrouping(fractionGrouping, type);
            }
            return new FormatSpec(fill, align, sign, noNegativeZero, alternate, width, grouping, precision,
                    fractionGrouping, type);
        }

        private int peek(int ahead) {
            return at + ahead < end ? Str.codePointAt(text, at + ahead) : -1;
        }

        private int next() {
            return Str.codePointAt(text, at++);
        }

        private boolean accept(char c) {
            if (peek(0) != c) {
                return false;
            }
            at++;
            return true;
        }

        private static boolean isAlign(int c) {
            return c == '<' || c == '>' || c == '=' || c == '^';
        }

        private long integer() {
            int start = at;
            long value = 0;
            for (int digit = at < end ? Chars.decimalValue(peek(0)) : -1; digit >= 0;
                    digit = at < end ? Chars.decimalValue(peek(0)) : -1) {
                if (value > (Long.MAX_VALUE - digit) / 10) {
                    throw TextException.valueError("Too many decimal digits in format string");
                }
                value = value * 10 + digit;
                at++;
            }
            return at == start ? -1 : value;
        }

        private char grouping() {
            char grouping = accept(',') ? ',' : 0;
            if (accept('_')) {
                if (grouping != 0) {
                    throw commaAndUnderscore();
                }
                grouping = '_';
            }
            if (peek(0) == ',' && grouping == '_') {
                throw commaAndUnderscore();
            }
            return grouping;
        }

        private static TextException commaAndUnderscore() {
            return TextException.valueError("Cannot specify both ',' and '_'.");
        }

        private static char checkGrouping(char grouping, int type) {
            if (grouping == 0) {
                return 0;
            }
            switch (type) {
                case 'd', 'e', 'f', 'g', 'E', 'G', '%', 'F', 0 -> {
                    return grouping;
                }
                case 'b', 'o', 'x', 'X' -> {
                    if (grouping == '_') {
                        return UNDER_FOUR;
                    }
                }
                default -> {
                }
            }
            throw badGrouping(grouping, type);
        }

        private static TextException badGrouping(char grouping, int type) {
            return TextException.valueError("Cannot specify '" + grouping + "' with '" + shown(type) + "'.");
        }
    }

    /** A presentation type in an error: itself, or in hexadecimal. */
    static String shown(int type) {
        return type > 32 && type < 128 ? String.valueOf((char) type) : "\\x" + Integer.toHexString(type);
    }

    TextException unknownType(String typeName) {
        return TextException.valueError("Unknown format code '" + shown(type) + "' for object of type '" + typeName + "'");
    }
}
