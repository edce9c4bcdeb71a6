package dev.adder.machine.kernels;

import dev.adder.machine.prediction.Work;

/**
 * One kernel set up for one working set.
 *
 * <p>{@link #relieved} gives the same work with one unit relieved: with a smaller working set, without the dependency
 * chain, with branches anybody can predict, with half the arithmetic. The unit whose relief helps most is the one that
 * binds; that is the truth a prediction is held against.
 */
interface Kernel {
    /** Does the work {@code passes} times. */
    long run(int passes);

    /** What one pass does. */
    Work work();

    /** Things done in a pass, to compare variants by. */
    double things();

    /** Gives memory outside the heap back. */
    default void close() {
    }

    /** The units that can be relieved, named as predictions name them. */
    default String[] reliefs() {
        return new String[0];
    }

    /** The kernel with one of those relieved. */
    default Kernel relieved(String unit) {
        throw new IllegalArgumentException(unit);
    }
}
