package dev.adder.runtime;

/** Attribute slots for an object whose Java class cannot extend {@link PySlotted}. Not moved by growth. */
public final class SlotStore {
    private Object[] first;

    public Object get(final int index) {
        return Segments.get(first, index);
    }

    /** The caller holds the object's lock when other threads exist. */
    public void set(final int index, final Object value) {
        first = Segments.set(first, index, value);
    }

    /** Stores where the slot is there already, without the lock; false if it is not. */
    public boolean replace(final int index, final Object value) {
        return Segments.replace(first, index, value);
    }

    /** Empties a slot that others may {@link #replace}; gives what was there. */
    public Object take(final int index) {
        return Segments.take(first, index);
    }

    public void clear() {
        first = null;
    }
}
