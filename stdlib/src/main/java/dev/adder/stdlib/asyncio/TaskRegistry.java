package dev.adder.stdlib.asyncio;

import dev.adder.runtime.ThreadState;
import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.List;

/**
 * The unfinished tasks of a thread, for {@code all_tasks} and so that those that are lost can be reported.
 *
 * <p>Nothing but what it waits for keeps a task alive in CPython. To see that one was lost it must be watched
 * ({@code Finalizers}), and that takes two references of the kinds that the collector looks at one by one: with 90,000
 * waiting tasks they, and those for the coroutines beneath, were 40% of its work. So a new task is simply held. Those
 * that have not finished ten seconds later, when their loop stops, at {@code gc.collect()} and when memory is short, are
 * let go and watched from then on.
 */
final class TaskRegistry {
    private static final long AGE_NANOS = 5_000_000_000L;

    /** Tasks that are held, in no order. */
    static final class Batch {
        private final TaskRegistry registry;
        private PyTask[] tasks = new PyTask[16];
        private int count;

        private Batch(final TaskRegistry registry) {
            this.registry = registry;
        }

        private void add(final PyTask task) {
            if (count == tasks.length) {
                tasks = Arrays.copyOf(tasks, 2 * count);
            }
            task.batch = this;
            task.place = count;
            tasks[count++] = task;
        }

        /** False if it was let go meanwhile. */
        boolean remove(final PyTask task) {
            synchronized (registry) {
                if (task.batch != this) {
                    return false;
                }
                final PyTask last = tasks[--count];
                tasks[count] = null;
                if (last != task) {
                    tasks[task.place] = last;
                    last.place = task.place;
                }
                task.batch = null;
                return true;
            }
        }

        private void letGo(final ThreadState ts) {
            for (int i = 0; i < count; i++) {
                tasks[i].watch(ts);
                tasks[i].batch = null;
            }
            tasks = new PyTask[16];
            count = 0;
        }

        private void addAllTo(final List<Object> all) {
            for (int i = 0; i < count; i++) {
                all.add(tasks[i]);
            }
        }
    }

    private Batch young = new Batch(this);
    private Batch old = new Batch(this);
    private long turned = System.nanoTime();
    /** Cleared by the collector when memory is short. */
    private SoftReference<Object> room = new SoftReference<>(new Object());

    synchronized void hold(final PyTask task) {
        young.add(task);
    }

    /** Now and then: what was old already the last time is let go. */
    synchronized void turn(final ThreadState ts) {
        final long now = System.nanoTime();
        if (room.refersTo(null)) {
            letGo(ts);
            room = new SoftReference<>(new Object());
        } else if (now - turned > AGE_NANOS) {
            old.letGo(ts);
            final Batch emptied = old;
            old = young;
            young = emptied;
            turned = now;
        }
    }

    synchronized void letGo(final ThreadState ts) {
        young.letGo(ts);
        old.letGo(ts);
    }

    /** Those that are held. */
    synchronized void addAllTo(final List<Object> all) {
        young.addAllTo(all);
        old.addAllTo(all);
    }
}
