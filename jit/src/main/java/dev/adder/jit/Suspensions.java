package dev.adder.jit;

import static dev.adder.language.ir.Opcodes.GET_ITER;
import static dev.adder.language.ir.Opcodes.YIELD;
import static dev.adder.language.ir.Opcodes.YIELD_FROM;

import dev.adder.language.ir.Code;
import dev.adder.language.ir.Op;
import dev.adder.language.ir.analysis.Blocks;
import dev.adder.runtime.interp.Jit;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Generators and coroutines: a unit that is left at a YIELD with all its registers in the heap frame, and entered at the
 * instruction after it. What is unboxed stays so, in a form ({@link PackedForm}) that the unit knows again when it is
 * resumed; anybody else has it unpacked. So either engine resumes what the other suspended, and what a resumed unit finds
 * in other forms is guarded to be of the kinds it suspended with. The frame's pc says where to go on; a pc
 * that is no entry (after an exception thrown in, say) is left to the interpreter.
 *
 * <p>A loop's unit of a generator suspends in the same way but is not resumed: resuming enters the function's unit.
 */
final class Suspensions {
    private static final ClassDesc PACKED = ClassDesc.of("dev.adder.runtime.interp.Packed");
    private static final ClassDesc FORM = ClassDesc.of("dev.adder.runtime.interp.Packed$Form");

    private final Translator unit;
    private final List<Bytecode.Case> entries = new ArrayList<>();
    private Label dispatch;

    Suspensions(final Translator unit) {
        this.unit = unit;
    }

    /** Whether the loop of a header yields: then it is entered where it resumes, not at its back edge. */
    static boolean inLoop(final Code ir, final int header) {
        if (!ir.isGeneratorLike()) {
            return false;
        }
        final Blocks blocks = new Blocks(ir);
        for (final Blocks.Loop loop : blocks.loops()) {
            if (loop.header().start == header) {
                for (final Blocks.Block b : blocks.list()) {
                    for (int pc = b.start; loop.contains(b) && pc < b.end; pc += Op.of(ir.code[pc]).length(ir.code, pc)) {
                        if (ir.code[pc] == YIELD) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    // ---- entering

    /** First thing in the unit's body: goes where the frame's pc says. */
    void begin() {
        entries.clear();
        dispatch = unit.c.newLabel();
        unit.c.goto_(dispatch);
    }

    /** Where the function starts; leads on to its first block. */
    void start(final Ty[] types, final Label first) {
        final Label entry = unit.c.newBoundLabel();
        entries.add(new Bytecode.Case(0, entry));
        for (int reg = 0; reg < types.length; reg++) {
            if (reg < unit.ir.parameterCount() || reg >= unit.ir.freeBase && reg < unit.ir.constBase) {
                load(reg, types[reg], 0);
            }
        }
        unit.c.goto_(first);
    }

    /** After all blocks: the dispatch. */
    void end() {
        unit.c.labelBinding(dispatch);
        final Label none = unit.c.newLabel();
        unit.c.aload(unit.frameLocal);
        unit.c.getfield(Emitter.FRAME, "pc", ConstantDescs.CD_int);
        unit.c.lookupswitch(none, entries);
        unit.c.labelBinding(none);
        unit.constant(Jit.CONTINUE, Emitter.OBJECT);
        unit.c.areturn();
    }

    // ---- suspending

    /** YIELD; gives whether the code after it belongs to this unit. */
    boolean yield(final int pc, final int next) {
        final int dest = unit.code[pc + 1];
        final PackedForm form = form(dest);
        if (unit.c != null) {
            unit.pushObject(unit.code[pc + 2]);
            save(form);
            leave(pc);
        }
        if (!unit.resumes) {
            return false;
        }
        unit.s[dest] = Ty.O;
        enter(next, unit.live.after(pc), form);
        return true;
    }

    /** Before an instruction that is looked at: the registers as both ways into a YIELD_FROM have them. */
    void prepare(final int pc) {
        if (unit.code[pc] != YIELD_FROM || !unit.resumes) {
            return;
        }
        final BitSet alive = unit.live.before(pc);
        for (int reg = 0; reg < unit.s.length; reg++) {
            if (unit.isConstant(reg)) {
                continue;
            }
            if (!alive.get(reg)) {
                unit.s[reg] = Ty.X;
            } else if (isBarred(pc, reg)) {
                unit.asObject(reg);
            }
        }
    }

    /**
     * YIELD_FROM: suspends in the instruction, which is executed again on resumption. Where no handler wants the
     * registers, that is done before they are taken from the frame: what a chain of coroutines hands through costs
     * each of them no more than this call.
     */
    void delegate(final int pc) {
        delegate(pc, false);
    }

    /** @param made whether the iterator is yet to be: the scratch local holds what {@code PyGenerator.await} takes */
    void delegate(final int pc, final boolean made) {
        final int dest = unit.code[pc + 1];
        final PackedForm form = form(dest);
        Label done = null;
        if (unit.resumes) {
            final Label go = unit.label();
            done = unit.label();
            if (unit.c != null) {
                unit.c.goto_(go);
                entries.add(new Bytecode.Case(pc, unit.c.newBoundLabel()));
                if (unit.ir.findHandler(pc) < 0 && !anyBarred(pc)) {
                    handThrough(pc, form, done);
                }
            }
            load(pc, unit.live.before(pc), form);
            if (made && unit.c != null) {
                again(pc, form, done);
            }
            unit.bind(go);
        }
        if (made) {
            unit.callingOnce(pc);
        } else {
            unit.calling(pc);
        }
        if (unit.c != null) {
            unit.c.aload(0);
            unit.c.aload(unit.frameLocal);
            final Label returned;
            if (made) {
                unit.c.aload(unit.scratchLocal);
                unit.c.loadConstant(unit.code[pc + 2]);
                returned = yieldFrom("await", "TFOIO");
                unit.c.aload(unit.frameLocal);
                unit.c.getfield(Emitter.FRAME, "regs", Emitter.OBJECTS);
                unit.c.loadConstant(unit.code[pc + 2]);
                unit.c.aaload();
                unit.c.astore(unit.local(unit.code[pc + 2], 'O', 0));
            } else {
                unit.pushObject(unit.code[pc + 2]);
                returned = yieldFrom();
            }
            save(form);
            unit.c.areturn();
            unit.c.labelBinding(returned);
        }
        unit.setObject(dest);
        if (done != null) {
            unit.c.labelBinding(done);
        }
    }

    /** A resumption where the first step was another: asks the iterator again. */
    private void again(final int pc, final PackedForm form, final Label done) {
        unit.calling(pc);
        unit.c.aload(0);
        unit.c.aload(unit.frameLocal);
        unit.pushObject(unit.code[pc + 2]);
        final Label returned = yieldFrom();
        save(form);
        unit.c.areturn();
        unit.c.labelBinding(returned);
        unit.c.astore(unit.local(unit.code[pc + 1], 'O', 0));
        unit.c.goto_(done);
    }

    /** With thread, frame and iterator pushed; goes on with the item where the frame is to be suspended. */
    private Label yieldFrom() {
        return yieldFrom("yieldFrom", "TFOO");
    }

    private Label yieldFrom(final String how, final String descriptor) {
        unit.call(Emitter.OPERATIONS, how, descriptor);
        final Label returned = unit.c.newLabel();
        unit.c.aload(unit.frameLocal);
        unit.c.getfield(Emitter.FRAME, "suspended", ConstantDescs.CD_boolean);
        unit.c.ifeq(returned);
        return returned;
    }

    /** The instruction again, if the frame was suspended here: nothing in it changes if it is suspended again. */
    private void handThrough(final int pc, final PackedForm form, final Label done) {
        final Label otherwise = unit.c.newLabel();
        testForm(form);
        unit.c.ifeq(otherwise);
        unit.leaveBy(new Site(unit.active.level, pc, nothing(), -1));
        unit.c.aload(0);
        unit.c.aload(unit.frameLocal);
        unit.c.aload(unit.frameLocal);
        unit.c.getfield(Emitter.FRAME, "regs", Emitter.OBJECTS);
        unit.c.loadConstant(unit.code[pc + 2]);
        unit.c.aaload();
        final Label returned = yieldFrom();
        unit.c.areturn();
        unit.c.labelBinding(returned);
        final int dest = unit.code[pc + 1];
        unit.c.astore(unit.local(dest, 'O', 0));
        if (form != null) {
            takePrimitives(form, null);
        }
        for (int reg = 0; reg < unit.s.length; reg++) {
            if (reg != dest && unit.s[reg].isObject() && !unit.isConstant(reg)) {
                unit.loadRegister(reg, unit.s[reg]);
            }
        }
        unit.c.goto_(done);
        unit.c.labelBinding(otherwise);
    }

    private boolean anyBarred(final int pc) {
        for (int reg = 0; reg < unit.s.length; reg++) {
            if (isBarred(pc, reg)) {
                return true;
            }
        }
        return false;
    }

    private Ty[] nothing() {
        final Ty[] none = new Ty[unit.s.length];
        java.util.Arrays.fill(none, Ty.X);
        return none;
    }

    // ---- registers that stay unboxed

    /** What is unboxed now, but for {@code dest}, which is stored into from outside; null if nothing is. */
    private PackedForm form(final int dest) {
        PackedForm form = null;
        for (int reg = 0; reg < unit.s.length; reg++) {
            final int n = PackedForm.primitives(unit.s[reg].rep());
            if (n > 0 && reg != dest && !unit.isConstant(reg)) {
                if (form == null) {
                    form = new PackedForm();
                }
                form.entries.add(new PackedForm.Entry(reg, unit.s[reg], form.size));
                form.size += n;
            }
        }
        return form;
    }

    private void save(final PackedForm form) {
        unit.c.aload(unit.frameLocal);
        unit.c.getfield(Emitter.FRAME, "regs", Emitter.OBJECTS);
        for (int reg = 0; reg < unit.s.length; reg++) {
            final char rep = unit.s[reg].rep();
            if (rep == 'X' || unit.isConstant(reg)) {
                continue;
            }
            final boolean isPacked = form != null && form.has(reg);
            if (isPacked && rep != 'L') {
                continue;
            }
            unit.c.dup();
            unit.c.loadConstant(reg);
            if (isPacked) {
                unit.c.aload(unit.local(reg, 'L', 0));
            } else {
                unit.pushObject(reg);
            }
            unit.c.aastore();
        }
        unit.c.pop();
        unit.c.aload(unit.frameLocal);
        if (form == null) {
            unit.call(Emitter.SUPPORT, "notPacked", "FV");
            return;
        }
        unit.c.loadConstant(form.size);
        unit.c.invokestatic(Emitter.SUPPORT, "packed", MethodTypeDesc.of(PACKED, Emitter.FRAME, ConstantDescs.CD_int));
        unit.c.dup();
        unit.constant(form, FORM);
        unit.c.putfield(PACKED, "form", FORM);
        unit.c.getfield(PACKED, "values", ConstantDescs.CD_long.arrayType());
        for (final PackedForm.Entry e : form.entries) {
            for (int part = 0; part < PackedForm.primitives(e.type().rep()); part++) {
                unit.c.dup();
                unit.c.loadConstant(e.place() + part);
                pushPrimitive(e, part);
                unit.c.lastore();
            }
        }
        unit.c.pop();
    }

    private void pushPrimitive(final PackedForm.Entry e, final int part) {
        final char rep = e.type().rep();
        switch (rep) {
            case 'D', 'C' -> {
                unit.c.dload(unit.local(e.reg(), rep, part));
                unit.c.invokestatic(ConstantDescs.CD_Double, "doubleToRawLongBits", Emitter.descriptor("DJ"));
            }
            case 'Z', 'I' -> {
                unit.c.iload(unit.local(e.reg(), rep, part));
                unit.c.i2l();
            }
            case 'L' -> {
                unit.c.iload(unit.local(e.reg(), rep, 1));
                unit.c.i2l();
            }
            default -> unit.c.lload(unit.local(e.reg(), rep, part));
        }
    }

    private void testForm(final PackedForm form) {
        unit.c.aload(unit.frameLocal);
        if (form == null) {
            unit.c.aconst_null();
        } else {
            unit.constant(form, FORM);
        }
        unit.c.invokestatic(Emitter.SUPPORT, "isPacked", Emitter.descriptor("FOZ"));
    }

    /**
     * The registers of a form, of those that are {@code alive} (null: of all), from a frame suspended in it. The frame
     * has the form no longer: what stands in its registers may be something else from now on.
     */
    private void takePrimitives(final PackedForm form, final BitSet alive) {
        unit.c.aload(unit.frameLocal);
        unit.c.getfield(Emitter.FRAME, "packed", PACKED);
        unit.c.dup();
        unit.c.aconst_null();
        unit.c.putfield(PACKED, "form", FORM);
        unit.c.getfield(PACKED, "values", ConstantDescs.CD_long.arrayType());
        for (final PackedForm.Entry e : form.entries) {
            if (alive != null && !alive.get(e.reg())) {
                continue;
            }
            final char rep = e.type().rep();
            if (rep == 'L') {
                unit.c.aload(unit.frameLocal);
                unit.c.getfield(Emitter.FRAME, "regs", Emitter.OBJECTS);
                unit.c.loadConstant(e.reg());
                unit.c.aaload();
                unit.c.astore(unit.local(e.reg(), 'L', 0));
            }
            for (int part = 0; part < PackedForm.primitives(rep); part++) {
                unit.c.dup();
                unit.c.loadConstant(e.place() + part);
                unit.c.laload();
                switch (rep) {
                    case 'D', 'C' -> {
                        unit.c.invokestatic(ConstantDescs.CD_Double, "longBitsToDouble", Emitter.descriptor("JD"));
                        unit.c.dstore(unit.local(e.reg(), rep, part));
                    }
                    case 'Z', 'I' -> {
                        unit.c.l2i();
                        unit.c.istore(unit.local(e.reg(), rep, part));
                    }
                    case 'L' -> {
                        unit.c.l2i();
                        unit.c.istore(unit.local(e.reg(), rep, 1));
                    }
                    default -> unit.c.lstore(unit.local(e.reg(), rep, part));
                }
            }
        }
        unit.c.pop();
    }

    private void leave(final int pc) {
        unit.c.aload(unit.frameLocal);
        unit.c.loadConstant(pc);
        unit.call(Emitter.SUPPORT, "suspend", "FIV");
        unit.c.areturn();
    }

    /** An entry: what is alive comes from the frame, in the kinds of now where that has not failed too often. */
    private void enter(final int pc, final BitSet alive, final PackedForm form) {
        if (unit.c != null) {
            entries.add(new Bytecode.Case(pc, unit.c.newBoundLabel()));
        }
        load(pc, alive, form);
    }

    private void load(final int pc, final BitSet alive, final PackedForm form) {
        boolean packed = form != null;
        for (int reg = 0; reg < unit.s.length; reg++) {
            if (unit.isConstant(reg)) {
                continue;
            }
            if (!alive.get(reg)) {
                unit.s[reg] = Ty.X;
            } else if (unit.s[reg].isObject()) {
                unit.s[reg] = Ty.O;
            } else if (isBarred(pc, reg)) {
                unit.s[reg] = Ty.O;
                packed = false;
            }
        }
        if (unit.c == null) {
            return;
        }
        final Label objects = unit.c.newLabel();
        if (packed) {
            final Label slow = unit.c.newLabel();
            testForm(form);
            unit.c.ifeq(slow);
            takePrimitives(form, alive);
            unit.c.goto_(objects);
            unit.c.labelBinding(slow);
        }
        unit.c.aload(unit.frameLocal);
        unit.call(Emitter.SUPPORT, "unpack", "FV");
        loadAll(pc, false);
        unit.c.labelBinding(objects);
        loadAll(pc, true);
    }

    private void loadAll(final int pc, final boolean objects) {
        for (int reg = 0; reg < unit.s.length; reg++) {
            if (!unit.isConstant(reg) && unit.s[reg].isObject() == objects) {
                load(reg, unit.s[reg], pc);
            }
        }
    }

    private boolean isBarred(final int pc, final int reg) {
        return unit.evidence.isBarred(Notes.edge(pc, reg));
    }

    /** A register from the frame; a guard that fails leaves everything where it is, in the frame. */
    private void load(final int reg, final Ty type, final int pc) {
        if (type.rep() == 'X') {
            return;
        }
        if (!type.isObject()) {
            unit.leaveBy(new Site(unit.active.level, pc, nothing(), reg));
            if (type.isRange() || type.rep() == 'L') {
                fresh(reg);
            }
        }
        unit.loadRegister(reg, type);
    }

    /** Only an iterator that nothing else knows may be taken apart: see {@link UnitCompiler#typesOf}. */
    private void fresh(final int reg) {
        final int[] code = unit.code;
        for (int pc = 0; pc < code.length; pc += Op.of(code[pc]).length(code, pc)) {
            if (code[pc] == GET_ITER && code[pc + 1] == reg) {
                unit.kinds(unit.state);
                unit.c.loadConstant(code[pc + 3]);
                unit.call(Emitter.SUPPORT, "freshIterator", "KIV");
            }
        }
    }
}
