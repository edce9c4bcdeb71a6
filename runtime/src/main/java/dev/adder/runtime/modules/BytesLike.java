package dev.adder.runtime.modules;

/** Bytes of objects that hold some. */
final class BytesLike {
    private BytesLike() {
    }

    /** The bytes of a built-in buffer, or null. */
    static byte[] bytesOrNull(final Object o) {
        return dev.adder.runtime.objects.Buffers.toArrayOrNull(o);
    }
}
