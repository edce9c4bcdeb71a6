package dev.adder.language.lower;

import dev.adder.language.ast.Const;
import dev.adder.language.ast.Expr;
import dev.adder.language.ast.Singleton;
import dev.adder.language.ir.CodeBuilder;
import dev.adder.language.ir.Opcodes;
import dev.adder.language.ir.Reg;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tuples, lists, sets, dicts and slices. */
final class Displays {
    /** A display of this many constants is copied from one constant tuple. */
    private static final int CONSTANT_DISPLAY = 3;
    /** A display of more items is built piece by piece, so that frames stay small. */
    private static final int BIG_DISPLAY = 60;

    /** Longer chains of operators are not looked through. */
    private static final int MAX_FOLD_DEPTH = 200;

    private final Lowering l;

    Displays(Lowering l) {
        this.l = l;
    }

    /** The values of expressions that are all constants, else null. */
    List<Object> constants(List<Expr> list) {
        List<Object> values = new ArrayList<>(list.size());
        for (Expr e : list) {
            Object value = constant(e);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return values;
    }

    /** The value of a constant expression as written (nested tuples, signed numbers), else null. */
    Object constant(Expr expression) {
        return constant(expression, 0);
    }

    private Object constant(Expr expression, int depth) {
        if (depth > MAX_FOLD_DEPTH) {
            return null;
        }
        return switch (expression) {
            case Expr.Constant e -> e.value();
            case Expr.Tuple e -> {
                List<Object> items = constants(e.elts());
                yield items == null ? null : Lowering.tuple(items);
            }
            case Expr.UnaryOp e -> {
                Object value = constant(e.operand(), depth + 1);
                yield value == null ? null : Fold.unary(e.op(), value);
            }
            case Expr.BinOp e when e.left() instanceof Expr.Constant || e.left() instanceof Expr.UnaryOp
                    || e.left() instanceof Expr.BinOp -> {
                Object right = constant(e.right(), depth + 1);
                Object left = right == null ? null : constant(e.left(), depth + 1);
                yield left == null ? null : Fold.binary(e.op(), left, right);
            }
            case Expr.Name e when e.id().equals("__debug__") -> l.optimize == 0;
            default -> null;
        };
    }

    int tuple(Expr.Tuple e, int dest) {
        List<Object> constants = constants(e.elts());
        if (constants != null) {
            return l.place(l.b.constant(Lowering.tuple(constants)), dest);
        }
        return sequence(e, e.elts(), Opcodes.BUILD_TUPLE, dest);
    }

    int list(Expr.List e, int dest) {
        return sequence(e, e.elts(), Opcodes.BUILD_LIST, dest);
    }

    int set(Expr.Set e, int dest) {
        return sequence(e, e.elts(), Opcodes.BUILD_SET, dest);
    }

    static boolean hasStar(List<Expr> elts) {
        for (Expr e : elts) {
            if (e instanceof Expr.Starred) {
                return true;
            }
        }
        return false;
    }

    private int sequence(Expr e, List<Expr> elts, int build, int dest) {
        CodeBuilder b = l.b;
        if (build != Opcodes.BUILD_TUPLE && elts.size() >= CONSTANT_DISPLAY) {
            List<Object> constants = constants(elts);
            if (constants != null) {
                Object source = build == Opcodes.BUILD_SET ? new Const.FrozenSetConst(Fold.distinct(constants))
                        : Lowering.tuple(constants);
                return copyOf(e, build, b.constant(source), dest);
            }
        }
        if (elts.size() > BIG_DISPLAY || hasStar(elts)) {
            return pieces(e, elts, build, dest);
        }
        int mark = b.mark();
        int[] regs = operands(elts);
        b.release(mark);
        b.at(e.span());
        int result = l.dest(dest);
        b.emitList(build, regs, result);
        return result;
    }

    private int copyOf(Expr e, int build, int source, int dest) {
        CodeBuilder b = l.b;
        int mark = b.mark();
        int result = dest >= 0 && Reg.isTemp(dest) ? dest : b.temp();
        b.at(e.span());
        b.emitList(build, new int[0], result);
        b.emit(build == Opcodes.BUILD_SET ? Opcodes.SET_UPDATE : Opcodes.LIST_EXTEND, result, source);
        return finish(mark, result, dest);
    }

    int[] operands(List<Expr> elts) {
        int[] regs = new int[elts.size()];
        for (int i = 0; i < regs.length; i++) {
            regs[i] = l.expressions.operand(elts.get(i));
        }
        return regs;
    }

    private int pieces(Expr e, List<Expr> elts, int build, int dest) {
        CodeBuilder b = l.b;
        int mark = b.mark();
        boolean isSet = build == Opcodes.BUILD_SET;
        int result = dest >= 0 && Reg.isTemp(dest) ? dest : b.temp();
        collect(elts, result, isSet);
        b.at(e.span());
        if (build == Opcodes.BUILD_TUPLE) {
            if (dest >= 0) {
                b.emit(Opcodes.LIST_TO_TUPLE, dest, result);
                b.release(mark);
                return dest;
            }
            b.emit(Opcodes.LIST_TO_TUPLE, result, result);
        }
        return finish(mark, result, dest);
    }

    private int finish(int mark, int result, int dest) {
        if (dest >= 0) {
            l.place(result, dest);
            l.b.release(mark);
            return dest;
        }
        return result;
    }

    /** Builds a list or set in a temporary, item by item where starred. */
    private void collect(List<Expr> elts, int result, boolean isSet) {
        collect(new int[0], elts, result, isSet);
    }

    /** As above, with items already in registers before those of the source. */
    void collect(int[] before, List<Expr> elts, int result, boolean isSet) {
        CodeBuilder b = l.b;
        int first = 0;
        int mark = b.mark();
        while (first < elts.size() && first < BIG_DISPLAY && !(elts.get(first) instanceof Expr.Starred)) {
            first++;
        }
        // What stands before the first star is built at once.
        int[] items = operands(elts.subList(0, first));
        int[] regs = Arrays.copyOf(before, before.length + items.length);
        System.arraycopy(items, 0, regs, before.length, items.length);
        b.release(mark);
        b.emitList(isSet ? Opcodes.BUILD_SET : Opcodes.BUILD_LIST, regs, result);
        for (int i = first; i < elts.size(); i++) {
            Expr item = elts.get(i);
            if (item instanceof Expr.Starred star) {
                int value = l.expressions.eval(star.value());
                b.at(item.span());
                b.emit(isSet ? Opcodes.SET_UPDATE : Opcodes.LIST_EXTEND, result, value);
            } else {
                int value = l.expressions.eval(item);
                b.at(item.span());
                b.emit(isSet ? Opcodes.SET_ADD : Opcodes.LIST_APPEND, result, value);
            }
            b.release(mark);
        }
    }

    int dict(Expr.Dict e, int dest) {
        CodeBuilder b = l.b;
        int mark = b.mark();
        int count = e.keys().size();
        int first = 0;
        while (first < count && first < BIG_DISPLAY / 2 && e.keys().get(first) != null) {
            first++;
        }
        if (first == count) {
            int[] regs = pairs(e, first);
            b.release(mark);
            b.at(e.span());
            int result = l.dest(dest);
            b.emitList(Opcodes.BUILD_MAP, regs, result);
            return result;
        }
        int result = dest >= 0 && Reg.isTemp(dest) ? dest : b.temp();
        int inner = b.mark();
        int[] regs = pairs(e, first);
        b.release(inner);
        b.at(e.span());
        b.emitList(Opcodes.BUILD_MAP, regs, result);
        for (int i = first; i < count; i++) {
            Expr key = e.keys().get(i);
            if (key == null) {
                int mapping = l.expressions.eval(e.values().get(i));
                b.at(e.span());
                b.emit(Opcodes.DICT_UPDATE, result, mapping);
            } else {
                int k = l.expressions.operand(key);
                int v = l.expressions.eval(e.values().get(i));
                b.at(e.span());
                b.emit(Opcodes.MAP_ADD, result, k, v);
            }
            b.release(inner);
        }
        return finish(mark, result, dest);
    }

    private int[] pairs(Expr.Dict e, int count) {
        int[] regs = new int[count * 2];
        for (int i = 0; i < count; i++) {
            regs[2 * i] = l.expressions.operand(e.keys().get(i));
            regs[2 * i + 1] = l.expressions.operand(e.values().get(i));
        }
        return regs;
    }

    int slice(Expr.Slice e, int dest) {
        CodeBuilder b = l.b;
        int mark = b.mark();
        int start = e.lower() == null ? l.none() : l.expressions.operand(e.lower());
        int stop = e.upper() == null ? l.none() : l.expressions.operand(e.upper());
        int step = e.step() == null ? l.none() : l.expressions.operand(e.step());
        if (Reg.isConst(start) && Reg.isConst(stop) && Reg.isConst(step)) {
            Const.SliceConst constant = new Const.SliceConst(b.constantIn(start), b.constantIn(stop),
                    e.step() == null ? Singleton.NONE : b.constantIn(step));
            return l.place(b.constant(constant), dest);
        }
        b.release(mark);
        b.at(e.span());
        int result = l.dest(dest);
        b.emit(Opcodes.BUILD_SLICE, result, start, stop, step);
        return result;
    }
}
