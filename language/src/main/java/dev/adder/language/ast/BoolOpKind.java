package dev.adder.language.ast;

/** asdl {@code boolop}. */
public enum BoolOpKind {
    AND, OR
}
