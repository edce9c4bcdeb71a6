package dev.adder.runtime.interp;

import dev.adder.language.ir.Code;
import dev.adder.language.ir.Op;
import dev.adder.language.ir.Opcodes;
import java.util.BitSet;

/**
 * Where line events may happen in a code: where the line changes from one instruction to the next, and where jumps
 * go (CPython's Python/instrumentation.c, initialize_lines). {@link Tracer} leaves out those that go forward within
 * a line.
 */
final class LineStarts {
    private LineStarts() {
    }

    static BitSet of(final PyCode code) {
        final Code ir = code.ir();
        final int[] c = ir.code;
        final int[] lines = code.lines();
        final BitSet starts = new BitSet();
        int line = -1;
        int length;
        for (int pc = 0; pc < c.length; pc += length) {
            final Op op = Op.of(c[pc]);
            length = op.length(c, pc);
            if (lines[pc] > 0 && !isSilent(c, lines, pc)) {
                if (lines[pc] != line) {
                    starts.set(pc);
                }
                line = lines[pc];
            }
            if (op.mayBranch() || c[pc] == Opcodes.LOOP || c[pc] == Opcodes.JUMP) {
                for (int i = 0; i < op.operandCount(); i++) {
                    if (op.kind(i) == Op.Kind.T) {
                        target(starts, c, lines, c[pc + 1 + i]);
                    }
                }
            }
        }
        for (int h = 0; h < ir.exceptions.length; h += 4) {
            target(starts, c, lines, ir.exceptions[h + 2]);
        }
        return starts;
    }

    /** The jump back of a loop has the line of its beginning, where the event is; one of another is `continue`. */
    private static boolean isSilent(final int[] c, final int[] lines, final int pc) {
        return c[pc] == Opcodes.LOOP && lines[c[pc + 1]] == lines[pc];
    }

    private static void target(final BitSet starts, final int[] c, final int[] lines, final int pc) {
        if (pc < lines.length && lines[pc] > 0 && !isSilent(c, lines, pc)) {
            starts.set(pc);
        }
    }
}
