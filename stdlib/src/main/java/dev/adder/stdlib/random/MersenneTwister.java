package dev.adder.stdlib.random;

/** MT19937 (Matsumoto and Nishimura), seeded by an array of 32-bit words as CPython's {@code _random} seeds it. */
final class MersenneTwister {
    static final int N = 624;
    private static final int M = 397;
    private static final int UPPER = 0x80000000;
    private static final int LOWER = 0x7FFFFFFF;
    private static final int MATRIX = 0x9908B0DF;

    private final int[] state = new int[N];
    private int index = N + 1;

    /** Seeds by an array, which is not empty. */
    void seed(final int[] key) {
        state[0] = 19650218;
        for (int i = 1; i < N; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ state[i - 1] >>> 30) + i;
        }
        int i = 1;
        int j = 0;
        for (int k = Math.max(N, key.length); k > 0; k--) {
            state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >>> 30) * 1664525) + key[j] + j;
            i++;
            j++;
            if (i >= N) {
                state[0] = state[N - 1];
                i = 1;
            }
            if (j >= key.length) {
                j = 0;
            }
        }
        for (int k = N - 1; k > 0; k--) {
            state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >>> 30) * 1566083941) - i;
            i++;
            if (i >= N) {
                state[0] = state[N - 1];
                i = 1;
            }
        }
        state[0] = 0x80000000;
        index = N;
    }

    /** The next 32 bits. */
    int next() {
        if (index >= N) {
            twist();
        }
        int y = state[index++];
        y ^= y >>> 11;
        y ^= y << 7 & 0x9D2C5680;
        y ^= y << 15 & 0xEFC60000;
        return y ^ y >>> 18;
    }

    private void twist() {
        for (int k = 0; k < N; k++) {
            final int y = state[k] & UPPER | state[(k + 1) % N] & LOWER;
            state[k] = state[(k + M) % N] ^ y >>> 1 ^ ((y & 1) == 0 ? 0 : MATRIX);
        }
        index = 0;
    }

    /** A float of 53 random bits in [0, 1). */
    double random() {
        final long a = next() >>> 5;
        final long b = next() >>> 6;
        return (a * 67108864.0 + b) * (1.0 / 9007199254740992.0);
    }

    int word(final int i) {
        return state[i];
    }

    int index() {
        return index;
    }

    void restore(final int[] words, final int newIndex) {
        System.arraycopy(words, 0, state, 0, N);
        index = newIndex;
    }
}
