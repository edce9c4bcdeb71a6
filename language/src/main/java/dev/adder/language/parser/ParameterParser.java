package dev.adder.language.parser;

import dev.adder.language.ast.Arg;
import dev.adder.language.ast.Arguments;
import dev.adder.language.ast.Expr;
import java.util.ArrayList;

/** The parameters of one {@code def} (annotated) or {@code lambda}, up to the token that closes them. */
final class ParameterParser {
    private final ExpressionParser in;
    private final boolean annotated;
    private final int close;
    private final ArrayList<Arg> posonly = new ArrayList<>(0);
    private ArrayList<Arg> args = new ArrayList<>(4);
    private final ArrayList<Arg> kwonly = new ArrayList<>(0);
    private final ArrayList<Expr> defaults = new ArrayList<>(0);
    private final ArrayList<Expr> kwDefaults = new ArrayList<>(0);
    private Arg vararg;
    private Arg kwarg;

    ParameterParser(ExpressionParser in, boolean annotated) {
        this.in = in;
        this.annotated = annotated;
        this.close = annotated ? Tok.RPAR : Tok.COLON;
    }

    Arguments parse() {
        boolean starSeen = false;
        while (!in.at(close)) {
            if (kwarg != null) {
                TokenStream.fail();
            }
            if (in.accept(Tok.SLASH)) {
                if (starSeen || !posonly.isEmpty() || args.isEmpty()) {
                    TokenStream.fail();
                }
                posonly.addAll(args);
                args = new ArrayList<>(2);
            } else if (in.accept(Tok.STAR)) {
                if (starSeen) {
                    TokenStream.fail();
                }
                starSeen = true;
                star();
                continue;
            } else if (in.accept(Tok.DOUBLESTAR)) {
                kwarg = parameter(false);
                if (in.at(Tok.EQUAL)) {
                    TokenStream.fail();
                }
            } else if (starSeen) {
                kwonly.add(parameter(false));
                kwDefaults.add(in.accept(Tok.EQUAL) ? in.expression() : null);
            } else {
                positional();
            }
            separator();
        }
        if (starSeen && vararg == null && kwonly.isEmpty()) {
            TokenStream.fail();
        }
        return new Arguments(TokenStream.seal(posonly), TokenStream.seal(args), vararg, TokenStream.seal(kwonly),
                TokenStream.seal(kwDefaults), kwarg, TokenStream.seal(defaults));
    }

    private void positional() {
        args.add(parameter(false));
        if (in.accept(Tok.EQUAL)) {
            defaults.add(in.expression());
        } else if (!defaults.isEmpty()) {
            TokenStream.fail();
        }
    }

    /** After a star: the parameter that takes the rest, or the comma before keyword-only ones. */
    private void star() {
        if (in.accept(Tok.COMMA)) {
            if (in.at(close) || in.at(Tok.DOUBLESTAR) || in.at(Tok.TYPE_COMMENT)) {
                TokenStream.fail();
            }
            return;
        }
        vararg = parameter(true);
        if (in.at(Tok.EQUAL)) {
            TokenStream.fail();
        }
        separator();
    }

    /** A comma, or the end; then perhaps a type comment for the parameter just read. */
    private void separator() {
        boolean comma = in.accept(Tok.COMMA);
        if (annotated && in.at(Tok.TYPE_COMMENT)) {
            typeComment();
        }
        if (!comma && !in.at(close)) {
            TokenStream.fail();
        }
    }

    private void typeComment() {
        String text = in.typeCommentText();
        if (kwarg != null) {
            kwarg = withComment(kwarg, text);
        } else if (!kwonly.isEmpty()) {
            kwonly.set(kwonly.size() - 1, withComment(kwonly.get(kwonly.size() - 1), text));
        } else if (vararg != null) {
            vararg = withComment(vararg, text);
        } else if (!args.isEmpty()) {
            args.set(args.size() - 1, withComment(args.get(args.size() - 1), text));
        } else {
            TokenStream.fail();
        }
    }

    private static Arg withComment(Arg a, String text) {
        return new Arg(a.arg(), a.annotation(), text, a.span());
    }

    private Arg parameter(boolean starAnnotation) {
        int from = in.p;
        String name = in.expectName();
        Expr annotation = null;
        if (annotated && in.accept(Tok.COLON)) {
            annotation = starAnnotation ? in.starExpression() : in.expression();
        }
        return new Arg(name, annotation, null, in.span(from));
    }
}
