package dev.adder.language.ast;

/** A PEP 695 type parameter: asdl {@code type_param}. */
public sealed interface TypeParam extends Node {
    Span span();

    String name();

    Expr defaultValue();

    record TypeVar(String name, Expr bound, Expr defaultValue, Span span) implements TypeParam {
    }

    record ParamSpec(String name, Expr defaultValue, Span span) implements TypeParam {
    }

    record TypeVarTuple(String name, Expr defaultValue, Span span) implements TypeParam {
    }
}
