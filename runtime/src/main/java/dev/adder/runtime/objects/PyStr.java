package dev.adder.runtime.objects;

import dev.adder.runtime.PyType;

/** The type str. Its values are String and WideStr; instances of subclasses are {@link PyStrSub}. */
public final class PyStr {
    public static final PyType TYPE = PyType.builtin("str", "builtins", null, null).sequenceLike();

    private PyStr() {
    }
}
