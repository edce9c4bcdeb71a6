package dev.adder.stdlib.asyncio;

import dev.adder.runtime.Calls;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.PyBaseException;
import dev.adder.runtime.interp.PyGenerator;
import dev.adder.runtime.ops.PyObjects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What {@code _asyncio} uses of {@code asyncio}'s own Python code, found when it is first needed. */
final class PythonParts {
    private static final int KNOWN_TYPES = 100;

    private final PyType cancelledError;
    private final PyType invalidStateError;
    private final Object futureRepr;
    private final Object taskRepr;
    private final Object taskGetStack;
    private final Object taskPrintStack;
    private final Object isCoroutine;
    private final Object getPolicy;
    private final Object extractStack;
    /** Types that {@code asyncio.iscoroutine} said yes to. */
    private final Set<PyType> coroutineTypes = ConcurrentHashMap.newKeySet();

    PythonParts(final ThreadState ts) {
        cancelledError = (PyType) find(ts, "asyncio.exceptions", "CancelledError");
        invalidStateError = (PyType) find(ts, "asyncio.exceptions", "InvalidStateError");
        futureRepr = find(ts, "asyncio.base_futures", "_future_repr");
        taskRepr = find(ts, "asyncio.base_tasks", "_task_repr");
        taskGetStack = find(ts, "asyncio.base_tasks", "_task_get_stack");
        taskPrintStack = find(ts, "asyncio.base_tasks", "_task_print_stack");
        isCoroutine = find(ts, "asyncio.coroutines", "iscoroutine");
        getPolicy = find(ts, "asyncio.events", "_get_event_loop_policy");
        extractStack = find(ts, "traceback", "extract_stack");
    }

    private static Object find(final ThreadState ts, final String module, final String name) {
        return PyObjects.getAttr(ts, ts.interp.importModule(ts, module), name);
    }

    Object describe(final ThreadState ts, final PyFuture future) {
        return Calls.call1(ts, future instanceof PyTask ? taskRepr : futureRepr, future);
    }

    Object stack(final ThreadState ts, final PyTask task, final Object limit) {
        return Calls.call2(ts, taskGetStack, task, limit);
    }

    Object printStack(final ThreadState ts, final PyTask task, final Object limit, final Object file) {
        return Calls.call3(ts, taskPrintStack, task, limit, file);
    }

    Object stackOfHere(final ThreadState ts) {
        return Calls.call0(ts, extractStack);
    }

    Object loopOfPolicy(final ThreadState ts) {
        return Calls.method0(ts, Calls.call0(ts, getPolicy), "get_event_loop");
    }

    PyRaise invalidState(final ThreadState ts, final String message) {
        return new PyRaise((PyBaseException) Calls.call1(ts, invalidStateError, message));
    }

    /** A CancelledError; {@code message} may be null. */
    PyBaseException cancelled(final ThreadState ts, final Object message) {
        return (PyBaseException) (message == null ? Calls.call0(ts, cancelledError)
                : Calls.call1(ts, cancelledError, message));
    }

    boolean isCancelled(final PyBaseException e) {
        return e.type().isSubtypeOf(cancelledError);
    }

    boolean isCoroutine(final ThreadState ts, final Object o) {
        if (o instanceof PyGenerator g && g.isCoroutine() || coroutineTypes.contains(PyType.of(o))) {
            return true;
        }
        if (!PyObjects.isTrue(ts, Calls.call1(ts, isCoroutine, o))) {
            return false;
        }
        if (coroutineTypes.size() < KNOWN_TYPES) {
            coroutineTypes.add(PyType.of(o));
        }
        return true;
    }
}
