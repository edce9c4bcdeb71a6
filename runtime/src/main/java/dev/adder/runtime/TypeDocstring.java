package dev.adder.runtime;

/**
 * Stands for a built-in type's docstring in its dictionary until somebody wants it. CPython has the text itself there;
 * so {@link Docstrings#resolve} replaces this one before a program sees the dictionary.
 */
final class TypeDocstring extends PyDescriptor {
    static final PyType TYPE = PyType.builtinFinal("docstring", "builtins", null, null).withoutNew();

    private final PyType owner;

    TypeDocstring(final PyType owner) {
        super(TYPE);
        this.owner = owner;
    }

    @Override
    public Object get(final ThreadState ts, final Object obj, final PyType objType) {
        return Docstrings.ofType(owner);
    }
}
