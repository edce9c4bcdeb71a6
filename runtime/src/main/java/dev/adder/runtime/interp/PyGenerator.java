package dev.adder.runtime.interp;

import dev.adder.language.ir.Code;
import dev.adder.language.ir.Opcodes;
import dev.adder.language.text.Str;
import dev.adder.runtime.Errors;
import dev.adder.runtime.Finalizers;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.exceptions.PyBaseException;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyObjects;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;

/**
 * A generator or coroutine: a frame that suspends. Asynchronous generators extend it. Resuming claims {@link #running},
 * by compare-and-set where threads share it, so that two cannot be in one frame.
 */
public class PyGenerator extends PyIterator implements Sendable, Finalizers.Finalizable {
    public static final PyType TYPE =
            PyType.builtinFinal("generator", "builtins", null, new GeneratorMethodsTable()).withoutNew().withWeakref();
    public static final PyType COROUTINE_TYPE =
            PyType.builtinFinal("coroutine", "builtins", null, new CoroutineMethodsTable()).withoutNew().withWeakref();

    private static final VarHandle RUNNING;

    static {
        try {
            RUNNING = MethodHandles.lookup().findVarHandle(PyGenerator.class, "running", boolean.class);
        } catch (final ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Null when finished. */
    private Frame frame;
    private final PyCode code;
    /** Whether its code handles any exceptions. */
    private final boolean handles;
    private boolean started;
    /** Read and written plainly while there is one thread; see {@link #claim}. */
    private boolean running;
    /** What the finished frame returned, until somebody takes it. */
    private Object result;
    /** The exception being handled inside; null before the first resumption and at the end. */
    private ThreadState.ExcState exc;
    public Object name;
    public Object qualname;
    /** Where a coroutine was made, if tracking is on; null for None. */
    public Object origin;
    /** Watches it while something must be done if it is forgotten: see {@link GeneratorEnds}. */
    Finalizers.Guard guard;

    protected PyGenerator(final PyType type, final Frame frame) {
        super(type);
        this.frame = frame;
        this.code = frame.code();
        this.handles = frame.ir().exceptions.length != 0;
        frame.generator = this;
        this.name = frame.function == null ? Str.fromNameKey(code.ir().name)
                : frame.function.name;
        this.qualname = frame.function == null ? Str.fromNameKey(code.ir().qualname)
                : frame.function.qualname;
    }

    /** The generator, coroutine or asynchronous generator of a frame whose code says so. */
    static PyGenerator make(final ThreadState ts, final Frame f) {
        final Code ir = f.ir();
        if (ir.is(Code.CO_COROUTINE)) {
            final PyGenerator made = new PyGenerator(COROUTINE_TYPE, f);
            if (ts.originDepth > 0) {
                made.origin = origin(ts, ts.originDepth);
            }
            made.guard = Finalizers.watch(ts, made);
            made.ownedBy(ts);
            return made;
        }
        final PyGenerator made = ir.is(Code.CO_ASYNC_GENERATOR) ? new PyAsyncGenerator(f) : new PyGenerator(TYPE, f);
        made.ownedBy(ts);
        return made;
    }

    // ---- awaiting without an object

    /**
     * The first step of {@code await f(...)}: {@code callee} is the frame of a coroutine that nothing else knows, so it is
     * run as a function's would be. If it suspends, so is the caller, whose register has the frame then: the coroutine
     * is made only if somebody wants to see it, or something must be remembered that its frame has no place for. An
     * asynchronous generator is to take a step; anything else is an awaitable's iterator, which is only asked.
     */
    static Object await(final ThreadState ts, final Frame caller, final Object callee, final int register) {
        if (!(callee instanceof Frame f)) {
            if (callee instanceof PyAsyncGenerator g) {
                return AsyncGeneratorStep.next(ts, caller, g, register);
            }
            caller.regs[register] = callee;
            return Operations.delegate(ts, caller, callee);
        }
        final ThreadState.ExcState exc = ts.exc;
        if (exc.handled != null || ts.tracer != null || ts.originDepth > 0) {
            // What is being handled, tracing and where it was made: things that a coroutine has of its own.
            final PyGenerator made = make(ts, f);
            caller.regs[register] = made;
            return Operations.delegate(ts, caller, made);
        }
        return step(ts, exc, caller, f, register);
    }

    /** The next steps of a frame that {@link #await} suspended and no coroutine was made of; as {@code delegate}. */
    static Object awaitAgain(final ThreadState ts, final Frame caller, final Frame f, final Object sent) {
        final ThreadState.ExcState exc = ts.exc;
        final int register = caller.ir().code[caller.pc + 2];
        if (f.generator != null || exc.handled != null || ts.tracer != null) {
            final PyGenerator made = ofSuspended(f);
            caller.regs[register] = made;
            caller.sent = sent;
            return Operations.delegate(ts, caller, made);
        }
        f.sent = sent;
        f.suspended = false;
        return step(ts, exc, caller, f, register);
    }

    private static Object step(final ThreadState ts, final ThreadState.ExcState exc, final Frame caller, final Frame f,
            final int register) {
        f.entrusted = caller.entrusted;
        final Object value;
        boolean ended = true;
        try {
            value = Interpreter.resume(ts, f, null);
            ended = !f.suspended;
        } catch (final PyRaise e) {
            throw convertStop("coroutine", false, e);
        } finally {
            f.back = null;
            if (ended) {
                exc.handled = null;
                if (f.generator != null) {
                    f.generator.frame = null;
                    f.generator.running = false;
                }
            }
        }
        if (ended) {
            return value;
        }
        caller.suspended = true;
        if (f.generator != null || exc.handled != null || !f.entrusted && f.ir().exceptions.length != 0
                && GeneratorEnds.isProtected(f)) {
            final PyGenerator made = ofSuspended(f);
            made.adopt(ts, f);
            caller.regs[register] = made;
        } else {
            caller.regs[register] = f;
        }
        return value;
    }

    private void adopt(final ThreadState ts, final Frame f) {
        running = false;
        if (ts.exc.handled != null) {
            exc = new ThreadState.ExcState(null);
            exc.handled = ts.exc.handled;
            ts.exc.handled = null;
        }
        if (mattersIfForgotten(f)) {
            guard = Finalizers.watch(ts, this);
        }
    }

    /** The coroutine of a frame that {@link #await} suspended. */
    static PyGenerator ofSuspended(final Frame f) {
        final PyGenerator known = f.generator;
        if (known != null) {
            return known;
        }
        final PyGenerator made = new PyGenerator(COROUTINE_TYPE, f);
        made.started = true;
        return made;
    }

    /** The coroutine of a frame that {@link #await} runs or has suspended, for who asks for it meanwhile. */
    static void ofRunning(final Frame f) {
        ofSuspended(f).running = !f.suspended;
    }

    /** Where the caller stands: (file, line, function) of so many frames, innermost first (compute_cr_origin). */
    private static Object origin(final ThreadState ts, final int depth) {
        final List<Object> places = new ArrayList<>();
        for (Frame f = ts.currentFrame(); f != null && places.size() < depth; f = f.back) {
            places.add(PyTuple.of(Str.ofUtf16(f.ir().filename), (long) f.line(), Str.fromNameKey(f.ir().name)));
        }
        return PyTuple.of(places.toArray());
    }

    public final PyCode code() {
        return code;
    }

    /** Null when finished. */
    public final Frame frame() {
        return frame;
    }

    public final boolean isRunning() {
        return running;
    }

    public final boolean isStarted() {
        return started;
    }

    public final boolean isFinished() {
        return frame == null;
    }

    public final boolean isCoroutine() {
        return type() == COROUTINE_TYPE;
    }

    /** Whether it is the frame of an {@code async def} with {@code yield}: not to be driven as a plain iterator. */
    public boolean isAsyncGenerator() {
        return false;
    }

    /** Whether {@code await} takes it: a coroutine, or a generator marked by {@code types.coroutine}. */
    public final boolean isAwaitable() {
        return isCoroutine() || code.ir().is(Code.CO_ITERABLE_COROUTINE);
    }

    protected String kind() {
        return isCoroutine() ? "coroutine" : isAsyncGenerator() ? "async generator" : "generator";
    }

    private PyRaise alreadyRunning() {
        return Errors.valueError(kind() + " already executing");
    }

    /** For its owner a plain flag will do; a volatile one cost two fences a resumption. */
    private void claim(final ThreadState ts) {
        if (!isAlone(ts)) {
            if (!RUNNING.compareAndSet(this, false, true)) {
                throw alreadyRunning();
            }
        } else if (running) {
            throw alreadyRunning();
        } else {
            running = true;
        }
    }

    private void release(final ThreadState ts) {
        if (ts.multi && !isOwn(ts)) {
            // It may have been taken away meanwhile.
            RUNNING.setVolatile(this, false);
        } else {
            running = false;
        }
    }

    @Override
    public final Object next(final ThreadState ts) {
        return sendOrNull(ts, null);
    }

    /**
     * Resumes with a value (null for None). Gives the next item, or null when it returned: then {@link #takeResult}
     * has what.
     */
    @Override
    public final Object sendOrNull(final ThreadState ts, final Object value) {
        claim(ts);
        final Frame f = frame;
        if (f == null) {
            release(ts);
            if (isCoroutine()) {
                throw Errors.runtimeError("cannot reuse already awaited coroutine");
            }
            return null;
        }
        if (!started) {
            if (value != null && value != PyNone.NONE) {
                release(ts);
                throw Errors.typeError("can't send non-None value to a just-started " + kind());
            }
            started = true;
        } else {
            final int[] instructions = code.ir().code;
            final int pc = f.pc;
            if (instructions[pc] == Opcodes.YIELD) {
                f.regs[instructions[pc + 1]] = value == null ? PyNone.NONE : value;
                f.pc = pc + 3;
            } else {
                f.sent = value;
            }
        }
        return resume(ts, f, null);
    }

    /** Whether something must be done if it is forgotten while suspended as it is. */
    protected boolean mattersIfForgotten(final Frame f) {
        return handles && !f.entrusted && GeneratorEnds.isProtected(f);
    }

    /** Its end is somebody else's to see to: of a task that is watched itself, or of what that awaits. */
    public final void entrust(final ThreadState ts) {
        final Frame f = frame;
        if (f != null) {
            f.entrusted = true;
        }
        if (guard != null) {
            unwatch(ts);
        }
    }

    /** Undoes {@link #entrust}, for all that it awaits, too. */
    public final void giveBack(final ThreadState ts) {
        PyGenerator g = this;
        while (g != null && g.frame != null && !g.running) {
            final Frame f = g.frame;
            f.entrusted = false;
            if (g.guard == null && (g.started ? g.mattersIfForgotten(f) : g.isCoroutine())) {
                g.guard = Finalizers.watch(ts, g);
            }
            g = g.delegate() instanceof PyGenerator delegate ? delegate : null;
        }
    }

    /** A guard from before it was resumed stays: what runs is not forgotten. */
    private void watchSuspended(final ThreadState ts, final Frame f) {
        if (mattersIfForgotten(f)) {
            if (guard == null) {
                guard = Finalizers.watch(ts, this);
            }
        } else if (guard != null) {
            unwatch(ts);
        }
    }

    private void unwatch(final ThreadState ts) {
        final Finalizers.Guard g = guard;
        guard = null;
        Finalizers.release(ts, g);
    }

    @Override
    public void finalizeObject(final ThreadState ts) {
        GeneratorEnds.forgotten(ts, this);
    }

    private Object resume(final ThreadState ts, final Frame f, final PyRaise thrown) {
        f.suspended = false;
        ThreadState.ExcState own = exc;
        if (own == null) {
            own = new ThreadState.ExcState(null);
            exc = own;
        }
        own.previous = ts.exc;
        ts.exc = own;
        if (thrown != null) {
            // What the frame itself is handling becomes the context, not what its caller is (_PyErr_ChainStackItem).
            if (own.handled != null) {
                Interpreter.setContext(own.handled, thrown.value);
            }
            thrown.contextSet = true;
        }
        boolean done = true;
        try {
            final Object value = Interpreter.resume(ts, f, thrown);
            if (f.suspended) {
                done = false;
                watchSuspended(ts, f);
                return value;
            }
            result = value;
            return null;
        } catch (final PyRaise e) {
            throw convertStop(kind(), isAsyncGenerator(), e);
        } finally {
            // Who resumed it is nobody's caller any more (clear_gen_frame), and must not live as long as this.
            f.back = null;
            ts.exc = own.previous;
            own.previous = null;
            if (done) {
                exc = null;
                frame = null;
                if (guard != null) {
                    unwatch(ts);
                }
            }
            release(ts);
        }
    }

    /** A StopIteration that leaves a generator's frame would look like its end: PEP 479. */
    private static PyRaise convertStop(final String kind, final boolean asyncGenerator, final PyRaise e) {
        final String what;
        if (Errors.matches(e, ExceptionTypes.STOP_ITERATION)) {
            what = kind + " raised StopIteration";
        } else if (asyncGenerator && Errors.matches(e, ExceptionTypes.STOP_ASYNC_ITERATION)) {
            what = "async generator raised StopAsyncIteration";
        } else {
            return e;
        }
        final PyRaise raise = Errors.runtimeError(what);
        raise.value.cause = e.value;
        raise.value.context = e.value;
        raise.value.suppressContext = true;
        raise.contextSet = true;
        return raise;
    }

    @Override
    public final Object takeResult() {
        final Object r = result;
        result = null;
        return r == null ? PyNone.NONE : r;
    }

    /** {@code send} and {@code __next__} as Python calls them: raises StopIteration at the end. */
    public final Object send(final ThreadState ts, final Object value) {
        final Frame f = frame;
        if (f != null) {
            f.entrusted = false;
        }
        final Object item = sendOrNull(ts, value);
        if (item == null) {
            throw stop();
        }
        return item;
    }

    private PyRaise stop() {
        return Errors.stopIteration(takeResult());
    }

    /** {@code throw}: raises the exception where the frame is suspended, or in what it delegates to. */
    final Object throwIn(final ThreadState ts, final ThrowArguments what) {
        final Object item = throwOrNull(ts, what);
        if (item == null) {
            throw stop();
        }
        return item;
    }

    /** As {@link #throwIn}, with null for a return. */
    public final Object throwOrNull(final ThreadState ts, final PyBaseException e) {
        return throwOrNull(ts, ThrowArguments.of(e));
    }

    final Object throwOrNull(final ThreadState ts, final ThrowArguments what) {
        final Frame f = frame;
        if (f == null) {
            if (running) {
                throw alreadyRunning();
            }
            if (isCoroutine()) {
                throw Errors.runtimeError("cannot reuse already awaited coroutine");
            }
            throw new PyRaise(what.exception(ts));
        }
        final Object delegate = running ? null : delegate();
        if (delegate != null) {
            return throwThrough(ts, f, delegate, what);
        }
        if (running) {
            throw alreadyRunning();
        }
        final PyBaseException e = what.exception(ts);
        claim(ts);
        if (!started) {
            if (guard != null) {
                unwatch(ts);
            }
            started = true;
            // Not started: the exception is raised at the definition, without running anything.
            final PyRaise raise = new PyRaise(e);
            e.traceback = new PyTraceback(e.traceback, f, 0, code.ir().firstLine);
            frame = null;
            f.finished = true;
            release(ts);
            throw convertStop(kind(), isAsyncGenerator(), raise);
        }
        return resume(ts, f, new PyRaise(e));
    }

    /** Throws into the sub-iterator, and goes on with what comes of it. */
    private Object throwThrough(final ThreadState ts, final Frame f, final Object delegate,
            final ThrowArguments what) {
        claim(ts);
        PyRaise thrown;
        // The sub-iterator is called by this generator's frame.
        final Frame back = ts.frame;
        f.back = back;
        ts.frame = f;
        try {
            if (what.isGeneratorExit()) {
                closeIterator(ts, delegate);
                thrown = new PyRaise(what.exception(ts));
            } else {
                final Object item = throwIntoDelegate(ts, delegate, what);
                if (item != null) {
                    watchSuspended(ts, f);
                    release(ts);
                    return item;
                }
                thrown = null;
            }
        } catch (final PyRaise raised) {
            thrown = raised;
        } finally {
            f.back = null;
            ts.frame = back;
        }
        if (thrown == null || Errors.matches(thrown, ExceptionTypes.STOP_ITERATION)) {
            final Object value = thrown == null ? takeResult() : thrown.value.fieldOrNone("value");
            final int[] instructions = f.ir().code;
            f.regs[instructions[f.pc + 1]] = value;
            f.pc += 3;
            return resume(ts, f, null);
        }
        return resume(ts, f, thrown);
    }

    /** Null if the sub-iterator returned: {@link #result} is what. */
    private Object throwIntoDelegate(final ThreadState ts, final Object delegate, final ThrowArguments what) {
        if (delegate instanceof PyGenerator g && !g.isAsyncGenerator()) {
            final Object item = g.throwOrNull(ts, what);
            if (item == null) {
                result = g.takeResult();
            }
            return item;
        }
        final Object method = PyObjects.lookupAttr(ts, delegate, "throw");
        if (method == null) {
            throw new PyRaise(what.exception(ts));
        }
        return what.pass(ts, method);
    }

    /** What the frame is delegating to ({@code gi_yieldfrom}, {@code cr_await}), or null. */
    public final Object delegate() {
        final Frame f = frame;
        if (f == null || !started || !f.suspended) {
            return null;
        }
        final int[] instructions = f.ir().code;
        if (instructions[f.pc] != Opcodes.YIELD_FROM) {
            return null;
        }
        final int register = instructions[f.pc + 2];
        if (f.regs[register] instanceof Frame awaited) {
            f.regs[register] = ofSuspended(awaited);
        } else if (f.regs[register] instanceof SelfAwaited awaited) {
            f.regs[register] = awaited.iterator();
        }
        return f.regs[register];
    }

    private static void closeIterator(final ThreadState ts, final Object it) {
        if (it instanceof PyGenerator g && !g.isAsyncGenerator()) {
            g.close(ts);
            return;
        }
        final Object method = PyObjects.lookupAttr(ts, it, "close");
        if (method != null) {
            dev.adder.runtime.Calls.call0(ts, method);
        }
    }

    /** {@code close()}: raises GeneratorExit inside; gives the value it returned, or None. */
    public final Object close(final ThreadState ts) {
        if (running) {
            throw alreadyRunning();
        }
        final Frame f = frame;
        if (f == null) {
            return PyNone.NONE;
        }
        if (!started) {
            if (guard != null) {
                unwatch(ts);
            }
            frame = null;
            f.finished = true;
            started = true;
            return PyNone.NONE;
        }
        final Object item;
        try {
            item = throwOrNull(ts, ThrowArguments.of(PyBaseException.make(ExceptionTypes.GENERATOR_EXIT)));
        } catch (final PyRaise e) {
            if (Errors.matches(e, ExceptionTypes.GENERATOR_EXIT)) {
                return PyNone.NONE;
            }
            if (Errors.matches(e, ExceptionTypes.STOP_ITERATION)) {
                return e.value.fieldOrNone("value");
            }
            throw e;
        }
        if (item == null) {
            return takeResult();
        }
        throw Errors.runtimeError(kind() + " ignored GeneratorExit");
    }
}
