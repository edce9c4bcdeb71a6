package dev.adder.jit;

import dev.adder.language.ir.Code;
import dev.adder.language.ir.Op;
import dev.adder.language.ir.Opcodes;

/**
 * How far an inlined {@code __init__} has its object for itself: nothing but stores into attributes has been done with
 * it, so that no other thread can know it, and attributes are added without its lock.
 */
final class Unpublished {
    private static final int SELF = 0;

    private Unpublished() {
    }

    /**
     * The first instruction that does something else with the first register, or is executed again: before it, whatever
     * was executed has a smaller pc. Whether a store into an attribute runs Python code, the caller must see.
     */
    static int until(final Code ir) {
        final int[] code = ir.code;
        int end = code.length;
        for (int pc = 0; pc < code.length;) {
            final Op op = Op.of(code[pc]);
            if (pc < end && touches(ir, op, pc)) {
                end = pc;
            }
            final int target = op.targetOffset();
            if (target > 0 && code[pc + target] <= pc) {
                end = Math.min(end, code[pc + target]);
            }
            pc += op.length(code, pc);
        }
        return end;
    }

    private static boolean touches(final Code ir, final Op op, final int pc) {
        final int[] code = ir.code;
        if (code[pc] == Opcodes.STORE_ATTR) {
            return code[pc + 3] == SELF;
        }
        for (int i = 0; i < op.operandCount(); i++) {
            final int value = code[pc + 1 + i];
            switch (op.kind(i)) {
                case R, RN, X, C, OPT, D, DN -> {
                    if (value == SELF) {
                        return true;
                    }
                }
                case REGS, DREGS -> {
                    for (int n = 0; n < value; n++) {
                        if (code[pc + op.fixedLength() + n] == SELF) {
                            return true;
                        }
                    }
                }
                default -> { }
            }
        }
        return false;
    }
}
