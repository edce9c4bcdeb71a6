package dev.adder.runtime;

import dev.adder.runtime.exceptions.PyBaseException;
import dev.adder.runtime.interp.Frame;
import dev.adder.runtime.interp.Tracer;
import dev.adder.runtime.objects.ReprGuard;

/**
 * One thread's view of one interpreter: CPython's {@code PyThreadState}. It is the explicit first parameter of helpers
 * and compiled code; only its own thread touches it, but for {@link #requestPoll}.
 */
public final class ThreadState {
    /** The state that the calling Java thread entered Python with last: a cache of what the interpreters know. */
    static final ThreadLocal<ThreadState> HERE = new ThreadLocal<>();

    public final InterpreterState interp;
    public final Thread thread;
    /** Whether other Python threads exist, so that writers must lock. Set at a poll, never unset. */
    public boolean multi;
    /** Marks the containers that only this thread changes; null while there is no other. See {@link PySlotted#isOwn}. */
    Object[] mark;
    /** Marks the containers that this thread is losing. */
    final Object[] leaving = {this};
    /** The innermost interpreted frame. */
    public Frame frame;
    /** Top of the stack of exceptions being handled. */
    public ExcState exc = new ExcState(null);
    /** Calls under way; see {@link #enterCall}. */
    public int depth;
    /** Deepest allowed {@link #depth}: {@code sys.setrecursionlimit}, or less where the Java stack is small. */
    public int depthLimit;
    /** Back edges and calls of a code before the compiler is asked; Integer.MAX_VALUE where there is none. */
    public int loopThreshold;
    public int callThreshold;
    /** What the interpreter's loop gives that is about to be left; null else. */
    public Object result;
    /** Makes events of what frames do; null while nobody traces. */
    public Tracer tracer;
    private final ReprGuard reprGuard = new ReprGuard();
    /** {@code sys.set_coroutine_origin_tracking_depth}. */
    public int originDepth;
    /** {@code sys.set_asyncgen_hooks}; null for None. */
    public Object asyncgenFirstIter;
    public Object asyncgenFinalizer;
    /** The current {@code contextvars.Context}, or null before one is needed. */
    public Object context;
    /** What {@code _asyncio} keeps of this thread; null before it is used. */
    public Object asyncio;
    /** Guards of {@link Finalizers} that watch nothing at the moment. */
    Finalizers.Guard[] guards;
    int guardCount;
    /** Whether it is running finalizers: those do not nest. */
    boolean finalizing;
    private int dice = 1;
    private volatile boolean pollRequested;
    /** {@code -X yield}: gives way at polls by chance; null without it. */
    private final YieldByChance yields;
    private volatile boolean outside;
    /** Polls at which there was something to do; see {@link Threads#awaitPolls}. */
    private volatile int polls;
    /** Raised at the next poll: PyThreadState_SetAsyncExc. */
    private volatile PyBaseException asyncException;

    /** What is being handled: CPython's {@code _PyErr_StackItem}; each generator has one of its own. */
    public static final class ExcState {
        public PyBaseException handled;
        public ExcState previous;

        public ExcState(final ExcState previous) {
            this.previous = previous;
        }
    }

    public ThreadState(final InterpreterState interp, final Thread thread) {
        this.interp = interp;
        this.thread = thread;
        this.depthLimit = interp.recursionLimit();
        this.loopThreshold = interp.jit().loopThreshold();
        this.callThreshold = interp.jit().callThreshold();
        this.yields = YieldByChance.ofNextThread(interp);
        this.pollRequested = yields != null;
    }

    /**
     * The calling thread's state, or null. Only for helpers that are handed none and work for milliseconds between two
     * calls of this; all others take it as a parameter.
     */
    public static ThreadState here() {
        return HERE.get();
    }

    /** {@code threading.get_ident()} of this thread. */
    public long ident() {
        return Ids.of(this);
    }

    /** Before blocking or staying in native code: a handshake need not wait for this thread. */
    public void leavePython() {
        outside = true;
    }

    /** After {@link #leavePython}. */
    public void enterPython() {
        outside = false;
        if (!multi && interp.threads().isMulti()) {
            joinOthers();
        }
    }

    /** From now on there are other threads; on this one, or before it runs. */
    public void joinOthers() {
        if (!multi) {
            mark = new Object[] {this};
            multi = true;
        }
    }

    /** Whether it is blocked or in native code: see {@link #leavePython}. */
    public boolean isOutside() {
        return outside;
    }

    /** True once in 32 times, by chance: to find out cheaply what happens often. */
    public boolean oneInMany() {
        dice = dice * 1664525 + 1013904223;
        return dice >>> 27 == 0;
    }

    /** The frame of the innermost Python function running, compiled ones included, or null. */
    public Frame currentFrame() {
        return frame;
    }

    /** Which containers this thread is making the repr of. */
    public ReprGuard reprGuard() {
        return reprGuard;
    }

    /** The exception that {@code sys.exception()} gives, or null. */
    public PyBaseException handled() {
        for (ExcState s = exc; s != null; s = s.previous) {
            if (s.handled != null) {
                return s.handled;
            }
        }
        return null;
    }

    /** Must bracket every call that may recurse through the Java stack. */
    public void enterCall() {
        if (++depth > depthLimit) {
            depth--;
            throw tooDeep("maximum recursion depth exceeded");
        }
    }

    /** As {@link #enterCall}, with CPython's text for the place: " while getting the repr of an object". */
    public void enterCall(final String where) {
        if (++depth > depthLimit) {
            depth--;
            throw tooDeep("maximum recursion depth exceeded" + where);
        }
    }

    public void leaveCall() {
        depth--;
    }

    private PyRaise tooDeep(final String text) {
        return Errors.recursionError(text);
    }

    /** Cheap test at function entries and loop back edges. */
    public void poll() {
        if (pollRequested) {
            handlePoll();
        }
    }

    private void handlePoll() {
        pollRequested = false;
        polls = polls + 1;
        if (!multi && interp.threads().isMulti()) {
            joinOthers();
        }
        if (yields != null) {
            pollRequested = true;
            yields.perhaps(this);
        }
        interp.polls().run(this);
        final PyBaseException e = asyncException;
        if (e != null) {
            asyncException = null;
            throw new PyRaise(e);
        }
    }

    /** Has the exception raised in this thread at its next poll. */
    public void raiseAsync(final PyBaseException e) {
        asyncException = e;
        requestPoll();
    }

    /** Asks the thread, from any thread, to stop at its next poll. */
    public void requestPoll() {
        pollRequested = true;
    }

    boolean yieldsByChance() {
        return yields != null;
    }

    int polls() {
        return polls;
    }

    public boolean isPollRequested() {
        return pollRequested;
    }
}
