package dev.adder.runtime;

import java.lang.invoke.VarHandle;

/**
 * An object of a built-in kind (list, dict, exception, function, ...) that may also carry attributes, because it is
 * an instance of a Python subclass or because its own type has a {@code __dict__}. The slots are segments chained
 * through their last element, so that a slot, once allocated, never moves (a store cannot be lost to growth).
 */
public abstract class PySlotted extends PyObject {
    /** Stands in {@link #slots} of an object without attributes that is {@link #isSettled}. */
    private static final Object[] SETTLED = new Object[0];
    /** Stands in {@link #slots} of a container that more than one thread has changed, for good. */
    private static final Object[] SHARED = new Object[0];
    /** As {@link #SHARED}, and its elements have moved since it was settled. */
    private static final Object[] RESTLESS = new Object[0];

    private Object[] slots;

    protected PySlotted(final PyType type) {
        super(type);
    }

    @Override
    public final Object slotGet(final int index) {
        return Segments.get(slots, index);
    }

    @Override
    public final void slotSet(final int index, final Object value) {
        slots = Segments.set(slots, index, value);
    }

    @Override
    public final boolean slotReplace(final int index, final Object value) {
        return Segments.replace(slots, index, value);
    }

    @Override
    public final Object slotTake(final int index) {
        return Segments.take(slots, index);
    }

    @Override
    public final void slotClear() {
        slots = null;
    }

    // ---- replacing elements without a lock

    /**
     * Whether elements of this container (an exact list or dict) are replaced without its lock: it was seen to be
     * written to by one thread after another while nothing moved its elements.
     *
     * <p>Who replaces an element tests this, then looks for the element's place and stores, all between two polls. Who
     * moves elements, holding the lock, first calls {@link #unsettle}, which waits until the other threads have polled.
     * So a store is done before elements move, or begins after that: none is lost, none is done twice (after one that
     * came of it in another thread), and none pays for a lock.
     */
    protected final boolean isSettled() {
        final boolean settled = slots == SETTLED;
        VarHandle.acquireFence();
        return settled;
    }

    /** The caller holds the lock; the object has no attributes. */
    protected final void settle(final ThreadState ts) {
        final Object[] s = slots;
        if ((s == null || s == SHARED || s == RESTLESS && ts.oneInMany()) && ts.interp.threads().settled.isAllowed()) {
            VarHandle.releaseFence();
            slots = SETTLED;
        }
    }

    /** Before elements move; the caller holds the lock. */
    protected final void unsettle() {
        if (slots == SETTLED) {
            slots = RESTLESS;
            final ThreadState ts = ThreadState.here();
            ts.interp.threads().awaitSettled(ts);
        }
    }

    // ---- whose it is

    /**
     * Whether the calling thread alone changes this container (or iterator), so that it need not lock although other
     * threads exist. Containers are taken by the first thread that changes them once there are other threads
     * ({@link #claim}); the mark is the thread's, and stands in {@link #slots}. Another thread that wants to change one
     * takes it away for good ({@link #share}), for which it waits until the owner has polled: so between two polls the
     * owner acts on one look. Everybody reads as ever, so the owner publishes what it does in the same order as under the
     * lock. While there is one thread a container without attributes counts as its own: neither has a mark.
     */
    protected final boolean isOwn(final ThreadState ts) {
        return slots == ts.mark;
    }

    private Ownership ownership(final ThreadState ts) {
        final Threads threads = ts.interp.threads();
        return this instanceof PyIterator ? threads.iterators : threads.containers;
    }

    /** A new one becomes the calling thread's. */
    protected final void own(final ThreadState ts) {
        if (ownership(ts).isAllowed()) {
            slots = ts.mark;
        }
    }

    /** Whether this thread may change it, and so it does when nobody could before. The caller holds the lock. */
    private boolean claim(final ThreadState ts) {
        final Object[] s = slots;
        if (s == null) {
            if (!shape.type.isHeapType() && ownership(ts).isAllowed()) {
                slots = ts.mark;
            }
            return true;
        }
        if (s == ts.leaving) {
            slots = SHARED;
        }
        return s.length != 1 || s[0] == ts;
    }

    /** Before it is locked to be changed; until the calling thread's next poll no other thread becomes its owner. */
    public final void share(final ThreadState ts) {
        while (ts.multi) {
            final Object[] s = slots;
            if (s == ts.mark || s != null && s.length != 1) {
                return;
            }
            synchronized (this) {
                if (claim(ts)) {
                    return;
                }
            }
            takeAway(ts);
        }
    }

    /** From its owner, whose mark has length 1 as no attributes have. */
    private void takeAway(final ThreadState ts) {
        final ThreadState owner;
        synchronized (this) {
            final Object[] s = slots;
            if (s == null || s.length != 1) {
                return;
            }
            owner = (ThreadState) s[0];
            slots = owner.leaving;
        }
        ts.interp.threads().awaitPoll(ts, owner, ownership(ts));
        synchronized (this) {
            if (slots == owner.leaving) {
                slots = SHARED;
            }
        }
    }
}
