package dev.adder.runtime.exceptions;

import dev.adder.expose.PyDeleter;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PySetter;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;

/** The members and methods that {@code StopIteration} adds. */
@PyTypeSpec(name = "StopIteration")
final class StopIterationMethods {
    private StopIterationMethods() {
    }

    @PyMethod(value = "__init__($self, /, *args, **kwargs)", raw = true)
    static Object init(final ThreadState ts, final Object self, final Object[] args, final String[] kwNames) {
        BaseExceptionMethods.init(ts, self, args, kwNames);
        ((PyBaseException) self).putField("value", args.length > 0 ? args[0] : null);
        return PyNone.NONE;
    }

    @PyGetter(value = "value", member = true)
    static Object getValue(final PyBaseException self) {
        return self.fieldOrNone("value");
    }

    @PySetter("value")
    static void setValue(final PyBaseException self, final Object value) {
        self.putField("value", value);
    }

    @PyDeleter("value")
    static void deleteValue(final PyBaseException self) {
        self.putField("value", null);
    }
}
