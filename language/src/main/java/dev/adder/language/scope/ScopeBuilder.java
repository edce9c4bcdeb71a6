package dev.adder.language.scope;

import static dev.adder.language.scope.Scope.DEF_ANNOT;
import static dev.adder.language.scope.Scope.DEF_COMP_ITER;
import static dev.adder.language.scope.Scope.DEF_GLOBAL;
import static dev.adder.language.scope.Scope.DEF_IMPORT;
import static dev.adder.language.scope.Scope.DEF_LOCAL;
import static dev.adder.language.scope.Scope.DEF_NONLOCAL;
import static dev.adder.language.scope.Scope.DEF_PARAM;
import static dev.adder.language.scope.Scope.DEF_TYPE_PARAM;
import static dev.adder.language.scope.Scope.USE;

import dev.adder.language.SyntaxException;
import dev.adder.language.ast.Arg;
import dev.adder.language.ast.Arguments;
import dev.adder.language.ast.ExceptHandler;
import dev.adder.language.ast.Expr;
import dev.adder.language.ast.Alias;
import dev.adder.language.ast.ExprContext;
import dev.adder.language.ast.Keyword;
import dev.adder.language.ast.MatchCase;
import dev.adder.language.ast.Mod;
import dev.adder.language.ast.Pattern;
import dev.adder.language.ast.Span;
import dev.adder.language.ast.Stmt;
import dev.adder.language.ast.TypeParam;
import dev.adder.language.ast.WithItem;
import dev.adder.language.scope.Scope.Block;
import dev.adder.language.scope.Scope.Comp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** First pass: what each block says about each name, and the rules that can be checked on the way. */
final class ScopeBuilder {
    final Scopes scopes;
    final String filename;
    final boolean futureAnnotations;
    final boolean topLevelAwait;
    final List<Scope> stack = new ArrayList<>();
    private final ScopeExpressions expressions;
    Scope current;
    String className;

    ScopeBuilder(Scopes scopes, String filename, boolean futureAnnotations, boolean topLevelAwait) {
        this.scopes = scopes;
        this.filename = filename;
        this.futureAnnotations = futureAnnotations;
        this.topLevelAwait = topLevelAwait;
        this.expressions = new ScopeExpressions(this);
    }

    void build(Mod mod) {
        enter(new Scope("top", Block.MODULE, null));
        scopes.top = current;
        switch (mod) {
            case Mod.Module m -> statements(m.body());
            case Mod.Interactive m -> statements(m.body());
            case Mod.Expression m -> expression(m.body());
            case Mod.FunctionType m -> throw new IllegalArgumentException(
                    "this compiler does not handle FunctionTypes");
        }
        exit();
    }

    // Blocks

    Scope enter(String name, Block block, Span span) {
        return enter(make(name, block, span));
    }

    Scope make(String name, Block block, Span span) {
        Scope scope = new Scope(name, block, span);
        scope.nested = current != null && (current.nested || current.isFunctionLike());
        scope.compIterExpr = current == null ? 0 : current.compIterExpr;
        if (current != null && block == Block.FUNCTION) {
            scope.method = current.block == Block.CLASS;
        }
        if (current != null && block != Block.CLASS) {
            scope.mangledNames = current.mangledNames;
        }
        return scope;
    }

    Scope enter(Scope scope) {
        Scope outer = current;
        stack.add(scope);
        current = scope;
        if (scope.parameters.isEmpty() && (scope.block == Block.ANNOTATION || scope.block == Block.TYPE_VARIABLE
                || scope.block == Block.TYPE_ALIAS)) {
            define(".format", DEF_PARAM, scope.span);
            define(".format", USE, scope.span);
        }
        // With "from __future__ import annotations" an annotation is a string: it has no say in names.
        if (outer != null && !(futureAnnotations && scope.block == Block.ANNOTATION)
                && !(scope.block == Block.ANNOTATION && outer.children.contains(scope))) {
            outer.children.add(scope);
        }
        return scope;
    }

    void exit() {
        stack.removeLast();
        current = stack.isEmpty() ? null : stack.getLast();
    }

    // Names

    SyntaxException error(String message, Span span) {
        return Scopes.error(message, filename, span);
    }

    String mangle(String name) {
        return Names.mangle(className, current, name);
    }

    void define(String name, int flag, Span span) {
        define(name, flag, span, ExprContext.STORE);
    }

    void define(String name, int flag, Span span, ExprContext context) {
        if ((flag & (DEF_PARAM | DEF_LOCAL | DEF_IMPORT)) != 0) {
            checkName(name, span, context);
        }
        if ((flag & DEF_TYPE_PARAM) != 0 && current.mangledNames != null) {
            current.mangledNames.add(name);
        }
        define(current, name, flag, span);
    }

    void define(Scope scope, String name, int flag, Span span) {
        String mangled = Names.mangle(className, scope, name);
        int flags = scope.flags(mangled);
        if ((flag & flags & DEF_PARAM) != 0) {
            throw error("duplicate argument '" + name + "' in function definition", span);
        }
        if ((flag & flags & DEF_TYPE_PARAM) != 0) {
            throw error("duplicate type parameter '" + name + "'", span);
        }
        flags |= flag;
        if (scope.compIterTarget) {
            if ((flags & (DEF_GLOBAL | DEF_NONLOCAL)) != 0) {
                throw error("comprehension inner loop cannot rebind assignment expression target '" + name + "'",
                        span);
            }
            flags |= DEF_COMP_ITER;
        }
        scope.symbols.put(mangled, flags);
        if ((flag & DEF_PARAM) != 0) {
            scope.parameters.add(mangled);
        } else if ((flag & DEF_GLOBAL) != 0) {
            // As symtable_add_def_helper: the module, too, then treats the name as one of its globals.
            scopes.top.symbols.merge(mangled, flag, (x, y) -> x | y);
        }
    }

    void checkName(String name, Span span, ExprContext context) {
        if (name.equals("__debug__")) {
            if (context == ExprContext.STORE) {
                throw error("cannot assign to __debug__", span);
            }
            if (context == ExprContext.DEL) {
                throw error("cannot delete __debug__", span);
            }
        }
    }

    void directive(String name, Span span) {
        current.directives.add(new Scope.Directive(mangle(name), span));
    }

    // Statements

    void expression(Expr e) {
        if (e != null) {
            expressions.visit(e);
        }
    }

    void all(List<Expr> list) {
        for (Expr e : list) {
            expression(e);
        }
    }

    private void statements(List<Stmt> list) {
        for (Stmt s : list) {
            statement(s);
        }
    }

    private void loop(List<Stmt> body, List<Stmt> orelse) {
        current.loops++;
        conditional(body, List.of());
        current.loops--;
        conditional(orelse, List.of());
    }

    private void accumulation(Stmt statement) {
        if (current.loops > 0) {
            Accumulation a = Accumulation.of(statement);
            if (a != null) {
                current.accumulated.add(mangle(a.name().id()));
            }
        }
    }

    private void conditional(List<Stmt> body, List<Stmt> orelse) {
        boolean before = current.inConditionalBlock;
        current.inConditionalBlock = true;
        statements(body);
        statements(orelse);
        current.inConditionalBlock = before;
    }

    private void statement(Stmt statement) {
        switch (statement) {
            case Stmt.FunctionDef s -> function(s, s.name(), s.args(), s.body(), s.decoratorList(), s.returns(),
                    s.typeParams(), false);
            case Stmt.AsyncFunctionDef s -> function(s, s.name(), s.args(), s.body(), s.decoratorList(), s.returns(),
                    s.typeParams(), true);
            case Stmt.ClassDef s -> classDef(s);
            case Stmt.TypeAlias s -> typeAlias(s);
            case Stmt.Return s -> {
                if (s.value() != null) {
                    expression(s.value());
                    current.returnsValue = true;
                }
            }
            case Stmt.Delete s -> all(s.targets());
            case Stmt.Assign s -> {
                all(s.targets());
                expression(s.value());
                accumulation(s);
            }
            case Stmt.AnnAssign s -> annAssign(s);
            case Stmt.AugAssign s -> {
                expression(s.target());
                expression(s.value());
                accumulation(s);
            }
            case Stmt.For s -> {
                expression(s.target());
                expression(s.iter());
                loop(s.body(), s.orelse());
            }
            case Stmt.AsyncFor s -> {
                checkCoroutine(s.span(), "'async for' outside async function");
                expression(s.target());
                expression(s.iter());
                loop(s.body(), s.orelse());
            }
            case Stmt.While s -> {
                expression(s.test());
                loop(s.body(), s.orelse());
            }
            case Stmt.If s -> {
                expression(s.test());
                conditional(s.body(), s.orelse());
            }
            case Stmt.Match s -> match(s);
            case Stmt.Raise s -> {
                expression(s.exc());
                expression(s.cause());
            }
            case Stmt.Try s -> tryStatement(s.body(), s.handlers(), s.orelse(), s.finalbody());
            case Stmt.TryStar s -> tryStatement(s.body(), s.handlers(), s.orelse(), s.finalbody());
            case Stmt.Assert s -> {
                expression(s.test());
                expression(s.msg());
            }
            case Stmt.Import s -> aliases(s.names());
            case Stmt.ImportFrom s -> aliases(s.names());
            case Stmt.Global s -> global(s);
            case Stmt.Nonlocal s -> nonlocal(s);
            case Stmt.ExprStmt s -> expression(s.value());
            case Stmt.With s -> with(s.items(), s.body());
            case Stmt.AsyncWith s -> {
                checkCoroutine(s.span(), "'async with' outside async function");
                with(s.items(), s.body());
            }
            case Stmt.Pass s -> { }
            case Stmt.Break s -> { }
            case Stmt.Continue s -> { }
        }
    }

    private void function(Stmt s, String name, Arguments args, List<Stmt> body, List<Expr> decorators, Expr returns,
            List<TypeParam> typeParams, boolean async) {
        define(name, DEF_LOCAL, s.span());
        all(args.defaults());
        all(args.kwDefaults());
        all(decorators);
        if (!typeParams.isEmpty()) {
            enterTypeParameters(s, name, !args.defaults().isEmpty(), hasKwDefaults(args), false);
            typeParameters(typeParams);
        }
        Scope scope = make(name, Block.FUNCTION, s.span());
        annotations(s, args, returns);
        scopes.blocks.put(s, scope);
        enter(scope);
        scope.coroutine = async;
        parameters(args);
        statements(body);
        exit();
        if (!typeParams.isEmpty()) {
            exit();
        }
    }

    private static boolean hasKwDefaults(Arguments args) {
        for (Expr e : args.kwDefaults()) {
            if (e != null) {
                return true;
            }
        }
        return false;
    }

    void parameters(Arguments args) {
        for (Arg a : args.posonlyargs()) {
            define(a.arg(), DEF_PARAM, a.span());
        }
        for (Arg a : args.args()) {
            define(a.arg(), DEF_PARAM, a.span());
        }
        for (Arg a : args.kwonlyargs()) {
            define(a.arg(), DEF_PARAM, a.span());
        }
        if (args.vararg() != null) {
            define(args.vararg().arg(), DEF_PARAM, args.vararg().span());
            current.varargs = true;
        }
        if (args.kwarg() != null) {
            define(args.kwarg().arg(), DEF_PARAM, args.kwarg().span());
            current.varkeywords = true;
        }
    }

    private void annotations(Stmt s, Arguments args, Expr returns) {
        boolean inClass = current.canSeeClassScope || current.block == Block.CLASS;
        Scope scope = enter("__annotate__", Block.ANNOTATION, s.span());
        scopes.annotations.put(s, scope);
        if (inClass) {
            scope.canSeeClassScope = true;
            define("__classdict__", USE, s.span());
        }
        for (Arg a : args.posonlyargs()) {
            annotation(scope, a);
        }
        for (Arg a : args.args()) {
            annotation(scope, a);
        }
        annotation(scope, args.vararg());
        annotation(scope, args.kwarg());
        for (Arg a : args.kwonlyargs()) {
            annotation(scope, a);
        }
        if (returns != null) {
            scope.annotationsUsed = true;
            expression(returns);
        }
        exit();
    }

    private void annotation(Scope scope, Arg a) {
        if (a != null && a.annotation() != null) {
            scope.annotationsUsed = true;
            expression(a.annotation());
        }
    }

    private void classDef(Stmt.ClassDef s) {
        define(s.name(), DEF_LOCAL, s.span());
        all(s.decoratorList());
        String outerClass = className;
        boolean generic = !s.typeParams().isEmpty();
        if (generic) {
            enterTypeParameters(s, s.name(), false, false, true);
            className = s.name();
            current.mangledNames = new HashSet<>();
            typeParameters(s.typeParams());
        }
        all(s.bases());
        for (Keyword k : s.keywords()) {
            expressions.keyword(k);
        }
        Scope scope = enter(s.name(), Block.CLASS, s.span());
        scopes.blocks.put(s, scope);
        className = s.name();
        if (generic) {
            define("__type_params__", DEF_LOCAL, s.span());
            define(".type_params", USE, s.span());
        }
        statements(s.body());
        exit();
        if (generic) {
            exit();
        }
        className = outerClass;
    }

    private void enterTypeParameters(Stmt s, String name, boolean defaults, boolean kwDefaults, boolean isClass) {
        Block outer = current.block;
        Scope scope = enter(name, Block.TYPE_PARAMETERS, s.span());
        scopes.typeParameters.put(s, scope);
        if (outer == Block.CLASS) {
            scope.canSeeClassScope = true;
            define("__classdict__", USE, s.span());
        }
        if (isClass) {
            define(".type_params", DEF_LOCAL, s.span());
            define(".type_params", USE, s.span());
            define(".generic_base", DEF_LOCAL, s.span());
            define(".generic_base", USE, s.span());
        }
        if (defaults) {
            define(".defaults", DEF_PARAM, s.span());
        }
        if (kwDefaults) {
            define(".kwdefaults", DEF_PARAM, s.span());
        }
    }

    private void typeParameters(List<TypeParam> list) {
        for (TypeParam parameter : list) {
            define(parameter.name(), DEF_TYPE_PARAM | DEF_LOCAL, parameter.span());
            switch (parameter) {
                case TypeParam.TypeVar p -> {
                    typeVariable(p, p.bound(), false,
                            p.bound() instanceof Expr.Tuple ? "a TypeVar constraint" : "a TypeVar bound");
                    typeVariable(p, p.defaultValue(), true, "a TypeVar default");
                }
                case TypeParam.TypeVarTuple p -> typeVariable(p, p.defaultValue(), true, "a TypeVarTuple default");
                case TypeParam.ParamSpec p -> typeVariable(p, p.defaultValue(), true, "a ParamSpec default");
            }
        }
    }

    private void typeVariable(TypeParam parameter, Expr e, boolean isDefault, String part) {
        if (parameter.name().equals("__classdict__")) {
            throw error("reserved name '" + parameter.name() + "' cannot be used for type parameter",
                    parameter.span());
        }
        if (e == null) {
            return;
        }
        boolean inClass = current.canSeeClassScope;
        Scope scope = enter(parameter.name(), Block.TYPE_VARIABLE, e.span());
        (isDefault ? scopes.defaults : scopes.bounds).put(parameter, scope);
        scope.typeVariablePart = part;
        seeClass(scope, inClass, e.span());
        expression(e);
        exit();
    }

    private void seeClass(Scope scope, boolean inClass, Span span) {
        scope.canSeeClassScope = inClass;
        if (inClass) {
            define("__classdict__", USE, span);
        }
    }

    private void typeAlias(Stmt.TypeAlias s) {
        expression(s.name());
        String name = ((Expr.Name) s.name()).id();
        boolean inClass = current.block == Block.CLASS;
        boolean generic = !s.typeParams().isEmpty();
        if (generic) {
            enterTypeParameters(s, name, false, false, false);
            typeParameters(s.typeParams());
        }
        Scope scope = enter(name, Block.TYPE_ALIAS, s.span());
        scopes.blocks.put(s, scope);
        seeClass(scope, inClass, s.value().span());
        expression(s.value());
        exit();
        if (generic) {
            exit();
        }
    }

    private void annAssign(Stmt.AnnAssign s) {
        current.annotationsUsed = true;
        if (s.target() instanceof Expr.Name target) {
            int flags = current.flags(mangle(target.id()));
            if ((flags & (DEF_GLOBAL | DEF_NONLOCAL)) != 0 && current != scopes.top && s.simple()) {
                throw error("annotated name '" + target.id() + "' can't be "
                        + ((flags & DEF_GLOBAL) != 0 ? "global" : "nonlocal"), s.span());
            }
            if (s.simple()) {
                define(target.id(), DEF_ANNOT | DEF_LOCAL, target.span());
            } else if (s.value() != null) {
                define(target.id(), DEF_LOCAL, target.span());
            }
        } else {
            expression(s.target());
        }
        variableAnnotation(s.annotation());
        expression(s.value());
    }

    private void variableAnnotation(Expr annotation) {
        Scope owner = current;
        boolean unevaluated = owner.block == Block.FUNCTION;
        // A module may be left half executed, so its annotations are always conditional.
        if ((owner.block == Block.CLASS && owner.inConditionalBlock || owner.block == Block.MODULE)
                && !owner.hasConditionalAnnotations) {
            owner.hasConditionalAnnotations = true;
            define("__conditional_annotations__", USE, annotation.span());
        }
        if (owner.annotationBlock == null) {
            owner.annotationBlock = enter("__annotate__", Block.ANNOTATION, annotation.span());
            if (owner.block == Block.CLASS) {
                current.canSeeClassScope = true;
                define("__classdict__", USE, annotation.span());
            }
        } else {
            enter(owner.annotationBlock);
        }
        if (owner.hasConditionalAnnotations) {
            define("__conditional_annotations__", USE, annotation.span());
        }
        current.inUnevaluatedAnnotation = unevaluated;
        expression(annotation);
        current.inUnevaluatedAnnotation = false;
        exit();
    }

    private void match(Stmt.Match s) {
        expression(s.subject());
        boolean before = current.inConditionalBlock;
        current.inConditionalBlock = true;
        for (MatchCase c : s.cases()) {
            pattern(c.pattern());
            expression(c.guard());
            statements(c.body());
        }
        current.inConditionalBlock = before;
    }

    private void pattern(Pattern pattern) {
        switch (pattern) {
            case null -> { }
            case Pattern.MatchValue p -> expression(p.value());
            case Pattern.MatchSingleton p -> { }
            case Pattern.MatchSequence p -> patterns(p.patterns());
            case Pattern.MatchStar p -> capture(p.name(), p.span());
            case Pattern.MatchMapping p -> {
                all(p.keys());
                patterns(p.patterns());
                capture(p.rest(), p.span());
            }
            case Pattern.MatchClass p -> {
                expression(p.cls());
                patterns(p.patterns());
                for (String attribute : p.kwdAttrs()) {
                    checkName(attribute, p.span(), ExprContext.STORE);
                }
                patterns(p.kwdPatterns());
            }
            case Pattern.MatchAs p -> {
                pattern(p.pattern());
                capture(p.name(), p.span());
            }
            case Pattern.MatchOr p -> patterns(p.patterns());
        }
    }

    private void patterns(List<Pattern> list) {
        for (Pattern p : list) {
            pattern(p);
        }
    }

    private void capture(String name, Span span) {
        if (name != null) {
            define(name, DEF_LOCAL, span);
        }
    }

    private void tryStatement(List<Stmt> body, List<ExceptHandler> handlers, List<Stmt> orelse, List<Stmt> last) {
        boolean before = current.inConditionalBlock;
        current.inConditionalBlock = true;
        statements(body);
        for (ExceptHandler h : handlers) {
            expression(h.type());
            capture(h.name(), h.span());
            statements(h.body());
        }
        statements(orelse);
        statements(last);
        current.inConditionalBlock = before;
    }

    private void with(List<WithItem> items, List<Stmt> body) {
        boolean before = current.inConditionalBlock;
        current.inConditionalBlock = true;
        for (WithItem item : items) {
            expression(item.contextExpr());
            expression(item.optionalVars());
        }
        statements(body);
        current.inConditionalBlock = before;
    }

    private void aliases(List<Alias> names) {
        for (Alias a : names) {
            if (a.name().equals("*")) {
                if (current.block != Block.MODULE) {
                    throw error("import * only allowed at module level", a.span());
                }
                continue;
            }
            String name = a.asname();
            if (name == null) {
                int dot = a.name().indexOf('.');
                name = dot < 0 ? a.name() : a.name().substring(0, dot).intern();
            }
            define(name, DEF_IMPORT, a.span());
        }
    }

    private void global(Stmt.Global s) {
        for (String name : s.names()) {
            int flags = current.flags(mangle(name));
            if ((flags & (DEF_PARAM | DEF_LOCAL | USE | DEF_ANNOT)) != 0) {
                throw error(declared(flags, name, "global"), s.span());
            }
            define(name, DEF_GLOBAL, s.span());
            directive(name, s.span());
        }
    }

    private void nonlocal(Stmt.Nonlocal s) {
        for (String name : s.names()) {
            int flags = current.flags(mangle(name));
            if ((flags & (DEF_PARAM | DEF_LOCAL | USE | DEF_ANNOT)) != 0) {
                throw error(declared(flags, name, "nonlocal"), s.span());
            }
            define(name, DEF_NONLOCAL, s.span());
            directive(name, s.span());
        }
    }

    private static String declared(int flags, String name, String what) {
        if ((flags & DEF_PARAM) != 0) {
            return "name '" + name + "' is parameter and " + what;
        }
        if ((flags & USE) != 0) {
            return "name '" + name + "' is used prior to " + what + " declaration";
        }
        if ((flags & DEF_ANNOT) != 0) {
            return "annotated name '" + name + "' can't be " + what;
        }
        return "name '" + name + "' is assigned to before " + what + " declaration";
    }

    private void checkCoroutine(Span span, String message) {
        if (topLevelAwait && current.block == Block.MODULE) {
            current.coroutine = true;
        }
        if (!current.coroutine) {
            throw error(message, span);
        }
    }
}
