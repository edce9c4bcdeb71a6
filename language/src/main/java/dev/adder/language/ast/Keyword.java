package dev.adder.language.ast;

/** A keyword argument of a call or a class; {@code arg} is null for {@code **value}. */
public record Keyword(String arg, Expr value, Span span) implements Node {
}
