package dev.adder.runtime.exceptions;

import dev.adder.runtime.PyNone;
import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;
import dev.adder.runtime.interp.PyTraceback;
import dev.adder.runtime.objects.PyTuple;
import java.util.HashMap;

/**
 * An exception. One Java class represents all built-in exception types; the extra members of some (OSError's
 * {@code errno}, SyntaxError's {@code lineno}, ...) are named {@link #field}s.
 */
public class PyBaseException extends PySlotted {
    private Object[] args;
    /** Null where Python shows None. */
    public PyBaseException cause;
    public PyBaseException context;
    public boolean suppressContext;
    public PyTraceback traceback;
    private HashMap<String, Object> fields;

    public PyBaseException(final PyType type, final Object[] args) {
        super(type);
        this.args = args;
    }

    /** A new exception of a built-in type, made as its constructor would from positional arguments. */
    public static PyBaseException make(final PyType type, final Object... args) {
        final PyBaseException e = new PyBaseException(type, args);
        ExceptionTypes.initFields(e);
        return e;
    }

    public final Object[] args() {
        return args;
    }

    public final PyTuple argsTuple() {
        return PyTuple.of(args);
    }

    public final void setArgs(final Object[] newArgs) {
        args = newArgs;
    }

    /** A built-in member, or null if it was never set (Python shows None). */
    public final Object field(final String name) {
        return fields == null ? null : fields.get(name);
    }

    public final Object fieldOrNone(final String name) {
        final Object value = field(name);
        return value == null ? PyNone.NONE : value;
    }

    /** Sets a built-in member; null removes it. */
    public final void putField(final String name, final Object value) {
        if (fields == null) {
            fields = new HashMap<>(4);
        }
        if (value == null) {
            fields.remove(name);
        } else {
            fields.put(name, value);
        }
    }

    /** For internal messages only; Python's own text is made by {@code __str__}. */
    @Override
    public String toString() {
        return type().name() + (args.length == 0 ? "" : ": " + args[0]);
    }
}
