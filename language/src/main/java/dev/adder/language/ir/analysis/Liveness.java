package dev.adder.language.ir.analysis;

import dev.adder.language.ir.Code;
import dev.adder.language.ir.Op;
import dev.adder.language.ir.analysis.Blocks.Block;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Which registers may still be read: what a frame state must hold. Constants are not counted (they are always there).
 * What a debugger, {@code locals()} or zero-argument super reads is not counted either: see {@link FrameAccess}.
 */
public final class Liveness {
    private final Blocks blocks;
    private final Code code;
    private final int words;
    private final long[][] in;
    private final long[][] out;

    public Liveness(Blocks blocks) {
        this.blocks = blocks;
        this.code = blocks.code();
        this.words = (code.frameSize + 63) >>> 6;
        int count = blocks.list().size();
        this.in = new long[count][words];
        this.out = new long[count][words];
        solve();
    }

    private void solve() {
        List<Block> list = blocks.list();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = list.size() - 1; i >= 0; i--) {
                Block block = list.get(i);
                long[] state = new long[words];
                for (Block next : block.successors()) {
                    or(state, liveOnEdge(block, next));
                }
                out[i] = state.clone();
                walk(block, state, block.start);
                if (!Arrays.equals(state, in[i])) {
                    in[i] = state;
                    changed = true;
                }
            }
        }
    }

    /** On the branch of a FOR_ITER its item is not written, so the item's kill belongs to the other edge. */
    private long[] liveOnEdge(Block block, Block next) {
        Op op = Op.of(code.code[block.last]);
        if (op.writesOnFallthroughOnly() && next.start == block.end
                && code.code[block.last + op.targetOffset()] != next.start) {
            long[] state = in[next.index].clone();
            for (int i = 0; i < op.operandCount(); i++) {
                if (op.kind(i) == Op.Kind.D) {
                    clear(state, code.code[block.last + 1 + i]);
                }
            }
            return state;
        }
        return in[next.index];
    }

    /** From the end of a block backward to before the instruction at {@code to}. */
    private void walk(Block block, long[] state, int to) {
        int count = 0;
        int[] pcs = new int[8];
        int pc = block.start;
        while (pc < block.end) {
            if (count == pcs.length) {
                pcs = Arrays.copyOf(pcs, count * 2);
            }
            pcs[count++] = pc;
            pc += Op.of(code.code[pc]).length(code.code, pc);
        }
        for (int i = count - 1; i >= 0 && pcs[i] >= to; i--) {
            before(block, pcs[i], state);
        }
    }

    private void before(Block block, int pc, long[] state) {
        Op op = Op.of(code.code[pc]);
        if (!op.writesOnFallthroughOnly()) {
            kill(op, pc, state);
        }
        if (op.mayRaise() && block.handler() != null) {
            long[] raised = in[block.handler().index].clone();
            clear(raised, block.exceptionRegister());
            or(state, raised);
        }
        for (int i = 0; i < op.operandCount(); i++) {
            int value = code.code[pc + 1 + i];
            switch (op.kind(i)) {
                case R, RN, X, C, OPT -> set(state, value);
                case REGS -> {
                    for (int n = 0; n < value; n++) {
                        set(state, code.code[pc + op.fixedLength() + n]);
                    }
                }
                default -> { }
            }
        }
    }

    private void kill(Op op, int pc, long[] state) {
        for (int i = 0; i < op.operandCount(); i++) {
            int value = code.code[pc + 1 + i];
            switch (op.kind(i)) {
                case D, DN, X -> clear(state, value);
                case DREGS -> {
                    for (int n = 0; n < value; n++) {
                        clear(state, code.code[pc + op.fixedLength() + n]);
                    }
                }
                default -> { }
            }
        }
    }

    private static void or(long[] state, long[] other) {
        for (int w = 0; w < state.length; w++) {
            state[w] |= other[w];
        }
    }

    private void set(long[] state, int reg) {
        if (reg >= 0 && (reg < code.constBase || reg >= code.tempBase)) {
            state[reg >>> 6] |= 1L << reg;
        }
    }

    private static void clear(long[] state, int reg) {
        if (reg >= 0) {
            state[reg >>> 6] &= ~(1L << reg);
        }
    }

    /** Registers live before the instruction at {@code pc}: those to have when it is executed (again). */
    public BitSet before(int pc) {
        Block block = blocks.at(pc);
        long[] state = out[block.index].clone();
        walk(block, state, pc);
        return BitSet.valueOf(state);
    }

    /** Registers live after the instruction at {@code pc} when it continues at the next one. */
    public BitSet after(int pc) {
        int next = pc + Op.of(code.code[pc]).length(code.code, pc);
        return next < code.code.length ? before(next) : new BitSet();
    }

    /** Registers live at the start of a block. */
    public BitSet atStart(Block block) {
        return BitSet.valueOf(in[block.index]);
    }
}
