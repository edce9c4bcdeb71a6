package dev.adder.language.ir;

import java.util.ArrayDeque;
import java.util.List;

/**
 * Clean-up of an instruction list before encoding, in this order: jumps to jumps are threaded, jumps around jumps
 * turned, what cannot be reached dropped, bound checks that definite assignment proves dropped, and last the jumps to
 * the next instruction. A jump of a line is a statement ({@code break}) and stays visible to tracing.
 */
final class Passes {
    private final List<Insn> insns;
    private final int visible;
    private final int locals;
    private final int parameters;
    private boolean[] targets;

    Passes(List<Insn> insns, int visible, int locals, int parameters) {
        this.visible = visible;
        this.insns = insns;
        this.locals = locals;
        this.parameters = parameters;
    }

    void run() {
        threadJumps();
        invertJumps();
        threadJumps();
        dropUnreachable();
        new DefiniteAssignment(insns, visible, locals, parameters).dropChecks();
        dropJumpsToNext();
    }

    /** The first live instruction at or after a label, or null at the end of the code. */
    private Insn at(CodeBuilder.Label label) {
        return liveFrom(label.index);
    }

    private Insn liveFrom(int index) {
        int i = liveIndexFrom(index);
        return i < 0 ? null : insns.get(i);
    }

    private int liveIndexFrom(int index) {
        for (int i = index; i < insns.size(); i++) {
            if (!insns.get(i).dead) {
                return i;
            }
        }
        return -1;
    }

    private void threadJumps() {
        for (Insn insn : insns) {
            if (insn.target == null || insn.dead) {
                continue;
            }
            // A chain longer than this would be a circle of jumps.
            for (int hops = 0; hops < 16; hops++) {
                Insn next = at(insn.target);
                if (next == null || next == insn || next.op != Opcodes.JUMP || insn.op == Opcodes.LOOP
                        || next.target == insn.target || next.span != null) {
                    break;
                }
                insn.target = next.target;
            }
            threadTest(insn);
            if (insn.op == Opcodes.JUMP) {
                Insn next = at(insn.target);
                if (next != null && (insn.span == null || next.span == null) && (next.op == Opcodes.RETURN
                        || next.op == Opcodes.LOOP && next.handler == insn.handler)) {
                    insn.become(next);
                }
            }
        }
    }

    /**
     * A test whose target tests the same register again knows the answer there: {@code a and b or c} asks for the
     * truth of a once (CPython does the same, and a {@code __bool__} can see it).
     */
    private void threadTest(Insn insn) {
        for (int hops = 0; hops < 16 && isTruthTest(insn.op) && !insn.separate; hops++) {
            int index = liveIndexFrom(insn.target.index);
            Insn next = index < 0 ? null : insns.get(index);
            if (next == null || !isTruthTest(next.op) || next.args[0] != insn.args[0]) {
                return;
            }
            CodeBuilder.Label target = next.target;
            if (next.op != insn.op) {
                target = new CodeBuilder.Label();
                target.index = index + 1;
            }
            insn.target = target;
        }
    }

    private static boolean isTruthTest(int op) {
        return op == Opcodes.JUMP_IF_TRUE || op == Opcodes.JUMP_IF_FALSE;
    }

    /** {@code if c goto A; goto B; A:} becomes {@code if not c goto B; A:}. */
    private void invertJumps() {
        for (int i = 0; i + 1 < insns.size(); i++) {
            Insn insn = insns.get(i);
            int inverse = inverse(insn.op);
            if (insn.dead || inverse < 0) {
                continue;
            }
            Insn next = insns.get(i + 1);
            if (next.dead || next.op != Opcodes.JUMP || next.span != null || isTarget(i + 1)) {
                continue;
            }
            if (at(insn.target) == liveFrom(i + 2)) {
                insn.op = inverse;
                insn.target = next.target;
                next.dead = true;
            }
        }
    }

    /** Conservative: whether a label may be bound exactly at an index (labels are few; all targets are looked at). */
    private boolean isTarget(int index) {
        if (targets == null) {
            targets = new boolean[insns.size() + 1];
            for (Insn insn : insns) {
                if (insn.target != null) {
                    targets[insn.target.index] = true;
                }
                if (insn.handler != null) {
                    targets[insn.handler.label.index] = true;
                }
            }
        }
        return targets[index];
    }

    private static int inverse(int op) {
        return switch (op) {
            case Opcodes.JUMP_IF_TRUE -> Opcodes.JUMP_IF_FALSE;
            case Opcodes.JUMP_IF_FALSE -> Opcodes.JUMP_IF_TRUE;
            case Opcodes.JUMP_IF_NONE -> Opcodes.JUMP_IF_NOT_NONE;
            case Opcodes.JUMP_IF_NOT_NONE -> Opcodes.JUMP_IF_NONE;
            default -> -1;
        };
    }

    private void dropUnreachable() {
        boolean[] reached = new boolean[insns.size()];
        ArrayDeque<Integer> work = new ArrayDeque<>();
        work.add(0);
        while (!work.isEmpty()) {
            int i = work.poll();
            while (i < insns.size() && !reached[i]) {
                reached[i] = true;
                Insn insn = insns.get(i);
                if (!insn.dead) {
                    Op op = Op.of(insn.op);
                    if (insn.target != null) {
                        work.add(insn.target.index);
                    }
                    if (insn.handler != null && op.mayRaise()) {
                        work.add(insn.handler.label.index);
                    }
                    if (op.endsBlock()) {
                        break;
                    }
                }
                i++;
            }
        }
        for (int i = 0; i < reached.length; i++) {
            if (!reached[i]) {
                insns.get(i).dead = true;
            }
        }
    }

    private void dropJumpsToNext() {
        for (int i = insns.size() - 1; i >= 0; i--) {
            Insn insn = insns.get(i);
            if (!insn.dead && insn.op == Opcodes.JUMP && at(insn.target) == liveFrom(i + 1)) {
                if (insn.span == null) {
                    insn.dead = true;
                } else {
                    insn.op = Opcodes.NOP;
                    insn.target = null;
                }
            }
        }
    }
}
