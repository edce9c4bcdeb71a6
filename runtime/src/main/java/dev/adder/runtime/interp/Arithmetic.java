package dev.adder.runtime.interp;

import dev.adder.language.ir.Opcodes;
import dev.adder.runtime.PyInstance;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyComplex;
import dev.adder.runtime.ops.IntMath;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;

/**
 * The interpreter's arithmetic: the operation plus what the profile learns from it. The usual operators have a short
 * method of their own with the int and float cases in it.
 */
final class Arithmetic {
    private Arithmetic() {
    }

    static Object add(final ThreadState ts, final Object a, final Object b, final CodeState state, final int ic) {
        if (a instanceof Long x && b instanceof Long y) {
            final long r = x + y;
            if (((x ^ r) & (y ^ r)) >= 0) {
                state.kinds[ic] |= Kinds.INT_INT;
                return r;
            }
        } else if (a instanceof Double x && b instanceof Double y) {
            state.kinds[ic] |= Kinds.FLOAT_FLOAT;
            return x + y;
        }
        operand(ts, state, ic, a, Opcodes.ADD);
        return noted(state.kinds, ic, a, b, PyNumber.add(ts, a, b));
    }

    static Object subtract(final ThreadState ts, final Object a, final Object b, final CodeState state, final int ic) {
        if (a instanceof Long x && b instanceof Long y) {
            final long r = x - y;
            if (((x ^ y) & (x ^ r)) >= 0) {
                state.kinds[ic] |= Kinds.INT_INT;
                return r;
            }
        } else if (a instanceof Double x && b instanceof Double y) {
            state.kinds[ic] |= Kinds.FLOAT_FLOAT;
            return x - y;
        }
        operand(ts, state, ic, a, Opcodes.SUB);
        return noted(state.kinds, ic, a, b, PyNumber.subtract(ts, a, b));
    }

    static Object multiply(final ThreadState ts, final Object a, final Object b, final CodeState state, final int ic) {
        if (a instanceof Double x && b instanceof Double y) {
            state.kinds[ic] |= Kinds.FLOAT_FLOAT;
            return x * y;
        }
        operand(ts, state, ic, a, Opcodes.MUL);
        return noted(state.kinds, ic, a, b, PyNumber.multiply(ts, a, b));
    }

    private static void operand(final ThreadState ts, final CodeState state, final int ic, final Object a,
            final int op) {
        if (a instanceof PyInstance p) {
            InlineCaches.operand(ts, state, ic, p, Operators.method(op));
        }
    }

    /** As the interpreter does it, with the classes of operands noted. */
    static Object binary(final int op, final ThreadState ts, final Object a, final Object b, final CodeState state,
            final int ic) {
        operand(ts, state, ic, a, op);
        return binary(op, ts, a, b, state.kinds, ic);
    }

    static Object compare(final int op, final ThreadState ts, final Object a, final Object b, final CodeState state,
            final int ic) {
        operand(ts, state, ic, a, op);
        return compare(op, ts, a, b, state.kinds, ic);
    }

    private static Object noted(final int[] kinds, final int ic, final Object a, final Object b, final Object r) {
        int k = Kinds.of(a) | Kinds.of(b) << Kinds.SECOND | Kinds.of(r) << Kinds.RESULT;
        if (a instanceof Long && b instanceof Long && !(r instanceof Long)) {
            k |= Kinds.OVERFLOW;
        } else if (r instanceof PyComplex) {
            k |= Kinds.COMPLEX;
        }
        kinds[ic] |= k;
        return r;
    }

    /** IADD, ACCUMULATE and ACCUMULATE_ADD. */
    static Object inPlaceAdd(final int op, final ThreadState ts, final Object a, final Object b, final CodeState state,
            final int ic) {
        return a instanceof Long && b instanceof Long || a instanceof Double && b instanceof Double
                ? add(ts, a, b, state, ic) : binary(op, ts, a, b, state, ic);
    }

    /** Any binary or in-place operator. */
    static Object binary(final int op, final ThreadState ts, final Object a, final Object b, final int[] kinds,
            final int ic) {
        final Object r = switch (op) {
            case Opcodes.ADD -> PyNumber.add(ts, a, b);
            case Opcodes.SUB -> PyNumber.subtract(ts, a, b);
            case Opcodes.MUL -> PyNumber.multiply(ts, a, b);
            case Opcodes.MATMUL -> PyNumber.matrixMultiply(ts, a, b);
            case Opcodes.TRUE_DIV -> PyNumber.trueDivide(ts, a, b);
            case Opcodes.MOD -> PyNumber.remainder(ts, a, b);
            case Opcodes.POW -> PyNumber.power(ts, a, b, PyNone.NONE);
            case Opcodes.LSHIFT -> PyNumber.lshift(ts, a, b);
            case Opcodes.RSHIFT -> PyNumber.rshift(ts, a, b);
            case Opcodes.OR -> PyNumber.or(ts, a, b);
            case Opcodes.XOR -> PyNumber.xor(ts, a, b);
            case Opcodes.AND -> PyNumber.and(ts, a, b);
            case Opcodes.FLOOR_DIV -> PyNumber.floorDivide(ts, a, b);
            case Opcodes.ACCUMULATE, Opcodes.ACCUMULATE_ADD -> Accumulator.add(op, ts, a, b, kinds, ic);
            default -> inPlace(op, ts, a, b);
        };
        return noted(kinds, ic, a, b, r);
    }

    private static Object inPlace(final int op, final ThreadState ts, final Object a, final Object b) {
        return switch (op) {
            case Opcodes.IADD -> a instanceof Long x && b instanceof Long y ? IntMath.addLongs(x, y)
                    : a instanceof Double x && b instanceof Double y ? (Object) (x + y)
                            : PyNumber.inPlaceAdd(ts, a, b);
            case Opcodes.ISUB -> a instanceof Long x && b instanceof Long y ? IntMath.subtractLongs(x, y)
                    : a instanceof Double x && b instanceof Double y ? (Object) (x - y)
                            : PyNumber.inPlaceSubtract(ts, a, b);
            case Opcodes.IMUL -> a instanceof Long x && b instanceof Long y ? IntMath.multiplyLongs(x, y)
                    : a instanceof Double x && b instanceof Double y ? (Object) (x * y)
                            : PyNumber.inPlaceMultiply(ts, a, b);
            case Opcodes.IMATMUL -> PyNumber.inPlaceMatrixMultiply(ts, a, b);
            case Opcodes.ITRUE_DIV -> PyNumber.inPlaceTrueDivide(ts, a, b);
            case Opcodes.IMOD -> PyNumber.inPlaceRemainder(ts, a, b);
            case Opcodes.IPOW -> PyNumber.inPlacePower(ts, a, b);
            case Opcodes.ILSHIFT -> PyNumber.inPlaceLshift(ts, a, b);
            case Opcodes.IRSHIFT -> PyNumber.inPlaceRshift(ts, a, b);
            case Opcodes.IOR -> PyNumber.inPlaceOr(ts, a, b);
            case Opcodes.IXOR -> PyNumber.inPlaceXor(ts, a, b);
            case Opcodes.IAND -> PyNumber.inPlaceAnd(ts, a, b);
            case Opcodes.IFLOOR_DIV -> PyNumber.inPlaceFloorDivide(ts, a, b);
            default -> throw new IllegalStateException("no operator: " + op);
        };
    }

    /** A comparison; {@code op} an opcode from LT to GE. */
    static Object compare(final int op, final ThreadState ts, final Object a, final Object b, final int[] kinds,
            final int ic) {
        if (a instanceof Long x && b instanceof Long y) {
            kinds[ic] |= Kinds.INT | Kinds.INT << Kinds.SECOND;
            final long p = x;
            final long q = y;
            return switch (op) {
                case Opcodes.LT -> p < q;
                case Opcodes.LE -> p <= q;
                case Opcodes.EQ -> p == q;
                case Opcodes.NE -> p != q;
                case Opcodes.GT -> p > q;
                default -> p >= q;
            };
        }
        kinds[ic] |= Kinds.of(a) | Kinds.of(b) << Kinds.SECOND;
        return PyObjects.richCompare(ts, a, b, op - Opcodes.LT);
    }

    static Object unary(final int op, final ThreadState ts, final Object a, final int[] kinds, final int ic) {
        kinds[ic] |= Kinds.of(a);
        return switch (op) {
            case Opcodes.NEG -> PyNumber.negative(ts, a);
            case Opcodes.POS -> PyNumber.positive(ts, a);
            case Opcodes.INVERT -> PyNumber.invert(ts, a);
            default -> !PyObjects.isTrue(ts, a);
        };
    }
}
