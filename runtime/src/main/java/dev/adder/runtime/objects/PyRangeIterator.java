package dev.adder.runtime.objects;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.IntMath;
import java.math.BigInteger;

/** Iterator over a range whose items are longs. */
@PyTypeSpec(name = "range_iterator")
public final class PyRangeIterator extends PyIterator {
    public static final PyType TYPE =
            PyType.builtinFinal("range_iterator", "builtins", null, new PyRangeIteratorTable()).withoutNew();

    private long next;
    private final long step;
    private long left;

    public PyRangeIterator(final long start, final long step, final long count) {
        super(TYPE);
        this.next = start;
        this.step = step;
        this.left = count;
    }

    // ---- Java API, for compiled code

    public long upcoming() {
        return next;
    }

    public long step() {
        return step;
    }

    public long left() {
        return left;
    }

    @Override
    public Object next(final ThreadState ts) {
        if (isAlone(ts)) {
            return advance();
        }
        synchronized (this) {
            return advance();
        }
    }

    private Object advance() {
        if (left <= 0) {
            return null;
        }
        left--;
        final long value = next;
        next = value + step;
        return value;
    }

    @PyMethod("__length_hint__($self, /)")
    long lengthHint() {
        return left;
    }

    @PyMethod("__reduce__($self, /)")
    Object reduce(final ThreadState ts) {
        final BigInteger stop = BigInteger.valueOf(left).multiply(BigInteger.valueOf(step)).add(BigInteger.valueOf(next));
        final PyRange rest = PyRange.of(next, IntMath.normalise(stop), step);
        return PyTuple.of(Builtins.get(ts, "iter"), PyTuple.of(rest), PyNone.NONE);
    }

    @PyMethod("__setstate__($self, object, /)")
    void setState(final long state) {
        final long skip = Math.max(0, Math.min(state, left));
        next += skip * step;
        left -= skip;
    }
}
