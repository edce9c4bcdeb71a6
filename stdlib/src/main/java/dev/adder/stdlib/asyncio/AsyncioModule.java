package dev.adder.stdlib.asyncio;

import dev.adder.expose.PyConstant;
import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.Finalizers;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.objects.PySet;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.stdlib.contextvars.PyContext;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The module {@code _asyncio} (CPython's Modules/_asynciomodule.c). */
@PyModuleSpec("_asyncio")
public final class AsyncioModule extends NativeModule implements Finalizers.Keeper {
    @PyConstant("Future")
    static final Object FUTURE = PyFuture.TYPE;
    @PyConstant("Task")
    static final Object TASK = PyTask.TYPE;

    private final AtomicLong taskNumber = new AtomicLong();
    /** The threads that have run a loop or made a task. */
    private final List<LoopThread> threads = new ArrayList<>();
    private volatile PythonParts parts;
    private volatile EventLoops loops;
    /** Unfinished tasks of other classes than ours; a {@code WeakSet}, null before the first one. */
    private Object otherTasks;
    private final PySet otherEagerTasks = new PySet();

    @Override
    public BuiltinTable table() {
        return new AsyncioModuleTable();
    }

    @Override
    public void init(final ThreadState ts, final PyModule module) {
        ts.interp.setPart(AsyncioModule.class, this);
        ts.interp.finalizers().add(this);
    }

    static AsyncioModule of(final ThreadState ts) {
        return ts.interp.part(AsyncioModule.class);
    }

    static PythonParts parts(final ThreadState ts) {
        final LoopThread here = LoopThread.of(ts);
        return here.module.pythonParts(ts);
    }

    PythonParts pythonParts(final ThreadState ts) {
        PythonParts p = parts;
        if (p == null) {
            p = new PythonParts(ts);
            parts = p;
        }
        return p;
    }

    static EventLoops loops(final ThreadState ts) {
        return LoopThread.of(ts).module.eventLoops(ts);
    }

    private EventLoops eventLoops(final ThreadState ts) {
        EventLoops l = loops;
        if (l == null) {
            l = new EventLoops(ts);
            if (ts.interp.modules.getStr("asyncio.queues") != null) {
                loops = l;
                new Queues(ts, l).begin();
            }
        }
        return l;
    }

    /** The record of a thread that uses asyncio for the first time. */
    LoopThread admit(final ThreadState ts) {
        final LoopThread here = new LoopThread(this, ts.thread);
        synchronized (threads) {
            for (final Iterator<LoopThread> all = threads.iterator(); all.hasNext();) {
                final LoopThread other = all.next();
                if (!other.thread.isAlive()) {
                    other.tasks.letGo(ts);
                    all.remove();
                }
            }
            threads.add(here);
        }
        ts.asyncio = here;
        return here;
    }

    private LoopThread[] threads() {
        synchronized (threads) {
            return threads.toArray(new LoopThread[0]);
        }
    }

    long nextTaskNumber() {
        return taskNumber.incrementAndGet();
    }

    static Object copyContext(final ThreadState ts) {
        return PyContext.current(ts).copy();
    }

    /** The running loop, or what the policy gives. */
    static Object eventLoop(final ThreadState ts) {
        final Object running = LoopThread.of(ts).loop;
        return running != null ? running : parts(ts).loopOfPolicy(ts);
    }

    /** {@code asyncio.futures._get_loop}. */
    static Object loopOf(final ThreadState ts, final Object future) {
        if (future instanceof PyFuture f && f.isExact()) {
            return f.loop;
        }
        final Object getLoop = PyObjects.lookupAttr(ts, future, "get_loop");
        return getLoop != null ? Calls.call0(ts, getLoop) : PyObjects.getAttr(ts, future, "_loop");
    }

    private static Object runningLoop(final ThreadState ts) {
        final Object running = LoopThread.of(ts).loop;
        if (running == null) {
            throw Errors.runtimeError("no running event loop");
        }
        return running;
    }

    // ---- loops

    @PyFunction("_get_running_loop($module, /)")
    Object getRunningLoopOrNone(final ThreadState ts) {
        final Object running = LoopThread.of(ts).loop;
        return running == null ? PyNone.NONE : running;
    }

    @PyFunction("_set_running_loop($module, loop, /)")
    void setRunningLoop(final ThreadState ts, final Object loop) {
        final LoopThread here = LoopThread.of(ts);
        here.loop = loop == PyNone.NONE ? null : loop;
        if (here.loop == null) {
            here.tasks.letGo(ts);
        }
    }

    @Override
    public void letGo(final ThreadState ts) {
        for (final LoopThread thread : threads()) {
            thread.tasks.letGo(ts);
        }
    }

    @PyFunction("get_event_loop($module, /)")
    Object getEventLoop(final ThreadState ts) {
        return eventLoop(ts);
    }

    @PyFunction("get_running_loop($module, /)")
    Object getRunningLoop(final ThreadState ts) {
        return runningLoop(ts);
    }

    // ---- tasks

    @PyFunction("_register_task($module, /, task)")
    void registerTask(final ThreadState ts, final Object task) {
        if (task instanceof PyTask t) {
            t.register(ts, LoopThread.of(ts));
        } else {
            Calls.method1(ts, otherTasks(ts), "add", task);
        }
    }

    @PyFunction("_register_eager_task($module, /, task)")
    void registerEagerTask(final ThreadState ts, final Object task) {
        if (task instanceof PyTask t) {
            t.register(ts, LoopThread.of(ts));
        } else {
            otherEagerTasks.add(ts, task);
        }
    }

    @PyFunction("_unregister_task($module, /, task)")
    void unregisterTask(final ThreadState ts, final Object task) {
        if (task instanceof PyTask t) {
            t.unregister(ts);
        } else {
            Calls.method1(ts, otherTasks(ts), "discard", task);
        }
    }

    @PyFunction("_unregister_eager_task($module, /, task)")
    void unregisterEagerTask(final ThreadState ts, final Object task) {
        if (task instanceof PyTask t) {
            t.unregister(ts);
        } else {
            otherEagerTasks.discard(ts, task);
        }
    }

    private synchronized Object otherTasks(final ThreadState ts) {
        if (otherTasks == null) {
            otherTasks = Calls.method0(ts, ts.interp.importModule(ts, "weakref"), "WeakSet");
        }
        return otherTasks;
    }

    @PyFunction("_enter_task($module, /, loop, task)")
    void enterTask(final ThreadState ts, final Object loop, final Object task) {
        LoopThread.of(ts).enter(ts, loop, task);
    }

    @PyFunction("_leave_task($module, /, loop, task)")
    void leaveTask(final ThreadState ts, final Object loop, final Object task) {
        LoopThread.of(ts).leave(ts, loop, task);
    }

    @PyFunction("_swap_current_task($module, /, loop, task)")
    Object swapCurrentTask(final ThreadState ts, final Object loop, final Object task) {
        return LoopThread.of(ts).swap(ts, loop, task);
    }

    @PyFunction("current_task($module, /, loop=None)")
    Object currentTask(final ThreadState ts, final Object given) {
        final Object loop = given == PyNone.NONE ? runningLoop(ts) : given;
        final LoopThread here = LoopThread.of(ts);
        if (here.loop == loop) {
            return here.task();
        }
        for (final LoopThread other : threads()) {
            if (other.loop == loop) {
                return other.task();
            }
        }
        return PyNone.NONE;
    }

    @PyFunction("all_tasks($module, /, loop=None)")
    Object allTasks(final ThreadState ts, final Object given) {
        final Object loop = given == PyNone.NONE ? runningLoop(ts) : given;
        final List<Object> all = new ArrayList<>();
        PyIter.forEach(ts, otherEagerTasks, all::add);
        if (otherTasks != null) {
            PyIter.forEach(ts, otherTasks, all::add);
        }
        for (final LoopThread thread : threads()) {
            thread.tasks.addAllTo(all);
        }
        for (final Object watched : ts.interp.finalizers().watched()) {
            if (watched instanceof PyTask task && task.isRegistered()) {
                all.add(task);
            }
        }
        final PySet tasks = new PySet();
        for (final Object task : all) {
            if (isUnfinished(ts, task) && loopOf(ts, task) == loop) {
                tasks.add(ts, task);
            }
        }
        return tasks;
    }

    private static boolean isUnfinished(final ThreadState ts, final Object task) {
        return task instanceof PyTask t && t.isExact() ? t.isPending()
                : !PyObjects.isTrue(ts, Calls.method0(ts, task, "done"));
    }

    // ---- who awaits whom

    @PyFunction("future_add_to_awaited_by($module, fut, waiter, /)")
    void addToAwaitedBy(final ThreadState ts, final Object future, final Object waiter) {
        if (future instanceof PyFuture f && waiter instanceof PyFuture w) {
            f.addAwaiter(ts, w);
        }
    }

    @PyFunction("future_discard_from_awaited_by($module, fut, waiter, /)")
    void discardFromAwaitedBy(final ThreadState ts, final Object future, final Object waiter) {
        if (future instanceof PyFuture f && waiter instanceof PyFuture w) {
            f.discardAwaiter(ts, w);
        }
    }
}
