package dev.adder.machine.probe;

import static dev.adder.machine.probe.NativeMemory.ALL;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loops that are timed over memory. Each is called with small counts to be compiled and then with large ones;
 * each returns something made of its data, so that no loop is dropped.
 */
final class Kernels {
    static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
    static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;

    private static final ByteOrder ORDER = ByteOrder.nativeOrder();
    private static final ValueLayout.OfLong WORD = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final int STEP = LONGS.vectorByteSize();
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private Kernels() {
    }

    /** Dependent loads along a chain of addresses. */
    static long chase(long start, int steps) {
        long at = start;
        for (int i = 0; i < steps; i++) {
            at = ALL.get(WORD, at);
        }
        return at;
    }

    /** Independent loads of one word at random places below {@code mask}, a power of two minus one. */
    static long random(long[] table, int mask, int steps, int seed) {
        long sum = 0;
        for (int i = 0; i < steps; i++) {
            long hash = (seed + i) * MIX;
            sum += table[(int) (hash ^ hash >>> 32) & mask & (table.length - 1)];
        }
        return sum;
    }

    /** Independent read-add-write of one word at random places. */
    static long update(long[] table, int mask, int steps, int seed) {
        for (int i = 0; i < steps; i++) {
            long hash = (seed + i) * MIX;
            table[(int) (hash ^ hash >>> 32) & mask & (table.length - 1)]++;
        }
        return steps;
    }

    // One vector a round and no unrolling by hand: the compiler unrolls these better (read 307 GB/s against 169 in the
    // first-level cache), merges two or's into one instruction, and drops the bounds checks of a slice.
    static long read(MemorySegment data, int bytes, int passes) {
        LongVector a = LongVector.zero(LONGS);
        for (int pass = 0; pass < passes; pass++) {
            for (int i = 0; i <= bytes - STEP; i += STEP) {
                a = a.or(LongVector.fromMemorySegment(LONGS, data, i, ORDER));
            }
        }
        return a.reduceLanes(VectorOperators.OR);
    }

    static long write(MemorySegment data, int bytes, int passes) {
        // The bits of 1.0 as a double: small integers would be denormal numbers to the triad that follows (90 times
        // slower).
        LongVector value = LongVector.broadcast(LONGS, 0x3FF0000000000000L);
        for (int pass = 0; pass < passes; pass++) {
            for (int i = 0; i <= bytes - STEP; i += STEP) {
                value.intoMemorySegment(data, i, ORDER);
            }
        }
        return passes;
    }

    /** {@code bytes} in each of the two arrays. */
    static long copy(MemorySegment from, MemorySegment to, int bytes, int passes) {
        for (int pass = 0; pass < passes; pass++) {
            for (int i = 0; i <= bytes - STEP; i += STEP) {
                LongVector.fromMemorySegment(LONGS, from, i, ORDER).intoMemorySegment(to, i, ORDER);
            }
        }
        return passes;
    }

    /** {@code a = b + s * c}, {@code bytes} in each of the three arrays. */
    static long triad(MemorySegment a, MemorySegment b, MemorySegment c, int bytes, int passes) {
        DoubleVector s = DoubleVector.broadcast(DOUBLES, 3.0);
        for (int pass = 0; pass < passes; pass++) {
            for (int i = 0; i <= bytes - STEP; i += STEP) {
                DoubleVector.fromMemorySegment(DOUBLES, b, i, ORDER)
                        .add(DoubleVector.fromMemorySegment(DOUBLES, c, i, ORDER).mul(s)).intoMemorySegment(a, i,
                                ORDER);
            }
        }
        return passes;
    }

    /** A part of memory as a segment of its own. */
    static MemorySegment part(long address, long bytes) {
        return MemorySegment.ofAddress(address).reinterpret(bytes);
    }

    /** Links one word in each {@code stride} bytes into one random cycle; returns its first address. */
    static long link(long base, long bytes, long stride, boolean scatter) {
        int count = (int) (bytes / stride);
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
        long state = 0x1234567;
        // Sattolo's shuffle: exactly one cycle through all places.
        for (int i = count - 1; i > 0; i--) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            int j = (int) ((state >>> 33) % i);
            int t = order[i];
            order[i] = order[j];
            order[j] = t;
        }
        for (int i = 0; i < count; i++) {
            ALL.set(WORD, place(base, i, stride, scatter), place(base, order[i], stride, scatter));
        }
        return base;
    }

    /** With {@code scatter} each page uses another of its lines, so that the sets of the cache are used evenly. */
    private static long place(long base, long i, long stride, boolean scatter) {
        return base + i * stride + (scatter && stride >= 4096 ? (i * 7 & 63) * 64 : 0);
    }
}
