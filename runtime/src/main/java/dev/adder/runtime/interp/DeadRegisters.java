package dev.adder.runtime.interp;

import dev.adder.language.ir.Code;
import dev.adder.language.ir.analysis.Blocks;
import dev.adder.language.ir.analysis.Liveness;
import dev.adder.runtime.ThreadState;
import java.util.BitSet;

/**
 * Takes out of the running frames what their temporaries still hold and nothing will read: {@code gc.collect()} is to
 * find what CPython, which counts references, has freed long before.
 */
public final class DeadRegisters {
    private DeadRegisters() {
    }

    /** Clears the temporaries of the frames that the thread is interpreting. */
    public static void clear(final ThreadState ts) {
        for (Frame f = ts.frame; f != null; f = f.back) {
            if (f.regs != null && !f.elsewhere) {
                clear(f);
            }
        }
    }

    private static void clear(final Frame f) {
        final Code ir = f.ir();
        if (f.pc < 0 || f.pc >= ir.code.length) {
            return;
        }
        BitSet live = null;
        for (int reg = ir.tempBase; reg < ir.frameSize; reg++) {
            if (f.regs[reg] != null) {
                if (live == null) {
                    live = new Liveness(new Blocks(ir)).before(f.pc);
                }
                if (!live.get(reg)) {
                    f.regs[reg] = null;
                }
            }
        }
    }
}
