package dev.adder.runtime.interp;

import dev.adder.language.ir.Code;
import dev.adder.language.ir.Op;
import dev.adder.language.ir.Opcodes;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.PyBaseException;

/** Entering, resuming and unwinding frames in tier 0. */
public final class Interpreter {
    private Interpreter() {
    }

    /** Runs a frame from its start; returns what the function returns. */
    public static Object enter(final ThreadState ts, final Frame f) {
        final CodeState state = f.state;
        if (++state.calls >= ts.callThreshold) {
            ts.interp.jit().hotFunction(ts, f);
        }
        return execute(ts, f, null);
    }

    /** Starts or goes on with a generator's frame, in compiled code if there is some; else as {@link #execute}. */
    static Object resume(final ThreadState ts, final Frame f, final PyRaise thrown) {
        final CodeState state = f.state;
        if (thrown != null) {
            return execute(ts, f, thrown);
        }
        if (state.compiled == null && ++state.calls >= ts.callThreshold) {
            ts.interp.jit().hotFunction(ts, f);
        }
        return run(ts, f, null, state.compiled);
    }

    /**
     * Runs the frame from {@code f.pc} on; {@code thrown}, if not null, is raised there first. Gives the value
     * returned, or yielded with {@code f.suspended} set. Compiled code that gives up enters here.
     */
    public static Object execute(final ThreadState ts, final Frame f, final PyRaise thrown) {
        return run(ts, f, thrown, null);
    }

    static Object run(final ThreadState ts, final Frame f, final PyRaise thrown, final CompiledCode compiled) {
        ts.enterCall();
        final Frame back = ts.frame;
        f.back = back;
        ts.frame = f;
        try {
            if (ts.tracer != null) {
                f.unpack();
                return Traced.enter(ts, f, thrown);
            }
            PyRaise raised = thrown;
            CompiledCode code = compiled;
            while (true) {
                if (raised != null) {
                    f.unpack();
                    unwind(ts, f, raised);
                    raised = null;
                }
                try {
                    ts.poll();
                    if (code != null) {
                        final CompiledCode once = code;
                        code = null;
                        final Object result = once.resume(ts, f);
                        if (result != Jit.CONTINUE) {
                            return result;
                        }
                    }
                    f.unpack();
                    return InterpreterLoop.run(ts, f);
                } catch (final PyRaise e) {
                    if (f.finished) {
                        // It went on traced, and has been unwound there.
                        throw e;
                    }
                    raised = e;
                } catch (final StackOverflowError | OutOfMemoryError | ClassCastException | NullPointerException
                        | IndexOutOfBoundsException | IllegalStateException | AssertionError e) {
                    raised = toPython(ts, f, e);
                }
            }
        } finally {
            ts.frame = back;
            ts.leaveCall();
        }
    }

    /** The Python exception for a Java one that left the loop. */
    static PyRaise toPython(final ThreadState ts, final Frame f, final Throwable t) {
        return switch (t) {
            case StackOverflowError e -> Errors.recursionError("maximum recursion depth exceeded");
            case OutOfMemoryError e -> Errors.memoryError();
            default -> InternalFaults.toPython(ts, f, t);
        };
    }

    private static void unwind(final ThreadState ts, final Frame f, final PyRaise e) {
        caught(ts, f, e);
        toHandler(f, e);
    }

    /** Sets the frame to its handler for the exception raised at {@code f.pc}, or throws it on to the caller. */
    static void toHandler(final Frame f, final PyRaise e) {
        final Code code = f.ir();
        final PyBaseException value = e.value;
        final int pc = f.pc;
        final int op = code.code[pc];
        final int h = code.findHandler(pc);
        if (h < 0) {
            f.finished = true;
            if (op == Opcodes.RERAISE && value.traceback != null && value.traceback.frame == f
                    && code.lineAt(pc) <= 0) {
                // An instruction of no line: the frame is left where it first raised (CPython's RERAISE with lasti).
                f.pc = value.traceback.pc;
            }
            throw e;
        }
        if (Operators.isCall(op) && value.traceback != null && value.traceback.next != null) {
            final int ic = code.code[pc + Op.of(op).icOffset()];
            f.state.kinds[ic] = Kinds.raised(f.state.kinds[ic]);
        }
        f.regs[code.exceptions[h + 3]] = value;
        f.pc = code.exceptions[h + 2];
    }

    /** An exception raised at the frame's pc has come to the frame: its context is set, its traceback grows. */
    public static PyBaseException caught(final ThreadState ts, final Frame f, final PyRaise e) {
        final PyBaseException value = e.value;
        if (!e.contextSet) {
            setContext(ts, value);
            e.contextSet = true;
        }
        if (e.reraisedIn != f) {
            value.traceback = new PyTraceback(value.traceback, f, e.inLookUp ? f.pc + Code.OPERANDS : f.pc, 0);
        }
        e.inLookUp = false;
        e.reraisedIn = null;
        return value;
    }

    /** {@code __context__} becomes what is being handled, without making a cycle (_PyErr_SetObject). */
    public static void setContext(final ThreadState ts, final PyBaseException value) {
        final PyBaseException handled = ts.handled();
        if (handled != null) {
            setContext(handled, value);
        }
    }

    static void setContext(final PyBaseException handled, final PyBaseException value) {
        if (handled == value) {
            return;
        }
        PyBaseException o = handled;
        PyBaseException slow = handled;
        boolean step = false;
        while (o.context != null) {
            if (o.context == value) {
                o.context = null;
                break;
            }
            o = o.context;
            if (o == slow) {
                break;
            }
            if (step) {
                slow = slow.context;
            }
            step = !step;
        }
        value.context = handled;
    }
}
