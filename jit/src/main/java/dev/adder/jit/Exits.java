package dev.adder.jit;

import dev.adder.language.ir.Op;
import dev.adder.language.ir.Opcodes;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.CompiledOperations;
import dev.adder.runtime.interp.Frame;
import dev.adder.runtime.interp.Interpreter;
import dev.adder.runtime.interp.Jit;
import dev.adder.runtime.interp.PyFunction;
import dev.adder.runtime.objects.PyComplex;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyListIterator;
import dev.adder.runtime.objects.PyRangeIterator;

/** Leaving a unit in the middle: registers go back to a frame, and the interpreter goes on there. */
public final class Exits {
    private Exits() {
    }

    /** From a function's unit: finishes the function and gives its result. {@code frame} is null for a leaf. */
    public static Object function(final Throwable t, final int siteIndex, final ThreadState ts, final Frame frame,
            final PyFunction fn, final Unit unit, final Object[] objects, final long[] primitives) {
        final Site site = unit.sites[siteIndex];
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
        store(unit, site, f, objects, primitives);
        f.pc = site.pc;
        unit.jit.left(unit, site, t);
        if (isGuard(t, site)) {
            unit.jit.guardFailed(unit, site);
            return Interpreter.execute(ts, f, null);
        }
        if (t instanceof Unexpected u) {
            complete(f, u);
            return Interpreter.execute(ts, f, null);
        }
        return Interpreter.execute(ts, f, raised(t, ts, f));
    }

    /** From a loop's unit: registers and pc into the frame; the interpreter goes on, or the exception does. */
    public static Object loop(final Throwable t, final int siteIndex, final ThreadState ts, final Frame f,
            final Unit unit, final Object[] objects, final long[] primitives) {
        final Site site = unit.sites[siteIndex];
        store(unit, site, f, objects, primitives);
        f.pc = site.pc;
        unit.jit.left(unit, site, t);
        if (isGuard(t, site)) {
            unit.jit.guardFailed(unit, site);
            return Jit.CONTINUE;
        }
        if (t instanceof Unexpected u) {
            complete(f, u);
            return Jit.CONTINUE;
        }
        throw raised(t, ts, f);
    }

    /** What a landing pad makes of what was thrown: the Python exception to handle; anything else is thrown on. */
    public static Object caught(final Throwable t, final ThreadState ts, final Frame f, final Unit unit,
            final int siteIndex) {
        final Site site = unit.sites[siteIndex];
        if (isGuard(t, site)) {
            throw (RuntimeException) t;
        }
        if (t instanceof Unexpected u) {
            throw u;
        }
        f.pc = site.pc;
        return Interpreter.caught(ts, f, raised(t, ts, f));
    }

    private static boolean isGuard(final Throwable t, final Site site) {
        return t == Failed.FAILED || t instanceof ArithmeticException;
    }

    /** The call at the frame's pc has been made: its result goes where it belongs. */
    private static void complete(final Frame f, final Unexpected u) {
        final int[] code = f.ir().code;
        f.regs[code[f.pc + 1]] = u.value;
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

    private static void store(final Unit unit, final Site site, final Frame f, final Object[] objects,
            final long[] primitives) {
        final Object[] regs = f.regs;
        final int frameSize = unit.state.code.ir.frameSize;
        final Object[] object = new Object[frameSize];
        final long[][] primitive = new long[frameSize][];
        for (int i = 0; i < objects.length; i++) {
            final int slot = unit.objectSlots[i];
            if (site.types[slot >> 4].rep() == Emitter.repOf(slot)) {
                object[slot >> 4] = objects[i];
            }
        }
        for (int i = 0; i < primitives.length; i++) {
            final int slot = unit.primitiveSlots[i];
            final int reg = slot >> 4;
            if (site.types[reg].rep() == Emitter.repOf(slot)) {
                if (primitive[reg] == null) {
                    primitive[reg] = new long[3];
                }
                primitive[reg][Emitter.partOf(slot)] = primitives[i];
            }
        }
        for (int reg = 0; reg < frameSize; reg++) {
            switch (site.types[reg].rep()) {
                case 'O' -> regs[reg] = object[reg];
                case 'J' -> regs[reg] = primitive[reg][0];
                case 'D' -> regs[reg] = Double.longBitsToDouble(primitive[reg][0]);
                case 'Z' -> regs[reg] = primitive[reg][0] != 0;
                case 'C' -> regs[reg] = new PyComplex(Double.longBitsToDouble(primitive[reg][0]),
                        Double.longBitsToDouble(primitive[reg][1]));
                case 'R' -> regs[reg] = new PyRangeIterator(primitive[reg][0], primitive[reg][1], primitive[reg][2]);
                case 'I' -> regs[reg] = Support.countedIterator((int) primitive[reg][0], (int) primitive[reg][1],
                        site.types[reg].step());
                case 'L' -> regs[reg] = new PyListIterator((PyList) object[reg], (int) primitive[reg][0]);
                default -> { }
            }
        }
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
