package dev.adder.runtime.interp;

import dev.adder.runtime.ThreadState;

/** Switching tracing on and off, thread by thread. While any thread is traced nothing runs compiled. */
public final class Tracing {
    /** Who may be told, in the order they are. */
    public enum Slot {
        /** {@code sys.settrace}. */
        TRACE,
        /** {@code sys.setprofile}. */
        PROFILE,
        /** {@code _lsprof}. */
        PROFILER,
        /** {@code sys.monitoring}. */
        MONITORING
    }

    private Tracing() {
    }

    /** The consumer in a slot, or null. */
    public static FrameEvents get(final ThreadState ts, final Slot slot) {
        return ts.tracer == null ? null : ts.tracer.slots[slot.ordinal()];
    }

    /** Puts a consumer into a slot of a thread; null takes it out. */
    public static void set(final ThreadState ts, final Slot slot, final FrameEvents consumer) {
        final Tracer before = ts.tracer;
        final FrameEvents[] slots = before == null ? new FrameEvents[Slot.values().length] : before.slots.clone();
        slots[slot.ordinal()] = consumer;
        boolean any = false;
        for (final FrameEvents e : slots) {
            any |= e != null;
        }
        if (any && before == null) {
            ts.interp.jit().pause();
        }
        ts.tracer = any ? new Tracer(slots, before) : null;
        if (!any && before != null) {
            ts.interp.jit().resume();
        }
    }

    /** The thread ends. */
    public static void clear(final ThreadState ts) {
        if (ts.tracer != null) {
            ts.tracer = null;
            ts.interp.jit().resume();
        }
    }
}
