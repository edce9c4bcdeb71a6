package dev.adder.runtime.objects;

import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;

/** An instance of a subclass of str. */
public final class PyStrSub extends PySlotted {
    /** String or WideStr. */
    public final Object value;

    public PyStrSub(final PyType type, final Object value) {
        super(type);
        this.value = value;
    }
}
