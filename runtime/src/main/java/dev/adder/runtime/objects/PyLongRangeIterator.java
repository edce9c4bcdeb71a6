package dev.adder.runtime.objects;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyNumber;
import java.math.BigInteger;

/** Iterator over a range beyond the longs. */
@PyTypeSpec(name = "longrange_iterator")
public final class PyLongRangeIterator extends PyIterator {
    public static final PyType TYPE =
            PyType.builtinFinal("longrange_iterator", "builtins", null, new PyLongRangeIteratorTable()).withoutNew();

    private BigInteger next;
    private final BigInteger step;
    private BigInteger left;

    PyLongRangeIterator(final BigInteger start, final BigInteger step, final BigInteger count) {
        super(TYPE);
        this.next = start;
        this.step = step;
        this.left = count;
    }

    @Override
    public synchronized Object next(final ThreadState ts) {
        if (left.signum() <= 0) {
            return null;
        }
        left = left.subtract(BigInteger.ONE);
        final BigInteger value = next;
        next = value.add(step);
        return plain(value);
    }

    private static Object plain(final BigInteger n) {
        return n.bitLength() < 64 ? (Object) n.longValue() : n;
    }

    @PyMethod("__length_hint__($self, /)")
    Object lengthHint() {
        return plain(left);
    }

    @PyMethod("__reduce__($self, /)")
    synchronized Object reduce(final ThreadState ts) {
        final PyRange rest = PyRange.of(plain(next), plain(next.add(left.multiply(step))), plain(step));
        return PyTuple.of(Builtins.get(ts, "iter"), PyTuple.of(rest), PyNone.NONE);
    }

    @PyMethod("__setstate__($self, object, /)")
    synchronized void setState(final ThreadState ts, final Object state) {
        final Object n = PyNumber.index(ts, state);
        final BigInteger wanted = n instanceof Long l ? BigInteger.valueOf(l) : (BigInteger) n;
        final BigInteger skip = wanted.max(BigInteger.ZERO).min(left);
        next = next.add(skip.multiply(step));
        left = left.subtract(skip);
    }
}
