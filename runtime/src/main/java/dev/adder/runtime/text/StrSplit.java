package dev.adder.runtime.text;

import dev.adder.language.text.Chars;
import dev.adder.language.text.Str;
import dev.adder.language.text.TextException;
import java.util.Arrays;

/** {@code split}, {@code rsplit}, {@code splitlines}, {@code partition}; a negative {@code max} means no limit. */
public final class StrSplit {

    private StrSplit() {
    }

    /** Pieces in the order they were found; grows. */
    private static final class Pieces {
        Object[] items = new Object[8];
        int count;

        void add(Object text, int start, int end) {
            if (count == items.length) {
                items = Arrays.copyOf(items, count * 2);
            }
            items[count++] = Str.slice(text, start, end);
        }

        Object[] inOrder() {
            return Arrays.copyOf(items, count);
        }

        Object[] reversed() {
            Object[] result = new Object[count];
            for (int i = 0; i < count; i++) {
                result[i] = items[count - 1 - i];
            }
            return result;
        }
    }

    /** {@code text.split(None, max)}: at runs of white space. */
    public static Object[] split(Object text, long max) {
        Pieces pieces = new Pieces();
        int n = Str.length(text);
        int at = skipSpace(text, 0, n);
        while (at < n && (max < 0 || pieces.count < max)) {
            int end = at + 1;
            while (end < n && !Chars.isSpace(Str.codePointAt(text, end))) {
                end++;
            }
            pieces.add(text, at, end);
            at = skipSpace(text, end, n);
        }
        if (at < n) {
            pieces.add(text, at, n);
        }
        return pieces.inOrder();
    }

    private static int skipSpace(Object text, int at, int end) {
        while (at < end && Chars.isSpace(Str.codePointAt(text, at))) {
            at++;
        }
        return at;
    }

    public static Object[] split(Object text, Object separator, long max) {
        int step = checkSeparator(separator);
        Pieces pieces = new Pieces();
        int n = Str.length(text);
        int from = 0;
        int at = max == 0 ? -1 : Str.find(text, separator, 0, n);
        while (at >= 0) {
            pieces.add(text, from, at);
            from = at + step;
            at = max >= 0 && pieces.count >= max ? -1 : Str.find(text, separator, from, n);
        }
        pieces.add(text, from, n);
        return pieces.inOrder();
    }

    /** {@code text.rsplit(None, max)}. */
    public static Object[] rsplit(Object text, long max) {
        Pieces pieces = new Pieces();
        int end = skipSpaceBack(text, Str.length(text));
        while (end > 0 && (max < 0 || pieces.count < max)) {
            int start = end - 1;
            while (start > 0 && !Chars.isSpace(Str.codePointAt(text, start - 1))) {
                start--;
            }
            pieces.add(text, start, end);
            end = skipSpaceBack(text, start);
        }
        if (end > 0) {
            pieces.add(text, 0, end);
        }
        return pieces.reversed();
    }

    private static int skipSpaceBack(Object text, int end) {
        while (end > 0 && Chars.isSpace(Str.codePointAt(text, end - 1))) {
            end--;
        }
        return end;
    }

    public static Object[] rsplit(Object text, Object separator, long max) {
        int step = checkSeparator(separator);
        Pieces pieces = new Pieces();
        int end = Str.length(text);
        int at = max == 0 ? -1 : Str.rfind(text, separator, 0, end);
        while (at >= 0) {
            pieces.add(text, at + step, end);
            end = at;
            at = max >= 0 && pieces.count >= max ? -1 : Str.rfind(text, separator, 0, end);
        }
        pieces.add(text, 0, end);
        return pieces.reversed();
    }

    public static Object[] splitLines(Object text, boolean keepEnds) {
        Pieces pieces = new Pieces();
        int n = Str.length(text);
        int at = 0;
        while (at < n) {
            int end = at;
            while (end < n && !Chars.isLineBreak(Str.codePointAt(text, end))) {
                end++;
            }
            int next = end < n ? end + 1 : n;
            if (next < n && Str.codePointAt(text, end) == '\r' && Str.codePointAt(text, next) == '\n') {
                next++;
            }
            pieces.add(text, at, keepEnds ? next : end);
            at = next;
        }
        return pieces.inOrder();
    }

    /** Head, separator, tail; the text and two empty ones if the separator is not in it. */
    public static Object[] partition(Object text, Object separator) {
        int step = checkSeparator(separator);
        int n = Str.length(text);
        int at = Str.find(text, separator, 0, n);
        return at < 0 ? new Object[] {text, "", ""}
                : new Object[] {Str.slice(text, 0, at), separator, Str.slice(text, at + step, n)};
    }

    /** As {@link #partition} at the last separator; two empty texts and the text if it is not there. */
    public static Object[] rpartition(Object text, Object separator) {
        int step = checkSeparator(separator);
        int n = Str.length(text);
        int at = Str.rfind(text, separator, 0, n);
        return at < 0 ? new Object[] {"", "", text}
                : new Object[] {Str.slice(text, 0, at), separator, Str.slice(text, at + step, n)};
    }

    private static int checkSeparator(Object separator) {
        int n = Str.length(separator);
        if (n == 0) {
            throw TextException.valueError("empty separator");
        }
        return n;
    }
}
