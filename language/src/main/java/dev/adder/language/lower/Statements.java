package dev.adder.language.lower;

import dev.adder.language.ast.Alias;
import dev.adder.language.ast.Expr;
import dev.adder.language.ast.Span;
import dev.adder.language.ast.Stmt;
import dev.adder.language.ir.CodeBuilder;
import dev.adder.language.ir.Common;
import dev.adder.language.ir.Intrinsic;
import dev.adder.language.ir.Opcodes;
import dev.adder.language.ir.Reg;
import dev.adder.language.lower.Unit.Block;
import dev.adder.language.text.Str;
import java.util.ArrayList;
import java.util.List;

/** Statements that are not definitions, try or with. */
final class Statements {
    /** CPython's CO_MAXBLOCKS: how many statements that a jump can leave may be around one. */
    private static final int MAX_BLOCKS = 21;

    private final Lowering l;

    Statements(Lowering l) {
        this.l = l;
    }

    void all(List<Stmt> list) {
        for (Stmt s : list) {
            statement(s);
        }
    }

    void statement(Stmt statement) {
        CodeBuilder b = l.b;
        b.at(statement.span());
        int mark = b.mark();
        switch (statement) {
            case Stmt.ExprStmt s -> expression(s);
            case Stmt.Assign s -> l.assignments.assign(s);
            case Stmt.AugAssign s -> l.assignments.augmented(s);
            case Stmt.AnnAssign s -> l.annotations.assign(s);
            case Stmt.Return s -> returnStatement(s);
            case Stmt.If s -> ifStatement(s);
            case Stmt.For s -> forStatement(s);
            case Stmt.While s -> whileStatement(s);
            case Stmt.FunctionDef s -> l.functions.define(s);
            case Stmt.AsyncFunctionDef s -> l.functions.define(s);
            case Stmt.ClassDef s -> l.classes.define(s);
            case Stmt.TypeAlias s -> l.typeParameters.alias(s);
            case Stmt.Delete s -> s.targets().forEach(l.assignments::delete);
            case Stmt.AsyncFor s -> l.withs.asyncFor(s);
            case Stmt.With s -> l.withs.with(s.items(), s.body(), false, s.span());
            case Stmt.AsyncWith s -> l.withs.with(s.items(), s.body(), true, s.span());
            case Stmt.Match s -> l.patterns.match(s);
            case Stmt.Raise s -> raise(s);
            case Stmt.Try s -> l.tries.statement(s);
            case Stmt.TryStar s -> l.groups.statement(s);
            case Stmt.Assert s -> assertStatement(s);
            case Stmt.Import s -> importStatement(s);
            case Stmt.ImportFrom s -> importFrom(s);
            case Stmt.Global s -> { }
            case Stmt.Nonlocal s -> { }
            case Stmt.Pass s -> b.emit(Opcodes.NOP);
            case Stmt.Break s -> breakStatement(s);
            case Stmt.Continue s -> continueStatement(s);
        }
        b.release(mark);
    }

    /** Keeps the line of a statement that does nothing by itself visible to tracing: {@code try:}. */
    void line(Span span, List<Stmt> body) {
        if (body.getFirst().span().line() != span.line()) {
            l.b.emit(Opcodes.NOP);
        }
    }

    private void expression(Stmt.ExprStmt s) {
        CodeBuilder b = l.b;
        if (l.interactive && l.unit.parent == null) {
            int value = l.expressions.eval(s.value());
            b.at(s.span());
            b.emitList(Opcodes.INTRINSIC, new int[] {value}, b.temp(), Intrinsic.PRINT_EXPR.ordinal());
            return;
        }
        l.expressions.effect(s.value());
    }

    // Control flow

    private void ifStatement(Stmt.If s) {
        CodeBuilder b = l.b;
        CodeBuilder.Label orelse = b.label();
        CodeBuilder.Label end = s.orelse().isEmpty() ? orelse : b.label();
        l.conditions.branch(s.test(), orelse, false);
        conditional(s.body());
        if (!s.orelse().isEmpty()) {
            b.at(null);
            b.jump(end);
            b.bind(orelse);
            conditional(s.orelse());
        }
        b.bind(end);
    }

    void conditional(List<Stmt> body) {
        boolean before = l.unit.inConditionalBlock;
        l.unit.inConditionalBlock = true;
        all(body);
        l.unit.inConditionalBlock = before;
    }

    private void whileStatement(Stmt.While s) {
        CodeBuilder b = l.b;
        CodeBuilder.Label top = b.label();
        CodeBuilder.Label orelse = b.label();
        CodeBuilder.Label end = b.label();
        b.bind(top);
        l.conditions.branch(s.test(), orelse, false);
        Block block = pushLoop(end, top, s.span(), s.test().span());
        conditional(s.body());
        pop(block);
        b.at(s.test().span());
        b.loop(top);
        b.bind(orelse);
        conditional(s.orelse());
        b.bind(end);
    }

    private void forStatement(Stmt.For s) {
        CodeBuilder b = l.b;
        CodeBuilder.Label top = b.label();
        CodeBuilder.Label orelse = b.label();
        CodeBuilder.Label end = b.label();
        int mark = b.mark();
        int iterable = l.expressions.eval(s.iter());
        b.release(mark);
        int iterator = b.temp();
        b.at(s.iter().span());
        b.emit(Opcodes.GET_ITER, iterator, iterable);
        b.bind(top);
        l.assignments.next(s.target(), iterator, orelse);
        Block block = pushLoop(end, top, s.span(), s.iter().span());
        conditional(s.body());
        pop(block);
        b.at(s.iter().span());
        b.loop(top);
        b.bind(orelse);
        conditional(s.orelse());
        b.bind(end);
    }

    Block pushLoop(CodeBuilder.Label breakLabel, CodeBuilder.Label continueLabel, Span span, Span head) {
        Block block = new Block(Block.Kind.LOOP, l.b.handler());
        block.breakLabel = breakLabel;
        block.continueLabel = continueLabel;
        block.span = head;
        push(block, span);
        return block;
    }

    /** Enters a statement; {@code span} is where it stands, should there be too many of them (CO_MAXBLOCKS). */
    void push(Block block, Span span) {
        if (l.unit.blocks.size() >= MAX_BLOCKS) {
            throw l.error("too many statically nested blocks", span);
        }
        l.unit.blocks.add(block);
    }

    void pop(Block block) {
        if (l.unit.blocks.removeLast() != block) {
            throw new IllegalStateException("blocks out of order");
        }
    }

    private Block innermostLoop() {
        for (int i = l.unit.blocks.size() - 1; i >= 0; i--) {
            Block block = l.unit.blocks.get(i);
            if (block.kind == Block.Kind.LOOP) {
                return block;
            }
            if (block.kind == Block.Kind.GROUP_HANDLER) {
                return block;
            }
        }
        return null;
    }

    private void breakStatement(Stmt.Break s) {
        Block loop = innermostLoop();
        checkGroup(loop, s.span());
        if (loop == null) {
            throw l.error("'break' outside loop", s.span());
        }
        boolean elsewhere = keepLine(loop);
        unwindTo(loop, s.span());
        l.b.at(elsewhere ? null : s.span());
        l.b.jumpOfStatement(loop.breakLabel);
        restore();
    }

    private void continueStatement(Stmt.Continue s) {
        Block loop = innermostLoop();
        checkGroup(loop, s.span());
        if (loop == null) {
            throw l.error("'continue' not properly in loop", s.span());
        }
        boolean elsewhere = keepLine(loop);
        unwindTo(loop, s.span());
        l.b.at(elsewhere ? loop.span : s.span());
        l.b.loop(loop.continueLabel);
        restore();
    }

    private void checkGroup(Block block, Span span) {
        if (block != null && block.kind == Block.Kind.GROUP_HANDLER) {
            throw l.error("'break', 'continue' and 'return' cannot appear in an except* block", span);
        }
    }

    private void returnStatement(Stmt.Return s) {
        CodeBuilder b = l.b;
        if (!l.unit.isFunction()) {
            throw l.error("'return' outside function", s.span());
        }
        if (s.value() != null && l.unit.scope.isCoroutine() && l.unit.scope.isGenerator()) {
            throw l.error("'return' with value in async generator", s.span());
        }
        for (Block block : l.unit.blocks) {
            checkGroup(block.kind == Block.Kind.GROUP_HANDLER ? block : null, returnSpan(s));
        }
        int value = s.value() == null ? l.none() : l.expressions.eval(s.value());
        if (runsCodeOnLeaving()) {
            value = l.stable(value);
        }
        b.at(s.span());
        boolean elsewhere = keepLine(null);
        unwindTo(null, s.span());
        b.at(elsewhere ? null : s.span());
        b.emit(Opcodes.RETURN, value);
        restore();
    }

    /** A constant returned is where the return is, if it stands on the same line (CPython codegen_return). */
    private static Span returnSpan(Stmt.Return s) {
        return s.value() instanceof Expr.Constant c && c.span().line() == s.span().line() ? c.span() : s.span();
    }

    /**
     * A statement that leaves blocks inside {@code until} (all, if null) which run other lines on the way has its line
     * event first, and what it does at last is still of those lines. Gives whether that is so.
     */
    private boolean keepLine(Block until) {
        for (int i = l.unit.blocks.size() - 1; i >= 0 && l.unit.blocks.get(i) != until; i--) {
            Block.Kind kind = l.unit.blocks.get(i).kind;
            if (kind == Block.Kind.FINALLY || kind == Block.Kind.WITH || kind == Block.Kind.ASYNC_WITH) {
                l.b.emit(Opcodes.NOP);
                return true;
            }
        }
        return false;
    }

    private boolean runsCodeOnLeaving() {
        for (Block block : l.unit.blocks) {
            if (block.kind != Block.Kind.LOOP && block.kind != Block.Kind.TRY) {
                return true;
            }
        }
        return false;
    }

    private final List<List<Block>> savedBlocks = new ArrayList<>();
    private final List<CodeBuilder.Handler> savedHandlers = new ArrayList<>();

    /**
     * Emits what leaving the blocks inside {@code until} (all, if null) does, and goes on as if outside of them;
     * {@link #restore} goes back in.
     */
    private void unwindTo(Block until, Span span) {
        savedBlocks.add(new ArrayList<>(l.unit.blocks));
        savedHandlers.add(l.b.handler());
        List<Block> blocks = l.unit.blocks;
        while (!blocks.isEmpty() && blocks.getLast() != until) {
            Block block = blocks.removeLast();
            l.b.handler(block.outer);
            leave(block, span);
        }
    }

    private void restore() {
        l.unit.blocks.clear();
        l.unit.blocks.addAll(savedBlocks.removeLast());
        l.b.handler(savedHandlers.removeLast());
    }

    private void leave(Block block, Span span) {
        CodeBuilder b = l.b;
        b.at(span);
        switch (block.kind) {
            case LOOP, TRY, GROUP_HANDLER -> { }
            case FINALLY -> l.quietly(() -> all(block.finalBody));
            case FINALLY_EXCEPTION, POP_EXCEPTION -> b.emit(Opcodes.POP_EXC, block.previous);
            case HANDLER -> {
                b.emit(Opcodes.POP_EXC, block.previous);
                if (block.name != null) {
                    l.forget(block.name);
                }
            }
            case WITH, ASYNC_WITH -> {
                b.at(block.span);
                l.withs.callExit(block.exit, block.kind == Block.Kind.ASYNC_WITH);
                b.at(span);
            }
        }
    }

    // Simple statements

    private void raise(Stmt.Raise s) {
        int exception = s.exc() == null ? Reg.NONE : l.expressions.operand(s.exc());
        int cause = s.cause() == null ? Reg.NONE : l.expressions.eval(s.cause());
        l.b.at(s.span());
        l.b.emit(Opcodes.RAISE, exception, cause);
    }

    private void assertStatement(Stmt.Assert s) {
        CodeBuilder b = l.b;
        if (l.checks.isAlwaysTrueTuple(s.test())) {
            l.warn("assertion is always true, perhaps remove parentheses?", s.span());
        }
        if (l.optimize > 0) {
            return;
        }
        CodeBuilder.Label end = b.label();
        l.conditions.branch(s.test(), end, true);
        b.at(s.span());
        int exception = b.temp();
        b.emit(Opcodes.LOAD_COMMON, exception, Common.ASSERTION_ERROR.ordinal());
        if (s.msg() != null) {
            int message = l.expressions.eval(s.msg());
            b.at(s.span());
            b.emitList(Opcodes.CALL, new int[] {message}, exception, exception);
        }
        b.at(s.test().span());
        b.emit(Opcodes.RAISE, exception, Reg.NONE);
        b.bind(end);
    }

    private void importStatement(Stmt.Import s) {
        CodeBuilder b = l.b;
        for (Alias a : s.names()) {
            int mark = b.mark();
            int module = b.temp();
            b.at(s.span());
            b.emit(Opcodes.IMPORT_NAME, module, b.name(a.name()), b.constant(0L), l.none());
            if (a.asname() == null) {
                int dot = a.name().indexOf('.');
                l.store(dot < 0 ? a.name() : a.name().substring(0, dot).intern(), module);
            } else {
                // "import a.b.c as d" binds c, found as "from a.b import c" would.
                int at = a.name().indexOf('.');
                while (at >= 0) {
                    int next = a.name().indexOf('.', at + 1);
                    String part = next < 0 ? a.name().substring(at + 1) : a.name().substring(at + 1, next);
                    b.emit(Opcodes.IMPORT_FROM, module, module, b.name(part.intern()));
                    at = next;
                }
                l.store(a.asname(), module);
            }
            b.release(mark);
        }
    }

    private void importFrom(Stmt.ImportFrom s) {
        CodeBuilder b = l.b;
        List<Object> names = new ArrayList<>();
        for (Alias a : s.names()) {
            names.add(Str.fromNameKey(a.name()));
        }
        int module = b.temp();
        String from = s.module() == null ? "" : s.module();
        b.emit(Opcodes.IMPORT_NAME, module, b.name(from), b.constant((long) s.level()),
                b.constant(Lowering.tuple(names)));
        for (Alias a : s.names()) {
            int mark = b.mark();
            if (a.name().equals("*")) {
                b.emitList(Opcodes.INTRINSIC, new int[] {module}, b.temp(), Intrinsic.IMPORT_STAR.ordinal());
            } else {
                int value = b.temp();
                b.emit(Opcodes.IMPORT_FROM, value, module, b.name(a.name()));
                l.store(a.asname() == null ? a.name() : a.asname(), value);
            }
            b.release(mark);
        }
    }
}
