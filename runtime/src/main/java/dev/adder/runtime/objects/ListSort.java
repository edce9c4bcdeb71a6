package dev.adder.runtime.objects;

import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyObjects;
import java.util.Arrays;

/** {@code list.sort}: {@code list_sort_impl} of CPython's Objects/listobject.c. The sort itself is {@link TimSort}. */
final class ListSort {
    private ListSort() {
    }

    /** Sorts; the list looks empty meanwhile, and a change to it is noticed. */
    static void sort(final ThreadState ts, final PyList list, final Object key, final boolean reverse) {
        final Object storage;
        final int n;
        final Object marker = new Object[0];
        list.share(ts);
        synchronized (list) {
            storage = list.storage;
            n = list.size;
            list.become(marker, 0);
        }
        Object result = storage;
        try {
            result = sorted(ts, storage, n, key, reverse);
        } finally {
            final boolean modified;
            list.share(ts);
            synchronized (list) {
                modified = list.storage != marker || list.size != 0;
                list.become(result, n);
            }
            if (modified) {
                throw Errors.valueError("list modified during sort");
            }
        }
    }

    /** The storage to use from now on; the given one is sorted in place where it can be. */
    private static Object sorted(final ThreadState ts, final Object storage, final int n, final Object key,
            final boolean reverse) {
        if (key == null) {
            if (storage instanceof long[] a) {
                Arrays.sort(a, 0, n);
                if (reverse) {
                    ListStorage.reverse(a, 0, n);
                }
                return a;
            }
            if (storage instanceof double[] a && plainDoubles(a, n)) {
                Arrays.sort(a, 0, n);
                if (reverse) {
                    ListStorage.reverse(a, 0, n);
                }
                return a;
            }
        }
        final Object[] items = storage instanceof Object[] a ? a : box(storage, n);
        if (key == null) {
            if (!PrefixSort.sort(ts, items, null, n, reverse)) {
                sortItems(ts, items, null, n, reverse);
            }
        } else {
            final Object[] keys = new Object[n];
            for (int i = 0; i < n; i++) {
                keys[i] = Calls.call1(ts, key, items[i]);
            }
            if (!PrefixSort.sort(ts, keys, items, n, reverse)) {
                sortItems(ts, keys, items, n, reverse);
            }
        }
        return items;
    }

    /** Whether no two floats that compare equal differ, and all compare. */
    private static boolean plainDoubles(final double[] a, final int n) {
        boolean plusZero = false;
        boolean minusZero = false;
        for (int i = 0; i < n; i++) {
            final double d = a[i];
            if (d != d) {
                return false;
            }
            if (d == 0) {
                plusZero |= Double.doubleToRawLongBits(d) == 0;
                minusZero |= Double.doubleToRawLongBits(d) != 0;
            }
        }
        return !(plusZero && minusZero);
    }

    private static Object[] box(final Object storage, final int n) {
        final Object[] items = new Object[n];
        for (int i = 0; i < n; i++) {
            items[i] = ListStorage.item(storage, i);
        }
        return items;
    }

    /** Sorts a part of them. */
    static void sortRange(final ThreadState ts, final Object[] keys, final Object[] values, final int from, final int to,
            final boolean reverse) {
        final Object[] k = Arrays.copyOfRange(keys, from, to);
        final Object[] v = values == null ? null : Arrays.copyOfRange(values, from, to);
        try {
            sortItems(ts, k, v, to - from, reverse);
        } finally {
            System.arraycopy(k, 0, keys, from, to - from);
            if (v != null) {
                System.arraycopy(v, 0, values, from, to - from);
            }
        }
    }

    /** Sorts by {@code keys}, moving {@code values} (if any) along. */
    private static void sortItems(final ThreadState ts, final Object[] keys, final Object[] values, final int n,
            final boolean reverse) {
        final TimSort sort = new TimSort(order(ts, keys, n), keys, values);
        if (reverse) {
            ListStorage.reverse(keys, 0, n);
            if (values != null) {
                ListStorage.reverse(values, 0, n);
            }
        }
        try {
            sort.sort(n);
        } finally {
            if (reverse) {
                ListStorage.reverse(keys, 0, n);
                if (values != null) {
                    ListStorage.reverse(values, 0, n);
                }
            }
        }
    }

    private static TimSort.Order order(final ThreadState ts, final Object[] keys, final int n) {
        Class<?> common = n == 0 ? null : keys[0].getClass();
        for (int i = 1; i < n; i++) {
            if (keys[i].getClass() != common) {
                common = null;
                break;
            }
        }
        if (common == Long.class) {
            return new LongOrder(ts);
        }
        if (common == String.class) {
            return new TextOrder(ts);
        }
        if (common == Double.class) {
            return new DoubleOrder(ts);
        }
        return new GeneralOrder(ts);
    }

    private static final class LongOrder extends TimSort.Order {
        LongOrder(final ThreadState ts) {
            super(ts);
        }

        @Override
        boolean less(final Object a, final Object b) {
            return (Long) a < (Long) b;
        }
    }

    private static final class DoubleOrder extends TimSort.Order {
        DoubleOrder(final ThreadState ts) {
            super(ts);
        }

        @Override
        boolean less(final Object a, final Object b) {
            return (Double) a < (Double) b;
        }
    }

    /** Every char of a {@code String} is one code point, so that their order is Python's. */
    private static final class TextOrder extends TimSort.Order {
        TextOrder(final ThreadState ts) {
            super(ts);
        }

        @Override
        boolean less(final Object a, final Object b) {
            return ((String) a).compareTo((String) b) < 0;
        }
    }

    private static final class GeneralOrder extends TimSort.Order {
        GeneralOrder(final ThreadState ts) {
            super(ts);
        }

        @Override
        boolean less(final Object a, final Object b) {
            final Object r = PyObjects.richCompare(ts, a, b, PyObjects.LT);
            return r instanceof Boolean v ? v : PyObjects.isTrue(ts, r);
        }
    }
}
