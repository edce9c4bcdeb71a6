package dev.adder.jit;

import dev.adder.language.ir.Code;
import dev.adder.language.ir.Op;
import dev.adder.language.ir.analysis.FrameAccess;
import dev.adder.runtime.interp.CodeState;
import java.util.BitSet;

/**
 * Which codes are not compiled because they may look at their own frame. One that only names {@code sys._getframe} where
 * it has never been is compiled, and left for good when it gets there: {@code asyncio} does so in debug mode.
 */
final class FrameReads {
    private FrameReads() {
    }

    /** The instructions that a unit is to be left at. The variables of modules and classes are no registers. */
    static BitSet leaving(final CodeState state) {
        final Code ir = state.code.ir();
        return ir.is(Code.CO_OPTIMIZED) ? FrameAccess.framesNamed(ir) : new BitSet();
    }

    /** @param profiled whether what the interpreter has never executed is left out of the unit */
    static boolean forbid(final CodeState state, final boolean profiled) {
        final Code ir = state.code.ir();
        if (Notes.of(state).readsFrame || FrameAccess.readsVariables(ir)) {
            return true;
        }
        final BitSet named = FrameAccess.framesNamed(ir);
        for (int pc = named.nextSetBit(0); pc >= 0; pc = named.nextSetBit(pc + 1)) {
            final int ic = Op.of(ir.code[pc]).icOffset();
            if (!profiled || ic < 0 || state.caches[ir.code[pc + ic]] != null) {
                return true;
            }
        }
        return false;
    }
}
