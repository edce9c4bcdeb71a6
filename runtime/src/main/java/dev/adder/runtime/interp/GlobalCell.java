package dev.adder.runtime.interp;

import java.lang.invoke.VarHandle;

/**
 * The stable home of one name in a namespace dict (a module's globals, the builtins): the dict's entry points here, so
 * that interpreter caches and compiled code can hold on to the cell and never look the name up again. The cell stays
 * with the name when it is deleted and stored anew.
 */
public final class GlobalCell {
    public final String name;
    /** Null: the name is unbound. */
    private Object value;

    public GlobalCell(final String name) {
        this.name = name;
    }

    public Object get() {
        final Object now = value;
        VarHandle.acquireFence();
        return now;
    }

    /** The same without ordering anything: what compiled code asks again and again, and HotSpot but once. */
    public Object peek() {
        return value;
    }

    public void set(final Object newValue) {
        VarHandle.releaseFence();
        value = newValue;
    }
}
