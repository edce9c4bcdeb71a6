package dev.adder.runtime.objects;

import dev.adder.runtime.PyType;
import dev.adder.runtime.SlotStore;

/** An instance of a Python subclass of tuple: it may have attributes. */
final class PyTupleSub extends PyTuple {
    private final SlotStore slots = new SlotStore();

    PyTupleSub(final PyType type, final Object[] items) {
        super(type, items);
    }

    @Override
    public Object slotGet(final int index) {
        return slots.get(index);
    }

    @Override
    public void slotSet(final int index, final Object value) {
        slots.set(index, value);
    }

    @Override
    public boolean slotReplace(final int index, final Object value) {
        return slots.replace(index, value);
    }

    @Override
    public Object slotTake(final int index) {
        return slots.take(index);
    }

    @Override
    public void slotClear() {
        slots.clear();
    }
}
