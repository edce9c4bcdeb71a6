package dev.adder.language.lower;

import dev.adder.language.ast.Span;
import dev.adder.language.ast.Stmt;
import dev.adder.language.ast.WithItem;
import dev.adder.language.ir.CodeBuilder;
import dev.adder.language.ir.Opcodes;
import dev.adder.language.lower.Unit.Block;
import java.util.List;

/** with, async with, async for. */
final class Withs {
    private final Lowering l;

    Withs(Lowering l) {
        this.l = l;
    }

    void with(List<WithItem> items, List<Stmt> body, boolean async, Span span) {
        boolean before = l.unit.inConditionalBlock;
        l.unit.inConditionalBlock = true;
        with(items, 0, body, async, span);
        l.unit.inConditionalBlock = before;
    }

    private void with(List<WithItem> items, int index, List<Stmt> body, boolean async, Span span) {
        CodeBuilder b = l.b;
        WithItem item = items.get(index);
        Span place = item.contextExpr().span();
        int mark = b.mark();
        int exit = b.temp();
        int exception = b.temp();
        int previous = b.temp();
        int inner = b.mark();
        int manager = l.expressions.eval(item.contextExpr());
        b.at(place);
        b.emit(Opcodes.LOAD_SPECIAL, exit, manager, async ? 3 : 1);
        b.release(inner);
        int entered = b.temp();
        b.emit(Opcodes.LOAD_SPECIAL, entered, manager, async ? 2 : 0);
        b.emitList(Opcodes.CALL, new int[0], entered, entered);
        if (async) {
            l.expressions.emitAwait(entered, 1, entered);
        }
        CodeBuilder.Handler outer = b.handler();
        CodeBuilder.Handler handler = b.newHandler(exception);
        CodeBuilder.Label end = b.label();
        Block block = new Block(async ? Block.Kind.ASYNC_WITH : Block.Kind.WITH, outer);
        block.exit = exit;
        block.span = place;
        l.statements.push(block, place);
        b.handler(handler);
        if (item.optionalVars() != null) {
            l.assignments.store(item.optionalVars(), entered);
        }
        b.release(inner);
        if (index + 1 < items.size()) {
            with(items, index + 1, body, async, span);
        } else {
            l.statements.all(body);
        }
        l.statements.pop(block);
        b.handler(outer);
        b.at(place);
        callExit(exit, async);
        b.jump(end);
        exceptional(handler, exit, previous, async, place, end);
        b.bind(end);
        b.release(mark);
    }

    private void exceptional(CodeBuilder.Handler handler, int exit, int previous, boolean async, Span place,
            CodeBuilder.Label end) {
        CodeBuilder b = l.b;
        CodeBuilder.Handler outer = b.handler();
        int exception = handler.register();
        b.bind(handler.label());
        b.at(place);
        b.emit(Opcodes.PUSH_EXC, previous, exception);
        CodeBuilder.Handler cleanup = b.newHandler(b.temp());
        b.handler(cleanup);
        int swallowed = b.temp();
        b.emit(Opcodes.WITH_EXCEPT, swallowed, exit, exception);
        if (async) {
            l.expressions.emitAwait(swallowed, 2, swallowed);
        }
        CodeBuilder.Label suppress = b.label();
        b.emitJump(Opcodes.JUMP_IF_TRUE, suppress, swallowed);
        b.emit(Opcodes.RERAISE, exception);
        b.bind(suppress);
        b.handler(outer);
        b.emit(Opcodes.POP_EXC, previous);
        b.jump(end);
        l.tries.cleanup(cleanup, previous);
    }

    /** {@code exit(None, None, None)}. */
    void callExit(int exit, boolean async) {
        CodeBuilder b = l.b;
        int mark = b.mark();
        int none = l.none();
        int result = b.temp();
        b.emitList(Opcodes.CALL, new int[] {none, none, none}, result, exit);
        if (async) {
            l.expressions.emitAwait(result, 2, result);
        }
        b.release(mark);
    }

    void asyncFor(Stmt.AsyncFor s) {
        CodeBuilder b = l.b;
        CodeBuilder.Label top = b.label();
        CodeBuilder.Label end = b.label();
        int mark = b.mark();
        int iterable = l.expressions.eval(s.iter());
        b.release(mark);
        int iterator = b.temp();
        int exception = b.temp();
        int inner = b.mark();
        b.at(s.iter().span());
        b.emit(Opcodes.GET_AITER, iterator, iterable);
        CodeBuilder.Handler outer = b.handler();
        CodeBuilder.Handler stop = b.newHandler(exception);
        b.bind(top);
        int item = nextAsync(iterator, stop, outer, s.iter().span());
        l.assignments.store(s.target(), item);
        b.release(inner);
        Block block = l.statements.pushLoop(end, top, s.span(), s.iter().span());
        l.statements.conditional(s.body());
        l.statements.pop(block);
        b.at(s.iter().span());
        b.loop(top);
        b.bind(stop.label());
        b.at(s.iter().span());
        b.emit(Opcodes.END_ASYNC_FOR, exception);
        l.statements.conditional(s.orelse());
        b.bind(end);
        b.release(mark);
    }

    /** Awaits the next item; StopAsyncIteration goes to {@code stop}. */
    int nextAsync(int iterator, CodeBuilder.Handler stop, CodeBuilder.Handler outer, Span span) {
        CodeBuilder b = l.b;
        b.handler(stop);
        b.at(span);
        int item = b.temp();
        b.emit(Opcodes.GET_ANEXT, item, iterator);
        b.emit(Opcodes.YIELD_FROM, item, item);
        b.handler(outer);
        return item;
    }

}
