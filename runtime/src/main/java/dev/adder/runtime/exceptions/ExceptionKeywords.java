package dev.adder.runtime.exceptions;

import dev.adder.runtime.Errors;
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
}
