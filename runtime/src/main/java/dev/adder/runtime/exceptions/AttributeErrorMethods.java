package dev.adder.runtime.exceptions;

import dev.adder.expose.PyDeleter;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PySetter;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;

/** The members and methods that {@code AttributeError} adds. */
@PyTypeSpec(name = "AttributeError")
final class AttributeErrorMethods {
    private AttributeErrorMethods() {
    }

    @PyMethod(value = "__init__($self, /, *args, **kwargs)", raw = true)
    static Object init(final ThreadState ts, final Object self, final Object[] args, final String[] kwNames) {
        ExceptionKeywords.take((PyBaseException) self, args, kwNames, "AttributeError", "name", "obj");
        return PyNone.NONE;
    }

    @PyMethod("__getstate__($self, /)")
    static Object getState(final ThreadState ts, final PyBaseException self) {
        return ExceptionKeywords.state(ts, self, true, "name");
    }

    @PyMethod("__reduce__($self, /)")
    static Object reduce(final ThreadState ts, final PyBaseException self) {
        return ExceptionKeywords.reduce(self, ExceptionKeywords.state(ts, self, true, "name"));
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

    @PyGetter(value = "obj", member = true)
    static Object getObj(final PyBaseException self) {
        return self.fieldOrNone("obj");
    }

    @PySetter("obj")
    static void setObj(final PyBaseException self, final Object value) {
        self.putField("obj", value);
    }

    @PyDeleter("obj")
    static void deleteObj(final PyBaseException self) {
        self.putField("obj", null);
    }
}
