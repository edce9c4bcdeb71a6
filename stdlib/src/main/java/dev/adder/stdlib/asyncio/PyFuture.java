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
import dev.adder.runtime.Finalizers;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.exceptions.PyBaseException;
import dev.adder.runtime.interp.PyTraceback;
import dev.adder.runtime.interp.SelfAwaited;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyFrozenSet;
import dev.adder.runtime.objects.PyGenericAlias;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PySet;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.stdlib.contextvars.PyContext;
import java.util.Arrays;

/**
 * {@code _asyncio.Future} (FutureObj of CPython's Modules/_asynciomodule.c). Only its loop's thread is meant to use it;
 * the list of callbacks and the step from pending to done take the lock while other threads exist, so that neither
 * breaks when another one does.
 */
@PyTypeSpec(name = "Future", module = "_asyncio")
public class PyFuture extends PySlotted implements Finalizers.Finalizable, SelfAwaited {
    public static final PyType TYPE =
            PyType.builtin("Future", "_asyncio", null, new PyFutureTable()).withDict().withWeakref();

    private static final byte PENDING = 0;
    private static final byte CANCELLED = 1;
    private static final byte FINISHED = 2;

    private static final String[] CONTEXT_NAME = {"context"};
    private static final String UNINITIALISED = "Future object is not initialized.";
    private static final String STOP_ITERATION = "StopIteration interacts badly with generators and cannot be raised"
            + " into a Future";

    /** Null before {@code __init__}. */
    Object loop;
    /** Set by {@code await}, so that a task can tell it from {@code yield}. */
    boolean blocking;
    private byte state;
    private boolean logTraceback;
    private Object result;
    /** A callback, or a task that is to be woken, and its context, or a snapshot of it; others lie in {@link #more}. */
    private Object callback;
    private Object context;
    /** Null, a future or task, or a set of them. */
    private PyObject awaitedBy;
    /** Watches what its forgetting would be reported of; instances of Python classes are watched as such. */
    private Finalizers.Guard guard;
    /** What most futures never have; there may be very many that wait. */
    private More more;

    private static final class More {
        private PyBaseException exception;
        private PyTraceback exceptionTraceback;
        /** In pairs with their contexts; null if there are none. */
        private Object[] callbacks;
        private int callbackCount;
        private Object sourceTraceback;
        /** Null if none was given. */
        private Object cancelMessage;
        /** The CancelledError that ended a task, for whoever asks first. */
        private PyBaseException cancelledError;
    }

    PyFuture(final PyType type) {
        super(type);
    }

    @PyNew(value = "($type, *args, **kwargs)", raw = true)
    static Object make(final ThreadState ts, final PyType cls, final Object[] args, final String[] kwNames) {
        return new PyFuture(cls);
    }

    @PyMethod(value = "__init__($self, /, *, loop=None)")
    void init(final ThreadState ts, final Object givenLoop) {
        start(ts, givenLoop);
    }

    final void start(final ThreadState ts, final Object givenLoop) {
        state = PENDING;
        logTraceback = false;
        blocking = false;
        result = null;
        callback = null;
        context = null;
        more = null;
        awaitedBy = null;
        loop = null;
        loop = givenLoop == PyNone.NONE ? AsyncioModule.eventLoop(ts) : givenLoop;
        final Boolean debug = AsyncioModule.loops(ts).debug(loop);
        if ((debug != null ? debug : PyObjects.isTrue(ts, Calls.method0(ts, loop, "get_debug")))
                && !ts.interp.isFinalizing()) {
            more().sourceTraceback = AsyncioModule.parts(ts).stackOfHere(ts);
        }
    }

    private More more() {
        if (more == null) {
            more = new More();
        }
        return more;
    }

    final boolean isExact() {
        final PyType type = type();
        return type == TYPE || type == PyTask.TYPE;
    }

    final void checkAlive() {
        if (loop == null) {
            throw Errors.runtimeError(UNINITIALISED);
        }
    }

    // ---- becoming done

    final boolean isPending() {
        return state == PENDING;
    }

    /** Takes the step from pending to done; false if somebody else has. */
    private boolean claim(final ThreadState ts, final byte done) {
        if (ts.multi) {
            synchronized (this) {
                return change(done);
            }
        }
        return change(done);
    }

    private boolean change(final byte done) {
        if (state != PENDING) {
            return false;
        }
        state = done;
        return true;
    }

    /** Whether it is done, and what awaits it gets a value. */
    final boolean hasValue() {
        return state == FINISHED && exception() == null;
    }

    private void checkPending(final ThreadState ts) {
        if (state != PENDING) {
            throw AsyncioModule.parts(ts).invalidState(ts, "invalid state");
        }
    }

    final void finish(final ThreadState ts, final Object value) {
        checkAlive();
        checkPending(ts);
        result = value;
        if (!claim(ts, FINISHED)) {
            checkPending(ts);
        }
        done(ts);
    }

    final void fail(final ThreadState ts, final Object given) {
        checkPending(ts);
        Object error = given;
        if (given instanceof PyType t && t.isSubtypeOf(ExceptionTypes.BASE_EXCEPTION)) {
            error = Calls.call0(ts, t);
            checkPending(ts);
        }
        if (!(error instanceof PyBaseException e)) {
            throw Errors.typeError("invalid exception object");
        }
        PyBaseException kept = e;
        if (e.type().isSubtypeOf(ExceptionTypes.STOP_ITERATION)) {
            kept = PyBaseException.make(ExceptionTypes.RUNTIME_ERROR, STOP_ITERATION);
            kept.cause = e;
            kept.suppressContext = true;
            kept.context = e;
        }
        more().exception = kept;
        more.exceptionTraceback = kept.traceback;
        if (!claim(ts, FINISHED)) {
            checkPending(ts);
        }
        done(ts);
        logTraceback = true;
        watch(ts);
    }

    final boolean cancelPlainly(final ThreadState ts, final Object message) {
        logTraceback = false;
        if (!claim(ts, CANCELLED)) {
            return false;
        }
        setCancelMessage(message);
        done(ts);
        return true;
    }

    /** A task ended with this CancelledError. */
    final void cancelledBy(final ThreadState ts, final PyBaseException e) {
        more().cancelledError = e;
        cancelPlainly(ts, null);
    }

    /** Before the callbacks are scheduled. */
    void ended(final ThreadState ts) {
    }

    private void done(final ThreadState ts) {
        ended(ts);
        final Object first = callback;
        if (first == null) {
            return;
        }
        final Object firstContext = context;
        final int n = more == null ? 0 : more.callbackCount;
        final Object[] others = takeCallbacks(ts);
        schedule(ts, first, firstContext);
        for (int i = 0; i < n; i += 2) {
            schedule(ts, others[i], others[i + 1]);
        }
    }

    private void schedule(final ThreadState ts, final Object function, final Object given) {
        callSoon(ts, loop, function(function), this, context(given));
    }

    /** What is called to wake a task is made when it is needed. */
    private static Object function(final Object callback) {
        return callback instanceof PyTask task ? TaskWakeup.of(task) : callback;
    }

    private static Object context(final Object given) {
        return given instanceof Object[] snapshot ? PyContext.of(snapshot) : given;
    }

    /** {@code arg} may be null for a call without argument. */
    static void callSoon(final ThreadState ts, final Object loop, final Object function, final Object arg,
            final Object context) {
        if (AsyncioModule.loops(ts).callSoon(ts, loop, function, arg, context)) {
            return;
        }
        Calls.method(ts, loop, "call_soon",
                arg == null ? new Object[] {function, context} : new Object[] {function, arg, context}, CONTEXT_NAME);
    }

    // ---- callbacks

    private Object[] takeCallbacks(final ThreadState ts) {
        if (ts.multi) {
            synchronized (this) {
                return clearCallbacks();
            }
        }
        return clearCallbacks();
    }

    private Object[] clearCallbacks() {
        callback = null;
        context = null;
        if (more == null) {
            return null;
        }
        final Object[] others = more.callbacks;
        more.callbacks = null;
        more.callbackCount = 0;
        return others;
    }

    /** @param function what is called, or a task that is to be woken; {@code given}: a context, or a snapshot of one */
    final void addCallback(final ThreadState ts, final Object function, final Object given) {
        if (loop == null) {
            throw Errors.runtimeError("uninitialized Future object");
        }
        if (state != PENDING || !keepCallback(ts, function, given)) {
            schedule(ts, function, given);
        }
    }

    private boolean keepCallback(final ThreadState ts, final Object function, final Object given) {
        if (ts.multi) {
            synchronized (this) {
                return state == PENDING && storeCallback(function, given);
            }
        }
        return storeCallback(function, given);
    }

    private boolean storeCallback(final Object function, final Object given) {
        if (callback == null) {
            callback = function;
            context = given;
            return true;
        }
        final More m = more();
        if (m.callbacks == null) {
            m.callbacks = new Object[4];
        } else if (m.callbackCount == m.callbacks.length) {
            m.callbacks = Arrays.copyOf(m.callbacks, 2 * m.callbackCount);
        }
        m.callbacks[m.callbackCount] = function;
        m.callbacks[m.callbackCount + 1] = given;
        m.callbackCount += 2;
        return true;
    }

    /** All callbacks and their contexts in pairs. */
    private synchronized Object[] pairs() {
        if (callback == null) {
            return Calls.NO_ARGS;
        }
        callback = function(callback);
        context = context(context);
        final int n = more == null ? 0 : more.callbackCount;
        final Object[] all = new Object[2 + n];
        all[0] = callback;
        all[1] = context;
        for (int i = 0; i < n; i += 2) {
            more.callbacks[i] = function(more.callbacks[i]);
            more.callbacks[i + 1] = context(more.callbacks[i + 1]);
        }
        if (n > 0) {
            System.arraycopy(more.callbacks, 0, all, 2, n);
        }
        return all;
    }

    private synchronized void replaceCallbacks(final Object[] kept, final int n) {
        clearCallbacks();
        for (int i = 0; i < n; i += 2) {
            storeCallback(kept[i], kept[i + 1]);
        }
    }

    @PyMethod("add_done_callback($self, fn, /, *, context=<unrepresentable>)")
    final void addDoneCallback(final ThreadState ts, final Object function, final Object given) {
        addCallback(ts, function, given == null ? PyContext.snapshot(ts) : given);
    }

    @PyMethod("remove_done_callback($self, fn, /)")
    final long removeDoneCallback(final ThreadState ts, final Object function) {
        checkAlive();
        final Object[] all = pairs();
        int kept = 0;
        for (int i = 0; i < all.length; i += 2) {
            if (!PyObjects.same(ts, all[i], function)) {
                all[kept] = all[i];
                all[kept + 1] = all[i + 1];
                kept += 2;
            }
        }
        if (kept < all.length && callback != null) {
            replaceCallbacks(all, kept);
        }
        return (all.length - kept) / 2;
    }

    // ---- the outcome

    @PyMethod("result($self, /)")
    final Object result(final ThreadState ts) {
        if (loop == null) {
            throw AsyncioModule.parts(ts).invalidState(ts, UNINITIALISED);
        }
        final PyBaseException e = outcome(ts, "Result is not set.");
        if (e == null) {
            return result;
        }
        throw new PyRaise(e);
    }

    /** What {@code result()} would raise, or null if there is a {@link #result}. */
    final PyBaseException outcome(final ThreadState ts) {
        return outcome(ts, "Result is not set.");
    }

    private PyBaseException outcome(final ThreadState ts, final String notYet) {
        if (state == CANCELLED) {
            return makeCancelledError(ts);
        }
        if (state != FINISHED) {
            return AsyncioModule.parts(ts).invalidState(ts, notYet).value;
        }
        logTraceback = false;
        final PyBaseException e = exception();
        if (e != null) {
            e.traceback = more.exceptionTraceback;
            more.exceptionTraceback = null;
        }
        return e;
    }

    @PyMethod("exception($self, /)")
    final Object exception(final ThreadState ts) {
        if (loop == null) {
            throw AsyncioModule.parts(ts).invalidState(ts, UNINITIALISED);
        }
        if (state == CANCELLED) {
            throw new PyRaise(makeCancelledError(ts));
        }
        if (state != FINISHED) {
            throw AsyncioModule.parts(ts).invalidState(ts, "Exception is not set.");
        }
        final PyBaseException e = exception();
        if (e == null) {
            return PyNone.NONE;
        }
        logTraceback = false;
        return e;
    }

    private PyBaseException exception() {
        return more == null ? null : more.exception;
    }

    @PyMethod("_make_cancelled_error($self, /)")
    final PyBaseException makeCancelledError(final ThreadState ts) {
        final PyBaseException e = more == null ? null : more.cancelledError;
        if (e != null) {
            more.cancelledError = null;
            return e;
        }
        final Object message = cancelMessage();
        return AsyncioModule.parts(ts).cancelled(ts, message == PyNone.NONE ? null : message);
    }

    @PyMethod("set_result($self, result, /)")
    final void setResult(final ThreadState ts, final Object value) {
        checkAlive();
        finish(ts, value);
    }

    @PyMethod("set_exception($self, exception, /)")
    final void setException(final ThreadState ts, final Object error) {
        checkAlive();
        fail(ts, error);
    }

    @PyMethod("cancel($self, /, msg=None)")
    final boolean cancel(final ThreadState ts, final Object message) {
        checkAlive();
        return cancelPlainly(ts, message);
    }

    @PyMethod("cancelled($self, /)")
    final boolean isCancelled() {
        return loop != null && state == CANCELLED;
    }

    @PyMethod("done($self, /)")
    final boolean isDone() {
        return loop != null && state != PENDING;
    }

    @PyMethod("get_loop($self, /)")
    final Object getLoop() {
        checkAlive();
        return loop;
    }

    @PyMethod("__iter__($self, /)")
    final Object iter() {
        checkAlive();
        return new FutureIterator(this);
    }

    @PyMethod("__await__($self, /)")
    final Object await() {
        return iter();
    }

    @PyMethod("__repr__($self, /)")
    final Object repr(final ThreadState ts) {
        checkAlive();
        return AsyncioModule.parts(ts).describe(ts, this);
    }

    final void watch(final ThreadState ts) {
        if (guard == null && !type().isHeapType()) {
            guard = Finalizers.watch(ts, this);
        }
    }

    final void unwatch(final ThreadState ts) {
        final Finalizers.Guard g = guard;
        if (g != null) {
            guard = null;
            Finalizers.release(ts, g);
        }
    }

    @Override
    public void finalizeObject(final ThreadState ts) {
        finalizeFuture(ts);
    }

    /** FutureObj_finalize: an exception that nobody asked for is told to the loop. */
    @PyMethod("__del__($self, /)")
    final void finalizeFuture(final ThreadState ts) {
        if (!logTraceback) {
            return;
        }
        logTraceback = false;
        final PyDict report = new PyDict();
        report.putStr("message", type().name() + " exception was never retrieved");
        report.putStr("exception", exception());
        report.putStr("future", this);
        tellLoop(ts, report);
    }

    final void tellLoop(final ThreadState ts, final PyDict report) {
        if (more != null && more.sourceTraceback != null) {
            report.putStr("source_traceback", more.sourceTraceback);
        }
        final Object handler = PyObjects.lookupAttr(ts, loop, "call_exception_handler");
        if (handler == null) {
            return;
        }
        try {
            Calls.call1(ts, handler, report);
        } catch (final PyRaise e) {
            ts.interp.unraisable(ts, e, "while calling asyncio function", handler);
        }
    }

    @PyClassMethod("__class_getitem__($type, object, /)")
    static Object classGetItem(final PyType cls, final Object item) {
        return PyGenericAlias.of(cls, item);
    }

    // ---- awaiting it

    /** What {@link FutureIterator} does, which a task mostly needs not: one less to keep while it waits. */
    @Override
    public final Object sendOrNull(final ThreadState ts, final Object value) {
        if (state == PENDING) {
            if (blocking) {
                throw Errors.runtimeError("await wasn't used with future");
            }
            blocking = true;
            return this;
        }
        result(ts);
        return null;
    }

    @Override
    public final Object takeResult() {
        return result == null ? PyNone.NONE : result;
    }

    @Override
    public final boolean awaitsItself() {
        return isExact() && loop != null;
    }

    @Override
    public final Object iterator() {
        return new FutureIterator(this);
    }

    // ---- who awaits it

    final void addAwaiter(final ThreadState ts, final PyFuture waiter) {
        if (awaitedBy == null) {
            awaitedBy = waiter;
        } else if (awaitedBy instanceof PySet set) {
            set.add(ts, waiter);
        } else {
            final PySet both = new PySet();
            both.add(ts, waiter);
            both.add(ts, awaitedBy);
            awaitedBy = both;
        }
    }

    final void discardAwaiter(final ThreadState ts, final PyFuture waiter) {
        if (awaitedBy == waiter) {
            awaitedBy = null;
        } else if (awaitedBy instanceof PySet set) {
            set.discard(ts, waiter);
        }
    }

    // ---- attributes

    @PyGetter("_asyncio_awaited_by")
    final Object getAwaitedBy(final ThreadState ts) {
        final PyObject by = awaitedBy;
        return by == null ? PyNone.NONE : PyFrozenSet.of(ts, by instanceof PySet set ? set : PyTuple.of(by));
    }

    @PyGetter("_state")
    final Object getState() {
        checkAlive();
        return state == PENDING ? "PENDING" : state == CANCELLED ? "CANCELLED" : "FINISHED";
    }

    @PyGetter("_asyncio_future_blocking")
    final boolean getBlocking() {
        return loop != null && blocking;
    }

    @PySetter("_asyncio_future_blocking")
    final void setBlocking(final ThreadState ts, final Object value) {
        checkAlive();
        blocking = PyObjects.isTrue(ts, value);
    }

    @PyDeleter("_asyncio_future_blocking")
    final void deleteBlocking() {
        checkAlive();
        throw noDeletion();
    }

    @PyGetter("_loop")
    final Object loopAttribute() {
        return loop == null ? PyNone.NONE : loop;
    }

    @PyGetter("_callbacks")
    final Object getCallbacks() {
        checkAlive();
        final Object[] all = pairs();
        if (all.length == 0) {
            return PyNone.NONE;
        }
        final Object[] tuples = new Object[all.length / 2];
        for (int i = 0; i < tuples.length; i++) {
            tuples[i] = PyTuple.of(all[2 * i], all[2 * i + 1]);
        }
        return PyList.of(tuples);
    }

    @PyGetter("_result")
    final Object resultAttribute() {
        checkAlive();
        return result == null ? PyNone.NONE : result;
    }

    @PyGetter("_exception")
    final Object exceptionAttribute() {
        checkAlive();
        return exception() == null ? PyNone.NONE : exception();
    }

    @PyGetter("_log_traceback")
    final boolean getLogTraceback() {
        checkAlive();
        return logTraceback;
    }

    @PySetter("_log_traceback")
    final void setLogTraceback(final ThreadState ts, final Object value) {
        if (PyObjects.isTrue(ts, value)) {
            throw Errors.valueError("_log_traceback can only be set to False");
        }
        logTraceback = false;
    }

    @PyDeleter("_log_traceback")
    final void deleteLogTraceback() {
        throw noDeletion();
    }

    @PyGetter("_source_traceback")
    final Object getSourceTraceback() {
        return more == null || more.sourceTraceback == null ? PyNone.NONE : more.sourceTraceback;
    }

    @PyGetter("_cancel_message")
    final Object getCancelMessage() {
        final Object message = cancelMessage();
        return message == null ? PyNone.NONE : message;
    }

    @PySetter("_cancel_message")
    final void setCancelMessage(final Object value) {
        if (more != null || value != null && value != PyNone.NONE) {
            more().cancelMessage = value;
        }
    }

    @PyDeleter("_cancel_message")
    final void deleteCancelMessage() {
        throw noDeletion();
    }

    static PyRaise noDeletion() {
        return Errors.attributeError("cannot delete attribute");
    }

    /** Tasks count as retrieved what they are asked to give up. */
    final void forgetTraceback() {
        logTraceback = false;
    }

    final Object cancelMessage() {
        return more == null ? null : more.cancelMessage;
    }
}
