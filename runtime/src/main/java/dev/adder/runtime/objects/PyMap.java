package dev.adder.runtime.objects;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.ArgumentParser;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyObjects;

/** {@code map}. */
@PyTypeSpec(name = "map")
public class PyMap extends PyIterator {
    public static final PyType TYPE = PyType.builtin("map", "builtins", null, new PyMapTable());
    private static final String[] NAMES = {"strict"};

    private final Object function;
    private final Object[] iterators;
    private boolean strict;

    PyMap(final PyType type, final Object function, final Object[] iterators, final boolean strict) {
        super(type);
        this.function = function;
        this.iterators = iterators;
        this.strict = strict;
    }

    @PyNew(value = "(function, iterable, /, *iterables, strict=False)", raw = true)
    static Object make(final ThreadState ts, final PyType cls, final Object[] args, final String[] kwNames) {
        boolean strict = false;
        final int given = ArgumentParser.positional(args, kwNames);
        if (given < args.length) {
            final Object[] values = ArgumentParser.unpack("map", NAMES, 0, 0, 0, 0, true, false, args, kwNames);
            strict = PyObjects.isTrue(ts, values[0]);
        }
        if (given < 2) {
            throw Errors.typeError("map() must have at least two arguments.");
        }
        final Object[] iterators = new Object[given - 1];
        for (int i = 0; i < iterators.length; i++) {
            iterators[i] = PyIter.get(ts, args[i + 1]);
        }
        return new PyMap(cls, args[0], iterators, strict);
    }

    @Override
    public final Object next(final ThreadState ts) {
        if (iterators.length == 1) {
            final Object item = PyIter.next(ts, iterators[0]);
            return item == null ? null : Calls.call1(ts, function, item);
        }
        final Object[] row = PyZip.row(ts, "map", iterators, strict);
        return row == null ? null : Calls.call(ts, function, row, null);
    }

    @PyMethod(value = "__reduce__($self, /)", hidden = true)
    final Object reduce() {
        final PyTuple args = PyTuple.of(Calls.prepend(function, iterators));
        return strict ? PyTuple.of(type(), args, Boolean.TRUE) : PyTuple.of(type(), args);
    }

    @PyMethod(value = "__setstate__($self, object, /)", hidden = true)
    final void setState(final ThreadState ts, final Object state) {
        strict = PyObjects.isTrue(ts, state);
    }
}
