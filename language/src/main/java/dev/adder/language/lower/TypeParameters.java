package dev.adder.language.lower;

import dev.adder.language.ast.Expr;
import dev.adder.language.ast.Span;
import dev.adder.language.ast.Stmt;
import dev.adder.language.ast.TypeParam;
import dev.adder.language.ir.Code;
import dev.adder.language.ir.CodeBuilder;
import dev.adder.language.ir.Intrinsic;
import dev.adder.language.ir.Opcodes;
import dev.adder.language.ir.Reg;
import dev.adder.language.scope.Scope;
import dev.adder.language.text.Str;
import java.util.List;

/** Type parameters (PEP 695, 696) and type aliases. */
final class TypeParameters {
    private final Lowering l;

    TypeParameters(Lowering l) {
        this.l = l;
    }

    /** Starts the code around a generic definition. */
    void enter(String name, Scope scope, Span span, int firstLine, String className) {
        l.enter(("<generic parameters of " + name + ">").intern(), scope, Unit.Type.TYPE_PARAMETERS, span, firstLine,
                className);
    }

    /** Makes the type parameters, stores each under its name; the register of their tuple. */
    int make(List<TypeParam> list) {
        CodeBuilder b = l.b;
        int mark = b.mark();
        int[] regs = new int[list.size()];
        boolean defaultSeen = false;
        for (int i = 0; i < regs.length; i++) {
            TypeParam p = list.get(i);
            if (p.defaultValue() != null) {
                defaultSeen = true;
            } else if (defaultSeen) {
                throw l.error("non-default type parameter '" + p.name() + "' follows default type parameter",
                        p.span());
            }
            regs[i] = make(p);
            l.store(p.name(), regs[i]);
        }
        b.release(mark);
        int tuple = b.temp();
        b.emitList(Opcodes.BUILD_TUPLE, regs, tuple);
        return tuple;
    }

    private int make(TypeParam parameter) {
        CodeBuilder b = l.b;
        b.at(parameter.span());
        int result = b.temp();
        int mark = b.mark();
        int name = b.constant(Str.fromNameKey(parameter.name()));
        switch (parameter) {
            case TypeParam.TypeVar p when p.bound() != null -> {
                int bound = evaluator(p.name(), l.scopes.boundOf(p), p.bound(), false, p.bound().span());
                b.at(p.span());
                intrinsic(p.bound() instanceof Expr.Tuple ? Intrinsic.TYPEVAR_WITH_CONSTRAINTS
                        : Intrinsic.TYPEVAR_WITH_BOUND, result, name, bound);
            }
            case TypeParam.TypeVar p -> intrinsic(Intrinsic.TYPEVAR, result, name);
            case TypeParam.TypeVarTuple p -> intrinsic(Intrinsic.TYPEVARTUPLE, result, name);
            case TypeParam.ParamSpec p -> intrinsic(Intrinsic.PARAMSPEC, result, name);
        }
        if (parameter.defaultValue() != null) {
            int value = evaluator(parameter.name(), l.scopes.defaultOf(parameter), parameter.defaultValue(),
                    parameter instanceof TypeParam.TypeVarTuple, parameter.defaultValue().span());
            b.at(parameter.span());
            intrinsic(Intrinsic.SET_TYPEPARAM_DEFAULT, result, result, value);
        }
        b.release(mark);
        return result;
    }

    private void intrinsic(Intrinsic which, int result, int... args) {
        l.b.emitList(Opcodes.INTRINSIC, args, result, which.ordinal());
    }

    /** A function that evaluates an expression when called, with an optional format. */
    private int evaluator(String name, Scope scope, Expr e, boolean allowStar, Span span) {
        l.annotations.enterEvaluator(name, scope, span);
        CodeBuilder b = l.b;
        int value;
        if (allowStar && e instanceof Expr.Starred star) {
            int packed = l.expressions.eval(star.value());
            value = b.temp();
            b.emitList(Opcodes.UNPACK_SEQUENCE, new int[] {value}, packed);
        } else {
            value = l.expressions.eval(e);
        }
        b.at(e.span());
        b.emit(Opcodes.RETURN, value);
        Code code = l.leave();
        l.b.at(e.span());
        return l.makeFunction(code, l.b.constant(Lowering.tuple(List.of(1L))), Reg.NONE, Reg.NONE, Reg.NONE);
    }

    void alias(Stmt.TypeAlias s) {
        Expr.Name target = (Expr.Name) s.name();
        int value;
        if (s.typeParams().isEmpty()) {
            value = makeAlias(s, target, l.none());
        } else {
            enter(target.id(), l.scopes.typeParametersOf(s), s.span(), s.span().line(), l.unit.className);
            l.b.arguments(0, 0, 0);
            int typeParams = make(s.typeParams());
            l.b.emit(Opcodes.RETURN, makeAlias(s, target, typeParams));
            Code code = l.leave();
            value = l.makeFunction(code, Reg.NONE, Reg.NONE, Reg.NONE, Reg.NONE);
            l.b.at(s.span());
            l.b.emitList(Opcodes.CALL, new int[0], value, value);
        }
        l.b.at(s.span());
        l.store(target.id(), value);
    }

    private int makeAlias(Stmt.TypeAlias s, Expr.Name target, int typeParams) {
        CodeBuilder b = l.b;
        b.at(s.span());
        int mark = b.mark();
        int result = b.temp();
        int value = evaluator(target.id(), l.scopes.of(s), s.value(), false, s.span());
        b.at(s.span());
        intrinsic(Intrinsic.TYPEALIAS, result, b.constant(Str.fromNameKey(target.id())), typeParams, value);
        b.release(mark + 1);
        return result;
    }
}
