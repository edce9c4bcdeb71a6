package dev.adder.stdlib.hash;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The sponge of FIPS 202: SHA-3 and SHAKE. */
final class Keccak implements Digest {

    private static final long[] ROUND_CONSTANTS = {0x0000000000000001L, 0x0000000000008082L, 0x800000000000808aL,
        0x8000000080008000L, 0x000000000000808bL, 0x0000000080000001L, 0x8000000080008081L, 0x8000000000008009L,
        0x000000000000008aL, 0x0000000000000088L, 0x0000000080008009L, 0x000000008000000aL, 0x000000008000808bL,
        0x800000000000008bL, 0x8000000000008089L, 0x8000000000008003L, 0x8000000000008002L, 0x8000000000000080L,
        0x000000000000800aL, 0x800000008000000aL, 0x8000000080008081L, 0x8000000000008080L, 0x0000000080000001L,
        0x8000000080008008L};
    private static final int[] ROTATIONS = {1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18,
        39,
        61, 20, 44};
    private static final int[] LANES = {10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22,
        9, 6, 1};

    private static final VarHandle WORDS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final long[] state;
    /** Bytes absorbed or squeezed at a time. */
    private final int rate;
    private final int suffix;
    /** Bytes of the current block already mixed in. */
    private int used;

    Keccak(int rate, int suffix) {
        this(new long[25], rate, suffix, 0);
    }

    private Keccak(long[] state, int rate, int suffix, int used) {
        this.state = state;
        this.rate = rate;
        this.suffix = suffix;
        this.used = used;
    }

    private void mix(int at, int value) {
        state[at >> 3] ^= (long) value << 8 * (at & 7);
    }

    @Override
    public void update(byte[] data) {
        int at = 0;
        while (at < data.length) {
            if ((used & 7) == 0 && data.length - at >= 8) {
                // The rate is a number of whole words.
                state[used >> 3] ^= (long) WORDS.get(data, at);
                used += 8;
                at += 8;
            } else {
                mix(used++, data[at++] & 0xFF);
            }
            if (used == rate) {
                permute();
                used = 0;
            }
        }
    }

    @Override
    public byte[] digest(int length) {
        Keccak end = copy();
        end.mix(used, suffix);
        end.mix(rate - 1, 0x80);
        end.permute();
        byte[] out = new byte[length];
        for (int i = 0, at = 0; i < length; i++, at++) {
            if (at == rate) {
                end.permute();
                at = 0;
            }
            out[i] = (byte) (end.state[at >> 3] >>> 8 * (at & 7));
        }
        return out;
    }

    @Override
    public Keccak copy() {
        return new Keccak(Arrays.copyOf(state, 25), rate, suffix, used);
    }

    private void permute() {
        long[] a = state;
        long[] c = new long[5];
        for (long constant : ROUND_CONSTANTS) {
            for (int x = 0; x < 5; x++) {
                c[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
            }
            for (int x = 0; x < 5; x++) {
                long d = c[(x + 4) % 5] ^ Long.rotateLeft(c[(x + 1) % 5], 1);
                for (int y = 0; y < 25; y += 5) {
                    a[x + y] ^= d;
                }
            }
            long carried = a[1];
            for (int i = 0; i < 24; i++) {
                long next = a[LANES[i]];
                a[LANES[i]] = Long.rotateLeft(carried, ROTATIONS[i]);
                carried = next;
            }
            for (int y = 0; y < 25; y += 5) {
                System.arraycopy(a, y, c, 0, 5);
                for (int x = 0; x < 5; x++) {
                    a[x + y] = c[x] ^ ~c[(x + 1) % 5] & c[(x + 2) % 5];
                }
            }
            a[0] ^= constant;
        }
    }
}
