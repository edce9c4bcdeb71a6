package dev.adder.language.lower;

import dev.adder.language.ast.Comprehension;
import dev.adder.language.ast.Expr;
import dev.adder.language.ast.Span;
import dev.adder.language.ir.Code;
import dev.adder.language.ir.CodeBuilder;
import dev.adder.language.ir.Opcodes;
import dev.adder.language.ir.Reg;
import dev.adder.language.scope.Scope;
import dev.adder.language.scope.Scope.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Comprehensions: inlined where the scopes say so (PEP 709), else functions called on the spot. */
final class Comprehensions {
    /** What each round does. */
    private record Body(Expr element, Expr value, int build) {
    }

    private final Lowering l;

    Comprehensions(Lowering l) {
        this.l = l;
    }

    int list(Expr.ListComp e, int dest) {
        return lower(e, e.generators(), new Body(e.elt(), null, Opcodes.BUILD_LIST), "<listcomp>", dest);
    }

    int set(Expr.SetComp e, int dest) {
        return lower(e, e.generators(), new Body(e.elt(), null, Opcodes.BUILD_SET), "<setcomp>", dest);
    }

    int dict(Expr.DictComp e, int dest) {
        return lower(e, e.generators(), new Body(e.key(), e.value(), Opcodes.BUILD_MAP), "<dictcomp>", dest);
    }

    int generator(Expr.GeneratorExp e, int dest) {
        return lower(e, e.generators(), new Body(e.elt(), null, Opcodes.YIELD), "<genexpr>", dest);
    }

    private int lower(Expr e, List<Comprehension> generators, Body body, String name, int dest) {
        Scope scope = l.scopes.of(e);
        return scope.isInlined() ? inline(e, scope, generators, body, dest)
                : function(e, scope, generators, body, name, dest);
    }

    private int inline(Expr e, Scope scope, List<Comprehension> generators, Body body, int dest) {
        CodeBuilder b = l.b;
        int mark = b.mark();
        int result = dest >= 0 && Reg.isTemp(dest) ? dest : b.temp();
        int inner = b.mark();
        Comprehension first = generators.getFirst();
        int iterable = l.expressions.eval(first.iter());
        b.release(inner);
        int iterator = b.temp();
        b.at(first.iter().span());
        b.emit(first.isAsync() ? Opcodes.GET_AITER : Opcodes.GET_ITER, iterator, iterable);
        b.at(e.span());
        CodeBuilder.Label start = b.label();
        CodeBuilder.Label end = b.label();
        Unit.Comp comp = new Unit.Comp(scope);
        List<String> own = enterVariables(comp);
        b.emitList(body.build(), new int[0], result);
        b.bind(start);
        loops(generators, 0, iterator, body, result, e.span());
        b.bind(end);
        b.at(e.span());
        leaveVariables(comp, own, start, end);
        if (dest >= 0) {
            l.place(result, dest);
            b.release(mark);
            return dest;
        }
        b.release(inner);
        return result;
    }

    /** Gives the comprehension's own variables registers; captured ones get a new cell each time. */
    private List<String> enterVariables(Unit.Comp comp) {
        List<String> own = new ArrayList<>();
        for (Map.Entry<String, Integer> symbol : comp.scope.symbols().entrySet()) {
            String name = symbol.getKey();
            Kind kind = comp.scope.kindOf(name);
            if ((kind == Kind.LOCAL || kind == Kind.CELL) && !comp.scope.isMerged(name) && !name.equals(".0")) {
                int reg = l.unit.takeHidden(name);
                boolean cell = kind == Kind.CELL;
                if (cell) {
                    l.b.emit(Opcodes.NEW_CELL, reg);
                } else {
                    l.b.emitOptionalClear(reg);
                }
                comp.vars.put(name, new Unit.Var(cell ? Unit.How.CELL : Unit.How.LOCAL, reg, name));
                own.add(name);
            }
        }
        l.unit.comps.add(comp);
        return own;
    }

    private void leaveVariables(Unit.Comp comp, List<String> own, CodeBuilder.Label start, CodeBuilder.Label end) {
        l.unit.comps.removeLast();
        for (String name : own) {
            Unit.Var v = comp.vars.get(name);
            // Not to keep the last item alive.
            l.b.emit(Opcodes.CLEAR, v.reg());
            l.b.scopedName(name, v.reg(), v.how() == Unit.How.CELL, start, end);
            l.unit.giveHidden(name, v.reg());
        }
    }

    private void loops(List<Comprehension> generators, int index, int iterator, Body body, int result, Span span) {
        if (generators.get(index).isAsync()) {
            asyncLoop(generators, index, iterator, body, result, span);
            return;
        }
        CodeBuilder b = l.b;
        Comprehension c = generators.get(index);
        CodeBuilder.Label top = b.label();
        CodeBuilder.Label exit = b.label();
        int mark = b.mark();
        b.bind(top);
        b.at(c.iter().span());
        l.assignments.next(c.target(), iterator, exit);
        round(generators, index, body, result, span, top);
        b.at(c.iter().span());
        b.loop(top);
        b.bind(exit);
        b.release(mark);
    }

    private void asyncLoop(List<Comprehension> generators, int index, int iterator, Body body, int result,
            Span span) {
        CodeBuilder b = l.b;
        Comprehension c = generators.get(index);
        CodeBuilder.Label top = b.label();
        int mark = b.mark();
        int exception = b.temp();
        CodeBuilder.Handler outer = b.handler();
        CodeBuilder.Handler stop = b.newHandler(exception);
        b.bind(top);
        int item = l.withs.nextAsync(iterator, stop, outer, span);
        l.assignments.store(c.target(), item);
        b.release(mark + 1);
        round(generators, index, body, result, span, top);
        b.at(span);
        b.loop(top);
        b.bind(stop.label());
        b.at(span);
        b.emit(Opcodes.END_ASYNC_FOR, exception);
        b.release(mark);
    }

    private void round(List<Comprehension> generators, int index, Body body, int result, Span span,
            CodeBuilder.Label top) {
        CodeBuilder b = l.b;
        CodeBuilder.Label next = b.label();
        for (Expr condition : generators.get(index).ifs()) {
            int mark = b.mark();
            l.conditions.branch(condition, next, false);
            b.release(mark);
        }
        if (index + 1 < generators.size()) {
            Comprehension inner = generators.get(index + 1);
            int mark = b.mark();
            int iterable = l.expressions.eval(inner.iter());
            b.release(mark);
            int iterator = b.temp();
            b.at(inner.iter().span());
            b.emit(inner.isAsync() ? Opcodes.GET_AITER : Opcodes.GET_ITER, iterator, iterable);
            loops(generators, index + 1, iterator, body, result, span);
            b.release(mark);
        } else {
            add(body, result, span);
        }
        b.bind(next);
    }

    private void add(Body body, int result, Span span) {
        CodeBuilder b = l.b;
        int mark = b.mark();
        int element = l.expressions.operand(body.element());
        switch (body.build()) {
            case Opcodes.BUILD_LIST -> {
                b.at(body.element().span());
                b.emit(Opcodes.LIST_APPEND, result, element);
            }
            case Opcodes.BUILD_SET -> {
                b.at(body.element().span());
                b.emit(Opcodes.SET_ADD, result, element);
            }
            case Opcodes.BUILD_MAP -> {
                int value = l.expressions.eval(body.value());
                Span s = body.element().span();
                Span t = body.value().span();
                b.at(new Span(s.line(), s.col(), t.endLine(), t.endCol()));
                b.emit(Opcodes.MAP_ADD, result, element, value);
            }
            default -> {
                b.at(body.element().span());
                b.release(mark);
                l.expressions.emitYield(element, b.temp());
            }
        }
        b.release(mark);
    }

    private int function(Expr e, Scope scope, List<Comprehension> generators, Body body, String name, int dest) {
        CodeBuilder outer = l.b;
        int mark = outer.mark();
        Comprehension first = generators.getFirst();
        int iterable = l.expressions.eval(first.iter());
        outer.release(mark);
        int iterator = outer.temp();
        outer.at(first.iter().span());
        outer.emit(first.isAsync() ? Opcodes.GET_AITER : Opcodes.GET_ITER, iterator, iterable);
        Code code = code(e, scope, generators, body, name);
        outer.at(e.span());
        int function = l.makeFunction(code, Reg.NONE, Reg.NONE, Reg.NONE, Reg.NONE);
        outer.release(mark);
        int result = l.dest(dest);
        outer.emitList(Opcodes.CALL, new int[] {iterator}, result, function);
        if (scope.isCoroutine() && body.build() != Opcodes.YIELD) {
            l.expressions.emitAwait(result, 0, result);
        }
        return result;
    }

    private Code code(Expr e, Scope scope, List<Comprehension> generators, Body body, String name) {
        l.enter(name, scope, Unit.Type.COMPREHENSION, e.span(), l.unit.className);
        CodeBuilder b = l.b;
        b.arguments(1, 0, 0);
        int result = Reg.NONE;
        if (body.build() != Opcodes.YIELD) {
            result = b.temp();
            b.emitList(body.build(), new int[0], result);
        }
        loops(generators, 0, Reg.local(0), body, result, e.span());
        b.at(e.span());
        b.emit(Opcodes.RETURN, result < 0 ? l.none() : result);
        return l.leave();
    }
}
