package dev.adder.runtime.objects;

import dev.adder.runtime.PyType;

/** The type float. Its values are Double; instances of subclasses are {@link PyFloatSub}. */
public final class PyFloat {
    public static final PyType TYPE = PyType.builtin("float", "builtins", null, null);

    private PyFloat() {
    }
}
