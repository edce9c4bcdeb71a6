package dev.adder.runtime;

import dev.adder.expose.PyMethod;

/**
 * A built-in iterator. {@link #next} returns null when exhausted, so that loops over built-in iterators throw no
 * StopIteration inside. Concurrent calls are safe: each item is given out at most once.
 */
public abstract class PyIterator extends PySlotted {
    protected PyIterator(final PyType type) {
        super(type);
    }

    /** The next item, or null when exhausted. */
    public abstract Object next(ThreadState ts);

    @PyMethod("__iter__($self, /)")
    public final Object itself() {
        return this;
    }

    @PyMethod("__next__($self, /)")
    public final Object nextOrNull(final ThreadState ts) {
        return next(ts);
    }
}
