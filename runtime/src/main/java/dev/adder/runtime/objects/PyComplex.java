package dev.adder.runtime.objects;

import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyRichCompare;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.expose.Text;
import dev.adder.language.text.FloatParse;
import dev.adder.language.text.Str;
import dev.adder.language.text.TextException;
import dev.adder.runtime.ArgumentParser;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;
import dev.adder.runtime.Special;
import dev.adder.runtime.TextErrors;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.Warnings;
import dev.adder.runtime.ops.IntMath;
import dev.adder.runtime.ops.LibM;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.text.Formatting;
import dev.adder.runtime.text.Hashes;

/**
 * A complex number (CPython: Objects/complexobject.c). A real operand is not made complex first: its imaginary part does
 * not exist, so that signs of zero, infinities and NaN come out as in C's Annex G.
 */
@PyTypeSpec(name = "complex")
public final class PyComplex extends PySlotted {
    public static final PyType TYPE = PyType.builtin("complex", "builtins", null, new PyComplexTable());

    private static final String[] NAMES = {"real", "imag"};

    public final double re;
    public final double im;

    public PyComplex(final double re, final double im) {
        this(TYPE, re, im);
    }

    public PyComplex(final PyType type, final double re, final double im) {
        super(type);
        this.re = re;
        this.im = im;
    }

    // ---- making

    /** Parsed by hand: a complex number given as {@code real=} is deprecated, given by position it is not. */
    @PyNew(value = "(real=0, imag=0)", raw = true)
    static Object make(final ThreadState ts, final PyType cls, final Object[] args, final String[] kwNames) {
        final Object[] values = ArgumentParser.unpack("complex", NAMES, 0, 0, 2, 0, false, false, args, kwNames);
        if (values[0] instanceof PyComplex z && values[1] == null && kwNames != null && kwNames.length > 0) {
            Warnings.deprecated(ts, "complex() argument 'real' must be a real number, not " + z.type().name());
        }
        return make(ts, cls, values[0], values[1]);
    }

    private static Object make(final ThreadState ts, final PyType cls, final Object real, final Object imag) {
        if (imag == null) {
            if (real == null) {
                return new PyComplex(cls, 0.0, 0.0);
            }
            if (real instanceof PyComplex z && cls == TYPE && z.type() == TYPE) {
                return z;
            }
            if (PyObjects.isText(real)) {
                return parse(cls, PyObjects.textOf(real));
            }
            final PyComplex z = complexOrNull(ts, real);
            if (z != null) {
                return new PyComplex(cls, z.re, z.im);
            }
            if (!isReal(real)) {
                throw Errors.typeError("complex() argument must be a string or a number, not "
                        + PyType.of(real).name());
            }
            return new PyComplex(cls, PyNumber.asDouble(ts, real), 0.0);
        }
        return fromParts(ts, cls, real, imag);
    }

    private static Object parse(final PyType cls, final Object text) {
        try {
            final double[] parts = FloatParse.parseComplex(text);
            return new PyComplex(cls, parts[0], parts[1]);
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    private static Object fromParts(final ThreadState ts, final PyType cls, final Object real, final Object imag) {
        double re = 0;
        double im = 0;
        if (real != null) {
            final PyComplex z = complexOrNull(ts, real);
            if (z != null) {
                Warnings.deprecated(ts, "complex() argument 'real' must be a real number, not "
                        + PyType.of(real).name());
            }
            if (z == null && !isReal(real)) {
                throw Errors.typeError("complex() argument 'real' must be a real number, not "
                        + PyType.of(real).name());
            }
            re = z == null ? PyNumber.asDouble(ts, real) : z.re;
            im = z == null ? 0 : z.im;
        }
        if (imag instanceof PyComplex z) {
            Warnings.deprecated(ts, "complex() argument 'imag' must be a real number, not " + z.type().name());
            return new PyComplex(cls, re - z.im, real instanceof PyComplex ? im + z.re : z.re);
        }
        if (!isReal(imag)) {
            throw Errors.typeError("complex() argument 'imag' must be a real number, not " + PyType.of(imag).name());
        }
        final double y = PyNumber.asDouble(ts, imag);
        return new PyComplex(cls, re, real instanceof PyComplex ? im + y : y);
    }

    private static boolean isReal(final Object o) {
        return o instanceof Double || PyType.of(o).lookup("__float__") != null || PyNumber.isIndex(o);
    }

    /** The value if it is complex or has {@code __complex__}, else null. */
    private static PyComplex complexOrNull(final ThreadState ts, final Object o) {
        if (o instanceof PyComplex z && z.type() == TYPE) {
            return z;
        }
        final Object r = Special.call0(ts, o, "__complex__");
        if (r == null) {
            return null;
        }
        if (r instanceof PyComplex z) {
            if (z.type() != TYPE) {
                Warnings.deprecated(ts, PyType.of(o).fullName() + ".__complex__() must return a complex, not "
                        + z.type().name() + ".  The ability to return an instance of a strict subclass of complex is "
                        + "deprecated, and may not be supported in a future version of Python.");
                return new PyComplex(z.re, z.im);
            }
            return z;
        }
        throw Errors.typeError("__complex__ returned non-complex (type " + PyType.of(r).fullName() + ")");
    }

    /** {@code PyComplex_AsCComplex}: complex, {@code __complex__}, or a real number. */
    public static PyComplex asComplex(final ThreadState ts, final Object o) {
        final PyComplex z = complexOrNull(ts, o);
        return z != null ? z : new PyComplex(PyNumber.asDouble(ts, o), 0.0);
    }

    @PyClassMethod("from_number($type, number, /)")
    static Object fromNumber(final ThreadState ts, final PyType cls, final Object number) {
        if (number instanceof PyComplex z && z.type() == TYPE && cls == TYPE) {
            return z;
        }
        final PyComplex z = asComplex(ts, number);
        return cls == TYPE ? z : Calls.call1(ts, cls, z);
    }

    // ---- arithmetic

    /** The double of a real operand, or null. */
    private static Double real(final Object o) {
        final Double x = PyFloat.valueOrNull(o);
        if (x != null) {
            return x;
        }
        final Object n = IntMath.intValueOrNull(o);
        return n == null ? null : (Double) IntMath.toDouble(n);
    }

    @PyMethod("__add__($self, value, /)")
    Object add(final Object value) {
        if (value instanceof PyComplex w) {
            return new PyComplex(re + w.re, im + w.im);
        }
        final Double x = real(value);
        return x == null ? PyNotImplemented.NOT_IMPLEMENTED : new PyComplex(re + x, im);
    }

    @PyMethod("__radd__($self, value, /)")
    Object radd(final Object value) {
        return add(value);
    }

    @PyMethod("__sub__($self, value, /)")
    Object sub(final Object value) {
        if (value instanceof PyComplex w) {
            return new PyComplex(re - w.re, im - w.im);
        }
        final Double x = real(value);
        return x == null ? PyNotImplemented.NOT_IMPLEMENTED : new PyComplex(re - x, im);
    }

    @PyMethod("__rsub__($self, value, /)")
    Object rsub(final Object value) {
        final Double x = real(value);
        return x == null ? PyNotImplemented.NOT_IMPLEMENTED : new PyComplex(x - re, -im);
    }

    @PyMethod("__mul__($self, value, /)")
    Object mul(final Object value) {
        if (value instanceof PyComplex w) {
            return product(re, im, w.re, w.im);
        }
        final Double x = real(value);
        return x == null ? PyNotImplemented.NOT_IMPLEMENTED : new PyComplex(re * x, im * x);
    }

    @PyMethod("__rmul__($self, value, /)")
    Object rmul(final Object value) {
        return mul(value);
    }

    /** {@code (a + bj) * (c + dj)}; infinities are recovered where the formula gives NaN (C11, G.5.1). */
    public static PyComplex product(final double a, final double b, final double c, final double d) {
        final double x = a * c - b * d;
        final double y = a * d + b * c;
        return Double.isNaN(x) && Double.isNaN(y) ? recoverProduct(a, b, c, d, x, y) : new PyComplex(x, y);
    }

    private static PyComplex recoverProduct(final double a0, final double b0, final double c0, final double d0,
            final double x, final double y) {
        double a = a0;
        double b = b0;
        double c = c0;
        double d = d0;
        boolean again = false;
        if (Double.isInfinite(a) || Double.isInfinite(b)) {
            a = boxed(a);
            b = boxed(b);
            c = zeroIfNaN(c);
            d = zeroIfNaN(d);
            again = true;
        }
        if (Double.isInfinite(c) || Double.isInfinite(d)) {
            c = boxed(c);
            d = boxed(d);
            a = zeroIfNaN(a);
            b = zeroIfNaN(b);
            again = true;
        }
        if (!again && (Double.isInfinite(a * c) || Double.isInfinite(b * d) || Double.isInfinite(a * d)
                || Double.isInfinite(b * c))) {
            a = zeroIfNaN(a);
            b = zeroIfNaN(b);
            c = zeroIfNaN(c);
            d = zeroIfNaN(d);
            again = true;
        }
        if (!again) {
            return new PyComplex(x, y);
        }
        final double inf = Double.POSITIVE_INFINITY;
        return new PyComplex(inf * (a * c - b * d), inf * (a * d + b * c));
    }

    private static double boxed(final double x) {
        return Math.copySign(Double.isInfinite(x) ? 1.0 : 0.0, x);
    }

    private static double zeroIfNaN(final double x) {
        return Double.isNaN(x) ? Math.copySign(0.0, x) : x;
    }

    @PyMethod("__truediv__($self, value, /)")
    Object trueDiv(final Object value) {
        if (value instanceof PyComplex w) {
            return quotient(re, im, w.re, w.im);
        }
        final Double x = real(value);
        if (x == null) {
            return PyNotImplemented.NOT_IMPLEMENTED;
        }
        if (x == 0) {
            throw zeroDivision();
        }
        return new PyComplex(re / x, im / x);
    }

    @PyMethod("__rtruediv__($self, value, /)")
    Object rtrueDiv(final Object value) {
        final Double x = real(value);
        return x == null ? PyNotImplemented.NOT_IMPLEMENTED : realQuotient(x, re, im);
    }

    private static RuntimeException zeroDivision() {
        return Errors.zeroDivision("division by zero");
    }

    /** Smith's way: divide through by the larger part of the divisor (_Py_c_quot). */
    static PyComplex quotient(final double a, final double b, final double c, final double d) {
        final double absC = Math.abs(c);
        final double absD = Math.abs(d);
        double x;
        double y;
        if (absC >= absD) {
            if (absC == 0) {
                throw zeroDivision();
            }
            final double ratio = d / c;
            final double denominator = c + d * ratio;
            x = (a + b * ratio) / denominator;
            y = (b - a * ratio) / denominator;
        } else if (absD >= absC) {
            final double ratio = c / d;
            final double denominator = c * ratio + d;
            x = (a * ratio + b) / denominator;
            y = (b * ratio - a) / denominator;
        } else {
            x = Double.NaN;
            y = Double.NaN;
        }
        if (Double.isNaN(x) && Double.isNaN(y)) {
            if ((Double.isInfinite(a) || Double.isInfinite(b)) && finite(c) && finite(d)) {
                final double p = boxed(a);
                final double q = boxed(b);
                x = Double.POSITIVE_INFINITY * (p * c + q * d);
                y = Double.POSITIVE_INFINITY * (q * c - p * d);
            } else if ((Double.isInfinite(absC) || Double.isInfinite(absD)) && finite(a) && finite(b)) {
                final double p = boxed(c);
                final double q = boxed(d);
                x = 0.0 * (a * p + b * q);
                y = 0.0 * (b * p - a * q);
            }
        }
        return new PyComplex(x, y);
    }

    private static boolean finite(final double x) {
        return Math.abs(x) <= Double.MAX_VALUE;
    }

    /** A real number divided by a complex one (_Py_rc_quot). */
    private static PyComplex realQuotient(final double a, final double c, final double d) {
        final double absC = Math.abs(c);
        final double absD = Math.abs(d);
        double x;
        double y;
        if (absC >= absD) {
            if (absC == 0) {
                throw zeroDivision();
            }
            final double ratio = d / c;
            final double denominator = c + d * ratio;
            x = a / denominator;
            y = -a * ratio / denominator;
        } else if (absD >= absC) {
            final double ratio = c / d;
            final double denominator = c * ratio + d;
            x = a * ratio / denominator;
            y = -a / denominator;
        } else {
            x = Double.NaN;
            y = Double.NaN;
        }
        if (Double.isNaN(x) && Double.isNaN(y) && finite(a) && (Double.isInfinite(absC) || Double.isInfinite(absD))) {
            x = 0.0 * (a * boxed(c));
            y = 0.0 * (-a * boxed(d));
        }
        return new PyComplex(x, y);
    }

    @PyMethod("__pow__($self, value, mod=None, /)")
    Object pow(final Object value, final Object mod) {
        noModulus(mod);
        if (value instanceof PyComplex w) {
            return power(re, im, w.re, w.im);
        }
        final Double x = real(value);
        return x == null ? PyNotImplemented.NOT_IMPLEMENTED : power(re, im, x, 0.0);
    }

    @PyMethod("__rpow__($self, value, mod=None, /)")
    Object rpow(final Object value, final Object mod) {
        noModulus(mod);
        final Double x = real(value);
        return x == null ? PyNotImplemented.NOT_IMPLEMENTED : power(x, 0.0, re, im);
    }

    private static void noModulus(final Object mod) {
        if (mod != PyNone.NONE) {
            throw Errors.valueError("complex modulo");
        }
    }

    /** {@code complex_pow}: small whole exponents by multiplication. */
    static PyComplex power(final double a, final double b, final double c, final double d) {
        final PyComplex r;
        if (d == 0 && c == Math.floor(c) && Math.abs(c) <= 100) {
            if (c < 0 && a == 0 && b == 0) {
                throw zeroToNegative();
            }
            r = c >= 0 ? powerByProducts(a, b, (long) c) : inverse(powerByProducts(a, b, (long) -c));
        } else {
            r = generalPower(a, b, c, d);
        }
        if (Double.isInfinite(r.re) || Double.isInfinite(r.im)) {
            if (finite(a) && finite(b) && finite(c) && finite(d)) {
                throw Errors.overflowError("complex exponentiation");
            }
        }
        return r;
    }

    private static PyComplex inverse(final PyComplex z) {
        return quotient(1, 0, z.re, z.im);
    }

    private static RuntimeException zeroToNegative() {
        return Errors.zeroDivision("zero to a negative or complex power");
    }

    private static PyComplex powerByProducts(final double a, final double b, final long n) {
        PyComplex r = new PyComplex(1, 0);
        PyComplex p = new PyComplex(a, b);
        for (long mask = 1; mask > 0 && n >= mask; mask <<= 1) {
            if ((n & mask) != 0) {
                r = product(r.re, r.im, p.re, p.im);
            }
            p = product(p.re, p.im, p.re, p.im);
        }
        return r;
    }

    private static PyComplex generalPower(final double a, final double b, final double c, final double d) {
        if (c == 0 && d == 0) {
            return new PyComplex(1, 0);
        }
        if (a == 0 && b == 0) {
            if (d != 0 || c < 0) {
                throw zeroToNegative();
            }
            return new PyComplex(0, 0);
        }
        final double size = LibM.hypot(a, b);
        double length = LibM.pow(size, c);
        final double angle = LibM.atan2(b, a);
        double phase = angle * c;
        if (d != 0) {
            length *= LibM.exp(-angle * d);
            phase += d * LibM.log(size);
        }
        return new PyComplex(length * LibM.cos(phase), length * LibM.sin(phase));
    }

    @PyMethod("__neg__($self, /)")
    Object neg() {
        return new PyComplex(-re, -im);
    }

    @PyMethod("__pos__($self, /)")
    Object pos() {
        return type() == TYPE ? this : new PyComplex(re, im);
    }

    @PyMethod("__abs__($self, /)")
    double abs() {
        final double size = LibM.hypot(re, im);
        if (Double.isInfinite(size) && finite(re) && finite(im)) {
            throw Errors.overflowError("absolute value too large");
        }
        return size;
    }

    @PyMethod("__bool__($self, /)")
    boolean bool() {
        return re != 0 || im != 0;
    }

    @PyMethod("__complex__($self, /)")
    Object complex() {
        return type() == TYPE ? this : new PyComplex(re, im);
    }

    @PyMethod("conjugate($self, /)")
    Object conjugate() {
        return new PyComplex(re, -im);
    }

    // ---- comparing

    @PyRichCompare
    Object compare(final Object value, final int op) {
        if (op != PyObjects.EQ && op != PyObjects.NE) {
            return PyNotImplemented.NOT_IMPLEMENTED;
        }
        final boolean same;
        if (value instanceof PyComplex w) {
            same = re == w.re && im == w.im;
        } else if (PyFloat.valueOrNull(value) != null) {
            same = re == PyFloat.valueOrNull(value) && im == 0;
        } else {
            final Object n = IntMath.intValueOrNull(value);
            if (n == null) {
                return PyNotImplemented.NOT_IMPLEMENTED;
            }
            same = im == 0 && IntMath.compareDoubleAny(n, re, PyObjects.EQ);
        }
        return same == (op == PyObjects.EQ);
    }

    @PyMethod("__hash__($self, /)")
    long hash() {
        return Hashes.ofComplex(part(re), part(im));
    }

    private long part(final double x) {
        return Double.isNaN(x) ? PyObjects.identityHash(this) : Hashes.ofDouble(x);
    }

    // ---- text and the rest

    @PyMethod("__repr__($self, /)")
    Object repr() {
        return Formatting.complexRepr(re, im);
    }

    @PyMethod("__format__($self, format_spec, /)")
    Object format(final ThreadState ts, @Text final Object spec) {
        final Object s = PyObjects.textOf(spec);
        if (Str.isEmpty(s) && type() != TYPE) {
            return PyObjects.str(ts, this);
        }
        try {
            return Formatting.formatComplex(re, im, s, type().name(), PyInt.locale(ts));
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyMethod("__getnewargs__($self, /)")
    Object getNewArgs() {
        return PyTuple.of(re, im);
    }

    @PyGetter(value = "real", member = true)
    double realPart() {
        return re;
    }

    @PyGetter(value = "imag", member = true)
    double imagPart() {
        return im;
    }
}
