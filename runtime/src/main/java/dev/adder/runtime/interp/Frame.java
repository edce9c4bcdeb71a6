package dev.adder.runtime.interp;

import dev.adder.language.ir.Code;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.objects.PyDict;

/**
 * An activation of a code: its registers and where it is. Also the Python frame object. A suspended generator is its
 * frame; both engines use this layout, so that either can resume it.
 */
public final class Frame extends PyObject {
    public static final PyType TYPE = PyType.builtinFinal("frame", "builtins", null, new FrameMethodsTable()).withoutNew();

    public final CodeState state;
    /** See {@link Code} for the layout. Null while compiled code runs the frame and keeps its registers elsewhere. */
    public Object[] regs;
    /** What {@link #regs} lack while the frame is suspended; null if never anything. */
    public Packed packed;
    /** The function, or null for module, class and eval code. */
    public final PyFunction function;
    /** The mapping that names of module, class and eval code live in; null in functions. */
    public Object locals;
    /** The instruction being executed, or suspended at. */
    public int pc;
    /** The caller's frame while this one runs. */
    public Frame back;
    /** The generator whose frame this is, or null. */
    public PyGenerator generator;
    /** What a resumption sends into the instruction it suspended in; null for None. */
    public Object sent;
    /** Set by an instruction that suspends, so that the resumer can tell yielding from returning. */
    public boolean suspended;
    /** Whether compiled code that was entered with these registers runs and keeps the variables elsewhere. */
    public boolean elsewhere;
    /** Whether its generator needs no watching: see {@link PyGenerator#entrust}. */
    boolean entrusted;
    /** Whether it has finished, by return or exception. */
    public boolean finished;
    /** Trace function and its switches, and what else few frames have; null when there is none of it. */
    FrameTrace trace;

    public Frame(final CodeState state, final PyFunction function, final Object locals) {
        super(TYPE);
        this.state = state;
        this.function = function;
        this.locals = locals;
        fillRegisters();
    }

    /** The frame of compiled code, which keeps the registers to itself until it gives up. */
    public Frame(final CodeState state, final PyFunction function) {
        super(TYPE);
        this.state = state;
        this.function = function;
    }

    /** Registers as at the start of a call, but for the arguments. */
    public void fillRegisters() {
        this.regs = state.code.newRegisters();
        if (function != null && function.closure != null) {
            System.arraycopy(function.closure, 0, regs, state.code.ir().freeBase, function.closure.length);
        }
    }

    /** The registers; for a frame that compiled code runs those that need no computing: constants and closure. */
    public Object[] registers() {
        if (regs == null) {
            fillRegisters();
        }
        unpack();
        return regs;
    }

    /** Has all of a suspended frame's registers in {@link #regs}. */
    public void unpack() {
        final Packed p = packed;
        if (p != null && p.form != null) {
            final Packed.Form form = p.form;
            p.form = null;
            form.unpack(this, p.values);
        }
    }

    public PyCode code() {
        return state.code;
    }

    public Code ir() {
        return state.code.ir();
    }

    public PyDict globals() {
        return state.globals;
    }

    public int line() {
        if (trace != null && trace.line >= 0) {
            return trace.line;
        }
        return state.code.lineAt(place());
    }

    /** The instruction that tracing sees: where the frame is or, if that has no line, where it was before. */
    int place() {
        return trace != null && trace.place >= 0 && state.code.lines()[pc] <= 0 ? trace.place : pc;
    }
}
