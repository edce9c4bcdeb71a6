package dev.adder.runtime.text;

import dev.adder.language.text.Chars;
import dev.adder.language.text.Str;
import dev.adder.language.text.StrBuilder;
import dev.adder.language.text.TextException;
import dev.adder.language.text.WideStr;

/**
 * The methods of {@code str} that make texts from texts, without runtime objects. Indices are code points; a negative
 * {@code max} means no limit. Splitting is in {@link StrSplit}, predicates in {@link StrTests}, case in {@link CaseMap}.
 */
public final class StrMethods {

    /** Maps one code point for {@code str.translate}: null keeps it, "" deletes it, any other text replaces it. */
    public interface Translator {
        Object map(int codePoint);
    }

    private StrMethods() {
    }

    // ---- the start and end arguments of find, count, startswith, ...

    /** A start argument as an index; beyond the end it becomes {@code length + 1}, where nothing is found. */
    public static int adjustStart(long start, int length) {
        if (start < 0) {
            return (int) Math.max(0, start + length);
        }
        return (int) Math.min(start, length + 1L);
    }

    /** An end argument as an index. */
    public static int adjustEnd(long end, int length) {
        return (int) (end < 0 ? Math.max(0, end + length) : Math.min(end, length));
    }

    /** Whether the adjusted range begins with the prefix; an empty one needs {@code start <= end}. */
    public static boolean startsWith(Object text, Object prefix, int start, int end) {
        return end - Str.length(prefix) >= start && Str.matchesAt(text, prefix, start);
    }

    /** Whether the adjusted range ends with the suffix. */
    public static boolean endsWith(Object text, Object suffix, int start, int end) {
        int at = end - Str.length(suffix);
        return at >= start && Str.matchesAt(text, suffix, at);
    }

    public static Object removePrefix(Object text, Object prefix) {
        return Str.matchesAt(text, prefix, 0) ? Str.slice(text, Str.length(prefix), Str.length(text)) : text;
    }

    public static Object removeSuffix(Object text, Object suffix) {
        int at = Str.length(text) - Str.length(suffix);
        return Str.length(suffix) > 0 && Str.matchesAt(text, suffix, at) ? Str.slice(text, 0, at) : text;
    }

    // ---- stripping

    /** {@code strip}, {@code lstrip} or {@code rstrip} of white space. */
    public static Object strip(Object text, boolean left, boolean right) {
        int start = 0;
        int end = Str.length(text);
        while (left && start < end && Chars.isSpace(Str.codePointAt(text, start))) {
            start++;
        }
        while (right && end > start && Chars.isSpace(Str.codePointAt(text, end - 1))) {
            end--;
        }
        return Str.slice(text, start, end);
    }

    /** {@code strip}, {@code lstrip} or {@code rstrip} of the characters of a text. */
    public static Object strip(Object text, Object characters, boolean left, boolean right) {
        int start = 0;
        int end = Str.length(text);
        int n = Str.length(characters);
        while (left && start < end && Str.findCodePoint(characters, Str.codePointAt(text, start), 0, n) >= 0) {
            start++;
        }
        while (right && end > start && Str.findCodePoint(characters, Str.codePointAt(text, end - 1), 0, n) >= 0) {
            end--;
        }
        return Str.slice(text, start, end);
    }

    // ---- replacing

    public static Object replace(Object text, Object old, Object by, long max) {
        int n = Str.length(text);
        int step = Str.length(old);
        if (max == 0 || step > n || step == Str.length(by) && Str.equals(old, by)) {
            return text;
        }
        if (step == 0) {
            return insertBetween(text, by, max);
        }
        if (max < 0 && step <= 16 && text instanceof String s && old instanceof String o && by instanceof String b) {
            checkGrowth(s, o, b);
            return s.replace(o, b);
        }
        int at = Str.find(text, old, 0, n);
        if (at < 0) {
            return text;
        }
        StrBuilder out = new StrBuilder(n);
        int from = 0;
        for (long left = max; at >= 0 && left != 0; left--) {
            out.append(text, from, at).append(by);
            from = at + step;
            at = Str.find(text, old, from, n);
        }
        return out.append(text, from, n).build();
    }

    private static void checkGrowth(String text, String old, String by) {
        long growth = by.length() - old.length();
        if (growth > 0 && text.length() / old.length() * growth + text.length() > Integer.MAX_VALUE) {
            long count = Str.count(text, old, 0, text.length());
            checkLength(text.length() + count * growth, "replace string is too long");
        }
    }

    private static Object insertBetween(Object text, Object by, long max) {
        int n = Str.length(text);
        long count = max < 0 ? n + 1L : Math.min(max, n + 1L);
        checkLength(n + count * Str.length(by), "replace string is too long");
        StrBuilder out = new StrBuilder((int) (n + count * Str.length(by)));
        for (int i = 0; i < count; i++) {
            out.append(by);
            if (i < n) {
                out.append(Str.codePointAt(text, i));
            }
        }
        if (count <= n) {
            out.append(text, (int) count, n);
        }
        return out.build();
    }

    public static Object translate(Object text, Translator table) {
        int n = Str.length(text);
        StrBuilder out = new StrBuilder(n);
        for (int i = 0; i < n; i++) {
            int c = Str.codePointAt(text, i);
            Object mapped = table.map(c);
            if (mapped == null) {
                out.append(c);
            } else {
                out.append(mapped);
            }
        }
        return out.build();
    }

    // ---- padding

    public static Object center(Object text, long width, int fill) {
        long pad = width - Str.length(text);
        if (pad <= 0) {
            return text;
        }
        long left = pad / 2 + (pad & width & 1);
        return pad(text, left, pad - left, fill);
    }

    public static Object ljust(Object text, long width, int fill) {
        return pad(text, 0, width - Str.length(text), fill);
    }

    public static Object rjust(Object text, long width, int fill) {
        return pad(text, width - Str.length(text), 0, fill);
    }

    /** The text with fill characters on both sides; a count below zero adds none. */
    public static Object pad(Object text, long left, long right, int fill) {
        if (left <= 0 && right <= 0) {
            return text;
        }
        left = Math.max(left, 0);
        right = Math.max(right, 0);
        if (left > Long.MAX_VALUE - Str.length(text) || right > Long.MAX_VALUE - Str.length(text) - left) {
            throw TextException.overflowError("padded string is too long");
        }
        if (left + right + Str.length(text) > Integer.MAX_VALUE - 16) {
            throw TextException.memoryError();
        }
        StrBuilder out = new StrBuilder((int) (left + right) + Str.length(text));
        return out.repeat(fill, (int) left).append(text).repeat(fill, (int) right).build();
    }

    public static Object zfill(Object text, long width) {
        long zeros = width - Str.length(text);
        if (zeros <= 0) {
            return text;
        }
        int first = Str.isEmpty(text) ? 0 : Str.codePointAt(text, 0);
        if (first != '+' && first != '-') {
            return pad(text, zeros, 0, '0');
        }
        return Str.concat(Str.ofCodePoint(first), pad(Str.slice(text, 1, Str.length(text)), zeros, 0, '0'));
    }

    public static Object expandTabs(Object text, int tabSize) {
        int n = Str.length(text);
        if (Str.findCodePoint(text, '\t', 0, n) < 0) {
            return text;
        }
        checkLength(expandedLength(text, tabSize), "new string is too long");
        StrBuilder out = new StrBuilder(n + 16);
        int column = 0;
        for (int i = 0; i < n; i++) {
            int c = Str.codePointAt(text, i);
            if (c == '\t') {
                if (tabSize > 0) {
                    int blanks = tabSize - column % tabSize;
                    out.repeat(' ', blanks);
                    column += blanks;
                }
            } else {
                out.append(c);
                column = c == '\n' || c == '\r' ? 0 : column + 1;
            }
        }
        return out.build();
    }

    private static long expandedLength(Object text, int tabSize) {
        long length = 0;
        long column = 0;
        for (int i = 0, n = Str.length(text); i < n; i++) {
            int c = Str.codePointAt(text, i);
            if (c == '\t') {
                long blanks = tabSize > 0 ? tabSize - column % tabSize : 0;
                length += blanks;
                column += blanks;
            } else {
                length++;
                column = c == '\n' || c == '\r' ? 0 : column + 1;
            }
        }
        return length;
    }

    private static void checkLength(long length, String message) {
        if (length > Integer.MAX_VALUE - 16) {
            throw TextException.overflowError(message);
        }
    }

    // ---- joining

    /** {@code separator.join(items)} of the first {@code count} items, which are all texts. */
    public static Object join(Object separator, Object[] items, int count) {
        if (count == 0) {
            return "";
        }
        if (count == 1) {
            return items[0];
        }
        long length = (long) Str.length(separator) * (count - 1);
        boolean wide = separator instanceof WideStr;
        for (int i = 0; i < count; i++) {
            length += Str.length(items[i]);
            wide |= items[i] instanceof WideStr;
        }
        checkLength(length, "join() result is too long for a Python string");
        if (!wide) {
            return joinNarrow((String) separator, items, count, (int) length);
        }
        int[] points = new int[(int) length];
        int at = 0;
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                Str.copyTo(separator, points, at);
                at += Str.length(separator);
            }
            Str.copyTo(items[i], points, at);
            at += Str.length(items[i]);
        }
        return Str.ofOwned(points);
    }

    private static String joinNarrow(String separator, Object[] items, int count, int length) {
        StringBuilder out = new StringBuilder(length);
        out.append((String) items[0]);
        for (int i = 1; i < count; i++) {
            out.append(separator).append((String) items[i]);
        }
        return out.toString();
    }
}
