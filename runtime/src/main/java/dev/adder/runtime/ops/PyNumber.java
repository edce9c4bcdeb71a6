package dev.adder.runtime.ops;

import dev.adder.runtime.BuiltinDescriptor;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.Special;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.Warnings;
import dev.adder.runtime.objects.PyStr;
import dev.adder.runtime.text.QuickFormat;
import java.math.BigInteger;

/**
 * CPython's {@code PyNumber_*} operations. Each has a short cut for the exact built-in numbers; everything else goes
 * through the types' special methods by {@code binary_op1} of CPython's Objects/abstract.c.
 */
public final class PyNumber {
    private PyNumber() {
    }

    /** {@code a + b}. */
    public static Object add(final ThreadState ts, final Object a, final Object b) {
        if (a instanceof Long x) {
            if (b instanceof Long y) {
                return IntMath.addLongs(x, y);
            }
            if (b instanceof Double y) {
                return x + y;
            }
        } else if (a instanceof Double x) {
            if (b instanceof Double y) {
                return x + y;
            }
            if (b instanceof Long y) {
                return x + y;
            }
        } else if (a instanceof String x && b instanceof String y) {
            return x.concat(y);
        }
        if (areIntsOrBools(a, b)) {
            return IntMath.add(plain(a), plain(b));
        }
        return binary(ts, a, b, "__add__", "__radd__", "+");
    }

    /** {@code a += b}: the new value of a. */
    public static Object inPlaceAdd(final ThreadState ts, final Object a, final Object b) {
        if (areIntsOrBools(a, b)) {
            return IntMath.add(plain(a), plain(b));
        }
        final Object r = inPlace(ts, a, b, "__iadd__");
        return r != null ? r : binary(ts, a, b, "__add__", "__radd__", "+=");
    }

    /** {@code a - b}. */
    public static Object subtract(final ThreadState ts, final Object a, final Object b) {
        if (a instanceof Long x) {
            if (b instanceof Long y) {
                return IntMath.subtractLongs(x, y);
            }
            if (b instanceof Double y) {
                return x - y;
            }
        } else if (a instanceof Double x) {
            if (b instanceof Double y) {
                return x - y;
            }
            if (b instanceof Long y) {
                return x - y;
            }
        }
        if (areIntsOrBools(a, b)) {
            return IntMath.subtract(plain(a), plain(b));
        }
        return binary(ts, a, b, "__sub__", "__rsub__", "-");
    }

    /** {@code a -= b}: the new value of a. */
    public static Object inPlaceSubtract(final ThreadState ts, final Object a, final Object b) {
        final Object r = inPlace(ts, a, b, "__isub__");
        return r != null ? r : a instanceof Number && b instanceof Number ? subtract(ts, a, b)
                : binary(ts, a, b, "__sub__", "__rsub__", "-=");
    }

    /** {@code a * b}. */
    public static Object multiply(final ThreadState ts, final Object a, final Object b) {
        if (a instanceof Long x) {
            if (b instanceof Long y) {
                return IntMath.multiplyLongs(x, y);
            }
            if (b instanceof Double y) {
                return x * y;
            }
        } else if (a instanceof Double x) {
            if (b instanceof Double y) {
                return x * y;
            }
            if (b instanceof Long y) {
                return x * y;
            }
        } else if (a instanceof String x && b instanceof Long y) {
            return PyStr.repeated(x, y);
        }
        if (areIntsOrBools(a, b)) {
            return IntMath.multiply(plain(a), plain(b));
        }
        return binary(ts, a, b, "__mul__", "__rmul__", "*");
    }

    /** {@code a *= b}: the new value of a. */
    public static Object inPlaceMultiply(final ThreadState ts, final Object a, final Object b) {
        final Object r = inPlace(ts, a, b, "__imul__");
        return r != null ? r : binary(ts, a, b, "__mul__", "__rmul__", "*=");
    }

    /** {@code a @ b}. */
    public static Object matrixMultiply(final ThreadState ts, final Object a, final Object b) {
        return binary(ts, a, b, "__matmul__", "__rmatmul__", "@");
    }

    /** {@code a @= b}: the new value of a. */
    public static Object inPlaceMatrixMultiply(final ThreadState ts, final Object a, final Object b) {
        final Object r = inPlace(ts, a, b, "__imatmul__");
        return r != null ? r : binary(ts, a, b, "__matmul__", "__rmatmul__", "@=");
    }

    /** {@code a / b}. */
    public static Object trueDivide(final ThreadState ts, final Object a, final Object b) {
        if (a instanceof Double x) {
            if (b instanceof Double y) {
                return FloatMath.divide(x, y);
            }
            if (b instanceof Long y) {
                return FloatMath.divide(x, y);
            }
        } else if (a instanceof Long x) {
            if (b instanceof Long) {
                return IntMath.trueDivide(a, b);
            }
            if (b instanceof Double y) {
                return FloatMath.divide(x, y);
            }
        }
        return binary(ts, a, b, "__truediv__", "__rtruediv__", "/");
    }

    /** {@code a /= b}: the new value of a. */
    public static Object inPlaceTrueDivide(final ThreadState ts, final Object a, final Object b) {
        final Object r = inPlace(ts, a, b, "__itruediv__");
        return r != null ? r : a instanceof Number && b instanceof Number ? trueDivide(ts, a, b)
                : binary(ts, a, b, "__truediv__", "__rtruediv__", "/=");
    }

    /** {@code a // b}. */
    public static Object floorDivide(final ThreadState ts, final Object a, final Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return IntMath.floorDivideLongs(x, y);
        }
        if (a instanceof Double x && b instanceof Double y) {
            return FloatMath.floorDivide(x, y);
        }
        if (areInts(a, b)) {
            return IntMath.floorDivide(a, b);
        }
        return binary(ts, a, b, "__floordiv__", "__rfloordiv__", "//");
    }

    /** {@code a //= b}: the new value of a. */
    public static Object inPlaceFloorDivide(final ThreadState ts, final Object a, final Object b) {
        final Object r = inPlace(ts, a, b, "__ifloordiv__");
        return r != null ? r : a instanceof Number && b instanceof Number ? floorDivide(ts, a, b)
                : binary(ts, a, b, "__floordiv__", "__rfloordiv__", "//=");
    }

    /** {@code a % b}. */
    public static Object remainder(final ThreadState ts, final Object a, final Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return IntMath.moduloLongs(x, y);
        }
        if (a instanceof Double x && b instanceof Double y) {
            return FloatMath.modulo(x, y);
        }
        if (a instanceof String format) {
            final String quick = QuickFormat.percent(format, b);
            if (quick != null) {
                return quick;
            }
        }
        if (areInts(a, b)) {
            return IntMath.modulo(a, b);
        }
        return binary(ts, a, b, "__mod__", "__rmod__", "%");
    }

    /** {@code a %= b}: the new value of a. */
    public static Object inPlaceRemainder(final ThreadState ts, final Object a, final Object b) {
        final Object r = inPlace(ts, a, b, "__imod__");
        return r != null ? r : a instanceof Number && b instanceof Number ? remainder(ts, a, b)
                : binary(ts, a, b, "__mod__", "__rmod__", "%=");
    }

    /** {@code a << b}. */
    public static Object lshift(final ThreadState ts, final Object a, final Object b) {
        if (a instanceof Long && b instanceof Long) {
            return IntMath.leftShift(a, b);
        }
        if (areInts(a, b)) {
            return IntMath.leftShift(a, b);
        }
        return binary(ts, a, b, "__lshift__", "__rlshift__", "<<");
    }

    /** {@code a <<= b}: the new value of a. */
    public static Object inPlaceLshift(final ThreadState ts, final Object a, final Object b) {
        final Object r = inPlace(ts, a, b, "__ilshift__");
        return r != null ? r : areInts(a, b) ? lshift(ts, a, b)
                : binary(ts, a, b, "__lshift__", "__rlshift__", "<<=");
    }

    /** {@code a >> b}. */
    public static Object rshift(final ThreadState ts, final Object a, final Object b) {
        if (a instanceof Long && b instanceof Long) {
            return IntMath.rightShift(a, b);
        }
        if (areInts(a, b)) {
            return IntMath.rightShift(a, b);
        }
        return binary(ts, a, b, "__rshift__", "__rrshift__", ">>");
    }

    /** {@code a >>= b}: the new value of a. */
    public static Object inPlaceRshift(final ThreadState ts, final Object a, final Object b) {
        final Object r = inPlace(ts, a, b, "__irshift__");
        return r != null ? r : areInts(a, b) ? rshift(ts, a, b)
                : binary(ts, a, b, "__rshift__", "__rrshift__", ">>=");
    }

    /** {@code a & b}. */
    public static Object and(final ThreadState ts, final Object a, final Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return x & y;
        }
        if (areInts(a, b)) {
            return IntMath.and(a, b);
        }
        return binary(ts, a, b, "__and__", "__rand__", "&");
    }

    /** {@code a &= b}: the new value of a. */
    public static Object inPlaceAnd(final ThreadState ts, final Object a, final Object b) {
        final Object r = inPlace(ts, a, b, "__iand__");
        return r != null ? r : areInts(a, b) ? and(ts, a, b)
                : binary(ts, a, b, "__and__", "__rand__", "&=");
    }

    /** {@code a | b}. */
    public static Object or(final ThreadState ts, final Object a, final Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return x | y;
        }
        if (areInts(a, b)) {
            return IntMath.or(a, b);
        }
        return binary(ts, a, b, "__or__", "__ror__", "|");
    }

    /** {@code a |= b}: the new value of a. */
    public static Object inPlaceOr(final ThreadState ts, final Object a, final Object b) {
        final Object r = inPlace(ts, a, b, "__ior__");
        return r != null ? r : areInts(a, b) ? or(ts, a, b)
                : binary(ts, a, b, "__or__", "__ror__", "|=");
    }

    /** {@code a ^ b}. */
    public static Object xor(final ThreadState ts, final Object a, final Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return x ^ y;
        }
        if (areInts(a, b)) {
            return IntMath.xor(a, b);
        }
        return binary(ts, a, b, "__xor__", "__rxor__", "^");
    }

    /** {@code a ^= b}: the new value of a. */
    public static Object inPlaceXor(final ThreadState ts, final Object a, final Object b) {
        final Object r = inPlace(ts, a, b, "__ixor__");
        return r != null ? r : areInts(a, b) ? xor(ts, a, b)
                : binary(ts, a, b, "__xor__", "__rxor__", "^=");
    }

    /** Whether both are exact ints: where one of them is too large for a long, nothing else has taken them so far. */
    private static boolean areInts(final Object a, final Object b) {
        return (a instanceof BigInteger || a instanceof Long) && (b instanceof BigInteger || b instanceof Long);
    }

    private static boolean areIntsOrBools(final Object a, final Object b) {
        return (a instanceof Long || a instanceof Boolean || a instanceof BigInteger)
                && (b instanceof Long || b instanceof Boolean || b instanceof BigInteger);
    }

    private static Object plain(final Object intOrBool) {
        return intOrBool instanceof Boolean b ? b ? 1L : 0L : intOrBool;
    }

    private static Object inPlace(final ThreadState ts, final Object a, final Object b, final String method) {
        if (a instanceof Number) {
            return null;
        }
        final PyType type = PyType.of(a);
        final Object m = type.lookup(method);
        if (m == null) {
            return null;
        }
        final Object r = Special.invoke1(ts, m, a, type, b);
        return r == PyNotImplemented.NOT_IMPLEMENTED ? null : r;
    }

    /** As {@link #binary} where the left operand's method has given NotImplemented and the right one is no subclass's. */
    public static Object binaryAfterLeft(final ThreadState ts, final Object a, final Object b, final String method,
            final String reflected, final String symbol) {
        final PyType tb = PyType.of(b);
        final Object right = PyType.of(a) == tb ? null : numberMethod(tb, reflected, reflected);
        if (right != null) {
            final Object r = Special.invoke1(ts, right, b, tb, a);
            if (r != PyNotImplemented.NOT_IMPLEMENTED) {
                return r;
            }
        }
        final Object repeated = method == "__mul__" ? repeat(ts, a, b) : null;
        if (repeated != null) {
            return repeated;
        }
        throw unsupported(a, b, symbol);
    }

    /** The result of the operator's special methods, or null if none of them takes the operands. */
    private static Object tryBinary(final ThreadState ts, final Object a, final Object b, final String method,
            final String reflected) {
        final PyType ta = PyType.of(a);
        final PyType tb = PyType.of(b);
        final Object left = numberMethod(ta, method, reflected);
        Object right = ta == tb ? null : numberMethod(tb, reflected, reflected);
        if (right != null && left != null && tb.isSubtypeOf(ta) && right != ta.lookup(reflected)) {
            final Object r = Special.invoke1(ts, right, b, tb, a);
            if (r != PyNotImplemented.NOT_IMPLEMENTED) {
                return r;
            }
            right = null;
        }
        if (left != null) {
            final Object r = Special.invoke1(ts, left, a, ta, b);
            if (r != PyNotImplemented.NOT_IMPLEMENTED) {
                return r;
            }
        }
        if (right != null) {
            final Object r = Special.invoke1(ts, right, b, tb, a);
            if (r != PyNotImplemented.NOT_IMPLEMENTED) {
                return r;
            }
        }
        return null;
    }

    /** The method if it stands for a number slot: a built-in sequence's {@code __add__} and {@code __mul__} do not. */
    private static Object numberMethod(final PyType type, final String method, final String reflected) {
        final Object m = type.lookup(method);
        return m != null && isSequenceSlot(m) ? null : m;
    }

    private static boolean isSequenceSlot(final Object m) {
        return m instanceof BuiltinDescriptor d && d.owner.isSequenceLike()
                && (d.name.equals("__add__") || d.name.equals("__mul__") || d.name.equals("__rmul__"));
    }

    private static Object binary(final ThreadState ts, final Object a, final Object b, final String method,
            final String reflected, final String symbol) {
        ts.enterCall();
        try {
            final Object r = tryBinary(ts, a, b, method, reflected);
            if (r != null) {
                return r;
            }
            if (method == "__add__") {
                final PyType ta = PyType.of(a);
                final Object m = ta.lookup(method);
                if (m != null && isSequenceSlot(m)) {
                    return Special.invoke1(ts, m, a, ta, b);
                }
            } else if (method == "__mul__") {
                final Object repeated = repeat(ts, a, b);
                if (repeated != null) {
                    return repeated;
                }
            }
        } finally {
            ts.leaveCall();
        }
        throw unsupported(a, b, symbol);
    }

    private static Object repeat(final ThreadState ts, final Object a, final Object b) {
        final PyType ta = PyType.of(a);
        final Object left = ta.lookup("__mul__");
        if (left != null && isSequenceSlot(left)) {
            return Special.invoke1(ts, left, a, ta, repeatCount(ts, b));
        }
        final PyType tb = PyType.of(b);
        final Object right = tb.lookup("__mul__");
        if (right != null && isSequenceSlot(right)) {
            return Special.invoke1(ts, right, b, tb, repeatCount(ts, a));
        }
        return null;
    }

    private static Object repeatCount(final ThreadState ts, final Object n) {
        if (!isIndex(n)) {
            throw Errors.typeError("can't multiply sequence by non-int of type '" + PyType.of(n).fullName() + "'");
        }
        return asCount(ts, n);
    }

    private static PyRaise unsupported(final Object a, final Object b, final String symbol) {
        if (symbol.equals(">>") && a instanceof dev.adder.runtime.BuiltinFunction f && f.name.equals("print")) {
            return Errors.typeError("unsupported operand type(s) for >>: 'builtin_function_or_method' and '"
                    + PyType.of(b).fullName() + "'. Did you mean \"print(<message>, file=<output_stream>)\"?");
        }
        return Errors.typeError("unsupported operand type(s) for " + symbol + ": '" + PyType.of(a).fullName() + "' and '"
                + PyType.of(b).fullName() + "'");
    }

    /** {@code divmod(a, b)}. */
    public static Object divmod(final ThreadState ts, final Object a, final Object b) {
        return binary(ts, a, b, "__divmod__", "__rdivmod__", "divmod()");
    }

    /** {@code a ** b}, or {@code pow(a, b, modulus)} if that is not None. */
    public static Object power(final ThreadState ts, final Object a, final Object b, final Object modulus) {
        if (modulus == PyNone.NONE) {
            if (a instanceof Long && b instanceof Long n && n >= 0) {
                return IntMath.power(a, b);
            }
            return binary(ts, a, b, "__pow__", "__rpow__", "** or pow()");
        }
        return ternaryPower(ts, a, b, modulus);
    }

    private static Object ternaryPower(final ThreadState ts, final Object a, final Object b, final Object modulus) {
        final PyType ta = PyType.of(a);
        final PyType tb = PyType.of(b);
        final Object left = ta.lookup("__pow__");
        final Object right = tb.lookup("__rpow__");
        if (right != null && ta != tb && tb.isSubtypeOf(ta) && right != ta.lookup("__rpow__")) {
            final Object r = Special.invoke2(ts, right, b, tb, a, modulus);
            if (r != PyNotImplemented.NOT_IMPLEMENTED) {
                return r;
            }
        }
        if (left != null) {
            final Object r = Special.invoke2(ts, left, a, ta, b, modulus);
            if (r != PyNotImplemented.NOT_IMPLEMENTED) {
                return r;
            }
        }
        if (right != null && ta != tb) {
            final Object r = Special.invoke2(ts, right, b, tb, a, modulus);
            if (r != PyNotImplemented.NOT_IMPLEMENTED) {
                return r;
            }
        }
        throw Errors.typeError("unsupported operand type(s) for ** or pow(): '" + ta.fullName() + "', '" + tb.fullName()
                + "', '" + PyType.of(modulus).fullName() + "'");
    }

    /** {@code a **= b}. */
    public static Object inPlacePower(final ThreadState ts, final Object a, final Object b) {
        final Object r = inPlace(ts, a, b, "__ipow__");
        if (r != null) {
            return r;
        }
        if (a instanceof Long && b instanceof Long) {
            return power(ts, a, b, PyNone.NONE);
        }
        return binary(ts, a, b, "__pow__", "__rpow__", "**=");
    }

    private static Object unary(final ThreadState ts, final Object a, final String method, final String symbol) {
        final Object r = Special.call0(ts, a, method);
        if (r == null) {
            throw Errors.typeError("bad operand type for unary " + symbol + ": '" + PyType.of(a).fullName() + "'");
        }
        return r;
    }

    public static Object negative(final ThreadState ts, final Object a) {
        if (a instanceof Long) {
            return IntMath.negate(a);
        }
        if (a instanceof Double x) {
            return -x;
        }
        return unary(ts, a, "__neg__", "-");
    }

    public static Object positive(final ThreadState ts, final Object a) {
        return a instanceof Long || a instanceof Double ? a : unary(ts, a, "__pos__", "+");
    }

    public static Object invert(final ThreadState ts, final Object a) {
        return a instanceof Long x ? ~x : unary(ts, a, "__invert__", "~");
    }

    /** {@code abs(a)}. */
    public static Object absolute(final ThreadState ts, final Object a) {
        if (a instanceof Double x) {
            return Math.abs(x);
        }
        final Object r = Special.call0(ts, a, "__abs__");
        if (r == null) {
            throw Errors.typeError("bad operand type for abs(): '" + PyType.of(a).fullName() + "'");
        }
        return r;
    }

    // ---- conversions ----

    /** Whether {@code operator.index} takes it. */
    public static boolean isIndex(final Object o) {
        return IntMath.intValueOrNull(o) != null || PyType.of(o).lookup("__index__") != null;
    }

    /** {@code operator.index(o)} as a plain int: Long or BigInteger. */
    public static Object index(final ThreadState ts, final Object o) {
        final Object plain = IntMath.intValueOrNull(o);
        if (plain != null) {
            return plain;
        }
        final Object r = Special.call0(ts, o, "__index__");
        if (r == null) {
            throw Errors.typeError("'" + PyType.of(o).fullName() + "' object cannot be interpreted as an integer");
        }
        final Object value = IntMath.intValueOrNull(r);
        if (value == null) {
            throw Errors.typeError("__index__ returned non-int (type " + PyType.of(r).fullName() + ")");
        }
        if (!(r instanceof Long) && !(r instanceof BigInteger)) {
            Warnings.deprecated(ts, "__index__ returned non-int (type " + PyType.of(r).fullName()
                    + ").  The ability to return an instance of a strict subclass of int is deprecated, and may not be "
                    + "supported in a future version of Python.");
        }
        return value;
    }

    /** As {@code Py_ssize_t}; OverflowError where it does not fit. */
    public static long asSsize(final ThreadState ts, final Object o) {
        if (o instanceof Long n) {
            return n;
        }
        final Object i = index(ts, o);
        if (i instanceof Long n) {
            return n;
        }
        throw Errors.overflowError("Python int too large to convert to C ssize_t");
    }

    /** As a sequence index; IndexError where it does not fit. */
    public static long asIndex(final ThreadState ts, final Object o) {
        if (o instanceof Long n) {
            return n;
        }
        final Object i = index(ts, o);
        if (i instanceof Long n) {
            return n;
        }
        throw Errors.indexError("cannot fit '" + PyType.of(o).fullName() + "' into an index-sized integer");
    }

    /** As a number of repetitions; OverflowError where it does not fit. */
    public static long asCount(final ThreadState ts, final Object o) {
        if (index(ts, o) instanceof Long n) {
            return n;
        }
        throw Errors.overflowError("cannot fit '" + PyType.of(o).fullName() + "' into an index-sized integer");
    }

    /** As a slice bound: too large values are clipped. */
    public static long asClipped(final ThreadState ts, final Object o) {
        final Object i = index(ts, o);
        return i instanceof Long n ? n : ((BigInteger) i).signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    /** As a C int. */
    public static int asInt(final ThreadState ts, final Object o) {
        final Object i = index(ts, o);
        if (i instanceof Long n) {
            if (n > Integer.MAX_VALUE) {
                throw Errors.overflowError("signed integer is greater than maximum");
            }
            if (n < Integer.MIN_VALUE) {
                throw Errors.overflowError("signed integer is less than minimum");
            }
            return (int) (long) n;
        }
        throw Errors.overflowError("Python int too large to convert to C int");
    }

    /** {@code PyFloat_AsDouble}: floats, ints, {@code __float__}, {@code __index__}. */
    public static double asDouble(final ThreadState ts, final Object o) {
        if (o instanceof Double d) {
            return d;
        }
        if (o instanceof Long n) {
            return n;
        }
        return FloatMath.asDoubleSlow(ts, o);
    }
}
