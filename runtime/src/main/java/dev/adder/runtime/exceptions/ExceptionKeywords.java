package dev.adder.runtime.exceptions;

import dev.adder.runtime.Attributes;
import dev.adder.runtime.Errors;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyTuple;
import java.util.Arrays;

/** Constructors of exceptions that take some members by keyword only. */
final class ExceptionKeywords {
    private ExceptionKeywords() {
    }

    /** Sets args and the members; gives the positional arguments. */
    static Object[] take(final PyBaseException e, final Object[] args, final String[] kwNames, final String function,
            final String... members) {
        final int keywords = kwNames == null ? 0 : kwNames.length;
        final Object[] positional = Arrays.copyOf(args, args.length - keywords);
        e.setArgs(positional);
        for (final String m : members) {
            e.putField(m, null);
        }
        for (int i = 0; i < keywords; i++) {
            if (!Arrays.asList(members).contains(kwNames[i])) {
                throw Errors.typeError(function + "() got an unexpected keyword argument '" + kwNames[i] + "'");
            }
            e.putField(kwNames[i], args[positional.length + i]);
        }
        return positional;
    }

    /** The instance dictionary with some members in it, or None. */
    static Object state(final ThreadState ts, final PyBaseException e, final boolean args, final String... members) {
        PyDict d = Attributes.dictOf(ts, e);
        d = d.size() == 0 ? null : d.copy(ts);
        for (final String m : members) {
            final Object value = e.field(m);
            if (value != null) {
                d = d == null ? new PyDict() : d;
                d.putStr(m, value);
            }
        }
        if (args) {
            d = d == null ? new PyDict() : d;
            d.putStr("args", e.argsTuple());
        }
        return d;
    }

    static Object reduce(final PyBaseException e, final Object state) {
        return state == null ? PyTuple.of(e.type(), e.argsTuple()) : PyTuple.of(e.type(), e.argsTuple(), state);
    }
}
