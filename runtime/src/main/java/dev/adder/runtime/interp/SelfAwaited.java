package dev.adder.runtime.interp;

/**
 * An awaitable that YIELD_FROM drives itself instead of what its {@code __await__} gives, until somebody wants to see
 * what that is.
 */
public interface SelfAwaited extends Sendable {
    /** Whether its class leaves it at that, and {@code __await__} would not raise. */
    boolean awaitsItself();

    /** What {@code __await__} gives. */
    Object iterator();
}
