package dev.adder.language.parser;

import dev.adder.language.ast.Alias;
import dev.adder.language.ast.Arguments;
import dev.adder.language.ast.ExceptHandler;
import dev.adder.language.ast.Expr;
import dev.adder.language.ast.ExprContext;
import dev.adder.language.ast.Keyword;
import dev.adder.language.ast.Mod;
import dev.adder.language.ast.Operator;
import dev.adder.language.ast.Span;
import dev.adder.language.ast.Stmt;
import dev.adder.language.ast.TypeParam;
import dev.adder.language.ast.WithItem;
import java.util.ArrayList;
import java.util.List;

/** Statements and whole sources. */
final class StatementParser extends PatternParser {
    StatementParser(Source source) {
        super(source);
    }

    // ---- whole sources ----

    Mod file() {
        ArrayList<Stmt> body = new ArrayList<>();
        while (!at(Tok.ENDMARKER)) {
            statement(body);
        }
        return new Mod.Module(seal(body), List.copyOf(typeIgnores));
    }

    Mod evalInput() {
        Expr e = expressions();
        while (accept(Tok.NEWLINE)) {
            continue;
        }
        expect(Tok.ENDMARKER);
        return new Mod.Expression(e);
    }

    /** One interactive statement, with nothing but blanks and comments after it ({@code bad_single_statement}). */
    Mod onlyInteractive() {
        Mod tree = interactive();
        if (!blankFrom(ends[p - 1])) {
            fail();
        }
        return tree;
    }

    final boolean blankFrom(int offset) {
        int i = offset;
        while (i < source.length) {
            byte c = src[i];
            if (c == '#') {
                while (i < source.length && src[i] != '\n') {
                    i++;
                }
            } else if (c == ' ' || c == '\t' || c == '\n' || c == '\f') {
                i++;
            } else {
                return false;
            }
        }
        return true;
    }

    private Mod interactive() {
        ArrayList<Stmt> body = new ArrayList<>();
        if (at(Tok.NEWLINE)) {
            Span s = tokenSpan(p);
            p++;
            body.add(new Stmt.Pass(s));
        } else if (!at(Tok.ENDMARKER)) {
            boolean compound = compoundStatement(body);
            if (compound) {
                expect(Tok.NEWLINE);
            } else {
                simpleStatements(body);
            }
        } else {
            fail();
        }
        return new Mod.Interactive(seal(body));
    }

    Mod functionType() {
        ArrayList<Expr> types = new ArrayList<>();
        expect(Tok.LPAR);
        boolean star = false;
        boolean doubleStar = false;
        while (!at(Tok.RPAR)) {
            if (doubleStar) {
                fail();
            }
            if (accept(Tok.STAR)) {
                if (star) {
                    fail();
                }
                star = true;
            } else if (accept(Tok.DOUBLESTAR)) {
                doubleStar = true;
            } else if (star) {
                fail();
            }
            types.add(expression());
            if (!at(Tok.RPAR)) {
                expect(Tok.COMMA);
                if (at(Tok.RPAR)) {
                    fail();
                }
            }
        }
        p++;
        expect(Tok.RARROW);
        Expr returns = expression();
        while (accept(Tok.NEWLINE)) {
            continue;
        }
        expect(Tok.ENDMARKER);
        return new Mod.FunctionType(seal(types), returns);
    }

    // ---- statements ----

    private void statement(ArrayList<Stmt> out) {
        if (!compoundStatement(out)) {
            simpleStatements(out);
        }
    }

    private boolean compoundStatement(ArrayList<Stmt> out) {
        Stmt s;
        switch (kinds[p]) {
            case Tok.KW_DEF -> s = functionDef(List.of());
            case Tok.AT -> s = decorated();
            case Tok.KW_ASYNC -> s = asyncStatement();
            case Tok.KW_IF -> s = ifStatement();
            case Tok.KW_CLASS -> s = classDef(List.of());
            case Tok.KW_WITH -> s = withStatement(p);
            case Tok.KW_FOR -> s = forStatement(p);
            case Tok.KW_TRY -> s = tryStatement();
            case Tok.KW_WHILE -> s = whileStatement();
            case Tok.NAME -> {
                if (!atMatchStatement()) {
                    return false;
                }
                s = matchStatement();
            }
            default -> {
                return false;
            }
        }
        out.add(s);
        return true;
    }

    private void simpleStatements(ArrayList<Stmt> out) {
        do {
            if (at(Tok.NEWLINE) && !out.isEmpty() && kinds[p - 1] == Tok.SEMI) {
                break;
            }
            out.add(simpleStatement());
        } while (accept(Tok.SEMI));
        expect(Tok.NEWLINE);
    }

    @Override
    List<Stmt> block() {
        ArrayList<Stmt> out = new ArrayList<>();
        if (!accept(Tok.NEWLINE)) {
            simpleStatements(out);
            return seal(out);
        }
        expect(Tok.INDENT);
        do {
            statement(out);
        } while (!accept(Tok.DEDENT));
        return seal(out);
    }

    private Stmt simpleStatement() {
        int from = p;
        switch (kinds[p]) {
            case Tok.KW_RETURN -> {
                p++;
                Expr value = atStatementEnd() ? null : starExpressions();
                return new Stmt.Return(value, span(from));
            }
            case Tok.KW_IMPORT -> {
                return importName();
            }
            case Tok.KW_FROM -> {
                return importFrom();
            }
            case Tok.KW_RAISE -> {
                p++;
                Expr exc = atStatementEnd() ? null : expression();
                Expr cause = exc != null && accept(Tok.KW_FROM) ? expression() : null;
                return new Stmt.Raise(exc, cause, span(from));
            }
            case Tok.KW_PASS -> {
                return new Stmt.Pass(tokenSpan(p++));
            }
            case Tok.KW_BREAK -> {
                return new Stmt.Break(tokenSpan(p++));
            }
            case Tok.KW_CONTINUE -> {
                return new Stmt.Continue(tokenSpan(p++));
            }
            case Tok.KW_DEL -> {
                return delete();
            }
            case Tok.KW_ASSERT -> {
                p++;
                Expr test = expression();
                Expr msg = accept(Tok.COMMA) ? expression() : null;
                return new Stmt.Assert(test, msg, span(from));
            }
            case Tok.KW_GLOBAL -> {
                p++;
                List<String> names = nameList();
                return new Stmt.Global(names, span(from));
            }
            case Tok.KW_NONLOCAL -> {
                p++;
                List<String> names = nameList();
                return new Stmt.Nonlocal(names, span(from));
            }
            case Tok.NAME -> {
                if (atSoft("type") && kinds[p + 1] == Tok.NAME
                        && (kinds[p + 2] == Tok.EQUAL || kinds[p + 2] == Tok.LSQB)) {
                    return typeAlias();
                }
                return expressionStatement();
            }
            default -> {
                return expressionStatement();
            }
        }
    }

    private boolean atStatementEnd() {
        return at(Tok.NEWLINE) || at(Tok.SEMI);
    }

    private List<String> nameList() {
        ArrayList<String> out = new ArrayList<>(2);
        do {
            out.add(expectName());
        } while (accept(Tok.COMMA));
        return seal(out);
    }

    private Stmt typeAlias() {
        int from = p++;
        Expr name = new Expr.Name(names[p], ExprContext.STORE, tokenSpan(p));
        p++;
        List<TypeParam> params = typeParams();
        expect(Tok.EQUAL);
        Expr value = expression();
        return new Stmt.TypeAlias(name, params, value, span(from));
    }

    // ---- expressions, assignments ----

    private Stmt expressionStatement() {
        int from = p;
        boolean paren = at(Tok.LPAR);
        Expr first = yieldOrStarExpressions();
        switch (kinds[p]) {
            case Tok.EQUAL -> {
                return assignment(first, from);
            }
            case Tok.COLON -> {
                return annotated(first, from, paren);
            }
            default -> {
                Operator op = augmented(kinds[p]);
                if (op == null) {
                    return new Stmt.ExprStmt(first, span(from));
                }
                Expr target = singleTarget(first);
                p++;
                Expr value = yieldOrStarExpressions();
                return new Stmt.AugAssign(target, op, value, span(from));
            }
        }
    }

    private Stmt assignment(Expr first, int from) {
        ArrayList<Expr> targets = new ArrayList<>(1);
        Expr value = first;
        while (accept(Tok.EQUAL)) {
            targets.add(target(value, ExprContext.STORE));
            value = yieldOrStarExpressions();
        }
        String comment = optionalTypeComment();
        return new Stmt.Assign(seal(targets), value, comment, span(from));
    }

    private Stmt annotated(Expr first, int from, boolean paren) {
        Expr target = singleTarget(first);
        // A name in parentheses is no simple target: then the statement begins with one of them.
        boolean simple = target instanceof Expr.Name && !paren;
        p++;
        Expr annotation = expression();
        Expr value = accept(Tok.EQUAL) ? yieldOrStarExpressions() : null;
        return new Stmt.AnnAssign(target, annotation, value, simple, span(from));
    }

    private Expr singleTarget(Expr e) {
        if (e instanceof Expr.Name || e instanceof Expr.Attribute || e instanceof Expr.Subscript) {
            return target(e, ExprContext.STORE);
        }
        throw fail();
    }

    private static Operator augmented(int kind) {
        return switch (kind) {
            case Tok.PLUSEQUAL -> Operator.ADD;
            case Tok.MINEQUAL -> Operator.SUB;
            case Tok.STAREQUAL -> Operator.MULT;
            case Tok.ATEQUAL -> Operator.MAT_MULT;
            case Tok.SLASHEQUAL -> Operator.DIV;
            case Tok.PERCENTEQUAL -> Operator.MOD;
            case Tok.AMPEREQUAL -> Operator.BIT_AND;
            case Tok.VBAREQUAL -> Operator.BIT_OR;
            case Tok.CIRCUMFLEXEQUAL -> Operator.BIT_XOR;
            case Tok.LEFTSHIFTEQUAL -> Operator.L_SHIFT;
            case Tok.RIGHTSHIFTEQUAL -> Operator.R_SHIFT;
            case Tok.DOUBLESTAREQUAL -> Operator.POW;
            case Tok.DOUBLESLASHEQUAL -> Operator.FLOOR_DIV;
            default -> null;
        };
    }

    private Stmt delete() {
        int from = p++;
        ArrayList<Expr> targets = new ArrayList<>(1);
        do {
            if (atStatementEnd()) {
                break;
            }
            targets.add(target(primary(), ExprContext.DEL));
        } while (accept(Tok.COMMA));
        if (targets.isEmpty() || !atStatementEnd()) {
            fail();
        }
        return new Stmt.Delete(seal(targets), span(from));
    }

    // ---- imports ----

    private Stmt importName() {
        int from = p++;
        ArrayList<Alias> names = new ArrayList<>(1);
        do {
            int at = p;
            String name = dottedName();
            String as = accept(Tok.KW_AS) ? expectName() : null;
            names.add(new Alias(name, as, span(at)));
        } while (accept(Tok.COMMA));
        return new Stmt.Import(seal(names), span(from));
    }

    private String dottedName() {
        String name = expectName();
        if (!at(Tok.DOT)) {
            return name;
        }
        StringBuilder b = new StringBuilder(name);
        while (accept(Tok.DOT)) {
            b.append('.').append(expectName());
        }
        return b.toString().intern();
    }

    private Stmt importFrom() {
        int from = p++;
        int level = 0;
        for (;;) {
            if (accept(Tok.DOT)) {
                level++;
            } else if (accept(Tok.ELLIPSIS)) {
                level += 3;
            } else {
                break;
            }
        }
        String module = level > 0 && at(Tok.KW_IMPORT) ? null : dottedName();
        expect(Tok.KW_IMPORT);
        ArrayList<Alias> names = new ArrayList<>(2);
        if (at(Tok.STAR)) {
            names.add(new Alias("*", null, tokenSpan(p++)));
        } else if (accept(Tok.LPAR)) {
            do {
                if (at(Tok.RPAR) && !names.isEmpty()) {
                    break;
                }
                names.add(importedName());
            } while (accept(Tok.COMMA));
            expect(Tok.RPAR);
        } else {
            do {
                names.add(importedName());
            } while (accept(Tok.COMMA));
        }
        if ("__future__".equals(module)) {
            for (Alias a : names) {
                flufl |= a.name().equals("barry_as_FLUFL");
            }
        }
        return new Stmt.ImportFrom(module, seal(names), level, span(from));
    }

    private Alias importedName() {
        int at = p;
        String name = expectName();
        String as = accept(Tok.KW_AS) ? expectName() : null;
        return new Alias(name, as, span(at));
    }

    // ---- if, while, for, with, try ----

    private Stmt ifStatement() {
        // A chain of elifs nests to the right; it is built from its end, so that a long one needs no deep recursion.
        ArrayList<Integer> froms = new ArrayList<>(1);
        ArrayList<Expr> tests = new ArrayList<>(1);
        ArrayList<List<Stmt>> bodies = new ArrayList<>(1);
        do {
            froms.add(p++);
            tests.add(namedExpression());
            expect(Tok.COLON);
            bodies.add(block());
            enter();
        } while (at(Tok.KW_ELIF));
        depth -= froms.size();
        List<Stmt> orelse = elseBlock();
        Stmt s = null;
        for (int i = froms.size() - 1; i >= 0; i--) {
            s = new Stmt.If(tests.get(i), bodies.get(i), orelse, blockSpan(froms.get(i)));
            orelse = List.of(s);
        }
        return s;
    }

    private List<Stmt> elseBlock() {
        if (!accept(Tok.KW_ELSE)) {
            return List.of();
        }
        expect(Tok.COLON);
        return block();
    }

    private Stmt whileStatement() {
        int from = p++;
        Expr test = namedExpression();
        expect(Tok.COLON);
        List<Stmt> body = block();
        List<Stmt> orelse = elseBlock();
        return new Stmt.While(test, body, orelse, blockSpan(from));
    }

    private Stmt asyncStatement() {
        int from = p++;
        return switch (kinds[p]) {
            case Tok.KW_DEF -> {
                p--;
                yield functionDef(List.of());
            }
            case Tok.KW_FOR -> forStatement(from);
            case Tok.KW_WITH -> withStatement(from);
            default -> throw fail();
        };
    }

    private Stmt forStatement(int from) {
        boolean async = p != from;
        p++;
        Expr target = starTargets();
        expect(Tok.KW_IN);
        Expr iter = starExpressions();
        expect(Tok.COLON);
        String comment = optionalTypeComment();
        List<Stmt> body = block();
        List<Stmt> orelse = elseBlock();
        Span span = blockSpan(from);
        return async ? new Stmt.AsyncFor(target, iter, body, orelse, comment, span)
                : new Stmt.For(target, iter, body, orelse, comment, span);
    }

    private Stmt withStatement(int from) {
        boolean async = p != from;
        p++;
        int mark = p;
        int nesting = depth;
        int warned = warnings.size();
        List<WithItem> items = at(Tok.LPAR) && closesBeforeColon() ? parenthesisedItems() : null;
        if (items == null) {
            p = mark;
            depth = nesting;
            warnings.subList(warned, warnings.size()).clear();
            ArrayList<WithItem> list = new ArrayList<>(1);
            do {
                list.add(withItem());
            } while (accept(Tok.COMMA));
            items = seal(list);
        }
        expect(Tok.COLON);
        String comment = optionalTypeComment();
        List<Stmt> body = block();
        Span span = blockSpan(from);
        return async ? new Stmt.AsyncWith(items, body, comment, span) : new Stmt.With(items, body, comment, span);
    }

    /** Whether the parenthesis that is next is followed by a colon after its closing one. */
    private boolean closesBeforeColon() {
        int nesting = 0;
        for (int i = p;; i++) {
            switch (kinds[i]) {
                case Tok.LPAR, Tok.LSQB, Tok.LBRACE -> nesting++;
                case Tok.RPAR, Tok.RSQB, Tok.RBRACE -> {
                    if (--nesting == 0) {
                        return kinds[i + 1] == Tok.COLON;
                    }
                }
                case Tok.ENDMARKER, Tok.ERRORTOKEN -> {
                    return false;
                }
                default -> { }
            }
        }
    }

    /** Items in parentheses, or null when what is there is one parenthesised expression. */
    private List<WithItem> parenthesisedItems() {
        try {
            p++;
            ArrayList<WithItem> items = new ArrayList<>();
            do {
                if (at(Tok.RPAR) && !items.isEmpty()) {
                    break;
                }
                items.add(withItem());
            } while (accept(Tok.COMMA));
            return accept(Tok.RPAR) && at(Tok.COLON) ? seal(items) : null;
        } catch (Failure notItems) {
            return null;
        }
    }

    private WithItem withItem() {
        Expr context = expression();
        if (!accept(Tok.KW_AS)) {
            return new WithItem(context, null);
        }
        Expr target = starTarget();
        if (!at(Tok.COMMA) && !at(Tok.RPAR) && !at(Tok.COLON)) {
            fail();
        }
        return new WithItem(context, target);
    }

    private Stmt tryStatement() {
        int from = p++;
        expect(Tok.COLON);
        List<Stmt> body = block();
        ArrayList<ExceptHandler> handlers = new ArrayList<>(1);
        boolean star = at(Tok.KW_EXCEPT) && kinds[p + 1] == Tok.STAR;
        while (at(Tok.KW_EXCEPT)) {
            if (star != (kinds[p + 1] == Tok.STAR)) {
                fail();
            }
            handlers.add(handler(star));
        }
        List<Stmt> orelse = handlers.isEmpty() ? List.of() : elseBlock();
        List<Stmt> last = List.of();
        if (accept(Tok.KW_FINALLY)) {
            expect(Tok.COLON);
            last = block();
        } else if (handlers.isEmpty()) {
            fail();
        }
        Span span = blockSpan(from);
        return star ? new Stmt.TryStar(body, seal(handlers), orelse, last, span)
                : new Stmt.Try(body, seal(handlers), orelse, last, span);
    }

    private ExceptHandler handler(boolean star) {
        int from = p;
        p += star ? 2 : 1;
        Expr type = null;
        String name = null;
        if (star || !at(Tok.COLON)) {
            // PEP 758: several types need parentheses only before an "as".
            type = expressions();
            if (accept(Tok.KW_AS)) {
                if (type instanceof Expr.Tuple && lines[from] >= 0 && !inParentheses(type, from + (star ? 2 : 1))) {
                    fail();
                }
                name = expectName();
            }
        }
        expect(Tok.COLON);
        List<Stmt> body = block();
        return new ExceptHandler(type, name, body, blockSpan(from));
    }

    /** Whether a tuple, whose first token is at {@code first}, has parentheses of its own. */
    private boolean inParentheses(Expr tuple, int first) {
        if (kinds[first] != Tok.LPAR) {
            return false;
        }
        int nesting = 0;
        for (int i = first; i < p; i++) {
            if (kinds[i] == Tok.LPAR || kinds[i] == Tok.LSQB || kinds[i] == Tok.LBRACE) {
                nesting++;
            } else if (kinds[i] == Tok.RPAR || kinds[i] == Tok.RSQB || kinds[i] == Tok.RBRACE) {
                if (--nesting == 0) {
                    return kinds[i + 1] == Tok.KW_AS;
                }
            }
        }
        return false;
    }

    // ---- definitions ----

    private Stmt decorated() {
        ArrayList<Expr> decorators = new ArrayList<>(1);
        while (accept(Tok.AT)) {
            decorators.add(namedExpression());
            expect(Tok.NEWLINE);
        }
        List<Expr> sealed = seal(decorators);
        return at(Tok.KW_CLASS) ? classDef(sealed) : functionDef(sealed);
    }

    private Stmt classDef(List<Expr> decorators) {
        int from = p++;
        String name = expectName();
        List<TypeParam> params = typeParams();
        ArrayList<Expr> bases = new ArrayList<>(2);
        ArrayList<Keyword> keywords = new ArrayList<>(0);
        if (at(Tok.LPAR)) {
            p++;
            // No generator here without parentheses of its own: no token is the one before it.
            arguments(bases, keywords, -1);
            expect(Tok.RPAR);
        }
        expect(Tok.COLON);
        List<Stmt> body = block();
        return new Stmt.ClassDef(name, seal(bases), seal(keywords), body, decorators, params, blockSpan(from));
    }

    private Stmt functionDef(List<Expr> decorators) {
        int from = p;
        boolean async = accept(Tok.KW_ASYNC);
        expect(Tok.KW_DEF);
        String name = expectName();
        List<TypeParam> params = typeParams();
        expect(Tok.LPAR);
        Arguments args = new ParameterParser(this, true).parse();
        expect(Tok.RPAR);
        Expr returns = accept(Tok.RARROW) ? expression() : null;
        expect(Tok.COLON);
        String comment = functionTypeComment();
        List<Stmt> body = block();
        Span span = blockSpan(from);
        return async ? new Stmt.AsyncFunctionDef(name, args, body, decorators, returns, comment, params, span)
                : new Stmt.FunctionDef(name, args, body, decorators, returns, comment, params, span);
    }

    private List<TypeParam> typeParams() {
        if (!accept(Tok.LSQB)) {
            return List.of();
        }
        ArrayList<TypeParam> out = new ArrayList<>(1);
        do {
            if (at(Tok.RSQB) && !out.isEmpty()) {
                break;
            }
            out.add(typeParam());
        } while (accept(Tok.COMMA));
        expect(Tok.RSQB);
        return seal(out);
    }

    private TypeParam typeParam() {
        int from = p;
        if (accept(Tok.STAR)) {
            String name = expectName();
            Expr value = accept(Tok.EQUAL) ? starExpression() : null;
            return new TypeParam.TypeVarTuple(name, value, span(from));
        }
        if (accept(Tok.DOUBLESTAR)) {
            String name = expectName();
            Expr value = accept(Tok.EQUAL) ? expression() : null;
            return new TypeParam.ParamSpec(name, value, span(from));
        }
        String name = expectName();
        Expr bound = accept(Tok.COLON) ? expression() : null;
        Expr value = accept(Tok.EQUAL) ? expression() : null;
        return new TypeParam.TypeVar(name, bound, value, span(from));
    }

    // ---- type comments ----

    private String optionalTypeComment() {
        return at(Tok.TYPE_COMMENT) ? typeCommentText() : null;
    }

    /** After a def's colon: on the same line, or alone on the next one before the block. */
    private String functionTypeComment() {
        if (at(Tok.TYPE_COMMENT)) {
            if (kinds[p + 1] == Tok.NEWLINE && kinds[p + 2] == Tok.TYPE_COMMENT && kinds[p + 3] == Tok.NEWLINE
                    && kinds[p + 4] == Tok.INDENT) {
                fail();
            }
            return typeCommentText();
        }
        if (at(Tok.NEWLINE) && kinds[p + 1] == Tok.TYPE_COMMENT && kinds[p + 2] == Tok.NEWLINE
                && kinds[p + 3] == Tok.INDENT) {
            p++;
            return typeCommentText();
        }
        return null;
    }
}
