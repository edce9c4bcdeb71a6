package dev.adder.runtime.objects;

import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyNumber;

/** A slice applied to a sequence of a known length: {@code count} items from {@code start} in steps of {@code step}. */
public record SliceBounds(int start, int stop, long step, int count) {

    /** {@code PySlice_Unpack} and {@code PySlice_AdjustIndices}. */
    public static SliceBounds of(final ThreadState ts, final PySlice slice, final int length) {
        final long step = slice.step == PyNone.NONE ? 1 : Math.max(bound(ts, slice.step), -Long.MAX_VALUE);
        if (step == 0) {
            throw Errors.valueError("slice step cannot be zero");
        }
        final long low = step < 0 ? -1 : 0;
        final long high = step < 0 ? length - 1L : length;
        final long start = slice.start == PyNone.NONE ? step < 0 ? high : low
                : clip(bound(ts, slice.start), length, low, high);
        final long stop = slice.stop == PyNone.NONE ? step < 0 ? low : high
                : clip(bound(ts, slice.stop), length, low, high);
        long count = 0;
        if (step < 0 && stop < start) {
            count = (start - stop - 1) / -step + 1;
        } else if (step > 0 && start < stop) {
            count = (stop - start - 1) / step + 1;
        }
        return new SliceBounds((int) start, (int) stop, step, (int) count);
    }

    private static long bound(final ThreadState ts, final Object o) {
        if (!PyNumber.isIndex(o)) {
            throw Errors.typeError("slice indices must be integers or None or have an __index__ method");
        }
        return PyNumber.asClipped(ts, o);
    }

    private static long clip(final long index, final int length, final long low, final long high) {
        final long i = index < 0 ? index + length : index;
        return i < low ? low : Math.min(i, high);
    }

    /** A start argument as {@code find} takes it: None is the beginning, otherwise an index, clipped but not adjusted. */
    public static long startArgument(final ThreadState ts, final Object o) {
        return o == null || o == PyNone.NONE ? 0 : bound(ts, o);
    }

    /** An end argument as {@code find} takes it: None is the end. */
    public static long endArgument(final ThreadState ts, final Object o) {
        return o == null || o == PyNone.NONE ? Long.MAX_VALUE : bound(ts, o);
    }
}
