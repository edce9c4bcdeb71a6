package dev.adder.runtime.objects;

import dev.adder.runtime.Errors;
import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyIter;
import java.util.Arrays;

/** A list. */
public class PyList extends PySlotted {
    public static final PyType TYPE = PyType.builtin("list", "builtins", null, null).asSequence().sequenceLike();

    private Object[] items;
    private int size;

    public PyList() {
        this(TYPE, new Object[0], 0);
    }

    protected PyList(final PyType type, final Object[] items, final int size) {
        super(type);
        this.items = items;
        this.size = size;
    }

    /** A list of these items; takes the array over. */
    public static PyList of(final Object... items) {
        return new PyList(TYPE, items, items.length);
    }

    public final int size() {
        return size;
    }

    public final Object get(final int index) {
        return items[index];
    }

    /** {@code self[index]}, negative from the end. */
    public final Object item(final long index) {
        final long i = index < 0 ? index + size : index;
        if (i < 0 || i >= size) {
            throw Errors.indexError("list index out of range");
        }
        return items[(int) i];
    }

    /** {@code self[index] = value}. */
    public final void setItem(final ThreadState ts, final long index, final Object value) {
        final long i = index < 0 ? index + size : index;
        if (i < 0 || i >= size) {
            throw Errors.indexError("list assignment index out of range");
        }
        items[(int) i] = value;
    }

    public final void append(final ThreadState ts, final Object value) {
        if (size == items.length) {
            items = Arrays.copyOf(items, Math.max(4, size + (size >> 1)));
        }
        items[size++] = value;
    }

    public final void extend(final ThreadState ts, final Object iterable) {
        PyIter.forEach(ts, iterable, item -> append(ts, item));
    }

    public final Object[] toArray() {
        return Arrays.copyOf(items, size);
    }
}
