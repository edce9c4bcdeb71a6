package dev.adder.runtime.interp;

import dev.adder.runtime.Assumption;
import java.lang.invoke.VarHandle;

/**
 * The stable home of one name in a namespace dict (a module's globals, the builtins): the dict's entry points here, so
 * that interpreter caches and compiled code can hold on to the cell and never look the name up again. The cell stays
 * with the name when it is deleted and stored anew.
 *
 * <p>Compiled code may treat the value as a constant under {@link #assumption}; a cell stored to more than
 * {@link #CONSTANT_STORES} times is a variable for good.
 */
public final class GlobalCell {
    private static final int CONSTANT_STORES = 2;

    public final String name;
    /** Null: the name is unbound. */
    private Object value;
    private int stores;
    private volatile Assumption assumption;

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
        if (value == newValue) {
            return;
        }
        stores++;
        VarHandle.releaseFence();
        value = newValue;
        VarHandle.fullFence();
        final Assumption a = assumption;
        if (a != null) {
            a.invalidate();
        }
    }

    /** Whether it changes too often to be worth compiling in as a constant. */
    public boolean isVariable() {
        return stores > CONSTANT_STORES && assumption != null && !assumption.isValid();
    }

    /** Valid as long as the value stays what it is now. */
    public synchronized Assumption assumption() {
        if (assumption == null || !assumption.isValid()) {
            assumption = new Assumption(name);
        }
        return assumption;
    }
}
