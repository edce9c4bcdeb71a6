package dev.adder.language.lower;

import dev.adder.language.ast.BoolOpKind;
import dev.adder.language.ast.CmpOp;
import dev.adder.language.ast.Const;
import dev.adder.language.ast.Expr;
import dev.adder.language.ast.Operator;
import dev.adder.language.ast.Singleton;
import dev.adder.language.ast.Span;
import dev.adder.language.ast.UnaryOperator;
import dev.adder.language.ir.CodeBuilder;
import dev.adder.language.ir.Opcodes;
import dev.adder.language.ir.Reg;
import dev.adder.language.scope.Scopes;
import java.util.ArrayDeque;
import java.util.List;

/**
 * Expressions to registers. {@code eval(e, dest)} puts the value into {@code dest}, or, if that is -1, says where it
 * is: a variable's own register, a constant, or a new temporary. A variable as destination is written by one last
 * instruction only, so that an exception leaves it as it was.
 */
final class Expressions {
    private final Lowering l;
    private int depth;

    Expressions(Lowering l) {
        this.l = l;
    }

    int eval(Expr e) {
        return eval(e, Reg.NONE);
    }

    /** The value in a register that what is evaluated after it cannot change. */
    int operand(Expr e) {
        int reg = eval(e);
        if (e instanceof Expr.Name n && Lowering.isVariable(reg)
                && l.unit.scope.isWalrusTarget(l.unit.mangle(n.id()))) {
            return l.copy(reg);
        }
        return reg;
    }

    /** Evaluates for the effects only. */
    void effect(Expr e) {
        if (e instanceof Expr.Constant) {
            l.b.emit(Opcodes.NOP);
            return;
        }
        int mark = l.b.mark();
        eval(e);
        l.b.release(mark);
    }

    int eval(Expr expression, int dest) {
        if (++depth > Scopes.MAX_DEPTH) {
            throw Scopes.tooDeep(l.filename);
        }
        int result = evalNode(expression, dest);
        depth--;
        return result;
    }

    private int evalNode(Expr expression, int dest) {
        CodeBuilder b = l.b;
        b.at(expression.span());
        return switch (expression) {
            case Expr.Constant e -> l.place(b.constant(e.value()), dest);
            case Expr.Name e -> name(e, dest);
            case Expr.BinOp e -> binary(e, dest);
            case Expr.UnaryOp e -> unary(e, dest);
            case Expr.BoolOp e -> bool(e, dest);
            case Expr.Compare e -> compare(e, dest);
            case Expr.Call e -> l.calls.call(e, dest);
            case Expr.Attribute e -> attribute(e, dest);
            case Expr.Subscript e -> subscript(e, dest);
            case Expr.IfExp e -> ifExp(e, dest);
            case Expr.Lambda e -> l.functions.lambda(e, dest);
            case Expr.NamedExpr e -> named(e, dest);
            case Expr.Tuple e -> l.displays.tuple(e, dest);
            case Expr.List e -> l.displays.list(e, dest);
            case Expr.Set e -> l.displays.set(e, dest);
            case Expr.Dict e -> l.displays.dict(e, dest);
            case Expr.Slice e -> l.displays.slice(e, dest);
            case Expr.ListComp e -> l.comprehensions.list(e, dest);
            case Expr.SetComp e -> l.comprehensions.set(e, dest);
            case Expr.DictComp e -> l.comprehensions.dict(e, dest);
            case Expr.GeneratorExp e -> l.comprehensions.generator(e, dest);
            case Expr.Yield e -> yieldValue(e, dest);
            case Expr.YieldFrom e -> yieldFrom(e, dest);
            case Expr.Await e -> awaitValue(e, dest);
            case Expr.JoinedStr e -> l.strings.joined(e, dest);
            case Expr.TemplateStr e -> l.strings.template(e, dest);
            case Expr.FormattedValue e -> l.strings.formatted(e, dest);
            case Expr.Interpolation e -> l.strings.interpolation(e, dest);
            case Expr.Starred e -> throw l.error("can't use starred expression here", e.span());
        };
    }

    private int name(Expr.Name e, int dest) {
        if (e.id().equals("__debug__")) {
            return l.place(l.b.constant(l.optimize == 0), dest);
        }
        return l.load(e.id(), dest);
    }

    /** A left-deep chain of operators is a loop here: generated code has chains of thousands. */
    private int binary(Expr.BinOp last, int dest) {
        ArrayDeque<Expr.BinOp> chain = new ArrayDeque<>();
        Expr first = last;
        while (first instanceof Expr.BinOp e) {
            chain.push(e);
            first = e.left();
        }
        int mark = l.b.mark();
        int left = operand(first);
        for (Expr.BinOp e : chain) {
            left = binary(e, left, mark, e == last ? dest : Reg.NONE);
        }
        return left;
    }

    private int binary(Expr.BinOp e, int left, int mark, int dest) {
        CodeBuilder b = l.b;
        int right = eval(e.right());
        if (Reg.isConst(left) && Reg.isConst(right)) {
            Object folded = Fold.binary(e.op(), b.constantIn(left), b.constantIn(right));
            if (folded != null) {
                return l.place(b.constant(folded), dest);
            }
        }
        b.release(mark);
        b.at(e.span());
        int result = l.dest(dest);
        b.emit(binaryOp(e.op()), result, left, right);
        return result;
    }

    /** The rows of binary operators stand in the order of the enum. */
    static int binaryOp(Operator op) {
        return Opcodes.ADD + op.ordinal();
    }

    static int inPlaceOp(Operator op) {
        return Opcodes.IADD + op.ordinal();
    }

    private int unary(Expr.UnaryOp e, int dest) {
        CodeBuilder b = l.b;
        int mark = b.mark();
        if (e.op() == UnaryOperator.NOT && e.operand() instanceof Expr.Compare c && c.ops().size() == 1) {
            CmpOp inverse = Conditions.negated(c.ops().getFirst());
            if (inverse != null) {
                l.checks.compare(c);
                return emitComparison(new Expr.Compare(c.left(), List.of(inverse), c.comparators(), c.span()), dest);
            }
        }
        int value = eval(e.operand());
        if (Reg.isConst(value)) {
            Object folded = Fold.unary(e.op(), b.constantIn(value));
            if (folded != null) {
                return l.place(b.constant(folded), dest);
            }
        }
        b.release(mark);
        b.at(e.span());
        int result = l.dest(dest);
        b.emit(switch (e.op()) {
            case INVERT -> Opcodes.INVERT;
            case NOT -> Opcodes.NOT;
            case U_ADD -> Opcodes.POS;
            case U_SUB -> Opcodes.NEG;
        }, result, value);
        return result;
    }

    private int bool(Expr.BoolOp e, int dest) {
        CodeBuilder b = l.b;
        CodeBuilder.Label end = b.label();
        int result = l.dest(dest);
        boolean direct = Reg.isTemp(result);
        int op = e.op() == BoolOpKind.AND ? Opcodes.JUMP_IF_FALSE : Opcodes.JUMP_IF_TRUE;
        int last = e.values().size() - 1;
        for (int i = 0; i < last; i++) {
            int mark = b.mark();
            if (direct) {
                eval(e.values().get(i), result);
                b.at(e.span());
                b.emitJump(op, end, result);
            } else {
                int value = eval(e.values().get(i));
                b.at(e.span());
                CodeBuilder.Label next = b.label();
                b.emitJump(op == Opcodes.JUMP_IF_FALSE ? Opcodes.JUMP_IF_TRUE : Opcodes.JUMP_IF_FALSE, next, value);
                l.place(value, result);
                b.jump(end);
                b.bind(next);
            }
            b.release(mark);
        }
        int mark = b.mark();
        eval(e.values().get(last), result);
        b.release(mark);
        b.bind(end);
        return result;
    }

    private int compare(Expr.Compare e, int dest) {
        l.checks.compare(e);
        return emitComparison(e, dest);
    }

    private int emitComparison(Expr.Compare e, int dest) {
        CodeBuilder b = l.b;
        if (e.ops().size() > 1) {
            return chain(e, dest);
        }
        int mark = b.mark();
        int left = operand(e.left());
        int right = container(e.ops().getFirst(), e.comparators().getFirst());
        b.release(mark);
        b.at(e.span());
        int result = l.dest(dest);
        emitCompare(e.ops().getFirst(), result, left, right);
        return result;
    }

    /** {@code a < b < c}; the parts before the last go to a temporary, for a variable is written once. */
    private int chain(Expr.Compare e, int dest) {
        CodeBuilder b = l.b;
        int result = l.dest(dest);
        int mark = b.mark();
        int part = Reg.isTemp(result) ? result : b.temp();
        CodeBuilder.Label stop = b.label();
        CodeBuilder.Label end = b.label();
        int left = operand(e.left());
        int last = e.ops().size() - 1;
        for (int i = 0; i < last; i++) {
            int right = operand(e.comparators().get(i));
            b.at(e.span());
            emitCompare(e.ops().get(i), part, left, right);
            b.emitSeparateTest(Opcodes.JUMP_IF_FALSE, stop, part);
            left = right;
        }
        int right = container(e.ops().get(last), e.comparators().get(last));
        b.at(e.span());
        emitCompare(e.ops().get(last), result, left, right);
        if (part != result) {
            b.jump(end);
            b.bind(stop);
            b.emit(Opcodes.MOVE, result, part);
            b.bind(end);
        } else {
            b.bind(stop);
        }
        b.release(mark);
        return result;
    }

    void emitCompare(CmpOp op, int result, int left, int right) {
        l.b.emit(switch (op) {
            case LT -> Opcodes.LT;
            case LT_E -> Opcodes.LE;
            case EQ -> Opcodes.EQ;
            case NOT_EQ -> Opcodes.NE;
            case GT -> Opcodes.GT;
            case GT_E -> Opcodes.GE;
            case IS -> Opcodes.IS;
            case IS_NOT -> Opcodes.IS_NOT;
            case IN -> Opcodes.IN;
            case NOT_IN -> Opcodes.NOT_IN;
        }, result, left, right);
    }

    /** The right side of a comparison; {@code in} a display of constants needs no list or set made each time. */
    int container(CmpOp op, Expr e) {
        if (op == CmpOp.IN || op == CmpOp.NOT_IN) {
            List<Expr> elements = switch (e) {
                case Expr.List list -> list.elts();
                case Expr.Set set -> set.elts();
                default -> null;
            };
            List<Object> constants = elements == null ? null : l.displays.constants(elements);
            if (constants != null) {
                l.b.at(e.span());
                if (e instanceof Expr.List) {
                    return l.b.constant(Lowering.tuple(constants));
                }
                return l.b.constant(new Const.FrozenSetConst(Fold.distinct(constants)));
            }
        }
        return operand(e);
    }

    private int ifExp(Expr.IfExp e, int dest) {
        CodeBuilder b = l.b;
        CodeBuilder.Label orelse = b.label();
        CodeBuilder.Label end = b.label();
        int result = l.dest(dest);
        int mark = b.mark();
        l.conditions.branch(e.test(), orelse, false);
        eval(e.body(), result);
        b.release(mark);
        b.at(null);
        b.jump(end);
        b.bind(orelse);
        eval(e.orelse(), result);
        b.release(mark);
        b.bind(end);
        b.at(e.span());
        return result;
    }

    private int named(Expr.NamedExpr e, int dest) {
        String name = ((Expr.Name) e.target()).id();
        Unit.Var v = l.unit.resolve(name);
        if (v.how() == Unit.How.LOCAL) {
            int value = eval(e.value(), v.reg());
            l.b.at(e.span());
            // Its register may be bound again before the value is used.
            return dest < 0 ? l.copy(value) : l.place(value, dest);
        }
        int value = eval(e.value(), dest);
        l.b.at(e.target().span());
        l.store(v, value);
        return value;
    }

    private int attribute(Expr.Attribute e, int dest) {
        CodeBuilder b = l.b;
        if (l.calls.isSuperCall(e)) {
            return l.calls.superAttribute(e, dest);
        }
        int mark = b.mark();
        int object = eval(e.value());
        b.release(mark);
        b.at(attributeSpan(e));
        int result = l.dest(dest);
        b.emit(Opcodes.LOAD_ATTR, result, object, b.name(l.unit.mangle(e.attr())));
        return result;
    }

    /** A multi-line attribute chain is located at the attribute's own line (CPython update_start_location_to_match_attr). */
    static Span attributeSpan(Expr.Attribute e) {
        Span s = e.span();
        if (s.line() == s.endLine()) {
            return s;
        }
        int length = e.attr().length();
        if (length <= s.endCol()) {
            return new Span(s.endLine(), s.endCol() - length, s.endLine(), s.endCol());
        }
        return new Span(s.endLine(), -1, s.endLine(), -1);
    }

    private int subscript(Expr.Subscript e, int dest) {
        CodeBuilder b = l.b;
        l.checks.subscript(e);
        int mark = b.mark();
        int object = operand(e.value());
        if (isSimpleSlice(e.slice())) {
            Expr.Slice s = (Expr.Slice) e.slice();
            int start = s.lower() == null ? l.none() : operand(s.lower());
            int stop = s.upper() == null ? l.none() : operand(s.upper());
            if (!Reg.isConst(start) || !Reg.isConst(stop)) {
                b.release(mark);
                b.at(e.span());
                int result = l.dest(dest);
                b.emit(Opcodes.LOAD_SLICE, result, object, start, stop);
                return result;
            }
            return item(e.span(), mark, object, b.constant(new Const.SliceConst(b.constantIn(start),
                    b.constantIn(stop), Singleton.NONE)), dest);
        }
        return item(e.span(), mark, object, eval(e.slice()), dest);
    }

    private int item(Span span, int mark, int object, int key, int dest) {
        CodeBuilder b = l.b;
        if (Reg.isConst(object) && Reg.isConst(key)) {
            Object folded = Fold.subscript(b.constantIn(object), b.constantIn(key));
            if (folded != null) {
                return l.place(b.constant(folded), dest);
            }
        }
        b.release(mark);
        b.at(span);
        int result = l.dest(dest);
        b.emit(Opcodes.LOAD_ITEM, result, object, key);
        return result;
    }

    static boolean isSimpleSlice(Expr e) {
        return e instanceof Expr.Slice s && s.step() == null;
    }

    // Suspension

    private int yieldValue(Expr.Yield e, int dest) {
        CodeBuilder b = l.b;
        if (!l.unit.isFunction()) {
            throw l.error("'yield' outside function", e.span());
        }
        int mark = b.mark();
        int value = e.value() == null ? l.none() : eval(e.value());
        b.release(mark);
        b.at(e.span());
        return emitYield(value, dest);
    }

    int emitYield(int value, int dest) {
        CodeBuilder b = l.b;
        int result = l.dest(dest);
        int item = value;
        if (l.unit.scope.isCoroutine()) {
            int mark = b.mark();
            item = Reg.isTemp(result) ? result : b.temp();
            b.release(mark);
            b.emit(Opcodes.ASYNC_WRAP, item, value);
        }
        b.emit(Opcodes.YIELD, result, item);
        return result;
    }

    private int yieldFrom(Expr.YieldFrom e, int dest) {
        CodeBuilder b = l.b;
        if (!l.unit.isFunction()) {
            throw l.error("'yield from' outside function", e.span());
        }
        if (l.unit.scope.isCoroutine()) {
            throw l.error("'yield from' inside async function", e.span());
        }
        int mark = b.mark();
        int value = eval(e.value());
        b.release(mark);
        b.at(e.span());
        int iterator = b.temp();
        b.emit(Opcodes.GET_YIELD_FROM_ITER, iterator, value);
        b.release(mark);
        int result = l.dest(dest);
        b.emit(Opcodes.YIELD_FROM, result, iterator);
        return result;
    }

    private int awaitValue(Expr.Await e, int dest) {
        CodeBuilder b = l.b;
        int mark = b.mark();
        int value = eval(e.value());
        b.release(mark);
        b.at(e.span());
        return emitAwait(value, 0, dest);
    }

    int emitAwait(int value, int where, int dest) {
        CodeBuilder b = l.b;
        int mark = b.mark();
        int iterator = b.temp();
        b.emit(Opcodes.GET_AWAITABLE, iterator, value, where);
        b.release(mark);
        int result = l.dest(dest);
        b.emit(Opcodes.YIELD_FROM, result, iterator);
        return result;
    }
}
