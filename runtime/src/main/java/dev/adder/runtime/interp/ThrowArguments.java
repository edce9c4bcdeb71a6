package dev.adder.runtime.interp;

import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.exceptions.PyBaseException;
import dev.adder.runtime.objects.PyTuple;

/** The arguments of {@code throw()}: an exception, or the old (type, value, traceback). */
final class ThrowArguments {
    private ThrowArguments() {
    }

    static PyBaseException exception(final ThreadState ts, final Object type, final Object value, final Object tb) {
        if (tb != null && tb != PyNone.NONE && !(tb instanceof PyTraceback)) {
            throw Errors.typeError("throw() third argument must be a traceback object");
        }
        final PyBaseException e = instance(ts, type, value == null ? PyNone.NONE : value);
        if (tb instanceof PyTraceback t) {
            e.traceback = t;
        }
        return e;
    }

    private static PyBaseException instance(final ThreadState ts, final Object type, final Object value) {
        if (type instanceof PyBaseException e) {
            if (value != PyNone.NONE) {
                throw Errors.typeError("instance exception may not have a separate value");
            }
            return e;
        }
        if (type instanceof PyType t && t.isSubtypeOf(ExceptionTypes.BASE_EXCEPTION)) {
            if (value instanceof PyBaseException e && e.type().isSubtypeOf(t)) {
                return e;
            }
            final Object made = value == PyNone.NONE ? Calls.call0(ts, t)
                    : value instanceof PyTuple args ? Calls.call(ts, t, args.items().clone(), null)
                            : Calls.call1(ts, t, value);
            if (made instanceof PyBaseException e) {
                return e;
            }
        }
        throw Errors.typeError("exceptions must be classes or instances deriving from BaseException, not "
                + PyType.of(type).name());
    }
}
