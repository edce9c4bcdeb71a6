package dev.adder.language.parser;

import dev.adder.language.ast.Arg;
import dev.adder.language.ast.Arguments;
import dev.adder.language.ast.BoolOpKind;
import dev.adder.language.ast.CmpOp;
import dev.adder.language.ast.Comprehension;
import dev.adder.language.ast.Expr;
import dev.adder.language.ast.ExprContext;
import dev.adder.language.ast.Keyword;
import dev.adder.language.ast.Operator;
import dev.adder.language.ast.Singleton;
import dev.adder.language.ast.Span;
import dev.adder.language.ast.UnaryOperator;
import java.util.ArrayList;
import java.util.List;

/** Expressions, by recursive descent with precedence climbing for the binary operators. */
abstract class ExpressionParser extends StringParser {
    /** Between where CPython's stack ends for the cheapest and for the dearest forms of nesting. */
    private static final int MAX_DEPTH = 5000;

    int depth;
    /** PEP 401: {@code <>} for {@code !=}. */
    boolean flufl;

    ExpressionParser(Source source) {
        super(source);
    }

    final void enter() {
        if (++depth > MAX_DEPTH) {
            throw ErrorParser.tooDeep(filename);
        }
    }

    // ---- lists of expressions ----

    private boolean startsExpression() {
        return switch (kinds[p]) {
            case Tok.NAME, Tok.NUMBER, Tok.STRING, Tok.FSTRING_START, Tok.TSTRING_START, Tok.LPAR, Tok.LSQB, Tok.LBRACE,
                    Tok.MINUS, Tok.PLUS, Tok.TILDE, Tok.ELLIPSIS, Tok.KW_NOT, Tok.KW_LAMBDA, Tok.KW_AWAIT, Tok.KW_NONE,
                    Tok.KW_TRUE, Tok.KW_FALSE -> true;
            default -> false;
        };
    }

    private boolean startsStarExpression() {
        return kinds[p] == Tok.STAR || startsExpression();
    }

    /** {@code star_expressions}: a tuple where there is a comma. */
    final Expr starExpressions() {
        int from = p;
        Expr first = starExpression();
        if (!at(Tok.COMMA)) {
            return first;
        }
        ArrayList<Expr> items = new ArrayList<>();
        items.add(first);
        while (accept(Tok.COMMA)) {
            if (!startsStarExpression()) {
                break;
            }
            items.add(starExpression());
        }
        return new Expr.Tuple(seal(items), ExprContext.LOAD, span(from));
    }

    /** {@code expressions}: no stars. */
    final Expr expressions() {
        int from = p;
        Expr first = expression();
        if (!at(Tok.COMMA)) {
            return first;
        }
        ArrayList<Expr> items = new ArrayList<>();
        items.add(first);
        while (accept(Tok.COMMA)) {
            if (!startsExpression()) {
                break;
            }
            items.add(expression());
        }
        return new Expr.Tuple(seal(items), ExprContext.LOAD, span(from));
    }

    final Expr starExpression() {
        return at(Tok.STAR) ? starred(true) : expression();
    }

    final Expr starNamedExpression() {
        return at(Tok.STAR) ? starred(true) : namedExpression();
    }

    /** After a star stands a bitwise-or expression, or in calls and subscripts any expression. */
    private Expr starred(boolean narrow) {
        int from = p++;
        Expr value = narrow ? binary(1) : expression();
        return new Expr.Starred(value, ExprContext.LOAD, span(from));
    }

    final Expr yieldOrStarExpressions() {
        return at(Tok.KW_YIELD) ? yieldExpression() : starExpressions();
    }

    final Expr yieldExpression() {
        int from = p++;
        if (accept(Tok.KW_FROM)) {
            Expr value = expression();
            return new Expr.YieldFrom(value, span(from));
        }
        Expr value = startsStarExpression() ? starExpressions() : null;
        return new Expr.Yield(value, span(from));
    }

    // ---- one expression ----

    final Expr namedExpression() {
        if (kinds[p] == Tok.NAME && kinds[p + 1] == Tok.COLONEQUAL) {
            return assignmentExpression();
        }
        Expr e = expression();
        if (at(Tok.COLONEQUAL)) {
            fail();
        }
        return e;
    }

    private Expr assignmentExpression() {
        int from = p;
        Expr target = new Expr.Name(names[p], ExprContext.STORE, tokenSpan(p));
        p += 2;
        Expr value = expression();
        return new Expr.NamedExpr(target, value, span(from));
    }

    final Expr expression() {
        if (at(Tok.KW_LAMBDA)) {
            return lambda();
        }
        enter();
        int from = p;
        Expr body = disjunction();
        if (accept(Tok.KW_IF)) {
            Expr test = disjunction();
            expect(Tok.KW_ELSE);
            Expr orelse = expression();
            body = new Expr.IfExp(test, body, orelse, span(from));
        }
        depth--;
        return body;
    }

    private Expr lambda() {
        enter();
        int from = p++;
        Arguments args = new ParameterParser(this, false).parse();
        expect(Tok.COLON);
        Expr body = expression();
        depth--;
        return new Expr.Lambda(args, body, span(from));
    }

    final Expr disjunction() {
        int from = p;
        Expr first = conjunction();
        if (!at(Tok.KW_OR)) {
            return first;
        }
        ArrayList<Expr> values = new ArrayList<>();
        values.add(first);
        while (accept(Tok.KW_OR)) {
            values.add(conjunction());
        }
        return new Expr.BoolOp(BoolOpKind.OR, seal(values), span(from));
    }

    private Expr conjunction() {
        int from = p;
        Expr first = inversion();
        if (!at(Tok.KW_AND)) {
            return first;
        }
        ArrayList<Expr> values = new ArrayList<>();
        values.add(first);
        while (accept(Tok.KW_AND)) {
            values.add(inversion());
        }
        return new Expr.BoolOp(BoolOpKind.AND, seal(values), span(from));
    }

    private Expr inversion() {
        if (!at(Tok.KW_NOT)) {
            return comparison();
        }
        enter();
        int from = p++;
        Expr operand = inversion();
        depth--;
        return new Expr.UnaryOp(UnaryOperator.NOT, operand, span(from));
    }

    private Expr comparison() {
        int from = p;
        Expr left = binary(1);
        CmpOp op = compareOperator();
        if (op == null) {
            return left;
        }
        ArrayList<CmpOp> ops = new ArrayList<>(2);
        ArrayList<Expr> rights = new ArrayList<>(2);
        while (op != null) {
            ops.add(op);
            rights.add(binary(1));
            op = compareOperator();
        }
        return new Expr.Compare(left, seal(ops), seal(rights), span(from));
    }

    /** Reads a comparison operator if one is next. */
    private CmpOp compareOperator() {
        switch (kinds[p]) {
            case Tok.EQEQUAL -> {
                p++;
                return CmpOp.EQ;
            }
            case Tok.NOTEQUAL -> {
                if (src[starts[p]] == '<' != flufl) {
                    fail();
                }
                p++;
                return CmpOp.NOT_EQ;
            }
            case Tok.LESS -> {
                p++;
                return CmpOp.LT;
            }
            case Tok.LESSEQUAL -> {
                p++;
                return CmpOp.LT_E;
            }
            case Tok.GREATER -> {
                p++;
                return CmpOp.GT;
            }
            case Tok.GREATEREQUAL -> {
                p++;
                return CmpOp.GT_E;
            }
            case Tok.KW_IN -> {
                p++;
                return CmpOp.IN;
            }
            case Tok.KW_IS -> {
                p++;
                return accept(Tok.KW_NOT) ? CmpOp.IS_NOT : CmpOp.IS;
            }
            case Tok.KW_NOT -> {
                if (kinds[p + 1] != Tok.KW_IN) {
                    return null;
                }
                p += 2;
                return CmpOp.NOT_IN;
            }
            default -> {
                return null;
            }
        }
    }

    private static int precedence(int kind) {
        return switch (kind) {
            case Tok.VBAR -> 1;
            case Tok.CIRCUMFLEX -> 2;
            case Tok.AMPER -> 3;
            case Tok.LEFTSHIFT, Tok.RIGHTSHIFT -> 4;
            case Tok.PLUS, Tok.MINUS -> 5;
            case Tok.STAR, Tok.SLASH, Tok.DOUBLESLASH, Tok.PERCENT, Tok.AT -> 6;
            default -> 0;
        };
    }

    private static Operator operator(int kind) {
        return switch (kind) {
            case Tok.VBAR -> Operator.BIT_OR;
            case Tok.CIRCUMFLEX -> Operator.BIT_XOR;
            case Tok.AMPER -> Operator.BIT_AND;
            case Tok.LEFTSHIFT -> Operator.L_SHIFT;
            case Tok.RIGHTSHIFT -> Operator.R_SHIFT;
            case Tok.PLUS -> Operator.ADD;
            case Tok.MINUS -> Operator.SUB;
            case Tok.STAR -> Operator.MULT;
            case Tok.SLASH -> Operator.DIV;
            case Tok.DOUBLESLASH -> Operator.FLOOR_DIV;
            case Tok.PERCENT -> Operator.MOD;
            default -> Operator.MAT_MULT;
        };
    }

    /** Binary operators that bind at least as tightly as {@code least}; 1 is {@code bitwise_or}. */
    final Expr binary(int least) {
        int from = p;
        Expr left = factor();
        for (;;) {
            int kind = kinds[p];
            int binds = precedence(kind);
            if (binds < least || binds == 0) {
                return left;
            }
            p++;
            Expr right = binary(binds + 1);
            left = new Expr.BinOp(left, operator(kind), right, span(from));
        }
    }

    private Expr factor() {
        UnaryOperator op = switch (kinds[p]) {
            case Tok.MINUS -> UnaryOperator.U_SUB;
            case Tok.PLUS -> UnaryOperator.U_ADD;
            case Tok.TILDE -> UnaryOperator.INVERT;
            default -> null;
        };
        if (op == null) {
            return power();
        }
        enter();
        int from = p++;
        Expr operand = factor();
        depth--;
        return new Expr.UnaryOp(op, operand, span(from));
    }

    private Expr power() {
        int from = p;
        Expr base;
        if (accept(Tok.KW_AWAIT)) {
            Expr value = primary();
            base = new Expr.Await(value, span(from));
        } else {
            base = primary();
        }
        if (!accept(Tok.DOUBLESTAR)) {
            return base;
        }
        enter();
        Expr exponent = factor();
        depth--;
        return new Expr.BinOp(base, Operator.POW, exponent, span(from));
    }

    final Expr primary() {
        int from = p;
        Expr e = atom();
        for (;;) {
            switch (kinds[p]) {
                case Tok.DOT -> {
                    p++;
                    String attr = expectName();
                    e = new Expr.Attribute(e, attr, ExprContext.LOAD, span(from));
                }
                case Tok.LPAR -> e = call(e, from);
                case Tok.LSQB -> {
                    p++;
                    Expr slice = slices();
                    expect(Tok.RSQB);
                    e = new Expr.Subscript(e, slice, ExprContext.LOAD, span(from));
                }
                default -> {
                    return e;
                }
            }
        }
    }

    // ---- subscripts ----

    private Expr slices() {
        int from = p;
        Expr first = at(Tok.STAR) ? starred(false) : slice();
        if (!at(Tok.COMMA) && !(first instanceof Expr.Starred)) {
            return first;
        }
        ArrayList<Expr> items = new ArrayList<>();
        items.add(first);
        while (accept(Tok.COMMA)) {
            if (at(Tok.RSQB)) {
                break;
            }
            items.add(at(Tok.STAR) ? starred(false) : slice());
        }
        return new Expr.Tuple(seal(items), ExprContext.LOAD, span(from));
    }

    private Expr slice() {
        int from = p;
        Expr lower = null;
        if (!at(Tok.COLON)) {
            if (kinds[p] == Tok.NAME && kinds[p + 1] == Tok.COLONEQUAL) {
                return assignmentExpression();
            }
            lower = expression();
            if (at(Tok.COLONEQUAL)) {
                fail();
            }
            if (!at(Tok.COLON)) {
                return lower;
            }
        }
        p++;
        Expr upper = startsExpression() ? expression() : null;
        Expr step = accept(Tok.COLON) && startsExpression() ? expression() : null;
        return new Expr.Slice(lower, upper, step, span(from));
    }

    // ---- calls ----

    private Expr call(Expr function, int from) {
        int open = p++;
        ArrayList<Expr> args = new ArrayList<>();
        ArrayList<Keyword> keywords = new ArrayList<>(0);
        if (!at(Tok.RPAR)) {
            arguments(args, keywords, open);
        }
        expect(Tok.RPAR);
        return new Expr.Call(function, seal(args), seal(keywords), span(from));
    }

    /** Arguments up to the closing parenthesis; {@code open} is the opening one, which a lone generator takes, or -1. */
    final void arguments(ArrayList<Expr> args, ArrayList<Keyword> keywords, int open) {
        boolean doubleStar = false;
        do {
            if (at(Tok.RPAR)) {
                break;
            }
            int from = p;
            if (at(Tok.DOUBLESTAR)) {
                p++;
                Expr value = expression();
                keywords.add(new Keyword(null, value, span(from)));
                doubleStar = true;
            } else if (at(Tok.STAR)) {
                if (doubleStar) {
                    fail();
                }
                args.add(starred(false));
            } else if (kinds[p] == Tok.NAME && kinds[p + 1] == Tok.EQUAL) {
                String name = names[p];
                p += 2;
                Expr value = expression();
                keywords.add(new Keyword(name, value, span(from)));
            } else {
                if (!keywords.isEmpty()) {
                    fail();
                }
                Expr value = namedExpression();
                if (at(Tok.KW_FOR) || at(Tok.KW_ASYNC)) {
                    // Only a lone generator needs no parentheses of its own; its span takes in the call's.
                    List<Comprehension> clauses = comprehensionClauses();
                    if (open < 0 || from != open + 1 || !at(Tok.RPAR)) {
                        fail();
                    }
                    p++;
                    args.add(new Expr.GeneratorExp(value, clauses, span(open)));
                    p--;
                    return;
                }
                args.add(value);
            }
        } while (accept(Tok.COMMA));
    }

    // ---- atoms ----

    private Expr atom() {
        int at = p;
        switch (kinds[at]) {
            case Tok.NAME -> {
                p++;
                return new Expr.Name(names[at], ExprContext.LOAD, tokenSpan(at));
            }
            case Tok.NUMBER -> {
                p++;
                Object value = NumberLiterals.value(src, starts[at], ends[at]);
                if (value == null) {
                    fail();
                }
                return new Expr.Constant(value, null, tokenSpan(at));
            }
            case Tok.STRING, Tok.FSTRING_START, Tok.TSTRING_START -> {
                return strings();
            }
            case Tok.LPAR -> {
                return parenthesised();
            }
            case Tok.LSQB -> {
                return listDisplay();
            }
            case Tok.LBRACE -> {
                return braceDisplay();
            }
            case Tok.KW_NONE -> {
                return constant(Singleton.NONE);
            }
            case Tok.KW_TRUE -> {
                return constant(Boolean.TRUE);
            }
            case Tok.KW_FALSE -> {
                return constant(Boolean.FALSE);
            }
            case Tok.ELLIPSIS -> {
                return constant(Singleton.ELLIPSIS);
            }
            default -> throw fail();
        }
    }

    private Expr constant(Object value) {
        return new Expr.Constant(value, null, tokenSpan(p++));
    }

    private Expr parenthesised() {
        int from = p++;
        if (accept(Tok.RPAR)) {
            return new Expr.Tuple(List.of(), ExprContext.LOAD, span(from));
        }
        if (at(Tok.KW_YIELD)) {
            Expr e = yieldExpression();
            expect(Tok.RPAR);
            return e;
        }
        Expr first = starNamedExpression();
        if (at(Tok.COMMA)) {
            ArrayList<Expr> items = displayItems(first, Tok.RPAR);
            return new Expr.Tuple(seal(items), ExprContext.LOAD, span(from));
        }
        if (first instanceof Expr.Starred) {
            fail();
        }
        if (at(Tok.KW_FOR) || at(Tok.KW_ASYNC)) {
            List<Comprehension> clauses = comprehensionClauses();
            expect(Tok.RPAR);
            return new Expr.GeneratorExp(first, clauses, span(from));
        }
        expect(Tok.RPAR);
        return first;
    }

    /** The rest of a display's items, after the first, with the closing bracket. */
    private ArrayList<Expr> displayItems(Expr first, int close) {
        ArrayList<Expr> items = new ArrayList<>();
        items.add(first);
        while (accept(Tok.COMMA)) {
            if (at(close)) {
                break;
            }
            items.add(starNamedExpression());
        }
        expect(close);
        return items;
    }

    private Expr listDisplay() {
        int from = p++;
        if (accept(Tok.RSQB)) {
            return new Expr.List(List.of(), ExprContext.LOAD, span(from));
        }
        Expr first = starNamedExpression();
        if (at(Tok.KW_FOR) || at(Tok.KW_ASYNC)) {
            if (first instanceof Expr.Starred) {
                fail();
            }
            List<Comprehension> clauses = comprehensionClauses();
            expect(Tok.RSQB);
            return new Expr.ListComp(first, clauses, span(from));
        }
        ArrayList<Expr> items = displayItems(first, Tok.RSQB);
        return new Expr.List(seal(items), ExprContext.LOAD, span(from));
    }

    private Expr braceDisplay() {
        int from = p++;
        if (accept(Tok.RBRACE)) {
            return new Expr.Dict(List.of(), List.of(), span(from));
        }
        if (at(Tok.DOUBLESTAR)) {
            return dictDisplay(from, null);
        }
        boolean plain = !(kinds[p] == Tok.NAME && kinds[p + 1] == Tok.COLONEQUAL) && !at(Tok.STAR);
        Expr first = starNamedExpression();
        if (plain && at(Tok.COLON)) {
            return dictDisplay(from, first);
        }
        if (at(Tok.KW_FOR) || at(Tok.KW_ASYNC)) {
            if (first instanceof Expr.Starred) {
                fail();
            }
            List<Comprehension> clauses = comprehensionClauses();
            expect(Tok.RBRACE);
            return new Expr.SetComp(first, clauses, span(from));
        }
        ArrayList<Expr> items = displayItems(first, Tok.RBRACE);
        return new Expr.Set(seal(items), span(from));
    }

    /** A dict whose first key, if given, is read already. */
    private Expr dictDisplay(int from, Expr firstKey) {
        ArrayList<Expr> keys = new ArrayList<>();
        ArrayList<Expr> values = new ArrayList<>();
        Expr key = firstKey;
        do {
            if (at(Tok.RBRACE)) {
                break;
            }
            if (key == null && accept(Tok.DOUBLESTAR)) {
                keys.add(null);
                values.add(binary(1));
                continue;
            }
            keys.add(key != null ? key : expression());
            key = null;
            expect(Tok.COLON);
            values.add(expression());
            if (keys.size() == 1 && (at(Tok.KW_FOR) || at(Tok.KW_ASYNC))) {
                List<Comprehension> clauses = comprehensionClauses();
                expect(Tok.RBRACE);
                return new Expr.DictComp(keys.get(0), values.get(0), clauses, span(from));
            }
        } while (accept(Tok.COMMA));
        expect(Tok.RBRACE);
        return new Expr.Dict(seal(keys), seal(values), span(from));
    }

    private List<Comprehension> comprehensionClauses() {
        ArrayList<Comprehension> clauses = new ArrayList<>(1);
        while (at(Tok.KW_FOR) || at(Tok.KW_ASYNC)) {
            boolean async = accept(Tok.KW_ASYNC);
            expect(Tok.KW_FOR);
            Expr target = starTargets();
            expect(Tok.KW_IN);
            Expr iter = disjunction();
            ArrayList<Expr> ifs = new ArrayList<>(0);
            while (accept(Tok.KW_IF)) {
                ifs.add(disjunction());
            }
            clauses.add(new Comprehension(target, iter, seal(ifs), async));
        }
        return seal(clauses);
    }

    // ---- targets ----

    /** {@code star_targets} before an {@code in}. */
    final Expr starTargets() {
        int from = p;
        Expr first = starTarget();
        if (!at(Tok.COMMA)) {
            return first;
        }
        ArrayList<Expr> items = new ArrayList<>();
        items.add(first);
        while (accept(Tok.COMMA)) {
            if (!startsStarExpression()) {
                break;
            }
            items.add(starTarget());
        }
        return new Expr.Tuple(seal(items), ExprContext.STORE, span(from));
    }

    final Expr starTarget() {
        int from = p;
        if (!accept(Tok.STAR)) {
            return target(primary(), ExprContext.STORE);
        }
        Expr value = target(primary(), ExprContext.STORE);
        return new Expr.Starred(value, ExprContext.STORE, span(from));
    }

    /** The same expression as a target; gives up on what none can be. */
    final Expr target(Expr e, ExprContext ctx) {
        // No pattern switch: its bootstrap would cost tens of milliseconds at start-up.
        if (e instanceof Expr.Name x) {
            return new Expr.Name(x.id(), ctx, x.span());
        }
        if (e instanceof Expr.Attribute x) {
            return new Expr.Attribute(x.value(), x.attr(), ctx, x.span());
        }
        if (e instanceof Expr.Subscript x) {
            return new Expr.Subscript(x.value(), x.slice(), ctx, x.span());
        }
        if (e instanceof Expr.Tuple x) {
            return new Expr.Tuple(targets(x.elts(), ctx), ctx, x.span());
        }
        if (e instanceof Expr.List x) {
            return new Expr.List(targets(x.elts(), ctx), ctx, x.span());
        }
        if (e instanceof Expr.Starred x && ctx != ExprContext.DEL && !(x.value() instanceof Expr.Starred)) {
            return new Expr.Starred(target(x.value(), ctx), ctx, x.span());
        }
        throw fail();
    }

    private List<Expr> targets(List<Expr> items, ExprContext ctx) {
        if (items.isEmpty()) {
            return items;
        }
        ArrayList<Expr> out = new ArrayList<>(items.size());
        for (Expr item : items) {
            out.add(target(item, ctx));
        }
        return seal(out);
    }

    /** A name without annotation: a parameter of a lambda. */
    final Arg plainArg() {
        int at = p;
        String name = expectName();
        return new Arg(name, null, null, tokenSpan(at));
    }
}
