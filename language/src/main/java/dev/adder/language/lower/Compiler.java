package dev.adder.language.lower;

import dev.adder.language.WarningSink;
import dev.adder.language.ast.Expr;
import dev.adder.language.ast.Mod;
import dev.adder.language.ast.Span;
import dev.adder.language.ast.Stmt;
import dev.adder.language.ir.Code;
import dev.adder.language.ir.Opcodes;
import dev.adder.language.scope.Scopes;
import java.util.List;

/** Syntax tree to code: the entry of lowering. */
public final class Compiler {
    /** {@code ast.PyCF_ALLOW_TOP_LEVEL_AWAIT}. */
    public static final int ALLOW_TOP_LEVEL_AWAIT = 0x2000;
    private static final int FUTURE_MASK = Code.CO_FUTURE_DIVISION | Code.CO_FUTURE_ABSOLUTE_IMPORT
            | Code.CO_FUTURE_WITH_STATEMENT | Code.CO_FUTURE_PRINT_FUNCTION | Code.CO_FUTURE_UNICODE_LITERALS
            | Code.CO_FUTURE_BARRY_AS_BDFL | Code.CO_FUTURE_GENERATOR_STOP | Code.CO_FUTURE_ANNOTATIONS;

    private Compiler() {
    }

    public static Code compile(Mod mod, String filename, int flags, int optimize) {
        return compile(mod, filename, flags, optimize, WarningSink.NONE);
    }

    /**
     * Compiles a module, interactive statement or expression.
     *
     * @param flags future flags in force around the text (CO_FUTURE_*), and {@link #ALLOW_TOP_LEVEL_AWAIT}
     * @param optimize 0, 1 (no asserts, {@code __debug__} false) or 2 (no docstrings either)
     * @throws dev.adder.language.SyntaxException for what the grammar allows and the language does not
     */
    public static Code compile(Mod mod, String filename, int flags, int optimize, WarningSink warnings) {
        try {
            return lower(mod, filename, flags, optimize, warnings);
        } catch (StackOverflowError e) {
            // The limits on nesting are for stacks of 8 MB; on a smaller one this is the net.
            throw Scopes.tooDeep(filename);
        }
    }

    private static Code lower(Mod mod, String filename, int flags, int optimize, WarningSink warnings) {
        int future = flags & FUTURE_MASK | Future.flags(mod, filename);
        Scopes scopes = Scopes.of(mod, filename, (future & Code.CO_FUTURE_ANNOTATIONS) != 0,
                (flags & ALLOW_TOP_LEVEL_AWAIT) != 0);
        FinallyJumps.check(mod, filename, warnings);
        Lowering l = new Lowering(filename, scopes, future, optimize, mod instanceof Mod.Interactive, warnings);
        l.enter("<module>", scopes.top(), Unit.Type.MODULE, new Span(1, 0, 1, 0), null);
        switch (mod) {
            case Mod.Module m -> module(l, m.body(), true);
            case Mod.Interactive m -> module(l, m.body(), false);
            case Mod.Expression m -> expression(l, m.body());
            case Mod.FunctionType m -> throw new IllegalArgumentException(
                    "this compiler does not handle FunctionTypes");
        }
        return l.leave();
    }

    private static void module(Lowering l, List<Stmt> body, boolean docstring) {
        Span start = body.isEmpty() ? new Span(1, 0, 1, 0) : body.getFirst().span();
        l.b.at(start);
        int prologue = l.b.position();
        l.annotations.prologue();
        l.b.release(0);
        if (docstring) {
            l.classes.suite(body);
        } else {
            l.statements.all(body);
        }
        if (l.b.reachable()) {
            l.b.at(null);
            l.b.emit(Opcodes.RETURN, l.none());
        }
        // The annotate function is there from the start, so that a half-run module has it.
        int tail = l.b.position();
        l.annotations.finish("__annotate__", start);
        l.b.moveTail(tail, prologue);
    }

    private static void expression(Lowering l, Expr body) {
        int value = l.expressions.eval(body);
        l.b.emit(Opcodes.RETURN, value);
    }
}
