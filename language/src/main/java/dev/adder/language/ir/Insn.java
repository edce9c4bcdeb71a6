package dev.adder.language.ir;

import dev.adder.language.ast.Span;

/** An instruction under construction, with virtual registers; its inline-cache index is given when it is encoded. */
final class Insn {
    int op;
    /** Operands in the order of the row, without T, IC and the variable one. */
    int[] args;
    /** Registers of the variable operand, or null. */
    int[] list;
    CodeBuilder.Label target;
    Span span;
    /** The location of the operands where it is another one, or null. */
    Span operandSpan;
    CodeBuilder.Handler handler;
    boolean dead;
    /** A clearing that matters only if a bound check of the register remains. */
    boolean optional;
    /** A test that is not joined with an equal one at its target: the truth is asked for twice. */
    boolean separate;
    int pc;

    Insn(int op, int[] args, int[] list, CodeBuilder.Label target, Span span, CodeBuilder.Handler handler) {
        this.op = op;
        this.args = args;
        this.list = list;
        this.target = target;
        this.span = span;
        this.handler = handler;
    }

    void become(Insn other) {
        op = other.op;
        args = other.args.clone();
        list = other.list == null ? null : other.list.clone();
        target = other.target;
        span = other.span == null ? span : other.span;
        operandSpan = other.operandSpan;
    }
}
