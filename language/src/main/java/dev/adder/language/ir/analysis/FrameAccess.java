package dev.adder.language.ir.analysis;

import dev.adder.language.ir.Code;
import dev.adder.language.ir.Op;
import java.util.BitSet;

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
        return readsVariables(code) || !framesNamed(code).isEmpty();
    }

    /** {@link #mayReadOwnFrame} but for {@link #framesNamed}. */
    public static boolean readsVariables(Code code) {
        for (String name : code.names) {
            switch (name) {
                case "locals", "eval", "exec", "f_locals" -> {
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

    /**
     * The instructions that name what gives the frame itself, or switches tracing on. As long as none of them is
     * executed the frame is not looked at by it: a compiler may leave its code there.
     */
    public static BitSet framesNamed(Code code) {
        BitSet found = new BitSet();
        boolean any = false;
        for (String name : code.names) {
            any |= givesFrame(name);
        }
        for (int pc = 0; any && pc < code.code.length;) {
            Op op = Op.of(code.code[pc]);
            for (int i = 0; i < op.operandCount(); i++) {
                if (op.kind(i) == Op.Kind.N && givesFrame(code.names[code.code[pc + 1 + i]])) {
                    found.set(pc);
                }
            }
            pc += op.length(code.code, pc);
        }
        return found;
    }

    private static boolean givesFrame(String name) {
        return switch (name) {
            case "_getframe", "currentframe", "settrace", "setprofile", "set_trace", "set_events", "breakpoint" -> true;
            default -> false;
        };
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
