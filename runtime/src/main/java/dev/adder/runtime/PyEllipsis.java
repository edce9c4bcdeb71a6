package dev.adder.runtime;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;

/** The singleton {@code Ellipsis}. */
@PyTypeSpec(name = "ellipsis")
public final class PyEllipsis extends PyObject {
    public static final PyType TYPE = PyType.builtinFinal("ellipsis", "builtins", null, new PyEllipsisTable());
    public static final PyEllipsis ELLIPSIS = new PyEllipsis();

    private PyEllipsis() {
        super(TYPE);
    }

    @PyNew("()")
    static Object make(final ThreadState ts, final PyType cls) {
        return ELLIPSIS;
    }

    @PyMethod("__repr__($self, /)")
    Object repr() {
        return "Ellipsis";
    }

    @PyMethod("__reduce__($self, /)")
    Object reduce() {
        return "Ellipsis";
    }
}
