package dev.adder.runtime.objects;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyObjects;

/** {@code zip}. */
@PyTypeSpec(name = "zip")
public class PyZip extends PyIterator {
    public static final PyType TYPE = PyType.builtin("zip", "builtins", null, new PyZipTable());

    private final Object[] iterators;
    private boolean strict;

    PyZip(final PyType type, final Object[] iterators, final boolean strict) {
        super(type);
        this.iterators = iterators;
        this.strict = strict;
    }

    @PyNew("(*iterables, strict=False)")
    static Object make(final ThreadState ts, final PyType cls, final Object[] iterables, final boolean strict) {
        final Object[] iterators = new Object[iterables.length];
        for (int i = 0; i < iterators.length; i++) {
            iterators[i] = PyIter.get(ts, iterables[i]);
        }
        return new PyZip(cls, iterators, strict);
    }

    @Override
    public final Object next(final ThreadState ts) {
        final Object[] row = row(ts, "zip", iterators, strict);
        return row == null ? null : PyTuple.of(row);
    }

    /** One item of each iterator, or null when the first of them is exhausted. */
    static Object[] row(final ThreadState ts, final String name, final Object[] iterators, final boolean strict) {
        final int n = iterators.length;
        if (n == 0) {
            return null;
        }
        final Object[] row = new Object[n];
        for (int i = 0; i < n; i++) {
            row[i] = PyIter.nextInside(ts, iterators[i]);
            if (row[i] == null) {
                if (strict) {
                    checkLengths(ts, name, iterators, i);
                }
                return null;
            }
        }
        return row;
    }

    private static void checkLengths(final ThreadState ts, final String name, final Object[] iterators,
            final int exhausted) {
        if (exhausted > 0) {
            throw Errors.valueError(name + "() argument " + (exhausted + 1) + " is shorter than argument"
                    + (exhausted == 1 ? " " : "s 1-") + exhausted);
        }
        for (int i = 1; i < iterators.length; i++) {
            if (PyIter.next(ts, iterators[i]) != null) {
                throw Errors.valueError(name + "() argument " + (i + 1) + " is longer than argument"
                        + (i == 1 ? " " : "s 1-") + i);
            }
        }
    }

    @PyMethod(value = "__reduce__($self, /)", hidden = true)
    final Object reduce() {
        final PyTuple args = PyTuple.of(iterators.clone());
        return strict ? PyTuple.of(type(), args, Boolean.TRUE) : PyTuple.of(type(), args);
    }

    @PyMethod(value = "__setstate__($self, object, /)", hidden = true)
    final void setState(final ThreadState ts, final Object state) {
        strict = PyObjects.isTrue(ts, state);
    }
}
