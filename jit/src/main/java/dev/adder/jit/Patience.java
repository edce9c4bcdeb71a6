package dev.adder.jit;

import dev.adder.runtime.interp.CodeState;

/**
 * When something is compiled, and when again. HotSpot begins anew with every unit (its bytecode interpreter, its first
 * compiler, its second), so that a unit too many costs more than one that comes late: in the first second of
 * {@code containers_churn} there were 25 compilations where a dozen do. A unit is worth nothing before HotSpot has compiled
 * it, and until then HotSpot is busy with our compiler, too: with 2,000 calls instead of 200 the fifteenth unit of
 * {@code generators_async} is finished 30 ms sooner, and {@code threads_pool} falls behind CPython by 0.45 s, not 0.53 s.
 */
final class Patience {
    /** Calls of a function that are looked at for the kinds of its arguments. */
    private static final int SAMPLES = 8;
    /** Times that a loop unit is left behind its loop, as must be, before one is made that goes on there. */
    private static final int ENDS = 100;
    /** More leaves than any unit's successor waits for. */
    static final int MANY = 1 << 30;
    /** Rounds of its loops in one call that make a function too long to be worth inlining. */
    private static final int MANY_ROUNDS = 50;

    final int calls;
    final int loops;
    /** Whether a loop in a function waits for the function's next call. */
    private final boolean awaitsCalls;
    /** Times that a hot loop asks within one call before it gets a unit of its own. */
    private final int asks;
    private final int leaves;
    private final int samples;

    private Patience(final int calls, final int loops, final int asks, final int leaves, final int samples) {
        this.calls = calls;
        this.loops = loops;
        this.awaitsCalls = asks > 0;
        this.asks = asks;
        this.leaves = leaves;
        this.samples = samples;
    }

    static Patience of(final boolean eager, final boolean stress, final boolean soon) {
        if (eager) {
            return new Patience(1, 1, 0, 2, 1);
        }
        if (stress) {
            return new Patience(4, 8, 0, 2, SAMPLES);
        }
        return soon ? new Patience(20, 50, 3, 3, SAMPLES) : new Patience(2000, 1500, 10, 8, SAMPLES);
    }

    /**
     * Whether the loops of a function that is interpreted are left to the function's own unit, which is asked for at the
     * next call: by then all of the function has been executed once, and it has one unit instead of one for each of its
     * loops. If the call goes on and on the loop gets a unit of its own.
     *
     * @param before the loop's unit that is outdated, or null
     */
    boolean awaitsCall(final CodeState state, final Notes notes, final Unit before) {
        if (!awaitsCalls || notes.refused.containsKey(-1)) {
            return false;
        }
        if (!notes.asked) {
            notes.asked = true;
            notes.isLong = state.loops / Math.max(1, state.calls) >= MANY_ROUNDS;
        }
        if (notes.loopAsks++ == 0 && (before != null || notes.loops.isEmpty()) && notes.function == null) {
            notes.hasHotLoop = notes.isLong;
            state.calls = Math.max(state.calls, calls);
        }
        if (notes.loopAsks <= asks) {
            if (before == null) {
                state.loops = loops - loops * 2 / 3;
            }
            return true;
        }
        notes.loopAsks = 0;
        if (notes.hasHotLoop && notes.function == null && !notes.pending.contains(-1)) {
            notes.hasHotLoop = false;
            state.calls = 1;
        }
        return false;
    }

    /**
     * Whether a loop of a module, which runs once, is to be looked at again: the rounds so far may be those of several short
     * loops ({@code opcode} has six of 235), and a unit comes into use only when the same one is hot a second time.
     */
    boolean awaitsRounds(final CodeState state, final Notes notes, final int pc) {
        if (!awaitsCalls || notes.lastLoop == pc) {
            return false;
        }
        notes.lastLoop = pc;
        state.loops = 0;
        return true;
    }

    /** Whether a function that was called as often as this is to be compiled now. */
    boolean knowsArguments(final Notes notes) {
        notes.loopAsks = 0;
        return ++notes.samples >= samples || notes.hasHotLoop;
    }

    /** Whether the successor of a unit that should know more is to be made, the profile having settled. */
    boolean isOver(final Unit unit, final Notes notes) {
        return unit.outdated && unit.leaves >= leaves * (1 + notes.compilations / 4);
    }

    /** Whether a loop's unit was left often enough behind its loop to go on there. */
    boolean isWorthGoingOn(final Unit unit) {
        return ++unit.ends >= ENDS || !awaitsCalls;
    }
}
