package dev.adder.stdlib.ast;

import dev.adder.language.ast.Arguments;
import dev.adder.language.ast.Comprehension;
import dev.adder.language.ast.ExceptHandler;
import dev.adder.language.ast.Expr;
import dev.adder.language.ast.ExprContext;
import dev.adder.language.ast.Keyword;
import dev.adder.language.ast.MatchCase;
import dev.adder.language.ast.Mod;
import dev.adder.language.ast.Pattern;
import dev.adder.language.ast.Span;
import dev.adder.language.ast.Stmt;
import dev.adder.language.ast.TypeParam;
import dev.adder.language.ast.WithItem;
import dev.adder.runtime.Errors;
import java.util.List;

/** Refuses trees that no text has, before they are compiled: CPython's Python/ast.c. */
final class AstValidator {
    void check(final Mod mod) {
        switch (mod) {
            case Mod.Module x -> stmts(x.body());
            case Mod.Interactive x -> stmts(x.body());
            case Mod.Expression x -> load(x.body());
            case Mod.FunctionType x -> {
                loads(x.argtypes(), "argtypes", "FunctionType", false);
                load(x.returns());
            }
        }
    }

    private static void nonEmpty(final List<?> items, final String what, final String owner) {
        if (items.isEmpty()) {
            throw Errors.valueError("empty " + what + " on " + owner);
        }
    }

    private static void place(final Span s) {
        if (s.line() > s.endLine()) {
            throw Errors.valueError("AST node line range (" + s.line() + ", " + s.endLine() + ") is not valid");
        }
        if (s.line() < 0 && s.endLine() != s.line() || s.col() < 0 && s.col() != s.endCol()) {
            throw Errors.valueError("AST node column range (" + s.col() + ", " + s.endCol() + ") for line range ("
                    + s.line() + ", " + s.endLine() + ") is not valid");
        }
        if (s.line() == s.endLine() && s.col() > s.endCol()) {
            throw Errors.valueError("line " + s.line() + ", column " + s.col() + "-" + s.endCol()
                    + " is not a valid range");
        }
    }

    // ---- statements ----

    private void body(final List<Stmt> body, final String owner) {
        nonEmpty(body, "body", owner);
        stmts(body);
    }

    private void stmts(final List<Stmt> body) {
        for (final Stmt s : body) {
            if (s == null) {
                throw Errors.valueError("None disallowed in statement list");
            }
            stmt(s);
        }
    }

    private void function(final Arguments args, final List<Stmt> body, final List<Expr> decorators,
            final Expr returns, final List<TypeParam> params, final String owner) {
        body(body, owner);
        typeParams(params);
        arguments(args);
        loads(decorators, "decorator_list", owner, false);
        loadOrNull(returns);
    }

    private void loop(final Expr target, final Expr iter, final List<Stmt> body, final List<Stmt> orelse,
            final String owner) {
        expr(target, ExprContext.STORE);
        load(iter);
        body(body, owner);
        stmts(orelse);
    }

    private void with(final List<WithItem> items, final List<Stmt> body, final String owner) {
        nonEmpty(items, "items", owner);
        for (final WithItem i : items) {
            load(i.contextExpr());
            if (i.optionalVars() != null) {
                expr(i.optionalVars(), ExprContext.STORE);
            }
        }
        body(body, owner);
    }

    private void tryBlock(final List<Stmt> body, final List<ExceptHandler> handlers, final List<Stmt> orelse,
            final List<Stmt> last, final String owner) {
        body(body, owner);
        if (handlers.isEmpty() && last.isEmpty()) {
            throw Errors.valueError(owner + " has neither except handlers nor finalbody");
        }
        if (handlers.isEmpty() && !orelse.isEmpty()) {
            throw Errors.valueError(owner + " has orelse but no except handlers");
        }
        for (final ExceptHandler h : handlers) {
            place(h.span());
            loadOrNull(h.type());
            body(h.body(), "ExceptHandler");
        }
        stmts(last);
        stmts(orelse);
    }

    private void stmt(final Stmt s) {
        place(s.span());
        switch (s) {
            case Stmt.FunctionDef x -> function(x.args(), x.body(), x.decoratorList(), x.returns(), x.typeParams(),
                    "FunctionDef");
            case Stmt.AsyncFunctionDef x -> function(x.args(), x.body(), x.decoratorList(), x.returns(),
                    x.typeParams(), "AsyncFunctionDef");
            case Stmt.ClassDef x -> {
                body(x.body(), "ClassDef");
                typeParams(x.typeParams());
                loads(x.bases(), "bases", "ClassDef", false);
                keywords(x.keywords());
                loads(x.decoratorList(), "decorator_list", "ClassDef", false);
            }
            case Stmt.Return x -> loadOrNull(x.value());
            case Stmt.Delete x -> targets(x.targets(), ExprContext.DEL, "Delete");
            case Stmt.Assign x -> {
                targets(x.targets(), ExprContext.STORE, "Assign");
                load(x.value());
            }
            case Stmt.TypeAlias x -> {
                if (!(x.name() instanceof Expr.Name)) {
                    throw Errors.typeError("TypeAlias with non-Name name");
                }
                expr(x.name(), ExprContext.STORE);
                typeParams(x.typeParams());
                load(x.value());
            }
            case Stmt.AugAssign x -> {
                expr(x.target(), ExprContext.STORE);
                load(x.value());
            }
            case Stmt.AnnAssign x -> {
                if (!(x.target() instanceof Expr.Name) && x.simple()) {
                    throw Errors.typeError("AnnAssign with simple non-Name target");
                }
                expr(x.target(), ExprContext.STORE);
                loadOrNull(x.value());
                load(x.annotation());
            }
            case Stmt.For x -> loop(x.target(), x.iter(), x.body(), x.orelse(), "For");
            case Stmt.AsyncFor x -> loop(x.target(), x.iter(), x.body(), x.orelse(), "AsyncFor");
            case Stmt.While x -> {
                load(x.test());
                body(x.body(), "While");
                stmts(x.orelse());
            }
            case Stmt.If x -> {
                load(x.test());
                body(x.body(), "If");
                stmts(x.orelse());
            }
            case Stmt.With x -> with(x.items(), x.body(), "With");
            case Stmt.AsyncWith x -> with(x.items(), x.body(), "AsyncWith");
            case Stmt.Match x -> {
                load(x.subject());
                nonEmpty(x.cases(), "cases", "Match");
                for (final MatchCase c : x.cases()) {
                    pattern(c.pattern(), false);
                    loadOrNull(c.guard());
                    body(c.body(), "match_case");
                }
            }
            case Stmt.Raise x -> {
                if (x.exc() == null && x.cause() != null) {
                    throw Errors.valueError("Raise with cause but no exception");
                }
                loadOrNull(x.exc());
                loadOrNull(x.cause());
            }
            case Stmt.Try x -> tryBlock(x.body(), x.handlers(), x.orelse(), x.finalbody(), "Try");
            case Stmt.TryStar x -> tryBlock(x.body(), x.handlers(), x.orelse(), x.finalbody(), "TryStar");
            case Stmt.Assert x -> {
                load(x.test());
                loadOrNull(x.msg());
            }
            case Stmt.Import x -> nonEmpty(x.names(), "names", "Import");
            case Stmt.ImportFrom x -> {
                if (x.level() < 0) {
                    throw Errors.valueError("Negative ImportFrom level");
                }
                nonEmpty(x.names(), "names", "ImportFrom");
            }
            case Stmt.Global x -> nonEmpty(x.names(), "names", "Global");
            case Stmt.Nonlocal x -> nonEmpty(x.names(), "names", "Nonlocal");
            case Stmt.ExprStmt x -> load(x.value());
            case Stmt.Pass x -> { }
            case Stmt.Break x -> { }
            case Stmt.Continue x -> { }
        }
    }

    private void targets(final List<Expr> targets, final ExprContext ctx, final String owner) {
        nonEmpty(targets, "targets", owner);
        exprs(targets, ctx, false);
    }

    private void typeParams(final List<TypeParam> params) {
        for (final TypeParam p : params) {
            place(p.span());
            name(p.name());
            loadOrNull(p.defaultValue());
            if (p instanceof TypeParam.TypeVar v) {
                loadOrNull(v.bound());
            }
        }
    }

    private void arguments(final Arguments a) {
        a.posonlyargs().forEach(x -> loadOrNull(x.annotation()));
        a.args().forEach(x -> loadOrNull(x.annotation()));
        if (a.vararg() != null) {
            loadOrNull(a.vararg().annotation());
        }
        a.kwonlyargs().forEach(x -> loadOrNull(x.annotation()));
        if (a.kwarg() != null) {
            loadOrNull(a.kwarg().annotation());
        }
        if (a.defaults().size() > a.posonlyargs().size() + a.args().size()) {
            throw Errors.valueError("more positional defaults than args on arguments");
        }
        if (a.kwDefaults().size() != a.kwonlyargs().size()) {
            throw Errors.valueError("length of kwonlyargs is not the same as kw_defaults on arguments");
        }
        exprs(a.defaults(), ExprContext.LOAD, false);
        exprs(a.kwDefaults(), ExprContext.LOAD, true);
    }

    private void keywords(final List<Keyword> keywords) {
        for (final Keyword k : keywords) {
            load(k.value());
        }
    }

    // ---- expressions ----

    private void load(final Expr e) {
        expr(e, ExprContext.LOAD);
    }

    private void loadOrNull(final Expr e) {
        if (e != null) {
            load(e);
        }
    }

    private void loads(final List<Expr> items, final String what, final String owner, final boolean mustHave) {
        if (mustHave) {
            nonEmpty(items, what, owner);
        }
        exprs(items, ExprContext.LOAD, false);
    }

    private void exprs(final List<Expr> items, final ExprContext ctx, final boolean nullOk) {
        for (final Expr e : items) {
            if (e == null) {
                if (!nullOk) {
                    throw Errors.valueError("None disallowed in expression list");
                }
                continue;
            }
            expr(e, ctx);
        }
    }

    private static void name(final String name) {
        if (name.equals("None") || name.equals("True") || name.equals("False")) {
            throw Errors.valueError("identifier field can't represent '" + name + "' constant");
        }
    }

    private static String contextName(final ExprContext ctx) {
        return switch (ctx) {
            case LOAD -> "Load";
            case STORE -> "Store";
            case DEL -> "Del";
        };
    }

    private void expr(final Expr e, final ExprContext ctx) {
        place(e.span());
        final ExprContext actual = switch (e) {
            case Expr.Attribute x -> x.ctx();
            case Expr.Subscript x -> x.ctx();
            case Expr.Starred x -> x.ctx();
            case Expr.Name x -> x.ctx();
            case Expr.List x -> x.ctx();
            case Expr.Tuple x -> x.ctx();
            default -> null;
        };
        if (actual == null) {
            if (ctx != ExprContext.LOAD) {
                throw Errors.valueError("expression which can't be assigned to in " + contextName(ctx) + " context");
            }
        } else if (actual != ctx) {
            throw Errors.valueError("expression must have " + contextName(ctx) + " context but has "
                    + contextName(actual) + " instead");
        }
        switch (e) {
            case Expr.BoolOp x -> {
                if (x.values().size() < 2) {
                    throw Errors.valueError("BoolOp with less than 2 values");
                }
                exprs(x.values(), ExprContext.LOAD, false);
            }
            case Expr.NamedExpr x -> {
                if (!(x.target() instanceof Expr.Name)) {
                    throw Errors.typeError("NamedExpr target must be a Name");
                }
                load(x.value());
            }
            case Expr.BinOp x -> {
                load(x.left());
                load(x.right());
            }
            case Expr.UnaryOp x -> load(x.operand());
            case Expr.Lambda x -> {
                arguments(x.args());
                load(x.body());
            }
            case Expr.IfExp x -> {
                load(x.test());
                load(x.body());
                load(x.orelse());
            }
            case Expr.Dict x -> {
                if (x.keys().size() != x.values().size()) {
                    throw Errors.valueError("Dict doesn't have the same number of keys as values");
                }
                exprs(x.keys(), ExprContext.LOAD, true);
                exprs(x.values(), ExprContext.LOAD, false);
            }
            case Expr.Set x -> exprs(x.elts(), ExprContext.LOAD, false);
            case Expr.ListComp x -> comprehension(x.elt(), null, x.generators());
            case Expr.SetComp x -> comprehension(x.elt(), null, x.generators());
            case Expr.GeneratorExp x -> comprehension(x.elt(), null, x.generators());
            case Expr.DictComp x -> comprehension(x.key(), x.value(), x.generators());
            case Expr.Await x -> load(x.value());
            case Expr.Yield x -> loadOrNull(x.value());
            case Expr.YieldFrom x -> load(x.value());
            case Expr.Compare x -> {
                if (x.comparators().isEmpty()) {
                    throw Errors.valueError("Compare has no comparators");
                }
                if (x.comparators().size() != x.ops().size()) {
                    throw Errors.valueError("Compare has a different number of comparators and operands");
                }
                exprs(x.comparators(), ExprContext.LOAD, false);
                load(x.left());
            }
            case Expr.Call x -> {
                load(x.func());
                exprs(x.args(), ExprContext.LOAD, false);
                keywords(x.keywords());
            }
            case Expr.FormattedValue x -> {
                load(x.value());
                loadOrNull(x.formatSpec());
            }
            case Expr.Interpolation x -> {
                load(x.value());
                loadOrNull(x.formatSpec());
            }
            case Expr.JoinedStr x -> exprs(x.values(), ExprContext.LOAD, false);
            case Expr.TemplateStr x -> exprs(x.values(), ExprContext.LOAD, false);
            case Expr.Constant x -> { }
            case Expr.Attribute x -> load(x.value());
            case Expr.Subscript x -> {
                load(x.slice());
                load(x.value());
            }
            case Expr.Starred x -> expr(x.value(), ctx);
            case Expr.Name x -> name(x.id());
            case Expr.List x -> exprs(x.elts(), ctx, false);
            case Expr.Tuple x -> exprs(x.elts(), ctx, false);
            case Expr.Slice x -> {
                loadOrNull(x.lower());
                loadOrNull(x.upper());
                loadOrNull(x.step());
            }
        }
    }

    private void comprehension(final Expr first, final Expr second, final List<Comprehension> generators) {
        if (generators.isEmpty()) {
            throw Errors.valueError("comprehension with no generators");
        }
        for (final Comprehension c : generators) {
            expr(c.target(), ExprContext.STORE);
            load(c.iter());
            exprs(c.ifs(), ExprContext.LOAD, false);
        }
        load(first);
        loadOrNull(second);
    }

    // ---- patterns ----

    private void patterns(final List<Pattern> items, final boolean starOk) {
        for (final Pattern p : items) {
            pattern(p, starOk);
        }
    }

    private static void capture(final String name) {
        if (name.equals("_")) {
            throw Errors.valueError("can't capture name '_' in patterns");
        }
        name(name);
    }

    private void pattern(final Pattern p, final boolean starOk) {
        place(p.span());
        switch (p) {
            case Pattern.MatchValue x -> patternValue(x.value());
            case Pattern.MatchSingleton x -> {
                if (x.value() != dev.adder.language.ast.Singleton.NONE && !(x.value() instanceof Boolean)) {
                    throw Errors.valueError("MatchSingleton can only contain True, False and None");
                }
            }
            case Pattern.MatchSequence x -> patterns(x.patterns(), true);
            case Pattern.MatchMapping x -> {
                if (x.keys().size() != x.patterns().size()) {
                    throw Errors.valueError("MatchMapping doesn't have the same number of keys as patterns");
                }
                if (x.rest() != null) {
                    capture(x.rest());
                }
                for (final Expr k : x.keys()) {
                    if (!(k instanceof Expr.Constant)) {
                        patternValue(k);
                    }
                }
                patterns(x.patterns(), false);
            }
            case Pattern.MatchClass x -> {
                if (x.kwdAttrs().size() != x.kwdPatterns().size()) {
                    throw Errors.valueError("MatchClass doesn't have the same number of keyword attributes as patterns");
                }
                load(x.cls());
                Expr cls = x.cls();
                while (cls instanceof Expr.Attribute a) {
                    cls = a.value();
                }
                if (!(cls instanceof Expr.Name)) {
                    throw Errors.valueError("MatchClass cls field can only contain Name or Attribute nodes.");
                }
                x.kwdAttrs().forEach(AstValidator::name);
                patterns(x.patterns(), false);
                patterns(x.kwdPatterns(), false);
            }
            case Pattern.MatchStar x -> {
                if (!starOk) {
                    throw Errors.valueError("can't use MatchStar here");
                }
                if (x.name() != null) {
                    capture(x.name());
                }
            }
            case Pattern.MatchAs x -> {
                if (x.name() != null) {
                    capture(x.name());
                }
                if (x.pattern() != null) {
                    if (x.name() == null) {
                        throw Errors.valueError("MatchAs must specify a target name if a pattern is given");
                    }
                    pattern(x.pattern(), false);
                }
            }
            case Pattern.MatchOr x -> {
                if (x.patterns().size() < 2) {
                    throw Errors.valueError("MatchOr requires at least 2 patterns");
                }
                patterns(x.patterns(), false);
            }
        }
    }

    private void patternValue(final Expr e) {
        load(e);
        switch (e) {
            case Expr.Constant x -> {
                if (x.value() instanceof Boolean || x.value() instanceof dev.adder.language.ast.Singleton) {
                    throw Errors.valueError("unexpected constant inside of a literal pattern");
                }
            }
            case Expr.Attribute x -> { }
            case Expr.UnaryOp x -> { }
            case Expr.BinOp x -> { }
            case Expr.JoinedStr x -> { }
            case Expr.TemplateStr x -> { }
            default -> throw Errors.valueError("patterns may only match literals and attribute lookups");
        }
    }
}
