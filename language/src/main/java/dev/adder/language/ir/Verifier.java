package dev.adder.language.ir;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Proves that a code obeys the rules of {@link Op}: known opcodes, operands in range, constants and cells never
 * overwritten, jumps and handlers at instruction starts, only LOOP going backward, no way off the end, inline-cache
 * indices dense, and no R, C or REGS register read that may be null (forward "is bound" data flow; an instruction
 * that raises has not
 * written its destinations). What passes can be run without further checks.
 */
public final class Verifier {
    private final Code code;
    private final int[] insns;
    private final boolean[] starts;
    private final boolean[] leaders;
    private final long[][] in;
    private final int words;

    private Verifier(Code code) {
        this.code = code;
        this.insns = code.code;
        this.starts = new boolean[insns.length + 1];
        this.leaders = new boolean[insns.length + 1];
        this.in = new long[insns.length + 1][];
        this.words = (code.frameSize + 63) >>> 6;
    }

    /** Verifies a code and those nested in its constants. */
    public static void verify(Code code) {
        new Verifier(code).run();
        for (Object constant : code.consts) {
            Code nested = Code.nested(constant);
            if (nested != null) {
                verify(nested);
            }
        }
    }

    private void run() {
        checkShape();
        checkOperands();
        checkExceptions();
        solve();
    }

    private VerifyException fault(int pc, String what) {
        return new VerifyException(code, pc, what);
    }

    private void checkShape() {
        int pc = 0;
        Op last = null;
        while (pc < insns.length) {
            starts[pc] = true;
            if (!Op.isOpcode(insns[pc])) {
                throw fault(pc, "no opcode " + insns[pc]);
            }
            last = Op.of(insns[pc]);
            if (pc + last.fixedLength() > insns.length) {
                throw fault(pc, "cut short");
            }
            int length = last.length(insns, pc);
            if (length < last.fixedLength() || length > insns.length - pc) {
                throw fault(pc, "cut short");
            }
            pc += length;
        }
        if (last == null || !last.endsBlock()) {
            throw fault(pc, "falls off the end");
        }
        if (code.parameterCount() > code.visibleLocals || code.visibleLocals > code.cellBase) {
            throw fault(0, "more parameters than locals");
        }
    }

    private void checkOperands() {
        BitSet ics = new BitSet();
        int pc = 0;
        while (pc < insns.length) {
            Op op = Op.of(insns[pc]);
            for (int i = 0; i < op.operandCount(); i++) {
                checkOperand(pc, op, i, ics);
            }
            checkNumbers(pc, op);
            pc += op.length(insns, pc);
        }
        if (ics.cardinality() != code.icCount) {
            throw fault(0, "inline-cache indices are not dense");
        }
    }

    private void checkOperand(int pc, Op op, int i, BitSet ics) {
        int value = insns[pc + 1 + i];
        switch (op.kind(i)) {
            case D, DN -> written(pc, value);
            case X -> {
                if (value < 0 || value >= code.cellBase) {
                    throw fault(pc, "not a local: " + value);
                }
            }
            case R, RN -> index(pc, value, code.frameSize, "register");
            case C -> index(pc, value, code.frameSize, "cell");
            case OPT -> {
                if (value != -1) {
                    index(pc, value, code.frameSize, "register");
                }
            }
            case N -> index(pc, value, code.names.length, "name");
            case K -> index(pc, value, code.keywordNames.length, "keyword names");
            case I -> { }
            case IC -> {
                index(pc, value, code.icCount, "inline cache");
                if (ics.get(value)) {
                    throw fault(pc, "inline-cache index twice");
                }
                ics.set(value);
            }
            case T -> target(pc, op, value);
            case REGS -> {
                for (int n = 0; n < value; n++) {
                    index(pc, insns[pc + op.fixedLength() + n], code.frameSize, "register");
                }
            }
            case DREGS -> {
                for (int n = 0; n < value; n++) {
                    written(pc, insns[pc + op.fixedLength() + n]);
                }
            }
        }
    }

    private void checkNumbers(int pc, Op op) {
        switch (op) {
            case LOAD_COMMON -> index(pc, insns[pc + 2], Common.count(), "common object");
            case INTRINSIC -> {
                index(pc, insns[pc + 2], Intrinsic.count(), "intrinsic");
                if (insns[pc + 3] != Intrinsic.of(insns[pc + 2]).arguments()) {
                    throw fault(pc, "wrong number of arguments of an intrinsic");
                }
            }
            case LOAD_SPECIAL -> index(pc, insns[pc + 3], 4, "special method");
            case CONVERT, GET_AWAITABLE -> index(pc, insns[pc + 3], 4, "immediate");
            case CALL_KW, CALL_METHOD_KW, CALL_LOADED_KW -> {
                int keywords = insns[pc + (op == Op.CALL_KW ? 3 : 4)];
                if (code.keywordNames[keywords].length > insns[pc + op.fixedLength() - 1]) {
                    throw fault(pc, "fewer arguments than keywords");
                }
            }
            case BUILD_MAP -> {
                if ((insns[pc + 2] & 1) != 0) {
                    throw fault(pc, "a key without a value");
                }
            }
            case UNPACK_EX -> index(pc, insns[pc + 2], insns[pc + 3], "star position");
            default -> { }
        }
    }

    private void index(int pc, int value, int limit, String what) {
        if (value < 0 || value >= limit) {
            throw fault(pc, "no " + what + " " + value);
        }
    }

    private void written(int pc, int reg) {
        index(pc, reg, code.frameSize, "register");
        if (reg >= code.freeBase && reg < code.tempBase) {
            throw fault(pc, "writes register " + reg + ", a free variable's cell or a constant");
        }
    }

    private void target(int pc, Op op, int target) {
        if (target < 0 || target >= insns.length || !starts[target]) {
            throw fault(pc, "jumps into an instruction");
        }
        if ((target <= pc) != (op == Op.LOOP)) {
            throw fault(pc, op == Op.LOOP ? "LOOP forward" : "jumps backward");
        }
        leaders[target] = true;
    }

    private void checkExceptions() {
        int[] table = code.exceptions;
        int end = 0;
        for (int i = 0; i < table.length; i += 4) {
            if (table[i] < end || table[i + 1] <= table[i] || table[i + 1] > insns.length || !starts[table[i]]
                    || table[i + 1] < insns.length && !starts[table[i + 1]]) {
                throw fault(table[i], "exception ranges out of order");
            }
            end = table[i + 1];
            int handler = table[i + 2];
            if (handler < 0 || handler >= insns.length || !starts[handler]) {
                throw fault(table[i], "handler inside an instruction");
            }
            written(table[i], table[i + 3]);
            leaders[handler] = true;
        }
    }

    private void solve() {
        long[] entry = new long[words];
        for (int i = 0; i < code.frameSize; i++) {
            if (i < code.parameterCount() || i >= code.freeBase && i < code.tempBase) {
                entry[i >>> 6] |= 1L << i;
            }
        }
        leaders[0] = true;
        in[0] = entry;
        boolean changed = true;
        while (changed) {
            changed = pass(false);
        }
        pass(true);
    }

    /** One pass over all instructions; with {@code check}, reads are looked at. */
    private boolean pass(boolean check) {
        boolean changed = false;
        long[] state = null;
        int pc = 0;
        while (pc < insns.length) {
            if (leaders[pc]) {
                if (state != null) {
                    changed |= merge(pc, state);
                }
                state = in[pc] == null ? null : in[pc].clone();
            }
            Op op = Op.of(insns[pc]);
            int next = pc + op.length(insns, pc);
            if (state != null) {
                if (check) {
                    checkReads(pc, op, state);
                }
                changed |= flow(pc, op, state);
                if (op.endsBlock()) {
                    state = null;
                }
            }
            pc = next;
        }
        return changed;
    }

    private boolean flow(int pc, Op op, long[] state) {
        boolean changed = false;
        int entry = op.mayRaise() ? code.findHandler(pc) : -1;
        if (entry >= 0) {
            long[] raised = state.clone();
            set(raised, code.exceptions[entry + 3], true);
            changed |= merge(code.exceptions[entry + 2], raised);
        }
        int targetOffset = op.targetOffset();
        if (targetOffset > 0 && op.writesOnFallthroughOnly()) {
            changed |= merge(insns[pc + targetOffset], state);
        }
        write(pc, op, state);
        if (targetOffset > 0 && !op.writesOnFallthroughOnly()) {
            changed |= merge(insns[pc + targetOffset], state);
        }
        return changed;
    }

    private boolean merge(int pc, long[] state) {
        long[] known = in[pc];
        if (known == null) {
            in[pc] = Arrays.copyOf(state, words);
            return true;
        }
        boolean changed = false;
        for (int w = 0; w < words; w++) {
            long meet = known[w] & state[w];
            changed |= meet != known[w];
            known[w] = meet;
        }
        return changed;
    }

    private void write(int pc, Op op, long[] state) {
        if (op == Op.CHECK_LOCAL) {
            set(state, insns[pc + 1], true);
            return;
        }
        for (int i = 0; i < op.operandCount(); i++) {
            int value = insns[pc + 1 + i];
            switch (op.kind(i)) {
                case D -> set(state, value, true);
                case DN, X -> set(state, value, false);
                case DREGS -> {
                    for (int n = 0; n < value; n++) {
                        set(state, insns[pc + op.fixedLength() + n], true);
                    }
                }
                default -> { }
            }
        }
    }

    private void checkReads(int pc, Op op, long[] state) {
        for (int i = 0; i < op.operandCount(); i++) {
            int value = insns[pc + 1 + i];
            switch (op.kind(i)) {
                case R, C -> read(pc, op, value, state);
                case OPT -> {
                    if (value >= 0) {
                        read(pc, op, value, state);
                    }
                }
                case REGS -> {
                    for (int n = 0; n < value; n++) {
                        read(pc, op, insns[pc + op.fixedLength() + n], state);
                    }
                }
                default -> { }
            }
        }
    }

    private void read(int pc, Op op, int reg, long[] state) {
        if ((state[reg >>> 6] & 1L << reg) == 0) {
            throw fault(pc, op + " reads register " + reg + ", which may be null");
        }
    }

    private static void set(long[] state, int reg, boolean bound) {
        if (bound) {
            state[reg >>> 6] |= 1L << reg;
        } else {
            state[reg >>> 6] &= ~(1L << reg);
        }
    }
}
