package dev.adder.language.ast;

/** An expression: asdl {@code expr}. */
public sealed interface Expr extends Node {
    Span span();

    record BoolOp(BoolOpKind op, java.util.List<Expr> values, Span span) implements Expr {
    }

    record NamedExpr(Expr target, Expr value, Span span) implements Expr {
    }

    record BinOp(Expr left, Operator op, Expr right, Span span) implements Expr {
    }

    record UnaryOp(UnaryOperator op, Expr operand, Span span) implements Expr {
    }

    record Lambda(Arguments args, Expr body, Span span) implements Expr {
    }

    record IfExp(Expr test, Expr body, Expr orelse, Span span) implements Expr {
    }

    /** A null key stands before the value of a {@code **} entry. */
    record Dict(java.util.List<Expr> keys, java.util.List<Expr> values, Span span) implements Expr {
    }

    record Set(java.util.List<Expr> elts, Span span) implements Expr {
    }

    record ListComp(Expr elt, java.util.List<Comprehension> generators, Span span) implements Expr {
    }

    record SetComp(Expr elt, java.util.List<Comprehension> generators, Span span) implements Expr {
    }

    record DictComp(Expr key, Expr value, java.util.List<Comprehension> generators, Span span) implements Expr {
    }

    record GeneratorExp(Expr elt, java.util.List<Comprehension> generators, Span span) implements Expr {
    }

    record Await(Expr value, Span span) implements Expr {
    }

    record Yield(Expr value, Span span) implements Expr {
    }

    record YieldFrom(Expr value, Span span) implements Expr {
    }

    record Compare(Expr left, java.util.List<CmpOp> ops, java.util.List<Expr> comparators, Span span) implements Expr {
    }

    record Call(Expr func, java.util.List<Expr> args, java.util.List<Keyword> keywords, Span span) implements Expr {
    }

    /** {@code conversion}: the character after {@code !} ('s', 'r', 'a'), or -1. */
    record FormattedValue(Expr value, int conversion, Expr formatSpec, Span span) implements Expr {
    }

    /** {@code str}: the expression's own text, a str. */
    record Interpolation(Expr value, Object str, int conversion, Expr formatSpec, Span span) implements Expr {
    }

    record JoinedStr(java.util.List<Expr> values, Span span) implements Expr {
    }

    record TemplateStr(java.util.List<Expr> values, Span span) implements Expr {
    }

    /** {@code value} is one of the forms that {@link Const} lists. {@code kind} is "u" for a u-prefixed str. */
    record Constant(Object value, String kind, Span span) implements Expr {
    }

    record Attribute(Expr value, String attr, ExprContext ctx, Span span) implements Expr {
    }

    record Subscript(Expr value, Expr slice, ExprContext ctx, Span span) implements Expr {
    }

    record Starred(Expr value, ExprContext ctx, Span span) implements Expr {
    }

    record Name(String id, ExprContext ctx, Span span) implements Expr {
    }

    record List(java.util.List<Expr> elts, ExprContext ctx, Span span) implements Expr {
    }

    record Tuple(java.util.List<Expr> elts, ExprContext ctx, Span span) implements Expr {
    }

    record Slice(Expr lower, Expr upper, Expr step, Span span) implements Expr {
    }
}
