package dev.adder.language.ast;

/** A parameter. */
public record Arg(String arg, Expr annotation, String typeComment, Span span) implements Node {
}
