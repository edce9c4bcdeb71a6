package dev.adder.jit;

import dev.adder.language.ir.Op;
import dev.adder.language.ir.Opcodes;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.TypeCall;
import dev.adder.runtime.interp.CompiledOperations;
import dev.adder.runtime.interp.Frame;
import dev.adder.runtime.interp.Interpreter;
import dev.adder.runtime.interp.Jit;
import dev.adder.runtime.interp.Operators;
import dev.adder.runtime.interp.PyFunction;

/** Leaving a unit in the middle: registers go back to a frame, and the interpreter goes on there. */
public final class Exits {
    private Exits() {
    }

    /** Takes the locals that an exit hands over. */
    static Handed hand(final Unit unit, final int exit) {
        return new Handed(unit, exit);
    }

    /** From a function's unit: finishes the function and gives its result. {@code frame} is null for a leaf. */
    static Object function(final Handed handed, final Throwable t, final int siteIndex, final ThreadState ts,
            final Frame frame, final PyFunction fn) {
        final Unit unit = handed.unit;
        final Site site = unit.sites[siteIndex];
        leaveInlined(ts, site, handed);
        final Frame f;
        if (frame == null) {
            f = new Frame(unit.state, fn, null);
        } else {
            f = frame;
            ts.frame = f.back;
            ts.leaveCall();
            if (f.regs == null) {
                f.fillRegisters();
            }
        }
        unit.jit.left(unit, site, t);
        final PyRaise raised;
        push(ts, f);
        try {
            raised = site.level.call == null ? place(t, ts, unit, site, f, handed)
                    : runInlined(t, ts, unit, site, f, handed);
        } finally {
            pop(ts, f);
        }
        return Interpreter.execute(ts, f, raised);
    }

    /** From a loop's unit: registers and pc into the frame; the interpreter goes on, or the exception does. */
    static Object loop(final Handed handed, final Throwable t, final int siteIndex, final ThreadState ts, final Frame f) {
        final Unit unit = handed.unit;
        final Site site = unit.sites[siteIndex];
        leaveInlined(ts, site, handed);
        unit.jit.left(unit, site, t);
        final PyRaise raised = site.level.call == null ? place(t, ts, unit, site, f, handed)
                : runInlined(t, ts, unit, site, f, handed);
        if (raised != null) {
            throw raised;
        }
        return Jit.CONTINUE;
    }

    /**
     * Fills the frame, which is the top one, so that it goes on at the site; gives the exception to raise
     * there first, or null.
     */
    private static PyRaise place(final Throwable t, final ThreadState ts, final Unit unit, final Site site,
            final Frame f, final Handed handed) {
        store(site, f, handed);
        if (isGuard(t)) {
            unit.jit.guardFailed(unit, site, f);
            return null;
        }
        if (t == Unimplemented.UNIMPLEMENTED) {
            unit.jit.guardFailed(unit, site, f);
            try {
                complete(f, f.ir().code[site.pc + 1], operated(ts, f, PyNotImplemented.NOT_IMPLEMENTED));
                return null;
            } catch (final PyRaise e) {
                return e;
            }
        }
        if (t instanceof Unexpected u) {
            complete(f, f.ir().code[site.pc + 1], u.value);
            return null;
        }
        return raised(t, ts, f);
    }

    // ---- inlined functions

    /** The frames that inlined functions pushed are popped. */
    private static void leaveInlined(final ThreadState ts, final Site site, final Handed handed) {
        for (Level l = site.level; l.call != null; l = l.call.level) {
            if (l.framed) {
                pop(ts, handed.frame(l));
            }
        }
    }

    private static void push(final ThreadState ts, final Frame f) {
        ts.depth++;
        f.back = ts.frame;
        ts.frame = f;
    }

    private static void pop(final ThreadState ts, final Frame f) {
        ts.frame = f.back;
        ts.leaveCall();
    }

    /**
     * Finishes the inlined functions from the innermost on out, while the unit's own frame is the top one, and has that
     * frame go on behind its call; gives the exception to raise there instead, or null.
     */
    private static PyRaise runInlined(final Throwable t, final ThreadState ts, final Unit unit, final Site site,
            final Frame own, final Handed handed) {
        final int depth = site.level.depth;
        final Frame[] frames = new Frame[depth + 1];
        frames[depth] = inlinedFrame(site.level, handed);
        Site at = site.level.call;
        for (int i = depth - 1; i >= 0; i--) {
            frames[i] = i == 0 ? own : inlinedFrame(at.level, handed);
            store(at, frames[i], handed);
            at = at.level.call;
        }
        int pushed = 1;
        while (pushed <= depth) {
            push(ts, frames[pushed++]);
        }
        try {
            PyRaise raised = place(t, ts, unit, site, frames[depth], handed);
            if (raised != null) {
                unit.jit.raisedThrough(unit, site);
            }
            pop(ts, frames[--pushed]);
            Level level = site.level;
            for (int i = depth; i > 0; i--) {
                Object value = null;
                try {
                    value = Interpreter.execute(ts, frames[i], raised);
                    raised = null;
                    if (level.operates) {
                        value = operated(ts, frames[i - 1], value);
                    }
                    if (level.makes) {
                        TypeCall.checkInit(value);
                        value = handed.object(level.extra(Level.MADE));
                    }
                } catch (final PyRaise e) {
                    raised = e;
                }
                if (i > 1) {
                    pop(ts, frames[--pushed]);
                }
                if (raised == null) {
                    complete(frames[i - 1], level.destination, value);
                }
                level = level.call.level;
            }
            return raised;
        } finally {
            while (pushed > 1) {
                pop(ts, frames[--pushed]);
            }
        }
    }

    private static Frame inlinedFrame(final Level level, final Handed handed) {
        if (!level.framed) {
            return new Frame(level.state, handed.function(level), null);
        }
        final Frame f = handed.frame(level);
        if (f.regs == null) {
            f.fillRegisters();
        }
        return f;
    }

    /**
     * What a landing pad of an activation {@code depth} calls below the unit's own makes of what was thrown: the Python
     * exception to handle; anything else is thrown on.
     */
    public static Object caught(final Throwable t, final ThreadState ts, final Frame f, final Unit unit,
            final int siteIndex, final int depth) throws Throwable {
        final Site site = unit.sites[siteIndex];
        if (isGuard(t) || t instanceof Unexpected || t == Unimplemented.UNIMPLEMENTED
                || site.level.depth != depth) {
            throw t;
        }
        f.pc = site.pc;
        return Interpreter.caught(ts, f, raised(t, ts, f));
    }

    /** What the operator at the frame's pc gives after its left operand's method gave this. */
    private static Object operated(final ThreadState ts, final Frame f, final Object value) {
        final int[] code = f.ir().code;
        return Operators.afterLeft(ts, code[f.pc], f.regs[code[f.pc + 2]], f.regs[code[f.pc + 3]], value);
    }

    private static boolean isGuard(final Throwable t) {
        return t == Failed.FAILED || t instanceof ArithmeticException;
    }

    /** The call at the frame's pc has been made: its result goes where it belongs. */
    private static void complete(final Frame f, final int destination, final Object value) {
        final int[] code = f.ir().code;
        f.regs[destination] = value;
        f.pc += Op.of(code[f.pc]).length(code, f.pc);
    }

    private static PyRaise raised(final Throwable t, final ThreadState ts, final Frame f) {
        return switch (t) {
            case PyRaise e -> e;
            case StackOverflowError e -> Errors.recursionError("maximum recursion depth exceeded");
            case OutOfMemoryError e -> Errors.memoryError();
            case ClassCastException e -> CompiledOperations.fault(ts, f, e);
            case NullPointerException e -> CompiledOperations.fault(ts, f, e);
            case IndexOutOfBoundsException e -> CompiledOperations.fault(ts, f, e);
            case IllegalStateException e -> CompiledOperations.fault(ts, f, e);
            case AssertionError e -> CompiledOperations.fault(ts, f, e);
            case Error e -> throw e;
            case RuntimeException e -> throw e;
            default -> throw new IllegalStateException(t);
        };
    }

    private static void store(final Site site, final Frame f, final Handed handed) {
        f.unpack();
        final Object[] regs = f.regs;
        final int base = site.level.base;
        for (int reg = 0; reg < site.types.length; reg++) {
            final Ty type = site.types[reg];
            if (type.rep() != 'X') {
                final Object value = handed.value(base + reg, type);
                if (value != Handed.NONE) {
                    regs[reg] = value;
                }
            }
        }
        f.pc = site.pc;
    }

    public static long asLong(final Object result) {
        if (result instanceof Long n) {
            return n;
        }
        throw new Unexpected(result);
    }

    public static double asDouble(final Object result) {
        if (result instanceof Double n) {
            return n;
        }
        throw new Unexpected(result);
    }

    /** Whether an instruction's ArithmeticException is its guard's. */
    static boolean isArithmetic(final int op) {
        return op >= Opcodes.ADD && op <= Opcodes.NOT;
    }
}
