package dev.adder.runtime.interp;

import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.Warnings;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.exceptions.PyBaseException;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyObjects;

/**
 * The arguments of {@code throw()}: an exception, or the old (type, value, traceback), where null stands for what was
 * not given. They are passed on to a sub-iterator as they came, and made an exception where it is raised.
 */
public final class ThrowArguments {
    private final Object type;
    private final Object value;
    private final Object tb;

    private ThrowArguments(final Object type, final Object value, final Object tb) {
        this.type = type;
        this.value = value;
        this.tb = tb;
    }

    /** As a program gave them to {@code method}. */
    public static ThrowArguments of(final ThreadState ts, final String method, final Object type, final Object value,
            final Object tb) {
        if (value != null || tb != null) {
            Warnings.deprecated(ts, "the (type, exc, tb) signature of " + method
                    + "() is deprecated, use the single-arg signature instead.");
        }
        return new ThrowArguments(type, value, tb);
    }

    static ThrowArguments of(final PyBaseException e) {
        return new ThrowArguments(e, null, null);
    }

    boolean isGeneratorExit() {
        final PyType t = type instanceof PyBaseException e ? e.type() : type instanceof PyType given ? given : null;
        return t != null && t.isSubtypeOf(ExceptionTypes.GENERATOR_EXIT);
    }

    /** Calls a sub-iterator's {@code throw} with them. */
    Object pass(final ThreadState ts, final Object method) {
        if (tb != null) {
            return Calls.call3(ts, method, type, value == null ? PyNone.NONE : value, tb);
        }
        return value != null ? Calls.call2(ts, method, type, value) : Calls.call1(ts, method, type);
    }

    /** The exception to raise: {@code throw_here} of CPython's _gen_throw. */
    public PyBaseException exception(final ThreadState ts) {
        if (tb != null && tb != PyNone.NONE && !(tb instanceof PyTraceback)) {
            throw Errors.typeError("throw() third argument must be a traceback object");
        }
        final PyBaseException e;
        if (type instanceof PyType t && t.isSubtypeOf(ExceptionTypes.BASE_EXCEPTION)) {
            e = instance(ts, t, value == null ? PyNone.NONE : value);
        } else if (type instanceof PyBaseException given) {
            if (value != null && value != PyNone.NONE) {
                throw Errors.typeError("instance exception may not have a separate value");
            }
            e = given;
        } else {
            throw Errors.typeError("exceptions must be classes or instances deriving from BaseException, not "
                    + PyType.of(type).name());
        }
        if (tb instanceof PyTraceback t) {
            e.traceback = t;
        }
        return e;
    }

    /** PyErr_NormalizeException: what goes wrong here is raised in the exception's place. */
    private static PyBaseException instance(final ThreadState ts, final PyType t, final Object value) {
        if (value instanceof PyBaseException e && e.type().isSubtypeOf(t)) {
            return e;
        }
        try {
            final Object made = value == PyNone.NONE ? Calls.call0(ts, t)
                    : value instanceof PyTuple args ? Calls.call(ts, t, args.items().clone(), null)
                            : Calls.call1(ts, t, value);
            if (made instanceof PyBaseException e) {
                return e;
            }
            throw Errors.typeError("calling " + PyObjects.reprJava(ts, t)
                    + " should have returned an instance of BaseException, not " + PyType.of(made).name());
        } catch (final PyRaise e) {
            return e.value;
        }
    }
}
