package dev.adder.language.lower;

import dev.adder.language.ast.CmpOp;
import dev.adder.language.ast.Const;
import dev.adder.language.ast.Expr;
import dev.adder.language.ast.Singleton;
import dev.adder.language.text.Str;
import java.math.BigInteger;

/** Warnings about what is surely a mistake (CPython {@code check_caller} and its neighbours in codegen.c). */
final class Checks {
    private final Lowering l;

    Checks(Lowering l) {
        this.l = l;
    }

    /** The name of the type that an expression surely has, or null. */
    private static String type(Expr expression) {
        return switch (expression) {
            case Expr.Tuple e -> "tuple";
            case Expr.List e -> "list";
            case Expr.ListComp e -> "list";
            case Expr.Dict e -> "dict";
            case Expr.DictComp e -> "dict";
            case Expr.Set e -> "set";
            case Expr.SetComp e -> "set";
            case Expr.GeneratorExp e -> "generator";
            case Expr.Lambda e -> "function";
            case Expr.TemplateStr e -> "string.templatelib.Template";
            case Expr.Interpolation e -> "string.templatelib.Template";
            case Expr.JoinedStr e -> "str";
            case Expr.FormattedValue e -> "str";
            case Expr.Constant e -> typeOf(e.value());
            default -> null;
        };
    }

    static String typeOf(Object constant) {
        return switch (constant) {
            case Boolean b -> "bool";
            case Long n -> "int";
            case BigInteger n -> "int";
            case Double d -> "float";
            case Const.ComplexConst c -> "complex";
            case Const.BytesConst b -> "bytes";
            case Singleton.NONE -> "NoneType";
            case Singleton.ELLIPSIS -> "ellipsis";
            case Const.TupleConst t -> "tuple";
            case Const.FrozenSetConst s -> "frozenset";
            case Const.SliceConst s -> "slice";
            default -> "str";
        };
    }

    void caller(Expr e) {
        boolean never = switch (e) {
            case Expr.Constant x -> true;
            case Expr.Tuple x -> true;
            case Expr.List x -> true;
            case Expr.ListComp x -> true;
            case Expr.Dict x -> true;
            case Expr.DictComp x -> true;
            case Expr.Set x -> true;
            case Expr.SetComp x -> true;
            case Expr.GeneratorExp x -> true;
            case Expr.JoinedStr x -> true;
            case Expr.TemplateStr x -> true;
            case Expr.FormattedValue x -> true;
            case Expr.Interpolation x -> true;
            default -> false;
        };
        if (never) {
            l.warn("'" + type(e) + "' object is not callable; perhaps you missed a comma?", e.span());
        }
    }

    void subscript(Expr.Subscript e) {
        Expr value = e.value();
        boolean never = switch (value) {
            case Expr.Constant c -> !Str.isText(c.value()) && !(c.value() instanceof Const.BytesConst);
            case Expr.Set x -> true;
            case Expr.SetComp x -> true;
            case Expr.GeneratorExp x -> true;
            case Expr.TemplateStr x -> true;
            case Expr.Interpolation x -> true;
            case Expr.Lambda x -> true;
            default -> false;
        };
        if (never) {
            l.warn("'" + type(value) + "' object is not subscriptable; perhaps you missed a comma?", value.span());
        }
        boolean sequence = switch (value) {
            case Expr.Constant c -> Str.isText(c.value()) || c.value() instanceof Const.BytesConst;
            case Expr.Tuple x -> true;
            case Expr.List x -> true;
            case Expr.ListComp x -> true;
            case Expr.JoinedStr x -> true;
            case Expr.FormattedValue x -> true;
            default -> false;
        };
        String index = type(e.slice());
        if (sequence && index != null && !index.equals("int") && !index.equals("bool")) {
            l.warn(type(value) + " indices must be integers or slices, not " + index
                    + "; perhaps you missed a comma?", value.span());
        }
    }

    void compare(Expr.Compare e) {
        Expr left = e.left();
        for (int i = 0; i < e.ops().size(); i++) {
            Expr right = e.comparators().get(i);
            CmpOp op = e.ops().get(i);
            if (op == CmpOp.IS || op == CmpOp.IS_NOT) {
                Expr literal = isLiteral(left) ? left : isLiteral(right) ? right : null;
                if (literal != null) {
                    l.warn(op == CmpOp.IS ? "\"is\" with '" + type(literal) + "' literal. Did you mean \"==\"?"
                            : "\"is not\" with '" + type(literal) + "' literal. Did you mean \"!=\"?", e.span());
                    return;
                }
            }
            left = right;
        }
    }

    private static boolean isLiteral(Expr e) {
        if (e instanceof Expr.Tuple t) {
            for (Expr item : t.elts()) {
                if (!(item instanceof Expr.Constant)) {
                    return false;
                }
            }
            return true;
        }
        return e instanceof Expr.Constant c && !(c.value() instanceof Singleton) && !(c.value() instanceof Boolean);
    }

    /** Whether an asserted expression is a tuple that is not empty. */
    boolean isAlwaysTrueTuple(Expr e) {
        return e instanceof Expr.Tuple t && !t.elts().isEmpty();
    }
}
