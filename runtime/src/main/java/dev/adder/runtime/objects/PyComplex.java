package dev.adder.runtime.objects;

import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;

/** A complex number. */
public final class PyComplex extends PySlotted {
    public static final PyType TYPE = PyType.builtin("complex", "builtins", null, null);

    public final double re;
    public final double im;

    public PyComplex(final double re, final double im) {
        this(TYPE, re, im);
    }

    public PyComplex(final PyType type, final double re, final double im) {
        super(type);
        this.re = re;
        this.im = im;
    }
}
