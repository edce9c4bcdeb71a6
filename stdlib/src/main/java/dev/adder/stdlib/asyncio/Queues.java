package dev.adder.stdlib.asyncio;

import dev.adder.language.ir.Opcodes;
import dev.adder.runtime.PyInstance;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.Frame;
import dev.adder.runtime.interp.PyFunction;
import dev.adder.runtime.interp.StandIn;
import dev.adder.stdlib.collections.PyDeque;

/**
 * {@code put}, {@code get}, {@code put_nowait} and {@code get_nowait} of {@code asyncio.Queue}, for queues whose class
 * overrides nothing that these call. An item takes 10 to 20 calls of Python functions through a queue, nearly all of
 * them of one line: more than all else that {@code asyncio} does for two coroutines that hand each other items.
 */
final class Queues {
    private static final String[] ATTRIBUTES = {"_maxsize", "_queue", "_getters", "_putters", "_unfinished_tasks",
        "_finished", "_is_shutdown", "_loop"};
    private static final int MAX_SIZE = 0;
    private static final int QUEUE = 1;
    private static final int GETTERS = 2;
    private static final int PUTTERS = 3;
    private static final int UNFINISHED = 4;
    private static final int FINISHED = 5;
    private static final int SHUT_DOWN = 6;
    private static final int LOOP = 7;
    private static final int FULL = 1;
    private static final int FITS = 0;
    private static final int UNUSUAL = -1;

    private final PyType type;
    private final EventLoops loops;
    private final Layout queues;
    private final Layout events;

    Queues(final ThreadState ts, final EventLoops loops) {
        this.loops = loops;
        type = Layout.type(ts, "asyncio.queues", "Queue");
        queues = new Layout(type, ATTRIBUTES, "full", "empty", "qsize", "put", "get", "put_nowait", "get_nowait",
                "_put", "_get", "_wakeup_next", "_get_loop");
        events = new Layout(Layout.type(ts, "asyncio.locks", "Event"), new String[] {"_value"}, "clear");
    }

    void begin() {
        if (type == null) {
            return;
        }
        if (original("put_nowait") instanceof PyFunction f) {
            new PutNow(f).begin();
        }
        if (original("get_nowait") instanceof PyFunction f) {
            new GetNow(f).begin();
        }
        if (original("put") instanceof PyFunction f) {
            new Put(f).begin();
        }
        if (original("get") instanceof PyFunction f) {
            new Get(f).begin();
        }
    }

    private Object original(final String name) {
        final Object function = type.lookup(name);
        return StandIn.isOriginal(function) ? function : null;
    }

    // ---- the steps

    private static int size(final PyInstance q, final int[] slots) {
        final PyDeque items = Layout.deque(q, slots[QUEUE]);
        return items == null ? UNUSUAL : items.builtinSize();
    }

    /** Whether one more item makes it too many: {@link #FULL}, {@link #FITS} or {@link #UNUSUAL}. */
    private static int full(final PyInstance q, final int[] slots) {
        final int size = size(q, slots);
        if (size < 0 || !(Layout.get(q, slots[MAX_SIZE]) instanceof Long most)) {
            return UNUSUAL;
        }
        return most > 0 && size >= most ? FULL : FITS;
    }

    /** {@code put_nowait} where there is room; false if nothing was done. */
    private boolean putNow(final ThreadState ts, final PyInstance q, final int[] slots, final Object item) {
        final PyDeque getters = Layout.deque(q, slots[GETTERS]);
        if (full(q, slots) != FITS || !Layout.isFalse(q, slots[SHUT_DOWN]) || getters == null
                || !(Layout.get(q, slots[UNFINISHED]) instanceof Long unfinished) || unfinished == Long.MAX_VALUE
                || !(Layout.get(q, slots[FINISHED]) instanceof PyInstance finished) || !isWakeable(ts, getters)) {
            return false;
        }
        final int[] eventSlots = events.slots(finished);
        if (eventSlots == null || !(Layout.get(finished, eventSlots[0]) instanceof Boolean isSet)) {
            return false;
        }
        Layout.deque(q, slots[QUEUE]).append(ts, item);
        queues.set(ts, q, slots, UNFINISHED, unfinished + 1);
        if (isSet) {
            events.set(ts, finished, eventSlots, 0, Boolean.FALSE);
        }
        wakeNext(ts, getters);
        return true;
    }

    /** {@code get_nowait} where there is an item; null if nothing was done. */
    private Object getNow(final ThreadState ts, final PyInstance q, final int[] slots) {
        final PyDeque putters = Layout.deque(q, slots[PUTTERS]);
        if (size(q, slots) <= 0 || putters == null || !isWakeable(ts, putters)) {
            return null;
        }
        final Object item = Layout.deque(q, slots[QUEUE]).popLeft(ts);
        wakeNext(ts, putters);
        return item;
    }

    private Object putNow(final ThreadState ts, final Object self, final Object item) {
        if (!(self instanceof PyInstance q)) {
            return null;
        }
        final int[] slots = queues.slots(q);
        return slots != null && putNow(ts, q, slots, item) ? PyNone.NONE : null;
    }

    private Object getNow(final ThreadState ts, final Object self) {
        if (!(self instanceof PyInstance q)) {
            return null;
        }
        final int[] slots = queues.slots(q);
        return slots == null ? null : getNow(ts, q, slots);
    }

    /** Whether {@link #wakeNext} meets nothing but plain futures of a usual loop. */
    private boolean isWakeable(final ThreadState ts, final PyDeque waiters) {
        for (int i = 0;; i++) {
            final Object waiter = waiters.peek(ts, i);
            if (waiter == null) {
                return true;
            }
            if (!(waiter instanceof PyFuture f) || f.type() != PyFuture.TYPE) {
                return false;
            }
            if (f.isPending()) {
                return loops.isUsual(ts, f.loop);
            }
        }
    }

    /** {@code _wakeup_next}. */
    private static void wakeNext(final ThreadState ts, final PyDeque waiters) {
        while (waiters.peek(ts, 0) instanceof PyFuture waiter) {
            waiters.popLeft(ts);
            if (waiter.isPending()) {
                waiter.finish(ts, PyNone.NONE);
                return;
            }
        }
    }

    // ---- the functions

    private final class PutNow extends StandIn {
        PutNow(final PyFunction function) {
            super(function);
        }

        @Override
        protected Object take(final ThreadState ts, final Object self, final Object item) {
            return putNow(ts, self, item);
        }
    }

    private final class GetNow extends StandIn {
        GetNow(final PyFunction function) {
            super(function);
        }

        @Override
        protected Object take(final ThreadState ts, final Object self) {
            return getNow(ts, self);
        }
    }

    /** A coroutine that waits in a loop until it can do what it is for: {@code while ...: await future}. */
    private abstract class Waiting extends StandIn {
        private final int await;
        private final int future;

        /** @param variable that holds the future */
        Waiting(final PyFunction function, final String variable) {
            super(function);
            this.await = find(Opcodes.YIELD_FROM, 0);
            this.future = register(variable);
        }

        @Override
        protected final Object goOn(final ThreadState ts, final Frame f) {
            if (!(f.regs[0] instanceof PyInstance q) || f.pc != 0 && !awaited(f)) {
                return null;
            }
            final int[] slots = queues.slots(q);
            return slots == null ? null : step(ts, f, q, slots);
        }

        /** Goes back to the head of the loop if what the frame waits for came; else nothing has changed. */
        private boolean awaited(final Frame f) {
            if (f.pc != await || !(f.regs[operand(await, 1)] instanceof PyFuture waiter)
                    || waiter.type() != PyFuture.TYPE || !waiter.hasValue() || f.sent != null && f.sent != PyNone.NONE) {
                return false;
            }
            f.sent = null;
            f.pc = 0;
            return true;
        }

        abstract Object step(ThreadState ts, Frame f, PyInstance q, int[] slots);

        /** A round of the loop: the frame waits for a future among the {@code waiters}. */
        final Object suspend(final ThreadState ts, final Frame f, final PyInstance q, final int[] slots,
                final int waiters) {
            final PyDeque waiting = Layout.deque(q, slots[waiters]);
            final Object loop = LoopThread.of(ts).loop;
            if (waiting == null || loop == null || Layout.get(q, slots[LOOP]) != loop
                    || !Layout.isFalse(q, slots[SHUT_DOWN])) {
                return null;
            }
            final PyFuture made = loops.createFuture(ts, loop);
            if (made == null) {
                return null;
            }
            f.regs[future] = made;
            f.regs[operand(await, 1)] = made;
            waiting.append(ts, made);
            f.pc = await;
            made.blocking = true;
            f.suspended = true;
            return made;
        }
    }

    private final class Put extends Waiting {
        Put(final PyFunction function) {
            super(function, "putter");
        }

        @Override
        Object step(final ThreadState ts, final Frame f, final PyInstance q, final int[] slots) {
            if (full(q, slots) == FULL) {
                return suspend(ts, f, q, slots, PUTTERS);
            }
            return putNow(ts, q, slots, f.regs[1]) ? PyNone.NONE : null;
        }

        @Override
        protected Object takeAwaited(final ThreadState ts, final Object self, final Object item) {
            return putNow(ts, self, item);
        }
    }

    private final class Get extends Waiting {
        Get(final PyFunction function) {
            super(function, "getter");
        }

        @Override
        Object step(final ThreadState ts, final Frame f, final PyInstance q, final int[] slots) {
            return size(q, slots) == 0 ? suspend(ts, f, q, slots, GETTERS) : getNow(ts, q, slots);
        }

        @Override
        protected Object takeAwaited(final ThreadState ts, final Object self) {
            return getNow(ts, self);
        }
    }
}
