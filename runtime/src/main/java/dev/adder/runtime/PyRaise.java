package dev.adder.runtime;

import dev.adder.runtime.exceptions.PyBaseException;

/**
 * The Java carrier of a Python exception: stackless, made anew for each raise, not kept by the exception object.
 * Frames it passes through add traceback entries to {@link #value}.
 */
public final class PyRaise extends RuntimeException {
    private static final long serialVersionUID = 1;

    public final transient PyBaseException value;
    /** Whether {@code __context__} was settled: done once, by the first Python frame that sees the exception. */
    public boolean contextSet;
    /** Whether a call of a method failed in the look-up: its traceback entry points at the attribute. */
    public boolean inLookUp;
    /** The frame whose RERAISE instruction just threw it, and which adds no second traceback entry. */
    public transient Object reraisedIn;

    public PyRaise(final PyBaseException value) {
        super(null, null, false, false);
        this.value = value;
    }

    @Override
    public String getMessage() {
        return value.toString();
    }
}
