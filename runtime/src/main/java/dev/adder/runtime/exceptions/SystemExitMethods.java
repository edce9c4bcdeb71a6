package dev.adder.runtime.exceptions;

import dev.adder.expose.PyDeleter;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PySetter;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;

/** The members and methods that {@code SystemExit} adds. */
@PyTypeSpec(name = "SystemExit")
final class SystemExitMethods {
    private SystemExitMethods() {
    }

    @PyMethod(value = "__init__($self, /, *args, **kwargs)", raw = true)
    static Object init(final ThreadState ts, final Object self, final Object[] args, final String[] kwNames) {
        BaseExceptionMethods.init(ts, self, args, kwNames);
        final PyBaseException e = (PyBaseException) self;
        e.putField("code", args.length == 0 ? null : args.length == 1 ? args[0] : e.argsTuple());
        return PyNone.NONE;
    }

    @PyGetter(value = "code", member = true)
    static Object getCode(final PyBaseException self) {
        return self.fieldOrNone("code");
    }

    @PySetter("code")
    static void setCode(final PyBaseException self, final Object value) {
        self.putField("code", value);
    }

    @PyDeleter("code")
    static void deleteCode(final PyBaseException self) {
        self.putField("code", null);
    }
}
