package dev.adder.runtime.objects;

import dev.adder.runtime.Errors;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;

/** A tuple. The array is never written after the tuple was made. */
public class PyTuple extends PyObject {
    public static final PyType TYPE = PyType.builtin("tuple", "builtins", null, null).asSequence().sequenceLike();
    public static final PyTuple EMPTY = new PyTuple(TYPE, new Object[0]);

    private final Object[] items;

    protected PyTuple(final PyType type, final Object[] items) {
        super(type);
        this.items = items;
    }

    /** A tuple of these items; takes the array over. */
    public static PyTuple of(final Object... items) {
        return items.length == 0 ? EMPTY : new PyTuple(TYPE, items);
    }

    /** The items themselves, not a copy. */
    public final Object[] items() {
        return items;
    }

    public final int size() {
        return items.length;
    }

    /** {@code self[index]}, negative from the end. */
    public final Object item(final long index) {
        final long i = index < 0 ? index + items.length : index;
        if (i < 0 || i >= items.length) {
            throw Errors.indexError("tuple index out of range");
        }
        return items[(int) i];
    }
}
