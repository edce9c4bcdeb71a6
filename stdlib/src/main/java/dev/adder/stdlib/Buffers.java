package dev.adder.stdlib;

import dev.adder.language.text.Str;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.objects.BufferView;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.ops.PyObjects;
import java.nio.charset.StandardCharsets;

/** Reading arguments that may be any bytes-like object. */
public final class Buffers {

    private Buffers() {
    }

    /** The bytes of a bytes-like object, or null if it is none. Of bytes, the bytes themselves: never write to them. */
    public static byte[] bytesOrNull(final ThreadState ts, final Object o) {
        if (o instanceof PyBytes b) {
            return b.bytes();
        }
        if (!dev.adder.runtime.objects.Buffers.isBuffer(o)) {
            return null;
        }
        try (BufferView view = dev.adder.runtime.objects.Buffers.get(ts, o, false)) {
            if (!view.isContiguous(false)) {
                throw Errors.bufferError("memoryview: underlying buffer is not C-contiguous");
            }
            return view.toByteArray();
        }
    }

    /** As {@link #bytesOrNull}, with the TypeError for anything else. */
    public static byte[] bytes(final ThreadState ts, final Object o) {
        final byte[] bytes = bytesOrNull(ts, o);
        if (bytes == null) {
            throw dev.adder.runtime.objects.Buffers.required(o);
        }
        return bytes;
    }

    /** Bytes, any buffer or an ASCII str: the converter of CPython's binascii. */
    public static byte[] bytesOrAscii(final ThreadState ts, final Object o) {
        if (PyObjects.isText(o)) {
            final Object text = PyObjects.textOf(o);
            if (!Str.isAscii(text)) {
                throw Errors.valueError("string argument should contain only ASCII characters");
            }
            return ((String) text).getBytes(StandardCharsets.US_ASCII);
        }
        final byte[] bytes = bytesOrNull(ts, o);
        if (bytes == null) {
            throw Errors.typeError("argument should be bytes, buffer or ASCII string, not '" + PyType.of(o).name()
                    + "'");
        }
        return bytes;
    }

    /** A buffer to be written to; TypeError if the object has none. */
    public static BufferView writable(final ThreadState ts, final Object o) {
        return writable(ts, "argument", o);
    }

    /** As {@link #writable(ThreadState, Object)}; the error says which argument it is. */
    public static BufferView writable(final ThreadState ts, final String which, final Object o) {
        if (dev.adder.runtime.objects.Buffers.isBuffer(o)) {
            try {
                final BufferView view = dev.adder.runtime.objects.Buffers.get(ts, o, true);
                if (view.isContiguous(false)) {
                    return view;
                }
                view.close();
            } catch (final PyRaise e) {
                if (!Errors.matches(e, ExceptionTypes.BUFFER_ERROR)) {
                    throw e;
                }
            }
        }
        throw Errors.typeError(which + " must be read-write bytes-like object, not " + PyType.of(o).fullName());
    }
}
