package dev.adder.machine.probe;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The loops that are timed without memory: independent chains for throughput, one chain for latency. What a chain adds
 * or xors is only known at run time, so that no compiler folds two rounds into one.
 */
final class Arithmetic {
    private Arithmetic() {
    }

    /** 16 operations a step: eight chains of xor and add. */
    static long intThroughput(int steps, long x, long y) {
        long a = x;
        long b = y;
        long c = x + 1;
        long d = y + 1;
        long e = x + 2;
        long f = y + 2;
        long g = x + 3;
        long h = y + 3;
        for (int i = 0; i < steps; i++) {
            a = (a ^ x) + y;
            b = (b ^ x) + y;
            c = (c ^ x) + y;
            d = (d ^ x) + y;
            e = (e ^ x) + y;
            f = (f ^ x) + y;
            g = (g ^ x) + y;
            h = (h ^ x) + y;
        }
        return a + b + c + d + e + f + g + h;
    }

    /** 2 operations a step, each waiting for the one before. */
    static long intChain(int steps, long x, long y) {
        long a = x;
        for (int i = 0; i < steps; i++) {
            a = (a ^ x) + y;
        }
        return a;
    }

    /** One multiplication and one xor a step; without the xor two rounds would be made one. */
    static long mulChain(int steps, long x, long y) {
        long a = x;
        for (int i = 0; i < steps; i++) {
            a = a * x ^ y;
        }
        return a;
    }

    /** One division and one xor a step; the dividend stays large. */
    static long divChain(int steps, long divisor, long mask) {
        long a = mask;
        for (int i = 0; i < steps; i++) {
            a = a / divisor ^ mask;
        }
        return a;
    }

    static double addChain(int steps, double x) {
        double a = x;
        for (int i = 0; i < steps; i++) {
            a = a + x;
        }
        return a;
    }

    static double floatMulChain(int steps, double x) {
        double a = x;
        for (int i = 0; i < steps; i++) {
            a = a * x;
        }
        return a;
    }

    static double fmaChain(int steps, double x, double y) {
        double a = x;
        for (int i = 0; i < steps; i++) {
            a = Math.fma(a, x, y);
        }
        return a;
    }

    static double floatDivChain(int steps, double x) {
        double a = x;
        for (int i = 0; i < steps; i++) {
            a = x / a;
        }
        return a;
    }

    /** 8 independent additions a step. */
    static double addThroughput(int steps, double x) {
        double a = x;
        double b = x + 1;
        double c = x + 2;
        double d = x + 3;
        double e = x + 4;
        double f = x + 5;
        double g = x + 6;
        double h = x + 7;
        for (int i = 0; i < steps; i++) {
            a += x;
            b += x;
            c += x;
            d += x;
            e += x;
            f += x;
            g += x;
            h += x;
        }
        return a + b + c + d + e + f + g + h;
    }

    /** 10 multiply-adds a step, 20 operations. */
    static double fmaThroughput(int steps, double x, double y) {
        double a = x;
        double b = x + 1;
        double c = x + 2;
        double d = x + 3;
        double e = x + 4;
        double f = x + 5;
        double g = x + 6;
        double h = x + 7;
        double p = x + 8;
        double q = x + 9;
        for (int i = 0; i < steps; i++) {
            a = Math.fma(a, x, y);
            b = Math.fma(b, x, y);
            c = Math.fma(c, x, y);
            d = Math.fma(d, x, y);
            e = Math.fma(e, x, y);
            f = Math.fma(f, x, y);
            g = Math.fma(g, x, y);
            h = Math.fma(h, x, y);
            p = Math.fma(p, x, y);
            q = Math.fma(q, x, y);
        }
        return a + b + c + d + e + f + g + h + p + q;
    }

    /** 12 multiply-adds of a whole vector a step. */
    static double vectorFma(int steps, double x, double y) {
        DoubleVector vx = DoubleVector.broadcast(Kernels.DOUBLES, x);
        DoubleVector vy = DoubleVector.broadcast(Kernels.DOUBLES, y);
        DoubleVector a = vx;
        DoubleVector b = vx;
        DoubleVector c = vx;
        DoubleVector d = vx;
        DoubleVector e = vx;
        DoubleVector f = vx;
        DoubleVector g = vy;
        DoubleVector h = vy;
        DoubleVector p = vy;
        DoubleVector q = vy;
        DoubleVector r = vy;
        DoubleVector s = vy;
        for (int i = 0; i < steps; i++) {
            a = a.fma(vx, vy);
            b = b.fma(vx, vy);
            c = c.fma(vx, vy);
            d = d.fma(vx, vy);
            e = e.fma(vx, vy);
            f = f.fma(vx, vy);
            g = g.fma(vx, vy);
            h = h.fma(vx, vy);
            p = p.fma(vx, vy);
            q = q.fma(vx, vy);
            r = r.fma(vx, vy);
            s = s.fma(vx, vy);
        }
        return a.add(b).add(c.add(d)).add(e.add(f)).add(g.add(h)).add(p.add(q)).add(r.add(s))
                .reduceLanes(VectorOperators.ADD);
    }

    /** 16 operations on whole vectors a step: eight chains of xor and add. */
    static long vectorInt(int steps, long x, long y) {
        LongVector vx = LongVector.broadcast(Kernels.LONGS, x);
        LongVector vy = LongVector.broadcast(Kernels.LONGS, y);
        LongVector a = vx;
        LongVector b = vx;
        LongVector c = vx;
        LongVector d = vx;
        LongVector e = vy;
        LongVector f = vy;
        LongVector g = vy;
        LongVector h = vy;
        for (int i = 0; i < steps; i++) {
            a = a.lanewise(VectorOperators.XOR, vx).add(vy);
            b = b.lanewise(VectorOperators.XOR, vx).add(vy);
            c = c.lanewise(VectorOperators.XOR, vx).add(vy);
            d = d.lanewise(VectorOperators.XOR, vx).add(vy);
            e = e.lanewise(VectorOperators.XOR, vx).add(vy);
            f = f.lanewise(VectorOperators.XOR, vx).add(vy);
            g = g.lanewise(VectorOperators.XOR, vx).add(vy);
            h = h.lanewise(VectorOperators.XOR, vx).add(vy);
        }
        return a.add(b).add(c.add(d)).add(e.add(f)).add(g.add(h)).reduceLanes(VectorOperators.ADD);
    }

    /**
     * One branch a step: with {@code mask} 1 taken by a coin, with 0 never. The stores on both sides keep the compiler
     * from turning the branch into a conditional move.
     */
    static long branches(int steps, long seed, long mask, long[] left, long[] right) {
        long x = seed;
        for (int i = 0; i < steps; i++) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
            if ((x & mask) != 0) {
                left[i & 15] = x;
            } else {
                right[i & 15] += x;
            }
        }
        return x;
    }
}
