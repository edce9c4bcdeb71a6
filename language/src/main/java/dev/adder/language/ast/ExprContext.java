package dev.adder.language.ast;

/** What is done to a target: asdl {@code expr_context}. */
public enum ExprContext {
    LOAD, STORE, DEL
}
