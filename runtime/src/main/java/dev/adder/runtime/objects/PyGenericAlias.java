package dev.adder.runtime.objects;

import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;

/** {@code list[int]}: types.GenericAlias. */
public final class PyGenericAlias extends PySlotted {
    public static final PyType TYPE =
            PyType.builtin("GenericAlias", "types", null, null).withWeakref();

    public final Object origin;
    public final PyTuple args;

    PyGenericAlias(final PyType type, final Object origin, final PyTuple args) {
        super(type);
        this.origin = origin;
        this.args = args;
    }

    /** {@code origin[item]}. */
    public static PyGenericAlias of(final Object origin, final Object item) {
        return new PyGenericAlias(TYPE, origin, item instanceof PyTuple t ? t : PyTuple.of(item));
    }
}
