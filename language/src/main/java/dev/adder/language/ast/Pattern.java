package dev.adder.language.ast;

import java.util.List;

/** A pattern of a {@code case}: asdl {@code pattern}. */
public sealed interface Pattern extends Node {
    Span span();

    record MatchValue(Expr value, Span span) implements Pattern {
    }

    /** {@code value}: {@link Singleton#NONE}, or a Boolean. */
    record MatchSingleton(Object value, Span span) implements Pattern {
    }

    record MatchSequence(List<Pattern> patterns, Span span) implements Pattern {
    }

    record MatchMapping(List<Expr> keys, List<Pattern> patterns, String rest, Span span) implements Pattern {
    }

    record MatchClass(Expr cls, List<Pattern> patterns, List<String> kwdAttrs, List<Pattern> kwdPatterns, Span span)
            implements Pattern {
    }

    record MatchStar(String name, Span span) implements Pattern {
    }

    /** Both absent: the wildcard {@code _}. */
    record MatchAs(Pattern pattern, String name, Span span) implements Pattern {
    }

    record MatchOr(List<Pattern> patterns, Span span) implements Pattern {
    }
}
