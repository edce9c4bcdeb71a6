package dev.adder.language.lower;

import dev.adder.language.ast.Expr;
import dev.adder.language.ast.ExprContext;
import dev.adder.language.ast.Span;
import dev.adder.language.ast.Stmt;
import dev.adder.language.ir.CodeBuilder;
import dev.adder.language.ir.Opcodes;
import dev.adder.language.ir.Reg;
import dev.adder.language.scope.Accumulation;
import java.util.List;

/** Assignment, augmented assignment, deletion. */
final class Assignments {
    private final Lowering l;

    Assignments(Lowering l) {
        this.l = l;
    }

    void assign(Stmt.Assign s) {
        if (accumulate(Accumulation.of(s), Opcodes.ACCUMULATE_ADD, s.value().span())) {
            return;
        }
        CodeBuilder b = l.b;
        List<Expr> targets = s.targets();
        int mark = b.mark();
        if (targets.size() == 1) {
            assign(targets.getFirst(), s.value());
            b.release(mark);
            return;
        }
        int value = l.expressions.eval(s.value());
        // An earlier target may bind the variable the value is in.
        value = l.stable(value);
        for (Expr target : targets) {
            store(target, value);
        }
        b.release(mark);
    }

    void assign(Expr target, Expr value) {
        CodeBuilder b = l.b;
        if (target instanceof Expr.Name name) {
            Unit.Var v = l.unit.resolve(name.id());
            if (v.how() == Unit.How.LOCAL) {
                l.expressions.eval(value, v.reg());
                return;
            }
        }
        List<Expr> parts = elements(target);
        List<Expr> values = elements(value);
        if (parts != null && values != null && parts.size() == values.size() && !Displays.hasStar(parts)
                && !Displays.hasStar(values) && l.displays.constants(values) == null) {
            parallel(parts, values);
            return;
        }
        int reg = l.expressions.eval(value);
        b.at(target.span());
        store(target, reg);
    }

    private static List<Expr> elements(Expr e) {
        return switch (e) {
            case Expr.Tuple t -> t.elts();
            case Expr.List t when t.ctx() == ExprContext.STORE -> t.elts();
            default -> null;
        };
    }

    /** {@code a, b = x, y}: no tuple is made. */
    private void parallel(List<Expr> parts, List<Expr> values) {
        int[] regs = new int[values.size()];
        for (int i = 0; i < regs.length; i++) {
            regs[i] = l.expressions.operand(values.get(i));
        }
        for (int i = 1; i < regs.length; i++) {
            if (Lowering.isVariable(regs[i]) && mayBind(parts.subList(0, i), regs[i])) {
                regs[i] = l.copy(regs[i]);
            }
        }
        for (int i = 0; i < regs.length; i++) {
            store(parts.get(i), regs[i]);
        }
    }

    private boolean mayBind(List<Expr> targets, int reg) {
        for (Expr target : targets) {
            switch (target) {
                case Expr.Name n -> {
                    if (l.unit.resolve(n.id()).reg() == reg) {
                        return true;
                    }
                }
                case Expr.Attribute a -> { }
                case Expr.Subscript a -> { }
                default -> {
                    return true;
                }
            }
        }
        return false;
    }

    /** The next item of an iterator to a loop's target, or on to {@code exit}. */
    void next(Expr target, int iterator, CodeBuilder.Label exit) {
        CodeBuilder b = l.b;
        if (target instanceof Expr.Name name) {
            Unit.Var v = l.unit.resolve(name.id());
            if (v.how() == Unit.How.LOCAL) {
                b.emitJump(Opcodes.FOR_ITER, exit, v.reg(), iterator);
                return;
            }
        }
        int mark = b.mark();
        int item = b.temp();
        b.emitJump(Opcodes.FOR_ITER, exit, item, iterator);
        b.at(target.span());
        store(target, item);
        b.release(mark);
    }

    /** Stores a register to a target. The register is read before anything a later target stores. */
    void store(Expr target, int value) {
        CodeBuilder b = l.b;
        b.at(target.span());
        int mark = b.mark();
        switch (target) {
            case Expr.Name e -> l.store(e.id(), value);
            case Expr.Attribute e -> {
                l.classes.noteStaticAttribute(e);
                int object = l.expressions.eval(e.value());
                b.at(Expressions.attributeSpan(e));
                b.emit(Opcodes.STORE_ATTR, object, b.name(l.unit.mangle(e.attr())), value);
            }
            case Expr.Subscript e -> {
                int object = l.expressions.operand(e.value());
                if (isRuntimeSlice(e.slice())) {
                    Expr.Slice s = (Expr.Slice) e.slice();
                    int start = s.lower() == null ? l.none() : l.expressions.operand(s.lower());
                    int stop = s.upper() == null ? l.none() : l.expressions.operand(s.upper());
                    b.at(e.span());
                    b.emit(Opcodes.STORE_SLICE, object, start, stop, value);
                } else {
                    int key = l.expressions.eval(e.slice());
                    b.at(e.span());
                    b.emit(Opcodes.STORE_ITEM, object, key, value);
                }
            }
            case Expr.Tuple e -> unpack(e.elts(), value, e.span());
            case Expr.List e -> unpack(e.elts(), value, e.span());
            case Expr.Starred e -> throw l.error("starred assignment target must be in a list or tuple", e.span());
            default -> throw new IllegalArgumentException("not a target: " + target);
        }
        b.release(mark);
    }

    /** A slice without step that is not all constant. */
    private boolean isRuntimeSlice(Expr e) {
        return Expressions.isSimpleSlice(e) && !(isConstant(((Expr.Slice) e).lower())
                && isConstant(((Expr.Slice) e).upper()));
    }

    private boolean isConstant(Expr e) {
        return e == null || l.displays.constant(e) != null;
    }

    private void unpack(List<Expr> targets, int value, Span span) {
        CodeBuilder b = l.b;
        int star = -1;
        for (int i = 0; i < targets.size(); i++) {
            if (targets.get(i) instanceof Expr.Starred) {
                if (star >= 0) {
                    throw l.error("multiple starred expressions in assignment", span);
                }
                if (i >= 1 << 8 || targets.size() - i - 1 >= Integer.MAX_VALUE >> 8) {
                    throw l.error("too many expressions in star-unpacking assignment", span);
                }
                star = i;
            }
        }
        int[] items = new int[targets.size()];
        boolean[] direct = new boolean[items.length];
        for (int i = 0; i < items.length; i++) {
            items[i] = directTarget(targets, i);
            direct[i] = items[i] >= 0;
            if (!direct[i]) {
                items[i] = b.temp();
            }
        }
        if (star < 0) {
            b.emitList(Opcodes.UNPACK_SEQUENCE, items, value);
        } else {
            b.emitList(Opcodes.UNPACK_EX, items, value, star);
        }
        for (int i = 0; i < items.length; i++) {
            if (!direct[i]) {
                Expr target = targets.get(i) instanceof Expr.Starred s ? s.value() : targets.get(i);
                store(target, items[i]);
            }
        }
    }

    private static boolean isSameName(Expr a, Expr b) {
        Expr x = a instanceof Expr.Starred s ? s.value() : a;
        Expr y = b instanceof Expr.Starred s ? s.value() : b;
        return x instanceof Expr.Name m && y instanceof Expr.Name n && m.id().equals(n.id());
    }

    /**
     * The register that an unpacked item may be put into at once: a local's, as long as all targets before it are
     * plain locals too (a target with an index or attribute may read it) and no other one is the same.
     */
    private int directTarget(List<Expr> targets, int index) {
        for (int i = 0; i < targets.size(); i++) {
            Expr target = targets.get(i) instanceof Expr.Starred s ? s.value() : targets.get(i);
            if (!(target instanceof Expr.Name)) {
                return Reg.NONE;
            }
            if (i != index && isSameName(target, targets.get(index))) {
                return Reg.NONE;
            }
        }
        Expr own = targets.get(index) instanceof Expr.Starred s ? s.value() : targets.get(index);
        Unit.Var v = l.unit.resolve(((Expr.Name) own).id());
        if (v.how() != Unit.How.LOCAL) {
            return Reg.NONE;
        }
        return v.reg();
    }

    /** The statement as one that may leave a builder in its variable; false if it is none. */
    private boolean accumulate(Accumulation a, int op, Span span) {
        if (a == null) {
            return false;
        }
        String name = l.unit.mangle(a.name().id());
        Unit.Var v = l.unit.resolve(a.name().id());
        if (v.how() != Unit.How.LOCAL || !l.unit.scope.isAccumulated(name) || l.unit.scope.isWalrusTarget(name)) {
            return false;
        }
        CodeBuilder b = l.b;
        int mark = b.mark();
        b.at(a.name().span());
        b.emit(Opcodes.CHECK_LOCAL, v.reg(), b.name(v.name()));
        int value = l.expressions.eval(a.value());
        b.at(span);
        b.emit(op, v.reg(), v.reg(), value);
        b.release(mark);
        return true;
    }

    void augmented(Stmt.AugAssign s) {
        if (accumulate(Accumulation.of(s), Opcodes.ACCUMULATE, s.span())) {
            return;
        }
        CodeBuilder b = l.b;
        int op = Expressions.inPlaceOp(s.op());
        int mark = b.mark();
        switch (s.target()) {
            case Expr.Name e -> {
                Unit.Var v = l.unit.resolve(e.id());
                b.at(e.span());
                int old = l.expressions.operand(new Expr.Name(e.id(), ExprContext.LOAD, e.span()));
                int value = l.expressions.eval(s.value());
                b.at(s.span());
                if (v.how() == Unit.How.LOCAL) {
                    b.emit(op, v.reg(), old, value);
                } else {
                    b.release(mark);
                    int result = b.temp();
                    b.emit(op, result, old, value);
                    b.at(e.span());
                    l.store(v, result);
                }
            }
            case Expr.Attribute e -> {
                int object = l.expressions.operand(e.value());
                int name = b.name(l.unit.mangle(e.attr()));
                int old = b.temp();
                b.at(Expressions.attributeSpan(e));
                b.emit(Opcodes.LOAD_ATTR, old, object, name);
                int value = l.expressions.eval(s.value());
                b.at(s.span());
                b.emit(op, old, old, value);
                b.at(Expressions.attributeSpan(e));
                b.emit(Opcodes.STORE_ATTR, object, name, old);
            }
            case Expr.Subscript e -> augmentedItem(s, e, op);
            default -> throw new IllegalArgumentException("invalid node type for augmented assignment");
        }
        b.release(mark);
    }

    private void augmentedItem(Stmt.AugAssign s, Expr.Subscript e, int op) {
        CodeBuilder b = l.b;
        int object = l.expressions.operand(e.value());
        if (isRuntimeSlice(e.slice())) {
            Expr.Slice slice = (Expr.Slice) e.slice();
            int start = slice.lower() == null ? l.none() : l.expressions.operand(slice.lower());
            int stop = slice.upper() == null ? l.none() : l.expressions.operand(slice.upper());
            int old = b.temp();
            b.at(e.span());
            b.emit(Opcodes.LOAD_SLICE, old, object, start, stop);
            int value = l.expressions.eval(s.value());
            b.at(s.span());
            b.emit(op, old, old, value);
            b.at(e.span());
            b.emit(Opcodes.STORE_SLICE, object, start, stop, old);
            return;
        }
        int key = l.expressions.operand(e.slice());
        int old = b.temp();
        b.at(e.span());
        b.emit(Opcodes.LOAD_ITEM, old, object, key);
        int value = l.expressions.eval(s.value());
        b.at(s.span());
        b.emit(op, old, old, value);
        b.at(e.span());
        b.emit(Opcodes.STORE_ITEM, object, key, old);
    }

    void delete(Expr target) {
        CodeBuilder b = l.b;
        int mark = b.mark();
        b.at(target.span());
        switch (target) {
            case Expr.Name e -> l.delete(e.id());
            case Expr.Attribute e -> {
                int object = l.expressions.eval(e.value());
                b.at(Expressions.attributeSpan(e));
                b.emit(Opcodes.DELETE_ATTR, object, b.name(l.unit.mangle(e.attr())));
            }
            case Expr.Subscript e -> {
                int object = l.expressions.operand(e.value());
                int key = l.expressions.eval(e.slice());
                b.at(e.span());
                b.emit(Opcodes.DELETE_ITEM, object, key);
            }
            case Expr.Tuple e -> e.elts().forEach(this::delete);
            case Expr.List e -> e.elts().forEach(this::delete);
            default -> throw new IllegalArgumentException("cannot delete " + target);
        }
        b.release(mark);
    }
}
