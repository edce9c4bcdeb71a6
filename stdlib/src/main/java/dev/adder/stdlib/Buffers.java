package dev.adder.stdlib;

import dev.adder.runtime.Errors;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.language.text.Str;

/** Reading arguments that may be any bytes-like object. */
public final class Buffers {

    private Buffers() {
    }

    /** The bytes of a bytes-like object, or null if it is none. Never write to them. */
    public static byte[] bytesOrNull(final Object o) {
        return dev.adder.runtime.objects.Buffers.toArrayOrNull(o);
    }

    /** As {@link #bytesOrNull}, with the TypeError for anything else. */
    public static byte[] bytes(final Object o) {
        final byte[] bytes = bytesOrNull(o);
        if (bytes == null) {
            throw Errors.typeError("a bytes-like object is required, not '" + PyType.of(o).name() + "'");
        }
        return bytes;
    }

    /** Bytes, any buffer or an ASCII str: the converter of CPython's binascii. */
    public static byte[] bytesOrAscii(final Object o) {
        if (PyObjects.isText(o)) {
            final Object text = PyObjects.textOf(o);
            if (!Str.isAscii(text)) {
                throw Errors.valueError("string argument should contain only ASCII characters");
            }
            return ((String) text).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        }
        final byte[] bytes = bytesOrNull(o);
        if (bytes == null) {
            throw Errors.typeError("argument should be bytes, buffer or ASCII string, not '" + PyType.of(o).name()
                    + "'");
        }
        return bytes;
    }

    /** The bytes of a buffer to be written to, TypeError if it is none. */
    public static byte[] writable(final ThreadState ts, final Object o) {
        throw Errors.typeError("argument must be read-write bytes-like object, not " + PyType.of(o).name());
    }
}
