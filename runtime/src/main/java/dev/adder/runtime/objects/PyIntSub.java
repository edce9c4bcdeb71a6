package dev.adder.runtime.objects;

import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;

/** An instance of a subclass of int (other than bool). */
public final class PyIntSub extends PySlotted {
    /** Long or BigInteger. */
    public final Object value;

    public PyIntSub(final PyType type, final Object value) {
        super(type);
        this.value = value;
    }
}
