package dev.adder.jit;

import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PySlice;

/**
 * What emitted code calls of lists whose storage it holds ({@link Storages}). While other threads exist there is none at
 * hand ({@code null}), since they may replace it at any time, and each item is asked of the list; to HotSpot, which has
 * not seen that, the tests for it are no code.
 */
public final class StoredItems {
    private StoredItems() {
    }

    /** The storage of a list of floats, of which it has at least {@code size}. */
    public static double[] doubles(final ThreadState ts, final PyList l, final int size) {
        if (ts.multi) {
            return null;
        }
        if (l.size() >= size && l.storage() instanceof double[] a) {
            return a;
        }
        throw Failed.FAILED;
    }

    /** As {@link #doubles}, of ints. */
    public static long[] longs(final ThreadState ts, final PyList l, final int size) {
        if (ts.multi) {
            return null;
        }
        if (l.size() >= size && l.storage() instanceof long[] a) {
            return a;
        }
        throw Failed.FAILED;
    }

    /** A copy of part of a list, for a slice of constants; a function that only does this needs no frame. */
    public static Object slice(final PyList l, final Object slice) {
        final PyList part = l.plainSlice((PySlice) slice);
        if (part == null) {
            throw Failed.FAILED;
        }
        return part;
    }

    public static double item(final double[] a, final PyList l, final int index) {
        return a != null ? a[index] : ListItems.itemDouble(l, index);
    }

    public static long item(final long[] a, final PyList l, final int index) {
        return a != null ? a[index] : ListItems.itemLong(l, index);
    }

    public static void set(final ThreadState ts, final double[] a, final PyList l, final int index, final double value) {
        if (a != null) {
            a[index] = value;
        } else {
            ListItems.setDouble(ts, l, index, value);
        }
    }

    public static void set(final ThreadState ts, final long[] a, final PyList l, final int index, final long value) {
        if (a != null) {
            a[index] = value;
        } else {
            ListItems.setLong(ts, l, index, value);
        }
    }
}
