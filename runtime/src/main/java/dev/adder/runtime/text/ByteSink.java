package dev.adder.runtime.text;

import java.util.Arrays;

/** A growing array of bytes. */
final class ByteSink {
    private byte[] bytes;
    private int size;

    ByteSink(final int capacity) {
        bytes = new byte[Math.max(capacity, 16)];
    }

    void add(final int b) {
        if (size == bytes.length) {
            reserve(1);
        }
        bytes[size++] = (byte) b;
    }

    void add(final byte[] more) {
        reserve(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    int size() {
        return size;
    }

    private void reserve(final int extra) {
        if (size + extra > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + extra, bytes.length + (bytes.length >> 1)));
        }
    }

    byte[] toArray() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }
}
