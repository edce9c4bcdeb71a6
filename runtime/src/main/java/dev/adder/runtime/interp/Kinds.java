package dev.adder.runtime.interp;

import dev.adder.language.text.WideStr;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyTuple;
import java.math.BigInteger;

/**
 * Kinds of values as the profile records them: one bit each. A {@link CodeState#kinds} entry holds the kinds of the
 * first operand in its low byte, of the second in the next, of the result in the third; bits above are flags.
 */
public final class Kinds {
    public static final int INT = 1;
    public static final int FLOAT = 2;
    public static final int BOOL = 4;
    public static final int STR = 8;
    public static final int NONE = 16;
    public static final int LIST = 32;
    public static final int DICT_OR_TUPLE = 64;
    /** Everything else: also big integers, wide strings, subclasses. */
    public static final int OTHER = 128;

    public static final int SECOND = 8;
    public static final int RESULT = 16;
    /** An int operation left the range of a long. */
    public static final int OVERFLOW = 1 << 24;
    /** Calls: how often an exception came out of what was called, and was handled where it was called, up to three. */
    private static final int RAISED = 1 << 25;
    private static final int OFTEN_RAISED = 3 * RAISED;

    /** A result was a complex number. */
    public static final int COMPLEX = 1 << 27;
    /** GET_ITER was given an iterator, which others may hold too. */
    public static final int SAME_ITERATOR = 1 << 28;

    /** ACCUMULATE: its text is looked at as often as it grows. */
    public static final int LOOKED_AT = 1 << 30;

    public static final int INT_INT = INT | INT << SECOND | INT << RESULT;
    public static final int FLOAT_FLOAT = FLOAT | FLOAT << SECOND | FLOAT << RESULT;

    /** An attribute was looked for in objects of more shapes than a cache remembers. */
    public static final int MANY_SHAPES = 1 << 29;

    private Kinds() {
    }

    /** What is known of a call out of which one more exception came. */
    static int raised(final int kinds) {
        return (kinds & OFTEN_RAISED) == OFTEN_RAISED ? kinds : kinds + RAISED;
    }

    public static boolean isRaisedOften(final int kinds) {
        return (kinds & OFTEN_RAISED) == OFTEN_RAISED;
    }

    public static int of(final Object o) {
        if (o instanceof Long) {
            return INT;
        }
        if (o instanceof Double) {
            return FLOAT;
        }
        if (o instanceof String) {
            return STR;
        }
        if (o instanceof Boolean) {
            return BOOL;
        }
        if (o instanceof PyNone) {
            return NONE;
        }
        if (o instanceof PyList) {
            return LIST;
        }
        if (o instanceof PyTuple) {
            return DICT_OR_TUPLE;
        }
        if (o instanceof PyDict) {
            return DICT_OR_TUPLE;
        }
        if (o instanceof BigInteger) {
            return OTHER;
        }
        if (o instanceof WideStr) {
            return OTHER;
        }
        return OTHER;
    }
}
