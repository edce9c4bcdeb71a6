package dev.adder.jit;

import dev.adder.language.ir.Op;
import dev.adder.language.ir.Opcodes;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.CompiledCode;
import dev.adder.runtime.interp.Frame;
import dev.adder.runtime.interp.Interpreter;
import dev.adder.runtime.interp.PyFunction;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** A compiled function or loop. The emitted classes extend it and override what they can be entered by. */
public class Unit extends CompiledCode {
    AdderJit jit;
    CodeState state;
    /** Where a loop's unit begins, -1 for a function's. */
    int entryPc = -1;
    Site[] sites;
    /** By exit ({@link Regions}): which local each thing it hands over is of, register and representation. */
    int[][] objectSlots;
    int[][] primitiveSlots;
    /** Representation of each parameter and of the result: J, D or O. */
    String parameters;
    char result = 'O';
    /** Where a function's own method is found, when a caller first wants it. */
    MethodHandles.Lookup lookup;
    String method;
    String descriptor;
    private MethodHandle run;
    int bytes;
    int failures;
    int entryFailures;
    /** Times left since it is outdated. */
    int leaves;
    /** Times left behind the loop. */
    int ends;
    /** Whether a better one can be made. */
    volatile boolean outdated;
    /** Whether it is used no more; callers that know it may still enter it. */
    volatile boolean dropped;
    private int loopEnd;

    /** The function with its arguments as they are represented; few are called so, and a handle takes a millisecond. */
    final MethodHandle run() {
        if (run == null) {
            try {
                run = lookup.findStatic(lookup.lookupClass(), method,
                        MethodType.fromMethodDescriptorString(descriptor, Unit.class.getClassLoader()));
            } catch (final ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return run;
    }

    /** A loop: as {@link dev.adder.runtime.interp.Jit#enterLoop}. */
    public Object loop(final ThreadState ts, final Frame f) {
        throw new IllegalStateException();
    }

    /** Whether the site lies behind the loop that this is the unit of. */
    final boolean isBehind(final Site site) {
        if (entryPc < 0 || site.level.call != null) {
            return false;
        }
        if (loopEnd == 0) {
            final int[] code = state.code.ir().code;
            for (int pc = entryPc; pc < code.length; pc += Op.of(code[pc]).length(code, pc)) {
                if (code[pc] == Opcodes.LOOP && code[pc + 1] == entryPc) {
                    loopEnd = pc;
                }
            }
        }
        return site.pc < entryPc || site.pc > loopEnd;
    }

    @Override
    public Object resume(final ThreadState ts, final Frame f) {
        f.elsewhere = true;
        try {
            return loop(ts, f);
        } finally {
            f.elsewhere = false;
        }
    }

    @Override
    public Object call0(final ThreadState ts, final PyFunction f) {
        return miss(ts, f);
    }

    @Override
    public Object call1(final ThreadState ts, final PyFunction f, final Object a) {
        return miss(ts, f, a);
    }

    @Override
    public Object call2(final ThreadState ts, final PyFunction f, final Object a, final Object b) {
        return miss(ts, f, a, b);
    }

    @Override
    public Object call3(final ThreadState ts, final PyFunction f, final Object a, final Object b, final Object c) {
        return miss(ts, f, a, b, c);
    }

    @Override
    public Object callBound(final ThreadState ts, final PyFunction f, final Object[] args) {
        return miss(ts, f, args);
    }

    /** The arguments are not of the kinds compiled for. */
    public final Object miss(final ThreadState ts, final PyFunction fn, final Object... args) {
        final Frame f = new Frame(state, fn, null);
        System.arraycopy(args, 0, f.regs, 0, Math.min(args.length, state.code.ir().parameterCount()));
        jit.entryMissed(this, f);
        return Interpreter.execute(ts, f, null);
    }
}
