package dev.adder.jit;

import static dev.adder.language.ir.Opcodes.*;

import dev.adder.runtime.PyObject;
import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.Kinds;

/** Arithmetic, comparisons and truth. */
abstract class Arithmetic extends Translator {
    private static final String[] COMPARE = {"lt", "le", "eq", "ne", "gt", "ge"};

    Arithmetic(final CodeState state, final Notes notes, final int entryPc, final boolean stress) {
        super(state, notes, entryPc, stress);
    }

    final void profile(final int ic) {
        kinds(state);
        number(ic);
    }

    /** The kinds seen, or none where speculation has failed. */
    final int kindsAt(final int pc, final int ic) {
        return evidence.isBarred(pc) ? 0 : evidence.kinds[ic];
    }

    /** What to treat an operand as: J, D, or O for anything else. */
    final char operand(final int reg, final int seen) {
        final char rep = type(reg).rep();
        if (rep == 'J' || rep == 'D') {
            return rep;
        }
        if (rep == 'O' && !isConstant(reg)) {
            return seen == Kinds.INT ? evidence.largeInts ? 'O' : 'J' : seen == Kinds.FLOAT ? 'D' : 'O';
        }
        return 'O';
    }

    /** As {@link #operand}, a bool that is held as one being J, too. */
    private char number(final int reg, final int seen) {
        return type(reg).rep() == 'Z' ? 'J' : operand(reg, seen);
    }

    final void binary(final int op, final int pc) {
        final int dest = code[pc + 1];
        final int a = code[pc + 2];
        final int b = code[pc + 3];
        final int k = kindsAt(pc, code[pc + 4]);
        final int plain = op >= ACCUMULATE ? ADD : op >= IADD ? op - IADD + ADD : op;
        final boolean counts = plain == ADD || plain == SUB || plain == MUL;
        final char x = counts ? number(a, k & 0xff) : operand(a, k & 0xff);
        final char y = counts ? number(b, k >> Kinds.SECOND & 0xff) : operand(b, k >> Kinds.SECOND & 0xff);
        if (evidence.isBarred(pc)) {
            generic(op, pc);
        } else if (plain <= MUL && isComplex(a, k & 0xff, k) && isComplex(b, k >> Kinds.SECOND & 0xff, k)) {
            complexes(plain, pc, dest, a, b);
        } else if (x == 'J' && y == 'J') {
            longs(op, plain, pc, dest, a, b, k);
        } else if (x != 'O' && y != 'O') {
            doubles(op, plain, pc, dest, a, b, k, x, y);
        } else {
            generic(op, pc);
        }
    }

    private boolean isComplex(final int reg, final int seen, final int k) {
        return !isConstant(reg) && (s[reg].rep() == 'C'
                || s[reg].isObject() && seen == Kinds.OTHER && (k & Kinds.COMPLEX) != 0);
    }

    private void complexes(final int plain, final int pc, final int dest, final int a, final int b) {
        site(pc);
        needComplex(a);
        needComplex(b);
        if (plain == MUL) {
            pushPart(a, 0);
            pushPart(b, 0);
            pushPart(a, 1);
            pushPart(b, 1);
            call(SUPPORT, "productReal", "DDDDD");
            pushPart(a, 0);
            pushPart(b, 1);
            pushPart(a, 1);
            pushPart(b, 0);
            call(SUPPORT, "productImaginary", "DDDDD");
        } else {
            for (int part = 0; part < 2; part++) {
                pushPart(a, part);
                pushPart(b, part);
                if (c != null) {
                    if (plain == ADD) {
                        c.dadd();
                    } else {
                        c.dsub();
                    }
                }
            }
        }
        setComplex(dest);
    }

    private void longs(final int op, final int plain, final int pc, final int dest, final int a, final int b,
            final int k) {
        final boolean overflows = (k & Kinds.OVERFLOW) != 0;
        switch (plain) {
            case ADD, SUB, MUL -> {
                site(pc);
                pushLong(a);
                pushLong(b);
                if (overflows) {
                    call(SUPPORT, plain == ADD ? "addBig" : plain == SUB ? "subtractBig" : "multiplyBig", "JJO");
                    setObject(dest);
                } else {
                    final boolean counter = plain != MUL && isNearCounter(a, b);
                    call(MATH, plain == ADD ? "addExact" : plain == SUB ? "subtractExact" : "multiplyExact", "JJJ");
                    setLong(dest, counter ? Ty.COUNTER : Ty.J);
                }
            }
            case OR, XOR, AND -> {
                site(pc);
                pushLong(a);
                pushLong(b);
                if (c != null) {
                    switch (plain) {
                        case OR -> c.lor();
                        case XOR -> c.lxor();
                        default -> c.land();
                    }
                }
                setLong(dest);
            }
            case MOD, FLOOR_DIV, LSHIFT, RSHIFT -> {
                if (overflows) {
                    generic(op, pc);
                    return;
                }
                // A place that comes round, (i + 1) % n.
                final Ty made = plain == MOD && type(a) == Ty.COUNTER ? Ty.COUNTER : Ty.J;
                site(pc);
                pushLong(a);
                if ((plain == MOD || plain == FLOOR_DIV) && isConstant(b) && template[b] instanceof Long n && n > 0
                        && Long.bitCount(n) == 1) {
                    byPowerOfTwo(plain, n);
                    setLong(dest, made);
                    return;
                }
                pushLong(b);
                call(SUPPORT, plain == MOD ? "modulo" : plain == FLOOR_DIV ? "floorDivide"
                        : plain == LSHIFT ? "shiftLeft" : "shiftRight", "JJJ");
                setLong(dest, made);
            }
            case TRUE_DIV -> {
                site(pc);
                pushLong(a);
                pushLong(b);
                call(SUPPORT, "trueDivide", "JJD");
                setDouble(dest);
            }
            default -> generic(op, pc);
        }
    }

    /** Whether one is a loop's counter and the other a small constant. */
    private boolean isNearCounter(final int a, final int b) {
        return type(a) == Ty.COUNTER && isSmall(b) || type(b) == Ty.COUNTER && isSmall(a);
    }

    private boolean isSmall(final int reg) {
        return isConstant(reg) && template[reg] instanceof Long n && Math.abs(n) < 1 << 16;
    }

    private void doubles(final int op, final int plain, final int pc, final int dest, final int a, final int b,
            final int k, final char x, final char y) {
        switch (plain) {
            case ADD, SUB, MUL -> {
                site(pc);
                pushDouble(a, x);
                pushDouble(b, y);
                if (c != null) {
                    switch (plain) {
                        case ADD -> c.dadd();
                        case SUB -> c.dsub();
                        default -> c.dmul();
                    }
                }
                setDouble(dest);
            }
            case TRUE_DIV -> {
                site(pc);
                pushDouble(a, x);
                pushDouble(b, y);
                call(SUPPORT, "trueDivide", "DDD");
                setDouble(dest);
            }
            case POW, MOD, FLOOR_DIV -> {
                if ((evidence.kinds[code[pc + 4]] >> Kinds.RESULT & 0xff) != Kinds.FLOAT || x == 'J') {
                    generic(op, pc);
                    return;
                }
                site(pc);
                pushDouble(a, x);
                pushDouble(b, y);
                call(SUPPORT, plain == POW ? "power" : plain == MOD ? "modulo" : "floorDivide", "DDD");
                setDouble(dest);
            }
            default -> generic(op, pc);
        }
    }

    /** The int on the stack: shifting and masking round as Python's division does. */
    private void byPowerOfTwo(final int plain, final long n) {
        if (c == null) {
            return;
        }
        if (plain == MOD) {
            c.loadConstant(n - 1);
            c.land();
        } else {
            c.loadConstant(Long.numberOfTrailingZeros(n));
            c.lshr();
        }
    }

    /** Pushes a float; an int, which the register is or is guarded to be, as one. */
    private void pushDouble(final int reg, final char rep) {
        if (rep == 'J') {
            pushLong(reg);
            if (c != null) {
                c.l2d();
            }
        } else {
            pushDouble(reg);
        }
    }

    /** An operator by the method of the left operand's class, if that is known; gives whether it was. */
    abstract boolean operator(int op, int pc);

    private void generic(final int op, final int pc) {
        if (operator(op, pc)) {
            return;
        }
        calling(pc);
        thread();
        pushObject(code[pc + 2]);
        pushObject(code[pc + 3]);
        final int k = evidence.kinds[code[pc + 4]];
        if (k != 0 && (op == ADD || op == SUB || op == MUL)) {
            call(SUPPORT, op == ADD ? "add" : op == SUB ? "subtract" : "multiply", "TOOO");
        } else {
            number(op);
            profile(code[pc + 4]);
            call(OPERATIONS, "binary", "TOOIKIO");
        }
        setObject(code[pc + 1]);
    }

    final void unary(final int op, final int pc) {
        final int k = kindsAt(pc, code[pc + 3]);
        final char x = evidence.isBarred(pc) ? 'O' : operand(code[pc + 2], k & 0xff);
        if (x == 'J' && op != POS) {
            site(pc);
            pushLong(code[pc + 2]);
            if (op == NEG) {
                call(MATH, "negateExact", "JJ");
            } else {
                longNumber(-1);
                if (c != null) {
                    c.lxor();
                }
            }
            setLong(code[pc + 1]);
        } else if (x == 'D' && op == NEG) {
            site(pc);
            pushDouble(code[pc + 2]);
            if (c != null) {
                c.dneg();
            }
            setDouble(code[pc + 1]);
        } else {
            calling(pc);
            thread();
            pushObject(code[pc + 2]);
            number(op);
            profile(code[pc + 3]);
            call(OPERATIONS, "unary", "TOIKIO");
            setObject(code[pc + 1]);
        }
    }

    final void compare(final int op, final int pc) {
        final int a = code[pc + 2];
        final int b = code[pc + 3];
        final int k = kindsAt(pc, code[pc + 4]);
        final boolean barred = evidence.isBarred(pc);
        final char x = barred ? 'O' : number(a, k & 0xff);
        final char y = barred ? 'O' : number(b, k >> Kinds.SECOND & 0xff);
        if (k == (Kinds.STR | Kinds.STR << Kinds.SECOND) && type(a).isObject() && type(b).isObject()) {
            site(pc);
            pushObject(a);
            pushObject(b);
            call(COMPARISONS, COMPARE[op - LT], "OOZ");
            setBoolean(code[pc + 1]);
            return;
        }
        if (x == 'O' || y == 'O') {
            if (operator(op, pc)) {
                return;
            }
            calling(pc);
            thread();
            pushObject(a);
            pushObject(b);
            number(op);
            profile(code[pc + 4]);
            call(OPERATIONS, "compare", "TOOIKIO");
            setObject(code[pc + 1]);
            return;
        }
        site(pc);
        if (x == 'J' && y == 'J') {
            pushLong(a);
            pushLong(b);
            call(SUPPORT, COMPARE[op - LT], "JJZ");
        } else {
            pushComparable(a, x);
            pushComparable(b, y);
            call(SUPPORT, COMPARE[op - LT], "DDZ");
        }
        setBoolean(code[pc + 1]);
    }

    final void pushComparable(final int reg, final char rep) {
        if (rep == 'J') {
            pushLong(reg);
            call(SUPPORT, "exact", "JD");
        } else {
            pushDouble(reg);
        }
    }

    final void is(final int op, final int pc) {
        pushObject(code[pc + 2]);
        pushObject(code[pc + 3]);
        if (isIdentity(code[pc + 2]) || isIdentity(code[pc + 3])) {
            same();
        } else {
            call(SUPPORT, "is", "OOZ");
        }
        if (op == IS_NOT && c != null) {
            c.iconst_1();
            c.ixor();
        }
        setBoolean(code[pc + 1]);
    }

    /** Whether a register holds what is nothing but itself, as numbers and texts are not. */
    private boolean isIdentity(final int reg) {
        return (isConstant(reg) ? template[reg] : s[reg].value()) instanceof PyObject;
    }

    /** Pushes 1 if the two references on the stack are the same, else 0. */
    final void same() {
        if (c == null) {
            return;
        }
        final Label same = c.newLabel();
        final Label done = c.newLabel();
        c.if_acmpeq(same);
        c.iconst_0();
        c.goto_(done);
        c.labelBinding(same);
        c.iconst_1();
        c.labelBinding(done);
    }

    /** Pushes 1 if the register is true, else 0. */
    final void truth(final int pc, final int reg, final int ic) {
        final Ty t = type(reg);
        switch (t.rep()) {
            case 'Z' -> pushBoolean(reg);
            case 'J' -> {
                pushLong(reg);
                longNumber(0);
                call(SUPPORT, "ne", "JJZ");
            }
            case 'D' -> {
                pushDouble(reg);
                if (c != null) {
                    c.dconst_0();
                }
                call(SUPPORT, "ne", "DDZ");
            }
            default -> {
                // Bools are not noted: no kind at all is no other kind.
                if (!isConstant(reg) && !evidence.isBarred(pc) && (evidence.kinds[ic] & Kinds.OTHER) == 0
                        && (expectsProfile || evidence.kinds[ic] != 0)) {
                    site(pc);
                    pushObject(reg);
                    call(SUPPORT, "builtinTruth", "OZ");
                    return;
                }
                calling(pc);
                thread();
                pushObject(reg);
                profile(ic);
                call(OPERATIONS, "truth", "TOKIZ");
            }
        }
    }
}
