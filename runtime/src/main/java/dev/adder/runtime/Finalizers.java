package dev.adder.runtime;

import dev.adder.runtime.ops.PyObjects;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What runs when objects are found to be garbage: {@code __del__}, the closing of forgotten generators and files,
 * warnings of coroutines that were never awaited. CPython's {@code tp_finalize} (PEP 442): at most once an object,
 * which may come back to life.
 *
 * <p>A watched object holds a {@link Guard}, and the guard the object. Nobody else holds either, so that the collector
 * finds them dead together; it finalises the guard (Java's finalisation is the only thing on a JVM that gives a dead
 * object back), which only puts the object in the queue: Python code runs at polls and in {@code gc.collect()}, on
 * Python threads. Where finalisation is switched off (JEP 421) nothing is found until the interpreter ends.
 *
 * <p>An object with {@code __del__} has its guard in a hidden slot from its creation on. Generators and the like are
 * watched only while they wait where something must be done at their end, so their guards are taken from a stock of the
 * thread and given back.
 */
public final class Finalizers {
    /** The slot for the guard of an instance whose type has {@code __del__}: no name that a program can say. */
    private static final String KEY = (Shape.SLOT_MARK + "__del__" + Shape.SLOT_MARK).intern();
    /** Guards that a thread keeps at first, and at most: they are dear to make and dearer to the collector. */
    private static final int STOCK = 64;
    private static final int MOST_STOCK = 4096;
    private static final int MOST_ROUNDS = 3;

    /** Something of ours that has an end of its own. */
    public interface Finalizable {
        /** What {@code tp_finalize} does; reports what it raises. */
        void finalizeObject(ThreadState ts);

        /** Whether this must come before others that are found dead at the same time. */
        default boolean goesFirst() {
            return false;
        }
    }

    /** Holds objects that would have to be watched if it let them go. */
    public interface Keeper {
        void letGo(ThreadState ts);
    }

    /** Dies with the object that it is held by. */
    public static final class Guard {
        private final Finalizers home;
        /** Older watches come first; a guard from the stock begins another. */
        private long number;
        private final Entry entry;
        /** What it watches; null while it lies in the stock, and when the object has been finalised. */
        private Object object;
        /** The JVM has finalised it, which it does only once. */
        private boolean spent;

        private Guard(final Finalizers home, final Object object) {
            this.home = home;
            this.object = object;
            this.number = home.numbers.incrementAndGet();
            this.entry = new Entry(this);
            home.enter(entry);
        }

        /** Called by the JVM, once. */
        @Override
        @SuppressWarnings("removal")
        protected void finalize() {
            home.remove(entry);
            spent = true;
            if (object != null) {
                home.due.add(this);
                home.interp.threads().requestPolls();
            }
        }
    }

    /** A guard's place in the list of all that live. */
    private static final class Entry extends WeakReference<Guard> {
        private Entry previous;
        private Entry next;

        private Entry(final Guard guard) {
            super(guard);
        }
    }

    private final InterpreterState interp;
    private final ConcurrentLinkedQueue<Guard> due = new ConcurrentLinkedQueue<>();
    /** The last made of the guards that live; its list is changed and read under the lock of this. */
    private Entry last;
    private final AtomicLong numbers = new AtomicLong();
    private final CopyOnWriteArrayList<Keeper> keepers = new CopyOnWriteArrayList<>();

    Finalizers(final InterpreterState interp) {
        this.interp = interp;
    }

    private synchronized void enter(final Entry entry) {
        entry.previous = last;
        if (last != null) {
            last.next = entry;
        }
        last = entry;
    }

    private synchronized void remove(final Entry entry) {
        if (entry.next != null) {
            entry.next.previous = entry.previous;
        } else {
            last = entry.previous;
        }
        if (entry.previous != null) {
            entry.previous.next = entry.next;
        }
        entry.previous = null;
        entry.next = null;
    }

    /** Those that watch something. */
    private synchronized Guard[] alive() {
        final ArrayList<Guard> all = new ArrayList<>();
        for (Entry e = last; e != null; e = e.previous) {
            final Guard g = e.get();
            if (g != null && g.object != null) {
                all.add(g);
            }
        }
        return all.toArray(new Guard[0]);
    }

    /** All objects that are watched. */
    public Object[] watched() {
        final Guard[] guards = alive();
        final Object[] objects = new Object[guards.length];
        for (int i = 0; i < guards.length; i++) {
            objects[i] = guards[i].object;
        }
        return objects;
    }

    public void add(final Keeper keeper) {
        keepers.add(keeper);
    }

    /** Before the collector is to find all garbage. */
    public void letGo(final ThreadState ts) {
        for (final Keeper keeper : keepers) {
            keeper.letGo(ts);
        }
    }

    // ---- watching

    /** Watches a new instance of a type that has {@code __del__}. */
    static void watchInstance(final ThreadState ts, final Object o) {
        if (o instanceof PyObject p && p.shape.indexOf(KEY) < 0) {
            Attributes.storeSlot(ts, p, KEY, new Guard(ts.interp.finalizers(), o));
        }
    }

    /** Watches an object until {@link #release}; the object must hold what this gives. */
    public static Guard watch(final ThreadState ts, final Finalizable o) {
        final Guard[] stock = ts.guards;
        if (stock != null && ts.guardCount > 0) {
            final Guard g = stock[--ts.guardCount];
            stock[ts.guardCount] = null;
            g.object = o;
            g.number = g.home.numbers.incrementAndGet();
            return g;
        }
        return new Guard(ts.interp.finalizers(), o);
    }

    /** Ends a watch; the object must hold the guard no more. */
    public static void release(final ThreadState ts, final Guard g) {
        g.object = null;
        if (g.spent) {
            return;
        }
        if (ts.guards == null) {
            ts.guards = new Guard[STOCK];
        }
        if (ts.guardCount == ts.guards.length && ts.guardCount < MOST_STOCK) {
            ts.guards = Arrays.copyOf(ts.guards, 2 * ts.guardCount);
        }
        if (ts.guardCount < ts.guards.length) {
            ts.guards[ts.guardCount++] = g;
        }
    }

    /** The guard watches another object from now on: the one that was made around the first. */
    public static void handOver(final Guard g, final Finalizable o) {
        g.object = o;
    }

    /** {@code gc.is_finalized}. */
    public static boolean isFinalized(final Object o) {
        if (!(o instanceof PyObject p)) {
            return false;
        }
        final int slot = p.shape.indexOf(KEY);
        return slot >= 0 && p.slotGet(slot) instanceof Guard g && g.object == null;
    }

    // ---- finalising

    /** Finalises what is due, as part of a poll. */
    void run(final ThreadState ts) {
        if (due.isEmpty() || ts.finalizing) {
            return;
        }
        ts.finalizing = true;
        try {
            for (Guard[] batch = takeDue(); batch.length > 0; batch = takeDue()) {
                finalizeAll(ts, batch);
            }
        } finally {
            ts.finalizing = false;
        }
    }

    private Guard[] takeDue() {
        final Guard[] batch = new Guard[due.size()];
        int n = 0;
        while (n < batch.length) {
            final Guard g = due.poll();
            if (g == null) {
                break;
            }
            batch[n++] = g;
        }
        return Arrays.copyOf(batch, n);
    }

    /** Finalises everything that still lives: at the interpreter's end, when all other threads are done. */
    public void runAll(final ThreadState ts) {
        run(ts);
        letGo(ts);
        ts.finalizing = true;
        try {
            // What a finaliser lets go of is watched then, as the coroutine of a task.
            Guard[] guards = alive();
            for (int round = 0; round < MOST_ROUNDS && guards.length > 0; round++) {
                finalizeAll(ts, guards);
                guards = alive();
            }
        } finally {
            ts.finalizing = false;
        }
    }

    /**
     * Outer objects are mostly made before what they hold, and CPython finalises them first. A class and no lambda: those
     * would be linked at the end of every program, for some milliseconds.
     */
    private static final Comparator<Guard> ORDER = new Comparator<>() {
        @Override
        public int compare(final Guard a, final Guard b) {
            final int first = Boolean.compare(goesLater(a), goesLater(b));
            return first != 0 ? first : Long.compare(a.number, b.number);
        }

        private static boolean goesLater(final Guard g) {
            return !(g.object instanceof Finalizable f && f.goesFirst());
        }
    };

    private void finalizeAll(final ThreadState ts, final Guard[] guards) {
        Arrays.sort(guards, ORDER);
        // Neither sees what the interrupted code is handling, nor adds to it.
        final ThreadState.ExcState interrupted = ts.exc;
        ts.exc = new ThreadState.ExcState(null);
        try {
            for (final Guard g : guards) {
                final Object o = g.object;
                g.object = null;
                if (o instanceof Finalizable f) {
                    f.finalizeObject(ts);
                } else if (o != null) {
                    callDel(ts, o);
                }
            }
        } finally {
            ts.exc = interrupted;
        }
    }

    /** {@code slot_tp_finalize}. */
    private static void callDel(final ThreadState ts, final Object o) {
        final PyType type = PyType.of(o);
        final Object del = type.lookup("__del__");
        if (del == null) {
            return;
        }
        try {
            Special.invoke(ts, del, o, type, Calls.NO_ARGS, null);
        } catch (final PyRaise e) {
            ts.interp.unraisable(ts, e, "while calling deallocator " + PyObjects.reprJava(ts, del), null);
        }
    }
}
