package dev.adder.language.scope;

import dev.adder.language.ast.Expr;
import dev.adder.language.ast.ExprContext;
import dev.adder.language.ast.Operator;
import dev.adder.language.ast.Stmt;

/**
 * Statements that may grow a text: {@code s += x} and {@code s = s + x}, unless {@code x} is plainly a number. In a loop
 * they would copy all of the text each time; the variable of such a statement holds a builder meanwhile.
 *
 * @param name  the variable
 * @param value what is added
 */
public record Accumulation(Expr.Name name, Expr value) {

    /** The accumulation that a statement is, null if it is none. */
    public static Accumulation of(Stmt statement) {
        if (statement instanceof Stmt.AugAssign s) {
            return s.op() == Operator.ADD && s.target() instanceof Expr.Name n && mayBeText(s.value())
                    ? new Accumulation(new Expr.Name(n.id(), ExprContext.LOAD, n.span()), s.value()) : null;
        }
        if (statement instanceof Stmt.Assign s && s.targets().size() == 1
                && s.targets().getFirst() instanceof Expr.Name n && s.value() instanceof Expr.BinOp sum
                && sum.op() == Operator.ADD && sum.left() instanceof Expr.Name left && left.id().equals(n.id())
                && mayBeText(sum.right())) {
            return new Accumulation(left, sum.right());
        }
        return null;
    }

    private static boolean mayBeText(Expr e) {
        if (e instanceof Expr.Constant c) {
            return isText(c);
        }
        if (e instanceof Expr.BinOp b) {
            return switch (b.op()) {
                case ADD -> mayBeText(b.left()) && mayBeText(b.right());
                case MOD -> mayBeText(b.left());
                case MULT -> isText(b.left()) || isText(b.right());
                default -> false;
            };
        }
        if (e instanceof Expr.Call c && c.func() instanceof Expr.Name f) {
            return !isNumberFunction(f.id());
        }
        return !(e instanceof Expr.UnaryOp || e instanceof Expr.Compare || e instanceof Expr.List
                || e instanceof Expr.Tuple || e instanceof Expr.ListComp);
    }

    private static boolean isText(Expr e) {
        return e instanceof Expr.JoinedStr || e instanceof Expr.Constant c
                && !(c.value() instanceof Number || c.value() instanceof Boolean);
    }

    private static boolean isNumberFunction(String name) {
        return switch (name) {
            case "abs", "float", "int", "len", "ord", "sum" -> true;
            default -> false;
        };
    }
}
