package dev.adder.stdlib.asyncio;

import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyDeleter;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PySetter;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.exceptions.PyBaseException;
import dev.adder.runtime.interp.PyGenerator;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyGenericAlias;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.stdlib.contextvars.PyContext;

/**
 * {@code _asyncio.Task} (TaskObj of CPython's Modules/_asynciomodule.c): a coroutine, driven by its loop. Each step goes
 * from the loop's callback straight into the coroutine's frame ({@link Stepping}). Methods that {@code Future} has too
 * do not override its Java methods: {@code Future.set_result(task, value)} is the future's.
 */
@PyTypeSpec(name = "Task", module = "_asyncio")
public final class PyTask extends PyFuture {
    public static final PyType TYPE = PyType.builtin("Task", "_asyncio", PyFuture.TYPE, new PyTaskTable());

    /** Null before {@code __init__}, and after an eager task has ended. */
    Object coroutine;
    Object context;
    /** The future that the task waits for, or null. */
    Object waiter;
    boolean mustCancel;
    private boolean logDestroyPending = true;
    private int cancelRequests;
    /** Null before {@code __init__}, and as long as nobody has asked for the name of a task that has a {@link #number}. */
    private Object name;
    /** What the name is made of if none was given. */
    private long number;
    /** Where the thread holds it, under the lock of its registry; null when it does not. */
    TaskRegistry.Batch batch;
    int place;
    private boolean registered;

    private PyTask(final PyType type) {
        super(type);
    }

    @PyNew(value = "($type, *args, **kwargs)", raw = true)
    static Object make(final ThreadState ts, final PyType cls, final Object[] args, final String[] kwNames) {
        return new PyTask(cls);
    }

    @PyMethod("__init__($self, /, coro, *, loop=None, name=None, context=None, eager_start=False)")
    void init(final ThreadState ts, final Object coro, final Object givenLoop, final Object givenName,
            final Object givenContext, final boolean eager) {
        start(ts, givenLoop);
        final LoopThread here = LoopThread.of(ts);
        if (!here.module.pythonParts(ts).isCoroutine(ts, coro)) {
            logDestroyPending = false;
            throw Errors.typeError("a coroutine was expected, got " + PyObjects.reprJava(ts, coro));
        }
        context = givenContext == PyNone.NONE ? AsyncioModule.copyContext(ts) : givenContext;
        waiter = null;
        mustCancel = false;
        logDestroyPending = true;
        cancelRequests = 0;
        coroutine = coro;
        if (givenName == PyNone.NONE) {
            number = here.module.nextTaskNumber();
            name = null;
        } else {
            name = PyObjects.str(ts, givenName);
        }
        if (eager && PyObjects.isTrue(ts, Calls.method0(ts, loop, "is_running"))) {
            startEagerly(ts, here);
            return;
        }
        try {
            stepSoon(ts, null);
        } catch (final PyRaise e) {
            watch(ts);
            throw e;
        }
        register(ts, here);
    }

    // ---- all_tasks

    void register(final ThreadState ts, final LoopThread here) {
        registered = true;
        if (type() == TYPE && batch == null && isPending()) {
            here.tasks.hold(this);
            if (coroutine instanceof PyGenerator g) {
                g.entrust(ts);
            }
        }
    }

    boolean isRegistered() {
        return registered;
    }

    void unregister(final ThreadState ts) {
        registered = false;
        final TaskRegistry.Batch b = batch;
        if (b != null && b.remove(this) && isPending()) {
            watch(ts);
        }
    }

    @Override
    void ended(final ThreadState ts) {
        unregister(ts);
        unwatch(ts);
        // Unless the future's method was called on it, the coroutine has ended, too.
        if (coroutine instanceof PyGenerator g && !g.isFinished()) {
            g.giveBack(ts);
        }
    }

    // ---- steps

    void stepSoon(final ThreadState ts, final PyBaseException thrown) {
        callSoon(ts, loop, new TaskStep(this, thrown), null, context);
    }

    void step(final ThreadState ts, final PyBaseException thrown) {
        final LoopThread here = LoopThread.of(ts);
        here.enter(ts, loop, this);
        try {
            Stepping.run(ts, this, thrown);
        } catch (final PyRaise e) {
            here.leaveRaising(ts, loop, this, e);
            throw e;
        }
        here.leave(ts, loop, this);
    }

    /** {@code task_eager_start}: the first step is taken at once, in the context of the task. */
    private void startEagerly(final ThreadState ts, final LoopThread here) {
        final Object previous = here.swap(ts, loop, this);
        register(ts, here);
        try {
            final PyContext entered = (PyContext) context;
            entered.enter(ts);
            try {
                Stepping.run(ts, this, null);
            } finally {
                entered.exit(ts);
            }
        } finally {
            here.swap(ts, loop, previous);
            if (!isPending()) {
                coroutine = null;
            }
        }
    }

    /** What the task waited for is done. */
    void wakeup(final ThreadState ts, final Object future) {
        PyBaseException thrown = null;
        if (future instanceof PyFuture f) {
            f.discardAwaiter(ts, this);
            if (f.isExact()) {
                step(ts, f.outcome(ts));
                return;
            }
        }
        try {
            Calls.method0(ts, future, "result");
        } catch (final PyRaise e) {
            thrown = e.value;
        }
        step(ts, thrown);
    }

    // ---- methods

    @PyMethod("cancel($self, /, msg=None)")
    boolean cancelTask(final ThreadState ts, final Object message) {
        forgetTraceback();
        if (!isPending()) {
            return false;
        }
        cancelRequests++;
        if (waiter != null && PyObjects.isTrue(ts, Stepping.cancel(ts, waiter, message))) {
            return true;
        }
        mustCancel = true;
        setCancelMessage(message);
        return true;
    }

    @PyMethod("cancelling($self, /)")
    long cancelling() {
        return cancelRequests;
    }

    @PyMethod("uncancel($self, /)")
    long uncancel() {
        if (cancelRequests > 0 && --cancelRequests == 0) {
            mustCancel = false;
        }
        return cancelRequests;
    }

    @PyMethod("get_stack($self, /, *, limit=None)")
    Object getStack(final ThreadState ts, final Object limit) {
        return AsyncioModule.parts(ts).stack(ts, this, limit);
    }

    @PyMethod("print_stack($self, /, *, limit=None, file=None)")
    Object printStack(final ThreadState ts, final Object limit, final Object file) {
        return AsyncioModule.parts(ts).printStack(ts, this, limit, file);
    }

    @PyMethod("set_result($self, result, /)")
    void refuseResult(final Object value) {
        throw Errors.runtimeError("Task does not support set_result operation");
    }

    @PyMethod("set_exception($self, exception, /)")
    void refuseException(final Object error) {
        throw Errors.runtimeError("Task does not support set_exception operation");
    }

    @PyMethod("get_name($self, /)")
    Object getName() {
        if (name == null && number > 0) {
            name = "Task-" + number;
        }
        return name == null ? PyNone.NONE : name;
    }

    @PyMethod("set_name($self, value, /)")
    void setName(final ThreadState ts, final Object value) {
        name = PyObjects.str(ts, value);
    }

    @PyMethod("get_coro($self, /)")
    Object getCoro() {
        return coroutine == null ? PyNone.NONE : coroutine;
    }

    @PyMethod("get_context($self, /)")
    Object getContext() {
        return context == null ? PyNone.NONE : context;
    }

    @PyClassMethod("__class_getitem__($type, object, /)")
    static Object classGetItem(final PyType cls, final Object item) {
        return PyGenericAlias.of(cls, item);
    }

    @Override
    public void finalizeObject(final ThreadState ts) {
        finalizeTask(ts);
    }

    /** TaskObj_finalize. */
    @PyMethod("__del__($self, /)")
    void finalizeTask(final ThreadState ts) {
        if (isPending() && logDestroyPending && loop != null) {
            final PyDict report = new PyDict();
            report.putStr("message", "Task was destroyed but it is pending!");
            report.putStr("task", this);
            tellLoop(ts, report);
        }
        if (coroutine instanceof PyGenerator g) {
            g.giveBack(ts);
        }
        finalizeFuture(ts);
    }

    // ---- attributes

    @PyGetter("_log_destroy_pending")
    boolean getLogDestroyPending() {
        return logDestroyPending;
    }

    @PySetter("_log_destroy_pending")
    void setLogDestroyPending(final ThreadState ts, final Object value) {
        logDestroyPending = PyObjects.isTrue(ts, value);
    }

    @PyDeleter("_log_destroy_pending")
    void deleteLogDestroyPending() {
        throw noDeletion();
    }

    @PyGetter("_must_cancel")
    boolean getMustCancel() {
        return mustCancel;
    }

    @PyGetter("_coro")
    Object coroAttribute() {
        return getCoro();
    }

    @PyGetter("_fut_waiter")
    Object getWaiter() {
        return waiter == null ? PyNone.NONE : waiter;
    }

    /** Whether an exception that ended a task is raised in the loop too. */
    static boolean endsLoop(final PyBaseException e) {
        return e.type().isSubtypeOf(ExceptionTypes.KEYBOARD_INTERRUPT) || e.type().isSubtypeOf(ExceptionTypes.SYSTEM_EXIT);
    }
}
