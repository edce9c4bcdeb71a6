package dev.adder.stdlib.hash;

import java.util.Arrays;

/**
 * BLAKE2b and BLAKE2s (RFC 7693) with the tree parameters. One code for both: words are kept in longs and, for
 * BLAKE2s, cut to 32 bits.
 */
final class Blake2 implements Digest {

    private static final long[] INITIAL_64 = {0x6a09e667f3bcc908L, 0xbb67ae8584caa73bL, 0x3c6ef372fe94f82bL,
        0xa54ff53a5f1d36f1L, 0x510e527fade682d1L, 0x9b05688c2b3e6c1fL, 0x1f83d9abfb41bd6bL, 0x5be0cd19137e2179L};
    /** The order of message words in each round, as hexadecimal digits. */
    private static final String[] SIGMA = {"0123456789abcdef", "ea489fd61c02b753", "b8c052fdae367194",
        "7931dcbe265a40f8", "905724afe1bc683d", "2c6a0b834d75fe19", "c51fed4a0763928b", "db7ec13950f4862a",
        "6fe9b308c2d714a5", "a2847615fb9e3cd0"};
    private static final int[][] ORDER = order();

    private final boolean wide;
    private final long mask;
    private final long[] h = new long[8];
    private final byte[] block;
    private final int digestSize;
    private final boolean lastNode;
    private int used;
    private long count;

    private static int[][] order() {
        int[][] order = new int[10][16];
        for (int r = 0; r < 10; r++) {
            for (int i = 0; i < 16; i++) {
                order[r][i] = Character.digit(SIGMA[r].charAt(i), 16);
            }
        }
        return order;
    }

    /** The parameter block has the key's length in it; the key itself is the first block read. */
    Blake2(boolean wide, byte[] parameters, int digestSize, byte[] key, boolean lastNode) {
        this.wide = wide;
        this.mask = wide ? -1L : 0xFFFFFFFFL;
        this.block = new byte[wide ? 128 : 64];
        this.digestSize = digestSize;
        this.lastNode = lastNode;
        int width = wide ? 8 : 4;
        for (int i = 0; i < 8; i++) {
            h[i] = (wide ? INITIAL_64[i] : INITIAL_64[i] >>> 32) ^ word(parameters, i * width, width);
        }
        if (key.length > 0) {
            update(Arrays.copyOf(key, block.length));
        }
    }

    private Blake2(Blake2 other) {
        wide = other.wide;
        mask = other.mask;
        digestSize = other.digestSize;
        lastNode = other.lastNode;
        block = other.block.clone();
        System.arraycopy(other.h, 0, h, 0, 8);
        used = other.used;
        count = other.count;
    }

    private static long word(byte[] bytes, int at, int width) {
        long word = 0;
        for (int i = width - 1; i >= 0; i--) {
            word = word << 8 | bytes[at + i] & 0xFF;
        }
        return word;
    }

    @Override
    public void update(byte[] data) {
        int at = 0;
        while (at < data.length) {
            if (used == block.length) {
                count += used;
                compress(false);
                used = 0;
            }
            int n = Math.min(block.length - used, data.length - at);
            System.arraycopy(data, at, block, used, n);
            used += n;
            at += n;
        }
    }

    @Override
    public byte[] digest(int length) {
        Blake2 end = copy();
        end.count += used;
        Arrays.fill(end.block, used, block.length, (byte) 0);
        end.compress(true);
        byte[] out = new byte[digestSize];
        int width = wide ? 8 : 4;
        for (int i = 0; i < digestSize; i++) {
            out[i] = (byte) (end.h[i / width] >>> 8 * (i % width));
        }
        return out;
    }

    @Override
    public Blake2 copy() {
        return new Blake2(this);
    }

    private void compress(boolean last) {
        int width = wide ? 8 : 4;
        long[] m = new long[16];
        for (int i = 0; i < 16; i++) {
            m[i] = word(block, i * width, width);
        }
        long[] v = new long[16];
        System.arraycopy(h, 0, v, 0, 8);
        for (int i = 0; i < 8; i++) {
            v[8 + i] = wide ? INITIAL_64[i] : INITIAL_64[i] >>> 32;
        }
        v[12] ^= count & mask;
        v[13] ^= wide ? 0 : count >>> 32;
        if (last) {
            v[14] ^= mask;
            v[15] ^= lastNode ? mask : 0;
        }
        for (int r = 0; r < (wide ? 12 : 10); r++) {
            int[] s = ORDER[r % 10];
            quarter(v, 0, 4, 8, 12, m[s[0]], m[s[1]]);
            quarter(v, 1, 5, 9, 13, m[s[2]], m[s[3]]);
            quarter(v, 2, 6, 10, 14, m[s[4]], m[s[5]]);
            quarter(v, 3, 7, 11, 15, m[s[6]], m[s[7]]);
            quarter(v, 0, 5, 10, 15, m[s[8]], m[s[9]]);
            quarter(v, 1, 6, 11, 12, m[s[10]], m[s[11]]);
            quarter(v, 2, 7, 8, 13, m[s[12]], m[s[13]]);
            quarter(v, 3, 4, 9, 14, m[s[14]], m[s[15]]);
        }
        for (int i = 0; i < 8; i++) {
            h[i] ^= v[i] ^ v[8 + i];
        }
    }

    private void quarter(long[] v, int a, int b, int c, int d, long x, long y) {
        v[a] = v[a] + v[b] + x & mask;
        v[d] = rotate(v[d] ^ v[a], wide ? 32 : 16);
        v[c] = v[c] + v[d] & mask;
        v[b] = rotate(v[b] ^ v[c], wide ? 24 : 12);
        v[a] = v[a] + v[b] + y & mask;
        v[d] = rotate(v[d] ^ v[a], wide ? 16 : 8);
        v[c] = v[c] + v[d] & mask;
        v[b] = rotate(v[b] ^ v[c], wide ? 63 : 7);
    }

    private long rotate(long x, int bits) {
        return wide ? Long.rotateRight(x, bits) : Integer.rotateRight((int) x, bits) & mask;
    }
}
