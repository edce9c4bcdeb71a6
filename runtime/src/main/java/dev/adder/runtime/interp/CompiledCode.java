package dev.adder.runtime.interp;

import dev.adder.runtime.ThreadState;

/** Compiled code of one {@link CodeState}; the compiler's classes extend it. Arguments are as many as parameters. */
public abstract class CompiledCode {
    /**
     * A generator's: goes on at {@code f.pc} with the frame's registers. Gives what it yields, with
     * {@code f.suspended} set, or returns; {@link Jit#CONTINUE} if the interpreter is to go on at {@code f.pc}.
     */
    public abstract Object resume(ThreadState ts, Frame f);

    public abstract Object call0(ThreadState ts, PyFunction f);

    public abstract Object call1(ThreadState ts, PyFunction f, Object a);

    public abstract Object call2(ThreadState ts, PyFunction f, Object a, Object b);

    public abstract Object call3(ThreadState ts, PyFunction f, Object a, Object b, Object c);

    /** {@code args[i]} is what register {@code i} holds at entry: every parameter bound, defaults filled in. */
    public abstract Object callBound(ThreadState ts, PyFunction f, Object[] args);
}
