package dev.adder.stdlib;

import dev.adder.runtime.objects.PyBytes;

/** Reading arguments that may be any bytes-like object. */
public final class Buffers {

    private Buffers() {
    }

    /** The bytes of a bytes-like object, or null if it is none. Of bytes, the bytes themselves: never write to them. */
    public static byte[] bytesOrNull(final Object o) {
        return o instanceof PyBytes b ? b.bytes() : null;
    }
}
