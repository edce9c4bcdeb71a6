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
            // A jump back has no line of its own: it belongs to what it follows.
            final boolean silent = c[pc] == Opcodes.LOOP || c[pc] == Opcodes.JUMP;
            if (lines[pc] > 0 && !silent) {
                if (lines[pc] != line) {
                    starts.set(pc);
                }
                line = lines[pc];
            }
            if (op.mayBranch() || silent) {
                for (int i = 0; i < op.operandCount(); i++) {
                    if (op.kind(i) == Op.Kind.T) {
                        target(starts, lines, c[pc + 1 + i]);
                    }
                }
            }
        }
        for (int h = 0; h < ir.exceptions.length; h += 4) {
            target(starts, lines, ir.exceptions[h + 2]);
        }
        return starts;
    }

    private static void target(final BitSet starts, final int[] lines, final int pc) {
        if (pc < lines.length && lines[pc] > 0) {
            starts.set(pc);
        }
    }
}
