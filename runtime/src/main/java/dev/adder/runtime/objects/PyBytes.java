package dev.adder.runtime.objects;

import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;

/** A bytes object. The array is never written after it was made. */
public final class PyBytes extends PySlotted {
    public static final PyType TYPE = PyType.builtin("bytes", "builtins", null, null).sequenceLike();
    public static final PyBytes EMPTY = new PyBytes(TYPE, new byte[0]);

    private final byte[] bytes;

    public PyBytes(final PyType type, final byte[] bytes) {
        super(type);
        this.bytes = bytes;
    }

    /** Takes the array over. */
    public static PyBytes of(final byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new PyBytes(TYPE, bytes);
    }

    /** The bytes themselves, not a copy. */
    public byte[] bytes() {
        return bytes;
    }
}
