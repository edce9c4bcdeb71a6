package dev.adder.runtime.interp;

import dev.adder.language.ir.Code;
import dev.adder.language.text.Str;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyDict;

/** The local variables of a frame as a mapping. */
public final class FrameLocals {
    private FrameLocals() {
    }

    /** {@code locals()}: the mapping of module, class and eval code, or a new dict for a function. */
    public static Object locals(final ThreadState ts, final Frame f) {
        if (f.locals != null) {
            return f.locals;
        }
        return f.function == null ? f.globals() : snapshot(ts, f);
    }

    /** {@code locals()} of a function's frame: a new dict each time (PEP 667). */
    public static PyDict snapshot(final ThreadState ts, final Frame f) {
        final PyDict d = new PyDict();
        final Code ir = f.ir();
        looked(ts, f);
        for (int i = 0; i < ir.visibleLocals; i++) {
            put(d, ir.varNames[i], f.registers()[i]);
        }
        for (int i = ir.cellBase; i < ir.constBase; i++) {
            put(d, i < ir.freeBase ? ir.cellVars[i - ir.cellBase] : ir.freeVars[i - ir.freeBase], f.registers()[i]);
        }
        for (final Code.ScopedName s : ir.scopedNames) {
            if (f.pc >= s.start() && f.pc < s.end()) {
                put(d, s.name(), f.registers()[s.register()]);
            }
        }
        return d;
    }

    /** Tells the compiler if compiled code runs the frame and keeps the variables elsewhere. */
    static void looked(final ThreadState ts, final Frame f) {
        if (f.elsewhere || f.regs == null && !f.finished) {
            ts.interp.jit().variablesRead(f);
        }
    }

    private static void put(final PyDict d, final String name, final Object register) {
        final Object value = register instanceof Cell c ? c.value : Accumulator.seen(register);
        if (value != null) {
            d.putStr(name, value);
        }
    }

    /** What {@code LOAD_LOCALS} gives in a function. */
    static Object of(final ThreadState ts, final Frame f) {
        return snapshot(ts, f);
    }
}
