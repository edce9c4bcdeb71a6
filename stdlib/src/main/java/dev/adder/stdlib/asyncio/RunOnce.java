package dev.adder.stdlib.asyncio;

import dev.adder.language.ir.Opcodes;
import dev.adder.runtime.Calls;
import dev.adder.runtime.PyInstance;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.Frame;
import dev.adder.runtime.interp.PyFunction;
import dev.adder.runtime.interp.StandIn;
import dev.adder.runtime.objects.PyRangeIterator;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.stdlib.collections.PyDeque;

/**
 * {@code BaseEventLoop._run_once} while no timers are set: one look at what can be read and written, and the handles that
 * are ready then. A loop with timers or in debug mode is left to the function itself, in the middle if it comes to that.
 */
final class RunOnce extends StandIn {
    private static final String[] ATTRIBUTES = {"_debug", "_ready", "_scheduled", "_stopping", "_selector"};
    private static final int DEBUG = 0;
    private static final int READY = 1;
    private static final int SCHEDULED = 2;
    private static final int STOPPING = 3;
    private static final int SELECTOR = 4;

    private final EventLoops loops;
    private final Layout layout;
    /** Instructions of the function. */
    private final int select;
    private final int process;
    private final int timers;
    private final int handles;
    private final int popLeft;
    private final int run;

    private RunOnce(final PyFunction function, final PyType base, final EventLoops loops) {
        super(function);
        this.loops = loops;
        layout = new Layout(base, ATTRIBUTES, "_run_once", "_process_events", "time");
        select = findCall("select", 0);
        process = findCall("_process_events", select);
        timers = after(process);
        handles = find(Opcodes.FOR_ITER, process);
        popLeft = findCall("popleft", handles);
        run = findCall("_run", after(findCall("_run", popLeft)));
    }

    static void begin(final ThreadState ts, final EventLoops loops) {
        final PyType base = Layout.type(ts, "asyncio.selector_events", "BaseSelectorEventLoop");
        if (base != null && base.lookup("_run_once") instanceof PyFunction f && isOriginal(f)) {
            new RunOnce(f, base, loops).begin();
        }
    }

    /** The slots of the loop's attributes, if handles can be run; else null. */
    private int[] slots(final ThreadState ts, final PyInstance loop) {
        final int[] slots = layout.slots(loop);
        return slots != null && Layout.isFalse(loop, slots[DEBUG]) && ts.tracer == null ? slots : null;
    }

    private static boolean hasTimers(final PyInstance loop, final int[] slots) {
        return !Layout.isEmptyList(Layout.get(loop, slots[SCHEDULED]));
    }

    @Override
    protected Object take(final ThreadState ts, final Object self) {
        if (self instanceof PyInstance loop) {
            final int[] slots = slots(ts, loop);
            if (slots != null && !hasTimers(loop, slots)) {
                return enter(ts, loop);
            }
        }
        return null;
    }

    @Override
    protected Object goOn(final ThreadState ts, final Frame f) {
        final PyInstance loop = (PyInstance) f.regs[0];
        int[] slots = slots(ts, loop);
        if (slots == null || hasTimers(loop, slots) || Layout.deque(loop, slots[READY]) == null
                || !(Layout.get(loop, slots[STOPPING]) instanceof Boolean stopping)
                || !(Layout.get(loop, slots[SELECTOR]) instanceof Object selector)) {
            return null;
        }
        final boolean waits = !stopping && Layout.deque(loop, slots[READY]).builtinSize() == 0;
        f.pc = select;
        final Object events = Calls.method1(ts, selector, "select", waits ? PyNone.NONE : (Object) 0L);
        if (!Layout.isEmptyList(events)) {
            f.pc = process;
            Calls.method1(ts, loop, "_process_events", events);
        }
        f.pc = timers;
        slots = slots(ts, loop);
        if (slots == null || hasTimers(loop, slots)) {
            return null;
        }
        final PyDeque ready = Layout.deque(loop, slots[READY]);
        return ready == null ? null : runHandles(ts, f, loop, ready);
    }

    private Object runHandles(final ThreadState ts, final Frame f, final PyInstance loop, final PyDeque ready) {
        final int count = ready.builtinSize();
        for (int i = 0; i < count; i++) {
            f.pc = handles;
            ts.poll();
            final int[] slots = slots(ts, loop);
            if (slots == null || Layout.get(loop, slots[READY]) != ready) {
                f.regs[operand(handles, 1)] = new PyRangeIterator(i, 1, count - i);
                return null;
            }
            f.pc = popLeft;
            final Object next = ready.popLeft(ts);
            f.pc = run;
            final PyInstance h = loops.handle(next);
            if (h == null) {
                runOther(ts, f, next);
            } else if (!Boolean.TRUE.equals(h.slotGet(EventLoops.CANCELLED))) {
                loops.run(ts, h);
            }
        }
        return PyNone.NONE;
    }

    /** A handle of another class. */
    private void runOther(final ThreadState ts, final Frame f, final Object handle) {
        f.pc = popLeft;
        final boolean isCancelled = PyObjects.isTrue(ts, PyObjects.getAttr(ts, handle, "_cancelled"));
        f.pc = run;
        if (!isCancelled) {
            Calls.method0(ts, handle, "_run");
        }
    }
}
