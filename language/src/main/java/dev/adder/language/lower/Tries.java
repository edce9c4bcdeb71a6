package dev.adder.language.lower;

import dev.adder.language.ast.ExceptHandler;
import dev.adder.language.ast.Span;
import dev.adder.language.ast.Stmt;
import dev.adder.language.ir.CodeBuilder;
import dev.adder.language.ir.Opcodes;
import dev.adder.language.lower.Unit.Block;
import java.util.List;

/** try, except, else, finally. A finally body is emitted once for each way of leaving the try body. */
final class Tries {
    private final Lowering l;

    Tries(Lowering l) {
        this.l = l;
    }

    void statement(Stmt.Try s) {
        boolean before = l.unit.inConditionalBlock;
        l.unit.inConditionalBlock = true;
        l.statements.line(s.span(), s.body());
        if (s.finalbody().isEmpty()) {
            except(s);
        } else {
            protect(() -> {
                if (s.handlers().isEmpty()) {
                    l.statements.all(s.body());
                    l.statements.all(s.orelse());
                } else {
                    except(s);
                }
            }, s.finalbody(), s.span());
        }
        l.unit.inConditionalBlock = before;
    }

    /** {@code try: body finally: last}. */
    void protect(Runnable body, List<Stmt> last, Span span) {
        CodeBuilder b = l.b;
        int mark = b.mark();
        int exception = b.temp();
        int previous = b.temp();
        CodeBuilder.Handler outer = b.handler();
        CodeBuilder.Handler handler = b.newHandler(exception);
        CodeBuilder.Label end = b.label();
        Block block = new Block(Block.Kind.FINALLY, outer);
        block.finalBody = last;
        l.statements.push(block, span);
        b.handler(handler);
        body.run();
        l.statements.pop(block);
        b.handler(outer);
        l.statements.all(last);
        b.at(null);
        b.jump(end);

        b.bind(handler.label());
        b.at(null);
        b.emit(Opcodes.PUSH_EXC, previous, exception);
        CodeBuilder.Handler cleanup = b.newHandler(b.temp());
        Block exceptional = new Block(Block.Kind.FINALLY_EXCEPTION, outer);
        exceptional.previous = previous;
        l.statements.push(exceptional, span);
        b.handler(cleanup);
        l.quietly(() -> l.statements.all(last));
        l.statements.pop(exceptional);
        b.handler(outer);
        b.at(null);
        b.emit(Opcodes.POP_EXC, previous);
        b.emit(Opcodes.RERAISE, exception);
        cleanup(cleanup, previous);
        b.bind(end);
        b.release(mark);
    }

    /** Restores the handled exception and continues unwinding with the new one. */
    void cleanup(CodeBuilder.Handler handler, int previous) {
        CodeBuilder b = l.b;
        b.bind(handler.label());
        b.at(null);
        b.emit(Opcodes.POP_EXC, previous);
        b.emit(Opcodes.RERAISE, handler.register());
    }

    private void except(Stmt.Try s) {
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
        int count = s.handlers().size();
        boolean caughtAll = false;
        for (int i = 0; i < count; i++) {
            ExceptHandler h = s.handlers().get(i);
            if (h.type() == null && i < count - 1) {
                throw l.error("default 'except:' must be last", h.span());
            }
            clause(h, exception, previous, outer, cleanup, end);
            caughtAll |= h.type() == null;
        }
        if (!caughtAll) {
            b.at(null);
            b.emit(Opcodes.RERAISE, exception);
        }
        b.handler(outer);
        cleanup(cleanup, previous);
        b.bind(end);
        b.release(mark);
    }

    private void clause(ExceptHandler h, int exception, int previous, CodeBuilder.Handler outer,
            CodeBuilder.Handler cleanup, CodeBuilder.Label end) {
        CodeBuilder b = l.b;
        int mark = b.mark();
        CodeBuilder.Label next = b.label();
        b.at(h.span());
        if (h.type() != null) {
            int type = l.expressions.eval(h.type());
            b.release(mark);
            b.at(h.span());
            int match = b.temp();
            b.emit(Opcodes.EXC_MATCH, match, exception, type);
            b.emitJump(Opcodes.JUMP_IF_FALSE, next, match);
            b.release(mark);
        }
        Block block = new Block(Block.Kind.HANDLER, outer);
        block.previous = previous;
        block.name = h.name();
        CodeBuilder.Handler named = null;
        if (h.name() != null) {
            b.at(h.span());
            l.store(h.name(), exception);
            named = b.newHandler(b.temp());
            b.handler(named);
        }
        l.statements.push(block, h.span());
        l.statements.all(h.body());
        l.statements.pop(block);
        b.handler(outer);
        b.at(null);
        b.emit(Opcodes.POP_EXC, previous);
        if (h.name() != null) {
            l.forget(h.name());
        }
        b.jump(end);
        if (named != null) {
            b.handler(cleanup);
            b.bind(named.label());
            l.forget(h.name());
            b.emit(Opcodes.RERAISE, named.register());
        }
        b.handler(cleanup);
        b.bind(next);
        b.release(mark);
    }

}
