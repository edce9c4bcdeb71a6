package dev.adder.runtime.objects;

import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyRichCompare;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.StrBuilder;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.text.Hashes;
import java.math.BigInteger;

/** A slice object. */
@PyTypeSpec(name = "slice")
public final class PySlice extends PyObject {
    public static final PyType TYPE = PyType.builtinFinal("slice", "builtins", null, new PySliceTable());

    public final Object start;
    public final Object stop;
    public final Object step;

    /** A slice applied to a sequence of a certain length: {@code count} items from {@code start} by {@code step}. */
    public record Bounds(int start, int stop, int step, int count) {
    }

    public PySlice(final Object start, final Object stop, final Object step) {
        super(TYPE);
        this.start = start;
        this.stop = stop;
        this.step = step;
    }

    @PyNew(value = "($type, *args, **kwargs)", raw = true)
    static Object make(final ThreadState ts, final PyType cls, final Object[] args, final String[] kwNames) {
        dev.adder.runtime.ArgumentParser.noKeywords("slice", kwNames);
        dev.adder.runtime.ArgumentParser.checkCount("slice", args.length, 1, 3);
        return args.length == 1 ? new PySlice(PyNone.NONE, args[0], PyNone.NONE)
                : new PySlice(args[0], args[1], args.length == 3 ? args[2] : PyNone.NONE);
    }

    @PyClassMethod("__class_getitem__($type, object, /)")
    static Object classGetItem(final PyType cls, final Object item) {
        return PyGenericAlias.of(cls, item);
    }

    // ---- bounds

    /** A bound, clipped to a length, if it is None or an int; else -1. */
    public int plainBound(final Object bound, final int length, final int none) {
        if (bound == PyNone.NONE) {
            return none;
        }
        if (bound instanceof Long n) {
            final long i = n < 0 ? n + length : n;
            return i < 0 ? 0 : (int) Math.min(i, length);
        }
        return -1;
    }

    /** {@code PySlice_Unpack} and {@code PySlice_AdjustIndices}, for a sequence of a length known now. */
    public Bounds bounds(final ThreadState ts, final int length) {
        final long[] unpacked = unpack(ts);
        return adjust(unpacked, length);
    }

    /** Start, stop and step; runs {@code __index__}, so the length must be asked for afterwards. */
    public long[] unpack(final ThreadState ts) {
        final long stepValue;
        if (step == PyNone.NONE) {
            stepValue = 1;
        } else {
            stepValue = Math.max(index(ts, step), -Long.MAX_VALUE);
            if (stepValue == 0) {
                throw Errors.valueError("slice step cannot be zero");
            }
        }
        final long from = start == PyNone.NONE ? stepValue < 0 ? Long.MAX_VALUE : 0 : index(ts, start);
        final long to = stop == PyNone.NONE ? stepValue < 0 ? Long.MIN_VALUE : Long.MAX_VALUE : index(ts, stop);
        return new long[] {from, to, stepValue};
    }

    /** Clips what {@link #unpack} gave to a length. */
    public static Bounds adjust(final long[] unpacked, final int length) {
        final long step = unpacked[2];
        final int from = (int) clip(unpacked[0], length, step < 0);
        final int to = (int) clip(unpacked[1], length, step < 0);
        final int smallStep = (int) Math.max(Math.min(step, Integer.MAX_VALUE), -Integer.MAX_VALUE);
        return new Bounds(from, to, smallStep, (int) count(from, to, step));
    }

    /** How many items lie from one place to another one. */
    public static long count(final long from, final long to, final long step) {
        if (step < 0) {
            return to < from ? (from - to - 1) / -step + 1 : 0;
        }
        return from < to ? (to - from - 1) / step + 1 : 0;
    }

    /** A bound in a sequence of a length. */
    public static long clip(final long bound, final long length, final boolean backwards) {
        if (bound < 0) {
            final long b = bound + length;
            return b < 0 ? backwards ? -1 : 0 : b;
        }
        return bound >= length ? backwards ? length - 1 : length : bound;
    }

    /** {@code _PyEval_SliceIndex}. */
    private static long index(final ThreadState ts, final Object value) {
        if (value instanceof Long n) {
            return n;
        }
        if (!PyNumber.isIndex(value)) {
            throw Errors.typeError("slice indices must be integers or None or have an __index__ method");
        }
        return PyNumber.asClipped(ts, value);
    }

    /** {@code _PyEval_SliceIndexNotNone}: an optional bound of {@code index()} and its like. */
    static long bound(final ThreadState ts, final Object value) {
        if (value instanceof Long n) {
            return n;
        }
        if (!PyNumber.isIndex(value)) {
            throw Errors.typeError("slice indices must be integers or have an __index__ method");
        }
        return PyNumber.asClipped(ts, value);
    }

    @PyMethod("indices($self, length, /)")
    Object indices(final ThreadState ts, final Object lengthArgument) {
        final Object length = PyNumber.index(ts, lengthArgument);
        if (big(length).signum() < 0) {
            throw Errors.valueError("length should not be negative");
        }
        final BigInteger n = big(length);
        final BigInteger by = step == PyNone.NONE ? BigInteger.ONE : big(bigIndex(ts, step));
        if (by.signum() == 0) {
            throw Errors.valueError("slice step cannot be zero");
        }
        final boolean backwards = by.signum() < 0;
        final BigInteger low = backwards ? BigInteger.ONE.negate() : BigInteger.ZERO;
        final BigInteger high = backwards ? n.subtract(BigInteger.ONE) : n;
        final BigInteger from = start == PyNone.NONE ? backwards ? high : low : clip(big(bigIndex(ts, start)), n, low, high);
        final BigInteger to = stop == PyNone.NONE ? backwards ? low : high : clip(big(bigIndex(ts, stop)), n, low, high);
        return PyTuple.of(small(from), small(to), small(by));
    }

    private static BigInteger clip(final BigInteger bound, final BigInteger n, final BigInteger low,
            final BigInteger high) {
        final BigInteger b = bound.signum() < 0 ? bound.add(n) : bound;
        return bound.signum() < 0 ? b.max(low) : b.min(high);
    }

    private static Object bigIndex(final ThreadState ts, final Object value) {
        if (!PyNumber.isIndex(value)) {
            throw Errors.typeError("slice indices must be integers or None or have an __index__ method");
        }
        return PyNumber.index(ts, value);
    }

    private static BigInteger big(final Object plain) {
        return plain instanceof Long n ? BigInteger.valueOf(n) : (BigInteger) plain;
    }

    private static Object small(final BigInteger n) {
        return n.bitLength() < 64 ? (Object) n.longValue() : n;
    }

    // ---- as an object

    @PyGetter(value = "start", member = true)
    Object start() {
        return start;
    }

    @PyGetter(value = "stop", member = true)
    Object stop() {
        return stop;
    }

    @PyGetter(value = "step", member = true)
    Object step() {
        return step;
    }

    private PyTuple tuple() {
        return PyTuple.of(start, stop, step);
    }

    @PyRichCompare
    Object compare(final ThreadState ts, final Object other, final int op) {
        if (!(other instanceof PySlice s)) {
            return PyNotImplemented.NOT_IMPLEMENTED;
        }
        if (s == this) {
            return op == PyObjects.EQ || op == PyObjects.LE || op == PyObjects.GE;
        }
        return PyObjects.richCompare(ts, tuple(), s.tuple(), op);
    }

    @PyMethod("__hash__($self, /)")
    long hash(final ThreadState ts) {
        return Hashes.ofSlice(PyObjects.hash(ts, start), PyObjects.hash(ts, stop), PyObjects.hash(ts, step));
    }

    @PyMethod("__repr__($self, /)")
    Object repr(final ThreadState ts) {
        final StrBuilder out = new StrBuilder();
        out.append("slice(");
        out.append(PyObjects.repr(ts, start));
        out.append(", ");
        out.append(PyObjects.repr(ts, stop));
        out.append(", ");
        out.append(PyObjects.repr(ts, step));
        out.append(")");
        return out.build();
    }

    @PyMethod("__reduce__($self, /)")
    Object reduce() {
        return PyTuple.of(TYPE, tuple());
    }

    /** The TypeError for an index that is neither int nor slice: "list indices must be integers or slices, not str". */
    static PyRaise badIndex(final String type, final Object index) {
        return Errors.typeError(type + " indices must be integers or slices, not " + PyType.of(index).name());
    }
}
