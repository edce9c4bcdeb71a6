package dev.adder.runtime.objects;

import dev.adder.runtime.ThreadState;
import java.util.Arrays;

/**
 * A stable merge sort that finds the runs that are there (Tim Peters, CPython's Objects/listsort.txt) and merges them
 * in the order of Munro and Wild's powersort. Two arrays may be sorted together: the keys decide, the values move along.
 * An order that contradicts itself, or that raises, leaves a permutation of the items.
 */
final class TimSort {
    private static final int MIN_MERGE = 64;
    private static final int MIN_GALLOP = 7;
    private static final int MAX_RUNS = 85;

    /** What is before what. It may run Python code. */
    abstract static class Order {
        final ThreadState ts;
        private int calls;

        Order(final ThreadState ts) {
            this.ts = ts;
        }

        abstract boolean less(Object a, Object b);

        final boolean before(final Object a, final Object b) {
            if ((++calls & 1023) == 0) {
                ts.poll();
            }
            return less(a, b);
        }
    }

    private final Order order;
    private final Object[] keys;
    private final Object[] values;
    private Object[] keyBuffer = new Object[0];
    private Object[] valueBuffer = keyBuffer;
    private final int[] runStart = new int[MAX_RUNS];
    private final int[] runLength = new int[MAX_RUNS];
    private final int[] runPower = new int[MAX_RUNS];
    private int runs;

    /** {@code values} may be null. */
    TimSort(final Order order, final Object[] keys, final Object[] values) {
        this.order = order;
        this.keys = keys;
        this.values = values;
    }

    /** Sorts the first {@code n} items. */
    void sort(final int n) {
        if (n < 2) {
            return;
        }
        final int minRun = minRun(n);
        int low = 0;
        while (low < n) {
            int length = countRun(low, n);
            if (length < minRun) {
                final int forced = Math.min(minRun, n - low);
                binarySort(low, low + forced, low + length);
                length = forced;
            }
            pushRun(low, length, n);
            low += length;
        }
        while (runs > 1) {
            mergeTop();
        }
    }

    private static int minRun(final int size) {
        int n = size;
        int rest = 0;
        while (n >= MIN_MERGE) {
            rest |= n & 1;
            n >>= 1;
        }
        return n + rest;
    }

    /** The length of the run at {@code low}; a strictly descending one is turned round. */
    private int countRun(final int low, final int high) {
        int i = low + 1;
        if (i == high) {
            return 1;
        }
        if (order.before(keys[i], keys[low])) {
            i++;
            while (i < high && order.before(keys[i], keys[i - 1])) {
                i++;
            }
            ListStorage.reverse(keys, low, i);
            if (values != null) {
                ListStorage.reverse(values, low, i);
            }
        } else {
            i++;
            while (i < high && !order.before(keys[i], keys[i - 1])) {
                i++;
            }
        }
        return i - low;
    }

    private void binarySort(final int low, final int high, final int start) {
        for (int i = start; i < high; i++) {
            final Object pivot = keys[i];
            int left = low;
            int right = i;
            while (left < right) {
                final int middle = left + right >>> 1;
                if (order.before(pivot, keys[middle])) {
                    right = middle;
                } else {
                    left = middle + 1;
                }
            }
            System.arraycopy(keys, left, keys, left + 1, i - left);
            keys[left] = pivot;
            if (values != null) {
                final Object value = values[i];
                System.arraycopy(values, left, values, left + 1, i - left);
                values[left] = value;
            }
        }
    }

    // ---- the stack of runs

    private void pushRun(final int start, final int length, final int n) {
        if (runs > 0) {
            final int power = power(runStart[runs - 1], runLength[runs - 1], length, n);
            while (runs > 1 && runPower[runs - 2] > power) {
                mergeTop();
            }
            runPower[runs - 1] = power;
        }
        runStart[runs] = start;
        runLength[runs] = length;
        runs++;
    }

    /** The depth of the boundary between two neighbouring runs in the ideal merge tree. */
    private static int power(final int start, final int first, final int second, final int n) {
        long a = 2L * start + first;
        long b = a + first + second;
        int result = 0;
        while (true) {
            result++;
            if (a >= n) {
                a -= n;
                b -= n;
            } else if (b >= n) {
                return result;
            }
            a <<= 1;
            b <<= 1;
        }
    }

    private void mergeTop() {
        final int i = runs - 2;
        final int startA = runStart[i];
        final int startB = runStart[i + 1];
        final int lengthA = runLength[i];
        final int lengthB = runLength[i + 1];
        runLength[i] = lengthA + lengthB;
        runs--;
        final int skip = gallopRight(keys[startB], keys, startA, lengthA, 0);
        final int a = startA + skip;
        final int na = lengthA - skip;
        if (na == 0) {
            return;
        }
        final int nb = gallopLeft(keys[a + na - 1], keys, startB, lengthB, lengthB - 1);
        if (nb == 0) {
            return;
        }
        if (na <= nb) {
            mergeLow(a, na, startB, nb);
        } else {
            mergeHigh(a, na, startB, nb);
        }
    }

    /** Where {@code key} belongs in {@code a[base..base+n]}, left of what equals it; searched from {@code hint}. */
    private int gallopLeft(final Object key, final Object[] a, final int base, final int n, final int hint) {
        int last = 0;
        int offset = 1;
        int low;
        int high;
        if (order.before(a[base + hint], key)) {
            final int max = n - hint;
            while (offset < max && order.before(a[base + hint + offset], key)) {
                last = offset;
                offset = grow(offset, max);
            }
            low = hint + last + 1;
            high = hint + Math.min(offset, max);
        } else {
            final int max = hint + 1;
            while (offset < max && !order.before(a[base + hint - offset], key)) {
                last = offset;
                offset = grow(offset, max);
            }
            low = hint - Math.min(offset, max) + 1;
            high = hint - last;
        }
        while (low < high) {
            final int middle = low + high >>> 1;
            if (order.before(a[base + middle], key)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** As {@link #gallopLeft}, but right of what equals it. */
    private int gallopRight(final Object key, final Object[] a, final int base, final int n, final int hint) {
        int last = 0;
        int offset = 1;
        int low;
        int high;
        if (order.before(key, a[base + hint])) {
            final int max = hint + 1;
            while (offset < max && order.before(key, a[base + hint - offset])) {
                last = offset;
                offset = grow(offset, max);
            }
            low = hint - Math.min(offset, max) + 1;
            high = hint - last;
        } else {
            final int max = n - hint;
            while (offset < max && !order.before(key, a[base + hint + offset])) {
                last = offset;
                offset = grow(offset, max);
            }
            low = hint + last + 1;
            high = hint + Math.min(offset, max);
        }
        while (low < high) {
            final int middle = low + high >>> 1;
            if (order.before(key, a[base + middle])) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return high;
    }

    private static int grow(final int offset, final int max) {
        return offset > max >> 1 ? max : (offset << 1) + 1;
    }

    // ---- merging

    private void fillBuffer(final int from, final int n) {
        if (keyBuffer.length < n) {
            keyBuffer = new Object[n];
            valueBuffer = values == null ? keyBuffer : new Object[n];
        }
        System.arraycopy(keys, from, keyBuffer, 0, n);
        if (values != null) {
            System.arraycopy(values, from, valueBuffer, 0, n);
        }
    }

    private void dropBuffer(final int n) {
        Arrays.fill(keyBuffer, 0, n, null);
        if (values != null) {
            Arrays.fill(valueBuffer, 0, n, null);
        }
    }

    private void fromBuffer(final int from, final int to, final int n) {
        System.arraycopy(keyBuffer, from, keys, to, n);
        if (values != null) {
            System.arraycopy(valueBuffer, from, values, to, n);
        }
    }

    private void move(final int from, final int to, final int n) {
        System.arraycopy(keys, from, keys, to, n);
        if (values != null) {
            System.arraycopy(values, from, values, to, n);
        }
    }

    /** Merges neighbouring runs, the first of which is the shorter and goes to the buffer. */
    private void mergeLow(final int startA, final int lengthA, final int startB, final int lengthB) {
        fillBuffer(startA, lengthA);
        int a = 0;
        int na = lengthA;
        int b = startB;
        int nb = lengthB;
        int to = startA;
        int winsA = 0;
        int winsB = 0;
        try {
            move(b++, to++, 1);
            nb--;
            while (na > 1 && nb > 0) {
                if (order.before(keys[b], keyBuffer[a])) {
                    move(b++, to++, 1);
                    nb--;
                    winsB++;
                    winsA = 0;
                } else {
                    fromBuffer(a++, to++, 1);
                    na--;
                    winsA++;
                    winsB = 0;
                }
                if (winsA >= MIN_GALLOP && na > 1 && nb > 0) {
                    final int k = Math.min(na - 1, gallopRight(keys[b], keyBuffer, a, na, 0));
                    fromBuffer(a, to, k);
                    a += k;
                    to += k;
                    na -= k;
                    winsA = 0;
                } else if (winsB >= MIN_GALLOP && nb > 0) {
                    final int k = gallopLeft(keyBuffer[a], keys, b, nb, 0);
                    move(b, to, k);
                    b += k;
                    to += k;
                    nb -= k;
                    winsB = 0;
                }
            }
            if (na == 1 && nb > 0) {
                // The last of A belongs after the rest of B (mergeTop cut B there).
                move(b, to, nb);
                to += nb;
                nb = 0;
            }
        } finally {
            fromBuffer(a, to, na);
            dropBuffer(lengthA);
        }
    }

    /** Merges neighbouring runs, the second of which is the shorter and goes to the buffer. */
    private void mergeHigh(final int startA, final int lengthA, final int startB, final int lengthB) {
        fillBuffer(startB, lengthB);
        int na = lengthA;
        int nb = lengthB;
        int to = startB + lengthB - 1;
        int winsA = 0;
        int winsB = 0;
        try {
            move(startA + --na, to--, 1);
            while (nb > 1 && na > 0) {
                if (order.before(keyBuffer[nb - 1], keys[startA + na - 1])) {
                    move(startA + --na, to--, 1);
                    winsA++;
                    winsB = 0;
                } else {
                    fromBuffer(--nb, to--, 1);
                    winsB++;
                    winsA = 0;
                }
                if (winsA >= MIN_GALLOP && na > 0) {
                    final int k = na - gallopRight(keyBuffer[nb - 1], keys, startA, na, na - 1);
                    na -= k;
                    to -= k;
                    move(startA + na, to + 1, k);
                    winsA = 0;
                } else if (winsB >= MIN_GALLOP && nb > 1 && na > 0) {
                    final int k = Math.min(nb - 1, nb - gallopLeft(keys[startA + na - 1], keyBuffer, 0, nb, nb - 1));
                    nb -= k;
                    to -= k;
                    fromBuffer(nb, to + 1, k);
                    winsB = 0;
                }
            }
            if (nb == 1 && na > 0) {
                // The first of B belongs before the rest of A (mergeTop cut A there).
                to -= na;
                move(startA, to + 1, na);
                na = 0;
            }
        } finally {
            fromBuffer(0, to + 1 - nb, nb);
            dropBuffer(lengthB);
        }
    }
}
