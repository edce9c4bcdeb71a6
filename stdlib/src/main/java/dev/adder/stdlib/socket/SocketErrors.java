package dev.adder.stdlib.socket;

import dev.adder.language.text.Str;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.exceptions.PyBaseException;

/** The exceptions of {@code socket}. */
final class SocketErrors {
    static final PyType GAIERROR = PyType.builtin("gaierror", "socket", ExceptionTypes.OS_ERROR, null).sameLayout();
    static final PyType HERROR = PyType.builtin("herror", "socket", ExceptionTypes.OS_ERROR, null).sameLayout();

    private SocketErrors() {
    }

    static PyRaise gai(final int number, final String text) {
        final PyBaseException e = new PyBaseException(GAIERROR, new Object[] {(long) number, Str.ofUtf16(text)});
        e.putField("errno", (long) number);
        e.putField("strerror", Str.ofUtf16(text));
        return new PyRaise(e);
    }

    static PyRaise timeout() {
        return dev.adder.runtime.Errors.of(ExceptionTypes.TIMEOUT_ERROR, "timed out");
    }
}
