package dev.adder.runtime.exceptions;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyObjects;

/** {@code KeyError} shows its key by repr, so that an empty string is seen. */
@PyTypeSpec(name = "KeyError")
final class KeyErrorMethods {
    private KeyErrorMethods() {
    }

    @PyMethod("__str__($self, /)")
    static Object str(final ThreadState ts, final PyBaseException self) {
        return self.args().length == 1 ? PyObjects.repr(ts, self.args()[0]) : BaseExceptionMethods.str(ts, self);
    }
}
