package dev.adder.runtime.objects;

import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyIter;

/** A set. */
public class PySet extends PySlotted {
    public static final PyType TYPE = PyType.builtin("set", "builtins", null, null);

    private final PyDict entries = new PyDict();

    public PySet() {
        super(TYPE);
    }

    public final void add(final ThreadState ts, final Object item) {
        entries.put(ts, item, Boolean.TRUE);
    }

    public final boolean contains(final ThreadState ts, final Object item) {
        return entries.get(ts, item) != null;
    }

    public final void update(final ThreadState ts, final Object iterable) {
        PyIter.forEach(ts, iterable, item -> add(ts, item));
    }
}
