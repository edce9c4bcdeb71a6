package dev.adder.runtime.objects;

import dev.adder.runtime.PyType;

/** The type bool. Its values are Boolean. */
public final class PyBool {
    public static final PyType TYPE = PyType.builtinFinal("bool", "builtins", PyInt.TYPE, null).sameLayout();

    private PyBool() {
    }
}
