package dev.adder.language.lower;

import dev.adder.language.ast.Arg;
import dev.adder.language.ast.Arguments;
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
import java.util.ArrayList;
import java.util.List;

/** Function definitions and lambdas. */
final class Functions {
    /** def and async def alike. */
    private record Definition(Stmt node, String name, Arguments args, List<Stmt> body, List<Expr> decorators,
            Expr returns, List<TypeParam> typeParams, Unit.Type type, Span span) {
        int firstLine() {
            return decorators.isEmpty() ? span.line() : decorators.getFirst().span().line();
        }
    }

    private final Lowering l;

    Functions(Lowering l) {
        this.l = l;
    }

    void define(Stmt.FunctionDef s) {
        define(new Definition(s, s.name(), s.args(), s.body(), s.decoratorList(), s.returns(), s.typeParams(),
                Unit.Type.FUNCTION, s.span()));
    }

    void define(Stmt.AsyncFunctionDef s) {
        define(new Definition(s, s.name(), s.args(), s.body(), s.decoratorList(), s.returns(), s.typeParams(),
                Unit.Type.ASYNC_FUNCTION, s.span()));
    }

    private void define(Definition d) {
        CodeBuilder b = l.b;
        int mark = b.mark();
        int[] decorators = decorators(d.decorators());
        int inner = b.mark();
        int function;
        int target = d.decorators().isEmpty() ? localTarget(d.name()) : Reg.NONE;
        b.at(firstLineSpan(d));
        int defaults = defaults(d.args());
        int keywordDefaults = keywordDefaults(d.args());
        if (d.typeParams().isEmpty()) {
            function = function(d, defaults, keywordDefaults, target, inner);
        } else {
            function = generic(d, defaults, keywordDefaults, inner);
        }
        function = decorate(d.decorators(), decorators, function);
        b.at(firstLineSpan(d));
        l.store(d.name(), function);
        b.release(mark);
    }

    private static Span firstLineSpan(Definition d) {
        return d.span();
    }

    /** The register of a plain local, which a definition can be put into at once; else -1. */
    int localTarget(String name) {
        Unit.Var v = l.unit.resolve(name);
        return v.how() == Unit.How.LOCAL ? v.reg() : Reg.NONE;
    }

    int[] decorators(List<Expr> list) {
        int[] regs = new int[list.size()];
        for (int i = 0; i < regs.length; i++) {
            regs[i] = l.expressions.operand(list.get(i));
            if (regs.length > 1 || !Reg.isTemp(regs[i])) {
                regs[i] = l.stable(regs[i]);
            }
        }
        return regs;
    }

    int decorate(List<Expr> list, int[] decorators, int value) {
        CodeBuilder b = l.b;
        int result = value;
        for (int i = decorators.length - 1; i >= 0; i--) {
            b.at(list.get(i).span());
            int next = Reg.isTemp(result) ? result : b.temp();
            b.emitList(Opcodes.CALL, new int[] {result}, next, decorators[i]);
            result = next;
        }
        return result;
    }

    /** The tuple of positional defaults, or -1. */
    int defaults(Arguments args) {
        CodeBuilder b = l.b;
        if (args.defaults().isEmpty()) {
            return Reg.NONE;
        }
        List<Object> constants = l.displays.constants(args.defaults());
        if (constants != null) {
            return b.constant(Lowering.tuple(constants));
        }
        Span at = b.at();
        int mark = b.mark();
        int[] regs = l.displays.operands(args.defaults());
        b.release(mark);
        int tuple = b.temp();
        b.at(at);
        b.emitList(Opcodes.BUILD_TUPLE, regs, tuple);
        return tuple;
    }

    /** The dict of keyword-only defaults, or -1. */
    int keywordDefaults(Arguments args) {
        CodeBuilder b = l.b;
        Span at = b.at();
        int mark = b.mark();
        List<Integer> pairs = new ArrayList<>();
        for (int i = 0; i < args.kwonlyargs().size(); i++) {
            Expr value = args.kwDefaults().get(i);
            if (value != null) {
                pairs.add(b.constant(Str.fromNameKey(l.unit.mangle(args.kwonlyargs().get(i).arg()))));
                pairs.add(l.expressions.operand(value));
            }
        }
        b.at(at);
        if (pairs.isEmpty()) {
            return Reg.NONE;
        }
        int[] regs = new int[pairs.size()];
        for (int i = 0; i < regs.length; i++) {
            regs[i] = pairs.get(i);
        }
        b.release(mark);
        int dict = b.temp();
        b.emitList(Opcodes.BUILD_MAP, regs, dict);
        return dict;
    }

    private int function(Definition d, int defaults, int keywordDefaults, int target, int mark) {
        CodeBuilder b = l.b;
        int annotate = l.annotations.ofFunction(d.node(), d.args(), d.returns(), d.span());
        Code code = body(d);
        b.at(d.span());
        b.release(mark);
        int function = target >= 0 ? target : b.temp();
        l.makeFunction(code, defaults, keywordDefaults, annotate, function);
        return function;
    }

    private Code body(Definition d) {
        Scope scope = l.scopes.of(d.node());
        l.enter(d.name(), scope, d.type(), d.span(), d.firstLine(), l.unit.className);
        arguments(d.args());
        List<Stmt> body = d.body();
        if (l.classes.docstringOf(body) instanceof Object docstring) {
            if (l.optimize < 2) {
                l.b.constant(docstring);
                l.b.flags(Code.CO_HAS_DOCSTRING);
            }
            body = body.subList(1, body.size());
        }
        l.statements.all(body);
        if (l.b.reachable()) {
            l.b.at(null);
            l.b.emit(Opcodes.RETURN, l.none());
        }
        return l.leave();
    }

    void arguments(Arguments args) {
        l.b.arguments(args.posonlyargs().size() + args.args().size(), args.posonlyargs().size(),
                args.kwonlyargs().size());
        l.unit.positionalCount = args.posonlyargs().size() + args.args().size();
    }

    /** Whether a unit takes a positional parameter. */
    boolean hasPositional(Unit unit) {
        return unit.positionalCount > 0;
    }

    private int generic(Definition d, int defaults, int keywordDefaults, int mark) {
        Scope scope = l.scopes.typeParametersOf(d.node());
        l.typeParameters.enter(d.name(), scope, d.span(), d.firstLine(), l.unit.className);
        CodeBuilder b = l.b;
        int given = (defaults >= 0 ? 1 : 0) + (keywordDefaults >= 0 ? 1 : 0);
        b.arguments(given, 0, 0);
        int typeParams = l.typeParameters.make(d.typeParams());
        int innerMark = b.mark();
        int function = function(d, defaults >= 0 ? Reg.local(0) : Reg.NONE,
                keywordDefaults >= 0 ? Reg.local(given - 1) : Reg.NONE, Reg.NONE, innerMark);
        b.emitList(Opcodes.INTRINSIC, new int[] {function, typeParams}, function,
                Intrinsic.SET_FUNCTION_TYPE_PARAMS.ordinal());
        b.emit(Opcodes.RETURN, function);
        Code code = l.leave();
        int[] args = new int[given];
        int at = 0;
        if (defaults >= 0) {
            args[at++] = defaults;
        }
        if (keywordDefaults >= 0) {
            args[at] = keywordDefaults;
        }
        int maker = l.makeFunction(code, Reg.NONE, Reg.NONE, Reg.NONE, Reg.NONE);
        l.b.release(mark);
        int result = l.b.temp();
        l.b.emitList(Opcodes.CALL, args, result, maker);
        return result;
    }

    int lambda(Expr.Lambda e, int dest) {
        CodeBuilder b = l.b;
        int mark = b.mark();
        int defaults = defaults(e.args());
        int keywordDefaults = keywordDefaults(e.args());
        l.enter("<lambda>", l.scopes.of(e), Unit.Type.LAMBDA, e.span(), l.unit.className);
        arguments(e.args());
        int value = l.expressions.eval(e.body());
        l.b.at(e.body().span());
        l.b.emit(Opcodes.RETURN, value);
        Code code = l.leave();
        b.release(mark);
        b.at(e.span());
        return l.makeFunction(code, defaults, keywordDefaults, Reg.NONE, dest);
    }

    static boolean hasAnnotation(Arguments args, Expr returns) {
        return returns != null || any(args.args()) || any(args.posonlyargs()) || any(args.kwonlyargs())
                || one(args.vararg()) || one(args.kwarg());
    }

    private static boolean any(List<Arg> list) {
        for (Arg a : list) {
            if (one(a)) {
                return true;
            }
        }
        return false;
    }

    private static boolean one(Arg a) {
        return a != null && a.annotation() != null;
    }
}
