package dev.adder.stdlib.math;

import dev.adder.runtime.Errors;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.Gcd;
import dev.adder.runtime.ops.HugeIntPowers;
import dev.adder.runtime.ops.HugeInts;
import dev.adder.runtime.ops.IntMath;
import dev.adder.runtime.ops.PyNumber;
import java.math.BigInteger;

/** Functions of whole numbers: gcd, isqrt, factorial, comb, perm. */
final class IntegerFunctions {
    private IntegerFunctions() {
    }

    static Object gcd(final Object a, final Object b) {
        // The commonest of all: fractions that are whole.
        if (a instanceof Long x && x == 1 || b instanceof Long y && y == 1) {
            return 1L;
        }
        if (a instanceof Long x && b instanceof Long y && x != Long.MIN_VALUE && y != Long.MIN_VALUE) {
            return Gcd.of(Math.abs(x), Math.abs(y));
        }
        return IntMath.normalise(HugeIntPowers.gcd(IntMath.big(a), IntMath.big(b)));
    }

    static Object lcm(final Object a, final Object b) {
        if (IntMath.sign(a) == 0 || IntMath.sign(b) == 0) {
            return 0L;
        }
        final BigInteger x = IntMath.big(a);
        final BigInteger y = IntMath.big(b);
        return IntMath.normalise(HugeInts.multiply(HugeInts.divide(x, HugeIntPowers.gcd(x, y)), y).abs());
    }

    static Object isqrt(final Object n) {
        if (IntMath.sign(n) < 0) {
            throw Errors.valueError("isqrt() argument must be nonnegative");
        }
        if (n instanceof Long x) {
            long r = (long) Math.sqrt((double) x);
            while (r > 3037000499L || r * r > x) {
                r--;
            }
            while (r < 3037000499L && (r + 1) * (r + 1) <= x) {
                r++;
            }
            return r;
        }
        return IntMath.normalise(HugeIntPowers.squareRoot((BigInteger) n));
    }

    static Object factorial(final ThreadState ts, final Object argument) {
        final Object n = PyNumber.index(ts, argument);
        if (IntMath.sign(n) < 0) {
            throw Errors.valueError("factorial() not defined for negative values");
        }
        if (!(n instanceof Long x)) {
            throw Errors.overflowError("factorial() argument should not exceed 9223372036854775807");
        }
        if (x > Integer.MAX_VALUE) {
            throw Errors.memoryError();
        }
        return IntMath.normalise(x < 2 ? BigInteger.ONE : product(ts, 2, x));
    }

    /** {@code low * (low + 1) * ... * high}. */
    private static BigInteger product(final ThreadState ts, final long low, final long high) {
        if (high - low < 16) {
            BigInteger r = BigInteger.valueOf(low);
            for (long i = low + 1; i <= high; i++) {
                r = r.multiply(BigInteger.valueOf(i));
            }
            return r;
        }
        ts.poll();
        final long middle = low + high >>> 1;
        return HugeInts.multiply(product(ts, low, middle), product(ts, middle + 1, high));
    }

    private static Object nonNegative(final ThreadState ts, final Object o, final String name) {
        final Object n = PyNumber.index(ts, o);
        if (IntMath.sign(n) < 0) {
            throw Errors.valueError(name + " must be a non-negative integer");
        }
        return n;
    }

    static Object perm(final ThreadState ts, final Object nArgument, final Object kArgument) {
        final Object n = nonNegative(ts, nArgument, "n");
        final Object k = nonNegative(ts, kArgument, "k");
        if (IntMath.compare(n, k) < 0) {
            return 0L;
        }
        if (!(k instanceof Long count) || count > Integer.MAX_VALUE) {
            throw Errors.overflowError("k must not exceed " + Long.MAX_VALUE);
        }
        return IntMath.normalise(falling(ts, IntMath.big(n), 0, count));
    }

    /** The product of {@code n - i} for i from {@code from} up to {@code to}, {@code to} excluded. */
    private static BigInteger falling(final ThreadState ts, final BigInteger n, final long from, final long to) {
        if (to - from < 16) {
            BigInteger r = BigInteger.ONE;
            for (long i = from; i < to; i++) {
                r = r.multiply(n.subtract(BigInteger.valueOf(i)));
            }
            return r;
        }
        ts.poll();
        final long middle = from + to >>> 1;
        return HugeInts.multiply(falling(ts, n, from, middle), falling(ts, n, middle, to));
    }

    static Object comb(final ThreadState ts, final Object nArgument, final Object kArgument) {
        final Object n = nonNegative(ts, nArgument, "n");
        final Object given = nonNegative(ts, kArgument, "k");
        if (IntMath.compare(n, given) < 0) {
            return 0L;
        }
        final Object other = IntMath.subtract(n, given);
        final Object k = IntMath.compare(given, other) <= 0 ? given : other;
        if (!(k instanceof Long count) || count > Integer.MAX_VALUE) {
            throw Errors.overflowError("min(n - k, k) must not exceed " + Long.MAX_VALUE);
        }
        if (count == 0) {
            return 1L;
        }
        return IntMath.normalise(HugeInts.divide(falling(ts, IntMath.big(n), 0, count), product(ts, 1, count)));
    }
}
