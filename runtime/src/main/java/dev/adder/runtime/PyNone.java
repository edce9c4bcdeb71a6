package dev.adder.runtime;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;

/** The singleton {@code None}. */
@PyTypeSpec(name = "NoneType")
public final class PyNone extends PyObject {
    public static final PyType TYPE = PyType.builtinFinal("NoneType", "builtins", null, new PyNoneTable());
    public static final PyNone NONE = new PyNone();

    private PyNone() {
        super(TYPE);
    }

    @PyNew(value = "()", raw = true)
    static Object make(final ThreadState ts, final Object cls, final Object[] args, final String[] kwNames) {
        if (args.length > 0) {
            throw Errors.typeError("NoneType takes no arguments");
        }
        return NONE;
    }

    @PyMethod("__repr__($self, /)")
    Object repr() {
        return "None";
    }

    @PyMethod("__bool__($self, /)")
    boolean bool() {
        return false;
    }

    @PyMethod("__hash__($self, /)")
    long hash() {
        return 0xfca86420L;
    }
}
