package dev.adder.stdlib.typing;

import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;

/** {@code PyCapsule}: a C pointer as an object. There is no C here, and so no object of the type. */
@PyTypeSpec(name = "PyCapsule")
final class PyCapsule extends PyObject {
    static final PyType TYPE =
            PyType.builtinFinal("PyCapsule", "builtins", null, new PyCapsuleTable()).withoutNew();

    private PyCapsule() {
        super(TYPE);
    }
}
