package dev.adder.language.ast;

import java.util.List;

/** The root of a tree: asdl {@code mod}. */
public sealed interface Mod extends Node {
    /** A file or a string given to {@code exec}. */
    record Module(List<Stmt> body, List<TypeIgnore> typeIgnores) implements Mod {
    }

    /** One interactive statement (or several simple ones on a line). */
    record Interactive(List<Stmt> body) implements Mod {
    }

    /** A single expression, for {@code eval}. */
    record Expression(Expr body) implements Mod {
    }

    /** A PEP 484 signature comment. */
    record FunctionType(List<Expr> argtypes, Expr returns) implements Mod {
    }
}
