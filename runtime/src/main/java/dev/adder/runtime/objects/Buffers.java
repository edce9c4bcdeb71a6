package dev.adder.runtime.objects;

import dev.adder.runtime.Errors;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.Special;
import dev.adder.runtime.ThreadState;

/** Reading bytes-like objects. */
public final class Buffers {
    private Buffers() {
    }

    /** Whether the object has the buffer protocol. */
    public static boolean isBuffer(final Object o) {
        return o instanceof PyBuffer || PyType.of(o).lookup("__buffer__") != null;
    }

    /** A view of the object's memory; TypeError "a bytes-like object is required, not 'x'". */
    public static BufferView get(final ThreadState ts, final Object o, final boolean writable) {
        if (o instanceof PyBuffer b) {
            return b.buffer(ts, writable);
        }
        final Object view = Special.call1(ts, o, "__buffer__", writable ? 1L : 0L);
        if (view == null) {
            throw required(o);
        }
        if (!(view instanceof PyBuffer b)) {
            throw Errors.typeError("__buffer__ returned non-memoryview object");
        }
        return b.buffer(ts, writable);
    }

    public static PyRaise required(final Object o) {
        return Errors.typeError("a bytes-like object is required, not '" + PyType.of(o).fullName() + "'");
    }

    /** The bytes of the object: those of a bytes object itself (never write to them), a copy of any other's. */
    public static byte[] toArray(final ThreadState ts, final Object o) {
        if (o instanceof PyBytes b) {
            return b.bytes();
        }
        if (o instanceof PyByteArray b) {
            return b.content();
        }
        try (BufferView view = get(ts, o, false)) {
            return view.toByteArray();
        }
    }

    /** The bytes of a built-in buffer (never write to them), or null for anything else. */
    public static byte[] toArrayOrNull(final Object o) {
        if (o instanceof PyBytes b) {
            return b.bytes();
        }
        if (o instanceof PyBuffer b) {
            try (BufferView view = b.buffer(null, false)) {
                return view.toByteArray();
            }
        }
        return null;
    }
}
