package dev.adder.language.lower;

import dev.adder.language.ast.ExceptHandler;
import dev.adder.language.ast.Stmt;
import dev.adder.language.ir.CodeBuilder;
import dev.adder.language.ir.Intrinsic;
import dev.adder.language.ir.Opcodes;
import dev.adder.language.lower.Unit.Block;

/**
 * {@code try ... except*}: each clause takes its part of the group; what clauses raise and what none takes is gathered
 * in a list, from which the exception to raise in the end is made (PEP 654; CPython codegen_try_star_except).
 */
final class Groups {
    private final Lowering l;

    Groups(Lowering l) {
        this.l = l;
    }

    void statement(Stmt.TryStar s) {
        boolean before = l.unit.inConditionalBlock;
        l.unit.inConditionalBlock = true;
        l.statements.line(s.span(), s.body());
        if (s.finalbody().isEmpty()) {
            except(s);
        } else {
            l.tries.protect(() -> except(s), s.finalbody(), s.span());
        }
        l.unit.inConditionalBlock = before;
    }

    private void except(Stmt.TryStar s) {
        CodeBuilder b = l.b;
        int mark = b.mark();
        int exception = b.temp();
        int previous = b.temp();
        CodeBuilder.Handler outer = b.handler();
        CodeBuilder.Handler handler = b.newHandler(exception);
        CodeBuilder.Label end = b.label();
        Block block = new Block(Block.Kind.TRY, outer);
        l.statements.push(block, s.span());
        b.handler(handler);
        l.statements.all(s.body());
        l.statements.pop(block);
        b.handler(outer);
        l.statements.all(s.orelse());
        b.at(null);
        b.jump(end);

        b.bind(handler.label());
        b.at(null);
        b.emit(Opcodes.PUSH_EXC, previous, exception);
        CodeBuilder.Handler cleanup = b.newHandler(b.temp());
        b.handler(cleanup);
        int gathered = b.temp();
        int rest = b.temp();
        b.emitList(Opcodes.BUILD_LIST, new int[0], gathered);
        b.emit(Opcodes.MOVE, rest, exception);
        for (ExceptHandler h : s.handlers()) {
            clause(h, rest, gathered, cleanup);
        }
        b.at(null);
        b.emit(Opcodes.LIST_APPEND, gathered, rest);
        b.emitList(Opcodes.INTRINSIC, new int[] {exception, gathered}, rest, Intrinsic.PREP_RERAISE_STAR.ordinal());
        b.handler(outer);
        b.emit(Opcodes.POP_EXC, previous);
        b.emitJump(Opcodes.JUMP_IF_NONE, end, rest);
        b.emit(Opcodes.RERAISE, rest);
        l.tries.cleanup(cleanup, previous);
        b.bind(end);
        b.release(mark);
    }

    private void clause(ExceptHandler h, int rest, int gathered, CodeBuilder.Handler cleanup) {
        CodeBuilder b = l.b;
        int mark = b.mark();
        CodeBuilder.Label next = b.label();
        b.at(h.span());
        int type = l.expressions.eval(h.type());
        int match = b.temp();
        b.at(h.span());
        b.emit(Opcodes.EXC_GROUP_MATCH, match, rest, rest, type);
        b.emitJump(Opcodes.JUMP_IF_NONE, next, match);
        int scratch = b.temp();
        b.emit(Opcodes.PUSH_EXC, scratch, match);
        if (h.name() != null) {
            l.store(h.name(), match);
        }
        CodeBuilder.Handler raised = b.newHandler(b.temp());
        Block block = new Block(Block.Kind.GROUP_HANDLER, cleanup);
        l.statements.push(block, h.span());
        b.handler(raised);
        l.statements.all(h.body());
        l.statements.pop(block);
        b.handler(cleanup);
        b.at(null);
        b.emit(Opcodes.POP_EXC, scratch);
        if (h.name() != null) {
            l.forget(h.name());
        }
        b.jump(next);
        b.bind(raised.label());
        b.emit(Opcodes.POP_EXC, scratch);
        if (h.name() != null) {
            l.forget(h.name());
        }
        b.emit(Opcodes.LIST_APPEND, gathered, raised.register());
        b.bind(next);
        b.release(mark);
    }

}
