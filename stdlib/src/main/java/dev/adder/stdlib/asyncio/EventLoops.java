package dev.adder.stdlib.asyncio;

import dev.adder.runtime.Calls;
import dev.adder.runtime.PyInstance;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.Shape;
import dev.adder.runtime.SlotDescriptor;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.TypeCall;
import dev.adder.runtime.interp.GlobalCell;
import dev.adder.runtime.interp.PyFunction;
import dev.adder.runtime.interp.StandIn;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.stdlib.collections.PyDeque;
import dev.adder.stdlib.contextvars.PyContext;

/**
 * What a future asks of its loop ({@code get_debug}, {@code call_soon}), done in Java for loops that have these from
 * {@code asyncio.base_events.BaseEventLoop} as the library wrote them, are neither closed nor in debug mode, as long as
 * {@code asyncio.events.Handle} is what it was. The handles are the same objects that {@code call_soon} makes.
 */
final class EventLoops {
    private static final String[] ATTRIBUTES = {"_closed", "_debug", "_ready"};
    private static final int CLOSED = 0;
    private static final int DEBUG = 1;
    private static final int READY = 2;
    private static final String[] LOOP_METHODS =
            {"call_soon", "_call_soon", "_check_closed", "get_debug", "create_future"};

    /** In the order in which {@code Handle.__init__} stores them. */
    private static final String[] HANDLE =
            {"_context", "_loop", "_callback", "_args", "_cancelled", "_repr", "_source_traceback"};
    static final int CONTEXT = 0;
    static final int CALLBACK = 2;
    static final int ARGS = 3;
    static final int CANCELLED = 4;

    private final Layout loops;
    private final PyType handle;
    private final Object handleInit;
    private final Object handleRun;
    private final GlobalCell handleName;
    private final GlobalCell futureName;
    /** Of handles that {@code __init__} has filled; null if they are not made as they were when this was written. */
    private final Shape handleShape;
    /** Versions of {@code Handle} that were looked at last: one with the methods it came with, and one with others. */
    private volatile long usualVersion = -1;
    private volatile long otherVersion = -1;

    EventLoops(final ThreadState ts) {
        loops = new Layout(Layout.type(ts, "asyncio.base_events", "BaseEventLoop"), ATTRIBUTES, LOOP_METHODS);
        handle = Layout.type(ts, "asyncio.events", "Handle");
        handleName = cell(ts, "asyncio.events", "Handle");
        futureName = cell(ts, "asyncio.futures", "Future");
        handleInit = handle == null ? null : TypeCall.plainInit(handle);
        handleRun = handle == null ? null : handle.lookup("_run");
        handleShape = handle != null && handleName != null && StandIn.isOriginal(handleInit)
                && StandIn.isOriginal(handleRun) ? handleShape() : null;
        if (handleShape != null) {
            new HandleRun((PyFunction) handleRun, this).begin();
            RunOnce.begin(ts, this);
        }
        Select.begin(ts);
        Sleep.begin(ts);
    }

    /** Of a module's variable; null if the module was not imported. */
    static GlobalCell cell(final ThreadState ts, final String module, final String name) {
        return ts.interp.modules.getStr(module) instanceof PyModule m ? m.dict().cell(name) : null;
    }

    private Shape handleShape() {
        Shape shape = handle.rootShape();
        for (final String name : HANDLE) {
            if (!(handle.getOwn(name) instanceof SlotDescriptor d)) {
                return null;
            }
            shape = shape.with(d.key);
        }
        return shape;
    }

    /** Whether {@code Handle} has the methods it came with. */
    boolean isHandleUsual() {
        if (handleShape == null || handleName.peek() != handle) {
            return false;
        }
        return handle.isVersion(usualVersion) || !handle.isVersion(otherVersion) && looksUsual();
    }

    private boolean looksUsual() {
        final long version = handle.version();
        final boolean isUsual = TypeCall.plainInit(handle) == handleInit && handle.lookup("_run") == handleRun
                && StandIn.isOriginal(handleInit) && StandIn.isOriginal(handleRun);
        if (isUsual) {
            usualVersion = version;
        } else {
            otherVersion = version;
        }
        return isUsual;
    }

    /** The handle if it is of the class {@code Handle} itself and complete, or null. */
    PyInstance handle(final Object o) {
        return o instanceof PyInstance h && h.shape == handleShape && isHandleUsual() ? h : null;
    }

    /** {@code loop.get_debug()}, or null if that may be anything. */
    Boolean debug(final Object loop) {
        if (!(loop instanceof PyInstance l)) {
            return null;
        }
        final int[] slots = loops.slots(l);
        return slots != null && Layout.get(l, slots[DEBUG]) instanceof Boolean b ? b : null;
    }

    /** {@code handle._run()}. */
    void run(final ThreadState ts, final PyInstance h) {
        ((PyFunction) handleRun).call1(ts, h);
    }

    /** The queue of handles, if {@code call_soon} would only append one to it; else null. */
    private PyDeque ready(final ThreadState ts, final Object loop) {
        if (ts.tracer != null || !(loop instanceof PyInstance l)) {
            return null;
        }
        final int[] slots = loops.slots(l);
        return slots != null && Layout.isFalse(l, slots[CLOSED]) && Layout.isFalse(l, slots[DEBUG]) && isHandleUsual()
                ? Layout.deque(l, slots[READY]) : null;
    }

    /** Whether {@link #callSoon} will run no Python code. */
    boolean isUsual(final ThreadState ts, final Object loop) {
        return ready(ts, loop) != null;
    }

    /**
     * {@code loop.call_soon(function, arg, context=context)}; false if that must be called.
     *
     * @param arg null for a call without argument
     * @param context no None
     */
    boolean callSoon(final ThreadState ts, final Object loop, final Object function, final Object arg,
            final Object context) {
        final PyDeque ready = ready(ts, loop);
        if (ready == null || context == PyNone.NONE) {
            return false;
        }
        final PyInstance h = new PyInstance(handleShape);
        h.s0 = context;
        h.s1 = loop;
        h.s2 = function;
        h.s3 = arg == null ? PyTuple.EMPTY : PyTuple.of(arg);
        h.more = new Object[] {Boolean.FALSE, PyNone.NONE, PyNone.NONE, null};
        ready.append(ts, h);
        return true;
    }

    /** {@code loop.create_future()}, or null if that must be called. */
    PyFuture createFuture(final ThreadState ts, final Object loop) {
        if (ready(ts, loop) == null || futureName == null || futureName.peek() != PyFuture.TYPE) {
            return null;
        }
        final PyFuture made = new PyFuture(PyFuture.TYPE);
        made.start(ts, loop);
        return made;
    }

    /** {@code self._context.run(self._callback, *self._args)} of a handle that {@link #isRunnable}. */
    static void runCallback(final ThreadState ts, final PyInstance h) {
        final PyContext context = (PyContext) h.slotGet(CONTEXT);
        final Object callback = h.slotGet(CALLBACK);
        final Object[] args = ((PyTuple) h.slotGet(ARGS)).items();
        context.enter(ts);
        try {
            switch (args.length) {
                case 0 -> Calls.call0(ts, callback);
                case 1 -> Calls.call1(ts, callback, args[0]);
                default -> Calls.call(ts, callback, args.clone(), null);
            }
        } finally {
            context.exit(ts);
        }
    }

    /** Whether it has not been cancelled and its context is one. */
    static boolean isRunnable(final PyInstance h) {
        return h.slotGet(CONTEXT) instanceof PyContext && h.slotGet(ARGS) instanceof PyTuple;
    }
}
