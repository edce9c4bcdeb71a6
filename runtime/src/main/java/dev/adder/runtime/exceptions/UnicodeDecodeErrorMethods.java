package dev.adder.runtime.exceptions;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;

/** The methods that {@code UnicodeDecodeError} adds. */
@PyTypeSpec(name = "UnicodeDecodeError")
final class UnicodeDecodeErrorMethods extends UnicodeCodecErrorMembers {
    private UnicodeDecodeErrorMethods() {
    }

    @PyMethod(value = "__init__($self, /, *args, **kwargs)", raw = true)
    static Object init(final ThreadState ts, final Object self, final Object[] args, final String[] kwNames) {
        UnicodeErrors.init(ts, UnicodeErrors.Kind.DECODE, (PyBaseException) self, args, kwNames);
        return PyNone.NONE;
    }

    @PyMethod("__str__($self, /)")
    static Object str(final ThreadState ts, final PyBaseException self) {
        return UnicodeErrors.str(ts, UnicodeErrors.Kind.DECODE, self);
    }
}
