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

    /** A new one, which no other thread can have seen: it becomes the calling thread's. */
    public final PyIterator ownedBy(final ThreadState ts) {
        if (ts.multi) {
            own(ts);
        }
        return this;
    }

    /**
     * Whether the calling thread may advance this iterator as if there were no other; else it locks it. To be asked at
     * every step: the first thread to do so owns the iterator ({@link PySlotted#isOwn}) until another one wants an item.
     */
    protected final boolean isAlone(final ThreadState ts) {
        return isOwn(ts) || !ts.multi || becomesOwn(ts);
    }

    private boolean becomesOwn(final ThreadState ts) {
        share(ts);
        return isOwn(ts);
    }

    @PyMethod("__iter__($self, /)")
    public final Object itself() {
        return this;
    }

    @PyMethod("__next__($self, /)")
    public final Object nextOrNull(final ThreadState ts) {
        return next(ts);
    }
}
