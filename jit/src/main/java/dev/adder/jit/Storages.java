package dev.adder.jit;

import static dev.adder.language.ir.Opcodes.*;

import dev.adder.language.ir.Op;
import dev.adder.language.ir.analysis.Blocks.Block;
import dev.adder.runtime.interp.Kinds;
import java.util.HashMap;
import java.util.Map;

/**
 * Lists of floats or ints that a block reads and writes at several constant places: their storage is asked for, and the
 * size compared with the largest place, once, where the first of these is come to ({@link StoredItems}). It is known
 * ({@link Ty.Stored}) until the register is written, or until an instruction that may change a list otherwise than by
 * replacing an item with one of its kind; only the instructions that {@link #keeps} names do not. {@code body[3]} and
 * the like took six tests each, and all of them again behind a call of libm.
 */
final class Storages {
    private static final int LAST_PLACE = 63;
    private final Translator unit;
    /** JVM locals, by register counted through all activations, and kind. */
    private final Map<Integer, Integer> arrays = new HashMap<>();

    Storages(final Translator unit) {
        this.unit = unit;
    }

    /** Whether what is known of storages outlasts the instruction, unless it calls the runtime ({@link #forget}). */
    static boolean keeps(final int op) {
        return op >= ADD && op <= GE || switch (op) {
            case NOP, MOVE, CHECK_LOCAL, NOT, IS, IS_NOT, JUMP, JUMP_IF_TRUE, JUMP_IF_FALSE, JUMP_IF_NONE,
                    JUMP_IF_NOT_NONE, LOAD_ITEM, STORE_ITEM, LOAD_GLOBAL, UNPACK_SEQUENCE -> true;
            default -> false;
        };
    }

    void forget() {
        final Ty[] s = unit.s;
        for (int reg = 0; reg < s.length; reg++) {
            if (s[reg].value() instanceof Ty.Stored) {
                s[reg] = Ty.LIST;
            }
        }
    }

    /** The locals hold nothing yet. */
    void initialise() {
        for (final int local : arrays.values()) {
            unit.c.aconst_null();
            unit.c.astore(local);
        }
    }

    private int array(final int list, final char kind) {
        return arrays.computeIfAbsent((unit.base + list) * 2 + (kind == 'D' ? 1 : 0), k -> unit.nextLocal++);
    }

    /**
     * Whether the storage of {@code list} is at hand at the place {@code key}: it is known, or worth asking for, which is
     * done here.
     */
    boolean has(final int pc, final Block b, final int list, final int key, final char kind) {
        final int place = place(key);
        if (place < 0 || kind == 'O' || unit.isConstant(list)) {
            return false;
        }
        if (unit.s[list].value() instanceof Ty.Stored f && f.kind() == kind && place < f.size()) {
            return true;
        }
        int uses = 0;
        int last = place;
        for (int at = pc; at < b.end && keeps(unit.code[at]);) {
            final int used = use(at, list, kind);
            if (used >= 0) {
                uses++;
                last = Math.max(last, used);
            }
            if (writes(at, list)) {
                break;
            }
            at += Op.of(unit.code[at]).length(unit.code, at);
        }
        if (uses < 2) {
            return false;
        }
        unit.thread();
        unit.pushList(list);
        unit.number(last + 1);
        unit.call(Emitter.STORAGES, kind == 'D' ? "doubles" : "longs", kind == 'D' ? "TBIN" : "TBIL");
        if (unit.c != null) {
            unit.c.astore(array(list, kind));
        }
        unit.s[list] = Ty.stored(kind, last + 1);
        return true;
    }

    /** The constant place at which an instruction reads or writes the list's items of the kind, or -1. */
    private int use(final int pc, final int list, final char kind) {
        final int[] code = unit.code;
        final boolean loads = code[pc] == LOAD_ITEM;
        if (!loads && code[pc] != STORE_ITEM || code[pc + (loads ? 2 : 1)] != list || unit.evidence.isBarred(pc)) {
            return -1;
        }
        final int k = unit.evidence.kinds[code[pc + 4]];
        final boolean is = (k & 0xff) == Kinds.LIST
                && (k >> Kinds.RESULT & 0xff) == (kind == 'D' ? Kinds.FLOAT : Kinds.INT);
        return is ? place(code[pc + (loads ? 3 : 2)]) : -1;
    }

    private int place(final int key) {
        return unit.isConstant(key) && unit.template[key] instanceof Long n && n >= 0 && n <= LAST_PLACE
                ? (int) (long) n : -1;
    }

    private boolean writes(final int pc, final int reg) {
        final Op op = Op.of(unit.code[pc]);
        for (int i = 0; i < op.operandCount(); i++) {
            final int operand = unit.code[pc + 1 + i];
            switch (op.kind(i)) {
                case D, DN, X -> {
                    if (operand == reg) {
                        return true;
                    }
                }
                case DREGS -> {
                    for (int n = 0; n < operand; n++) {
                        if (unit.code[pc + op.fixedLength() + n] == reg) {
                            return true;
                        }
                    }
                }
                default -> { }
            }
        }
        return false;
    }

    /** Pushes the item. */
    void load(final int list, final int key, final char kind) {
        push(list, kind);
        unit.number(place(key));
        unit.call(Emitter.STORAGES, "item", kind == 'D' ? "NBID" : "LBIJ");
    }

    void store(final int list, final int key, final int value, final char kind) {
        unit.thread();
        push(list, kind);
        unit.number(place(key));
        if (kind == 'D') {
            unit.pushDouble(value);
        } else {
            unit.pushLong(value);
        }
        unit.call(Emitter.STORAGES, "set", kind == 'D' ? "TNBIDV" : "TLBIJV");
    }

    private void push(final int list, final char kind) {
        if (unit.c != null) {
            unit.c.aload(array(list, kind));
        }
        unit.pushList(list);
    }
}
