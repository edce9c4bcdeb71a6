package dev.adder.runtime.objects;

import dev.adder.language.text.IntText;
import dev.adder.runtime.ThreadState;

/** {@code sys.set_int_max_str_digits} of one interpreter. */
public final class IntDigitLimit {
    private volatile int digits;

    public IntDigitLimit(final int digits) {
        this.digits = digits;
    }

    public int get() {
        return digits;
    }

    public void set(final int newDigits) {
        digits = newDigits;
    }

    /** The most decimal digits that may be converted, 0 for any number. */
    public static int of(final ThreadState ts) {
        final IntDigitLimit limit = ts.interp.part(IntDigitLimit.class);
        return limit == null ? IntText.DEFAULT_MAX_DIGITS : limit.digits;
    }
}
