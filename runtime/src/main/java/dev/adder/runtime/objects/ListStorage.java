package dev.adder.runtime.objects;

import dev.adder.runtime.Errors;
import java.util.Arrays;

/**
 * The arrays that lists keep their items in, whatever their kind: {@code long[]} while all items are exact ints that fit,
 * {@code double[]} while all are exact floats, {@code boolean[]} while all are bools, else {@code Object[]}. Whoever adds
 * a kind adds it here, to the reads and writes of one item in {@link PyList}, to {@code Kinds} as LOAD_ITEM notes them,
 * and to what compiled code calls ({@code ListItems}).
 */
final class ListStorage {
    static final Object[] EMPTY = new Object[0];
    private static final int MAX_LENGTH = Integer.MAX_VALUE - 8;
    private static final int FIRST_CAPACITY = 4;

    private ListStorage() {
    }

    /** The items as storage of the narrowest kind: the array itself where that is Object[]. */
    static Object packed(final Object[] items, final int n) {
        if (n == 0) {
            return EMPTY;
        }
        final Object first = items[0];
        if (first instanceof Long) {
            return longs(items, n);
        }
        if (first instanceof Double) {
            return doubles(items, n);
        }
        return first instanceof Boolean ? booleans(items, n) : items;
    }

    private static Object longs(final Object[] items, final int n) {
        for (int i = 1; i < n; i++) {
            if (!(items[i] instanceof Long)) {
                return items;
            }
        }
        final long[] longs = new long[n];
        for (int i = 0; i < n; i++) {
            longs[i] = (Long) items[i];
        }
        return longs;
    }

    private static Object doubles(final Object[] items, final int n) {
        for (int i = 1; i < n; i++) {
            if (!(items[i] instanceof Double)) {
                return items;
            }
        }
        final double[] doubles = new double[n];
        for (int i = 0; i < n; i++) {
            doubles[i] = (Double) items[i];
        }
        return doubles;
    }

    private static Object booleans(final Object[] items, final int n) {
        for (int i = 1; i < n; i++) {
            if (!(items[i] instanceof Boolean)) {
                return items;
            }
        }
        final boolean[] booleans = new boolean[n];
        for (int i = 0; i < n; i++) {
            booleans[i] = (Boolean) items[i];
        }
        return booleans;
    }

    /** For a list whose first item is this. */
    static Object first(final Object value) {
        if (value instanceof Long) {
            return new long[FIRST_CAPACITY];
        }
        if (value instanceof Double) {
            return new double[FIRST_CAPACITY];
        }
        return value instanceof Boolean ? new boolean[2 * FIRST_CAPACITY] : new Object[FIRST_CAPACITY];
    }

    /** Whether the storage can hold the value. */
    static boolean fits(final Object s, final Object value) {
        if (s instanceof Object[]) {
            return true;
        }
        return s instanceof long[] ? value instanceof Long
                : s instanceof double[] ? value instanceof Double : value instanceof Boolean;
    }

    /** Stores where there is room; gives whether the value fits, and was stored. */
    static boolean store(final Object s, final int index, final Object value) {
        if (s instanceof Object[] a) {
            a[index] = value;
        } else if (s instanceof long[] a && value instanceof Long v) {
            a[index] = v;
        } else if (s instanceof double[] a && value instanceof Double v) {
            a[index] = v;
        } else if (s instanceof boolean[] a && value instanceof Boolean v) {
            a[index] = v;
        } else {
            return false;
        }
        return true;
    }

    /** An item of a storage that nobody changes. */
    static Object item(final Object s, final int index) {
        if (s instanceof Object[] a) {
            return a[index];
        }
        if (s instanceof long[] a) {
            return a[index];
        }
        if (s instanceof double[] a) {
            return a[index];
        }
        return ((boolean[]) s)[index];
    }

    static int capacity(final Object s) {
        if (s instanceof Object[] a) {
            return a.length;
        }
        return s instanceof long[] l ? l.length : s instanceof double[] d ? d.length : ((boolean[]) s).length;
    }

    /** The first {@code n} items as {@code Object[]}, with room as before. */
    static Object[] generalised(final Object s, final int n) {
        final Object[] a = new Object[Math.max(FIRST_CAPACITY, capacity(s))];
        copyOut(s, n, a);
        return a;
    }

    /**
     * Before other storage takes the place of this one, and the list grows: a reader without a lock that holds the old
     * storage and sees the new size must not find a zero that nobody stored.
     */
    static void coverTail(final Object s, final int n) {
        if (n > 0 && s instanceof long[] a) {
            Arrays.fill(a, n, a.length, a[n - 1]);
        } else if (n > 0 && s instanceof double[] a) {
            Arrays.fill(a, n, a.length, a[n - 1]);
        } else if (n > 0 && s instanceof boolean[] a) {
            Arrays.fill(a, n, a.length, a[n - 1]);
        }
    }

    /** As large a storage as {@code n} items ask for, and some more, with the items of {@code s}. */
    static Object grown(final Object s, final long n) {
        if (n > MAX_LENGTH) {
            throw Errors.memoryError();
        }
        try {
            return copyRange(s, 0, (int) Math.min(MAX_LENGTH, n + (n >> 1) + 3));
        } catch (final OutOfMemoryError e) {
            throw Errors.memoryError();
        }
    }

    static Object copyRange(final Object s, final int from, final int to) {
        if (s instanceof Object[] a) {
            return Arrays.copyOfRange(a, from, to);
        }
        if (s instanceof long[] a) {
            return Arrays.copyOfRange(a, from, to);
        }
        return s instanceof double[] a ? Arrays.copyOfRange(a, from, to) : Arrays.copyOfRange((boolean[]) s, from, to);
    }

    static void copyOut(final Object s, final int n, final Object[] target) {
        if (s instanceof Object[] a) {
            System.arraycopy(a, 0, target, 0, n);
        } else if (s instanceof long[] a) {
            for (int i = 0; i < n; i++) {
                target[i] = a[i];
            }
        } else if (s instanceof double[] a) {
            for (int i = 0; i < n; i++) {
                target[i] = a[i];
            }
        } else {
            final boolean[] a = (boolean[]) s;
            for (int i = 0; i < n; i++) {
                target[i] = a[i];
            }
        }
    }

    /** An array, or MemoryError. */
    static Object[] allocate(final long length) {
        if (length > MAX_LENGTH) {
            throw Errors.memoryError();
        }
        try {
            return new Object[(int) length];
        } catch (final OutOfMemoryError e) {
            throw Errors.memoryError();
        }
    }

    /** Of the same kind as {@code s}, which is not Object[]; or MemoryError. */
    private static Object allocate(final Object s, final int length) {
        try {
            return s instanceof long[] ? new long[length] : s instanceof double[] ? new double[length] : new boolean[length];
        } catch (final OutOfMemoryError e) {
            throw Errors.memoryError();
        }
    }

    /** The items of two storages of one kind that is not Object[], which nobody changes; null for others. */
    static Object concatenated(final Object a, final int n, final Object b, final int m) {
        if (a.getClass() != b.getClass() || a instanceof Object[] || (long) n + m > MAX_LENGTH) {
            return null;
        }
        final Object all = allocate(a, n + m);
        System.arraycopy(a, 0, all, 0, n);
        System.arraycopy(b, 0, all, n, m);
        return all;
    }

    /** The first {@code n} items of a storage that is not Object[] again and again. */
    static Object repeated(final Object s, final int n, final int length) {
        final Object all = allocate(s, length);
        if (all instanceof boolean[] b && n == 1) {
            Arrays.fill(b, ((boolean[]) s)[0]);
            return all;
        }
        System.arraycopy(s, 0, all, 0, n);
        for (int done = n; done < length; done <<= 1) {
            System.arraycopy(all, 0, all, done, Math.min(done, length - done));
        }
        return all;
    }

    /** Puts the items of one storage at every {@code step}th place of another; false if they are not of one kind. */
    static boolean spread(final Object from, final int n, final Object to, final int start, final int step) {
        int at = start;
        if (from instanceof boolean[] a && to instanceof boolean[] b) {
            for (int i = 0; i < n; i++, at += step) {
                b[at] = a[i];
            }
        } else if (from instanceof long[] a && to instanceof long[] b) {
            for (int i = 0; i < n; i++, at += step) {
                b[at] = a[i];
            }
        } else if (from instanceof double[] a && to instanceof double[] b) {
            for (int i = 0; i < n; i++, at += step) {
                b[at] = a[i];
            }
        } else {
            return false;
        }
        return true;
    }

    static void reverse(final Object storage, final int from, final int to) {
        int i = from;
        int j = to - 1;
        if (storage instanceof Object[] a) {
            for (; i < j; i++, j--) {
                final Object t = a[i];
                a[i] = a[j];
                a[j] = t;
            }
        } else if (storage instanceof long[] a) {
            for (; i < j; i++, j--) {
                final long t = a[i];
                a[i] = a[j];
                a[j] = t;
            }
        } else if (storage instanceof double[] a) {
            for (; i < j; i++, j--) {
                final double t = a[i];
                a[i] = a[j];
                a[j] = t;
            }
        } else {
            final boolean[] a = (boolean[]) storage;
            for (; i < j; i++, j--) {
                final boolean t = a[i];
                a[i] = a[j];
                a[j] = t;
            }
        }
    }
}
