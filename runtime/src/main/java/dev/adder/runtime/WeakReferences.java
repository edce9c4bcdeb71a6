package dev.adder.runtime;

import dev.adder.runtime.objects.PyWeakRef;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Weak references of one interpreter. When the collector clears a link whose reference has a callback, it comes to
 * {@link #queue}; the callback runs at a poll or at {@code gc.collect()}, on a Python thread.
 */
public final class WeakReferences {
    private final ReferenceQueue<Object> queue = new ReferenceQueue<>();
    /** References with a callback that are alive, held so that their links can come to the queue. */
    private final Set<Link> waiting = ConcurrentHashMap.newKeySet();
    /** Identity of a referent to its references: by a weak key that compares by identity. */
    private final Map<IdentityKey, Set<PyWeakRef>> byReferent = new ConcurrentHashMap<>();
    private final ReferenceQueue<Object> keys = new ReferenceQueue<>();

    /** The Java side of one weak reference. */
    public static final class Link extends WeakReference<Object> {
        final WeakReference<PyWeakRef> owner;

        Link(final Object referent, final PyWeakRef owner, final ReferenceQueue<Object> queue) {
            super(referent, queue);
            this.owner = new WeakReference<>(owner);
        }
    }

    private static final class IdentityKey extends WeakReference<Object> {
        private final int hash;

        IdentityKey(final Object o, final ReferenceQueue<Object> queue) {
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
            return mine != null && other instanceof IdentityKey k && mine == k.get();
        }
    }

    private static WeakReferences of(final ThreadState ts) {
        WeakReferences w = ts.interp.part(WeakReferences.class);
        if (w == null) {
            w = new WeakReferences();
            ts.interp.setPart(WeakReferences.class, w);
        }
        return w;
    }

    /** Links a new weak reference to its referent. */
    public static Link link(final ThreadState ts, final PyWeakRef owner, final Object referent,
            final boolean callback) {
        final WeakReferences w = of(ts);
        final Link link = new Link(referent, owner, callback ? w.queue : null);
        if (callback) {
            w.waiting.add(link);
        }
        w.purge();
        w.byReferent.computeIfAbsent(new IdentityKey(referent, w.keys),
                k -> java.util.Collections.synchronizedSet(java.util.Collections.newSetFromMap(new WeakHashMap<>())))
                .add(owner);
        return link;
    }

    private void purge() {
        for (Object k = keys.poll(); k != null; k = keys.poll()) {
            byReferent.remove(k);
        }
    }

    /** All live references to the object, in no particular order. */
    public static PyWeakRef[] all(final ThreadState ts, final Object referent) {
        final Set<PyWeakRef> refs = of(ts).byReferent.get(new IdentityKey(referent, null));
        return refs == null ? new PyWeakRef[0] : refs.toArray(new PyWeakRef[0]);
    }

    /** The one reference of exact type and without callback that everybody shares. */
    public static PyWeakRef plainRef(final ThreadState ts, final PyObject referent) {
        for (final PyWeakRef r : all(ts, referent)) {
            if (r != null && r.type() == PyWeakRef.TYPE && r.callback() == null) {
                return r;
            }
        }
        return new PyWeakRef(ts, PyWeakRef.TYPE, referent, null);
    }

    /** Runs the callbacks that are due. */
    public static void runCallbacks(final ThreadState ts) {
        final WeakReferences w = ts.interp.part(WeakReferences.class);
        if (w == null) {
            return;
        }
        for (Object l = w.queue.poll(); l != null; l = w.queue.poll()) {
            w.waiting.remove(l);
            final PyWeakRef ref = ((Link) l).owner.get();
            if (ref != null && ref.callback() != null) {
                try {
                    Calls.call1(ts, ref.callback(), ref);
                } catch (final PyRaise e) {
                    ts.interp.unraisable(ts, e, "calling weakref callback", ref.callback());
                }
            }
        }
    }
}
