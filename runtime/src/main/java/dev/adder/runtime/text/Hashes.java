package dev.adder.runtime.text;

import dev.adder.runtime.ops.HugeInts;
import java.math.BigInteger;

/**
 * Hashes of numbers and the combining of hashes, bit-equal to CPython's. Numbers that compare equal hash equal: the value
 * modulo the prime 2^61 - 1 (Python/pyhash.c; docs: "Hashing of numeric types"). No hash is ever -1.
 */
public final class Hashes {

    /** {@code sys.hash_info.modulus}. */
    public static final long MODULUS = (1L << 61) - 1;
    /** {@code sys.hash_info.inf}. */
    public static final long INFINITY = 314159;
    /** {@code sys.hash_info.imag}. */
    public static final long IMAGINARY = 1000003;

    private static final BigInteger BIG_MODULUS = BigInteger.valueOf(MODULUS);
    // xxHash, as Objects/tupleobject.c uses it.
    private static final long PRIME_1 = 0x9E3779B185EBCA87L;
    private static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;
    private static final long PRIME_5 = 2870177450012600261L;
    private static final long TUPLE_LENGTH_SALT = PRIME_5 ^ 3527539L;
    private static final long NOT_MINUS_ONE = 1546275796L;

    private Hashes() {
    }

    public static long ofLong(long value) {
        if (value > -MODULUS && value < MODULUS) {
            return value == -1 ? -2 : value;
        }
        long hash = value % MODULUS;
        return hash == -1 ? -2 : hash;
    }

    public static long ofBigInteger(BigInteger value) {
        long hash = HugeInts.divideAndRemainder(value.abs(), BIG_MODULUS)[1].longValue();
        if (value.signum() < 0) {
            hash = -hash;
        }
        return hash == -1 ? -2 : hash;
    }

    /** The hash of a float that is not NaN (a NaN hashes by identity, which the caller knows). */
    public static long ofDouble(double value) {
        long bits = Double.doubleToRawLongBits(value);
        int biased = (int) (bits >>> 52) & 0x7FF;
        if (biased == 0x7FF) {
            return value > 0 ? INFINITY : -INFINITY;
        }
        long mantissa = bits & (1L << 52) - 1;
        if (biased == 0) {
            biased = 1;
        } else {
            mantissa |= 1L << 52;
        }
        // Modulo 2^61 - 1, a multiplication by two is a rotation of 61 bits.
        int turn = Math.floorMod(biased - 1075, 61);
        long hash = mantissa << turn & MODULUS | mantissa >>> 61 - turn;
        if (bits < 0) {
            hash = -hash;
        }
        return hash == -1 ? -2 : hash;
    }

    /** Combines the hashes of real and imaginary part. */
    public static long ofComplex(long real, long imaginary) {
        long hash = real + IMAGINARY * imaginary;
        return hash == -1 ? -2 : hash;
    }

    // ---- tuples: start, add each item's hash, finish

    public static long tupleStart() {
        return PRIME_5;
    }

    public static long tupleAdd(long state, long itemHash) {
        return Long.rotateLeft(state + itemHash * PRIME_2, 31) * PRIME_1;
    }

    public static long tupleFinish(long state, int length) {
        long hash = state + (length ^ TUPLE_LENGTH_SALT);
        return hash == -1 ? NOT_MINUS_ONE : hash;
    }

    /** The hash of a slice from those of start, stop and step (Objects/sliceobject.c slicehash). */
    public static long ofSlice(long start, long stop, long step) {
        long hash = tupleAdd(tupleAdd(tupleAdd(PRIME_5, start), stop), step);
        return hash == -1 ? NOT_MINUS_ONE : hash;
    }

    // ---- frozensets: exclusive-or of all items' shuffled hashes, then finish (Objects/setobject.c frozenset_hash)

    public static long frozenSetShuffle(long itemHash) {
        return (itemHash ^ 89869747L ^ itemHash << 16) * 3644798167L;
    }

    public static long frozenSetFinish(long combined, int size) {
        long hash = combined ^ (size + 1L) * 1927868237L;
        hash ^= hash >>> 11 ^ hash >>> 25;
        hash = hash * 69069L + 907133923L;
        return hash == -1 ? 590923713L : hash;
    }
}
