package dev.adder.runtime.modules;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.InterpreterState;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.codecs.Codecs;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.exceptions.TracebackPrinter;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.objects.PyStructSequence;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.posix.Libc;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The module {@code _thread}: a Python thread is a platform thread. */
@PyModuleSpec("_thread")
final class ThreadModule extends NativeModule {
    private static final PyType EXCEPT_HOOK_ARGS = PyStructSequence.define("_ExceptHookArgs", "_thread", 4, "exc_type",
            "exc_value", "exc_traceback", "thread");
    private static final long DEFAULT_STACK = 256L << 20;
    /** Bytes of a thread's name, and prctl's operations (Linux). */
    private static final int NAME_MAX = 15;
    private static final int PR_SET_NAME = 15;
    private static final int PR_GET_NAME = 16;

    private final InterpreterState interp;
    private final Set<PyThreadHandle> joinable = ConcurrentHashMap.newKeySet();
    private volatile long stackSize;

    ThreadModule(final InterpreterState interp) {
        this.interp = interp;
    }

    @Override
    public BuiltinTable table() {
        return new ThreadModuleTable();
    }

    @Override
    public void init(final ThreadState ts, final PyModule module) {
        final PyDict d = module.dict();
        d.putStr("error", ExceptionTypes.RUNTIME_ERROR);
        d.putStr("lock", PyLock.TYPE);
        d.putStr("LockType", PyLock.TYPE);
        d.putStr("RLock", PyRLock.TYPE);
        d.putStr("_local", PyThreadLocal.TYPE);
        d.putStr("_ThreadHandle", PyThreadHandle.TYPE);
        d.putStr("_ExceptHookArgs", EXCEPT_HOOK_ARGS);
        d.putStr("_excepthook", d.getStr("_excepthook"));
        d.putStr("TIMEOUT_MAX", 9223372036.0);
        d.putStr("_NAME_MAXLEN", (long) NAME_MAX);
    }

    @PyFunction("allocate_lock()")
    Object allocateLock() {
        return new PyLock(PyLock.TYPE);
    }

    @PyFunction("allocate()")
    Object allocate() {
        return new PyLock(PyLock.TYPE);
    }

    @PyFunction("get_ident()")
    long getIdent(final ThreadState ts) {
        return ts.ident();
    }

    @PyFunction("get_native_id()")
    long getNativeId() {
        return Libc.call("gettid");
    }

    @PyFunction("_get_main_thread_ident()")
    long getMainThreadIdent() {
        return interp.mainThread().ident();
    }

    @PyFunction("_is_main_interpreter()")
    boolean isMainInterpreter() {
        return true;
    }

    @PyFunction("daemon_threads_allowed()")
    boolean daemonThreadsAllowed() {
        return true;
    }

    @PyFunction("_count()")
    long count() {
        return interp.threads().running().get();
    }

    @PyFunction("stack_size(size=0, /)")
    long stackSize(final long size) {
        if (size < 0) {
            throw Errors.valueError("size must be 0 or a positive value");
        }
        if (size > 0 && size < 32768) {
            throw Errors.valueError("size not valid: " + size + " bytes");
        }
        final long old = stackSize;
        stackSize = size;
        return old;
    }

    @PyFunction("set_name(name)")
    void setName(final ThreadState ts, final Object name) {
        if (!PyObjects.isText(name)) {
            throw Errors.typeError("set_name() argument 'name' must be str, not " + PyType.of(name).name());
        }
        final Object text = PyObjects.textOf(name);
        Thread.currentThread().setName(Str.toJava(text));
        // Java shortens a long name in its own way.
        final byte[] bytes = Codecs.encode(ts, text, "utf-8", "replace").bytes();
        final int n = Math.min(bytes.length, NAME_MAX);
        final MemorySegment buffer = Libc.scratch().buffer;
        MemorySegment.copy(bytes, 0, buffer, ValueLayout.JAVA_BYTE, 0, n);
        buffer.set(ValueLayout.JAVA_BYTE, n, (byte) 0);
        Libc.call("prctl", PR_SET_NAME, buffer.address());
    }

    @PyFunction("_get_name()")
    Object getName() {
        final MemorySegment buffer = Libc.scratch().buffer;
        Libc.call("prctl", PR_GET_NAME, buffer.address());
        return Libc.decode(Libc.bytesAt(buffer.address()));
    }

    @PyFunction("interrupt_main(signum=2, /)")
    void interruptMain(final ThreadState ts, final int signum) {
        if (signum < 1 || signum > 64) {
            throw Errors.valueError("signal number out of range");
        }
        interp.signals().trip(signum);
        ts.poll();
    }

    @PyFunction("exit()")
    Object exit() {
        throw Errors.withArgs(ExceptionTypes.SYSTEM_EXIT);
    }

    @PyFunction("exit_thread()")
    Object exitThread() {
        throw Errors.withArgs(ExceptionTypes.SYSTEM_EXIT);
    }

    @PyFunction("_make_thread_handle(ident, /)")
    Object makeThreadHandle(final long ident) {
        return PyThreadHandle.running(ident);
    }

    @PyFunction(value = "start_new_thread(function, args, kwargs=<unrepresentable>, /)", hidden = true)
    long startNewThread(final ThreadState ts, final Object function, final Object args, final Object kwargs) {
        if (!PyObjects.isCallable(function)) {
            throw Errors.typeError("first arg must be callable");
        }
        if (!(args instanceof PyTuple t)) {
            throw Errors.typeError("2nd arg must be a tuple");
        }
        if (!(kwargs instanceof PyDict) && kwargs != null && kwargs != PyNone.NONE) {
            throw Errors.typeError("optional 3rd arg must be a dictionary");
        }
        final PyThreadHandle handle = new PyThreadHandle(PyThreadHandle.TYPE);
        start(ts, function, handle, true, s -> callWith(s, function, t, kwargs));
        return handle.ident();
    }

    @PyFunction(value = "start_new(function, args, kwargs=<unrepresentable>, /)", hidden = true)
    long startNew(final ThreadState ts, final Object function, final Object args, final Object kwargs) {
        return startNewThread(ts, function, args, kwargs);
    }

    private static void callWith(final ThreadState ts, final Object function, final PyTuple args,
            final Object kwargs) {
        if (!(kwargs instanceof PyDict d) || d.size() == 0) {
            Calls.call(ts, function, args.items().clone(), null);
            return;
        }
        final Object[] all = java.util.Arrays.copyOf(args.items(), args.size() + d.size());
        final String[] names = new String[d.size()];
        final int[] i = {0};
        d.forEach((k, v) -> {
            names[i[0]] = Str.nameKey(PyObjects.textOf(k));
            all[args.size() + i[0]++] = v;
        });
        Calls.call(ts, function, all, names);
    }

    @PyFunction("start_joinable_thread(function, handle=None, daemon=True)")
    Object startJoinableThread(final ThreadState ts, final Object function, final Object handle,
            final boolean daemon) {
        if (!PyObjects.isCallable(function)) {
            throw Errors.typeError("thread function must be callable");
        }
        final PyThreadHandle h;
        if (handle == PyNone.NONE) {
            h = new PyThreadHandle(PyThreadHandle.TYPE);
        } else if (handle instanceof PyThreadHandle given) {
            h = given;
        } else {
            throw Errors.typeError("'handle' must be a _ThreadHandle");
        }
        if (!h.claim()) {
            throw Errors.runtimeError("thread already started");
        }
        if (!daemon) {
            joinable.add(h);
        }
        start(ts, function, h, daemon, s -> Calls.call0(s, function));
        return h;
    }

    private interface Body {
        void run(ThreadState ts);
    }

    /**
     * What a thread is to do, forgotten when it has done it: the {@link Thread} keeps its Runnable for good, and is itself
     * kept by the containers that were the thread's own ({@code PySlotted.isOwn}).
     */
    private static final class Work {
        Object function;
        Body body;

        Work(final Object function, final Body body) {
            this.function = function;
            this.body = body;
        }
    }

    private void start(final ThreadState starter, final Object function, final PyThreadHandle handle,
            final boolean daemon, final Body body) {
        if (interp.isFinalizing()) {
            handle.setDone();
            joinable.remove(handle);
            throw Errors.of(ExceptionTypes.PYTHON_FINALIZATION_ERROR, "can't create new thread at interpreter shutdown");
        }
        final long size = stackSize == 0 ? DEFAULT_STACK : Math.max(stackSize, 1L << 20);
        final ThreadState[] state = new ThreadState[1];
        final Work work = new Work(function, body);
        final Thread thread = new Thread(null, () -> run(state[0], handle, work), "Thread", size, false);
        thread.setDaemon(true);
        state[0] = interp.newThreadState(thread);
        handle.started(state[0].ident());
        interp.threads().running().incrementAndGet();
        try {
            thread.start();
        } catch (final OutOfMemoryError e) {
            handle.setDone();
            joinable.remove(handle);
            interp.threads().running().decrementAndGet();
            throw Errors.runtimeError("can't start new thread");
        }
    }

    private void run(final ThreadState ts, final PyThreadHandle handle, final Work work) {
        interp.bind(ts);
        try {
            work.body.run(ts);
        } catch (final PyRaise e) {
            if (!Errors.matches(e, ExceptionTypes.SYSTEM_EXIT)) {
                interp.unraisable(ts, e, "in thread started by " + PyObjects.reprJava(ts, work.function), null);
            }
        } finally {
            work.function = null;
            work.body = null;
            interp.threads().running().decrementAndGet();
            ts.leavePython();
            handle.setDone();
            joinable.remove(handle);
            interp.unbind(ts);
        }
    }

    @PyFunction("_shutdown()")
    void shutdown(final ThreadState ts) {
        // Threads may start others until they end.
        while (!joinable.isEmpty()) {
            for (final PyThreadHandle h : joinable) {
                h.join(ts, PyNone.NONE);
                joinable.remove(h);
            }
        }
    }

    @PyFunction("_excepthook(exc_info, /)")
    static void excepthook(final ThreadState ts, final Object args) {
        final Object type = PyObjects.getAttr(ts, args, "exc_type");
        if (type == ExceptionTypes.SYSTEM_EXIT) {
            return;
        }
        final Object thread = PyObjects.getAttr(ts, args, "thread");
        final Object name = thread == PyNone.NONE ? null : PyObjects.lookupAttr(ts, thread, "_name");
        TracebackPrinter.write(ts, Str.ofUtf16("Exception in thread "
                + (name == null ? Long.toString(ts.ident()) : PyObjects.strJava(ts, name)) + ":\n"));
        TracebackPrinter.print(ts, PyObjects.getAttr(ts, args, "exc_value"),
                PyObjects.getAttr(ts, args, "exc_traceback"));
        final Object err = PyObjects.lookupAttr(ts, ts.interp.modules.getStr("sys"), "stderr");
        if (err != null && err != PyNone.NONE) {
            Calls.method0(ts, err, "flush");
        }
    }
}
