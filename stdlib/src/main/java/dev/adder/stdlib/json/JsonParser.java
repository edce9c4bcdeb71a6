package dev.adder.stdlib.json;

import dev.adder.language.text.DecimalFloat;
import dev.adder.language.text.Str;
import dev.adder.language.text.StrBuilder;
import dev.adder.language.text.WideStr;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.PyBaseException;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyFloat;
import dev.adder.runtime.objects.PyInt;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.text.Latin1;
import dev.adder.stdlib.Imports;

/**
 * A JSON parser over one text, with CPython's errors and positions. Each reading method takes the position to begin at
 * and leaves the position behind what it read in {@link #position()}.
 */
abstract class JsonParser {

    private static final int POLL_VALUES = 4096;
    private static final int LONG_DIGITS = 18;

    private final ThreadState ts;
    private final JsonScanner scanner;
    final boolean strict;
    final int length;
    int position;
    private int untilPoll = POLL_VALUES;

    JsonParser(ThreadState ts, JsonScanner scanner, int length, boolean strict) {
        this.ts = ts;
        this.scanner = scanner;
        this.length = length;
        this.strict = strict;
    }

    static JsonParser over(ThreadState ts, JsonScanner scanner, Object text, boolean strict) {
        return text instanceof String s ? new Narrow(ts, scanner, s, strict)
                : new Wide(ts, scanner, (WideStr) text, strict);
    }

    abstract int at(int i);

    abstract Object text();

    /** The string literal behind the quote before {@code start}, if it holds no escape; null if it does. */
    abstract Object plainString(int start, boolean key);

    final int position() {
        return position;
    }

    private PyRaise error(String message, int at) {
        Object type = Imports.attribute(ts, "json.decoder", "JSONDecodeError");
        return new PyRaise((PyBaseException) Calls.call3(ts, type, message, text(), (long) at));
    }

    final PyRaise invalidControl(int at) {
        return error("Invalid control character at", at);
    }

    final PyRaise unterminated(int start) {
        return error("Unterminated string starting at", start - 1);
    }

    private static PyRaise stop(int at) {
        return Errors.stopIteration((long) at);
    }

    private int skipSpace(int from) {
        int i = from;
        while (i < length) {
            int c = at(i);
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                break;
            }
            i++;
        }
        return i;
    }

    private boolean is(int i, int c) {
        return i < length && at(i) == c;
    }

    /** Reads any value. */
    final Object value(int i) {
        if (i >= length) {
            throw stop(i);
        }
        if (--untilPoll < 0) {
            untilPoll = POLL_VALUES;
            ts.poll();
        }
        int c = at(i);
        switch (c) {
            case '"':
                return string(i + 1);
            case '{':
                ts.enterCall(" while decoding a JSON object from a unicode string");
                try {
                    return object(i + 1);
                } finally {
                    ts.leaveCall();
                }
            case '[':
                ts.enterCall(" while decoding a JSON array from a unicode string");
                try {
                    return array(i + 1);
                } finally {
                    ts.leaveCall();
                }
            case 'n':
                if (word(i, "null")) {
                    return PyNone.NONE;
                }
                break;
            case 't':
                if (word(i, "true")) {
                    return Boolean.TRUE;
                }
                break;
            case 'f':
                if (word(i, "false")) {
                    return Boolean.FALSE;
                }
                break;
            case 'N':
                if (word(i, "NaN")) {
                    return Calls.call1(ts, scanner.parseConstant, "NaN");
                }
                break;
            case 'I':
                if (word(i, "Infinity")) {
                    return Calls.call1(ts, scanner.parseConstant, "Infinity");
                }
                break;
            case '-':
                if (word(i, "-Infinity")) {
                    return Calls.call1(ts, scanner.parseConstant, "-Infinity");
                }
                break;
            default:
                break;
        }
        return number(i);
    }

    private boolean word(int i, String word) {
        if (length - i < word.length()) {
            return false;
        }
        for (int k = 1; k < word.length(); k++) {
            if (at(i + k) != word.charAt(k)) {
                return false;
            }
        }
        position = i + word.length();
        return true;
    }

    private Object object(int start) {
        boolean pairs = scanner.hasPairsHook();
        PyDict dict = pairs ? null : new PyDict();
        PyList list = pairs ? new PyList() : null;
        int i = skipSpace(start);
        if (!is(i, '}')) {
            while (true) {
                if (!is(i, '"')) {
                    throw error("Expecting property name enclosed in double quotes", i);
                }
                Object key = plainString(i + 1, true);
                if (key == null) {
                    key = escapedString(i + 1);
                }
                i = skipSpace(position);
                if (!is(i, ':')) {
                    throw error("Expecting ':' delimiter", i);
                }
                Object value = value(skipSpace(i + 1));
                if (pairs) {
                    list.append(ts, PyTuple.of(key, value));
                } else {
                    dict.put(ts, key, value);
                }
                i = skipSpace(position);
                if (is(i, '}')) {
                    break;
                }
                if (!is(i, ',')) {
                    throw error("Expecting ',' delimiter", i);
                }
                int comma = i;
                i = skipSpace(i + 1);
                if (is(i, '}')) {
                    throw error("Illegal trailing comma before end of object", comma);
                }
            }
        }
        position = i + 1;
        return pairs ? Calls.call1(ts, scanner.objectPairsHook, list)
                : scanner.hasObjectHook() ? Calls.call1(ts, scanner.objectHook, dict) : dict;
    }

    private Object array(int start) {
        PyList list = new PyList();
        int i = skipSpace(start);
        if (!is(i, ']')) {
            while (true) {
                list.append(ts, value(i));
                i = skipSpace(position);
                if (is(i, ']')) {
                    break;
                }
                if (!is(i, ',')) {
                    throw error("Expecting ',' delimiter", i);
                }
                int comma = i;
                i = skipSpace(i + 1);
                if (is(i, ']')) {
                    throw error("Illegal trailing comma before end of array", comma);
                }
            }
        }
        position = i + 1;
        return list;
    }

    private boolean isDigit(int i) {
        return i < length && at(i) >= '0' && at(i) <= '9';
    }

    private Object number(int start) {
        int i = start;
        boolean negative = at(i) == '-';
        if (negative) {
            i++;
        }
        if (!isDigit(i)) {
            throw stop(start);
        }
        int first = i;
        long digits = 0;
        if (at(i) == '0') {
            i++;
        } else {
            while (isDigit(i)) {
                digits = digits * 10 + (at(i) - '0');
                i++;
            }
        }
        int integral = i - first;
        int fraction = 0;
        boolean isFloat = false;
        if (is(i, '.') && isDigit(i + 1)) {
            isFloat = true;
            i++;
            while (isDigit(i)) {
                digits = digits * 10 + (at(i) - '0');
                i++;
                fraction++;
            }
        }
        int exponent = exponentEnd(i);
        if (exponent > i) {
            return finishFloat(start, exponent);
        }
        position = i;
        if (!isFloat) {
            return integral <= LONG_DIGITS && scanner.parseInt == PyInt.TYPE ? (Object) (negative ? -digits : digits)
                    : Calls.call1(ts, scanner.parseInt, Str.slice(text(), start, i));
        }
        int significant = at(first) == '0' ? fraction : integral + fraction;
        if (significant <= DecimalFloat.MOST && scanner.parseFloat == PyFloat.TYPE) {
            double value = DecimalFloat.of(digits, fraction);
            return negative ? -value : value;
        }
        return finishFloat(start, i);
    }

    private int exponentEnd(int i) {
        if (!is(i, 'e') && !is(i, 'E')) {
            return i;
        }
        int k = i + 1;
        if (is(k, '-') || is(k, '+')) {
            k++;
        }
        int digits = k;
        while (isDigit(k)) {
            k++;
        }
        return k > digits ? k : i;
    }

    private Object finishFloat(int start, int end) {
        position = end;
        Object text = Str.slice(text(), start, end);
        return scanner.parseFloat == PyFloat.TYPE ? (Object) Double.parseDouble((String) text)
                : Calls.call1(ts, scanner.parseFloat, text);
    }

    /** Reads the string whose first character (behind the quote) is at {@code start}. */
    final Object string(int start) {
        Object plain = plainString(start, false);
        return plain != null ? plain : escapedString(start);
    }

    private Object escapedString(int start) {
        StrBuilder out = new StrBuilder();
        int i = start;
        while (true) {
            int from = i;
            int c = 0;
            while (i < length) {
                c = at(i);
                if (c == '"' || c == '\\') {
                    break;
                }
                if (c <= 0x1f && strict) {
                    throw invalidControl(i);
                }
                i++;
            }
            if (i >= length) {
                throw unterminated(start);
            }
            out.append(text(), from, i);
            i++;
            if (c == '"') {
                position = i;
                return out.build();
            }
            if (i >= length) {
                throw unterminated(start);
            }
            if (at(i) == 'u') {
                i = unicodeEscape(i, out);
            } else {
                out.append(simpleEscape(i));
                i++;
            }
        }
    }

    private char simpleEscape(int i) {
        return switch (at(i)) {
            case '"' -> '"';
            case '\\' -> '\\';
            case '/' -> '/';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> throw error("Invalid \\escape", i - 1);
        };
    }

    /** Reads an escape whose u is at {@code i}, and the low surrogate that may follow. */
    private int unicodeEscape(int i, StrBuilder out) {
        int c = hex(i);
        int end = i + 5;
        if (Character.isHighSurrogate((char) c) && end + 6 < length && at(end) == '\\' && at(end + 1) == 'u') {
            int low = hex(end + 1);
            if (Character.isLowSurrogate((char) low)) {
                out.append(Character.toCodePoint((char) c, (char) low));
                return end + 6;
            }
        }
        out.append(c);
        return end;
    }

    /** The four hex digits behind the u at {@code i}. */
    private int hex(int i) {
        if (i + 5 >= length) {
            throw error("Invalid \\uXXXX escape", i);
        }
        int value = 0;
        for (int k = i + 1; k <= i + 4; k++) {
            int c = at(k);
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw error("Invalid \\uXXXX escape", i);
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private static final class Narrow extends JsonParser {

        private final String text;
        /** The characters if all are Latin-1, else null: what they are read from is simple code in every tier. */
        private final byte[] bytes;
        /** See {@link JsonScanner#keys}; null where no objects are read. */
        private final String[] keys;

        Narrow(ThreadState ts, JsonScanner scanner, String text, boolean strict) {
            super(ts, scanner, text.length(), strict);
            this.text = text;
            this.bytes = Latin1.bytesOrNull(text);
            this.keys = scanner == null ? null : scanner.keys;
        }

        @Override
        int at(int i) {
            byte[] b = bytes;
            return b != null ? b[i] & 0xFF : text.charAt(i);
        }

        @Override
        Object text() {
            return text;
        }

        @Override
        Object plainString(int start, boolean key) {
            int hash = 0;
            for (int i = start; i < length; i++) {
                int c = at(i);
                if (c == '"') {
                    position = i + 1;
                    return key ? knownKey(start, i, hash) : text.substring(start, i);
                }
                if (c == '\\') {
                    return null;
                }
                if (c <= 0x1f && strict) {
                    throw invalidControl(i);
                }
                hash = 31 * hash + c;
            }
            throw unterminated(start);
        }

        /** {@code hash} is the String.hashCode of the key. */
        private String knownKey(int start, int end, int hash) {
            int slot = (hash ^ hash >>> 7 ^ hash >>> 14) & JsonScanner.KEYS - 1;
            String known = keys[slot];
            if (known != null && known.length() == end - start && known.hashCode() == hash
                    && text.startsWith(known, start)) {
                return known;
            }
            String fresh = text.substring(start, end);
            if (end - start <= JsonScanner.LONGEST_KEY) {
                keys[slot] = fresh;
            }
            return fresh;
        }
    }

    private static final class Wide extends JsonParser {

        private final WideStr text;
        private final int[] points;

        Wide(ThreadState ts, JsonScanner scanner, WideStr text, boolean strict) {
            super(ts, scanner, text.length(), strict);
            this.text = text;
            this.points = text.rawCodePoints();
        }

        @Override
        int at(int i) {
            return points[i];
        }

        @Override
        Object text() {
            return text;
        }

        @Override
        Object plainString(int start, boolean key) {
            for (int i = start; i < length; i++) {
                int c = points[i];
                if (c == '"') {
                    position = i + 1;
                    return Str.slice(text, start, i);
                }
                if (c == '\\') {
                    return null;
                }
                if (c <= 0x1f && strict) {
                    throw invalidControl(i);
                }
            }
            throw unterminated(start);
        }
    }
}
