package dev.adder.runtime.objects;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyRichCompare;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.StrBuilder;
import dev.adder.runtime.ArgumentParser;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import java.math.BigInteger;

/**
 * A {@code range}. Start, stop and step are plain ints (Long or BigInteger). A <i>small</i> range has all its items and
 * its length in longs and is computed with them alone.
 */
@PyTypeSpec(name = "range")
public final class PyRange extends PyObject {
    public static final PyType TYPE = PyType.builtinFinal("range", "builtins", null, new PyRangeTable()).asSequence();

    private final Object start;
    private final Object stop;
    private final Object step;
    /** The number of items, a plain int. */
    private final Object length;
    private final boolean small;
    private final long first;
    private final long by;
    private final long count;

    private PyRange(final Object start, final Object stop, final Object step) {
        super(TYPE);
        this.start = start;
        this.stop = stop;
        this.step = step;
        final BigInteger n = computeLength(big(start), big(stop), big(step));
        this.length = small(n);
        this.small = start instanceof Long && stop instanceof Long && step instanceof Long && n.bitLength() < 63;
        this.first = small ? (Long) start : 0;
        this.by = small ? (Long) step : 0;
        this.count = small ? n.longValue() : 0;
    }

    private PyRange(final long start, final long stop, final long step, final long count) {
        super(TYPE);
        this.start = start;
        this.stop = stop;
        this.step = step;
        this.length = count;
        this.small = true;
        this.first = start;
        this.by = step;
        this.count = count;
    }

    /** A range of plain ints; {@code step} is not 0. */
    public static PyRange of(final Object start, final Object stop, final Object step) {
        if (start instanceof Long a && stop instanceof Long b && step instanceof Long c && isNear(a) && isNear(b)) {
            return new PyRange(a, b, c, smallCount(a, b, c));
        }
        return new PyRange(start, stop, step);
    }

    private static boolean isNear(final long n) {
        return n >= Long.MIN_VALUE >> 2 && n <= Long.MAX_VALUE >> 2;
    }

    private static long smallCount(final long start, final long stop, final long step) {
        if (step > 0) {
            return start < stop ? (stop - start - 1) / step + 1 : 0;
        }
        return stop < start ? step == Long.MIN_VALUE ? 1 : (start - stop - 1) / -step + 1 : 0;
    }

    private static BigInteger computeLength(final BigInteger start, final BigInteger stop, final BigInteger step) {
        final BigInteger distance = step.signum() > 0 ? stop.subtract(start) : start.subtract(stop);
        if (distance.signum() <= 0) {
            return BigInteger.ZERO;
        }
        return distance.subtract(BigInteger.ONE).divide(step.abs()).add(BigInteger.ONE);
    }

    private static BigInteger big(final Object plain) {
        return plain instanceof Long n ? BigInteger.valueOf(n) : (BigInteger) plain;
    }

    private static Object small(final BigInteger n) {
        return n.bitLength() < 64 ? (Object) n.longValue() : n;
    }

    // ---- Java API, for counted loops

    /** Whether start, step and length are longs. */
    public boolean isSmall() {
        return small;
    }

    public long first() {
        return first;
    }

    public long step() {
        return by;
    }

    public long count() {
        return count;
    }

    // ---- construction

    @PyNew(value = "($type, *args, **kwargs)", raw = true)
    static Object make(final ThreadState ts, final PyType cls, final Object[] args, final String[] kwNames) {
        ArgumentParser.noKeywords("range", kwNames);
        ArgumentParser.checkCount("range", args.length, 1, 3);
        if (args.length == 1) {
            return of(0L, PyNumber.index(ts, args[0]), 1L);
        }
        final Object from = PyNumber.index(ts, args[0]);
        final Object to = PyNumber.index(ts, args[1]);
        final Object by = args.length == 3 ? PyNumber.index(ts, args[2]) : 1L;
        if (by instanceof Long n && n == 0) {
            throw Errors.valueError("range() arg 3 must not be zero");
        }
        return of(from, to, by);
    }

    @PyGetter(value = "start", member = true)
    Object startMember() {
        return start;
    }

    @PyGetter(value = "stop", member = true)
    Object stopMember() {
        return stop;
    }

    @PyGetter(value = "step", member = true)
    Object stepMember() {
        return step;
    }

    @PyMethod("__reduce__($self, /)")
    Object reduce() {
        return PyTuple.of(TYPE, PyTuple.of(start, stop, step));
    }

    // ---- as a sequence

    @PyMethod("__len__($self, /)")
    long len() {
        if (length instanceof Long n) {
            return n;
        }
        throw Errors.overflowError("Python int too large to convert to C ssize_t");
    }

    @PyMethod("__bool__($self, /)")
    boolean bool() {
        return !length.equals(0L);
    }

    /** Whether no step of an iteration leaves the longs ({@code range_iter} of CPython). */
    private boolean staysSmall() {
        if (!small || count == 0) {
            return small;
        }
        final long end = (Long) stop;
        return by > 0 ? end <= Long.MAX_VALUE - (by - 1) : end >= Long.MIN_VALUE + (-1 - by);
    }

    @PyMethod("__iter__($self, /)")
    Object iter(final ThreadState ts) {
        return iterator().ownedBy(ts);
    }

    private PyIterator iterator() {
        return staysSmall() ? new PyRangeIterator(first, by, count) : new PyLongRangeIterator(big(start), big(step),
                big(length));
    }

    @PyMethod("__reversed__($self, /)")
    Object reversed() {
        if (small) {
            return new PyRangeIterator(first + (count - 1) * by, -by, count);
        }
        return new PyLongRangeIterator(big(computeItem(big(length).subtract(BigInteger.ONE))), big(step).negate(),
                big(length));
    }

    private Object computeItem(final BigInteger index) {
        return small(big(start).add(index.multiply(big(step))));
    }

    @PyMethod("__getitem__($self, key, /)")
    Object getItem(final ThreadState ts, final Object key) {
        if (key instanceof PySlice s) {
            return slice(ts, s);
        }
        if (!PyNumber.isIndex(key)) {
            throw PySlice.badIndex("range", key);
        }
        return item(PyNumber.index(ts, key));
    }

    private Object item(final Object index) {
        if (small && index instanceof Long n) {
            final long i = n < 0 ? n + count : n;
            if (i >= 0 && i < count) {
                return first + i * by;
            }
        } else {
            final BigInteger i = big(index).signum() < 0 ? big(index).add(big(length)) : big(index);
            if (i.signum() >= 0 && i.compareTo(big(length)) < 0) {
                return computeItem(i);
            }
        }
        throw Errors.indexError("range object index out of range");
    }

    /** {@code compute_slice}: the bounds are those of {@code slice.indices(len)}. */
    private Object slice(final ThreadState ts, final PySlice s) {
        final PyTuple bounds = (PyTuple) s.indices(ts, length);
        final Object newStep = small(big(bounds.get(2)).multiply(big(step)));
        return of(computeItem(big(bounds.get(0))), computeItem(big(bounds.get(1))), newStep);
    }

    /** The place of a plain int, or null. */
    private Object place(final Object value) {
        if (small && value instanceof Long v) {
            if (count == 0) {
                return null;
            }
            final long last = first + (count - 1) * by;
            if (by > 0 ? v < first || v > last : v > first || v < last) {
                return null;
            }
            final long distance = v - first;
            return distance % by == 0 ? (Object) (distance / by) : null;
        }
        final BigInteger distance = big(value).subtract(big(start));
        final BigInteger[] parts = distance.divideAndRemainder(big(step));
        return parts[1].signum() == 0 && parts[0].signum() >= 0 && parts[0].compareTo(big(length)) < 0
                ? small(parts[0]) : null;
    }

    private static boolean isExactInt(final Object value) {
        return value instanceof Long || value instanceof BigInteger || value instanceof Boolean;
    }

    private static Object plain(final Object exactInt) {
        return exactInt instanceof Boolean b ? (Object) (b ? 1L : 0L) : exactInt;
    }

    @PyMethod("__contains__($self, key, /)")
    boolean contains(final ThreadState ts, final Object value) {
        if (isExactInt(value)) {
            return place(plain(value)) != null;
        }
        return search(ts, value) >= 0;
    }

    private long search(final ThreadState ts, final Object value) {
        final PyIterator it = iterator();
        long i = 0;
        for (Object item = dev.adder.runtime.ops.PyIter.next(ts, it); item != null;
                item = dev.adder.runtime.ops.PyIter.next(ts, it)) {
            if (PyObjects.same(ts, item, value)) {
                return i;
            }
            if ((++i & 1023) == 0) {
                ts.poll();
            }
        }
        return -1;
    }

    @PyMethod("index($self, object, /)")
    Object index(final ThreadState ts, final Object value) {
        if (isExactInt(value)) {
            final Object i = place(plain(value));
            if (i == null) {
                throw Errors.valueError("range.index(x): x not in range");
            }
            return i;
        }
        final long i = search(ts, value);
        if (i < 0) {
            throw Errors.valueError("sequence.index(x): x not in sequence");
        }
        return i;
    }

    @PyMethod("count($self, object, /)")
    Object count(final ThreadState ts, final Object value) {
        if (isExactInt(value)) {
            return place(plain(value)) != null ? 1L : 0L;
        }
        final PyIterator it = iterator();
        long n = 0;
        for (Object item = dev.adder.runtime.ops.PyIter.next(ts, it); item != null;
                item = dev.adder.runtime.ops.PyIter.next(ts, it)) {
            if (PyObjects.same(ts, item, value)) {
                n++;
            }
        }
        return n;
    }

    // ---- comparison and text

    private boolean equalTo(final PyRange r) {
        if (!length.equals(r.length)) {
            return false;
        }
        if (length.equals(0L)) {
            return true;
        }
        return start.equals(r.start) && (length.equals(1L) || step.equals(r.step));
    }

    @PyRichCompare
    Object compare(final Object other, final int op) {
        return other instanceof PyRange r && (op == PyObjects.EQ || op == PyObjects.NE)
                ? (Object) (equalTo(r) == (op == PyObjects.EQ)) : PyNotImplemented.NOT_IMPLEMENTED;
    }

    @PyMethod("__hash__($self, /)")
    long hash(final ThreadState ts) {
        final boolean none = length.equals(0L);
        final boolean one = length.equals(1L);
        return PyTuple.of(length, none ? PyNone.NONE : start, none || one ? PyNone.NONE : step).hash(ts);
    }

    @PyMethod("__repr__($self, /)")
    Object repr() {
        final StrBuilder out = new StrBuilder();
        out.append("range(").append(start.toString()).append(", ").append(stop.toString());
        if (!step.equals(1L)) {
            out.append(", ").append(step.toString());
        }
        return out.append(")").build();
    }
}
