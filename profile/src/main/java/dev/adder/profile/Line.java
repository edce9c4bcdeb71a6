package dev.adder.profile;

import dev.adder.runtime.interp.CodeState;

/**
 * A line of a function. Line 0 of no code is what ran outside any Python function: start, end, compiling source text.
 *
 * @param state the code with its globals, or null
 */
record Line(CodeState state, int number) {
    static final Line OUTSIDE = new Line(null, 0);

    String file() {
        return state == null ? "" : state.code.ir().filename;
    }

    String function() {
        return state == null ? "(outside Python)" : state.code.ir().qualname;
    }

    @Override
    public boolean equals(final Object o) {
        return o instanceof Line l && l.state == state && l.number == number;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(state) * 31 + number;
    }
}
