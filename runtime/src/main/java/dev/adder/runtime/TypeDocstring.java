package dev.adder.runtime;

/** Stands for a built-in type's docstring in its dictionary. */
final class TypeDocstring extends LateAttribute {
    private final PyType owner;

    TypeDocstring(final PyType owner) {
        this.owner = owner;
    }

    @Override
    protected Object make(final ThreadState ts) {
        return Docstrings.ofType(owner);
    }
}
