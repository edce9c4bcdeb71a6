package dev.adder.language.ir;

import dev.adder.language.ast.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a {@link Code}: a list of instructions over virtual registers ({@link Reg}) with labels and handlers. Operands
 * are given in the order of the {@link Op} row, without target, inline-cache index and count.
 *
 * <p>Handlers: each instruction is covered by the {@link Handler} that is current when it is emitted (or by none), so
 * a handler's own instructions, emitted with the outer handler current, raise into the outer one.
 *
 * <p>Temporaries form a stack: {@link #temp()} takes one, {@link #release(int)} gives back all taken since a mark.
 */
public final class CodeBuilder {
    /** A place in the code. */
    public static final class Label {
        int index = -1;

        public boolean isBound() {
            return index >= 0;
        }
    }

    /** Where an exception goes: a place, and the register that takes it. */
    public static final class Handler {
        final Label label = new Label();
        final int register;

        Handler(int register) {
            this.register = register;
        }

        public Label label() {
            return label;
        }

        public int register() {
            return register;
        }
    }

    record Scoped(String name, int register, boolean cell, Label start, Label end) {
    }

    final List<Insn> insns = new ArrayList<>();
    final List<Object> consts = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();
    final List<Scoped> scoped = new ArrayList<>();
    private final Map<Object, Integer> constIndex = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> nameIndex = new HashMap<>();
    private final List<String[]> keywords = new ArrayList<>();
    private final Code.Parts parts = new Code.Parts();
    private Span span;
    private Handler handler;
    private int temps;
    private boolean reachable = true;

    public CodeBuilder(String name, String qualname, String filename, int firstLine) {
        parts.name = name;
        parts.qualname = qualname;
        parts.filename = filename;
        parts.firstLine = firstLine;
    }

    /** Declares the locals (parameters first), the locals of inlined comprehensions, and the cells. */
    public void variables(List<String> locals, List<String> hidden, List<String> cells, List<String> frees) {
        List<String> all = new ArrayList<>(locals);
        all.addAll(hidden);
        parts.varNames = all.toArray(new String[0]);
        parts.visibleLocals = locals.size();
        parts.cellVars = cells.toArray(new String[0]);
        parts.freeVars = frees.toArray(new String[0]);
    }

    public void arguments(int count, int positionalOnly, int keywordOnly) {
        parts.argCount = count;
        parts.posOnlyArgCount = positionalOnly;
        parts.kwOnlyArgCount = keywordOnly;
    }

    public void flags(int flags) {
        parts.flags = flags;
    }

    public int flags() {
        return parts.flags;
    }

    public String name() {
        return parts.name;
    }

    public String qualname() {
        return parts.qualname;
    }

    // Operands

    /** The register of a constant. */
    public int constant(Object value) {
        Object key = ConstKey.of(value);
        Integer known = constIndex.get(key);
        if (known == null) {
            known = consts.size();
            consts.add(value);
            constIndex.put(key, known);
        }
        return Reg.constant(known);
    }

    /** The constant in a register made by {@link #constant}. */
    public Object constantIn(int reg) {
        return consts.get(Reg.index(reg));
    }

    public int name(String name) {
        Integer known = nameIndex.get(name);
        if (known == null) {
            known = names.size();
            names.add(name);
            nameIndex.put(name, known);
        }
        return known;
    }

    public int keywordNames(List<String> list) {
        String[] array = list.toArray(new String[0]);
        for (int i = 0; i < keywords.size(); i++) {
            if (Arrays.equals(keywords.get(i), array)) {
                return i;
            }
        }
        keywords.add(array);
        return keywords.size() - 1;
    }

    public int temp() {
        return Reg.temp(temps++);
    }

    public int mark() {
        return temps;
    }

    public void release(int mark) {
        temps = mark;
    }

    // Emission

    /** The location of what is emitted next; null for none. */
    public void at(Span place) {
        span = place;
    }

    public Span at() {
        return span;
    }

    public Handler newHandler(int register) {
        return new Handler(register);
    }

    public Handler handler() {
        return handler;
    }

    /** The handler of what is emitted next; null for none. */
    public void handler(Handler current) {
        handler = current;
    }

    public Label label() {
        return new Label();
    }

    /** The number of instructions so far: a place for {@link #moveTail}. */
    public int position() {
        return insns.size();
    }

    /** Moves the instructions emitted since {@code from}, which no label points into, to before {@code to}. */
    public void moveTail(int from, int to) {
        List<Insn> tail = new ArrayList<>(insns.subList(from, insns.size()));
        insns.subList(from, insns.size()).clear();
        insns.addAll(to, tail);
        for (Label label : labels) {
            if (label.index >= to) {
                label.index += tail.size();
            }
        }
    }

    public void bind(Label label) {
        if (label.index >= 0) {
            throw new IllegalStateException("label bound twice");
        }
        label.index = insns.size();
        labels.add(label);
        reachable = true;
    }

    /** Whether the next instruction can be reached from the one before it or by a label bound here. */
    public boolean reachable() {
        return reachable;
    }

    public void emit(int op, int... args) {
        add(new Insn(op, args, null, null, span, handler));
    }

    /** Makes a local unbound; dropped if no bound check of it remains. */
    public void emitOptionalClear(int local) {
        Insn insn = new Insn(Opcodes.CLEAR, new int[] {local}, null, null, span, handler);
        insn.optional = true;
        add(insn);
    }

    /**
     * Gives the operands of the last instruction a location of their own: where it fails before it does what it is
     * there for ({@link Code#OPERANDS}).
     */
    public void operandsAt(Span place) {
        insns.getLast().operandSpan = place;
    }

    /** Emits an instruction whose last operand is a list of registers. */
    public void emitList(int op, int[] list, int... args) {
        add(new Insn(op, args, list, null, span, handler));
    }

    public void emitJump(int op, Label target, int... args) {
        add(new Insn(op, args, null, target, span, handler));
    }

    /** A truth test that is kept apart from a test of the same register at its target. */
    public void emitSeparateTest(int op, Label target, int value) {
        emitJump(op, target, value);
        insns.getLast().separate = true;
    }

    /** A jump that is part of a statement: of no line. */
    public void jump(Label target) {
        add(new Insn(Opcodes.JUMP, new int[0], null, target, null, handler));
    }

    /** A jump that is a statement, and visible to tracing. */
    public void jumpOfStatement(Label target) {
        emitJump(Opcodes.JUMP, target);
    }

    public void loop(Label target) {
        emitJump(Opcodes.LOOP, target);
    }

    private void add(Insn insn) {
        insns.add(insn);
        if (Op.of(insn.op).endsBlock()) {
            reachable = false;
        }
    }

    /** A name that lives in a register between two labels: see {@link Code.ScopedName}. */
    public void scopedName(String name, int register, boolean cell, Label start, Label end) {
        scoped.add(new Scoped(name, register, cell, start, end));
    }

    /** Drops the constants that no instruction reads (folding leaves such); a docstring stays first. */
    private void pruneConstants() {
        boolean[] used = new boolean[consts.size()];
        if ((parts.flags & Code.CO_HAS_DOCSTRING) != 0) {
            used[0] = true;
        }
        for (Insn insn : insns) {
            if (!insn.dead) {
                Op op = Op.of(insn.op);
                int next = 0;
                for (int i = 0; i < op.operandCount(); i++) {
                    switch (op.kind(i)) {
                        case T, IC, REGS, DREGS -> { }
                        case N, K, I -> next++;
                        default -> markConstant(insn.args[next++], used);
                    }
                }
                if (insn.list != null) {
                    for (int reg : insn.list) {
                        markConstant(reg, used);
                    }
                }
            }
        }
        int[] moved = new int[used.length];
        List<Object> kept = new ArrayList<>();
        for (int i = 0; i < used.length; i++) {
            moved[i] = kept.size();
            if (used[i]) {
                kept.add(consts.get(i));
            }
        }
        if (kept.size() == used.length) {
            return;
        }
        consts.clear();
        consts.addAll(kept);
        for (Insn insn : insns) {
            if (!insn.dead) {
                renumberConstants(insn, moved);
            }
        }
    }

    private static void markConstant(int reg, boolean[] used) {
        if (Reg.isConst(reg)) {
            used[Reg.index(reg)] = true;
        }
    }

    private static void renumberConstants(Insn insn, int[] moved) {
        Op op = Op.of(insn.op);
        int next = 0;
        for (int i = 0; i < op.operandCount(); i++) {
            switch (op.kind(i)) {
                case T, IC, REGS, DREGS -> { }
                case N, K, I -> next++;
                default -> {
                    insn.args[next] = renumber(insn.args[next], moved);
                    next++;
                }
            }
        }
        if (insn.list != null) {
            for (int i = 0; i < insn.list.length; i++) {
                insn.list[i] = renumber(insn.list[i], moved);
            }
        }
    }

    private static int renumber(int reg, int[] moved) {
        return Reg.isConst(reg) ? Reg.constant(moved[Reg.index(reg)]) : reg;
    }

    private int parameterCount() {
        return parts.argCount + parts.kwOnlyArgCount + Integer.bitCount(parts.flags
                & (Code.CO_VARARGS | Code.CO_VARKEYWORDS));
    }

    /** Makes the code; the builder is used up. */
    public Code finish() {
        new Passes(insns, parts.visibleLocals, parts.varNames.length, parameterCount()).run();
        pruneConstants();
        parts.consts = consts.toArray();
        parts.names = names.toArray(new String[0]);
        parts.keywordNames = keywords.toArray(new String[0][]);
        return new Encoder(this, parts).encode();
    }
}
