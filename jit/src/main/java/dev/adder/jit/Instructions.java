package dev.adder.jit;

import static dev.adder.language.ir.Opcodes.*;

import dev.adder.language.ir.Op;
import dev.adder.language.ir.analysis.Blocks.Block;
import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.Kinds;
import java.lang.classfile.Label;

/** The instructions but for calls and attributes. */
abstract class Instructions extends Translator {
    private static final String[] COMPARE = {"lt", "le", "eq", "ne", "gt", "ge"};

    Instructions(final CodeState state, final Notes notes, final int entryPc, final boolean stress) {
        super(state, notes, entryPc, stress);
    }

    /** Calls, attributes and globals; as {@link #instruction}. */
    abstract int other(int pc, int next, Block b);

    @Override
    final int instruction(final int pc, final int next, final Block b) {
        final int op = code[pc];
        if (isCold(op, pc)) {
            cold(pc);
            return -1;
        }
        switch (op) {
            case NOP:
                return next;
            case MOVE:
                move(code[pc + 1], code[pc + 2]);
                return next;
            case CLEAR:
                if (c != null) {
                    c.aconst_null();
                }
                setObject(code[pc + 1], UNBOUND);
                return next;
            case CHECK_LOCAL:
                if (type(code[pc + 1]).isObject()) {
                    site(pc);
                    pushObject(code[pc + 1]);
                    call(SUPPORT, "bound", "OV");
                }
                return next;
            case LOAD_CELL:
                site(pc);
                pushObject(code[pc + 2]);
                call(SUPPORT, "cellValue", "OO");
                setObject(code[pc + 1]);
                return next;
            case STORE_CELL:
                pushObject(code[pc + 1]);
                pushObject(code[pc + 2]);
                call(SUPPORT, "storeCell", "OOV");
                return next;
            case ADD, SUB, MUL, TRUE_DIV, MOD, POW, LSHIFT, RSHIFT, OR, XOR, AND, FLOOR_DIV, MATMUL:
            case IADD, ISUB, IMUL, ITRUE_DIV, IMOD, IPOW, ILSHIFT, IRSHIFT, IOR, IXOR, IAND, IFLOOR_DIV, IMATMUL:
                binary(op, pc);
                return next;
            case NEG, POS, INVERT:
                unary(op, pc);
                return next;
            case NOT:
                truth(pc, code[pc + 2], code[pc + 3]);
                if (c != null) {
                    c.iconst_1();
                    c.ixor();
                }
                setBoolean(code[pc + 1]);
                return next;
            case LT, LE, EQ, NE, GT, GE:
                compare(op, pc);
                return next;
            case IS, IS_NOT:
                is(op, pc);
                return next;
            case IN, NOT_IN:
                calling(pc);
                thread();
                pushObject(code[pc + 2]);
                pushObject(code[pc + 3]);
                profile(code[pc + 4]);
                call(OPERATIONS, "contains", "TOOKIZ");
                if (op == NOT_IN && c != null) {
                    c.iconst_1();
                    c.ixor();
                }
                setBoolean(code[pc + 1]);
                return next;
            case JUMP:
                fallsNext = true;
                edge(code[pc + 1], false);
                fallsNext = false;
                return -1;
            case LOOP:
                loop(pc);
                return -1;
            case JUMP_IF_TRUE, JUMP_IF_FALSE: {
                truth(pc, code[pc + 1], code[pc + 3]);
                branch(op == JUMP_IF_TRUE, code[pc + 2]);
                return next;
            }
            case JUMP_IF_NONE, JUMP_IF_NOT_NONE: {
                if (type(code[pc + 1]).isObject()) {
                    pushObject(code[pc + 1]);
                    call(SUPPORT, "isNone", "OZ");
                } else {
                    number(0);
                }
                branch(op == JUMP_IF_NONE, code[pc + 2]);
                return next;
            }
            case RETURN:
                giveBack(code[pc + 1]);
                return -1;
            case GET_ITER:
                getIter(pc);
                return next;
            case FOR_ITER:
                forIter(pc);
                return next;
            case UNPACK_SEQUENCE:
                unpack(pc);
                return next;
            case BUILD_TUPLE:
                pushArray(pc + 2);
                call(OPERATIONS, "tuple", "AO");
                setObject(code[pc + 1]);
                return next;
            case BUILD_LIST:
                pushArray(pc + 2);
                call(OPERATIONS, "list", "AO");
                setObject(code[pc + 1]);
                return next;
            case LIST_APPEND:
                thread();
                pushObject(code[pc + 1]);
                pushObject(code[pc + 2]);
                call(OPERATIONS, "listAppend", "TOOV");
                return next;
            case MAP_ADD:
                calling(pc);
                thread();
                pushObject(code[pc + 1]);
                pushObject(code[pc + 2]);
                pushObject(code[pc + 3]);
                call(OPERATIONS, "mapAdd", "TOOOV");
                return next;
            case LOAD_ITEM:
                loadItem(pc);
                return next;
            case STORE_ITEM:
                storeItem(pc);
                return next;
            default:
                return other(pc, next, b);
        }
    }

    /** Whether the interpreter has never come by: there is no profile, and perhaps no need for code. */
    private boolean isCold(final int op, final int pc) {
        if (!expectsProfile || notes.isBarred(pc)) {
            return false;
        }
        if (op >= ADD && op <= NOT_IN && op != IS && op != IS_NOT && op != NOT || op == LOAD_ITEM
                || op == STORE_ITEM) {
            return state.kinds[code[pc + Op.of(op).icOffset()]] == 0;
        }
        return op == CALL && state.caches[code[pc + 3]] == null;
    }

    private void cold(final int pc) {
        site(pc);
        if (c != null) {
            sites.getLast().cold = true;
            call(SUPPORT, "cold", "X");
            c.athrow();
        }
    }

    final void thread() {
        if (c != null) {
            c.aload(0);
        }
    }

    final void profile(final int ic) {
        kinds(state);
        number(ic);
    }

    private void move(final int to, final int from) {
        final Ty t = type(from);
        switch (t.rep()) {
            case 'J' -> {
                pushLong(from);
                setLong(to);
            }
            case 'D' -> {
                pushDouble(from);
                setDouble(to);
            }
            case 'Z' -> {
                pushBoolean(from);
                setBoolean(to);
            }
            case 'C' -> {
                pushPart(from, 0);
                pushPart(from, 1);
                setComplex(to);
            }
            default -> {
                pushObject(from);
                setObject(to, isConstant(from) ? Ty.O : t.rep() == 'O' ? t : Ty.O);
            }
        }
    }

    /** The kinds seen, or none where speculation has failed. */
    final int kindsAt(final int pc, final int ic) {
        return notes.isBarred(pc) ? 0 : state.kinds[ic];
    }

    /** What to treat an operand as: J, D, or O for anything else. */
    private char operand(final int reg, final int seen) {
        final char rep = type(reg).rep();
        if (rep == 'J' || rep == 'D') {
            return rep;
        }
        if (rep == 'O' && !isConstant(reg)) {
            return seen == Kinds.INT ? 'J' : seen == Kinds.FLOAT ? 'D' : 'O';
        }
        return 'O';
    }

    private void binary(final int op, final int pc) {
        final int dest = code[pc + 1];
        final int a = code[pc + 2];
        final int b = code[pc + 3];
        final int k = kindsAt(pc, code[pc + 4]);
        final char x = operand(a, k & 0xff);
        final char y = operand(b, k >> Kinds.SECOND & 0xff);
        final int plain = op >= IADD ? op - IADD + ADD : op;
        if (notes.isBarred(pc)) {
            generic(op, pc);
        } else if (plain <= MUL && isComplex(a, k & 0xff, k) && isComplex(b, k >> Kinds.SECOND & 0xff, k)) {
            complexes(plain, pc, dest, a, b);
        } else if (x == 'J' && y == 'J') {
            longs(op, plain, pc, dest, a, b, k);
        } else if (x != 'O' && y != 'O') {
            doubles(op, plain, pc, dest, a, b, k);
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
                    call(MATH, plain == ADD ? "addExact" : plain == SUB ? "subtractExact" : "multiplyExact", "JJJ");
                    setLong(dest);
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
                site(pc);
                pushLong(a);
                pushLong(b);
                call(SUPPORT, plain == MOD ? "modulo" : plain == FLOOR_DIV ? "floorDivide"
                        : plain == LSHIFT ? "shiftLeft" : "shiftRight", "JJJ");
                setLong(dest);
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

    private void doubles(final int op, final int plain, final int pc, final int dest, final int a, final int b,
            final int k) {
        switch (plain) {
            case ADD, SUB, MUL -> {
                site(pc);
                pushDouble(a);
                pushDouble(b);
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
                pushDouble(a);
                pushDouble(b);
                call(SUPPORT, "trueDivide", "DDD");
                setDouble(dest);
            }
            case POW, MOD, FLOOR_DIV -> {
                if ((k >> Kinds.RESULT & 0xff) != Kinds.FLOAT || type(a).rep() == 'J') {
                    generic(op, pc);
                    return;
                }
                calling(pc);
                thread();
                pushDouble(a);
                pushDouble(b);
                call(SUPPORT, plain == POW ? "power" : plain == MOD ? "modulo" : "floorDivide", "TDDD");
                setDouble(dest);
            }
            default -> generic(op, pc);
        }
    }

    private void generic(final int op, final int pc) {
        calling(pc);
        thread();
        pushObject(code[pc + 2]);
        pushObject(code[pc + 3]);
        final int k = state.kinds[code[pc + 4]];
        if (k != 0 && (op == ADD || op == SUB || op == MUL)) {
            call(SUPPORT, op == ADD ? "add" : op == SUB ? "subtract" : "multiply", "TOOO");
        } else {
            number(op);
            profile(code[pc + 4]);
            call(OPERATIONS, "binary", "TOOIKIO");
        }
        setObject(code[pc + 1]);
    }

    private void unary(final int op, final int pc) {
        final int k = kindsAt(pc, code[pc + 3]);
        final char x = notes.isBarred(pc) ? 'O' : operand(code[pc + 2], k & 0xff);
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

    private void compare(final int op, final int pc) {
        final int a = code[pc + 2];
        final int b = code[pc + 3];
        final int k = kindsAt(pc, code[pc + 4]);
        final boolean barred = notes.isBarred(pc);
        final char x = barred ? 'O' : operand(a, k & 0xff);
        final char y = barred ? 'O' : operand(b, k >> Kinds.SECOND & 0xff);
        if (x == 'O' || y == 'O') {
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

    private void pushComparable(final int reg, final char rep) {
        if (rep == 'J') {
            pushLong(reg);
            call(SUPPORT, "exact", "JD");
        } else {
            pushDouble(reg);
        }
    }

    private void is(final int op, final int pc) {
        pushObject(code[pc + 2]);
        pushObject(code[pc + 3]);
        call(SUPPORT, "is", "OOZ");
        if (op == IS_NOT && c != null) {
            c.iconst_1();
            c.ixor();
        }
        setBoolean(code[pc + 1]);
    }

    /** Pushes 1 if the register is true, else 0. */
    private void truth(final int pc, final int reg, final int ic) {
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
                calling(pc);
                thread();
                pushObject(reg);
                profile(ic);
                call(OPERATIONS, "truth", "TOKIZ");
            }
        }
    }

    /** The condition is on the stack; control falls through where the branch is not taken. */
    final void branch(final boolean whenTrue, final int target) {
        final Label stay = label();
        if (c != null) {
            if (whenTrue) {
                c.ifeq(stay);
            } else {
                c.ifne(stay);
            }
        }
        edge(target, false);
        bind(stay);
    }

    private void loop(final int pc) {
        site(pc);
        if (c != null) {
            final Label go = c.newLabel();
            c.iload(pollLocal);
            c.iconst_m1();
            c.iadd();
            c.dup();
            c.istore(pollLocal);
            c.ifge(go);
            c.loadConstant(1000);
            c.istore(pollLocal);
            if (framed) {
                c.aload(frameLocal);
                c.loadConstant(pc);
                c.putfield(FRAME, "pc", java.lang.constant.ConstantDescs.CD_int);
            }
            c.aload(0);
            c.invokevirtual(TS, "poll", descriptor("V"));
            c.labelBinding(go);
        }
        edge(code[pc + 1], true);
    }

    private void giveBack(final int reg) {
        final Ty t = type(reg);
        returned = returned == null ? t : returned.rep() == t.rep() ? returned : Ty.O;
        if (c == null) {
            return;
        }
        if (result == 'J') {
            pushLong(reg);
        } else if (result == 'D') {
            pushDouble(reg);
        } else {
            pushObject(reg);
        }
        if (osr) {
            c.aload(frameLocal);
            call(SUPPORT, "finish", "FV");
        } else if (framed) {
            c.aload(0);
            c.aload(frameLocal);
            call(SUPPORT, "leave", "TFV");
        }
        if (result == 'J') {
            c.lreturn();
        } else if (result == 'D') {
            c.dreturn();
        } else {
            c.areturn();
        }
    }

    private void getIter(final int pc) {
        final int dest = code[pc + 1];
        if (kindsAt(pc, code[pc + 3]) == Kinds.LIST && type(code[pc + 2]).isObject()) {
            site(pc);
            pushObject(code[pc + 2]);
            call(SUPPORT, "exactList", "OO");
            if (c != null) {
                c.astore(local(dest, 'L', 0));
                c.lconst_0();
                c.lstore(local(dest, 'L', 1));
            }
            s[dest] = Ty.L;
            return;
        }
        calling(pc);
        thread();
        pushObject(code[pc + 2]);
        profile(code[pc + 3]);
        call(OPERATIONS, "getIter", "TOKIO");
        setObject(dest);
    }

    private void forIter(final int pc) {
        final int dest = code[pc + 1];
        final int it = code[pc + 2];
        final int exit = code[pc + 3];
        final Ty t = s[it];
        final Label more = label();
        if (t.rep() == 'R') {
            if (c != null) {
                c.lload(local(it, 'R', 2));
                c.lconst_0();
                c.lcmp();
                c.ifgt(more);
            }
            edge(exit, false);
            bind(more);
            if (c != null) {
                final int next = local(it, 'R', 0);
                c.lload(next);
                c.lload(next);
                c.lload(local(it, 'R', 1));
                c.ladd();
                c.lstore(next);
                c.lload(local(it, 'R', 2));
                c.lconst_1();
                c.lsub();
                c.lstore(local(it, 'R', 2));
            }
            setLong(dest);
        } else if (t.rep() == 'L') {
            site(pc);
            if (c != null) {
                c.aload(local(it, 'L', 0));
                c.lload(local(it, 'L', 1));
                call(SUPPORT, "hasItem", "OJZ");
                c.ifne(more);
            }
            edge(exit, false);
            bind(more);
            if (c != null) {
                c.aload(local(it, 'L', 0));
                c.lload(local(it, 'L', 1));
            }
            final int k = kindsAt(pc, code[pc + 4]);
            final String how = k == Kinds.INT ? "listLong" : k == Kinds.FLOAT ? "listDouble" : "listItem";
            call(SUPPORT, how, k == Kinds.INT ? "OJJ" : k == Kinds.FLOAT ? "OJD" : "OJO");
            if (c != null) {
                c.lload(local(it, 'L', 1));
                c.lconst_1();
                c.ladd();
                c.lstore(local(it, 'L', 1));
            }
            if (k == Kinds.INT) {
                setLong(dest);
            } else if (k == Kinds.FLOAT) {
                setDouble(dest);
            } else {
                setObject(dest);
            }
        } else {
            calling(pc);
            thread();
            pushObject(it);
            profile(code[pc + 4]);
            call(OPERATIONS, "forIter", "TOKIO");
            if (c != null) {
                c.dup();
                c.ifnonnull(more);
                c.pop();
            }
            edge(exit, false);
            bind(more);
            setObject(dest);
        }
    }

    private void unpack(final int pc) {
        final int n = code[pc + 3];
        calling(pc);
        thread();
        pushObject(code[pc + 1]);
        number(n);
        call(OPERATIONS, "unpack", "TOIA");
        for (int i = 0; i < n; i++) {
            if (c != null) {
                if (i < n - 1) {
                    c.dup();
                }
                c.loadConstant(i);
                c.aaload();
            }
            setObject(code[pc + 4 + i]);
        }
        if (n == 0 && c != null) {
            c.pop();
        }
    }

    /** Whether a key register is, or may be guarded to be, an int. */
    private boolean intKey(final int reg, final int k) {
        final char rep = type(reg).rep();
        return rep == 'J' || rep == 'O' && (k >> Kinds.SECOND & 0xff) == Kinds.INT;
    }

    private void loadItem(final int pc) {
        final int dest = code[pc + 1];
        final int o = code[pc + 2];
        final int key = code[pc + 3];
        final int k = kindsAt(pc, code[pc + 4]);
        final int seen = k & 0xff;
        if (type(o).isObject() && intKey(key, k) && (seen & ~(Kinds.LIST | Kinds.DICT_OR_TUPLE)) == 0 && seen != 0) {
            final int r = k >> Kinds.RESULT & 0xff;
            site(pc);
            pushObject(o);
            pushLong(key);
            if (seen == Kinds.LIST && r == Kinds.FLOAT) {
                call(SUPPORT, "itemDouble", "OJD");
                setDouble(dest);
            } else if (seen == Kinds.LIST && r == Kinds.INT) {
                call(SUPPORT, "itemLong", "OJJ");
                setLong(dest);
            } else {
                call(SUPPORT, "item", "OJO");
                setObject(dest);
            }
            return;
        }
        calling(pc);
        thread();
        pushObject(o);
        pushObject(key);
        profile(code[pc + 4]);
        call(OPERATIONS, "loadItem", "TOOKIO");
        setObject(dest);
    }

    private void storeItem(final int pc) {
        final int o = code[pc + 1];
        final int key = code[pc + 2];
        final int value = code[pc + 3];
        final int k = kindsAt(pc, code[pc + 4]);
        if (type(o).isObject() && intKey(key, k) && (k & 0xff) == Kinds.LIST) {
            final int r = k >> Kinds.RESULT & 0xff;
            final char v = type(value).rep();
            site(pc);
            thread();
            pushObject(o);
            pushLong(key);
            if (r == Kinds.FLOAT && v == 'D') {
                pushDouble(value);
                call(SUPPORT, "setDouble", "TOJDV");
            } else if (r == Kinds.INT && v == 'J') {
                pushLong(value);
                call(SUPPORT, "setLong", "TOJJV");
            } else {
                pushObject(value);
                call(SUPPORT, "setItem", "TOJOV");
            }
            return;
        }
        calling(pc);
        thread();
        pushObject(o);
        pushObject(key);
        pushObject(value);
        profile(code[pc + 4]);
        call(OPERATIONS, "storeItem", "TOOOKIV");
    }

    /** Carries an instruction out on the frame's registers. */
    final void stepped(final int pc) {
        calling(pc);
        needsRegisters = true;
        final Op op = Op.of(code[pc]);
        for (int i = 0; i < op.operandCount(); i++) {
            final int value = code[pc + 1 + i];
            switch (op.kind(i)) {
                case R, RN, X, C, OPT -> toFrame(value);
                case REGS -> {
                    for (int n = 0; n < value; n++) {
                        toFrame(code[pc + op.fixedLength() + n]);
                    }
                }
                default -> { }
            }
        }
        thread();
        if (c != null) {
            c.aload(frameLocal);
        }
        number(pc);
        call(OPERATIONS, "step", "TFIV");
        for (int i = 0; i < op.operandCount(); i++) {
            final int value = code[pc + 1 + i];
            switch (op.kind(i)) {
                case D, DN, X -> fromFrame(value);
                case DREGS -> {
                    for (int n = 0; n < value; n++) {
                        fromFrame(code[pc + op.fixedLength() + n]);
                    }
                }
                default -> { }
            }
        }
    }

    private void toFrame(final int reg) {
        if (reg < 0 || isConstant(reg) || c == null) {
            return;
        }
        c.aload(frameLocal);
        c.getfield(FRAME, "regs", OBJECTS);
        c.loadConstant(reg);
        pushObject(reg);
        c.aastore();
    }

    private void fromFrame(final int reg) {
        if (c != null) {
            c.aload(frameLocal);
            c.getfield(FRAME, "regs", OBJECTS);
            c.loadConstant(reg);
            c.aaload();
        }
        setObject(reg);
    }
}
