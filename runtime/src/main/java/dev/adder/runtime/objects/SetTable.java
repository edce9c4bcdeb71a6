package dev.adder.runtime.objects;

import dev.adder.runtime.Errors;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyObjects;
import java.lang.invoke.VarHandle;

/**
 * The open-addressed table of a set. Probing, growth and the treatment of removed elements are CPython's
 * (Objects/setobject.c), so that iteration order is CPython's.
 *
 * <p>For readers without a lock: an element is stored after its hash, and equality of the element itself decides.
 */
final class SetTable {
    static final int ABSENT = -1;
    /** Python code that ran during the search changed the set. */
    static final int RETRY = -2;
    /** In place of an element that was removed. */
    static final Object DUMMY = new Object();

    private static final int MIN_SIZE = 8;
    private static final int MAX_SIZE = 1 << 30;
    private static final int LINEAR_PROBES = 9;
    private static final int PERTURB_SHIFT = 5;
    private static final int LARGE = 50_000;

    final Object[] keys;
    final long[] hashes;
    private final int mask;
    /** Slots used, removed elements included. */
    int fill;
    int used;
    /** Where {@code pop} goes on. */
    private int finger;

    private SetTable(final int size) {
        this.keys = new Object[size];
        this.hashes = new long[size];
        this.mask = size - 1;
    }

    static SetTable empty() {
        return new SetTable(MIN_SIZE);
    }

    int capacity() {
        return keys.length;
    }

    int find(final ThreadState ts, final PyBaseSet owner, final Object key, final long hash) {
        int i = (int) hash & mask;
        long perturb = hash;
        while (true) {
            int slot = i;
            int probes = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
            do {
                final Object k = keys[slot];
                if (k == null) {
                    return ABSENT;
                }
                if (hashes[slot] == hash && k != DUMMY) {
                    if (k == key) {
                        return slot;
                    }
                    final int equal = compare(ts, owner, slot, k, key);
                    if (equal != ABSENT) {
                        return equal;
                    }
                }
                slot++;
            } while (probes-- > 0);
            perturb >>>= PERTURB_SHIFT;
            i = (int) (i * 5L + 1 + perturb) & mask;
        }
    }

    private int compare(final ThreadState ts, final PyBaseSet owner, final int slot, final Object k, final Object key) {
        if (k instanceof String a && key instanceof String b) {
            return a.equals(b) ? slot : ABSENT;
        }
        if (k instanceof Long a && key instanceof Long b) {
            return a.longValue() == b.longValue() ? slot : ABSENT;
        }
        if (PyObjects.is(k, key)) {
            return slot;
        }
        final boolean equal = PyObjects.equal(ts, k, key);
        if (owner.table(ts) != this || keys[slot] != k) {
            return RETRY;
        }
        return equal ? slot : ABSENT;
    }

    /** Adds an element known to be absent and returns the table to use from now on. */
    SetTable add(final Object key, final long hash) {
        final int slot = slotFor(hash);
        final boolean fresh = keys[slot] == null;
        hashes[slot] = hash;
        VarHandle.releaseFence();
        keys[slot] = key;
        used++;
        if (!fresh) {
            return this;
        }
        fill++;
        if ((long) fill * 5 < (long) mask * 3) {
            return this;
        }
        return resized(used > LARGE ? (long) used * 2 : (long) used * 4);
    }

    /** The last slot of a removed element on the way to the first free one, or that one. */
    private int slotFor(final long hash) {
        int i = (int) hash & mask;
        long perturb = hash;
        int removed = -1;
        while (true) {
            int slot = i;
            int probes = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
            do {
                final Object k = keys[slot];
                if (k == null) {
                    return removed >= 0 ? removed : slot;
                }
                if (k == DUMMY) {
                    removed = slot;
                }
                slot++;
            } while (probes-- > 0);
            perturb >>>= PERTURB_SHIFT;
            i = (int) (i * 5L + 1 + perturb) & mask;
        }
    }

    /** Into a table that nobody else can see. */
    private void insert(final Object key, final long hash) {
        int i = (int) hash & mask;
        long perturb = hash;
        while (true) {
            int slot = i;
            int probes = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
            do {
                if (keys[slot] == null) {
                    hashes[slot] = hash;
                    keys[slot] = key;
                    return;
                }
                slot++;
            } while (probes-- > 0);
            perturb >>>= PERTURB_SHIFT;
            i = (int) (i * 5L + 1 + perturb) & mask;
        }
    }

    void remove(final int slot) {
        keys[slot] = DUMMY;
        hashes[slot] = -1;
        used--;
    }

    /** The same elements in a table with room for more than {@code minimum}. */
    SetTable resized(final long minimum) {
        long size = MIN_SIZE;
        while (size <= minimum) {
            size <<= 1;
        }
        if (size > MAX_SIZE) {
            throw Errors.memoryError();
        }
        final SetTable t = new SetTable((int) size);
        t.insertAll(this);
        VarHandle.releaseFence();
        return t;
    }

    private void insertAll(final SetTable other) {
        for (int i = 0; i < other.keys.length; i++) {
            final Object k = other.keys[i];
            if (k != null && k != DUMMY) {
                insert(k, other.hashes[i]);
            }
        }
        fill += other.used;
        used += other.used;
    }

    /** The same table, or one with room for {@code n} more elements, as {@code set_merge} makes it. */
    SetTable withRoomFor(final int n) {
        return ((long) fill + n) * 5 >= (long) mask * 3 ? resized(((long) used + n) * 2) : this;
    }

    /** Takes the elements of another table over; this one must have none. */
    void takeAll(final SetTable other) {
        if (mask == other.mask && other.fill == other.used) {
            System.arraycopy(other.hashes, 0, hashes, 0, hashes.length);
            System.arraycopy(other.keys, 0, keys, 0, keys.length);
            fill = other.fill;
            used = other.used;
        } else {
            insertAll(other);
        }
    }

    /** The table without the removed elements if these are many ({@code set_difference_update_internal}). */
    SetTable tidied() {
        if (fill - used <= mask / 4) {
            return this;
        }
        return resized(used > LARGE ? (long) used * 2 : (long) used * 4);
    }

    /** The first slot at or after {@code from} with an element, or -1. */
    int next(final int from) {
        for (int i = from; i < keys.length; i++) {
            final Object k = keys[i];
            if (k != null && k != DUMMY) {
                return i;
            }
        }
        return -1;
    }

    /** The slot that {@code pop} takes; there must be an element. */
    int popSlot() {
        int i = finger & mask;
        while (keys[i] == null || keys[i] == DUMMY) {
            i = i + 1 & mask;
        }
        finger = i + 1;
        return i;
    }
}
