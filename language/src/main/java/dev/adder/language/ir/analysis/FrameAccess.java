package dev.adder.language.ir.analysis;

import dev.adder.language.ir.Code;
import dev.adder.language.ir.Op;

/** Whether a code may look at its own frame's registers by other ways than its instructions. */
public final class FrameAccess {
    private FrameAccess() {
    }

    /**
     * Whether the code mentions {@code locals}, {@code eval}, {@code exec}, {@code vars}, {@code dir} or
     * {@code _getframe}, or calls {@code super()} without the instruction made for it: then a compiled frame keeps
     * its variables where they can be found. Or whether it mentions what switches tracing on: compiled code would go
     * on untraced. Only the names can be seen, so this errs to true.
     */
    public static boolean mayReadOwnFrame(Code code) {
        for (String name : code.names) {
            switch (name) {
                case "locals", "eval", "exec", "vars", "dir", "_getframe", "currentframe", "f_locals", "settrace",
                        "setprofile", "set_trace", "set_events", "breakpoint" -> {
                    return true;
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
