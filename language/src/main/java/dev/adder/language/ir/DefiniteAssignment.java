package dev.adder.language.ir;

import java.util.BitSet;
import java.util.List;

/**
 * Which locals hold a value wherever control can come from; bound checks of those are dropped, and clearings of
 * registers that no remaining check reads ({@code CLEAR} before an inlined comprehension).
 */
final class DefiniteAssignment {
    private final List<Insn> insns;
    private final int visible;
    private final int words;
    private final int parameters;
    private final boolean[] leader;
    private final long[][] in;

    DefiniteAssignment(List<Insn> insns, int visible, int locals, int parameters) {
        this.visible = visible;
        this.insns = insns;
        this.words = (locals + 63) >>> 6;
        this.parameters = parameters;
        this.leader = new boolean[insns.size() + 1];
        this.in = new long[insns.size() + 1][];
    }

    void dropChecks() {
        boolean any = false;
        for (Insn insn : insns) {
            any |= !insn.dead && insn.op == Opcodes.CHECK_LOCAL;
        }
        if (any) {
            findLeaders();
            solve();
            dropProven();
        }
        dropUselessClears();
    }

    private void dropUselessClears() {
        BitSet checked = new BitSet();
        for (Insn insn : insns) {
            if (!insn.dead && insn.op == Opcodes.CHECK_LOCAL && slot(insn.args[0]) >= 0) {
                checked.set(slot(insn.args[0]));
            }
        }
        for (Insn insn : insns) {
            if (insn.optional && !checked.get(slot(insn.args[0]))) {
                insn.dead = true;
            }
        }
    }

    private void dropProven() {
        long[] state = null;
        for (int i = 0; i < insns.size(); i++) {
            Insn insn = insns.get(i);
            if (leader[i]) {
                state = in[i] == null ? null : in[i].clone();
            }
            if (insn.dead || state == null) {
                continue;
            }
            if (insn.op == Opcodes.CHECK_LOCAL && get(state, insn.args[0])) {
                insn.dead = true;
            } else {
                apply(insn, state);
            }
        }
    }

    private void findLeaders() {
        leader[0] = true;
        for (int i = 0; i < insns.size(); i++) {
            Insn insn = insns.get(i);
            if (insn.dead) {
                continue;
            }
            if (insn.target != null) {
                leader[insn.target.index] = true;
                leader[i + 1] = true;
            }
            if (insn.handler != null) {
                leader[insn.handler.label.index] = true;
            }
            if (Op.of(insn.op).endsBlock()) {
                leader[i + 1] = true;
            }
        }
    }

    private void solve() {
        in[0] = new long[words];
        for (int i = 0; i < parameters; i++) {
            in[0][i >>> 6] |= 1L << i;
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            long[] state = null;
            for (int i = 0; i < insns.size(); i++) {
                Insn insn = insns.get(i);
                if (leader[i]) {
                    if (state != null) {
                        changed |= merge(i, state);
                    }
                    state = in[i] == null ? null : in[i].clone();
                }
                if (insn.dead || state == null) {
                    continue;
                }
                Op op = Op.of(insn.op);
                if (insn.handler != null && op.mayRaise()) {
                    changed |= merge(insn.handler.label.index, state);
                }
                if (insn.target != null && op.writesOnFallthroughOnly()) {
                    changed |= merge(insn.target.index, state);
                }
                apply(insn, state);
                if (insn.target != null && !op.writesOnFallthroughOnly()) {
                    changed |= merge(insn.target.index, state);
                }
                if (op.endsBlock()) {
                    state = null;
                }
            }
        }
    }

    private boolean merge(int index, long[] state) {
        long[] known = in[index];
        if (known == null) {
            in[index] = state.clone();
            return true;
        }
        boolean changed = false;
        for (int w = 0; w < words; w++) {
            long meet = known[w] & state[w];
            changed |= meet != known[w];
            known[w] = meet;
        }
        return changed;
    }

    private void apply(Insn insn, long[] state) {
        Op op = Op.of(insn.op);
        if (insn.op == Opcodes.CHECK_LOCAL) {
            set(state, insn.args[0], true);
            return;
        }
        int next = 0;
        for (int i = 0; i < op.operandCount(); i++) {
            switch (op.kind(i)) {
                case D -> set(state, insn.args[next++], true);
                case DN, X -> set(state, insn.args[next++], false);
                case T, IC, REGS -> { }
                case DREGS -> {
                    for (int reg : insn.list) {
                        set(state, reg, true);
                    }
                }
                default -> next++;
            }
        }
    }

    /** The bit of a local or hidden local, or -1. */
    private int slot(int reg) {
        if (Reg.isLocal(reg)) {
            return Reg.index(reg);
        }
        return reg >= 0 && Reg.kind(reg) == Reg.HIDDEN ? visible + Reg.index(reg) : -1;
    }

    private void set(long[] state, int reg, boolean bound) {
        int i = slot(reg);
        if (i >= 0) {
            if (bound) {
                state[i >>> 6] |= 1L << i;
            } else {
                state[i >>> 6] &= ~(1L << i);
            }
        }
    }

    private boolean get(long[] state, int reg) {
        int i = slot(reg);
        return i >= 0 && (state[i >>> 6] & 1L << i) != 0;
    }
}
