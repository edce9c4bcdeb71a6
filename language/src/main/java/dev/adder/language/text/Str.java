package dev.adder.language.text;

import java.util.Arrays;

/**
 * The one audited door between Python texts and Java's: static operations over texts, which are {@code Object}s that are
 * either a {@link String} in which every char is one code point (a surrogate is a character of its own) or a
 * {@link WideStr}. All results keep {@code WideStr}'s invariant. Indices are code points.
 *
 * <p>Rule for additions: take the {@code String} case first with the JDK's intrinsics, and never call a JDK method that
 * joins surrogates (code point methods, case mapping, encoding) on a Python text.
 */
public final class Str {
    /** Names asked for lately, by hash: the JVM takes 200 ns to find an interned string. Written by any thread. */
    private static final String[] NAME_KEYS = new String[1024];


    private static final String[] LATIN1 = new String[256];

    static {
        for (int i = 0; i < 256; i++) {
            LATIN1[i] = String.valueOf((char) i).intern();
        }
    }

    private Str() {
    }

    // ---- making texts

    /** The text of one code point. */
    public static Object ofCodePoint(int codePoint) {
        if (codePoint < 256) {
            return LATIN1[codePoint];
        }
        return codePoint <= 0xFFFF ? String.valueOf((char) codePoint) : new WideStr(new int[] {codePoint});
    }

    /** The text of one char, cached for Latin-1. */
    public static String ofChar(char c) {
        return c < 256 ? LATIN1[c] : String.valueOf(c);
    }

    /** The text of these code points; the array is copied. */
    public static Object of(int... points) {
        return of(points, 0, points.length);
    }

    /** The text of the code points {@code [start, end)}; they are copied. */
    public static Object of(int[] points, int start, int end) {
        if (isWide(points, start, end)) {
            return new WideStr(Arrays.copyOfRange(points, start, end));
        }
        return narrow(points, start, end);
    }

    /** The text of these code points; the caller hands the array over and must not touch it again. */
    public static Object ofOwned(int[] points) {
        return isWide(points, 0, points.length) ? new WideStr(points) : narrow(points, 0, points.length);
    }

    /** The Python text of a Java string in UTF-16: each surrogate pair becomes one character. */
    public static Object ofUtf16(String javaText) {
        int n = javaText.length();
        for (int i = 0; i < n; i++) {
            if (isPair(javaText, i)) {
                return joinPairs(javaText, i);
            }
        }
        return javaText;
    }

    private static boolean isPair(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i)) && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
    }

    private static Object joinPairs(String text, int firstPair) {
        int n = text.length();
        int[] points = new int[n];
        int length = 0;
        for (int i = 0; i < n; i++) {
            if (i >= firstPair && isPair(text, i)) {
                points[length++] = Character.toCodePoint(text.charAt(i), text.charAt(i + 1));
                i++;
            } else {
                points[length++] = text.charAt(i);
            }
        }
        return new WideStr(Arrays.copyOf(points, length));
    }

    private static boolean isWide(int[] points, int start, int end) {
        for (int i = start; i < end; i++) {
            if (points[i] > 0xFFFF) {
                return true;
            }
        }
        return false;
    }

    private static String narrow(int[] points, int start, int end) {
        if (end - start <= 1) {
            return end <= start ? "" : ofChar((char) points[start]);
        }
        char[] chars = new char[end - start];
        for (int i = start; i < end; i++) {
            chars[i - start] = (char) points[i];
        }
        return new String(chars);
    }

    // ---- handing texts to Java

    /** The text in UTF-16 with surrogate pairs, as the JDK wants it; lone surrogates stay lone. */
    public static String toJava(Object text) {
        return text instanceof String s ? s : text.toString();
    }

    /** The code points of the text in a fresh array. */
    public static int[] toCodePoints(Object text) {
        if (text instanceof WideStr w) {
            return w.points.clone();
        }
        String s = (String) text;
        int[] points = new int[s.length()];
        for (int i = 0; i < points.length; i++) {
            points[i] = s.charAt(i);
        }
        return points;
    }

    /** The interned Java string that names an identifier or attribute inside Adder. */
    public static String nameKey(Object text) {
        String java = toJava(text);
        int hash = java.hashCode();
        int slot = (hash ^ hash >>> 11) & NAME_KEYS.length - 1;
        String known = NAME_KEYS[slot];
        if (known != null && known.equals(java)) {
            return known;
        }
        known = java.intern();
        NAME_KEYS[slot] = known;
        return known;
    }

    /** The Python text of a {@link #nameKey}. */
    public static Object fromNameKey(String key) {
        return ofUtf16(key);
    }

    /** Whether the object is a Python text. */
    public static boolean isText(Object value) {
        return value instanceof String || value instanceof WideStr;
    }

    // ---- looking

    public static int length(Object text) {
        return text instanceof String s ? s.length() : ((WideStr) text).points.length;
    }

    public static boolean isEmpty(Object text) {
        return text instanceof String s && s.isEmpty();
    }

    public static int codePointAt(Object text, int index) {
        return text instanceof String s ? s.charAt(index) : ((WideStr) text).points[index];
    }

    /** The text of the one character at the index. */
    public static Object charAt(Object text, int index) {
        return text instanceof String s ? ofChar(s.charAt(index)) : ofCodePoint(((WideStr) text).points[index]);
    }

    /** The largest code point of the text, 0 for the empty one. */
    public static int maxCodePoint(Object text) {
        int max = 0;
        for (int i = 0, n = length(text); i < n; i++) {
            max = Math.max(max, codePointAt(text, i));
        }
        return max;
    }

    public static boolean isAscii(Object text) {
        if (!(text instanceof String s)) {
            return false;
        }
        for (int i = 0, n = s.length(); i < n; i++) {
            if (s.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    // ---- comparing

    public static boolean equals(Object a, Object b) {
        return a == b || a.equals(b);
    }

    /** Order by code points; negative, zero or positive. */
    public static int compare(Object a, Object b) {
        if (a instanceof String s && b instanceof String t) {
            return s.compareTo(t);
        }
        if (a instanceof WideStr v && b instanceof WideStr w) {
            return v.compareTo(w);
        }
        int n = Math.min(length(a), length(b));
        for (int i = 0; i < n; i++) {
            int order = codePointAt(a, i) - codePointAt(b, i);
            if (order != 0) {
                return order;
            }
        }
        return length(a) - length(b);
    }

    // ---- cutting and joining

    /** The characters {@code [start, end)}; {@code 0 <= start <= end <= length}. */
    public static Object slice(Object text, int start, int end) {
        if (text instanceof String s) {
            return end - start == 1 ? ofChar(s.charAt(start)) : s.substring(start, end);
        }
        WideStr w = (WideStr) text;
        return start == 0 && end == w.points.length ? w : of(w.points, start, end);
    }

    /** {@code count} characters, the first at {@code start}, each {@code step} (which may be negative) after the last. */
    public static Object sliceStep(Object text, int start, int step, int count) {
        if (text instanceof String s) {
            char[] chars = new char[count];
            for (int i = 0, at = start; i < count; i++, at += step) {
                chars[i] = s.charAt(at);
            }
            return count == 1 ? ofChar(chars[0]) : new String(chars);
        }
        int[] points = new int[count];
        for (int i = 0, at = start; i < count; i++, at += step) {
            points[i] = ((WideStr) text).points[at];
        }
        return ofOwned(points);
    }

    public static Object concat(Object a, Object b) {
        if (a instanceof String s && b instanceof String t) {
            return s.concat(t);
        }
        if (isEmpty(a)) {
            return b;
        }
        if (isEmpty(b)) {
            return a;
        }
        int split = length(a);
        int[] points = new int[Math.addExact(split, length(b))];
        copyTo(a, points, 0);
        copyTo(b, points, split);
        return new WideStr(points);
    }

    /** The text {@code times} times in a row; the caller has checked the size. */
    public static Object repeat(Object text, int times) {
        if (times <= 0) {
            return "";
        }
        if (text instanceof String s) {
            return s.repeat(times);
        }
        int[] one = ((WideStr) text).points;
        int[] points = new int[Math.multiplyExact(one.length, times)];
        for (int i = 0; i < times; i++) {
            System.arraycopy(one, 0, points, i * one.length, one.length);
        }
        return new WideStr(points);
    }

    /** Writes the code points of the text into {@code target} from {@code at} on. */
    public static void copyTo(Object text, int[] target, int at) {
        if (text instanceof WideStr w) {
            System.arraycopy(w.points, 0, target, at, w.points.length);
            return;
        }
        String s = (String) text;
        for (int i = 0, n = s.length(); i < n; i++) {
            target[at + i] = s.charAt(i);
        }
    }

    // ---- searching; ranges are [start, end) with 0 <= start and end <= length, and start > end finds nothing

    public static int find(Object text, Object needle) {
        return find(text, needle, 0, length(text));
    }

    /** The lowest index at which the needle lies within the range, or -1. */
    public static int find(Object text, Object needle, int start, int end) {
        int last = end - length(needle);
        if (start > last) {
            return -1;
        }
        if (text instanceof String s) {
            return needle instanceof String n ? TextSearch.find(s, n, start, end) : -1;
        }
        int[] points = ((WideStr) text).points;
        if (length(needle) > 16 && end - start > 4096) {
            return TextSearch.morrisPratt(text, needle, start, end, 1);
        }
        int first = isEmpty(needle) ? -1 : codePointAt(needle, 0);
        for (int at = start; at <= last; at++) {
            if (first < 0 || points[at] == first && matches(points, needle, at)) {
                return at;
            }
        }
        return -1;
    }

    /** The index of one code point within the range, or -1. */
    public static int findCodePoint(Object text, int codePoint, int start, int end) {
        if (text instanceof String s) {
            return codePoint <= 0xFFFF && start < end ? s.indexOf((char) codePoint, start, end) : -1;
        }
        int[] points = ((WideStr) text).points;
        for (int at = start; at < end; at++) {
            if (points[at] == codePoint) {
                return at;
            }
        }
        return -1;
    }

    /** The highest index at which the needle lies within the range, or -1. */
    public static int rfind(Object text, Object needle, int start, int end) {
        int last = end - length(needle);
        if (start > last) {
            return -1;
        }
        if (text instanceof String s) {
            if (!(needle instanceof String n)) {
                return -1;
            }
            return TextSearch.findLast(s, n, start, end);
        }
        if (length(needle) > 16 && end - start > 4096) {
            return TextSearch.morrisPratt(text, needle, start, end, -1);
        }
        int[] points = ((WideStr) text).points;
        for (int at = last; at >= start; at--) {
            if (matches(points, needle, at)) {
                return at;
            }
        }
        return -1;
    }

    /** How often the needle lies within the range without overlap; an empty one lies between all characters. */
    public static int count(Object text, Object needle, int start, int end) {
        int n = length(needle);
        if (n == 0) {
            return start > end ? 0 : end - start + 1;
        }
        int count = 0;
        for (int at = find(text, needle, start, end); at >= 0; at = find(text, needle, at + n, end)) {
            count++;
        }
        return count;
    }

    public static boolean contains(Object text, Object needle) {
        return find(text, needle) >= 0;
    }

    /** Whether the needle lies in the text exactly at the index. */
    public static boolean matchesAt(Object text, Object needle, int at) {
        if (at < 0 || at > length(text) - length(needle)) {
            return false;
        }
        if (text instanceof String s) {
            return needle instanceof String n && s.startsWith(n, at);
        }
        return matches(((WideStr) text).points, needle, at);
    }

    private static boolean matches(int[] points, Object needle, int at) {
        if (needle instanceof WideStr w) {
            return Arrays.equals(points, at, at + w.points.length, w.points, 0, w.points.length);
        }
        String s = (String) needle;
        for (int i = 0, n = s.length(); i < n; i++) {
            if (points[at + i] != s.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
