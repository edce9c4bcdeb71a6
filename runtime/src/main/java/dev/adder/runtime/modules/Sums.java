package dev.adder.runtime.modules;

import dev.adder.runtime.Errors;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.IntMath;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.objects.PyByteArray;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyListIterator;
import java.lang.invoke.VarHandle;

/** {@code sum}: exact ints first, then floats with Neumaier's compensation, then anything (builtin_sum_impl). */
final class Sums {
    /** More ints than this are added with polls between. */
    private static final int MOST_AT_ONCE = 100_000;

    private Sums() {
    }

    static Object sum(final ThreadState ts, final Object iterable, final Object start) {
        if (PyObjects.isText(start)) {
            throw Errors.typeError("sum() can't sum strings [use ''.join(seq) instead]");
        }
        if (start instanceof PyBytes) {
            throw Errors.typeError("sum() can't sum bytes [use b''.join(seq) instead]");
        }
        if (start instanceof PyByteArray) {
            throw Errors.typeError("sum() can't sum bytearray [use b''.join(seq) instead]");
        }
        final Object it;
        Object total = start;
        if (iterable instanceof PyList list && list.type() == PyList.TYPE) {
            if (start instanceof Long first && list.storage() instanceof long[] a) {
                final Object sum = ints(list, a, first);
                if (sum != null) {
                    return sum;
                }
            }
            it = new PyListIterator(list, 0).ownedBy(ts);
        } else {
            it = PyIter.get(ts, iterable);
        }
        int n = 0;
        Object item = PyIter.nextInside(ts, it);
        if (total instanceof Long first) {
            long sum = first;
            while (item instanceof Long v) {
                final long r = sum + v;
                if (((sum ^ r) & (v ^ r)) < 0) {
                    break;
                }
                sum = r;
                item = PyIter.nextInside(ts, it);
                if ((++n & 1023) == 0) {
                    ts.poll();
                }
            }
            total = sum;
            while (item != null && !(item instanceof Double) && IntMath.intValueOrNull(item) != null
                    && (total instanceof Long || total instanceof java.math.BigInteger)) {
                total = IntMath.add(total, IntMath.intValueOrNull(item));
                item = PyIter.nextInside(ts, it);
                if ((++n & 1023) == 0) {
                    ts.poll();
                }
            }
        }
        if (item instanceof Double && total instanceof Long v) {
            total = (double) v;
        }
        if (total instanceof Double first && item != null) {
            double sum = first;
            double c = 0.0;
            while (item instanceof Double || item instanceof Long) {
                final double x = item instanceof Double d ? d : (double) (Long) item;
                final double t = sum + x;
                c += Math.abs(sum) >= Math.abs(x) ? sum - t + x : x - t + sum;
                sum = t;
                item = PyIter.nextInside(ts, it);
                if ((++n & 1023) == 0) {
                    ts.poll();
                }
            }
            total = c != 0.0 && Double.isFinite(c) ? sum + c : sum;
        }
        while (item != null) {
            total = PyNumber.add(ts, total, item);
            item = PyIter.nextInside(ts, it);
            // Each time: an addition of lists may be long.
            ts.poll();
        }
        return total;
    }

    /** The sum of a list's ints if it is no long one and fits a long; else null. */
    private static Object ints(final PyList list, final long[] a, final long start) {
        final int n = list.size();
        if (n > a.length || n > MOST_AT_ONCE) {
            return null;
        }
        long sum = start;
        for (int i = 0; i < n; i++) {
            final long v = a[i];
            final long r = sum + v;
            if (((sum ^ r) & (v ^ r)) < 0) {
                return null;
            }
            sum = r;
        }
        VarHandle.acquireFence();
        return list.storage() == a ? sum : null;
    }
}
