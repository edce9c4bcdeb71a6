package dev.adder.stdlib.math;

import dev.adder.expose.PyConstant;
import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Errors;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyComplex;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.LibM;
import dev.adder.runtime.ops.PyNumber;

/** The module {@code cmath}. */
@PyModuleSpec("cmath")
public final class CmathModule extends NativeModule {
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
    @PyConstant("infj")
    static final Object INF_J = new PyComplex(0.0, Double.POSITIVE_INFINITY);
    @PyConstant("nanj")
    static final Object NAN_J = new PyComplex(0.0, Double.NaN);

    @Override
    public BuiltinTable table() {
        return new CmathModuleTable();
    }

    private static PyComplex checked(final PyComplex r) {
        if (r == null) {
            throw Errors.valueError("math domain error");
        }
        return r;
    }

    /** A result that may overflow. */
    private static PyComplex ranged(final PyComplex result, final PyComplex z) {
        final PyComplex r = checked(result);
        if ((Double.isInfinite(r.re) || Double.isInfinite(r.im)) && Double.isFinite(z.re) && Double.isFinite(z.im)) {
            throw Errors.overflowError("math range error");
        }
        return r;
    }

    @PyFunction("acos($module, z, /)")
    static Object acos(final ThreadState ts, final Object value) {
        final PyComplex z = PyComplex.asComplex(ts, value);
        return checked(ComplexFunctions.acos(z.re, z.im));
    }

    @PyFunction("acosh($module, z, /)")
    static Object acosh(final ThreadState ts, final Object value) {
        final PyComplex z = PyComplex.asComplex(ts, value);
        return checked(ComplexFunctions.acosh(z.re, z.im));
    }

    @PyFunction("asin($module, z, /)")
    static Object asin(final ThreadState ts, final Object value) {
        final PyComplex z = PyComplex.asComplex(ts, value);
        return checked(ComplexFunctions.asin(z.re, z.im));
    }

    @PyFunction("asinh($module, z, /)")
    static Object asinh(final ThreadState ts, final Object value) {
        final PyComplex z = PyComplex.asComplex(ts, value);
        return checked(ComplexFunctions.asinh(z.re, z.im));
    }

    @PyFunction("atan($module, z, /)")
    static Object atan(final ThreadState ts, final Object value) {
        final PyComplex z = PyComplex.asComplex(ts, value);
        return checked(ComplexFunctions.atan(z.re, z.im));
    }

    @PyFunction("atanh($module, z, /)")
    static Object atanh(final ThreadState ts, final Object value) {
        final PyComplex z = PyComplex.asComplex(ts, value);
        return checked(ComplexFunctions.atanh(z.re, z.im));
    }

    @PyFunction("cos($module, z, /)")
    static Object cos(final ThreadState ts, final Object value) {
        final PyComplex z = PyComplex.asComplex(ts, value);
        return ranged(ComplexFunctions.cos(z.re, z.im), z);
    }

    @PyFunction("cosh($module, z, /)")
    static Object cosh(final ThreadState ts, final Object value) {
        final PyComplex z = PyComplex.asComplex(ts, value);
        return ranged(ComplexFunctions.cosh(z.re, z.im), z);
    }

    @PyFunction("exp($module, z, /)")
    static Object exp(final ThreadState ts, final Object value) {
        final PyComplex z = PyComplex.asComplex(ts, value);
        return ranged(ComplexFunctions.exp(z.re, z.im), z);
    }

    @PyFunction("log10($module, z, /)")
    static Object log10(final ThreadState ts, final Object value) {
        final PyComplex z = PyComplex.asComplex(ts, value);
        return checked(ComplexFunctions.log10(z.re, z.im));
    }

    @PyFunction("sin($module, z, /)")
    static Object sin(final ThreadState ts, final Object value) {
        final PyComplex z = PyComplex.asComplex(ts, value);
        return ranged(ComplexFunctions.sin(z.re, z.im), z);
    }

    @PyFunction("sinh($module, z, /)")
    static Object sinh(final ThreadState ts, final Object value) {
        final PyComplex z = PyComplex.asComplex(ts, value);
        return ranged(ComplexFunctions.sinh(z.re, z.im), z);
    }

    @PyFunction("sqrt($module, z, /)")
    static Object sqrt(final ThreadState ts, final Object value) {
        final PyComplex z = PyComplex.asComplex(ts, value);
        return checked(ComplexFunctions.sqrt(z.re, z.im));
    }

    @PyFunction("tan($module, z, /)")
    static Object tan(final ThreadState ts, final Object value) {
        final PyComplex z = PyComplex.asComplex(ts, value);
        return checked(ComplexFunctions.tan(z.re, z.im));
    }

    @PyFunction("tanh($module, z, /)")
    static Object tanh(final ThreadState ts, final Object value) {
        final PyComplex z = PyComplex.asComplex(ts, value);
        return checked(ComplexFunctions.tanh(z.re, z.im));
    }

    @PyFunction(value = "log($module, z, base=<unrepresentable>, /)")
    static Object log(final ThreadState ts, final Object value, final Object base) {
        final PyComplex z = PyComplex.asComplex(ts, value);
        final PyComplex r = checked(ComplexFunctions.log(z.re, z.im));
        if (base == null) {
            return r;
        }
        final PyComplex b = PyComplex.asComplex(ts, base);
        final PyComplex divisor = checked(ComplexFunctions.log(b.re, b.im));
        return divisor.re == 0 && divisor.im == 0 ? checked(null) : PyNumber.trueDivide(ts, r, divisor);
    }

    @PyFunction("phase($module, z, /)")
    static double phase(final ThreadState ts, final Object value) {
        final PyComplex z = PyComplex.asComplex(ts, value);
        final double angle = LibM.atan2(z.im, z.re);
        if (angle == 0 && z.im != 0 && Double.isFinite(z.re)) {
            // libm reports the underflow, and CPython takes any report of a range for an overflow.
            throw Errors.overflowError("math range error");
        }
        return angle;
    }

    @PyFunction("polar($module, z, /)")
    static Object polar(final ThreadState ts, final Object value) {
        final PyComplex z = PyComplex.asComplex(ts, value);
        final double r = LibM.hypot(z.re, z.im);
        if (Double.isInfinite(r) && Double.isFinite(z.re) && Double.isFinite(z.im)) {
            throw Errors.overflowError("math range error");
        }
        return PyTuple.of(r, LibM.atan2(z.im, z.re));
    }

    @PyFunction("rect($module, r, phi, /)")
    static Object rect(final double r, final double phi) {
        return checked(ComplexFunctions.rect(r, phi));
    }

    @PyFunction("isfinite($module, z, /)")
    static boolean isFinite(final ThreadState ts, final Object value) {
        final PyComplex z = PyComplex.asComplex(ts, value);
        return Double.isFinite(z.re) && Double.isFinite(z.im);
    }

    @PyFunction("isnan($module, z, /)")
    static boolean isNaN(final ThreadState ts, final Object value) {
        final PyComplex z = PyComplex.asComplex(ts, value);
        return Double.isNaN(z.re) || Double.isNaN(z.im);
    }

    @PyFunction("isinf($module, z, /)")
    static boolean isInf(final ThreadState ts, final Object value) {
        final PyComplex z = PyComplex.asComplex(ts, value);
        return Double.isInfinite(z.re) || Double.isInfinite(z.im);
    }

    @PyFunction("isclose($module, /, a, b, *, rel_tol=1e-09, abs_tol=0.0)")
    static boolean isClose(final ThreadState ts, final Object first, final Object second, final double relTol,
            final double absTol) {
        final PyComplex a = PyComplex.asComplex(ts, first);
        final PyComplex b = PyComplex.asComplex(ts, second);
        if (relTol < 0 || absTol < 0) {
            throw Errors.valueError("tolerances must be non-negative");
        }
        if (a.re == b.re && a.im == b.im) {
            return true;
        }
        if (Double.isInfinite(a.re) || Double.isInfinite(a.im) || Double.isInfinite(b.re) || Double.isInfinite(b.im)) {
            return false;
        }
        final double difference = LibM.hypot(a.re - b.re, a.im - b.im);
        return difference <= relTol * LibM.hypot(b.re, b.im) || difference <= relTol * LibM.hypot(a.re, a.im)
                || difference <= absTol;
    }
}
