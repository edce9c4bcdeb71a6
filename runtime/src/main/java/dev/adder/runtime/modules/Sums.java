package dev.adder.runtime.modules;

import dev.adder.runtime.Errors;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.IntMath;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.objects.PyByteArray;
import dev.adder.runtime.objects.PyBytes;

/** {@code sum}: exact ints first, then floats with Neumaier's compensation, then anything (builtin_sum_impl). */
final class Sums {
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
        final Object it = PyIter.get(ts, iterable);
        Object total = start;
        int n = 0;
        Object item = PyIter.next(ts, it);
        if (total instanceof Long first) {
            long sum = first;
            while (item instanceof Long v) {
                final long r = sum + v;
                if (((sum ^ r) & (v ^ r)) < 0) {
                    break;
                }
                sum = r;
                item = PyIter.next(ts, it);
                if ((++n & 1023) == 0) {
                    ts.poll();
                }
            }
            total = sum;
            while (item != null && !(item instanceof Double) && IntMath.intValueOrNull(item) != null
                    && (total instanceof Long || total instanceof java.math.BigInteger)) {
                total = IntMath.add(total, IntMath.intValueOrNull(item));
                item = PyIter.next(ts, it);
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
                item = PyIter.next(ts, it);
                if ((++n & 1023) == 0) {
                    ts.poll();
                }
            }
            total = c != 0.0 && Double.isFinite(c) ? sum + c : sum;
        }
        while (item != null) {
            total = PyNumber.add(ts, total, item);
            item = PyIter.next(ts, it);
            // Each time: an addition of lists may be long.
            ts.poll();
        }
        return total;
    }
}
