package dev.adder.runtime.interp;

import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;

/** A variable shared between a function and the functions nested in it. */
public final class Cell extends PyObject {
    public static final PyType TYPE = PyType.builtinFinal("cell", "builtins", null, new CellMethodsTable());

    /** Null: empty. */
    public Object value;

    public Cell(final Object value) {
        super(TYPE);
        this.value = value;
    }
}
