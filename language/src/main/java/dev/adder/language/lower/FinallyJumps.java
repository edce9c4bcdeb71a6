package dev.adder.language.lower;

import dev.adder.language.SyntaxException;
import dev.adder.language.WarningSink;
import dev.adder.language.ast.ExceptHandler;
import dev.adder.language.ast.MatchCase;
import dev.adder.language.ast.Mod;
import dev.adder.language.ast.Span;
import dev.adder.language.ast.Stmt;
import java.util.List;

/** Warns of return, break and continue that leave a finally block (PEP 765). */
final class FinallyJumps {
    private final String filename;
    private final WarningSink warnings;

    private FinallyJumps(String filename, WarningSink warnings) {
        this.filename = filename;
        this.warnings = warnings;
    }

    static void check(Mod mod, String filename, WarningSink warnings) {
        FinallyJumps checker = new FinallyJumps(filename, warnings);
        switch (mod) {
            case Mod.Module m -> checker.all(m.body(), false, false);
            case Mod.Interactive m -> checker.all(m.body(), false, false);
            default -> { }
        }
    }

    private void all(List<Stmt> list, boolean inFinally, boolean inLoop) {
        for (Stmt s : list) {
            statement(s, inFinally, inLoop);
        }
    }

    private void warn(String what, Span span) {
        String message = "'" + what + "' in a 'finally' block";
        if (warnings.warn(message, filename, span.line(), span)) {
            throw new SyntaxException(SyntaxException.Kind.SYNTAX_ERROR, message, filename, span.line(),
                    span.col() + 1, span.endLine(), span.endCol() + 1, null);
        }
    }

    /** {@code inLoop}: inside a loop that is itself inside the finally block. */
    private void statement(Stmt statement, boolean inFinally, boolean inLoop) {
        switch (statement) {
            case Stmt.Return s when inFinally -> warn("return", s.span());
            case Stmt.Break s when inFinally && !inLoop -> warn("break", s.span());
            case Stmt.Continue s when inFinally && !inLoop -> warn("continue", s.span());
            case Stmt.FunctionDef s -> all(s.body(), false, false);
            case Stmt.AsyncFunctionDef s -> all(s.body(), false, false);
            case Stmt.ClassDef s -> all(s.body(), false, false);
            case Stmt.For s -> loop(s.body(), s.orelse(), inFinally, inLoop);
            case Stmt.AsyncFor s -> loop(s.body(), s.orelse(), inFinally, inLoop);
            case Stmt.While s -> loop(s.body(), s.orelse(), inFinally, inLoop);
            case Stmt.If s -> {
                all(s.body(), inFinally, inLoop);
                all(s.orelse(), inFinally, inLoop);
            }
            case Stmt.With s -> all(s.body(), inFinally, inLoop);
            case Stmt.AsyncWith s -> all(s.body(), inFinally, inLoop);
            case Stmt.Match s -> {
                for (MatchCase c : s.cases()) {
                    all(c.body(), inFinally, inLoop);
                }
            }
            case Stmt.Try s -> tryStatement(s.body(), s.handlers(), s.orelse(), s.finalbody(), inFinally, inLoop);
            case Stmt.TryStar s -> tryStatement(s.body(), s.handlers(), s.orelse(), s.finalbody(), inFinally,
                    inLoop);
            default -> { }
        }
    }

    private void loop(List<Stmt> body, List<Stmt> orelse, boolean inFinally, boolean inLoop) {
        all(body, inFinally, true);
        all(orelse, inFinally, inLoop);
    }

    private void tryStatement(List<Stmt> body, List<ExceptHandler> handlers, List<Stmt> orelse, List<Stmt> last,
            boolean inFinally, boolean inLoop) {
        all(body, inFinally, inLoop);
        for (ExceptHandler h : handlers) {
            all(h.body(), inFinally, inLoop);
        }
        all(orelse, inFinally, inLoop);
        all(last, true, false);
    }
}
