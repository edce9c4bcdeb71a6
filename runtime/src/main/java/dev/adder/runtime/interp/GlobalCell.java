package dev.adder.runtime.interp;

import dev.adder.runtime.AsymmetricFence;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyDict;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The stable home of one name in a namespace dict (a module's globals, the builtins): the dict's entry points here, so
 * that interpreter caches and compiled code can hold on to the cell and never look the name up again. The cell stays
 * with the name when it is deleted and stored anew.
 */
public final class GlobalCell {
    public final String name;
    /** Null: the name is unbound. Compiled code reads it as {@link #peek} does. */
    public Object value;
    /** Whether the dict has an entry for the name; changed under the dict's lock. */
    private boolean bound;

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

    /** Stores into a bound cell of the dict's without its lock; false if the name is not bound. */
    public boolean replace(final PyDict dict, final Object newValue) {
        if (!bound) {
            return false;
        }
        set(newValue);
        AsymmetricFence.light();
        if (!bound) {
            dict.bindLate(this);
        }
        return true;
    }

    /** The caller holds the dict's lock. */
    public boolean isBound() {
        return bound;
    }

    /** The dict has an entry for the name now; the caller holds its lock. */
    public void bind(final Object newValue) {
        set(newValue);
        bound = true;
    }

    /** The entry is going; {@link #take} follows once all cells that go are unbound and every thread has seen it. */
    public void unbind() {
        bound = false;
    }

    /** Empties it; gives what was there. */
    public Object take() {
        final ThreadState ts = ThreadState.here();
        if (ts == null || ts.multi) {
            return Taking.VALUE.getAndSet(this, null);
        }
        final Object was = value;
        value = null;
        return was;
    }

    /** Apart, so that it is not made before threads delete names. */
    private static final class Taking {
        static final VarHandle VALUE;

        static {
            try {
                VALUE = MethodHandles.lookup().findVarHandle(GlobalCell.class, "value", Object.class);
            } catch (final ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }
    }
}
