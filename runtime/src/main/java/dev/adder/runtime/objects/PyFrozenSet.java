package dev.adder.runtime.objects;

import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;

/** A frozenset. */
public class PyFrozenSet extends PyObject {
    public static final PyType TYPE = PyType.builtin("frozenset", "builtins", null, null);

    private final Object[] items;

    PyFrozenSet(final Object[] items) {
        super(TYPE);
        this.items = items;
    }

    /** Of constants of the source: hashed with the built-in hashes, no thread needed. */
    public static PyFrozenSet ofConstants(final Object[] items) {
        return new PyFrozenSet(items);
    }
}
