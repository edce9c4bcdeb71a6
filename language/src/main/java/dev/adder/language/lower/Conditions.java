package dev.adder.language.lower;

import dev.adder.language.ast.BoolOpKind;
import dev.adder.language.ast.CmpOp;
import dev.adder.language.ast.Expr;
import dev.adder.language.ast.Singleton;
import dev.adder.language.ast.UnaryOperator;
import dev.adder.language.ir.CodeBuilder;
import dev.adder.language.ir.Opcodes;
import dev.adder.language.ir.Reg;

/** Conditions as control flow: no value is made of {@code and}, {@code or}, {@code not} and chains. */
final class Conditions {
    private final Lowering l;

    Conditions(Lowering l) {
        this.l = l;
    }

    /** Continues at {@code target} if the truth of the expression is {@code when}, else falls through. */
    void branch(Expr expression, CodeBuilder.Label target, boolean when) {
        l.b.at(expression.span());
        switch (expression) {
            case Expr.UnaryOp e when e.op() == UnaryOperator.NOT -> branch(e.operand(), target, !when);
            case Expr.BoolOp e -> bool(e, target, when);
            case Expr.IfExp e -> ifExp(e, target, when);
            case Expr.Compare e -> compare(e, target, when);
            default -> value(expression, target, when);
        }
    }

    private void value(Expr e, CodeBuilder.Label target, boolean when) {
        CodeBuilder b = l.b;
        int mark = b.mark();
        int value;
        if (e instanceof Expr.NamedExpr n && l.unit.resolve(((Expr.Name) n.target()).id()) instanceof Unit.Var v
                && v.how() == Unit.How.LOCAL) {
            value = l.expressions.eval(n.value(), v.reg());
        } else {
            value = l.expressions.eval(e);
        }
        b.release(mark);
        b.at(e.span());
        if (Reg.isConst(value)) {
            b.emit(Opcodes.NOP);
            if (Fold.truth(b.constantIn(value)) == when) {
                b.jump(target);
            }
            return;
        }
        b.emitJump(when ? Opcodes.JUMP_IF_TRUE : Opcodes.JUMP_IF_FALSE, target, value);
    }

    private void bool(Expr.BoolOp e, CodeBuilder.Label target, boolean when) {
        // "a and b" leaves on the first false part; "a or b" on the first true one.
        boolean leaves = e.op() == BoolOpKind.OR;
        CodeBuilder.Label skip = l.b.label();
        int last = e.values().size() - 1;
        for (int i = 0; i < last; i++) {
            branch(e.values().get(i), leaves == when ? target : skip, leaves);
        }
        branch(e.values().get(last), target, when);
        l.b.bind(skip);
    }

    private void ifExp(Expr.IfExp e, CodeBuilder.Label target, boolean when) {
        CodeBuilder.Label orelse = l.b.label();
        CodeBuilder.Label end = l.b.label();
        branch(e.test(), orelse, false);
        branch(e.body(), target, when);
        l.b.at(null);
        l.b.jump(end);
        l.b.bind(orelse);
        branch(e.orelse(), target, when);
        l.b.bind(end);
    }

    private void compare(Expr.Compare e, CodeBuilder.Label target, boolean when) {
        CodeBuilder b = l.b;
        l.checks.compare(e);
        int mark = b.mark();
        int count = e.ops().size();
        int left = l.expressions.operand(e.left());
        CodeBuilder.Label skip = b.label();
        for (int i = 0; i < count; i++) {
            CmpOp op = e.ops().get(i);
            Expr rightSide = e.comparators().get(i);
            boolean lastPart = i == count - 1;
            CodeBuilder.Label to = lastPart || !when ? target : skip;
            boolean sense = lastPart ? when : false;
            if ((op == CmpOp.IS || op == CmpOp.IS_NOT) && isNone(rightSide)) {
                b.at(e.span());
                b.emitJump((op == CmpOp.IS) == sense ? Opcodes.JUMP_IF_NONE : Opcodes.JUMP_IF_NOT_NONE, to, left);
                left = l.none();
                continue;
            }
            int right = lastPart ? l.expressions.container(op, rightSide) : l.expressions.operand(rightSide);
            b.at(e.span());
            int part = b.temp();
            l.expressions.emitCompare(op, part, left, right);
            b.emitJump(sense ? Opcodes.JUMP_IF_TRUE : Opcodes.JUMP_IF_FALSE, to, part);
            left = right;
        }
        b.bind(skip);
        b.release(mark);
    }

    private static boolean isNone(Expr e) {
        return e instanceof Expr.Constant c && c.value() == Singleton.NONE;
    }

    /** The comparison that is true when {@code op} is false, where there is one for all operands; else null. */
    static CmpOp negated(CmpOp op) {
        return switch (op) {
            case IS -> CmpOp.IS_NOT;
            case IS_NOT -> CmpOp.IS;
            case IN -> CmpOp.NOT_IN;
            case NOT_IN -> CmpOp.IN;
            default -> null;
        };
    }

}
