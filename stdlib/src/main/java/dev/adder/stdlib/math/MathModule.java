package dev.adder.stdlib.math;

import dev.adder.expose.PyConstant;
import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.language.text.FloatText;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.Special;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyFloat;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.IntMath;
import dev.adder.runtime.ops.LibM;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.Powers;
import java.math.BigInteger;

/**
 * The module {@code math} (CPython: Modules/mathmodule.c). What libm computes is libm's, bit for bit; what Java defines exactly
 * (sqrt, fma, fmod, rounding) is Java's.
 */
@PyModuleSpec("math")
public final class MathModule extends NativeModule {
    @PyConstant("pi")
    static final Object PI = Math.PI;
    @PyConstant("e")
    static final Object E = Math.E;
    @PyConstant("tau")
    static final Object TAU = 2 * Math.PI;
    @PyConstant("inf")
    static final Object INF = Double.POSITIVE_INFINITY;
    @PyConstant("nan")
    static final Object NAN = Double.NaN;

    @Override
    public BuiltinTable table() {
        return new MathModuleTable();
    }

    /** The result, or ValueError with the message and the argument if it came out NaN. */
    private static double domain(final double result, final double x, final String message) {
        if (Double.isNaN(result) && !Double.isNaN(x)) {
            throw Errors.valueError(message.concat(FloatText.repr(x)));
        }
        return result;
    }

    /** The result, or OverflowError if it came out infinite. */
    private static double range(final double result, final double x) {
        if (Double.isInfinite(result) && !Double.isInfinite(x)) {
            throw Errors.overflowError("math range error");
        }
        return result;
    }

    private static RuntimeException domainError() {
        return Errors.valueError("math domain error");
    }

    // ---- libm's functions of one argument

    @PyFunction("acos($module, x, /)")
    static double acos(final double x) {
        return domain(LibM.acos(x), x, "expected a number in range from -1 up to 1, got ");
    }

    @PyFunction("asin($module, x, /)")
    static double asin(final double x) {
        return domain(LibM.asin(x), x, "expected a number in range from -1 up to 1, got ");
    }

    @PyFunction("acosh($module, x, /)")
    static double acosh(final double x) {
        return domain(LibM.acosh(x), x, "expected argument value not less than 1, got ");
    }

    @PyFunction("asinh($module, x, /)")
    static double asinh(final double x) {
        return LibM.asinh(x);
    }

    @PyFunction("atan($module, x, /)")
    static double atan(final double x) {
        return LibM.atan(x);
    }

    @PyFunction("cbrt($module, x, /)")
    static double cbrt(final double x) {
        return LibM.cbrt(x);
    }

    @PyFunction("cos($module, x, /)")
    static double cos(final double x) {
        return domain(LibM.cos(x), x, "expected a finite input, got ");
    }

    @PyFunction("cosh($module, x, /)")
    static double cosh(final double x) {
        return range(LibM.cosh(x), x);
    }

    @PyFunction("erf($module, x, /)")
    static double erf(final double x) {
        return LibM.erf(x);
    }

    @PyFunction("erfc($module, x, /)")
    static double erfc(final double x) {
        return LibM.erfc(x);
    }

    @PyFunction("exp($module, x, /)")
    static double exp(final double x) {
        return range(LibM.exp(x), x);
    }

    @PyFunction("exp2($module, x, /)")
    static double exp2(final double x) {
        return range(LibM.exp2(x), x);
    }

    @PyFunction("expm1($module, x, /)")
    static double expm1(final double x) {
        return range(LibM.expm1(x), x);
    }

    @PyFunction("sin($module, x, /)")
    static double sin(final double x) {
        return domain(LibM.sin(x), x, "expected a finite input, got ");
    }

    @PyFunction("sinh($module, x, /)")
    static double sinh(final double x) {
        return range(LibM.sinh(x), x);
    }

    @PyFunction("tan($module, x, /)")
    static double tan(final double x) {
        return domain(LibM.tan(x), x, "expected a finite input, got ");
    }

    @PyFunction("tanh($module, x, /)")
    static double tanh(final double x) {
        return LibM.tanh(x);
    }

    @PyFunction("atanh($module, x, /)")
    static double atanh(final double x) {
        if (Math.abs(x) >= 1) {
            throw Errors.valueError("expected a number between -1 and 1, got ".concat(FloatText.repr(x)));
        }
        return LibM.atanh(x);
    }

    @PyFunction("log1p($module, x, /)")
    static double log1p(final double x) {
        if (x <= -1) {
            throw Errors.valueError("expected argument value > -1, got ".concat(FloatText.repr(x)));
        }
        return LibM.log1p(x);
    }

    @PyFunction("sqrt($module, x, /)")
    static double sqrt(final double x) {
        return domain(Math.sqrt(x), x, "expected a nonnegative input, got ");
    }

    @PyFunction("gamma($module, x, /)")
    static double gamma(final double x) {
        return range(domain(Gamma.gamma(x), x, "expected a noninteger or positive integer, got "), x);
    }

    @PyFunction("lgamma($module, x, /)")
    static double lgamma(final double x) {
        return range(domain(Gamma.logGamma(x), x, "expected a noninteger or positive integer, got "), x);
    }

    // ---- logarithms: of ints of any size

    private enum Log {
        NATURAL, TWO, TEN;

        double of(final double x) {
            return switch (this) {
                case NATURAL -> LibM.log(x);
                case TWO -> LibM.log2(x);
                case TEN -> LibM.log10(x);
            };
        }
    }

    private static double log(final ThreadState ts, final Object x, final Log kind) {
        if (x instanceof Double d) {
            return logOfDouble(d, kind);
        }
        final Object n = IntMath.intValueOrNull(x);
        if (n == null) {
            return logOfDouble(PyNumber.asDouble(ts, x), kind);
        }
        if (IntMath.sign(n) <= 0) {
            throw Errors.valueError("expected a positive input");
        }
        final double value = n instanceof Long l ? (double) l : ((BigInteger) n).doubleValue();
        if (!Double.isInfinite(value)) {
            return kind.of(value);
        }
        final BigInteger big = (BigInteger) n;
        final int exponent = big.bitLength();
        // Rounded to 53 bits half to even, as a fraction of 0.5 to 1.
        final double fraction = Math.scalb(big.shiftRight(exponent - 64).setBit(0).doubleValue(), -64);
        return kind.of(fraction) + kind.of(2.0) * exponent;
    }

    private static double logOfDouble(final double x, final Log kind) {
        if (x <= 0) {
            throw Errors.valueError("expected a positive input, got ".concat(FloatText.repr(x)));
        }
        return kind.of(x);
    }

    @PyFunction(value = "log(x, [base=math.e])", raw = true)
    static Object log(final ThreadState ts, final Object self, final Object[] args, final String[] kwNames) {
        if (kwNames != null && kwNames.length > 0) {
            throw Errors.typeError("math.log() takes no keyword arguments");
        }
        if (args.length < 1 || args.length > 2) {
            throw Errors.typeError("log expected at " + (args.length < 1 ? "least 1" : "most 2") + " argument"
                    + (args.length < 1 ? "" : "s") + ", got " + args.length);
        }
        final double x = log(ts, args[0], Log.NATURAL);
        if (args.length == 1) {
            return x;
        }
        final double base = log(ts, args[1], Log.NATURAL);
        if (base == 0) {
            throw Errors.zeroDivision("division by zero");
        }
        return x / base;
    }

    @PyFunction("log2($module, x, /)")
    static double log2(final ThreadState ts, final Object x) {
        return log(ts, x, Log.TWO);
    }

    @PyFunction("log10($module, x, /)")
    static double log10(final ThreadState ts, final Object x) {
        return log(ts, x, Log.TEN);
    }

    // ---- functions of two arguments

    @PyFunction("atan2($module, y, x, /)")
    static double atan2(final double y, final double x) {
        return LibM.atan2(y, x);
    }

    @PyFunction("copysign($module, x, y, /)")
    static double copysign(final double x, final double y) {
        // Math.copySign may take a NaN's sign for positive.
        return Double.doubleToRawLongBits(y) < 0 ? -Math.abs(x) : Math.abs(x);
    }

    @PyFunction("fmod($module, x, y, /)")
    static double fmod(final double x, final double y) {
        final double r = x % y;
        if (Double.isNaN(r) && !Double.isNaN(x) && !Double.isNaN(y)) {
            throw domainError();
        }
        return r;
    }

    @PyFunction("remainder($module, x, y, /)")
    static double remainder(final double x, final double y) {
        final double r = Math.IEEEremainder(x, y);
        if (Double.isNaN(r) && !Double.isNaN(x) && !Double.isNaN(y)) {
            throw domainError();
        }
        return r;
    }

    @PyFunction("pow($module, x, y, /)")
    static double pow(final double x, final double y) {
        final double r = Powers.pow(x, y);
        if (Math.abs(r) <= Double.MAX_VALUE || Double.isNaN(x) || Double.isNaN(y) || Double.isInfinite(x)
                || Double.isInfinite(y)) {
            return r;
        }
        if (Double.isNaN(r) || x == 0) {
            throw domainError();
        }
        throw Errors.overflowError("math range error");
    }

    @PyFunction("fma($module, x, y, z, /)")
    static double fma(final double x, final double y, final double z) {
        final double r = Math.fma(x, y, z);
        if (Double.isNaN(r) && !Double.isNaN(x) && !Double.isNaN(y) && !Double.isNaN(z)) {
            throw Errors.valueError("invalid operation in fma");
        }
        if (Double.isInfinite(r) && !Double.isInfinite(x) && !Double.isInfinite(y) && !Double.isInfinite(z)) {
            throw Errors.overflowError("overflow in fma");
        }
        return r;
    }

    @PyFunction("ldexp($module, x, i, /)")
    static double ldexp(final ThreadState ts, final double x, final Object i) {
        final Object n = IntMath.intValueOrNull(i);
        if (n == null) {
            throw Errors.typeError("Expected an int as second argument to ldexp.");
        }
        if (x == 0 || Double.isNaN(x) || Double.isInfinite(x)) {
            return x;
        }
        final long exponent = PyNumber.asClipped(ts, n);
        return range(Math.scalb(x, (int) Math.max(-5000, Math.min(5000, exponent))), x);
    }

    @PyFunction("nextafter($module, x, y, /, *, steps=None)")
    static double nextAfter(final ThreadState ts, final double x, final double y, final Object steps) {
        if (steps == PyNone.NONE) {
            return Double.isNaN(x) || Double.isNaN(y) ? x + y : x == y ? y : Math.nextAfter(x, y);
        }
        final Object n = PyNumber.index(ts, steps);
        if (IntMath.sign(n) < 0) {
            throw Errors.valueError("steps must be a non-negative integer");
        }
        if (Double.isNaN(x) || Double.isNaN(y) || x == y) {
            return Double.isNaN(x) ? x : y;
        }
        final BigInteger from = ordinal(x);
        final BigInteger to = ordinal(y);
        final BigInteger distance = to.subtract(from);
        if (IntMath.sign(n) == 0) {
            return x;
        }
        if (IntMath.big(n).compareTo(distance.abs()) >= 0) {
            return y;
        }
        final BigInteger at = distance.signum() > 0 ? from.add(IntMath.big(n)) : from.subtract(IntMath.big(n));
        final boolean negative = at.signum() < 0 || at.signum() == 0 && Double.doubleToRawLongBits(x) < 0;
        final double size = Double.longBitsToDouble(at.abs().longValue());
        return negative ? -size : size;
    }

    /** Floats in order, zero being 0. */
    private static BigInteger ordinal(final double x) {
        final long bits = Double.doubleToRawLongBits(x);
        return BigInteger.valueOf(bits >= 0 ? bits : -(bits & Long.MAX_VALUE));
    }

    // ---- parts, signs, tests

    @PyFunction("fabs($module, x, /)")
    static double fabs(final double x) {
        return Math.abs(x);
    }

    @PyFunction("degrees($module, x, /)")
    static double degrees(final double x) {
        return x * (180.0 / Math.PI);
    }

    @PyFunction("radians($module, x, /)")
    static double radians(final double x) {
        return x * (Math.PI / 180.0);
    }

    @PyFunction("ulp($module, x, /)")
    static double ulp(final double x) {
        return Math.ulp(x);
    }

    @PyFunction("isnan($module, x, /)")
    static boolean isNaN(final double x) {
        return Double.isNaN(x);
    }

    @PyFunction("isinf($module, x, /)")
    static boolean isInf(final double x) {
        return Double.isInfinite(x);
    }

    @PyFunction("isfinite($module, x, /)")
    static boolean isFinite(final double x) {
        return Double.isFinite(x);
    }

    @PyFunction("isclose($module, /, a, b, *, rel_tol=1e-09, abs_tol=0.0)")
    static boolean isClose(final double a, final double b, final double relTol, final double absTol) {
        if (relTol < 0 || absTol < 0) {
            throw Errors.valueError("tolerances must be non-negative");
        }
        if (a == b) {
            return true;
        }
        if (Double.isInfinite(a) || Double.isInfinite(b)) {
            return false;
        }
        final double difference = Math.abs(b - a);
        return difference <= Math.abs(relTol * b) || difference <= Math.abs(relTol * a) || difference <= absTol;
    }

    @PyFunction("frexp($module, x, /)")
    static Object frexp(final double x) {
        if (x == 0 || Double.isNaN(x) || Double.isInfinite(x)) {
            return PyTuple.of(x, 0L);
        }
        final int exponent = Math.getExponent(x) < Double.MIN_EXPONENT
                ? Math.getExponent(x * 0x1p64) - 63 : Math.getExponent(x) + 1;
        return PyTuple.of(Math.scalb(x, -exponent), (long) exponent);
    }

    @PyFunction("modf($module, x, /)")
    static Object modf(final double x) {
        if (Double.isInfinite(x)) {
            return PyTuple.of(Math.copySign(0.0, x), x);
        }
        final double whole = x < 0 ? Math.ceil(x) : Math.floor(x);
        return PyTuple.of(Math.copySign(x - whole, x), whole);
    }

    @PyFunction("floor($module, x, /)")
    static Object floor(final ThreadState ts, final Object x) {
        if (x instanceof Double d) {
            return PyFloat.toInt(Math.floor(d));
        }
        final Object r = Special.call0(ts, x, "__floor__");
        return r != null ? r : PyFloat.toInt(Math.floor(PyNumber.asDouble(ts, x)));
    }

    @PyFunction("ceil($module, x, /)")
    static Object ceil(final ThreadState ts, final Object x) {
        if (x instanceof Double d) {
            return PyFloat.toInt(Math.ceil(d));
        }
        final Object r = Special.call0(ts, x, "__ceil__");
        return r != null ? r : PyFloat.toInt(Math.ceil(PyNumber.asDouble(ts, x)));
    }

    @PyFunction("trunc($module, x, /)")
    static Object trunc(final ThreadState ts, final Object x) {
        if (x instanceof Double d) {
            return PyFloat.toInt(d);
        }
        final Object r = Special.call0(ts, x, "__trunc__");
        if (r == null) {
            throw Errors.typeError("type " + PyType.of(x).name() + " doesn't define __trunc__ method");
        }
        return r;
    }

    // ---- sums and products

    @PyFunction("fsum($module, seq, /)")
    static double fsum(final ThreadState ts, final Object seq) {
        final ExactSums.Partials partials = new ExactSums.Partials();
        PyIter.forEach(ts, seq, item -> partials.add(PyNumber.asDouble(ts, item)));
        return partials.sum();
    }

    private static double norm(final ThreadState ts, final Object[] items) {
        final double[] vector = new double[items.length];
        double max = 0;
        boolean hasNaN = false;
        for (int i = 0; i < items.length; i++) {
            vector[i] = Math.abs(PyNumber.asDouble(ts, items[i]));
            hasNaN |= Double.isNaN(vector[i]);
            max = vector[i] > max ? vector[i] : max;
        }
        return ExactSums.norm(vector, max, hasNaN);
    }

    @PyFunction(value = "hypot(*coordinates)", raw = true)
    static Object hypot(final ThreadState ts, final Object self, final Object[] args, final String[] kwNames) {
        if (kwNames != null && kwNames.length > 0) {
            throw Errors.typeError("math.hypot() takes no keyword arguments");
        }
        return norm(ts, args);
    }

    @PyFunction("dist($module, p, q, /)")
    static double dist(final ThreadState ts, final Object p, final Object q) {
        final Object[] a = PyIter.toArray(ts, p);
        final Object[] b = PyIter.toArray(ts, q);
        if (a.length != b.length) {
            throw Errors.valueError("both points must have the same number of dimensions");
        }
        final Object[] differences = new Object[a.length];
        for (int i = 0; i < a.length; i++) {
            differences[i] = PyNumber.asDouble(ts, a[i]) - PyNumber.asDouble(ts, b[i]);
        }
        return norm(ts, differences);
    }

    @PyFunction("prod($module, iterable, /, *, start=1)")
    static Object prod(final ThreadState ts, final Object iterable, final Object start) {
        final Object it = PyIter.get(ts, iterable);
        Object result = start;
        for (Object item = PyIter.next(ts, it); item != null; item = PyIter.next(ts, it)) {
            ts.poll();
            result = PyNumber.multiply(ts, result, item);
        }
        return result;
    }

    @PyFunction("sumprod($module, p, q, /)")
    static Object sumprod(final ThreadState ts, final Object p, final Object q) {
        final Object[] a = PyIter.toArray(ts, p);
        final Object[] b = PyIter.toArray(ts, q);
        if (a.length != b.length) {
            throw Errors.valueError("Inputs are not the same length");
        }
        Object total = 0L;
        int i = 0;
        while (i < a.length) {
            // A run of floats is summed in triple precision, anything else step by step.
            final ExactSums.Products products = new ExactSums.Products();
            final int start = i;
            boolean floats = false;
            while (i < a.length && isFloatPair(a[i], b[i])) {
                floats |= a[i] instanceof Double || b[i] instanceof Double;
                products.add(PyNumber.asDouble(ts, a[i]), PyNumber.asDouble(ts, b[i]));
                i++;
            }
            if (i > start && floats && !Double.isNaN(products.sum()) && !Double.isInfinite(products.sum())) {
                total = PyNumber.add(ts, total, products.sum());
                continue;
            }
            if (i > start) {
                for (int k = start; k < i; k++) {
                    total = PyNumber.add(ts, total, PyNumber.multiply(ts, a[k], b[k]));
                }
                continue;
            }
            total = PyNumber.add(ts, total, PyNumber.multiply(ts, a[i], b[i]));
            i++;
        }
        return total;
    }

    private static boolean isFloatPair(final Object x, final Object y) {
        return (x instanceof Double || x instanceof Long) && (y instanceof Double || y instanceof Long)
                && (x instanceof Double || y instanceof Double);
    }

    // ---- whole numbers

    @PyFunction(value = "gcd(*integers)", raw = true)
    static Object gcd(final ThreadState ts, final Object self, final Object[] args, final String[] kwNames) {
        noKeywords("gcd", kwNames);
        if (args.length == 2) {
            return IntegerFunctions.gcd(PyNumber.index(ts, args[0]), PyNumber.index(ts, args[1]));
        }
        Object result = 0L;
        for (final Object arg : args) {
            result = IntegerFunctions.gcd(result, PyNumber.index(ts, arg));
        }
        return result;
    }

    @PyFunction(value = "lcm(*integers)", raw = true)
    static Object lcm(final ThreadState ts, final Object self, final Object[] args, final String[] kwNames) {
        noKeywords("lcm", kwNames);
        Object result = 1L;
        for (final Object arg : args) {
            result = IntegerFunctions.lcm(result, PyNumber.index(ts, arg));
        }
        return result;
    }

    private static void noKeywords(final String name, final String[] kwNames) {
        if (kwNames != null && kwNames.length > 0) {
            throw Errors.typeError("math." + name + "() takes no keyword arguments");
        }
    }

    @PyFunction("isqrt($module, n, /)")
    static Object isqrt(final ThreadState ts, final Object n) {
        return IntegerFunctions.isqrt(PyNumber.index(ts, n));
    }

    @PyFunction("factorial($module, n, /)")
    static Object factorial(final ThreadState ts, final Object n) {
        return IntegerFunctions.factorial(ts, n);
    }

    @PyFunction("comb($module, n, k, /)")
    static Object comb(final ThreadState ts, final Object n, final Object k) {
        return IntegerFunctions.comb(ts, n, k);
    }

    @PyFunction("perm($module, n, k=None, /)")
    static Object perm(final ThreadState ts, final Object n, final Object k) {
        return k == PyNone.NONE ? IntegerFunctions.factorial(ts, n)
                : IntegerFunctions.perm(ts, n, k);
    }
}
