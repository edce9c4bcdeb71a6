package dev.adder.runtime;

import dev.adder.language.text.Str;
import dev.adder.runtime.interp.Frame;
import dev.adder.runtime.interp.Jit;
import dev.adder.runtime.interp.NoJit;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyModule;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One Python interpreter: CPython's {@code PyInterpreterState}. Everything that CPython keeps per interpreter hangs
 * here, so that many interpreters live in one JVM without seeing each other. A running Python has threads, each with
 * its {@link ThreadState}.
 */
public final class InterpreterState {
    private static final int DEFAULT_RECURSION_LIMIT = 1000;

    /** {@code sys.modules}. */
    public final PyDict modules = new PyDict();
    private final PyDict builtins = new PyDict();
    private volatile Jit jit = NoJit.INSTANCE;
    private volatile int recursionLimit = DEFAULT_RECURSION_LIMIT;
    private final AuditHooks auditHooks = new AuditHooks();
    private final PendingSignals signals = new PendingSignals(this);
    private final Finalizers finalizers = new Finalizers(this);
    private volatile Polls polls = this::runPending;
    private volatile boolean showFaults;
    private volatile ThreadState mainThread;
    private volatile boolean finalizing;
    private volatile int intMaxStrDigits = 4300;
    private volatile int optimize;
    private volatile boolean development;
    private volatile Object command;
    private final Threads threads = new Threads();
    private final ThreadLocal<ThreadState> current = new ThreadLocal<>();
    private final ConcurrentHashMap<Class<?>, Object> parts = new ConcurrentHashMap<>();

    /** The thread state of the calling Java thread, made on first use. Read only where Java enters. */
    public ThreadState threadState() {
        ThreadState ts = current.get();
        if (ts == null) {
            ts = new ThreadState(this, Thread.currentThread());
            threads.admit(ts);
            current.set(ts);
            dev.adder.runtime.modules.Monitoring.admit(ts);
        }
        ThreadState.HERE.set(ts);
        return ts;
    }

    /** Makes a thread state for a thread about to be started; returns when it may run. */
    public ThreadState newThreadState(final Thread thread) {
        final ThreadState ts = new ThreadState(this, thread);
        threads.admit(ts);
        dev.adder.runtime.modules.Monitoring.admit(ts);
        return ts;
    }

    /** Binds a thread state made by {@link #newThreadState} to the calling thread, for as long as it runs. */
    public void bind(final ThreadState ts) {
        current.set(ts);
        ThreadState.HERE.set(ts);
    }

    /** The calling thread has ended. */
    public void unbind(final ThreadState ts) {
        current.remove();
        ThreadState.HERE.remove();
        dev.adder.runtime.interp.Tracing.clear(ts);
        threads.remove(ts);
    }

    public Threads threads() {
        return threads;
    }

    public AuditHooks auditHooks() {
        return auditHooks;
    }

    /** The namespace of the builtins module. */
    public PyDict builtins() {
        return builtins;
    }

    public Jit jit() {
        return jit;
    }

    /** Must be set before any thread state is made. */
    public void setJit(final Jit newJit) {
        jit = newJit;
    }

    public int recursionLimit() {
        return recursionLimit;
    }

    public void setRecursionLimit(final int limit) {
        recursionLimit = limit;
    }

    /** Signals that have arrived. */
    public PendingSignals signals() {
        return signals;
    }

    public Polls polls() {
        return polls;
    }

    private void runPending(final ThreadState ts) {
        signals.run(ts);
        WeakReferences.runCallbacks(ts);
        finalizers.run(ts);
    }

    /** What becomes of objects that are found to be garbage. */
    public Finalizers finalizers() {
        return finalizers;
    }

    public void setPolls(final Polls newPolls) {
        polls = newPolls;
    }

    /** {@code -X dev}: what is otherwise found wrong only when it is needed is looked at before. */
    public boolean isDevelopment() {
        return development;
    }

    public void setDevelopment(final boolean on) {
        development = on;
    }

    /** Whether internal faults print their Java stack. */
    public boolean showsFaults() {
        return showFaults;
    }

    public void setShowFaults(final boolean show) {
        showFaults = show;
    }

    /** {@code hash()} of a plain text under this interpreter's hash seed. */
    public long hashOfText(final Object text) {
        return part(TextHash.class).hash(text);
    }

    /** The one object of a class that belongs to this interpreter; made by {@link #setPart}. */
    @SuppressWarnings("unchecked")
    public <T> T part(final Class<T> kind) {
        return (T) parts.get(kind);
    }

    public <T> void setPart(final Class<T> kind, final T part) {
        parts.put(kind, part);
    }

    /** The source text that {@code -c} runs, which tracebacks show lines of; null where there is none. */
    public Object command() {
        return command;
    }

    public void setCommand(final Object source) {
        command = source;
    }

    /** A global of the Python function that is calling into the runtime, or null. */
    Object callerGlobal(final ThreadState ts, final String name) {
        final Frame f = ts.currentFrame();
        return f == null ? null : f.globals().getStr(name);
    }

    /** {@code from module import name} where the module has no such attribute: a submodule, or ImportError. */
    public Object importFromFallback(final ThreadState ts, final Object module, final String name) {
        return dev.adder.runtime.modules.ImportFrom.fallback(ts, module, name);
    }

    /** The thread that the interpreter was made on. */
    public ThreadState mainThread() {
        return mainThread;
    }

    public void setMainThread(final ThreadState ts) {
        mainThread = ts;
    }

    /** Whether it is shutting down. */
    public boolean isFinalizing() {
        return finalizing;
    }

    public void setFinalizing() {
        finalizing = true;
    }

    /** {@code sys.get_int_max_str_digits()}; 0 for no limit. */
    public int intMaxStrDigits() {
        return intMaxStrDigits;
    }

    public void setIntMaxStrDigits(final int limit) {
        intMaxStrDigits = limit;
    }

    /** Reports an exception that cannot be raised anywhere: {@code sys.unraisablehook}. */
    public void unraisable(final ThreadState ts, final PyRaise e, final String message, final Object object) {
        dev.adder.runtime.modules.Unraisable.report(ts, e, message, object);
    }

    /** The default {@code sys.unraisablehook}. */
    public void printUnraisable(final ThreadState ts, final Object unraisable) {
        dev.adder.runtime.modules.Unraisable.print(ts, unraisable);
    }

    /** {@code -O} level. */
    public int optimize() {
        return optimize;
    }

    public void setOptimize(final int level) {
        optimize = level;
    }

    /** {@code importlib.import_module(name)}. */
    public Object importModule(final ThreadState ts, final String name) {
        return dev.adder.runtime.modules.ImportSystem.importModule(ts, name);
    }

    /** A new module object with the usual attributes, not entered into {@link #modules}. */
    public PyModule newModule(final String name) {
        return new PyModule(Str.fromNameKey(name), PyNone.NONE);
    }
}
