package dev.adder.runtime;

/**
 * An object of a built-in kind (list, dict, exception, function, ...) that may also carry attributes, because it is
 * an instance of a Python subclass or because its own type has a {@code __dict__}. The slots are segments chained
 * through their last element, so that a slot, once allocated, never moves (a store cannot be lost to growth).
 */
public abstract class PySlotted extends PyObject {
    /** Stands in {@link #slots} of an object without attributes that is {@link #isSettled}. */
    private static final Object[] SETTLED = new Object[0];

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
    public final void slotClear() {
        slots = null;
    }

    // ---- replacing elements without a lock

    /**
     * Whether elements of this container (an exact list or dict) are replaced without its lock: it was seen to be
     * written to by one thread after another while nothing moved its elements.
     *
     * <p>Who replaces an element tests this, stores, does {@link AsymmetricFence#light}, and tests again that it is
     * settled and its storage the same; if not, it does it again under the lock. Who moves elements, holding the lock,
     * first calls {@link #unsettle}: a store that was seen to be good before is visible from then on, and no other is
     * good. So no store is lost, and no store pays for a lock.
     */
    protected final boolean isSettled() {
        return slots == SETTLED;
    }

    /** The caller holds the lock; the object has no attributes. */
    protected final void settle() {
        if (AsymmetricFence.AVAILABLE && slots == null) {
            java.lang.invoke.VarHandle.releaseFence();
            slots = SETTLED;
        }
    }

    /** Before elements move; the caller holds the lock. */
    protected final void unsettle() {
        if (slots == SETTLED) {
            slots = null;
            AsymmetricFence.heavy();
        }
    }
}
