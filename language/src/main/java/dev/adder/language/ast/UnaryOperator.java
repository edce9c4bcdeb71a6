package dev.adder.language.ast;

/** asdl {@code unaryop}. */
public enum UnaryOperator {
    INVERT, NOT, U_ADD, U_SUB
}
