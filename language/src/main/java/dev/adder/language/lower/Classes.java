package dev.adder.language.lower;

import dev.adder.language.ast.Expr;
import dev.adder.language.ast.ExprContext;
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

/** Class definitions. */
final class Classes {
    private final Lowering l;

    Classes(Lowering l) {
        this.l = l;
    }

    void define(Stmt.ClassDef s) {
        CodeBuilder b = l.b;
        int mark = b.mark();
        int[] decorators = l.functions.decorators(s.decoratorList());
        int firstLine = s.decoratorList().isEmpty() ? s.span().line() : s.decoratorList().getFirst().span().line();
        b.at(s.span());
        int value;
        if (s.typeParams().isEmpty()) {
            int inner = b.mark();
            Code body = body(s, firstLine);
            value = build(s, body, s.bases(), inner);
        } else {
            value = generic(s, firstLine);
        }
        value = l.functions.decorate(s.decoratorList(), decorators, value);
        b.at(s.span());
        l.store(s.name(), value);
        b.release(mark);
    }

    private int generic(Stmt.ClassDef s, int firstLine) {
        Scope scope = l.scopes.typeParametersOf(s);
        l.typeParameters.enter(s.name(), scope, s.span(), firstLine, s.name());
        CodeBuilder b = l.b;
        b.arguments(0, 0, 0);
        int typeParams = l.typeParameters.make(s.typeParams());
        l.store(".type_params", typeParams);
        Code body = body(s, firstLine);
        b.at(s.span());
        int base = b.temp();
        b.emitList(Opcodes.INTRINSIC, new int[] {l.load(".type_params", Reg.NONE)}, base,
                Intrinsic.SUBSCRIPT_GENERIC.ordinal());
        l.store(".generic_base", base);
        List<Expr> bases = new ArrayList<>(s.bases());
        bases.add(new Expr.Name(".generic_base", ExprContext.LOAD, s.span()));
        int value = build(s, body, bases, b.mark());
        b.emit(Opcodes.RETURN, value);
        Code code = l.leave();
        l.b.at(s.span());
        int maker = l.makeFunction(code, Reg.NONE, Reg.NONE, Reg.NONE, Reg.NONE);
        l.b.emitList(Opcodes.CALL, new int[0], maker, maker);
        return maker;
    }

    private int build(Stmt.ClassDef s, Code body, List<Expr> bases, int mark) {
        CodeBuilder b = l.b;
        b.at(s.span());
        int builder = b.temp();
        b.emit(Opcodes.LOAD_COMMON, builder, Common.BUILD_CLASS.ordinal());
        int function = l.makeFunction(body, Reg.NONE, Reg.NONE, Reg.NONE, Reg.NONE);
        int name = b.constant(Str.fromNameKey(s.name()));
        return l.calls.call(mark, builder, new int[] {function, name}, bases, s.keywords(), s.span(), Reg.NONE);
    }

    private Code body(Stmt.ClassDef s, int firstLine) {
        Span span = s.span();
        Unit unit = l.enter(s.name(), l.scopes.of(s), Unit.Type.CLASS, span, firstLine, s.name());
        CodeBuilder b = l.b;
        Span first = new Span(firstLine, 0, firstLine, 0);
        b.at(first);
        int mark = b.mark();
        int value = b.temp();
        b.emit(Opcodes.LOAD_NAME, value, b.name("__name__"));
        b.emit(Opcodes.STORE_NAME, b.name("__module__"), value);
        b.emit(Opcodes.STORE_NAME, b.name("__qualname__"), b.constant(Str.fromNameKey(b.qualname())));
        b.emit(Opcodes.STORE_NAME, b.name("__firstlineno__"), b.constant((long) firstLine));
        if (!s.typeParams().isEmpty()) {
            l.store("__type_params__", l.load(".type_params", Reg.NONE));
        }
        if (unit.scope.needsClassDict()) {
            b.emit(Opcodes.LOAD_LOCALS, value);
            b.emit(Opcodes.STORE_CELL, unit.cellOrFree("__classdict__"), value);
        }
        l.annotations.prologue();
        b.release(mark);
        suite(s.body());
        b.at(first);
        l.annotations.finish("__annotate_func__", first);
        List<Object> attributes = new ArrayList<>();
        for (String attribute : unit.staticAttributes) {
            attributes.add(Str.fromNameKey(attribute));
        }
        b.emit(Opcodes.STORE_NAME, b.name("__static_attributes__"), b.constant(Lowering.tuple(attributes)));
        if (unit.scope.needsClassDict()) {
            b.emit(Opcodes.STORE_NAME, b.name("__classdictcell__"), unit.cellOrFree("__classdict__"));
        }
        if (unit.scope.needsClassClosure()) {
            int cell = unit.cellOrFree("__class__");
            b.emit(Opcodes.STORE_NAME, b.name("__classcell__"), cell);
            b.emit(Opcodes.RETURN, cell);
        } else {
            b.emit(Opcodes.RETURN, l.none());
        }
        return l.leave();
    }

    /** The statements of a module or class: a docstring first. */
    void suite(List<Stmt> body) {
        List<Stmt> rest = body;
        Object docstring = docstringOf(body);
        if (docstring != null) {
            if (l.optimize < 2) {
                l.b.at(body.getFirst().span());
                l.b.emit(Opcodes.STORE_NAME, l.b.name("__doc__"), l.b.constant(Docstrings.clean(docstring)));
            }
            rest = body.subList(1, body.size());
        }
        l.statements.all(rest);
    }

    /** The docstring that a body starts with, or null. */
    Object docstringOf(List<Stmt> body) {
        if (!body.isEmpty() && body.getFirst() instanceof Stmt.ExprStmt s && s.value() instanceof Expr.Constant c
                && Str.isText(c.value())) {
            return Docstrings.clean(c.value());
        }
        return null;
    }

    /** {@code self.x = ...} in a method: an attribute for the class's {@code __static_attributes__}. */
    void noteStaticAttribute(Expr.Attribute e) {
        if (!(e.value() instanceof Expr.Name name && name.id().equals("self"))) {
            return;
        }
        for (Unit u = l.unit.parent; u != null; u = u.parent) {
            if (u.type == Unit.Type.CLASS) {
                u.staticAttributes.add(e.attr());
                return;
            }
        }
    }
}
