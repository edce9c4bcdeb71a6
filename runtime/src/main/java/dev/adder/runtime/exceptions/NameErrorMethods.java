package dev.adder.runtime.exceptions;

import dev.adder.expose.PyDeleter;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PySetter;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;

/** The members and methods that {@code NameError} adds. */
@PyTypeSpec(name = "NameError")
final class NameErrorMethods {
    private NameErrorMethods() {
    }

    @PyMethod(value = "__init__($self, /, *args, **kwargs)", raw = true)
    static Object init(final ThreadState ts, final Object self, final Object[] args, final String[] kwNames) {
        ExceptionKeywords.take((PyBaseException) self, args, kwNames, "NameError", "name");
        return PyNone.NONE;
    }

    @PyGetter(value = "name", member = true)
    static Object getName(final PyBaseException self) {
        return self.fieldOrNone("name");
    }

    @PySetter("name")
    static void setName(final PyBaseException self, final Object value) {
        self.putField("name", value);
    }

    @PyDeleter("name")
    static void deleteName(final PyBaseException self) {
        self.putField("name", null);
    }
}
