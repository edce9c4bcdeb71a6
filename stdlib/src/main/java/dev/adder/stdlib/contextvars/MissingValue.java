package dev.adder.stdlib.contextvars;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;

/** {@code contextvars.Token.MISSING}. */
@PyTypeSpec(name = "Token.MISSING", module = "builtins")
final class MissingValue extends PyObject {
    static final PyType TYPE =
            PyType.builtinFinal("Token.MISSING", "builtins", null, new MissingValueTable()).withoutNew();
    static final MissingValue INSTANCE = new MissingValue();

    private MissingValue() {
        super(TYPE);
    }

    @PyMethod("__repr__($self, /)")
    String repr() {
        return "<Token.MISSING>";
    }
}
