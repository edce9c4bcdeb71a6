package dev.adder.language.parser;

import dev.adder.language.ast.Expr;
import dev.adder.language.ast.ExprContext;
import dev.adder.language.ast.MatchCase;
import dev.adder.language.ast.Operator;
import dev.adder.language.ast.Pattern;
import dev.adder.language.ast.Singleton;
import dev.adder.language.ast.Stmt;
import dev.adder.language.ast.Const;
import dev.adder.language.ast.UnaryOperator;
import java.util.ArrayList;
import java.util.List;

/** The {@code match} statement and its patterns (PEP 634). */
abstract class PatternParser extends ExpressionParser {
    PatternParser(Source source) {
        super(source);
    }

    abstract List<Stmt> block();

    /**
     * Whether the word {@code match} that is next begins a match statement: then its line ends in a colon, and an
     * indented {@code case} follows; no other statement is like that.
     */
    final boolean atMatchStatement() {
        if (!atSoft("match")) {
            return false;
        }
        int next = kinds[p + 1];
        if (next == Tok.EQUAL || next == Tok.DOT || next == Tok.NEWLINE || next == Tok.COMMA || next == Tok.RPAR) {
            return false;
        }
        int i = p + 1;
        while (kinds[i] != Tok.NEWLINE && kinds[i] != Tok.ENDMARKER && kinds[i] != Tok.ERRORTOKEN) {
            i++;
        }
        return i > p + 2 && kinds[i - 1] == Tok.COLON && kinds[i] == Tok.NEWLINE && kinds[i + 1] == Tok.INDENT
                && kinds[i + 2] == Tok.NAME && "case".equals(names[i + 2]);
    }

    final Stmt matchStatement() {
        int from = p++;
        Expr subject = subject();
        expect(Tok.COLON);
        expect(Tok.NEWLINE);
        expect(Tok.INDENT);
        ArrayList<MatchCase> cases = new ArrayList<>();
        while (atSoft("case")) {
            cases.add(matchCase());
        }
        expect(Tok.DEDENT);
        if (cases.isEmpty()) {
            fail();
        }
        return new Stmt.Match(subject, seal(cases), blockSpan(from));
    }

    private Expr subject() {
        int from = p;
        Expr first = starNamedExpression();
        if (!at(Tok.COMMA)) {
            if (first instanceof Expr.Starred) {
                fail();
            }
            return first;
        }
        ArrayList<Expr> items = new ArrayList<>();
        items.add(first);
        while (accept(Tok.COMMA)) {
            if (at(Tok.COLON)) {
                break;
            }
            items.add(starNamedExpression());
        }
        return new Expr.Tuple(seal(items), ExprContext.LOAD, span(from));
    }

    private MatchCase matchCase() {
        p++;
        Pattern pattern = patterns();
        Expr guard = accept(Tok.KW_IF) ? namedExpression() : null;
        expect(Tok.COLON);
        List<Stmt> body = block();
        return new MatchCase(pattern, guard, body);
    }

    /** An open sequence, or one pattern. */
    private Pattern patterns() {
        int from = p;
        Pattern first = starOrPattern();
        if (!at(Tok.COMMA)) {
            if (first instanceof Pattern.MatchStar) {
                fail();
            }
            return first;
        }
        List<Pattern> items = sequenceRest(first, Tok.COLON);
        return new Pattern.MatchSequence(items, span(from));
    }

    /** The items of a sequence whose first is read; stops at {@code close} or an {@code if}. */
    private List<Pattern> sequenceRest(Pattern first, int close) {
        ArrayList<Pattern> items = new ArrayList<>();
        items.add(first);
        while (accept(Tok.COMMA)) {
            if (at(close) || at(Tok.KW_IF)) {
                break;
            }
            items.add(starOrPattern());
        }
        return seal(items);
    }

    private Pattern starOrPattern() {
        int from = p;
        if (!accept(Tok.STAR)) {
            return pattern();
        }
        String name = captureName();
        return new Pattern.MatchStar("_".equals(name) ? null : name, span(from));
    }

    /** A name to bind, or {@code _}; not the start of a longer thing. */
    private String captureName() {
        String name = expectName();
        if (at(Tok.DOT) || at(Tok.LPAR) || at(Tok.EQUAL)) {
            fail();
        }
        return name;
    }

    private Pattern pattern() {
        enter();
        int from = p;
        Pattern first = closedPattern();
        if (at(Tok.VBAR)) {
            ArrayList<Pattern> options = new ArrayList<>();
            options.add(first);
            while (accept(Tok.VBAR)) {
                options.add(closedPattern());
            }
            first = new Pattern.MatchOr(seal(options), span(from));
        }
        if (accept(Tok.KW_AS)) {
            String name = captureName();
            if (name.equals("_")) {
                fail();
            }
            first = new Pattern.MatchAs(first, name, span(from));
        }
        depth--;
        return first;
    }

    private Pattern closedPattern() {
        int from = p;
        switch (kinds[p]) {
            case Tok.NAME -> {
                return namePattern();
            }
            case Tok.NUMBER, Tok.MINUS, Tok.STRING, Tok.FSTRING_START, Tok.TSTRING_START -> {
                Expr value = literal();
                return new Pattern.MatchValue(value, span(from));
            }
            case Tok.KW_NONE -> {
                return new Pattern.MatchSingleton(Singleton.NONE, tokenSpan(p++));
            }
            case Tok.KW_TRUE -> {
                return new Pattern.MatchSingleton(Boolean.TRUE, tokenSpan(p++));
            }
            case Tok.KW_FALSE -> {
                return new Pattern.MatchSingleton(Boolean.FALSE, tokenSpan(p++));
            }
            case Tok.LPAR -> {
                return groupOrSequence();
            }
            case Tok.LSQB -> {
                p++;
                List<Pattern> items = at(Tok.RSQB) ? List.of() : sequenceRest(starOrPattern(), Tok.RSQB);
                expect(Tok.RSQB);
                return new Pattern.MatchSequence(items, span(from));
            }
            case Tok.LBRACE -> {
                return mapping();
            }
            default -> throw fail();
        }
    }

    private Pattern groupOrSequence() {
        int from = p++;
        if (accept(Tok.RPAR)) {
            return new Pattern.MatchSequence(List.of(), span(from));
        }
        Pattern first = starOrPattern();
        if (!at(Tok.COMMA)) {
            if (first instanceof Pattern.MatchStar) {
                fail();
            }
            expect(Tok.RPAR);
            return first;
        }
        List<Pattern> items = sequenceRest(first, Tok.RPAR);
        expect(Tok.RPAR);
        return new Pattern.MatchSequence(items, span(from));
    }

    private Pattern namePattern() {
        int from = p;
        String name = names[p];
        if (kinds[p + 1] != Tok.DOT && kinds[p + 1] != Tok.LPAR) {
            p++;
            if (at(Tok.EQUAL)) {
                fail();
            }
            return new Pattern.MatchAs(null, name.equals("_") ? null : name, span(from));
        }
        Expr value = nameOrAttribute();
        if (at(Tok.LPAR)) {
            return classPattern(value, from);
        }
        if (at(Tok.EQUAL)) {
            fail();
        }
        return new Pattern.MatchValue(value, span(from));
    }

    private Expr nameOrAttribute() {
        int from = p;
        String name = expectName();
        Expr e = new Expr.Name(name, ExprContext.LOAD, span(from));
        while (accept(Tok.DOT)) {
            String attr = expectName();
            e = new Expr.Attribute(e, attr, ExprContext.LOAD, span(from));
        }
        return e;
    }

    private Pattern classPattern(Expr cls, int from) {
        p++;
        ArrayList<Pattern> positional = new ArrayList<>(2);
        ArrayList<String> names = new ArrayList<>(0);
        ArrayList<Pattern> values = new ArrayList<>(0);
        while (!at(Tok.RPAR)) {
            if (kinds[p] == Tok.NAME && kinds[p + 1] == Tok.EQUAL) {
                names.add(this.names[p]);
                p += 2;
                values.add(pattern());
            } else {
                if (!names.isEmpty()) {
                    fail();
                }
                positional.add(pattern());
            }
            if (!accept(Tok.COMMA)) {
                break;
            }
        }
        expect(Tok.RPAR);
        return new Pattern.MatchClass(cls, seal(positional), seal(names), seal(values), span(from));
    }

    private Pattern mapping() {
        int from = p++;
        ArrayList<Expr> keys = new ArrayList<>();
        ArrayList<Pattern> values = new ArrayList<>();
        String rest = null;
        while (!at(Tok.RBRACE)) {
            if (rest != null) {
                fail();
            }
            if (accept(Tok.DOUBLESTAR)) {
                rest = captureName();
                if (rest.equals("_")) {
                    fail();
                }
            } else {
                keys.add(mappingKey());
                expect(Tok.COLON);
                values.add(pattern());
            }
            if (!accept(Tok.COMMA)) {
                break;
            }
        }
        expect(Tok.RBRACE);
        return new Pattern.MatchMapping(seal(keys), seal(values), rest, span(from));
    }

    private Expr mappingKey() {
        if (!at(Tok.NAME)) {
            return literal();
        }
        Expr e = nameOrAttribute();
        if (e instanceof Expr.Name) {
            fail();
        }
        return e;
    }

    /** A literal: a number with its sign and imaginary part, strings, or a constant. */
    private Expr literal() {
        int from = p;
        switch (kinds[p]) {
            case Tok.STRING, Tok.FSTRING_START, Tok.TSTRING_START -> {
                return strings();
            }
            case Tok.KW_NONE -> {
                return new Expr.Constant(Singleton.NONE, null, tokenSpan(p++));
            }
            case Tok.KW_TRUE -> {
                return new Expr.Constant(Boolean.TRUE, null, tokenSpan(p++));
            }
            case Tok.KW_FALSE -> {
                return new Expr.Constant(Boolean.FALSE, null, tokenSpan(p++));
            }
            default -> { }
        }
        boolean negative = accept(Tok.MINUS);
        Expr.Constant number = number();
        Expr real = negative ? new Expr.UnaryOp(UnaryOperator.U_SUB, number, span(from)) : number;
        if (!at(Tok.PLUS) && !at(Tok.MINUS)) {
            return real;
        }
        Operator op = at(Tok.PLUS) ? Operator.ADD : Operator.SUB;
        p++;
        Expr.Constant imaginary = number();
        if (number.value() instanceof Const.ComplexConst || !(imaginary.value() instanceof Const.ComplexConst)) {
            fail();
        }
        return new Expr.BinOp(real, op, imaginary, span(from));
    }

    private Expr.Constant number() {
        int at = p;
        expect(Tok.NUMBER);
        Object value = NumberLiterals.value(src, starts[at], ends[at]);
        if (value == null) {
            fail();
        }
        return new Expr.Constant(value, null, tokenSpan(at));
    }
}
