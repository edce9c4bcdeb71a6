package dev.adder.runtime;

/** Docstrings of built-in types; data taken from the artifact at build time. */
final class Docstrings {
    private Docstrings() {
    }

    static Object ofType(final PyType type) {
        return PyNone.NONE;
    }

    static Object ofMethod(final PyType owner, final String name) {
        return PyNone.NONE;
    }

    static Object ofFunction(final String module, final String name) {
        return PyNone.NONE;
    }
}
