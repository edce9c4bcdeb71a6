package dev.adder.language.scope;

import static dev.adder.language.scope.Scope.DEF_COMP_ITER;
import static dev.adder.language.scope.Scope.DEF_GLOBAL;
import static dev.adder.language.scope.Scope.DEF_LOCAL;
import static dev.adder.language.scope.Scope.DEF_NONLOCAL;
import static dev.adder.language.scope.Scope.DEF_PARAM;
import static dev.adder.language.scope.Scope.USE;

import dev.adder.language.ast.Comprehension;
import dev.adder.language.ast.Expr;
import dev.adder.language.ast.ExprContext;
import dev.adder.language.ast.Keyword;
import dev.adder.language.ast.Span;
import dev.adder.language.scope.Scope.Block;
import dev.adder.language.scope.Scope.Comp;
import java.util.ArrayDeque;
import java.util.List;

/** The expressions' part of {@link ScopeBuilder}. */
final class ScopeExpressions {
    private final ScopeBuilder builder;
    private int depth;

    ScopeExpressions(ScopeBuilder builder) {
        this.builder = builder;
    }

    private Scope current() {
        return builder.current;
    }

    private void all(List<Expr> list) {
        builder.all(list);
    }

    private void visitOptional(Expr e) {
        if (e != null) {
            visit(e);
        }
    }

    void keyword(Keyword k) {
        if (k.arg() != null) {
            builder.checkName(k.arg(), k.span(), ExprContext.STORE);
        }
        visit(k.value());
    }

    void visit(Expr expression) {
        if (++depth > Scopes.MAX_DEPTH) {
            throw Scopes.tooDeep(builder.filename);
        }
        visitNode(expression);
        depth--;
    }

    /** A left-deep chain of operators, without a level of the stack for each. */
    private void binary(Expr.BinOp last) {
        ArrayDeque<Expr> rights = new ArrayDeque<>();
        Expr left = last;
        while (left instanceof Expr.BinOp e) {
            rights.push(e.right());
            left = e.left();
        }
        visit(left);
        for (Expr right : rights) {
            visit(right);
        }
    }

    private void visitNode(Expr expression) {
        switch (expression) {
            case Expr.NamedExpr e -> named(e);
            case Expr.BoolOp e -> all(e.values());
            case Expr.BinOp e -> binary(e);
            case Expr.UnaryOp e -> visit(e.operand());
            case Expr.Lambda e -> lambda(e);
            case Expr.IfExp e -> {
                visit(e.test());
                visit(e.body());
                visit(e.orelse());
            }
            case Expr.Dict e -> {
                all(e.keys());
                all(e.values());
            }
            case Expr.Set e -> all(e.elts());
            case Expr.ListComp e -> comprehension(e, "listcomp", e.generators(), e.elt(), null, Comp.LIST);
            case Expr.SetComp e -> comprehension(e, "setcomp", e.generators(), e.elt(), null, Comp.SET);
            case Expr.GeneratorExp e -> comprehension(e, "genexpr", e.generators(), e.elt(), null, Comp.GENERATOR);
            case Expr.DictComp e -> comprehension(e, "dictcomp", e.generators(), e.key(), e.value(), Comp.DICT);
            case Expr.Yield e -> {
                forbidInAnnotation("yield expression", e.span());
                visitOptional(e.value());
                yielding(e.span());
            }
            case Expr.YieldFrom e -> {
                forbidInAnnotation("yield expression", e.span());
                visit(e.value());
                yielding(e.span());
            }
            case Expr.Await e -> await(e);
            case Expr.Compare e -> {
                visit(e.left());
                all(e.comparators());
            }
            case Expr.Call e -> {
                visit(e.func());
                all(e.args());
                for (Keyword k : e.keywords()) {
                    keyword(k);
                }
            }
            case Expr.FormattedValue e -> {
                visit(e.value());
                visitOptional(e.formatSpec());
            }
            case Expr.Interpolation e -> {
                visit(e.value());
                visitOptional(e.formatSpec());
            }
            case Expr.JoinedStr e -> all(e.values());
            case Expr.TemplateStr e -> all(e.values());
            case Expr.Constant e -> { }
            case Expr.Attribute e -> {
                builder.checkName(e.attr(), e.span(), e.ctx());
                visit(e.value());
            }
            case Expr.Subscript e -> {
                visit(e.value());
                visit(e.slice());
            }
            case Expr.Starred e -> visit(e.value());
            case Expr.Slice e -> {
                visitOptional(e.lower());
                visitOptional(e.upper());
                visitOptional(e.step());
            }
            case Expr.Name e -> name(e);
            case Expr.List e -> all(e.elts());
            case Expr.Tuple e -> all(e.elts());
        }
    }

    private void name(Expr.Name e) {
        if (current().inUnevaluatedAnnotation) {
            return;
        }
        boolean load = e.ctx() == ExprContext.LOAD;
        builder.define(e.id(), load ? USE : DEF_LOCAL, e.span(), e.ctx());
        // super() needs the class cell.
        if (load && current().isFunctionLike() && e.id().equals("super")) {
            builder.define("__class__", USE, e.span());
        }
    }

    private void lambda(Expr.Lambda e) {
        all(e.args().defaults());
        all(e.args().kwDefaults());
        Scope scope = builder.enter("lambda", Block.FUNCTION, e.span());
        builder.scopes.blocks.put(e, scope);
        builder.parameters(e.args());
        visit(e.body());
        builder.exit();
    }

    private void named(Expr.NamedExpr e) {
        forbidInAnnotation("named expression", e.span());
        if (current().compIterExpr > 0) {
            throw builder.error("assignment expression cannot be used in a comprehension iterable expression",
                    e.span());
        }
        if (current().comp != Comp.NONE) {
            extend(((Expr.Name) e.target()).id(), e.target().span());
        }
        String name = ((Expr.Name) e.target()).id();
        current().walrusTargets.add(builder.mangle(name));
        visit(e.value());
        visit(e.target());
    }

    /** A name bound by {@code :=} in a comprehension belongs to the function or module around it (PEP 572). */
    private void extend(String name, Span span) {
        for (int i = builder.stack.size() - 1; i >= 0; i--) {
            Scope scope = builder.stack.get(i);
            String mangled = Names.mangle(builder.className, scope, name);
            scope.walrusTargets.add(mangled);
            int flags = scope.flags(mangled);
            if (scope.comp != Comp.NONE) {
                if ((flags & DEF_COMP_ITER) != 0 && (flags & (DEF_LOCAL | DEF_GLOBAL)) != 0) {
                    throw builder.error("assignment expression cannot rebind comprehension iteration variable '"
                            + name + "'", span);
                }
                continue;
            }
            switch (scope.block) {
                case FUNCTION -> {
                    builder.define(name, (flags & DEF_GLOBAL) != 0 ? DEF_GLOBAL : DEF_NONLOCAL, span);
                    builder.directive(name, span);
                    builder.define(scope, name, DEF_LOCAL, span);
                    return;
                }
                case MODULE -> {
                    builder.define(name, DEF_GLOBAL, span);
                    builder.directive(name, span);
                    builder.define(scope, name, DEF_GLOBAL, span);
                    return;
                }
                default -> throw builder.error("assignment expression within a comprehension cannot be used "
                        + switch (scope.block) {
                            case CLASS -> "in a class body";
                            case TYPE_PARAMETERS -> "within the definition of a generic";
                            case TYPE_ALIAS -> "in a type alias";
                            default -> "in a TypeVar bound";
                        }, span);
            }
        }
    }

    private void comprehension(Expr e, String name, List<Comprehension> generators, Expr element, Expr value,
            Comp kind) {
        boolean isGenerator = kind == Comp.GENERATOR;
        Comprehension outermost = generators.getFirst();
        current().compIterExpr++;
        visit(outermost.iter());
        current().compIterExpr--;
        Scope scope = builder.enter(name, Block.FUNCTION, e.span());
        builder.scopes.blocks.put(e, scope);
        scope.coroutine = outermost.isAsync();
        scope.comp = kind;
        builder.define(".0", DEF_PARAM, e.span());
        scope.compIterTarget = true;
        visit(outermost.target());
        scope.compIterTarget = false;
        all(outermost.ifs());
        for (int i = 1; i < generators.size(); i++) {
            Comprehension c = generators.get(i);
            scope.compIterTarget = true;
            visit(c.target());
            scope.compIterTarget = false;
            scope.compIterExpr++;
            visit(c.iter());
            scope.compIterExpr--;
            all(c.ifs());
            scope.coroutine |= c.isAsync();
        }
        visitOptional(value);
        visit(element);
        scope.generator = isGenerator;
        boolean async = scope.coroutine && !isGenerator;
        builder.exit();
        if (async && !isAsyncFunction() && current().comp == Comp.NONE && !topLevelAwait()) {
            throw builder.error("asynchronous comprehension outside of an asynchronous function", e.span());
        }
        current().coroutine |= async;
    }

    private boolean isAsyncFunction() {
        return current().block == Block.FUNCTION && current().coroutine;
    }

    private boolean topLevelAwait() {
        return builder.topLevelAwait && current().block == Block.MODULE;
    }

    private void await(Expr.Await e) {
        forbidInAnnotation("await expression", e.span());
        if (!topLevelAwait()) {
            if (!current().isFunctionLike()) {
                throw builder.error("'await' outside function", e.span());
            }
            if (!isAsyncFunction() && current().comp == Comp.NONE) {
                throw builder.error("'await' outside async function", e.span());
            }
        }
        visit(e.value());
        current().coroutine = true;
    }

    private void yielding(Span span) {
        current().generator = true;
        String where = switch (current().comp) {
            case NONE -> null;
            case LIST -> "list comprehension";
            case SET -> "set comprehension";
            case DICT -> "dict comprehension";
            case GENERATOR -> "generator expression";
        };
        if (where != null) {
            throw builder.error("'yield' inside " + where, span);
        }
    }

    private void forbidInAnnotation(String what, Span span) {
        String where = switch (current().block) {
            case ANNOTATION -> "an annotation";
            case TYPE_VARIABLE -> current().typeVariablePart;
            case TYPE_ALIAS -> "a type alias";
            case TYPE_PARAMETERS -> "the definition of a generic";
            default -> null;
        };
        if (where != null) {
            throw builder.error(what + " cannot be used within " + where, span);
        }
    }
}
