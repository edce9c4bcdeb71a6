package dev.adder.runtime.objects;

import dev.adder.runtime.Errors;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;

/** The operations of lists on many items: slices, concatenation, repetition, comparison, extension. */
public final class ListChanges {
    private ListChanges() {
    }

    // ---- extension

    static void extend(final ThreadState ts, final PyList list, final Object iterable) {
        if (iterable instanceof PyList other && plainIteration(other)) {
            list.addAll(ts, other.toArray());
        } else if (iterable instanceof PyTuple t && t.shape.type == PyTuple.TYPE) {
            list.addAll(ts, t.items());
        } else if (ts.multi && iterable instanceof PyDict d && d.shape.type == PyDict.TYPE) {
            // list(d) is how programs take the keys of a dict that other threads change: it must not fail half way.
            final Object[] keys;
            synchronized (d) {
                keys = d.keysArray();
            }
            list.addAll(ts, keys);
        } else {
            final Object[] snapshot = Snapshots.of(ts, iterable);
            if (snapshot != null) {
                list.addAll(ts, snapshot);
                return;
            }
            final Object it = PyIter.get(ts, iterable);
            if (!(iterable instanceof PyRange)) {
                PyIter.lengthHint(ts, iterable, 8);
            }
            int n = 0;
            for (Object item = PyIter.next(ts, it); item != null; item = PyIter.next(ts, it)) {
                list.append(ts, item);
                if ((++n & 1023) == 0) {
                    ts.poll();
                }
            }
        }
    }

    private static boolean plainIteration(final PyList other) {
        return other.shape.type == PyList.TYPE;
    }

    // ---- slices

    static PyList slice(final ThreadState ts, final PyList list, final PySlice s) {
        final long[] unpacked = s.unpack(ts);
        final PySlice.Bounds b = PySlice.adjust(unpacked, list.size());
        if (b.step() == 1) {
            return list.range(b.start(), b.start() + b.count());
        }
        final Object[] all = list.toArray();
        final Object[] picked = new Object[b.count()];
        int at = b.start();
        for (int i = 0; i < picked.length && at >= 0 && at < all.length; i++) {
            picked[i] = all[at];
            at += b.step();
        }
        return PyList.of(picked);
    }

    private static Object[] items(final ThreadState ts, final Object value) {
        if (value instanceof PyList || value instanceof PyTuple) {
            return PyIter.toArray(ts, value);
        }
        final Object it;
        try {
            it = PyIter.get(ts, value);
        } catch (final PyRaise e) {
            if (Errors.matches(e, ExceptionTypes.TYPE_ERROR)) {
                throw Errors.typeError("must assign iterable to extended slice");
            }
            throw e;
        }
        return PyIter.toArray(ts, it);
    }

    static void assignSlice(final ThreadState ts, final PyList list, final PySlice s, final Object value) {
        final long[] unpacked = s.unpack(ts);
        if (unpacked[2] == 1) {
            final PySlice.Bounds b = PySlice.adjust(unpacked, list.size());
            list.replace(ts, b.start(), Math.max(b.start(), b.stop()), items(ts, value));
            return;
        }
        if (!ts.multi && value instanceof PyList l && plainIteration(l)) {
            final PySlice.Bounds b = PySlice.adjust(unpacked, list.size());
            final PyList source = l == list ? l.range(0, l.size) : l;
            checkSize(b, source.size);
            if (ListStorage.spread(source.storage, b.count(), list.storage, b.start(), b.step())) {
                return;
            }
        }
        final Object[] items = items(ts, value);
        list.share(ts);
        synchronized (list) {
            final PySlice.Bounds b = PySlice.adjust(unpacked, list.size());
            checkSize(b, items.length);
            int at = b.start();
            for (final Object item : items) {
                list.setItem(ts, at, item);
                at += b.step();
            }
        }
    }

    private static void checkSize(final PySlice.Bounds b, final int length) {
        if (b.count() != length) {
            throw Errors.valueError("attempt to assign sequence of size " + length
                    + " to extended slice of size " + b.count());
        }
    }

    static void deleteSlice(final ThreadState ts, final PyList list, final PySlice s) {
        final long[] unpacked = s.unpack(ts);
        list.share(ts);
        synchronized (list) {
            final PySlice.Bounds b = PySlice.adjust(unpacked, list.size());
            if (b.count() == 0) {
                return;
            }
            if (b.step() == 1) {
                list.replace(ts, b.start(), b.start() + b.count(), new Object[0]);
                return;
            }
            final Object[] all = list.toArray();
            final int step = Math.abs(b.step());
            final int first = b.step() > 0 ? b.start() : b.start() + (b.count() - 1) * b.step();
            final Object[] kept = new Object[all.length - b.count()];
            int n = 0;
            int next = first;
            int left = b.count();
            for (int i = 0; i < all.length; i++) {
                if (left > 0 && i == next) {
                    next += step;
                    left--;
                } else {
                    kept[n++] = all[i];
                }
            }
            list.become(PyList.of(kept).storage, kept.length);
        }
    }

    // ---- concatenation and repetition

    static Object concat(final PyList list, final Object other) {
        if (!(other instanceof PyList o)) {
            throw Errors.typeError("can only concatenate list (not \"" + PyType.of(other).name() + "\") to list");
        }
        if (list.storage.getClass() == o.storage.getClass() && !(list.storage instanceof Object[])) {
            final PyList head = list.range(0, list.size);
            final PyList tail = o.range(0, o.size);
            final Object all = ListStorage.concatenated(head.storage, head.size, tail.storage, tail.size);
            if (all != null) {
                return PyList.ofStorage(all);
            }
        }
        final Object[] a = list.toArray();
        final Object[] b = o.toArray();
        final Object[] all = ListStorage.allocate((long) a.length + b.length);
        System.arraycopy(a, 0, all, 0, a.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return PyList.of(all);
    }

    /** The number of repetitions: any sequence's {@code * n}. */
    public static long times(final ThreadState ts, final Object times) {
        if (!PyNumber.isIndex(times)) {
            throw Errors.typeError("can't multiply sequence by non-int of type '" + PyType.of(times).name() + "'");
        }
        return PyNumber.asCount(ts, times);
    }

    static PyList repeat(final PyList list, final long n) {
        final PyList source = list.range(0, list.size);
        if (n <= 0 || source.size == 0) {
            return new PyList();
        }
        if (n > (Integer.MAX_VALUE - 8) / source.size) {
            throw Errors.memoryError();
        }
        final int length = (int) (source.size * n);
        if (source.storage instanceof Object[] items) {
            return PyList.of(PyTuple.repeat(items, source.size, n));
        }
        return PyList.ofStorage(ListStorage.repeated(source.storage, source.size, length));
    }

    static int indexOf(final long[] a, final int size, final long value) {
        for (int i = 0; i < size; i++) {
            if (a[i] == value) {
                return i;
            }
        }
        return -1;
    }

    // ---- comparison

    /** {@code list_richcompare}: the sizes are asked for anew after each comparison. */
    static Object compare(final ThreadState ts, final PyList a, final PyList b, final int op) {
        if (a.size() != b.size() && (op == PyObjects.EQ || op == PyObjects.NE)) {
            return op == PyObjects.NE;
        }
        for (int i = 0; i < a.size() && i < b.size(); i++) {
            final Object x = a.getOrNull(i);
            final Object y = b.getOrNull(i);
            if (x == null || y == null) {
                break;
            }
            if (!PyObjects.same(ts, x, y)) {
                if (i >= a.size() || i >= b.size()) {
                    break;
                }
                return op == PyObjects.EQ ? Boolean.FALSE : op == PyObjects.NE ? Boolean.TRUE
                        : PyObjects.richCompare(ts, x, y, op);
            }
        }
        return PyObjects.fromSign(Integer.compare(a.size(), b.size()), op);
    }
}
