package dev.adder.runtime.modules;

import dev.adder.runtime.objects.PyBytes;

/** Bytes of objects that hold some. */
final class BytesLike {
    private BytesLike() {
    }

    /** The bytes of a bytes object, or null. */
    static byte[] bytesOrNull(final Object o) {
        return o instanceof PyBytes b ? b.bytes() : null;
    }
}
