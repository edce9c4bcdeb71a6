package dev.adder.stdlib.functools;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;

/** {@code functools.Placeholder}: keeps a place among the arguments of a partial. */
@PyTypeSpec(name = "_PlaceholderType", module = "functools")
final class Placeholder extends PyObject {
    static final PyType TYPE = PyType.builtinFinal("_PlaceholderType", "functools", null, new PlaceholderTable());
    static final Placeholder INSTANCE = new Placeholder();

    private Placeholder() {
        super(TYPE);
    }

    @PyNew(value = "($type, *args, **kwargs)", raw = true)
    static Object make(final ThreadState ts, final PyType cls, final Object[] args, final String[] kwNames) {
        if (args.length > 0) {
            throw Errors.typeError("_PlaceholderType takes no arguments");
        }
        return INSTANCE;
    }

    @PyMethod("__repr__($self, /)")
    Object repr() {
        return "Placeholder";
    }

    @PyMethod("__reduce__($self, /)")
    Object reduce() {
        return "Placeholder";
    }
}
