package dev.adder.runtime.objects;

import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;

/** A slice object. */
public final class PySlice extends PyObject {
    public static final PyType TYPE = PyType.builtinFinal("slice", "builtins", null, null);

    public final Object start;
    public final Object stop;
    public final Object step;

    public PySlice(final Object start, final Object stop, final Object step) {
        super(TYPE);
        this.start = start;
        this.stop = stop;
        this.step = step;
    }
}
