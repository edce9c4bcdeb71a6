package dev.adder.runtime;

import dev.adder.runtime.objects.PyWeakRef;
import dev.adder.runtime.ops.PyObjects;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Weak references of one interpreter. When the collector clears a link whose reference has a callback, a thread of the
 * process puts it among {@link #due}; the callback runs at a poll or at {@code gc.collect()}, on a Python thread.
 */
public final class WeakReferences {
    private static final long SETTLE_MILLIS = 100;

    private final InterpreterState interp;
    /** Links that were cleared and whose callbacks have not run yet. */
    private final ConcurrentLinkedQueue<Link> due = new ConcurrentLinkedQueue<>();
    /** References with a callback that are alive, held so that their links can come to the queue. */
    private final Set<Link> waiting = ConcurrentHashMap.newKeySet();
    /** Identity of a referent to its references: by a weak key that compares by identity. */
    private final Map<IdentityKey, Set<PyWeakRef>> byReferent = new ConcurrentHashMap<>();
    private final ReferenceQueue<Object> keys = new ReferenceQueue<>();

    private interface Arrival {
        void arrived();
    }

    /** Arrives when all that the thread took from the queue before has been dealt with. */
    private static final class Marker extends WeakReference<Object> implements Arrival {
        private final CountDownLatch latch = new CountDownLatch(1);

        Marker() {
            super(new Object(), Arrivals.QUEUE);
        }

        @Override
        public void arrived() {
            latch.countDown();
        }
    }

    /** The Java side of one weak reference. */
    public static final class Link extends WeakReference<Object> implements Arrival {
        private static final AtomicLong NUMBERS = new AtomicLong();

        final WeakReference<PyWeakRef> owner;
        private final WeakReferences home;
        private final long number = NUMBERS.incrementAndGet();

        Link(final WeakReferences home, final Object referent, final PyWeakRef owner, final boolean callback) {
            super(referent, callback ? Arrivals.QUEUE : null);
            this.home = home;
            this.owner = new WeakReference<>(owner);
        }

        @Override
        public void arrived() {
            home.waiting.remove(this);
            home.due.add(this);
            home.interp.threads().requestPolls();
        }
    }

    /** Where the collector puts cleared links of all interpreters, and the thread that takes them from there. */
    private static final class Arrivals {
        static final ReferenceQueue<Object> QUEUE = new ReferenceQueue<>();

        static {
            final Thread t = new Thread(null, Arrivals::serve, "adder-weakrefs", 1 << 17);
            t.setDaemon(true);
            t.start();
        }

        private static void serve() {
            try {
                while (true) {
                    ((Arrival) QUEUE.remove()).arrived();
                }
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private WeakReferences(final InterpreterState interp) {
        this.interp = interp;
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
            w = new WeakReferences(ts.interp);
            ts.interp.setPart(WeakReferences.class, w);
        }
        return w;
    }

    /** Links a new weak reference to its referent. */
    public static Link link(final ThreadState ts, final PyWeakRef owner, final Object referent,
            final boolean callback) {
        final WeakReferences w = of(ts);
        final Link link = new Link(w, referent, owner, callback);
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

    /** After a collection: returns when the callbacks of what it found are due. */
    public static void settle(final ThreadState ts) throws InterruptedException {
        if (ts.interp.part(WeakReferences.class) == null) {
            return;
        }
        for (Object a = Arrivals.QUEUE.poll(); a != null; a = Arrivals.QUEUE.poll()) {
            ((Arrival) a).arrived();
        }
        final Marker marker = new Marker();
        marker.enqueue();
        marker.latch.await(SETTLE_MILLIS, TimeUnit.MILLISECONDS);
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

    /** Runs the callbacks that are due: those of younger references first, as CPython does for one object. */
    static void runCallbacks(final ThreadState ts) {
        final WeakReferences w = ts.interp.part(WeakReferences.class);
        if (w == null || w.due.isEmpty()) {
            return;
        }
        final List<Link> links = new ArrayList<>();
        for (Link l = w.due.poll(); l != null; l = w.due.poll()) {
            links.add(l);
        }
        links.sort((a, b) -> Long.compare(b.number, a.number));
        for (final Link l : links) {
            final PyWeakRef ref = l.owner.get();
            final Object callback = ref == null ? null : ref.callback();
            if (callback == null) {
                continue;
            }
            try {
                Calls.call1(ts, callback, ref);
            } catch (final PyRaise e) {
                ts.interp.unraisable(ts, e, "while calling weakref callback " + PyObjects.reprJava(ts, callback), null);
            }
        }
    }
}
