package dev.adder.jit;

import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.PyFunction;

/**
 * An activation in an emitted unit as its exits see it: the unit's own function, or a function inlined at one call. Its
 * registers are counted from {@link #base} on; after them come what {@link #FRAME}, {@link #MADE} and {@link #FUNCTION} say.
 */
final class Level {
    /** Behind an inlined code's registers: its frame, if it has one. */
    static final int FRAME = 0;
    /** The object that an inlined {@code __init__} fills. */
    static final int MADE = 1;
    /** The function, where only its code is known. */
    static final int FUNCTION = 2;
    static final int EXTRA = 3;

    final CodeState state;
    final int depth;
    final int base;
    /** The caller's place at the call; null for the unit's own. */
    final Site call;
    /** Null: it is in the register {@link #FUNCTION}, or it is the unit's own. */
    final PyFunction function;
    /** The caller's register that takes the result. */
    final int destination;
    /** Whether the call makes an object, which is its result, and not what is returned. */
    final boolean makes;
    /** Whether it is an operator's method, which may give NotImplemented. */
    boolean operates;
    /** Before this instruction of an {@code __init__} that makes nobody else knows the object; see {@link Unpublished}. */
    int unpublishedUntil;
    /** Whether it pushes a frame. */
    boolean framed;

    Level(final CodeState state, final int base, final Site call, final PyFunction function, final int destination,
            final boolean makes) {
        this.state = state;
        this.depth = call == null ? 0 : call.level.depth + 1;
        this.base = base;
        this.call = call;
        this.function = function;
        this.destination = destination;
        this.makes = makes;
        this.unpublishedUntil = makes ? Unpublished.until(state.code.ir()) : 0;
    }

    int extra(final int what) {
        return base + state.code.ir().frameSize + what;
    }
}
