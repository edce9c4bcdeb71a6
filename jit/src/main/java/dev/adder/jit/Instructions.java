package dev.adder.jit;

import static dev.adder.language.ir.Opcodes.*;

import dev.adder.language.ir.Op;
import dev.adder.language.ir.analysis.Blocks.Block;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.JitReason;

/** The instructions, one by one. */
abstract class Instructions extends Awaits {
    private final RareInstructions rare = new RareInstructions(this);

    Instructions(final CodeState state, final Notes notes, final int entryPc, final boolean stress) {
        super(state, notes, entryPc, stress);
    }

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
                pushNull();
                setObject(code[pc + 1], UNBOUND);
                return next;
            case FINISH:
                if (type(code[pc + 2]).isObject()) {
                    calling(pc);
                    pushObject(code[pc + 2]);
                    call(SUPPORT, "finish", "OO");
                    setObject(code[pc + 1]);
                }
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
            case ACCUMULATE, ACCUMULATE_ADD:
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
                backEdge(pc, code[pc + 1]);
                return -1;
            case JUMP_IF_TRUE, JUMP_IF_FALSE: {
                truth(pc, code[pc + 1], code[pc + 3]);
                branch(op == JUMP_IF_TRUE, code[pc + 2]);
                return next;
            }
            case JUMP_IF_NONE, JUMP_IF_NOT_NONE: {
                if (type(code[pc + 1]).isObject()) {
                    pushObject(code[pc + 1]);
                    constant(PyNone.NONE, OBJECT);
                    same();
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
                forIter(pc, b);
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
                thread();
                pushArray(pc + 2);
                call(OPERATIONS, "list", "TAO");
                setObject(code[pc + 1]);
                return next;
            case LIST_APPEND:
                appendTo(pc, code[pc + 1], code[pc + 2], "appendUnshared");
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
                loadItem(pc, b);
                return next;
            case STORE_ITEM:
                storeItem(pc, b);
                return next;
            default:
                return other(pc, next, b);
        }
    }

    /** Calls, attributes, globals and what is rare; as {@link #instruction}. */
    private int other(final int pc, final int next, final Block b) {
        final int after = awaited(pc, next, b);
        if (after >= 0) {
            return after;
        }
        switch (code[pc]) {
            case LOAD_GLOBAL -> loadGlobal(pc, code[pc + 1], code[pc + 2], code[pc + 3]);
            case STORE_GLOBAL -> {
                calling(pc);
                state(state);
                number(code[pc + 1]);
                pushObject(code[pc + 2]);
                number(code[pc + 3]);
                call(OPERATIONS, "storeGlobal", "SIOIV");
            }
            case LOAD_NAME -> {
                calling(pc);
                thread();
                frame();
                number(code[pc + 2]);
                number(code[pc + 3]);
                call(OPERATIONS, "loadName", "TFIIO");
                setObject(code[pc + 1]);
            }
            case STORE_NAME -> {
                calling(pc);
                thread();
                frame();
                number(code[pc + 1]);
                pushObject(code[pc + 2]);
                number(code[pc + 3]);
                call(OPERATIONS, "storeName", "TFIOIV");
            }
            case LOAD_ATTR -> {
                return loadAttr(pc) ? next : -1;
            }
            case STORE_ATTR -> storeAttr(pc);
            case LOAD_METHOD -> {
                if (!loadBuiltin(pc)) {
                    loadMethod(pc);
                }
            }
            case CALL -> {
                return callInstruction(pc, next, b);
            }
            case CALL_KW, CALL_LOADED_KW -> {
                final int how = callNamed(pc);
                if (how == ENDED) {
                    return -1;
                }
                if (how == NOT_INLINED) {
                    closure(pc);
                }
            }
            case CALL_METHOD -> {
                return callMethod(pc) ? next : -1;
            }
            case CALL_LOADED -> {
                return callLoaded(pc) ? next : -1;
            }
            case YIELD -> {
                return suspensions.yield(pc, next) ? next : -1;
            }
            case YIELD_FROM -> suspensions.delegate(pc);
            default -> {
                final Op op = Op.of(code[pc]);
                if (handlers.instruction(pc)) {
                    return code[pc] == RERAISE ? -1 : next;
                }
                if (rare.instruction(pc) || closure(pc)) {
                    return next;
                }
                if (op.mayBranch()) {
                    throw new Refused(JitReason.UNTRANSLATED, "no translation of " + op);
                }
                stepped(pc);
                if (op.endsBlock()) {
                    if (c != null) {
                        c.aconst_null();
                        c.athrow();
                    }
                    return -1;
                }
            }
        }
        return next;
    }

    /** Whether the interpreter has never come by: there is no profile, and perhaps no need for code. */
    private boolean isCold(final int op, final int pc) {
        if (framesNamed.get(pc)) {
            return true;
        }
        if (!expectsProfile || evidence.isBarred(pc)) {
            return false;
        }
        if (op >= ADD && op <= NOT_IN && op != IS && op != IS_NOT && op != NOT || op == LOAD_ITEM
                || op == STORE_ITEM) {
            return evidence.kinds[code[pc + Op.of(op).icOffset()]] == 0;
        }
        return op == CALL && evidence.caches[code[pc + 3]] == null;
    }

    private void cold(final int pc) {
        site(pc);
        if (c != null) {
            sites.getLast().cold = true;
            call(SUPPORT, "cold", "X");
            c.athrow();
        }
    }

    private void move(final int to, final int from) {
        final Ty t = type(from);
        switch (t.rep()) {
            case 'J' -> {
                pushLong(from);
                setLong(to, t);
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
                setObject(to, isConstant(from) ? Ty.O : t.rep() == 'O' ? t.moved() : Ty.O);
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

    private void giveBack(final int reg) {
        if (active.caller != null) {
            giveToCaller(reg);
            return;
        }
        final Ty t = type(reg).moved();
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

    /** From an inlined function: the result goes to the caller's register. */
    private void giveToCaller(final int reg) {
        final Ty t = type(reg).rep() == 'R' || type(reg).rep() == 'L' ? Ty.O : type(reg).moved();
        returned = returned == null || returned.same(t) ? t : returned.rep() == t.rep() ? Ty.ofRep(t.rep()) : Ty.O;
        if (c == null) {
            return;
        }
        final Level level = active.level;
        final int dest = level.call.level.base + level.destination;
        final char rep = level.makes ? 'O' : active.returned.rep();
        switch (rep) {
            case 'J' -> pushLong(reg);
            case 'D' -> pushDouble(reg);
            case 'Z' -> pushBoolean(reg);
            case 'C' -> {
                pushPart(reg, 0);
                pushPart(reg, 1);
            }
            default -> pushObject(reg);
        }
        c.loadConstant(active.callSite);
        c.istore(siteLocal);
        regions.use(sites.get(active.callSite));
        if (framed) {
            thread();
            c.aload(frameLocal);
            call(SUPPORT, "leave", "TFV");
        }
        if (level.operates && rep == 'O') {
            c.dup();
            call(SUPPORT, "implemented", "OV");
        }
        if (level.makes) {
            c.aload(localAt(level.extra(Level.MADE), 'O', 0));
            call(SUPPORT, "made", "OOO");
        }
        switch (rep) {
            case 'J' -> c.lstore(localAt(dest, 'J', 0));
            case 'D' -> c.dstore(localAt(dest, 'D', 0));
            case 'Z' -> c.istore(localAt(dest, 'Z', 0));
            case 'C' -> {
                c.dstore(localAt(dest, 'C', 1));
                c.dstore(localAt(dest, 'C', 0));
            }
            default -> c.astore(localAt(dest, 'O', 0));
        }
        c.goto_(active.done);
    }

    /** Carries an instruction out on the frame's registers. */
    final void stepped(final int pc) {
        calling(pc);
        if (c != null && !osr) {
            c.aload(frameLocal);
            call(SUPPORT, "needRegisters", "FV");
        }
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
