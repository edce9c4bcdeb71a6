package dev.adder.runtime;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A map from objects, by identity, to their numbers, which keeps no object alive. A number lasts until the object cannot
 * come back any more: in {@code __del__} it is still the same.
 */
final class ReferenceIdentityMap {
    private final ConcurrentHashMap<Object, Long> map = new ConcurrentHashMap<>();
    private final ReferenceQueue<Object> queue = new ReferenceQueue<>();

    /** In the map. A phantom reference is not cleared before the object has been finalised. */
    private static final class Key extends PhantomReference<Object> {
        private final int hash;

        Key(final Object o, final ReferenceQueue<Object> queue) {
            super(o, queue);
            hash = System.identityHashCode(o);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** What the map is asked with: equal to the key of the same object. */
    private record Probe(Object object) {
        @Override
        public int hashCode() {
            return System.identityHashCode(object);
        }

        @Override
        public boolean equals(final Object other) {
            return other instanceof Key k && k.refersTo(object);
        }
    }

    long idOf(final Object o) {
        for (Reference<?> r = queue.poll(); r != null; r = queue.poll()) {
            map.remove(r);
        }
        final Long known = map.get(new Probe(o));
        return known != null ? known : add(o);
    }

    private synchronized long add(final Object o) {
        final Long known = map.get(new Probe(o));
        if (known != null) {
            return known;
        }
        final long fresh = Ids.next();
        map.put(new Key(o, queue), fresh);
        return fresh;
    }
}
