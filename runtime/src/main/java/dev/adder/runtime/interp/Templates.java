package dev.adder.runtime.interp;

import dev.adder.language.ir.Opcodes;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyInterpolation;
import dev.adder.runtime.objects.PyTemplate;
import dev.adder.runtime.objects.PyTuple;

/** Template strings (PEP 750). */
final class Templates {
    private static final Object[] CONVERSIONS = {PyNone.NONE, "s", "r", "a"};

    private Templates() {
    }

    /** BUILD_INTERPOLATION and BUILD_TEMPLATE; gives the next pc. */
    static int build(final ThreadState ts, final Frame f, final int pc) {
        final int[] code = f.ir().code;
        final Object[] r = f.regs;
        if (code[pc] == Opcodes.BUILD_TEMPLATE) {
            r[code[pc + 1]] = new PyTemplate((PyTuple) r[code[pc + 2]], (PyTuple) r[code[pc + 3]]);
            return pc + 4;
        }
        r[code[pc + 1]] = new PyInterpolation(r[code[pc + 2]], r[code[pc + 3]], CONVERSIONS[code[pc + 4]],
                r[code[pc + 5]]);
        return pc + 6;
    }
}
