package dev.adder.language.ir.analysis;

import dev.adder.language.ir.Code;
import dev.adder.language.ir.Op;

/** Whether a code may look at its own frame's registers by other ways than its instructions. */
public final class FrameAccess {
    private FrameAccess() {
    }

    /**
     * Whether the code mentions {@code locals}, {@code eval}, {@code exec} or {@code _getframe}, {@code vars} or
     * {@code dir} but to call them with an argument, or calls {@code super()} without the instruction made for it:
     * then a compiled frame keeps its variables where they can be found. Or whether it mentions what switches tracing
     * on: compiled code would go on untraced. Only the names can be seen, so this errs to true.
     */
    public static boolean mayReadOwnFrame(Code code) {
        for (String name : code.names) {
            switch (name) {
                case "locals", "eval", "exec", "_getframe", "currentframe", "f_locals", "settrace", "setprofile",
                        "set_trace", "set_events", "breakpoint" -> {
                    return true;
                }
                case "vars", "dir" -> {
                    if (!alwaysWithArgument(code, name)) {
                        return true;
                    }
                }
                case "super" -> {
                    if (!onlySuperAttributes(code)) {
                        return true;
                    }
                }
                default -> { }
            }
        }
        return false;
    }

    /** Whether every global of that name is loaded to be called with arguments, and for nothing else. */
    private static boolean alwaysWithArgument(Code code, String name) {
        int pc = 0;
        while (pc < code.code.length) {
            Op op = Op.of(code.code[pc]);
            int next = pc + op.length(code.code, pc);
            if (op.operandCount() > 1 && op.kind(1) == Op.Kind.N && code.names[code.code[pc + 2]].equals(name)
                    && (op != Op.LOAD_GLOBAL || !calledNext(code, next, code.code[pc + 1]))) {
                return false;
            }
            pc = next;
        }
        return true;
    }

    /** Whether the first instruction from {@code pc} on that has the register as second operand calls it so. */
    private static boolean calledNext(Code code, int pc, int register) {
        while (pc < code.code.length) {
            Op op = Op.of(code.code[pc]);
            if (op == Op.CALL && code.code[pc + 2] == register) {
                return code.code[pc + 4] > 0;
            }
            if (op.endsBlock() || op.operandCount() > 1 && op.kind(1) == Op.Kind.R && code.code[pc + 2] == register) {
                return false;
            }
            pc += op.length(code.code, pc);
        }
        return false;
    }

    /** Whether every {@code super} loaded is consumed by LOAD_SUPER_ATTR: as many of one as of the other. */
    private static boolean onlySuperAttributes(Code code) {
        int loads = 0;
        int pc = 0;
        while (pc < code.code.length) {
            Op op = Op.of(code.code[pc]);
            if (op == Op.LOAD_GLOBAL && code.names[code.code[pc + 2]].equals("super")) {
                loads++;
            } else if (op == Op.LOAD_SUPER_ATTR) {
                loads--;
            }
            pc += op.length(code.code, pc);
        }
        return loads == 0;
    }
}
