package dev.adder.language.lower;

import dev.adder.language.ast.Arg;
import dev.adder.language.ast.Arguments;
import dev.adder.language.ast.BoolOpKind;
import dev.adder.language.ast.CmpOp;
import dev.adder.language.ast.Comprehension;
import dev.adder.language.ast.Const;
import dev.adder.language.ast.Expr;
import dev.adder.language.ast.Keyword;
import dev.adder.language.ast.Operator;
import dev.adder.language.ast.Singleton;
import dev.adder.language.ast.UnaryOperator;
import dev.adder.language.text.FloatText;
import dev.adder.language.text.Quote;
import dev.adder.language.text.Str;
import java.util.List;

/**
 * Expressions as text, for annotations under {@code from __future__ import annotations} (CPython
 * {@code ast_unparse.c}). Levels are operator precedences; what binds looser than asked for is put in parentheses.
 */
final class Unparser {
    private static final int TUPLE = 0;
    private static final int TEST = 1;
    private static final int OR = 2;
    private static final int AND = 3;
    private static final int NOT = 4;
    private static final int CMP = 5;
    private static final int EXPR = 6;
    private static final int BOR = 6;
    private static final int BXOR = 7;
    private static final int BAND = 8;
    private static final int SHIFT = 9;
    private static final int ARITH = 10;
    private static final int TERM = 11;
    private static final int FACTOR = 12;
    private static final int POWER = 13;
    private static final int AWAIT = 14;
    private static final int ATOM = 15;

    private final StringBuilder out = new StringBuilder();

    private Unparser() {
    }

    /** The text of an expression, a str. */
    static Object text(Expr e) {
        Unparser unparser = new Unparser();
        unparser.expr(e, TEST);
        return Str.ofUtf16(unparser.out.toString());
    }

    /** A constant's repr. */
    static String constant(Object value) {
        Unparser unparser = new Unparser();
        unparser.value(value);
        return unparser.out.toString();
    }

    private void expr(Expr expression, int level) {
        switch (expression) {
            case Expr.BoolOp e -> {
                int own = e.op() == BoolOpKind.AND ? AND : OR;
                open(level > own);
                for (int i = 0; i < e.values().size(); i++) {
                    out.append(i == 0 ? "" : own == AND ? " and " : " or ");
                    expr(e.values().get(i), own + 1);
                }
                close(level > own);
            }
            case Expr.BinOp e -> binary(e, level);
            case Expr.UnaryOp e -> {
                int own = e.op() == UnaryOperator.NOT ? NOT : FACTOR;
                open(level > own);
                out.append(switch (e.op()) {
                    case INVERT -> "~";
                    case NOT -> "not ";
                    case U_ADD -> "+";
                    case U_SUB -> "-";
                });
                expr(e.operand(), own);
                close(level > own);
            }
            case Expr.Lambda e -> {
                open(level > TEST);
                out.append(e.args().posonlyargs().isEmpty() && e.args().args().isEmpty()
                        && e.args().vararg() == null && e.args().kwonlyargs().isEmpty() && e.args().kwarg() == null
                        ? "lambda" : "lambda ");
                arguments(e.args());
                out.append(": ");
                expr(e.body(), TEST);
                close(level > TEST);
            }
            case Expr.IfExp e -> {
                open(level > TEST);
                expr(e.body(), TEST + 1);
                out.append(" if ");
                expr(e.test(), TEST + 1);
                out.append(" else ");
                expr(e.orelse(), TEST);
                close(level > TEST);
            }
            case Expr.Dict e -> {
                out.append('{');
                for (int i = 0; i < e.values().size(); i++) {
                    out.append(i == 0 ? "" : ", ");
                    if (e.keys().get(i) == null) {
                        out.append("**");
                        expr(e.values().get(i), EXPR);
                    } else {
                        expr(e.keys().get(i), TEST);
                        out.append(": ");
                        expr(e.values().get(i), TEST);
                    }
                }
                out.append('}');
            }
            case Expr.Set e -> list("{", e.elts(), "}");
            case Expr.List e -> list("[", e.elts(), "]");
            case Expr.Tuple e -> tuple(e, level);
            case Expr.GeneratorExp e -> comprehension("(", e.elt(), null, e.generators(), ")");
            case Expr.ListComp e -> comprehension("[", e.elt(), null, e.generators(), "]");
            case Expr.SetComp e -> comprehension("{", e.elt(), null, e.generators(), "}");
            case Expr.DictComp e -> comprehension("{", e.key(), e.value(), e.generators(), "}");
            case Expr.Yield e -> {
                out.append(e.value() == null ? "(yield" : "(yield ");
                if (e.value() != null) {
                    expr(e.value(), TEST);
                }
                out.append(')');
            }
            case Expr.YieldFrom e -> {
                out.append("(yield from ");
                expr(e.value(), TEST);
                out.append(')');
            }
            case Expr.Await e -> {
                open(level > AWAIT);
                out.append("await ");
                expr(e.value(), ATOM);
                close(level > AWAIT);
            }
            case Expr.Compare e -> {
                open(level > CMP);
                expr(e.left(), CMP + 1);
                for (int i = 0; i < e.ops().size(); i++) {
                    out.append(comparison(e.ops().get(i)));
                    expr(e.comparators().get(i), CMP + 1);
                }
                close(level > CMP);
            }
            case Expr.Call e -> call(e);
            case Expr.JoinedStr e -> formattedString(e.values(), 'f');
            case Expr.TemplateStr e -> formattedString(e.values(), 't');
            case Expr.FormattedValue e -> formattedString(List.of(e), 'f');
            case Expr.Interpolation e -> formattedString(List.of(e), 't');
            case Expr.Constant e -> {
                if ("u".equals(e.kind())) {
                    out.append('u');
                }
                value(e.value());
            }
            case Expr.Attribute e -> {
                expr(e.value(), ATOM);
                // An int's dot would be a decimal point.
                out.append(e.value() instanceof Expr.Constant c && isInt(c.value()) ? " ." : ".").append(e.attr());
            }
            case Expr.Subscript e -> {
                expr(e.value(), ATOM);
                out.append('[');
                expr(e.slice(), TUPLE);
                out.append(']');
            }
            case Expr.Starred e -> {
                out.append('*');
                expr(e.value(), EXPR);
            }
            case Expr.Name e -> out.append(e.id());
            case Expr.Slice e -> {
                optional(e.lower());
                out.append(':');
                optional(e.upper());
                if (e.step() != null) {
                    out.append(':');
                    expr(e.step(), TEST);
                }
            }
            case Expr.NamedExpr e -> {
                open(level > TUPLE);
                expr(e.target(), ATOM);
                out.append(" := ");
                expr(e.value(), ATOM);
                close(level > TUPLE);
            }
        }
    }

    private static boolean isInt(Object value) {
        return value instanceof Long || value instanceof java.math.BigInteger;
    }

    private void open(boolean parentheses) {
        if (parentheses) {
            out.append('(');
        }
    }

    private void close(boolean parentheses) {
        if (parentheses) {
            out.append(')');
        }
    }

    private void optional(Expr e) {
        if (e != null) {
            expr(e, TEST);
        }
    }

    private void binary(Expr.BinOp e, int level) {
        int own = switch (e.op()) {
            case ADD, SUB -> ARITH;
            case MULT, MAT_MULT, DIV, MOD, FLOOR_DIV -> TERM;
            case L_SHIFT, R_SHIFT -> SHIFT;
            case BIT_OR -> BOR;
            case BIT_XOR -> BXOR;
            case BIT_AND -> BAND;
            case POW -> POWER;
        };
        boolean rightAssociative = e.op() == Operator.POW;
        open(level > own);
        expr(e.left(), own + (rightAssociative ? 1 : 0));
        out.append(switch (e.op()) {
            case ADD -> " + ";
            case SUB -> " - ";
            case MULT -> " * ";
            case MAT_MULT -> " @ ";
            case DIV -> " / ";
            case MOD -> " % ";
            case L_SHIFT -> " << ";
            case R_SHIFT -> " >> ";
            case BIT_OR -> " | ";
            case BIT_XOR -> " ^ ";
            case BIT_AND -> " & ";
            case FLOOR_DIV -> " // ";
            case POW -> " ** ";
        });
        expr(e.right(), own + (rightAssociative ? 0 : 1));
        close(level > own);
    }

    private static String comparison(CmpOp op) {
        return switch (op) {
            case EQ -> " == ";
            case NOT_EQ -> " != ";
            case LT -> " < ";
            case LT_E -> " <= ";
            case GT -> " > ";
            case GT_E -> " >= ";
            case IS -> " is ";
            case IS_NOT -> " is not ";
            case IN -> " in ";
            case NOT_IN -> " not in ";
        };
    }

    private void list(String before, List<Expr> elts, String after) {
        out.append(before);
        for (int i = 0; i < elts.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            expr(elts.get(i), TEST);
        }
        out.append(after);
    }

    private void tuple(Expr.Tuple e, int level) {
        if (e.elts().isEmpty()) {
            out.append("()");
            return;
        }
        open(level > TUPLE);
        list("", e.elts(), e.elts().size() == 1 ? "," : "");
        close(level > TUPLE);
    }

    private void comprehension(String before, Expr element, Expr value, List<Comprehension> generators,
            String after) {
        out.append(before);
        expr(element, TEST);
        if (value != null) {
            out.append(": ");
            expr(value, TEST);
        }
        for (Comprehension c : generators) {
            out.append(c.isAsync() ? " async for " : " for ");
            expr(c.target(), TUPLE);
            out.append(" in ");
            expr(c.iter(), TEST + 1);
            for (Expr condition : c.ifs()) {
                out.append(" if ");
                expr(condition, TEST + 1);
            }
        }
        out.append(after);
    }

    private void call(Expr.Call e) {
        expr(e.func(), ATOM);
        if (e.args().size() == 1 && e.keywords().isEmpty() && e.args().getFirst() instanceof Expr.GeneratorExp) {
            expr(e.args().getFirst(), TEST);
            return;
        }
        out.append('(');
        boolean first = true;
        for (Expr arg : e.args()) {
            out.append(first ? "" : ", ");
            expr(arg, TEST);
            first = false;
        }
        for (Keyword k : e.keywords()) {
            out.append(first ? "" : ", ");
            if (k.arg() == null) {
                out.append("**");
            } else {
                out.append(k.arg()).append('=');
            }
            expr(k.value(), TEST);
            first = false;
        }
        out.append(')');
    }

    private void arguments(Arguments args) {
        boolean first = true;
        int positional = args.posonlyargs().size() + args.args().size();
        int undefaulted = positional - args.defaults().size();
        for (int i = 0; i < positional; i++) {
            Arg a = i < args.posonlyargs().size() ? args.posonlyargs().get(i)
                    : args.args().get(i - args.posonlyargs().size());
            first = parameter(first, "", a);
            if (i >= undefaulted) {
                out.append('=');
                expr(args.defaults().get(i - undefaulted), TEST);
            }
            if (i + 1 == args.posonlyargs().size()) {
                out.append(", /");
            }
        }
        if (args.vararg() != null || !args.kwonlyargs().isEmpty()) {
            out.append(first ? "" : ", ").append('*');
            first = false;
            if (args.vararg() != null) {
                parameter(true, "", args.vararg());
            }
        }
        for (int i = 0; i < args.kwonlyargs().size(); i++) {
            first = parameter(first, "", args.kwonlyargs().get(i));
            Expr value = args.kwDefaults().get(i);
            if (value != null) {
                out.append('=');
                expr(value, TEST);
            }
        }
        if (args.kwarg() != null) {
            parameter(first, "**", args.kwarg());
        }
    }

    private boolean parameter(boolean first, String stars, Arg a) {
        out.append(first ? "" : ", ").append(stars).append(a.arg());
        if (a.annotation() != null) {
            out.append(": ");
            expr(a.annotation(), TEST);
        }
        return false;
    }

    // Strings

    private void formattedString(List<Expr> parts, char prefix) {
        StringBuilder body = new StringBuilder();
        for (Expr part : parts) {
            piece(body, part);
        }
        out.append(prefix).append(repr(body.toString()));
    }

    private static void piece(StringBuilder body, Expr part) {
        switch (part) {
            case Expr.Constant c -> {
                String text = Str.toJava(c.value());
                for (int i = 0; i < text.length(); i++) {
                    char ch = text.charAt(i);
                    body.append(ch);
                    if (ch == '{' || ch == '}') {
                        body.append(ch);
                    }
                }
            }
            case Expr.FormattedValue v -> field(body, v.value(), v.conversion(), v.formatSpec());
            case Expr.Interpolation v -> field(body, v.value(), v.conversion(), v.formatSpec());
            case Expr.JoinedStr s -> s.values().forEach(p -> piece(body, p));
            default -> throw new IllegalArgumentException("not a part of an f-string: " + part);
        }
    }

    private static void field(StringBuilder body, Expr value, int conversion, Expr spec) {
        Unparser inner = new Unparser();
        inner.expr(value, TEST + 1);
        String text = inner.out.toString();
        body.append(text.startsWith("{") ? "{ " : "{").append(text);
        if (conversion > 0) {
            body.append('!').append((char) conversion);
        }
        if (spec != null) {
            body.append(':');
            piece(body, spec);
        }
        body.append('}');
    }

    private void value(Object value) {
        switch (value) {
            case Boolean b -> out.append(b ? "True" : "False");
            case Long n -> out.append((long) n);
            case java.math.BigInteger n -> out.append(n);
            case Double d -> out.append(number(d));
            case Const.ComplexConst c -> complex(c);
            case Singleton.NONE -> out.append("None");
            case Singleton.ELLIPSIS -> out.append("...");
            case Const.BytesConst b -> out.append(Quote.reprBytes(b.bytes()));
            case Const.TupleConst t -> {
                out.append('(');
                for (int i = 0; i < t.items().size(); i++) {
                    out.append(i == 0 ? "" : ", ");
                    value(t.items().get(i));
                }
                out.append(t.items().size() == 1 ? ",)" : ")");
            }
            default -> out.append(repr(Str.toJava(value)));
        }
    }

    private void complex(Const.ComplexConst c) {
        if (c.re() == 0 && 1 / c.re() > 0) {
            out.append(imaginary(c.im())).append('j');
        } else {
            out.append('(').append(imaginary(c.re())).append(c.im() >= 0 ? "+" : "").append(imaginary(c.im()))
                    .append("j)");
        }
    }

    /** A part of a complex number: no ".0". */
    private static String imaginary(double d) {
        String text = number(d);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** Infinity has no literal; the largest power of ten that overflows stands for it. */
    private static String number(double d) {
        if (Double.isInfinite(d)) {
            return d > 0 ? "1e309" : "-1e309";
        }
        return FloatText.repr(d);
    }

    private static String repr(String text) {
        return Str.toJava(Quote.repr(Str.ofUtf16(text)));
    }
}
