package dev.adder.language.text;

import java.util.Arrays;

/**
 * A Python text that {@link String} cannot hold as one char per code point: at least one of its code points lies
 * outside the Basic Multilingual Plane. Immutable.
 *
 * <p>Invariant: a text without such a code point is always a {@code String}, never a {@code WideStr}, so that two equal
 * texts always have the same Java class. Only {@link Str} and {@link StrBuilder} create instances, and they keep it.
 */
public final class WideStr implements Comparable<WideStr> {

    final int[] points;
    private int hash;

    WideStr(int[] points) {
        this.points = points;
    }

    public int length() {
        return points.length;
    }

    public int codePointAt(int index) {
        return points[index];
    }

    /** The code points themselves, not a copy: for engines that read them in tight loops. Never write to the array. */
    public int[] rawCodePoints() {
        return points;
    }

    @Override
    public int compareTo(WideStr other) {
        return Arrays.compare(points, other.points);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof WideStr wide && Arrays.equals(points, wide.points);
    }

    @Override
    public int hashCode() {
        int h = hash;
        if (h == 0) {
            h = Arrays.hashCode(points);
            hash = h;
        }
        return h;
    }

    /** The text in UTF-16, with surrogate pairs: for the JDK and for debuggers, not a Python text. */
    @Override
    public String toString() {
        return new String(points, 0, points.length);
    }
}
