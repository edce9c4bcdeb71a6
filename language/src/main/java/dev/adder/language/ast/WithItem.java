package dev.adder.language.ast;

/** One context manager of a {@code with}. */
public record WithItem(Expr contextExpr, Expr optionalVars) implements Node {
}
