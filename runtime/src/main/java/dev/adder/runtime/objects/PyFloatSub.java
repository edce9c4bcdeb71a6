package dev.adder.runtime.objects;

import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;

/** An instance of a subclass of float. */
public final class PyFloatSub extends PySlotted {
    public final double value;

    public PyFloatSub(final PyType type, final double value) {
        super(type);
        this.value = value;
    }
}
