package dev.adder.language.ast;

import java.util.List;

/** A {@code case} block. */
public record MatchCase(Pattern pattern, Expr guard, List<Stmt> body) implements Node {
}
