package dev.adder.runtime.objects;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyRichCompare;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.HugeIntPowers;
import dev.adder.runtime.ops.IntMath;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.text.Hashes;
import java.math.BigInteger;

/** The arithmetic of int: its operators, comparisons and rounding (CPython: Objects/longobject.c). */
abstract class IntMethods {
    private static Object of(final Object o) {
        return IntMath.intValueOrNull(o);
    }

    @PyMethod("__add__($self, value, /)")
    static Object add(final Object self, final Object value) {
        final Object b = of(value);
        return b == null ? PyNotImplemented.NOT_IMPLEMENTED : IntMath.add(of(self), b);
    }

    @PyMethod("__radd__($self, value, /)")
    static Object radd(final Object self, final Object value) {
        final Object b = of(value);
        return b == null ? PyNotImplemented.NOT_IMPLEMENTED : IntMath.add(b, of(self));
    }

    @PyMethod("__sub__($self, value, /)")
    static Object sub(final Object self, final Object value) {
        final Object b = of(value);
        return b == null ? PyNotImplemented.NOT_IMPLEMENTED : IntMath.subtract(of(self), b);
    }

    @PyMethod("__rsub__($self, value, /)")
    static Object rsub(final Object self, final Object value) {
        final Object b = of(value);
        return b == null ? PyNotImplemented.NOT_IMPLEMENTED : IntMath.subtract(b, of(self));
    }

    @PyMethod("__mul__($self, value, /)")
    static Object mul(final Object self, final Object value) {
        final Object b = of(value);
        return b == null ? PyNotImplemented.NOT_IMPLEMENTED : IntMath.multiply(of(self), b);
    }

    @PyMethod("__rmul__($self, value, /)")
    static Object rmul(final Object self, final Object value) {
        return mul(self, value);
    }

    @PyMethod("__floordiv__($self, value, /)")
    static Object floorDiv(final Object self, final Object value) {
        final Object b = of(value);
        return b == null ? PyNotImplemented.NOT_IMPLEMENTED : IntMath.floorDivide(of(self), b);
    }

    @PyMethod("__rfloordiv__($self, value, /)")
    static Object rfloorDiv(final Object self, final Object value) {
        final Object b = of(value);
        return b == null ? PyNotImplemented.NOT_IMPLEMENTED : IntMath.floorDivide(b, of(self));
    }

    @PyMethod("__mod__($self, value, /)")
    static Object mod(final Object self, final Object value) {
        final Object b = of(value);
        return b == null ? PyNotImplemented.NOT_IMPLEMENTED : IntMath.modulo(of(self), b);
    }

    @PyMethod("__rmod__($self, value, /)")
    static Object rmod(final Object self, final Object value) {
        final Object b = of(value);
        return b == null ? PyNotImplemented.NOT_IMPLEMENTED : IntMath.modulo(b, of(self));
    }

    @PyMethod("__divmod__($self, value, /)")
    static Object divmod(final Object self, final Object value) {
        final Object b = of(value);
        return b == null ? PyNotImplemented.NOT_IMPLEMENTED : divmodOf(of(self), b);
    }

    @PyMethod("__rdivmod__($self, value, /)")
    static Object rdivmod(final Object self, final Object value) {
        final Object b = of(value);
        return b == null ? PyNotImplemented.NOT_IMPLEMENTED : divmodOf(b, of(self));
    }

    private static Object divmodOf(final Object a, final Object b) {
        if (a instanceof Long || b instanceof Long) {
            return PyTuple.of(IntMath.floorDivide(a, b), IntMath.modulo(a, b));
        }
        final BigInteger[] both = IntMath.floorDivMod((BigInteger) a, (BigInteger) b);
        return PyTuple.of(IntMath.normalise(both[0]), IntMath.normalise(both[1]));
    }

    @PyMethod("__truediv__($self, value, /)")
    static Object trueDiv(final Object self, final Object value) {
        final Object b = of(value);
        return b == null ? PyNotImplemented.NOT_IMPLEMENTED : (Object) IntMath.trueDivide(of(self), b);
    }

    @PyMethod("__rtruediv__($self, value, /)")
    static Object rtrueDiv(final Object self, final Object value) {
        final Object b = of(value);
        return b == null ? PyNotImplemented.NOT_IMPLEMENTED : (Object) IntMath.trueDivide(b, of(self));
    }

    @PyMethod("__and__($self, value, /)")
    static Object and(final Object self, final Object value) {
        final Object b = of(value);
        return b == null ? PyNotImplemented.NOT_IMPLEMENTED : IntMath.and(of(self), b);
    }

    @PyMethod("__rand__($self, value, /)")
    static Object rand(final Object self, final Object value) {
        return and(self, value);
    }

    @PyMethod("__or__($self, value, /)")
    static Object or(final Object self, final Object value) {
        final Object b = of(value);
        return b == null ? PyNotImplemented.NOT_IMPLEMENTED : IntMath.or(of(self), b);
    }

    @PyMethod("__ror__($self, value, /)")
    static Object ror(final Object self, final Object value) {
        return or(self, value);
    }

    @PyMethod("__xor__($self, value, /)")
    static Object xor(final Object self, final Object value) {
        final Object b = of(value);
        return b == null ? PyNotImplemented.NOT_IMPLEMENTED : IntMath.xor(of(self), b);
    }

    @PyMethod("__rxor__($self, value, /)")
    static Object rxor(final Object self, final Object value) {
        return xor(self, value);
    }

    @PyMethod("__lshift__($self, value, /)")
    static Object lshift(final Object self, final Object value) {
        final Object b = of(value);
        return b == null ? PyNotImplemented.NOT_IMPLEMENTED : IntMath.leftShift(of(self), b);
    }

    @PyMethod("__rlshift__($self, value, /)")
    static Object rlshift(final Object self, final Object value) {
        final Object b = of(value);
        return b == null ? PyNotImplemented.NOT_IMPLEMENTED : IntMath.leftShift(b, of(self));
    }

    @PyMethod("__rshift__($self, value, /)")
    static Object rshift(final Object self, final Object value) {
        final Object b = of(value);
        return b == null ? PyNotImplemented.NOT_IMPLEMENTED : IntMath.rightShift(of(self), b);
    }

    @PyMethod("__rrshift__($self, value, /)")
    static Object rrshift(final Object self, final Object value) {
        final Object b = of(value);
        return b == null ? PyNotImplemented.NOT_IMPLEMENTED : IntMath.rightShift(b, of(self));
    }

    // ---- powers

    @PyMethod("__pow__($self, value, mod=None, /)")
    static Object pow(final Object self, final Object value, final Object mod) {
        return power(self, value, mod);
    }

    @PyMethod("__rpow__($self, value, mod=None, /)")
    static Object rpow(final Object self, final Object value, final Object mod) {
        return power(value, self, mod);
    }

    private static Object power(final Object base, final Object exponent, final Object mod) {
        final Object a = of(base);
        final Object b = of(exponent);
        final Object m = mod == PyNone.NONE ? null : of(mod);
        if (a == null || b == null || m == null && mod != PyNone.NONE) {
            return PyNotImplemented.NOT_IMPLEMENTED;
        }
        if (m != null) {
            return powerModulo(a, b, m);
        }
        if (IntMath.sign(b) < 0) {
            return PyFloat.power(IntMath.toDouble(a), IntMath.toDouble(b));
        }
        return IntMath.power(a, b);
    }

    private static Object powerModulo(final Object a, final Object b, final Object m) {
        final BigInteger modulus = IntMath.big(m);
        if (modulus.signum() == 0) {
            throw Errors.valueError("pow() 3rd argument cannot be 0");
        }
        final BigInteger positive = modulus.abs();
        BigInteger base = IntMath.big(a);
        BigInteger exponent = IntMath.big(b);
        if (exponent.signum() < 0) {
            exponent = exponent.negate();
            base = HugeIntPowers.inverse(base, positive);
            if (base == null) {
                throw Errors.valueError("base is not invertible for the given modulus");
            }
        }
        final BigInteger r = HugeIntPowers.power(base, exponent, positive);
        return IntMath.normalise(modulus.signum() < 0 && r.signum() != 0 ? r.add(modulus) : r);
    }

    // ---- one operand

    @PyMethod("__neg__($self, /)")
    static Object neg(final Object self) {
        return IntMath.negate(of(self));
    }

    @PyMethod("__pos__($self, /)")
    static Object pos(final Object self) {
        return of(self);
    }

    @PyMethod("__abs__($self, /)")
    static Object abs(final Object self) {
        final Object n = of(self);
        return IntMath.sign(n) < 0 ? IntMath.negate(n) : n;
    }

    @PyMethod("__invert__($self, /)")
    static Object invert(final Object self) {
        return IntMath.invert(of(self));
    }

    @PyMethod("__bool__($self, /)")
    static boolean bool(final Object self) {
        return IntMath.sign(of(self)) != 0;
    }

    @PyMethod("__int__($self, /)")
    static Object int_(final Object self) {
        return of(self);
    }

    @PyMethod("__index__($self, /)")
    static Object index(final Object self) {
        return of(self);
    }

    @PyMethod("__float__($self, /)")
    static double float_(final Object self) {
        return IntMath.toDouble(of(self));
    }

    @PyMethod("__trunc__($self, /)")
    static Object trunc(final Object self) {
        return of(self);
    }

    @PyMethod("__floor__($self, /)")
    static Object floor(final Object self) {
        return of(self);
    }

    @PyMethod("__ceil__($self, /)")
    static Object ceil(final Object self) {
        return of(self);
    }

    @PyMethod("__round__($self, ndigits=None, /)")
    static Object round(final ThreadState ts, final Object self, final Object ndigits) {
        final Object n = of(self);
        if (ndigits == PyNone.NONE) {
            return n;
        }
        final Object digits = PyNumber.index(ts, ndigits);
        if (IntMath.sign(digits) >= 0) {
            return n;
        }
        final BigInteger value = IntMath.big(n);
        if (!(digits instanceof Long d) || -d > value.bitLength()) {
            return 0L;
        }
        // Half to even at the given power of ten: take the remainder of least size away.
        final BigInteger unit = BigInteger.TEN.pow((int) -d);
        final BigInteger[] qr = IntMath.floorDivMod(value, unit);
        final int order = qr[1].shiftLeft(1).compareTo(unit);
        final boolean up = order > 0 || order == 0 && qr[0].testBit(0);
        return IntMath.normalise((up ? qr[0].add(BigInteger.ONE) : qr[0]).multiply(unit));
    }

    @PyMethod("__hash__($self, /)")
    static long hash(final Object self) {
        final Object n = of(self);
        return n instanceof Long x ? Hashes.ofLong(x) : Hashes.ofBigInteger((BigInteger) n);
    }

    // ---- comparisons

    @PyRichCompare
    static Object compare(final Object self, final Object value, final int op) {
        final Object b = of(value);
        return b == null ? PyNotImplemented.NOT_IMPLEMENTED : PyObjects.fromSign(IntMath.compare(of(self), b), op);
    }

    // ---- the rest

    @PyMethod("bit_length($self, /)")
    static long bitLength(final Object self) {
        final Object n = of(self);
        return n instanceof Long x ? 64 - Long.numberOfLeadingZeros(Math.abs(x)) : ((BigInteger) n).abs().bitLength();
    }

    @PyMethod("bit_count($self, /)")
    static long bitCount(final Object self) {
        final Object n = of(self);
        return n instanceof Long x ? Long.bitCount(Math.abs(x)) : ((BigInteger) n).abs().bitCount();
    }

    @PyMethod("conjugate($self, /)")
    static Object conjugate(final Object self) {
        return of(self);
    }

    @PyMethod("is_integer($self, /)")
    static boolean isInteger(final Object self) {
        return true;
    }

    @PyMethod("as_integer_ratio($self, /)")
    static Object asIntegerRatio(final Object self) {
        return PyTuple.of(of(self), 1L);
    }

    @PyMethod("__getnewargs__($self, /)")
    static Object getNewArgs(final Object self) {
        return PyTuple.of(of(self));
    }

    @PyMethod("__sizeof__($self, /)")
    static long sizeOf(final Object self) {
        return 24 + 4 * Math.max(1, (bitLength(self) + 29) / 30);
    }

    @PyGetter("real")
    static Object real(final Object self) {
        return of(self);
    }

    @PyGetter("imag")
    static Object imag(final Object self) {
        return 0L;
    }

    @PyGetter("numerator")
    static Object numerator(final Object self) {
        return of(self);
    }

    @PyGetter("denominator")
    static Object denominator(final Object self) {
        return 1L;
    }
}
