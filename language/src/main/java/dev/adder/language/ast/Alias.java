package dev.adder.language.ast;

/** An imported name; {@code name} is dotted in {@code import a.b}, "*" in a star import. */
public record Alias(String name, String asname, Span span) implements Node {
}
