package dev.adder.runtime;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;

/** A weak map from objects, by identity, to their numbers. */
final class ReferenceIdentityMap {
    private final ConcurrentHashMap<Key, Long> map = new ConcurrentHashMap<>();
    private final ReferenceQueue<Object> queue = new ReferenceQueue<>();

    private static final class Key extends WeakReference<Object> {
        private final int hash;

        Key(final Object o, final ReferenceQueue<Object> queue) {
            super(o, queue);
            hash = System.identityHashCode(o);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(final Object other) {
            if (this == other) {
                return true;
            }
            final Object mine = get();
            return mine != null && other instanceof Key k && mine == k.get();
        }
    }

    long idOf(final Object o) {
        for (Reference<?> r = queue.poll(); r != null; r = queue.poll()) {
            map.remove(r);
        }
        final Long known = map.get(new Key(o, null));
        if (known != null) {
            return known;
        }
        final long fresh = Ids.next();
        final Long raced = map.putIfAbsent(new Key(o, queue), fresh);
        return raced == null ? fresh : raced;
    }
}
