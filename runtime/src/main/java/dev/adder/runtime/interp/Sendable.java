package dev.adder.runtime.interp;

import dev.adder.runtime.ThreadState;

/**
 * What {@code await} and {@code yield from} drive without an exception for the end: CPython's {@code am_send} slot.
 * Only built-in types that no Python class extends.
 */
public interface Sendable {
    /** The next item, or null when it has returned: then {@link #takeResult} has what. Null is sent as None. */
    Object sendOrNull(ThreadState ts, Object value);

    /** What it returned; None once taken. */
    Object takeResult();
}
