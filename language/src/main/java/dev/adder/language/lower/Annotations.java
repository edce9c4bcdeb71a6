package dev.adder.language.lower;

import dev.adder.language.ast.Arg;
import dev.adder.language.ast.Arguments;
import dev.adder.language.ast.Expr;
import dev.adder.language.ast.Span;
import dev.adder.language.ast.Stmt;
import dev.adder.language.ir.Code;
import dev.adder.language.ir.CodeBuilder;
import dev.adder.language.ir.Common;
import dev.adder.language.ir.Intrinsic;
import dev.adder.language.ir.Opcodes;
import dev.adder.language.ir.Reg;
import dev.adder.language.scope.Scope;
import dev.adder.language.text.Str;
import java.util.ArrayList;
import java.util.List;

/** Annotations: annotate functions (PEP 649, 749), or strings under {@code from __future__ import annotations}. */
final class Annotations {
    private final Lowering l;

    Annotations(Lowering l) {
        this.l = l;
    }

    boolean areStrings() {
        return (l.futureFlags & Code.CO_FUTURE_ANNOTATIONS) != 0;
    }

    // Variables

    void assign(Stmt.AnnAssign s) {
        CodeBuilder b = l.b;
        if (s.value() != null) {
            l.assignments.assign(s.target(), s.value());
        }
        b.at(s.span());
        switch (s.target()) {
            case Expr.Name target -> {
                boolean kept = l.unit.type == Unit.Type.MODULE || l.unit.type == Unit.Type.CLASS;
                if (s.simple() && kept) {
                    annotate(target, s);
                }
            }
            case Expr.Attribute target when s.value() == null -> l.expressions.eval(target.value());
            case Expr.Subscript target when s.value() == null -> {
                l.expressions.operand(target.value());
                l.expressions.eval(target.slice());
            }
            default -> { }
        }
    }

    private void annotate(Expr.Name target, Stmt.AnnAssign s) {
        CodeBuilder b = l.b;
        String name = l.unit.mangle(target.id());
        if (areStrings()) {
            int text = b.constant(Unparser.text(s.annotation()));
            int mapping = b.temp();
            b.emit(Opcodes.LOAD_NAME, mapping, b.name("__annotations__"));
            b.emit(Opcodes.STORE_ITEM, mapping, b.constant(Str.fromNameKey(name)), text);
            return;
        }
        int index = -1;
        if (l.unit.type == Unit.Type.MODULE || l.unit.inConditionalBlock) {
            index = l.unit.conditionalAnnotations++;
            int set = b.temp();
            if (l.unit.type == Unit.Type.CLASS) {
                b.emit(Opcodes.LOAD_CELL, set, l.unit.cellOrFree("__conditional_annotations__"),
                        b.name("__conditional_annotations__"));
            } else {
                b.emit(Opcodes.LOAD_NAME, set, b.name("__conditional_annotations__"));
            }
            b.emit(Opcodes.SET_ADD, set, b.constant((long) index));
        }
        l.unit.annotations.add(new Unit.Annotation(name, s.annotation(), index, s.span()));
    }

    /** What a module's or class's body starts with for its annotations. */
    void prologue() {
        CodeBuilder b = l.b;
        if (l.unit.scope.hasConditionalAnnotations()) {
            int set = b.temp();
            b.emitList(Opcodes.BUILD_SET, new int[0], set);
            if (l.unit.type == Unit.Type.CLASS) {
                b.emit(Opcodes.STORE_CELL, l.unit.cellOrFree("__conditional_annotations__"), set);
            } else {
                b.emit(Opcodes.STORE_NAME, b.name("__conditional_annotations__"), set);
            }
        }
        if (areStrings() && l.unit.scope.annotationsUsed()) {
            b.emitList(Opcodes.INTRINSIC, new int[0], b.temp(), Intrinsic.SETUP_ANNOTATIONS.ordinal());
        }
    }

    /** Makes the annotate function of the module or class at work, under a name; nothing without annotations. */
    void finish(String name, Span span) {
        List<Unit.Annotation> list = l.unit.annotations;
        if (list.isEmpty()) {
            return;
        }
        CodeBuilder b = l.b;
        int mark = b.mark();
        enterAnnotate(l.unit.scope.annotationBlock(), span);
        CodeBuilder inner = l.b;
        int dict = inner.temp();
        inner.emitList(Opcodes.BUILD_MAP, new int[0], dict);
        for (Unit.Annotation a : list) {
            int innerMark = inner.mark();
            CodeBuilder.Label skip = inner.label();
            if (a.conditionalIndex() >= 0) {
                inner.at(a.span());
                int set = l.load("__conditional_annotations__", Reg.NONE);
                int present = inner.temp();
                inner.emit(Opcodes.IN, present, inner.constant((long) a.conditionalIndex()), set);
                inner.emitJump(Opcodes.JUMP_IF_FALSE, skip, present);
                inner.release(innerMark);
            }
            int value = l.expressions.eval(a.annotation());
            inner.at(span);
            inner.emit(Opcodes.MAP_ADD, dict, inner.constant(Str.fromNameKey(a.name())), value);
            inner.bind(skip);
            inner.release(innerMark);
        }
        inner.emit(Opcodes.RETURN, dict);
        Code code = leaveAnnotate();
        b.at(span);
        int function = l.makeFunction(code, Reg.NONE, Reg.NONE, Reg.NONE, Reg.NONE);
        b.emit(Opcodes.STORE_NAME, b.name(name), function);
        b.release(mark);
    }

    private void enterAnnotate(Scope scope, Span span) {
        enterEvaluator("__annotate__", scope, span);
    }

    /** Starts a code of one parameter, the format; formats beyond 2 (VALUE_WITH_FAKE_GLOBALS) raise. */
    void enterEvaluator(String name, Scope scope, Span span) {
        l.enter(name, scope, Unit.Type.ANNOTATIONS, span, l.unit.className);
        CodeBuilder b = l.b;
        b.arguments(1, 1, 0);
        int format = Reg.local(0);
        int tooNew = b.temp();
        CodeBuilder.Label body = b.label();
        b.emit(Opcodes.GT, tooNew, format, b.constant(2L));
        b.emitJump(Opcodes.JUMP_IF_FALSE, body, tooNew);
        b.emit(Opcodes.LOAD_COMMON, tooNew, Common.NOT_IMPLEMENTED_ERROR.ordinal());
        b.emit(Opcodes.RAISE, tooNew, Reg.NONE);
        b.bind(body);
        b.release(0);
    }

    private Code leaveAnnotate() {
        // The name must not hide a variable of the annotations, so it was another until here.
        l.unit.renameParameter(".format", "format");
        return l.leave();
    }

    // Functions

    /** The annotate function of a function about to be made, or -1. */
    int ofFunction(Stmt node, Arguments args, Expr returns, Span span) {
        if (!Functions.hasAnnotation(args, returns)) {
            return Reg.NONE;
        }
        enterAnnotate(l.scopes.annotationsOf(node), span);
        CodeBuilder inner = l.b;
        int dict = inner.temp();
        inner.emitList(Opcodes.BUILD_MAP, new int[0], dict);
        for (Arg a : annotated(args)) {
            int mark = inner.mark();
            int value;
            if (areStrings()) {
                value = inner.constant(Unparser.text(a.annotation()));
            } else if (a.annotation() instanceof Expr.Starred star) {
                // *args: *Ts
                int packed = l.expressions.eval(star.value());
                value = inner.temp();
                inner.emitList(Opcodes.UNPACK_SEQUENCE, new int[] {value}, packed);
            } else {
                value = l.expressions.eval(a.annotation());
            }
            add(dict, l.unit.mangle(a.arg()), value, span);
            inner.release(mark);
        }
        if (returns != null) {
            add(dict, "return", areStrings() ? inner.constant(Unparser.text(returns)) : l.expressions.eval(returns),
                    span);
        }
        inner.emit(Opcodes.RETURN, dict);
        Code code = leaveAnnotate();
        l.b.at(span);
        return l.makeFunction(code, Reg.NONE, Reg.NONE, Reg.NONE, Reg.NONE);
    }

    private void add(int dict, String name, int value, Span span) {
        l.b.at(span);
        l.b.emit(Opcodes.MAP_ADD, dict, l.b.constant(Str.fromNameKey(name)), value);
    }

    /** Parameters with annotations, in the order in which CPython evaluates them. */
    private static List<Arg> annotated(Arguments args) {
        List<Arg> list = new ArrayList<>(args.args());
        list.addAll(args.posonlyargs());
        list.add(args.vararg());
        list.addAll(args.kwonlyargs());
        list.add(args.kwarg());
        list.removeIf(a -> a == null || a.annotation() == null);
        return list;
    }
}
