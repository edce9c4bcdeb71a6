package dev.adder.stdlib.asyncio;

import dev.adder.language.ir.Opcodes;
import dev.adder.runtime.PyInstance;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.Frame;
import dev.adder.runtime.interp.PyFunction;
import dev.adder.runtime.interp.StandIn;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyList;
import dev.adder.stdlib.select.PyEpoll;

/**
 * {@code EpollSelector.select} of selectors, where it does not wait or waits for good, and nothing comes of it: what a
 * loop asks at each turn. What came is for the function itself.
 */
final class Select extends StandIn {
    private static final String[] ATTRIBUTES = {"_fd_to_key", "_selector"};
    private static final int KEYS = 0;
    private static final int SELECTOR = 1;

    private final Layout layout;
    /** Instructions of the function, and the registers of its variables. */
    private final int poll;
    private final int polled;
    private final int timeout;
    private final int maxEvents;
    private final int ready;
    private final int events;

    private Select(final PyFunction function, final PyType type) {
        super(function);
        layout = new Layout(type, ATTRIBUTES, "select");
        poll = findCall("poll", 0);
        final int jump = after(poll);
        polled = operand(find(Opcodes.JUMP, jump), 0);
        timeout = register("timeout");
        maxEvents = register("max_ev");
        ready = register("ready");
        events = register("fd_event_list");
    }

    static void begin(final ThreadState ts) {
        final PyType type = Layout.type(ts, "selectors", "EpollSelector");
        if (type != null && type.lookup("select") instanceof PyFunction f && isOriginal(f)) {
            new Select(f, type).begin();
        }
    }

    private static Long waiting(final Object timeout) {
        return timeout == PyNone.NONE ? Long.valueOf(-1) : timeout instanceof Long n && n <= 0 ? Long.valueOf(0) : null;
    }

    @Override
    protected Object take(final ThreadState ts, final Object self, final Object given) {
        if (!(self instanceof PyInstance s)) {
            return null;
        }
        final int[] slots = layout.slots(s);
        final Long wait = slots == null ? null : waiting(given);
        if (wait == null) {
            return null;
        }
        return wait == 0 && epoll(s, slots) instanceof PyEpoll e && e.isQuiet() ? new PyList() : enter(ts, self, given);
    }

    /** The selector's epoll, or null. */
    private static PyEpoll epoll(final PyInstance self, final int[] slots) {
        return Layout.get(self, slots[SELECTOR]) instanceof PyEpoll e && e.type() == PyEpoll.TYPE ? e : null;
    }

    @Override
    protected Object goOn(final ThreadState ts, final Frame f) {
        final PyInstance self = (PyInstance) f.regs[0];
        final int[] slots = layout.slots(self);
        if (slots == null || !(Layout.get(self, slots[KEYS]) instanceof PyDict keys) || keys.type() != PyDict.TYPE
                || !(epoll(self, slots) instanceof PyEpoll selector)) {
            return null;
        }
        final int most = Math.max(keys.builtinSize(), 1);
        final Long wait = waiting(f.regs[timeout]);
        final PyList none = new PyList();
        f.regs[timeout] = wait;
        f.regs[maxEvents] = (long) most;
        f.regs[ready] = none;
        f.pc = poll;
        final PyList came = wait == 0 ? selector.look(ts, most) : selector.poll(ts, wait, most);
        if (came.size() == 0) {
            return none;
        }
        f.regs[events] = came;
        f.pc = polled;
        return null;
    }
}
