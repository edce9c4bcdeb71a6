package dev.adder.runtime.objects;

import dev.adder.runtime.PyType;

/** The type int. Its values are Long and BigInteger; instances of subclasses are {@link PyIntSub}. */
public final class PyInt {
    public static final PyType TYPE = PyType.builtin("int", "builtins", null, null);

    private PyInt() {
    }
}
