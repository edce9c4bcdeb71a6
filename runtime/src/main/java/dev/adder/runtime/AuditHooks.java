package dev.adder.runtime;

import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.objects.PyTuple;
import java.util.Arrays;

/** The interpreter's audit hooks (PEP 578): what {@code sys.addaudithook} added; they are never taken away. */
public final class AuditHooks {
    private static final Object[] NONE = new Object[0];

    private volatile Object[] hooks = NONE;

    AuditHooks() {
    }

    /** Whether anybody listens: an event's arguments need not be made if not. */
    public boolean areThere() {
        return hooks != NONE;
    }

    /** Tells all hooks; what one of them raises ends the operation that is audited. */
    public void raise(final ThreadState ts, final Object event, final Object... args) {
        final Object[] all = hooks;
        if (all == NONE) {
            return;
        }
        final PyTuple arguments = PyTuple.of(args);
        for (final Object hook : all) {
            Calls.call2(ts, hook, event, arguments);
        }
    }

    /** Adds a hook unless an earlier one objects with an Exception; other exceptions leave from here. */
    public void add(final ThreadState ts, final Object hook) {
        try {
            raise(ts, "sys.addaudithook");
        } catch (final PyRaise e) {
            if (e.value.type().isSubtypeOf(ExceptionTypes.EXCEPTION)) {
                return;
            }
            throw e;
        }
        synchronized (this) {
            final Object[] more = Arrays.copyOf(hooks, hooks.length + 1);
            more[hooks.length] = hook;
            hooks = more;
        }
    }
}
