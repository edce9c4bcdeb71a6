package dev.adder.runtime.objects;

import dev.adder.runtime.ThreadState;

/** {@code sys.set_int_max_str_digits} of the thread's interpreter. */
public final class IntDigitLimit {
    private IntDigitLimit() {
    }

    /** The most decimal digits that may be converted, 0 for any number. */
    public static int of(final ThreadState ts) {
        return ts.interp.intMaxStrDigits();
    }
}
