package dev.adder.runtime.text;

import dev.adder.language.text.WideStr;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;

/**
 * {@code hash()} of str and bytes: SipHash-1-3 under a secret key, bit-equal to CPython's (Python/pyhash.c siphash13,
 * Python/bootstrap_hash.c). A str is hashed in its narrowest form: one, two or four bytes a character, little-endian.
 */
public final class SipHash {

    /** No hash. */
    private static final long TOO_WIDE = -1;

    private final long k0;
    private final long k1;

    private SipHash(long k0, long k1) {
        this.k0 = k0;
        this.k1 = k1;
    }

    /** The key that {@code PYTHONHASHSEED=seed} gives; {@code seed} is unsigned 32 bits, 0 means no secret at all. */
    public static SipHash ofSeed(long seed) {
        if (seed == 0) {
            return new SipHash(0, 0);
        }
        int x = (int) seed;
        long[] keys = new long[2];
        for (int i = 0; i < 16; i++) {
            x = x * 214013 + 2531011;
            keys[i >> 3] |= (x >>> 16 & 0xFFL) << 8 * (i & 7);
        }
        return new SipHash(keys[0], keys[1]);
    }

    /** With this very key. */
    public static SipHash ofKeys(long k0, long k1) {
        return new SipHash(k0, k1);
    }

    public static SipHash ofRandom() {
        byte[] bytes = new byte[16];
        // SecureRandom costs 20 ms of start-up.
        try (FileInputStream in = new FileInputStream("/dev/urandom")) {
            if (in.readNBytes(bytes, 0, bytes.length) < bytes.length) {
                throw new IOException("/dev/urandom is empty");
            }
        } catch (IOException e) {
            new SecureRandom().nextBytes(bytes);
        }
        ByteBuffer key = ByteBuffer.wrap(bytes);
        return new SipHash(key.getLong(), key.getLong());
    }

    /** {@code hash(text)}. */
    public long hash(Object text) {
        if (text instanceof String s) {
            int n = s.length();
            if (n == 0) {
                return 0;
            }
            final long hash = hashOneByte(s, n);
            return hash != TOO_WIDE ? hash : hashTwoByte(s, n);
        }
        return hashFourByte(((WideStr) text).rawCodePoints());
    }

    /** {@code hash(bytes)} of the range {@code [start, end)}. */
    public long hash(byte[] bytes, int start, int end) {
        int n = end - start;
        if (n == 0) {
            return 0;
        }
        Rounds r = new Rounds(k0, k1);
        int at = start;
        for (int whole = start + (n & ~7); at < whole; at += 8) {
            long lane = 0;
            for (int i = 7; i >= 0; i--) {
                lane = lane << 8 | bytes[at + i] & 0xFF;
            }
            r.add(lane);
        }
        long tail = 0;
        for (int i = end - 1; i >= at; i--) {
            tail = tail << 8 | bytes[i] & 0xFF;
        }
        return r.finish(tail, n);
    }

    /** {@link #TOO_WIDE} if a character does not fit a byte; most texts are narrow, so none is looked at before. */
    private long hashOneByte(String s, int n) {
        Rounds r = new Rounds(k0, k1);
        int all = 0;
        int at = 0;
        for (int whole = n & ~7; at < whole; at += 8) {
            long lane = 0;
            for (int i = 7; i >= 0; i--) {
                final char ch = s.charAt(at + i);
                all |= ch;
                lane = lane << 8 | ch;
            }
            r.add(lane);
        }
        long tail = 0;
        for (int i = n - 1; i >= at; i--) {
            final char ch = s.charAt(i);
            all |= ch;
            tail = tail << 8 | ch;
        }
        return all > 0xFF ? TOO_WIDE : r.finish(tail, n);
    }

    private long hashTwoByte(String s, int n) {
        Rounds r = new Rounds(k0, k1);
        int at = 0;
        for (int whole = n & ~3; at < whole; at += 4) {
            r.add((long) s.charAt(at + 3) << 48 | (long) s.charAt(at + 2) << 32 | (long) s.charAt(at + 1) << 16
                    | s.charAt(at));
        }
        long tail = 0;
        for (int i = n - 1; i >= at; i--) {
            tail = tail << 16 | s.charAt(i);
        }
        return r.finish(tail, 2L * n);
    }

    private long hashFourByte(int[] points) {
        Rounds r = new Rounds(k0, k1);
        int n = points.length;
        for (int at = 0; at + 1 < n; at += 2) {
            r.add((long) points[at + 1] << 32 | points[at]);
        }
        return r.finish((n & 1) == 0 ? 0 : points[n - 1], 4L * n);
    }

    /** The state of one computation; short-lived, so that the JIT keeps it in registers. */
    private static final class Rounds {
        private long v0;
        private long v1;
        private long v2;
        private long v3;

        Rounds(long k0, long k1) {
            v0 = k0 ^ 0x736f6d6570736575L;
            v1 = k1 ^ 0x646f72616e646f6dL;
            v2 = k0 ^ 0x6c7967656e657261L;
            v3 = k1 ^ 0x7465646279746573L;
        }

        void add(long lane) {
            v3 ^= lane;
            round();
            v0 ^= lane;
        }

        long finish(long tail, long length) {
            add(length << 56 | tail);
            v2 ^= 0xFF;
            round();
            round();
            round();
            long hash = v0 ^ v1 ^ v2 ^ v3;
            return hash == -1 ? -2 : hash;
        }

        private void round() {
            v0 += v1;
            v2 += v3;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v1;
            v0 += v3;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 = Long.rotateLeft(v2, 32);
        }
    }
}
