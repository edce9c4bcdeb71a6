package dev.adder.stdlib.io;

import dev.adder.runtime.Errors;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.exceptions.ExceptionTypes;

/** The errors of {@code io}. */
final class IoErrors {
    /** {@code io.UnsupportedOperation}: an OSError and a ValueError. */
    static final PyType UNSUPPORTED = PyType.builtinMulti("UnsupportedOperation", "io",
            new PyType[] {ExceptionTypes.OS_ERROR, ExceptionTypes.VALUE_ERROR},
            new PyType[] {ExceptionTypes.OS_ERROR, ExceptionTypes.VALUE_ERROR, ExceptionTypes.EXCEPTION,
                ExceptionTypes.BASE_EXCEPTION, PyType.OBJECT},
            null).sameLayout();

    private IoErrors() {
    }

    static PyRaise unsupported(final String what) {
        return Errors.of(UNSUPPORTED, what);
    }

    static PyRaise closed() {
        return Errors.valueError("I/O operation on closed file.");
    }

    static PyRaise detached(final String what) {
        return Errors.valueError(what + " has been detached");
    }
}
