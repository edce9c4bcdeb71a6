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

    public void clear() {
        first = null;
    }
}
