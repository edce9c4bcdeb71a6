package dev.adder.stdlib.asyncio;

import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyObjects;

/**
 * What {@code asyncio} keeps of one thread: the running loop, the task that runs in it, and the unfinished tasks that
 * were made there ({@code _PyThreadStateImpl}'s {@code asyncio_} fields).
 */
final class LoopThread {
    final AsyncioModule module;
    final Thread thread;
    final TaskRegistry tasks = new TaskRegistry();
    /** Null for none; other threads look at it. */
    volatile Object loop;
    private Object task;
    private int steps;

    LoopThread(final AsyncioModule module, final Thread thread) {
        this.module = module;
        this.thread = thread;
    }

    static LoopThread of(final ThreadState ts) {
        return ts.asyncio instanceof LoopThread here ? here : AsyncioModule.of(ts).admit(ts);
    }

    Object task() {
        return task == null ? PyNone.NONE : task;
    }

    private void checkLoop(final ThreadState ts, final Object given) {
        if (loop != given) {
            throw Errors.runtimeError("loop " + PyObjects.reprJava(ts, given) + " is not the running loop");
        }
    }

    void enter(final ThreadState ts, final Object inLoop, final Object entering) {
        checkLoop(ts, inLoop);
        if (task != null) {
            throw Errors.runtimeError("Cannot enter into task " + PyObjects.reprJava(ts, entering)
                    + " while another task " + PyObjects.reprJava(ts, task) + " is being executed.");
        }
        task = entering;
        if ((++steps & 0xFFF) == 0) {
            tasks.turn(ts);
        }
    }

    void leave(final ThreadState ts, final Object inLoop, final Object leaving) {
        checkLoop(ts, inLoop);
        if (task != leaving) {
            throw Errors.runtimeError("Invalid attempt to leave task " + PyObjects.reprJava(ts, leaving)
                    + " while task " + PyObjects.reprJava(ts, task()) + " is entered.");
        }
        task = null;
    }

    /** As {@link #leave}, after a step that raised: what goes wrong now has that as its context. */
    void leaveRaising(final ThreadState ts, final Object inLoop, final Object leaving, final PyRaise raised) {
        try {
            leave(ts, inLoop, leaving);
        } catch (final PyRaise e) {
            e.value.context = raised.value;
            e.contextSet = true;
            throw e;
        }
    }

    /** Gives what ran before, or None. */
    Object swap(final ThreadState ts, final Object inLoop, final Object next) {
        checkLoop(ts, inLoop);
        final Object previous = task();
        task = next == PyNone.NONE ? null : next;
        return previous;
    }
}
