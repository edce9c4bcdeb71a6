package dev.adder.runtime.interp;

import dev.adder.language.ir.Opcodes;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;

/** The special methods of operators, for compiled code that calls them itself. */
public final class Operators {
    private static final String[] NAMES = {"add", "sub", "mul", "matmul", "truediv", "mod", "pow", "lshift", "rshift",
        "or", "xor", "and", "floordiv"};
    private static final String[] SYMBOLS = {"+", "-", "*", "@", "/", "%", "** or pow()", "<<", ">>", "|", "^", "&", "//"};
    private static final String[] METHODS = new String[NAMES.length];
    private static final String[] REFLECTED = new String[NAMES.length];
    private static final String[] IN_PLACE = new String[NAMES.length];
    private static final String[] COMPARISONS = {"__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"};

    static {
        for (int i = 0; i < NAMES.length; i++) {
            METHODS[i] = ("__" + NAMES[i] + "__").intern();
            REFLECTED[i] = ("__r" + NAMES[i] + "__").intern();
            IN_PLACE[i] = ("__i" + NAMES[i] + "__").intern();
        }
    }

    private Operators() {
    }

    /** The left operand's method for ADD to IFLOOR_DIV, but not the powers; for LT to GE; or null. */
    public static String method(final int op) {
        if (op == Opcodes.POW || op == Opcodes.IPOW) {
            return null;
        }
        if (op >= Opcodes.LT && op <= Opcodes.GE) {
            return COMPARISONS[op - Opcodes.LT];
        }
        return op >= Opcodes.ADD && op <= Opcodes.IFLOOR_DIV ? METHODS[number(op)] : null;
    }

    /** The method that an in-place operator asks for first; null for other operators. */
    public static String inPlaceMethod(final int op) {
        return op >= Opcodes.IADD && op <= Opcodes.IFLOOR_DIV ? IN_PLACE[number(op)] : null;
    }

    /** Whether it is an operator or comparison of two operands. */
    public static boolean isBinary(final int op) {
        return op >= Opcodes.ADD && op <= Opcodes.IFLOOR_DIV || op >= Opcodes.LT && op <= Opcodes.GE;
    }

    /** Whether it is a call whose arguments are registers. */
    public static boolean isCall(final int op) {
        return op == Opcodes.CALL || op == Opcodes.CALL_KW || op == Opcodes.CALL_METHOD || op == Opcodes.CALL_METHOD_KW;
    }

    private static int number(final int op) {
        return op >= Opcodes.IADD ? op - Opcodes.IADD : op - Opcodes.ADD;
    }

    /** The operator's result after the left operand's method has given {@code result}: another if NotImplemented. */
    public static Object afterLeft(final ThreadState ts, final int op, final Object a, final Object b,
            final Object result) {
        if (result != PyNotImplemented.NOT_IMPLEMENTED) {
            return result;
        }
        if (op >= Opcodes.LT && op <= Opcodes.GE) {
            return PyObjects.compareAfterLeft(ts, a, b, op - Opcodes.LT);
        }
        final int n = number(op);
        return PyNumber.binaryAfterLeft(ts, a, b, METHODS[n], REFLECTED[n], op >= Opcodes.IADD ? SYMBOLS[n] + "=" : SYMBOLS[n]);
    }
}
