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
    final List<Scoped> scoped = new ArrayList<>();
    private final Map<Object, Integer> constIndex = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> nameIndex = new HashMap<>();
    private final List<String[]> keywords = new ArrayList<>();
    private final Code.Parts parts = new Code.Parts();
    private Span span;
    private Handler handler;
    private int temps;
    private int maxTemps;
    private boolean reachable = true;

    public CodeBuilder(String name, String qualname, String filename, int firstLine) {
        parts.name = name;
        parts.qualname = qualname;
        parts.filename = filename;
        parts.firstLine = firstLine;
    }

    /** Declares the locals (parameters first) and cells; {@code visible} of the locals are the function's own. */
    public void variables(List<String> locals, int visible, List<String> cells, List<String> frees) {
        parts.varNames = locals.toArray(new String[0]);
        parts.visibleLocals = visible;
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
        int index = temps++;
        if (temps > maxTemps) {
            maxTemps = temps;
        }
        return Reg.temp(index);
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

    public void bind(Label label) {
        if (label.index >= 0) {
            throw new IllegalStateException("label bound twice");
        }
        label.index = insns.size();
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

    /** Emits an instruction whose last operand is a list of registers. */
    public void emitList(int op, int[] list, int... args) {
        add(new Insn(op, args, list, null, span, handler));
    }

    public void emitJump(int op, Label target, int... args) {
        add(new Insn(op, args, null, target, span, handler));
    }

    public void jump(Label target) {
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

    private int parameterCount() {
        return parts.argCount + parts.kwOnlyArgCount + Integer.bitCount(parts.flags
                & (Code.CO_VARARGS | Code.CO_VARKEYWORDS));
    }

    /** Makes the code; the builder is used up. */
    public Code finish() {
        new Passes(insns, parts.varNames.length, parameterCount()).run();
        parts.consts = consts.toArray();
        parts.names = names.toArray(new String[0]);
        parts.keywordNames = keywords.toArray(new String[0][]);
        parts.tempCount = maxTemps;
        return new Encoder(this, parts).encode();
    }
}
