package dev.adder.runtime.objects;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;

/** {@code typing.NoDefault}: a type parameter has no default. */
@PyTypeSpec(name = "NoDefaultType")
public final class PyNoDefault extends PyObject {
    public static final PyType TYPE =
            PyType.builtinFinal("NoDefaultType", "builtins", null, new PyNoDefaultTable());
    public static final PyNoDefault INSTANCE = new PyNoDefault();

    private PyNoDefault() {
        super(TYPE);
    }

    @PyNew(value = "($type, *args, **kwargs)", raw = true)
    static Object make(final ThreadState ts, final PyType cls, final Object[] args, final String[] kwNames) {
        if (args.length > 0) {
            throw Errors.typeError("NoDefaultType takes no arguments");
        }
        return INSTANCE;
    }

    @PyMethod("__repr__($self, /)")
    Object repr() {
        return "typing.NoDefault";
    }

    @PyMethod(value = "__reduce__($self, /)", hidden = true)
    Object reduce() {
        return "NoDefault";
    }
}
