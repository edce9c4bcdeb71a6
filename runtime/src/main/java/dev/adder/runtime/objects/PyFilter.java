package dev.adder.runtime.objects;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.ArgumentParser;
import dev.adder.runtime.Calls;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyObjects;

/** {@code filter}. */
@PyTypeSpec(name = "filter")
public class PyFilter extends PyIterator {
    public static final PyType TYPE = PyType.builtin("filter", "builtins", null, new PyFilterTable());

    private final Object function;
    private final Object iterator;

    PyFilter(final PyType type, final Object function, final Object iterator) {
        super(type);
        this.function = function;
        this.iterator = iterator;
    }

    @PyNew(value = "(function, iterable, /)", raw = true)
    static Object make(final ThreadState ts, final PyType cls, final Object[] args, final String[] kwNames) {
        final int given = ArgumentParser.positionalOfNew("filter", cls, TYPE, args, kwNames);
        ArgumentParser.checkCount("filter", given, 2, 2);
        return new PyFilter(cls, args[0], PyIter.get(ts, args[1]));
    }

    @Override
    public final Object next(final ThreadState ts) {
        final boolean truth = function == PyNone.NONE || function == PyBool.TYPE;
        int skipped = 0;
        while (true) {
            final Object item = PyIter.next(ts, iterator);
            if (item == null || PyObjects.isTrue(ts, truth ? item : Calls.call1(ts, function, item))) {
                return item;
            }
            if ((++skipped & 1023) == 0) {
                ts.poll();
            }
        }
    }

    @PyMethod(value = "__reduce__($self, /)", hidden = true)
    final Object reduce() {
        return PyTuple.of(type(), PyTuple.of(function, iterator));
    }
}
