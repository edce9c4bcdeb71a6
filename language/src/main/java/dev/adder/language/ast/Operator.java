package dev.adder.language.ast;

/** A binary operator: asdl {@code operator}. */
public enum Operator {
    ADD, SUB, MULT, MAT_MULT, DIV, MOD, POW, L_SHIFT, R_SHIFT, BIT_OR, BIT_XOR, BIT_AND, FLOOR_DIV
}
