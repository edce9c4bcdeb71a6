package dev.adder.jit;

import java.util.Arrays;

/** Bytes that are written one after the other, numbers with the highest byte first. */
final class Bytes {
    byte[] data;
    int size;

    Bytes(final int room) {
        data = new byte[room];
    }

    private void need(final int more) {
        if (size + more > data.length) {
            data = Arrays.copyOf(data, Math.max(data.length * 2, size + more));
        }
    }

    void u1(final int n) {
        need(1);
        data[size++] = (byte) n;
    }

    void u2(final int n) {
        need(2);
        put2(size, n);
        size += 2;
    }

    void u4(final int n) {
        u2(n >> 16);
        u2(n);
    }

    void put2(final int at, final int n) {
        data[at] = (byte) (n >> 8);
        data[at + 1] = (byte) n;
    }

    void put4(final int at, final int n) {
        put2(at, n >> 16);
        put2(at + 2, n);
    }

    void add(final byte[] from, final int start, final int end) {
        need(end - start);
        System.arraycopy(from, start, data, size, end - start);
        size += end - start;
    }

    void add(final Bytes other) {
        add(other.data, 0, other.size);
    }

    /** In the JVM's own UTF-8 (JVMS 4.4.7), its length first: any sequence of chars. */
    void text(final String text) {
        final int start = size;
        u2(0);
        for (int i = 0; i < text.length(); i++) {
            final int c = text.charAt(i);
            if (c > 0 && c < 0x80) {
                u1(c);
            } else if (c < 0x800) {
                u2(0xc080 | c >> 6 << 8 | c & 0x3f);
            } else {
                u1(0xe0 | c >> 12);
                u2(0x8080 | (c >> 6 & 0x3f) << 8 | c & 0x3f);
            }
        }
        put2(start, size - start - 2);
    }
}
