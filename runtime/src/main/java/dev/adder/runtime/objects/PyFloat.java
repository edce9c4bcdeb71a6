package dev.adder.runtime.objects;

import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.expose.Text;
import dev.adder.language.text.FloatParse;
import dev.adder.language.text.FloatText;
import dev.adder.language.text.Quote;
import dev.adder.language.text.Str;
import dev.adder.language.text.TextException;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.Special;
import dev.adder.runtime.TextErrors;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.Warnings;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.ops.IntMath;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.ops.Powers;
import dev.adder.runtime.text.FloatHex;
import dev.adder.runtime.text.Formatting;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** The type float. Its values are Double; instances of subclasses are {@link PyFloatSub}. */
@PyTypeSpec(name = "float")
public final class PyFloat extends FloatMethods {
    public static final PyType TYPE = PyType.builtin("float", "builtins", null, new PyFloatTable());

    private PyFloat() {
    }

    @PyNew("(x=0, /)")
    static Object make(final ThreadState ts, final PyType cls, final Object x) {
        return instance(cls, fromObject(ts, x));
    }

    private static Object instance(final PyType cls, final double value) {
        return cls == TYPE ? (Object) value : new PyFloatSub(cls, value);
    }

    /** {@code PyNumber_Float}: {@code float(x)}. */
    public static double fromObject(final ThreadState ts, final Object x) {
        if (x instanceof Double d) {
            return d;
        }
        if (x instanceof Long n) {
            return n;
        }
        if (x instanceof String s) {
            return parse(s);
        }
        final PyType type = PyType.of(x);
        final Object r = Special.call0(ts, x, "__float__");
        if (r != null) {
            if (r instanceof Double d) {
                return d;
            }
            if (r instanceof PyFloatSub f) {
                Warnings.deprecated(ts, type.name() + ".__float__ returned non-float (type " + f.type().name()
                        + ").  The ability to return an instance of a strict subclass of float is deprecated, and may "
                        + "not be supported in a future version of Python.");
                return f.value;
            }
            throw Errors.typeError(type.name() + ".__float__ returned non-float (type " + PyType.of(r).fullName() + ")");
        }
        if (PyNumber.isIndex(x)) {
            return IntMath.toDouble(PyNumber.index(ts, x));
        }
        if (PyObjects.isText(x)) {
            return parse(PyObjects.textOf(x));
        }
        if (Buffers.isBuffer(x)) {
            return parseBytes(ts, x);
        }
        throw Errors.typeError("float() argument must be a string or a real number, not '" + type.name() + "'");
    }

    private static double parse(final Object text) {
        try {
            return FloatParse.parse(text);
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    private static double parseBytes(final ThreadState ts, final Object x) {
        final byte[] bytes = Buffers.toArray(ts, x);
        try {
            return FloatParse.parse(new String(bytes, StandardCharsets.US_ASCII));
        } catch (final TextException e) {
            throw TextErrors.raise(FloatParse.notAFloat(Quote.reprBytes(bytes)));
        }
    }

    /** The double of a float or instance of a subclass; null for anything else. */
    public static Double valueOrNull(final Object o) {
        return o instanceof Double d ? d : o instanceof PyFloatSub f ? (Double) f.value : null;
    }

    /** {@code PyFloat_AsDouble}. */
    public static double asDouble(final ThreadState ts, final Object o) {
        return PyNumber.asDouble(ts, o);
    }

    /** {@code x ** y} by float_pow; a complex where a negative float has no real power. */
    public static Object power(final double x, final double y) {
        if (y == 0) {
            return 1.0;
        }
        if (Double.isNaN(x)) {
            return x;
        }
        if (Double.isNaN(y)) {
            return x == 1.0 ? (Object) 1.0 : (Object) y;
        }
        if (Double.isInfinite(y)) {
            final double size = Math.abs(x);
            return size == 1.0 ? 1.0 : y > 0 == size > 1.0 ? Double.POSITIVE_INFINITY : 0.0;
        }
        if (x == 0 && y < 0) {
            throw Errors.zeroDivision("zero to a negative power");
        }
        if (x < 0 && !Double.isInfinite(x) && y != Math.floor(y)) {
            return PyComplex.power(x, 0.0, y, 0.0);
        }
        final double r = Powers.pow(x, y);
        if (Double.isInfinite(r) && !Double.isInfinite(x)) {
            throw Errors.withArgs(ExceptionTypes.OVERFLOW_ERROR, 34L, "Numerical result out of range");
        }
        return r;
    }

    /** The int nearest towards zero; ValueError and OverflowError for NaN and infinity. */
    public static Object toInt(final double x) {
        final double t = x < 0 ? Math.ceil(x) : Math.floor(x);
        if (t >= -0x1p63 && t < 0x1p63) {
            return (long) t;
        }
        if (Double.isNaN(x)) {
            throw Errors.valueError("cannot convert float NaN to integer");
        }
        if (Double.isInfinite(x)) {
            throw Errors.overflowError("cannot convert float infinity to integer");
        }
        return new BigDecimal(t).toBigIntegerExact();
    }

    // ---- text

    @PyMethod("__repr__($self, /)")
    static Object repr(final Object self) {
        return FloatText.repr(FloatMethods.of(self));
    }

    @PyMethod("__format__($self, format_spec, /)")
    static Object format(final ThreadState ts, final Object self, @Text final Object spec) {
        final Object s = PyObjects.textOf(spec);
        if (Str.isEmpty(s) && !(self instanceof Double)) {
            return PyObjects.str(ts, self);
        }
        try {
            return Formatting.formatFloat(FloatMethods.of(self), s, PyType.of(self).name(), PyInt.locale(ts));
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyMethod("hex($self, /)")
    static Object hex(final Object self) {
        return FloatHex.print(FloatMethods.of(self));
    }

    @PyClassMethod("fromhex($type, string, /)")
    static Object fromHex(final ThreadState ts, final PyType cls, @Text final Object string) {
        final Object value;
        try {
            value = FloatHex.parse(PyObjects.textOf(string));
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
        return cls == TYPE ? value : Calls.call1(ts, cls, value);
    }

    @PyClassMethod("from_number($type, number, /)")
    static Object fromNumber(final ThreadState ts, final PyType cls, final Object number) {
        if (cls == TYPE && number instanceof Double) {
            return number;
        }
        final Object value = PyNumber.asDouble(ts, number);
        return cls == TYPE ? value : Calls.call1(ts, cls, value);
    }

    @PyClassMethod("__getformat__($type, typestr, /)")
    static Object getFormat(final PyType cls, @Text final Object typestr) {
        final Object kind = PyObjects.textOf(typestr);
        if (!kind.equals("double") && !kind.equals("float")) {
            throw Errors.valueError("__getformat__() argument 1 must be 'double' or 'float'");
        }
        return "IEEE, little-endian";
    }

    // ---- rounding

    @PyMethod("__round__($self, ndigits=None, /)")
    static Object round(final ThreadState ts, final Object self, final Object ndigits) {
        final double x = FloatMethods.of(self);
        if (ndigits == PyNone.NONE) {
            return toInt(Math.rint(x));
        }
        final long places = PyNumber.asClipped(ts, ndigits);
        try {
            return FloatText.round(x, (int) Math.max(-100_000, Math.min(100_000, places)));
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyMethod("as_integer_ratio($self, /)")
    static Object asIntegerRatio(final Object self) {
        final double x = FloatMethods.of(self);
        if (Double.isInfinite(x)) {
            throw Errors.overflowError("cannot convert Infinity to integer ratio");
        }
        if (Double.isNaN(x)) {
            throw Errors.valueError("cannot convert NaN to integer ratio");
        }
        if (x == 0) {
            return PyTuple.of(0L, 1L);
        }
        final long bits = Double.doubleToRawLongBits(x);
        final int biased = (int) (bits >>> 52) & 0x7FF;
        long mantissa = biased == 0 ? bits & (1L << 52) - 1 : bits & (1L << 52) - 1 | 1L << 52;
        int exponent = Math.max(biased, 1) - 1075;
        final int zeros = Long.numberOfTrailingZeros(mantissa);
        mantissa >>= zeros;
        exponent += zeros;
        final BigInteger signed = BigInteger.valueOf(bits < 0 ? -mantissa : mantissa);
        return PyTuple.of(IntMath.normalise(exponent > 0 ? signed.shiftLeft(exponent) : signed),
                IntMath.normalise(exponent < 0 ? BigInteger.ONE.shiftLeft(-exponent) : BigInteger.ONE));
    }
}
