package dev.adder.language.lower;

import dev.adder.language.SyntaxException;
import dev.adder.language.ast.Alias;
import dev.adder.language.ast.Expr;
import dev.adder.language.ast.Mod;
import dev.adder.language.ast.Span;
import dev.adder.language.ast.Stmt;
import dev.adder.language.ir.Code;
import dev.adder.language.text.Str;
import java.util.List;

/** {@code from __future__ import ...}: only at the start, after a docstring (CPython {@code future.c}). */
final class Future {
    private Future() {
    }

    /** The flags of a module's future imports. */
    static int flags(Mod mod, String filename) {
        List<Stmt> body = switch (mod) {
            case Mod.Module m -> m.body();
            case Mod.Interactive m -> m.body();
            default -> List.of();
        };
        int flags = 0;
        boolean done = false;
        for (Stmt s : body) {
            if (s instanceof Stmt.ImportFrom i && i.level() == 0 && "__future__".equals(i.module())) {
                if (done) {
                    throw error("from __future__ imports must occur at the beginning of the file", filename,
                            i.span());
                }
                for (Alias a : i.names()) {
                    flags |= flag(a, filename);
                }
            } else {
                // Only the docstring, which is the very first statement, may stand before.
                done |= s != body.getFirst() || !(s instanceof Stmt.ExprStmt e
                        && e.value() instanceof Expr.Constant c && Str.isText(c.value()));
            }
        }
        return flags;
    }

    private static int flag(Alias a, String filename) {
        return switch (a.name()) {
            case "nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function",
                "unicode_literals", "generator_stop" -> 0;
            case "barry_as_FLUFL" -> Code.CO_FUTURE_BARRY_AS_BDFL;
            case "annotations" -> Code.CO_FUTURE_ANNOTATIONS;
            case "braces" -> throw error("not a chance", filename, a.span());
            default -> throw error("future feature " + a.name() + " is not defined", filename, a.span());
        };
    }

    private static SyntaxException error(String message, String filename, Span span) {
        return new SyntaxException(SyntaxException.Kind.SYNTAX_ERROR, message, filename, span.line(),
                span.col() + 1, span.endLine(), span.endCol() + 1, null);
    }
}
