package dev.adder.runtime;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;

/** The singleton {@code NotImplemented}. */
@PyTypeSpec(name = "NotImplementedType")
public final class PyNotImplemented extends PyObject {
    public static final PyType TYPE = PyType.builtinFinal("NotImplementedType", "builtins", null, new PyNotImplementedTable());
    public static final PyNotImplemented NOT_IMPLEMENTED = new PyNotImplemented();

    private PyNotImplemented() {
        super(TYPE);
    }

    @PyNew("()")
    static Object make(final ThreadState ts, final PyType cls) {
        return NOT_IMPLEMENTED;
    }

    @PyMethod("__repr__($self, /)")
    Object repr() {
        return "NotImplemented";
    }

    @PyMethod("__reduce__($self, /)")
    Object reduce() {
        return "NotImplemented";
    }

    @PyMethod("__bool__($self, /)")
    boolean bool() {
        throw Errors.typeError("NotImplemented should not be used in a boolean context");
    }
}
