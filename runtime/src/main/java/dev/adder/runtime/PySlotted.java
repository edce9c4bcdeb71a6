package dev.adder.runtime;

/**
 * An object of a built-in kind (list, dict, exception, function, ...) that may also carry attributes, because it is
 * an instance of a Python subclass or because its own type has a {@code __dict__}. The slots are segments chained
 * through their last element, so that a slot, once allocated, never moves (a store cannot be lost to growth).
 */
public abstract class PySlotted extends PyObject {
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
    public final void slotClear() {
        slots = null;
    }
}
