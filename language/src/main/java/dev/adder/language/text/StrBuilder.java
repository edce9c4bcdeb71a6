package dev.adder.language.text;

import java.util.Arrays;

/**
 * Builds a Python text piece by piece. Holds chars until the first code point outside the Basic Multilingual Plane
 * arrives, code points from then on. Not thread-safe.
 */
public final class StrBuilder {

    private StringBuilder narrow;
    private int[] wide;
    private int wideLength;

    public StrBuilder() {
        this(16);
    }

    public StrBuilder(int capacity) {
        narrow = new StringBuilder(capacity);
    }

    public int length() {
        return wide == null ? narrow.length() : wideLength;
    }

    public boolean isEmpty() {
        return length() == 0;
    }

    /** Appends one code point; a surrogate stays a character of its own. */
    public StrBuilder append(int codePoint) {
        if (wide == null && codePoint <= 0xFFFF) {
            narrow.append((char) codePoint);
        } else {
            appendWide(codePoint);
        }
        return this;
    }

    public StrBuilder append(char bmp) {
        return append((int) bmp);
    }

    /** Appends a String of which every char is one code point (not UTF-16 with pairs). */
    public StrBuilder append(String text) {
        if (wide == null) {
            narrow.append(text);
        } else {
            reserve(text.length());
            for (int i = 0; i < text.length(); i++) {
                wide[wideLength++] = text.charAt(i);
            }
        }
        return this;
    }

    /** Appends a Python text: String or WideStr. */
    public StrBuilder append(Object text) {
        if (text instanceof String s) {
            return append(s);
        }
        int[] points = ((WideStr) text).points;
        return append(points, 0, points.length);
    }

    /** Appends the characters {@code [start, end)} of a Python text. */
    public StrBuilder append(Object text, int start, int end) {
        if (text instanceof WideStr w) {
            return append(w.points, start, end);
        }
        String s = (String) text;
        if (wide == null) {
            narrow.append(s, start, end);
        } else {
            reserve(end - start);
            for (int i = start; i < end; i++) {
                wide[wideLength++] = s.charAt(i);
            }
        }
        return this;
    }

    /** Appends the code points {@code [start, end)} of an array. */
    public StrBuilder append(int[] points, int start, int end) {
        int i = start;
        if (wide == null) {
            while (i < end && points[i] <= 0xFFFF) {
                narrow.append((char) points[i++]);
            }
        }
        if (i < end) {
            widen(end - i);
            System.arraycopy(points, i, wide, wideLength, end - i);
            wideLength += end - i;
        }
        return this;
    }

    /** Appends one code point {@code times} times. */
    public StrBuilder repeat(int codePoint, int times) {
        for (int i = 0; i < times; i++) {
            append(codePoint);
        }
        return this;
    }

    public int codePointAt(int index) {
        return wide == null ? narrow.charAt(index) : wide[index];
    }

    /** Cuts the text to its first {@code length} characters. */
    public void setLength(int length) {
        if (wide == null) {
            narrow.setLength(length);
        } else {
            wideLength = Math.min(length, wideLength);
        }
    }

    /** The Python text built so far; the builder stays usable. */
    public Object build() {
        return wide == null ? narrow.toString() : Str.of(wide, 0, wideLength);
    }

    /** The text in UTF-16 with surrogate pairs, for debuggers. */
    @Override
    public String toString() {
        return Str.toJava(build());
    }

    private void appendWide(int codePoint) {
        widen(1);
        wide[wideLength++] = codePoint;
    }

    private void widen(int extra) {
        if (wide == null) {
            int n = narrow.length();
            wide = new int[Math.max(16, n + Math.max(extra, n >> 1))];
            for (int i = 0; i < n; i++) {
                wide[i] = narrow.charAt(i);
            }
            wideLength = n;
            narrow = null;
        }
        reserve(extra);
    }

    private void reserve(int extra) {
        if (wideLength + extra > wide.length) {
            wide = Arrays.copyOf(wide, Math.max(wideLength + extra, wide.length + (wide.length >> 1)));
        }
    }
}
