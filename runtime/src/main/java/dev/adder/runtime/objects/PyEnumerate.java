package dev.adder.runtime.objects;

import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.ArgumentParser;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyNumber;
import java.math.BigInteger;

/** {@code enumerate}. */
@PyTypeSpec(name = "enumerate")
public class PyEnumerate extends PyIterator {
    public static final PyType TYPE = PyType.builtin("enumerate", "builtins", null, new PyEnumerateTable());

    private final Object iterator;
    private long index;
    /** The index once it is beyond the longs, else null. */
    private BigInteger large;

    PyEnumerate(final PyType type, final Object iterator, final Object start) {
        super(type);
        this.iterator = iterator;
        if (start instanceof Long n) {
            this.index = n;
        } else {
            this.large = (BigInteger) start;
        }
    }

    @PyNew(value = "(iterable, start=0)", raw = true)
    static Object make(final ThreadState ts, final PyType cls, final Object[] args, final String[] kwNames) {
        final int given = ArgumentParser.positional(args, kwNames);
        if (args.length == 0) {
            throw Errors.typeError("enumerate() missing required argument 'iterable'");
        }
        if (args.length > 2) {
            throw Errors.typeError("enumerate() takes at most 2 arguments (" + args.length + " given)");
        }
        Object iterable = given > 0 ? args[0] : null;
        Object start = given > 1 ? args[1] : null;
        for (int i = given; i < args.length; i++) {
            final String name = kwNames[i - given];
            if (name.equals("iterable") && iterable == null) {
                iterable = args[i];
            } else if (name.equals("start") && start == null) {
                start = args[i];
            } else {
                throw invalid(name);
            }
        }
        if (iterable == null) {
            throw invalid(kwNames[0]);
        }
        final Object from = start == null ? 0L : PyNumber.index(ts, start);
        return new PyEnumerate(cls, PyIter.get(ts, iterable), from);
    }

    private static PyRaise invalid(final String name) {
        return Errors.typeError("'" + name + "' is an invalid keyword argument for enumerate()");
    }

    @Override
    public final Object next(final ThreadState ts) {
        final Object item = PyIter.nextInside(ts, iterator);
        if (item == null) {
            return null;
        }
        if (isAlone(ts)) {
            return PyTuple.of(count(), item);
        }
        synchronized (this) {
            return PyTuple.of(count(), item);
        }
    }

    private Object count() {
        if (large == null) {
            final long n = index;
            if (n == Long.MAX_VALUE) {
                large = BigInteger.ONE.shiftLeft(63);
            } else {
                index = n + 1;
            }
            return n;
        }
        final BigInteger n = large;
        large = n.add(BigInteger.ONE);
        return n;
    }

    @PyMethod("__reduce__($self, /)")
    final Object reduce() {
        return PyTuple.of(type(), PyTuple.of(iterator, large == null ? (Object) index : large));
    }

    @PyClassMethod("__class_getitem__($type, object, /)")
    static Object classGetItem(final PyType cls, final Object item) {
        return PyGenericAlias.of(cls, item);
    }
}
