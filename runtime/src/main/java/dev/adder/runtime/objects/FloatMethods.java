package dev.adder.runtime.objects;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyRichCompare;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.ops.FloatMath;
import dev.adder.runtime.ops.IntMath;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.text.Hashes;

/** The arithmetic of float: its operators and comparisons (CPython: Objects/floatobject.c). */
abstract class FloatMethods {
    /** The double of a float or instance of a subclass. */
    static double of(final Object self) {
        return self instanceof Double d ? d : ((PyFloatSub) self).value;
    }

    /** The double of the other operand, or null if it is neither float nor int. */
    private static Double operand(final Object o) {
        if (o instanceof Double d) {
            return d;
        }
        if (o instanceof PyFloatSub f) {
            return f.value;
        }
        final Object n = IntMath.intValueOrNull(o);
        return n == null ? null : (Double) IntMath.toDouble(n);
    }

    @PyMethod("__add__($self, value, /)")
    static Object add(final Object self, final Object value) {
        final Double b = operand(value);
        return b == null ? PyNotImplemented.NOT_IMPLEMENTED : (Object) (of(self) + b);
    }

    @PyMethod("__radd__($self, value, /)")
    static Object radd(final Object self, final Object value) {
        return add(self, value);
    }

    @PyMethod("__sub__($self, value, /)")
    static Object sub(final Object self, final Object value) {
        final Double b = operand(value);
        return b == null ? PyNotImplemented.NOT_IMPLEMENTED : (Object) (of(self) - b);
    }

    @PyMethod("__rsub__($self, value, /)")
    static Object rsub(final Object self, final Object value) {
        final Double b = operand(value);
        return b == null ? PyNotImplemented.NOT_IMPLEMENTED : (Object) (b - of(self));
    }

    @PyMethod("__mul__($self, value, /)")
    static Object mul(final Object self, final Object value) {
        final Double b = operand(value);
        return b == null ? PyNotImplemented.NOT_IMPLEMENTED : (Object) (of(self) * b);
    }

    @PyMethod("__rmul__($self, value, /)")
    static Object rmul(final Object self, final Object value) {
        return mul(self, value);
    }

    @PyMethod("__truediv__($self, value, /)")
    static Object truediv(final Object self, final Object value) {
        final Double b = operand(value);
        return b == null ? PyNotImplemented.NOT_IMPLEMENTED : (Object) (FloatMath.divide(of(self), b));
    }

    @PyMethod("__rtruediv__($self, value, /)")
    static Object rtruediv(final Object self, final Object value) {
        final Double b = operand(value);
        return b == null ? PyNotImplemented.NOT_IMPLEMENTED : (Object) (FloatMath.divide(b, of(self)));
    }

    @PyMethod("__floordiv__($self, value, /)")
    static Object floordiv(final Object self, final Object value) {
        final Double b = operand(value);
        return b == null ? PyNotImplemented.NOT_IMPLEMENTED : (Object) (FloatMath.floorDivide(of(self), b));
    }

    @PyMethod("__rfloordiv__($self, value, /)")
    static Object rfloordiv(final Object self, final Object value) {
        final Double b = operand(value);
        return b == null ? PyNotImplemented.NOT_IMPLEMENTED : (Object) (FloatMath.floorDivide(b, of(self)));
    }

    @PyMethod("__mod__($self, value, /)")
    static Object mod(final Object self, final Object value) {
        final Double b = operand(value);
        return b == null ? PyNotImplemented.NOT_IMPLEMENTED : (Object) (FloatMath.modulo(of(self), b));
    }

    @PyMethod("__rmod__($self, value, /)")
    static Object rmod(final Object self, final Object value) {
        final Double b = operand(value);
        return b == null ? PyNotImplemented.NOT_IMPLEMENTED : (Object) (FloatMath.modulo(b, of(self)));
    }

    @PyMethod("__divmod__($self, value, /)")
    static Object divmod(final Object self, final Object value) {
        final Double b = operand(value);
        return b == null ? PyNotImplemented.NOT_IMPLEMENTED : both(of(self), b);
    }

    @PyMethod("__rdivmod__($self, value, /)")
    static Object rdivmod(final Object self, final Object value) {
        final Double b = operand(value);
        return b == null ? PyNotImplemented.NOT_IMPLEMENTED : both(b, of(self));
    }

    private static Object both(final double x, final double y) {
        return PyTuple.of(FloatMath.floorDivide(x, y), FloatMath.modulo(x, y));
    }

    @PyMethod("__pow__($self, value, mod=None, /)")
    static Object pow(final Object self, final Object value, final Object mod) {
        final Double b = operand(value);
        noModulus(mod);
        return b == null ? PyNotImplemented.NOT_IMPLEMENTED : PyFloat.power(of(self), b);
    }

    @PyMethod("__rpow__($self, value, mod=None, /)")
    static Object rpow(final Object self, final Object value, final Object mod) {
        final Double b = operand(value);
        noModulus(mod);
        return b == null ? PyNotImplemented.NOT_IMPLEMENTED : PyFloat.power(b, of(self));
    }

    private static void noModulus(final Object mod) {
        if (mod != PyNone.NONE) {
            throw Errors.typeError("pow() 3rd argument not allowed unless all arguments are integers");
        }
    }

    @PyMethod("__neg__($self, /)")
    static Object neg(final Object self) {
        return -of(self);
    }

    @PyMethod("__pos__($self, /)")
    static Object pos(final Object self) {
        return of(self);
    }

    @PyMethod("__abs__($self, /)")
    static Object abs(final Object self) {
        return Math.abs(of(self));
    }

    @PyMethod("__bool__($self, /)")
    static boolean bool(final Object self) {
        return of(self) != 0;
    }

    @PyMethod("__int__($self, /)")
    static Object int_(final Object self) {
        return PyFloat.toInt(of(self));
    }

    @PyMethod("__float__($self, /)")
    static Object float_(final Object self) {
        return of(self);
    }

    @PyMethod("__trunc__($self, /)")
    static Object trunc(final Object self) {
        return PyFloat.toInt(of(self));
    }

    @PyMethod("__floor__($self, /)")
    static Object floor(final Object self) {
        return PyFloat.toInt(Math.floor(of(self)));
    }

    @PyMethod("__ceil__($self, /)")
    static Object ceil(final Object self) {
        return PyFloat.toInt(Math.ceil(of(self)));
    }

    @PyMethod("__hash__($self, /)")
    static long hash(final Object self) {
        final double x = of(self);
        return Double.isNaN(x) ? PyObjects.identityHash(self) : Hashes.ofDouble(x);
    }

    // ---- comparisons: with ints exactly, however large they are

    @PyRichCompare
    static Object compare(final Object self, final Object value, final int op) {
        if (value instanceof Double y) {
            return PyObjects.compareDoubles(of(self), y, op);
        }
        if (value instanceof PyFloatSub f) {
            return PyObjects.compareDoubles(of(self), f.value, op);
        }
        final Object n = IntMath.intValueOrNull(value);
        return n == null ? PyNotImplemented.NOT_IMPLEMENTED : IntMath.compareDoubleAny(n, of(self), PyObjects.swapped(op));
    }

    // ---- the rest

    @PyMethod("conjugate($self, /)")
    static Object conjugate(final Object self) {
        return of(self);
    }

    @PyMethod("is_integer($self, /)")
    static boolean isInteger(final Object self) {
        final double x = of(self);
        return !Double.isInfinite(x) && x == Math.rint(x);
    }

    @PyMethod("__getnewargs__($self, /)")
    static Object getNewArgs(final Object self) {
        return PyTuple.of(of(self));
    }

    @PyGetter("real")
    static Object real(final Object self) {
        return of(self);
    }

    @PyGetter("imag")
    static Object imag(final Object self) {
        return 0.0;
    }
}
