package dev.adder.language.ir;

import dev.adder.language.ast.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lays instructions out: pcs, frame indices of registers, inline-cache indices, exception and location tables. */
final class Encoder {
    private final CodeBuilder builder;
    private final List<Insn> insns;
    private final Code.Parts parts;
    private final int[] bases;
    private int[] code;
    private int at;
    private int ics;
    private int temps;

    Encoder(CodeBuilder builder, Code.Parts parts) {
        this.builder = builder;
        this.insns = builder.insns;
        this.parts = parts;
        int cells = parts.varNames.length;
        int frees = cells + parts.cellVars.length;
        int consts = frees + parts.freeVars.length;
        this.bases = new int[] {0, cells, frees, consts, consts + parts.consts.length, parts.visibleLocals};
    }

    Code encode() {
        int size = 0;
        for (Insn insn : insns) {
            insn.pc = size;
            if (!insn.dead) {
                size += Op.of(insn.op).fixedLength() + (insn.list == null ? 0 : insn.list.length);
            }
        }
        code = new int[size];
        for (Insn insn : insns) {
            if (!insn.dead) {
                encode(insn);
            }
        }
        parts.code = code;
        parts.icCount = ics;
        parts.exceptions = exceptions();
        parts.locations = locations();
        parts.scopedNames = scopedNames();
        // Those of dropped code are not needed.
        parts.tempCount = temps;
        return new Code(parts);
    }

    private void encode(Insn insn) {
        Op op = Op.of(insn.op);
        code[at++] = insn.op;
        int next = 0;
        for (int i = 0; i < op.operandCount(); i++) {
            switch (op.kind(i)) {
                case N, K, I -> code[at++] = insn.args[next++];
                case T -> code[at++] = pcOf(insn.target);
                case IC -> code[at++] = ics++;
                case REGS, DREGS -> {
                    code[at++] = insn.list.length;
                    for (int reg : insn.list) {
                        code[at++] = frameIndex(reg);
                    }
                }
                default -> code[at++] = frameIndex(insn.args[next++]);
            }
        }
        if (next != insn.args.length) {
            throw new IllegalStateException(op + " given " + insn.args.length + " operands");
        }
    }

    private int frameIndex(int reg) {
        if (Reg.isTemp(reg)) {
            temps = Math.max(temps, Reg.index(reg) + 1);
        }
        return reg < 0 ? -1 : bases[Reg.kind(reg)] + Reg.index(reg);
    }

    private int pcOf(CodeBuilder.Label label) {
        if (label.index < 0) {
            throw new IllegalStateException("unbound label");
        }
        return label.index < insns.size() ? insns.get(label.index).pc : code.length;
    }

    /** Ranges from the first to the last instruction in a row that may raise under one handler. */
    private int[] exceptions() {
        int[] table = new int[16];
        int length = 0;
        CodeBuilder.Handler current = null;
        for (Insn insn : insns) {
            if (insn.dead || !Op.of(insn.op).mayRaise()) {
                continue;
            }
            int end = insn.pc + Op.of(insn.op).length(code, insn.pc);
            if (insn.handler == current && current != null) {
                table[length - 3] = end;
            } else if (insn.handler != null) {
                if (length == table.length) {
                    table = Arrays.copyOf(table, length * 2);
                }
                table[length++] = insn.pc;
                table[length++] = end;
                table[length++] = pcOf(insn.handler.label);
                table[length++] = frameIndex(insn.handler.register);
            }
            current = insn.handler;
        }
        return Arrays.copyOf(table, length);
    }

    private byte[] locations() {
        Locations.Writer writer = new Locations.Writer(parts.firstLine);
        Span current = null;
        int start = 0;
        for (Insn insn : insns) {
            if (insn.dead || (insn.pc == start && start > 0 && insn.span == current)) {
                continue;
            }
            if (insn.pc == 0) {
                current = insn.span;
            } else if (insn.span != current && !insnEqual(insn.span, current)) {
                range(writer, insn.pc - start, current);
                start = insn.pc;
                current = insn.span;
            }
            if (insn.operandSpan != null) {
                int operands = insn.pc + Code.OPERANDS;
                range(writer, operands - start, current);
                start = operands;
                current = insn.operandSpan;
            }
        }
        if (code.length > start) {
            range(writer, code.length - start, current);
        }
        return writer.toBytes();
    }

    private static boolean insnEqual(Span a, Span b) {
        return a != null && a.equals(b);
    }

    private static void range(Locations.Writer writer, int size, Span span) {
        if (span == null) {
            writer.rangeWithoutLine(size);
        } else {
            writer.range(size, span.line(), span.col(), span.endLine(), span.endCol());
        }
    }

    private List<Code.ScopedName> scopedNames() {
        List<Code.ScopedName> found = new ArrayList<>();
        for (CodeBuilder.Scoped s : builder.scoped) {
            int start = pcOf(s.start());
            int end = pcOf(s.end());
            if (end > start) {
                found.add(new Code.ScopedName(s.name(), frameIndex(s.register()), s.cell(), start, end));
            }
        }
        return found;
    }
}
