package dev.adder.runtime.interp;

import dev.adder.language.ir.Code;
import dev.adder.language.ir.Op;
import dev.adder.language.ir.Opcodes;
import dev.adder.runtime.ThreadState;
import java.util.List;

/**
 * Java code in the place of a function of the library, in both engines: it takes the steps that the function's own code
 * takes, on the same objects, so that the two can take turns. What is not usual it leaves to that code: a call from its
 * start, before anything has been done; a frame from where its {@code pc} and registers say. The function stays what it
 * is for all who look at it, replace it, trace it, or override what it calls.
 *
 * <p>Rules: a subclass looks before it acts. It runs no Python code but in a frame whose {@code pc} is at the instruction
 * that would run it ({@link #enter}); what that raises is raised there. It asks at each call whether what it relies on is
 * as it was. One that is not of use for long goes, so that the function is compiled as any other.
 */
public abstract class StandIn extends CompiledCode {
    /** Calls left to the function itself before it is not stood in for any more. */
    private static final int MOST_LEFT = 500;

    /** The one function that it stands for; null if it stands for all functions of the code. */
    protected final PyFunction function;
    protected final CodeState state;
    private int left;

    protected StandIn(final PyFunction function) {
        this.function = function;
        this.state = function.state;
    }

    /** For every function made of a code: see {@link StandIns}. */
    protected StandIn(final CodeState state) {
        this.function = null;
        this.state = state;
    }

    /** From now on, unless the function is not the library's own or is compiled already. */
    public final void begin() {
        if (isOriginal(function) && state.compiled == null) {
            state.compiled = this;
        }
    }

    /** Whether the function has the code that the library came with. */
    public static boolean isOriginal(final Object function) {
        return function instanceof PyFunction f && f.state.code.isOfLibrary();
    }

    // ---- places in the function's code, which does not change under one who asks isOriginal first

    /** The first instruction of this kind from {@code pc} on. */
    protected final int find(final int opcode, final int pc) {
        int at = pc;
        while (code()[at] != opcode) {
            at = after(at);
        }
        return at;
    }

    /** The first call of a method of this name from {@code pc} on. */
    protected final int findCall(final String method, final int pc) {
        int at = find(Opcodes.CALL_METHOD, pc);
        while (!state.code.ir().names[code()[at + 3]].equals(method)) {
            at = find(Opcodes.CALL_METHOD, after(at));
        }
        return at;
    }

    /** The instruction behind the one at {@code pc}. */
    protected final int after(final int pc) {
        return pc + Op.of(code()[pc]).length(code(), pc);
    }

    protected final int operand(final int pc, final int index) {
        return code()[pc + Code.OPERANDS + index];
    }

    /** The register of a local variable. */
    protected final int register(final String variable) {
        return List.of(state.code.ir().varNames).indexOf(variable);
    }

    private int[] code() {
        return state.code.ir().code;
    }

    // ---- calls

    private void leave() {
        if (++left == MOST_LEFT && state.compiled == this) {
            state.compiled = null;
        }
    }

    /** What a call with one argument gives; null: it is not usual, and nothing has been done. */
    protected Object take(final ThreadState ts, final Object a) {
        return null;
    }

    /** As above, with two. */
    protected Object take(final ThreadState ts, final Object a, final Object b) {
        return null;
    }

    /** As above, with the values of all parameters, of the function that is called. */
    protected Object take(final ThreadState ts, final PyFunction f, final Object[] args) {
        return switch (args.length) {
            case 1 -> take(ts, args[0]);
            case 2 -> take(ts, args[0], args[1]);
            default -> null;
        };
    }

    /** What {@code await f(a)} gives where it need not wait; null: it may have to, and nothing has been done. */
    protected Object takeAwaited(final ThreadState ts, final Object a) {
        return null;
    }

    /** As above, with two. */
    protected Object takeAwaited(final ThreadState ts, final Object a, final Object b) {
        return null;
    }

    /** What {@code await f(a)} waits for if it is nothing but one turn of the loop; null if it may be anything else. */
    protected SelfAwaited turn(final Object a) {
        return null;
    }

    final Object awaited(final ThreadState ts, final PyFunction f, final Object a) {
        return f == function ? takeAwaited(ts, a) : null;
    }

    final Object awaited(final ThreadState ts, final PyFunction f, final Object a, final Object b) {
        return f == function ? takeAwaited(ts, a, b) : null;
    }

    final SelfAwaited turn(final PyFunction f, final Object a) {
        return f == function ? turn(a) : null;
    }

    /** The coroutine of a frame of the function that is suspended as its registers and pc say. */
    protected final Object suspended(final Frame f) {
        f.suspended = true;
        return PyGenerator.ofSuspended(f);
    }

    /** As {@link #resume}, in a frame that nobody traces; null to go on interpreting. */
    protected Object goOn(final ThreadState ts, final Frame f) {
        return null;
    }

    /** Has {@link #goOn} take a call's steps in a frame of its own. */
    protected final Object enter(final ThreadState ts, final Object a) {
        final Frame f = new Frame(state, function, null);
        f.regs[0] = a;
        return Interpreter.run(ts, f, null, this);
    }

    /** As above, with two arguments. */
    protected final Object enter(final ThreadState ts, final Object a, final Object b) {
        final Frame f = new Frame(state, function, null);
        f.regs[0] = a;
        f.regs[1] = b;
        return Interpreter.run(ts, f, null, this);
    }

    @Override
    public final Object resume(final ThreadState ts, final Frame f) {
        final Object result = goOn(ts, f);
        if (result == null) {
            leave();
            return Jit.CONTINUE;
        }
        if (!f.suspended) {
            f.finished = true;
        }
        return result;
    }

    @Override
    public final Object call0(final ThreadState ts, final PyFunction f) {
        return interpret(ts, f);
    }

    @Override
    public final Object call1(final ThreadState ts, final PyFunction f, final Object a) {
        if (ts.tracer == null && f == function) {
            final Object result = take(ts, a);
            return result != null ? result : interpret(ts, f, a);
        }
        return callBound(ts, f, new Object[] {a});
    }

    @Override
    public final Object call2(final ThreadState ts, final PyFunction f, final Object a, final Object b) {
        if (ts.tracer == null && f == function) {
            final Object result = take(ts, a, b);
            return result != null ? result : interpret(ts, f, a, b);
        }
        return callBound(ts, f, new Object[] {a, b});
    }

    @Override
    public final Object call3(final ThreadState ts, final PyFunction f, final Object a, final Object b,
            final Object c) {
        return callBound(ts, f, new Object[] {a, b, c});
    }

    @Override
    public final Object callBound(final ThreadState ts, final PyFunction f, final Object[] args) {
        if (ts.tracer == null && (function == null || f == function)) {
            final Object result = take(ts, f, args);
            if (result != null) {
                return result;
            }
        }
        return interpret(ts, f, args);
    }

    private Object interpret(final ThreadState ts, final PyFunction f, final Object... args) {
        leave();
        final Frame frame = new Frame(f.state, f, null);
        System.arraycopy(args, 0, frame.regs, 0, args.length);
        return Interpreter.execute(ts, frame, null);
    }
}
