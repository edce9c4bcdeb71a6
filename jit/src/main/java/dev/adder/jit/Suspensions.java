package dev.adder.jit;

import static dev.adder.language.ir.Opcodes.GET_ITER;
import static dev.adder.language.ir.Opcodes.YIELD;
import static dev.adder.language.ir.Opcodes.YIELD_FROM;

import dev.adder.language.ir.Code;
import dev.adder.language.ir.Op;
import dev.adder.language.ir.analysis.Blocks;
import dev.adder.runtime.interp.Jit;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ConstantDescs;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Generators and coroutines: a unit that is left at a YIELD with all its registers in the heap frame, as tier 0 leaves
 * them, and entered at the instruction after it. So either engine resumes what the other suspended, and what a resumed
 * unit finds in the registers is guarded to be of the kinds it suspended with. The frame's pc says where to go on; a pc
 * that is no entry (after an exception thrown in, say) is left to the interpreter.
 *
 * <p>A loop's unit of a generator suspends in the same way but is not resumed: resuming enters the function's unit.
 */
final class Suspensions {
    private final Translator unit;
    private final List<SwitchCase> entries = new ArrayList<>();
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
        entries.add(SwitchCase.of(0, entry));
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
        if (unit.c != null) {
            unit.pushObject(unit.code[pc + 2]);
            save();
            leave(pc);
        }
        if (!unit.resumes) {
            return false;
        }
        unit.s[dest] = Ty.O;
        final BitSet alive = unit.live.after(pc);
        enter(next, alive);
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

    /** YIELD_FROM: suspends in the instruction, which is executed again on resumption. */
    void delegate(final int pc) {
        if (unit.resumes) {
            final Label go = unit.label();
            if (unit.c != null) {
                unit.c.goto_(go);
            }
            enter(pc, unit.live.before(pc));
            unit.bind(go);
        }
        unit.calling(pc);
        if (unit.c != null) {
            unit.c.aload(0);
            unit.c.aload(unit.frameLocal);
            unit.pushObject(unit.code[pc + 2]);
            unit.call(Emitter.OPERATIONS, "yieldFrom", "TFOO");
            final Label done = unit.c.newLabel();
            unit.c.aload(unit.frameLocal);
            unit.c.getfield(Emitter.FRAME, "suspended", ConstantDescs.CD_boolean);
            unit.c.ifeq(done);
            save();
            unit.c.areturn();
            unit.c.labelBinding(done);
        }
        unit.setObject(unit.code[pc + 1]);
    }

    private void save() {
        unit.c.aload(unit.frameLocal);
        unit.c.getfield(Emitter.FRAME, "regs", Emitter.OBJECTS);
        for (int reg = 0; reg < unit.s.length; reg++) {
            if (unit.s[reg].rep() != 'X' && !unit.isConstant(reg)) {
                unit.c.dup();
                unit.c.loadConstant(reg);
                unit.pushObject(reg);
                unit.c.aastore();
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
    private void enter(final int pc, final BitSet alive) {
        if (unit.c != null) {
            entries.add(SwitchCase.of(pc, unit.c.newBoundLabel()));
        }
        for (int reg = 0; reg < unit.s.length; reg++) {
            if (unit.isConstant(reg)) {
                continue;
            }
            if (!alive.get(reg)) {
                unit.s[reg] = Ty.X;
                continue;
            }
            if (unit.s[reg].isObject() || isBarred(pc, reg)) {
                unit.s[reg] = Ty.O;
            }
            if (unit.c != null) {
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
            final Ty[] none = new Ty[unit.s.length];
            java.util.Arrays.fill(none, Ty.X);
            unit.leaveBy(new Site(unit.active.level, pc, none, reg));
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
