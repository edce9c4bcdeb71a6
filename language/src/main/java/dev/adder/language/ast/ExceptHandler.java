package dev.adder.language.ast;

import java.util.List;

/** An {@code except} or {@code except*} clause: asdl {@code excepthandler}, whose only constructor this is. */
public record ExceptHandler(Expr type, String name, List<Stmt> body, Span span) implements Node {
}
