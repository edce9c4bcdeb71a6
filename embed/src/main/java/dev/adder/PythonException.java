package dev.adder;

import dev.adder.runtime.Calls;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyObjects;

/** A Python exception that reached Java. */
public final class PythonException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Value value;
    private final String typeName;
    private final String traceback;

    private PythonException(final String message, final Value value, final String typeName, final String traceback) {
        super(message);
        this.value = value;
        this.typeName = typeName;
        this.traceback = traceback;
    }

    static PythonException of(final Interpreter interpreter, final ThreadState ts, final PyRaise raise) {
        final String type = raise.value.type().name();
        String text;
        try {
            text = PyObjects.strJava(ts, raise.value);
        } catch (final PyRaise e) {
            text = "<exception str() failed>";
        }
        return new PythonException(text.isEmpty() ? type : type + ": " + text, new Value(interpreter, raise.value), type,
                format(ts, raise));
    }

    /** What CPython would print, or the message alone where the library's {@code traceback} cannot be imported. */
    private static String format(final ThreadState ts, final PyRaise raise) {
        try {
            final Object module = ts.interp.importModule(ts, "traceback");
            final StringBuilder text = new StringBuilder();
            for (final Object part : PyIter.toArray(ts, Calls.method1(ts, module, "format_exception", raise.value))) {
                text.append(PyObjects.strJava(ts, part));
            }
            return text.toString();
        } catch (final PyRaise e) {
            return "";
        }
    }

    /** The exception object. */
    public Value value() {
        return value;
    }

    /** For instance {@code ValueError}. */
    public String typeName() {
        return typeName;
    }

    /** The traceback as Python prints it. */
    public String traceback() {
        return traceback;
    }
}
