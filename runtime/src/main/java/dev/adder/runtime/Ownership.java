package dev.adder.runtime;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether threads may still become owners of containers, or of iterators ({@link PySlotted#isOwn}), or containers be
 * settled ({@link PySlotted#isSettled}).
 *
 * <p>They may until taking that back has cost a hundredth of the time, since such a program hands them from thread to
 * thread, or changes them in every way. Each of the three is reckoned apart: programs that share lists seldom share the
 * loops over them. With {@code -X yield} it goes on for ever, since that is there to try what is rare.
 */
final class Ownership {
    /** Nanoseconds that are always allowed. */
    private static final long FREE = 2_000_000;

    private final AtomicLong waited = new AtomicLong();
    private boolean allowed = true;

    boolean isAllowed() {
        return allowed;
    }

    /** A thread has waited for another to give one up; nanoseconds, and those since there are threads. */
    void waited(final long nanos, final long sinceThreads) {
        final long sum = waited.addAndGet(nanos);
        if (sum > FREE && sum > sinceThreads / 100) {
            allowed = false;
        }
    }
}
