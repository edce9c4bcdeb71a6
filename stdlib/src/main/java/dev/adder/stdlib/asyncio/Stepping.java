package dev.adder.stdlib.asyncio;

import dev.adder.language.text.Str;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.exceptions.PyBaseException;
import dev.adder.runtime.interp.PyGenerator;
import dev.adder.runtime.ops.PyObjects;

/** One step of a task: {@code task_step_impl} and {@code task_step_handle_result_impl} of CPython's _asynciomodule.c. */
final class Stepping {
    private static final String BLOCKING = "_asyncio_future_blocking";
    private static final String[] CONTEXT_NAME = {"context"};

    private Stepping() {
    }

    /** Sends None into the coroutine, or throws, and does what it asks for or the task's end. */
    static void run(final ThreadState ts, final PyTask task, final PyBaseException thrown) {
        PyBaseException e = thrown;
        if (!task.isPending()) {
            throw AsyncioModule.parts(ts).invalidState(ts, "__step(): already done: " + PyObjects.reprJava(ts, task)
                    + " " + PyObjects.reprJava(ts, e == null ? PyNone.NONE : e));
        }
        if (task.mustCancel) {
            if (e == null || !AsyncioModule.parts(ts).isCancelled(e)) {
                e = task.makeCancelledError(ts);
            }
            task.mustCancel = false;
        }
        task.waiter = null;
        final Object coroutine = task.coroutine;
        if (coroutine == null) {
            throw Errors.runtimeError("uninitialized Task object");
        }
        final Object item;
        Object returned = null;
        try {
            if (coroutine instanceof PyGenerator g && !g.isAsyncGenerator()) {
                item = e == null ? g.sendOrNull(ts, null) : g.throwOrNull(ts, e);
                if (item == null) {
                    returned = g.takeResult();
                }
            } else {
                item = e == null ? Calls.method1(ts, coroutine, "send", PyNone.NONE)
                        : Calls.method1(ts, coroutine, "throw", e);
            }
        } catch (final PyRaise raised) {
            raised(ts, task, raised);
            return;
        }
        if (item == null) {
            returned(ts, task, returned);
        } else {
            wait(ts, task, item);
        }
    }

    private static void returned(final ThreadState ts, final PyTask task, final Object value) {
        if (task.mustCancel) {
            // Cancelled right before it ended.
            task.mustCancel = false;
            task.cancelPlainly(ts, task.cancelMessage());
        } else {
            task.finish(ts, value);
        }
    }

    private static void raised(final ThreadState ts, final PyTask task, final PyRaise e) {
        if (Errors.matches(e, ExceptionTypes.STOP_ITERATION)) {
            returned(ts, task, e.value.fieldOrNone("value"));
        } else if (AsyncioModule.parts(ts).isCancelled(e.value)) {
            task.cancelledBy(ts, e.value);
        } else {
            task.fail(ts, e.value);
            if (PyTask.endsLoop(e.value)) {
                throw e;
            }
        }
    }

    /** The coroutine gave something to wait for. */
    private static void wait(final ThreadState ts, final PyTask task, final Object item) {
        if (item == PyNone.NONE) {
            task.stepSoon(ts, null);
        } else if (item == task) {
            failSoon(ts, task, "Task cannot await on itself: ", task, "");
        } else if (item instanceof PyFuture f && f.isExact()) {
            waitForFuture(ts, task, f);
        } else {
            waitForOther(ts, task, item);
        }
    }

    private static void waitForFuture(final ThreadState ts, final PyTask task, final PyFuture f) {
        if (f.loop != task.loop) {
            otherLoop(ts, task, f);
        } else if (!f.blocking) {
            plainYield(ts, task, f);
        } else {
            f.addAwaiter(ts, task);
            f.blocking = false;
            f.addCallback(ts, task, task.context);
            waits(ts, task, f);
        }
    }

    /** A subclass, anything that calls itself a future, or what is none. */
    private static void waitForOther(final ThreadState ts, final PyTask task, final Object item) {
        final Object blocking = PyObjects.lookupAttr(ts, item, BLOCKING);
        if (blocking == null || blocking == PyNone.NONE) {
            if (item instanceof PyGenerator g && g.type() == PyGenerator.TYPE) {
                failSoon(ts, task, "yield was used instead of yield from for generator in task ", task, " with ", item);
            } else {
                failSoon(ts, task, "Task got bad yield: ", item, "");
            }
            return;
        }
        final boolean blocks = PyObjects.isTrue(ts, blocking);
        if (AsyncioModule.loopOf(ts, item) != task.loop) {
            otherLoop(ts, task, item);
        } else if (!blocks) {
            plainYield(ts, task, item);
        } else {
            if (item instanceof PyFuture f) {
                f.addAwaiter(ts, task);
            }
            PyObjects.setAttr(ts, item, BLOCKING, false);
            Calls.method(ts, item, "add_done_callback", new Object[] {TaskWakeup.of(task), task.context}, CONTEXT_NAME);
            waits(ts, task, item);
        }
    }

    private static void waits(final ThreadState ts, final PyTask task, final Object future) {
        task.waiter = future;
        if (task.mustCancel && PyObjects.isTrue(ts, cancel(ts, future, task.getCancelMessage()))) {
            task.mustCancel = false;
        }
    }

    static Object cancel(final ThreadState ts, final Object future, final Object message) {
        return Calls.method1(ts, future, "cancel", message);
    }

    private static void otherLoop(final ThreadState ts, final PyTask task, final Object item) {
        failSoon(ts, task, "Task ", task, " got Future ", item, " attached to a different loop");
    }

    private static void plainYield(final ThreadState ts, final PyTask task, final Object item) {
        failSoon(ts, task, "yield was used instead of yield from in task ", task, " with ", item);
    }

    /** Has a RuntimeError thrown into the coroutine; every second part of its text is shown by {@code repr}. */
    private static void failSoon(final ThreadState ts, final PyTask task, final Object... parts) {
        Object text = "";
        for (int i = 0; i < parts.length; i++) {
            text = Str.concat(text, (i & 1) == 0 ? parts[i] : PyObjects.repr(ts, parts[i]));
        }
        task.stepSoon(ts, PyBaseException.make(ExceptionTypes.RUNTIME_ERROR, text));
    }
}
