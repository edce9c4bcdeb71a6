package dev.adder.runtime.objects;

import dev.adder.runtime.InterpreterState;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.GlobalCell;
import dev.adder.runtime.ops.PyObjects;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * The storage of a dict: entries in insertion order and an open-addressed index over them. Sizes, growth and probing
 * are CPython's (Objects/dictobject.c), so that a dict is compacted when CPython compacts it.
 *
 * <p>Two kinds. In a <i>text</i> table every key is an exact {@code String}; it is probed by
 * {@code String.hashCode} mixed with a secret and runs no Python code. In a <i>general</i> table keys are any values,
 * by {@code hash()} and {@code ==}.
 *
 * <p>For readers without a lock: an entry index, once given to a key, is not given to another one in the same table
 * while other threads exist; an entry is complete before its index is published; a null key or value means that the
 * entry was deleted. A value that is a {@link GlobalCell} stands for the cell's content.
 */
final class DictTable {
    static final int ABSENT = -1;
    /** Python code that ran during the search changed the dict. */
    static final int RETRY = -3;
    /** A text table whose chains are longer than this is under attack or unlucky. */
    static final int LONG_CHAIN = 48;

    private static final int EMPTY = -1;
    private static final int DUMMY = -2;
    private static final int MIN_SIZE = 8;
    private static final int MAX_SIZE = 1 << 30;
    private static final int PERTURB_SHIFT = 5;
    /** Odd, chosen per process: which names collide cannot be foreseen. */
    private static final int SECRET = (int) (System.nanoTime() * 0x9E3779B97F4A7C15L >>> 32) | 1;
    private static final DictTable NO_ENTRIES = new DictTable(new int[] {EMPTY}, new Object[0], null, null);

    private final int[] index;
    /** Key and value of entry e at 2e and 2e + 1. */
    private final Object[] slots;
    /** The hash of each entry; null in a text table. */
    private final long[] hashes;
    /** Knows the hash of texts; null in a text table. */
    private final InterpreterState interp;
    /** Entries used so far, deleted ones included. */
    private int count;
    private int live;
    /** No entry before this one is live, so that taking from the front again and again is not quadratic. */
    private int first;

    private DictTable(final int[] index, final Object[] slots, final long[] hashes, final InterpreterState interp) {
        this.index = index;
        this.slots = slots;
        this.hashes = hashes;
        this.interp = interp;
    }

    /** The table of every empty dict; it has no room, so it is never written. */
    static DictTable empty() {
        return NO_ENTRIES;
    }

    private static DictTable ofSize(final int size, final InterpreterState interp) {
        final int[] index = new int[size];
        Arrays.fill(index, EMPTY);
        final int usable = (int) (((long) size << 1) / 3);
        return new DictTable(index, new Object[usable << 1], interp == null ? null : new long[usable], interp);
    }

    /** An empty table with room for {@code n} entries. */
    static DictTable withRoom(final int n, final InterpreterState interp) {
        return ofSize(sizeFor(((long) n * 3 + 1) / 2), interp);
    }

    private static int sizeFor(final long minimum) {
        int size = MIN_SIZE;
        while (size < minimum) {
            if (size >= MAX_SIZE) {
                throw dev.adder.runtime.Errors.memoryError();
            }
            size <<= 1;
        }
        return size;
    }

    boolean isText() {
        return hashes == null;
    }

    int live() {
        return live;
    }

    int count() {
        return count;
    }

    boolean isFull() {
        return count << 1 >= slots.length;
    }

    int indexSize() {
        return index.length;
    }

    // ---- hashes

    /** Not negative, so that it is the same as an int and as a long. */
    static int mix(final String key) {
        final int h = key.hashCode() * SECRET;
        return (h ^ h >>> 15) & Integer.MAX_VALUE;
    }

    /** The hash of a text in this table. */
    long hashOf(final String key) {
        return hashes == null ? mix(key) : interp.hashOfText(key);
    }

    // ---- search

    /** The entry of a text, without running Python code. */
    int findText(final String key) {
        return hashes == null ? findInText(key, mix(key)) : findTextInGeneral(key, hashOf(key));
    }

    int findInText(final String key, final int hash) {
        final int[] idx = index;
        final int mask = idx.length - 1;
        int i = hash & mask;
        int perturb = hash;
        while (true) {
            final int e = idx[i];
            if (e >= 0) {
                final Object k = slots[e << 1];
                if (k == key || k instanceof String s && s.hashCode() == key.hashCode() && s.equals(key)) {
                    return e;
                }
            } else if (e == EMPTY) {
                return ABSENT;
            }
            perturb >>>= PERTURB_SHIFT;
            i = i * 5 + perturb + 1 & mask;
        }
    }

    private int findTextInGeneral(final String key, final long hash) {
        final int[] idx = index;
        final int mask = idx.length - 1;
        int i = (int) hash & mask;
        long perturb = hash;
        while (true) {
            final int e = idx[i];
            if (e >= 0) {
                if (hashes[e] == hash) {
                    final Object k = slots[e << 1];
                    if (k == key || k instanceof String s && s.equals(key)
                            || k instanceof PyStrSub s && key.equals(PyObjects.textOf(s))) {
                        return e;
                    }
                }
            } else if (e == EMPTY) {
                return ABSENT;
            }
            perturb >>>= PERTURB_SHIFT;
            i = (int) (i * 5L + perturb + 1) & mask;
        }
    }

    /** As {@link #find} for an int among entries that need no Python code to be told from it; else RETRY. */
    int findLong(final long key, final long hash) {
        final int[] idx = index;
        final int mask = idx.length - 1;
        int i = (int) hash & mask;
        long perturb = hash;
        while (true) {
            final int e = idx[i];
            if (e >= 0) {
                if (hashes[e] == hash) {
                    if (!(slots[e << 1] instanceof Long n)) {
                        return RETRY;
                    }
                    if (n == key) {
                        return e;
                    }
                }
            } else if (e == EMPTY) {
                return ABSENT;
            }
            perturb >>>= PERTURB_SHIFT;
            i = (int) (i * 5L + perturb + 1) & mask;
        }
    }

    /** The entry of any key in a general table that is the table of {@code owner}. */
    int find(final ThreadState ts, final PyDict owner, final Object key, final long hash) {
        final int[] idx = index;
        final int mask = idx.length - 1;
        int i = (int) hash & mask;
        long perturb = hash;
        while (true) {
            final int e = idx[i];
            if (e >= 0) {
                if (hashes[e] == hash) {
                    final Object k = slots[e << 1];
                    if (k == key) {
                        return e;
                    }
                    if (k != null) {
                        final int equal = compare(ts, owner, e, k, key);
                        if (equal != ABSENT) {
                            return equal;
                        }
                    }
                }
            } else if (e == EMPTY) {
                return ABSENT;
            }
            perturb >>>= PERTURB_SHIFT;
            i = (int) (i * 5L + perturb + 1) & mask;
        }
    }

    /** The entry if the keys are equal, ABSENT if they are not, RETRY if the dict changed meanwhile. */
    private int compare(final ThreadState ts, final PyDict owner, final int e, final Object k, final Object key) {
        if (k instanceof String a && key instanceof String b) {
            return a.equals(b) ? e : ABSENT;
        }
        if (k instanceof Long a && key instanceof Long b) {
            return a.longValue() == b.longValue() ? e : ABSENT;
        }
        if (k instanceof PyTuple a && key instanceof PyTuple b && a.shape == b.shape) {
            final int order = a.quickEqual(b);
            if (order >= 0) {
                return order > 0 ? e : ABSENT;
            }
        }
        if (PyObjects.is(k, key)) {
            return e;
        }
        final boolean equal = PyObjects.equal(ts, k, key);
        if (owner.table() != this || slots[e << 1] != k) {
            return RETRY;
        }
        return equal ? e : ABSENT;
    }

    // ---- entries

    /** The first live entry at or after {@code from}, or -1. */
    int next(final int from) {
        final int n = count;
        final int low = first;
        for (int e = Math.max(from, low); e < n; e++) {
            if (slots[e << 1] != null) {
                if (from <= low) {
                    first = e;
                }
                return e;
            }
        }
        return -1;
    }

    /** The last live entry at or before {@code from}, or -1. */
    int previous(final int from) {
        for (int e = Math.min(from, count - 1); e >= 0; e--) {
            if (slots[e << 1] != null) {
                return e;
            }
        }
        return -1;
    }

    /** Null if the entry was deleted. */
    Object key(final int e) {
        return slots[e << 1];
    }

    /** Null if the entry was deleted. */
    Object value(final int e) {
        final Object v = slots[(e << 1) + 1];
        return v instanceof GlobalCell c ? c.get() : v;
    }

    /** The Python hash of an entry's key, without asking the key. */
    long hash(final ThreadState ts, final int e, final Object key) {
        return hashes == null ? ts.interp.hashOfText(key) : hashes[e];
    }

    /** The value as stored: maybe a cell. */
    Object rawValue(final int e) {
        return slots[(e << 1) + 1];
    }

    void setRaw(final int e, final Object value) {
        slots[(e << 1) + 1] = value;
    }

    void setValue(final int e, final Object value) {
        final int at = (e << 1) + 1;
        if (slots[at] instanceof GlobalCell c) {
            c.set(value);
        } else {
            slots[at] = value;
        }
    }

    /** {@link #setValue} in a settled dict; gives the old value, or null if it must be done under the lock. */
    Object replaceSettled(final int e, final Object value) {
        final int at = (e << 1) + 1;
        final Object old = slots[at];
        if (old == null || old instanceof GlobalCell || slots[e << 1] == null) {
            return null;
        }
        slots[at] = value;
        return old;
    }

    /** Adds an entry for a key that is absent; there must be room. Returns the length of the chain. */
    int append(final Object key, final Object value, final long hash) {
        final int chain = place(count, key, value, hash);
        live++;
        return chain;
    }

    private int place(final int e, final Object key, final Object value, final long hash) {
        slots[e << 1] = key;
        slots[(e << 1) + 1] = value;
        if (hashes != null) {
            hashes[e] = hash;
        }
        VarHandle.releaseFence();
        final int chain = link(e, hash);
        count = e + 1;
        return chain;
    }

    private int link(final int e, final long hash) {
        final int mask = index.length - 1;
        int i = (int) hash & mask;
        long perturb = hash;
        int chain = 0;
        while (index[i] >= 0) {
            perturb >>>= PERTURB_SHIFT;
            i = (int) (i * 5L + perturb + 1) & mask;
            chain++;
        }
        index[i] = e;
        return chain;
    }

    private long entryHash(final int e) {
        return hashes == null ? mix((String) slots[e << 1]) : hashes[e];
    }

    /** Removes an entry; {@code reuse} if no other thread can be reading, so that its number may be given anew. */
    void remove(final int e, final boolean reuse) {
        unlink(e, entryHash(e));
        live--;
        if (reuse) {
            count = e;
            first = Math.min(first, e);
        }
    }

    private void unlink(final int e, final long hash) {
        final int mask = index.length - 1;
        int i = (int) hash & mask;
        long perturb = hash;
        while (index[i] != e) {
            perturb >>>= PERTURB_SHIFT;
            i = (int) (i * 5L + perturb + 1) & mask;
        }
        index[i] = DUMMY;
        slots[(e << 1) + 1] = null;
        slots[e << 1] = null;
    }

    // ---- new tables

    /** The same entries, without the deleted ones, with room to grow: CPython's GROWTH_RATE. */
    DictTable grown() {
        return rebuilt(sizeFor((long) live * 3));
    }

    /** The same entries under the same numbers as a general table. */
    DictTable general(final InterpreterState hashing) {
        final DictTable t = ofSize(Math.max(MIN_SIZE, index.length), hashing);
        System.arraycopy(slots, 0, t.slots, 0, slots.length);
        for (int e = 0; e < count; e++) {
            if (slots[e << 1] != null) {
                t.hashes[e] = hashing.hashOfText(slots[e << 1]);
                t.link(e, t.hashes[e]);
            }
        }
        t.count = count;
        t.live = live;
        return t;
    }

    /** A copy for another dict, in which no value is a cell. */
    DictTable copy() {
        if (live == 0) {
            return NO_ENTRIES;
        }
        final DictTable t;
        if (count == live) {
            t = new DictTable(index.clone(), slots.clone(), hashes == null ? null : hashes.clone(), interp);
            t.count = count;
            t.live = live;
        } else {
            t = rebuilt(sizeFor(((long) live * 3 + 1) / 2));
        }
        for (int at = 1; at < t.count << 1; at += 2) {
            if (t.slots[at] instanceof GlobalCell c) {
                t.slots[at] = c.get();
            }
        }
        return t;
    }

    private DictTable rebuilt(final int size) {
        final DictTable t = ofSize(size, interp);
        t.takeAll(this, ABSENT);
        return t;
    }

    /** The same entries in a new table with room to grow, one of them first or last. */
    DictTable reordered(final int moved, final boolean last) {
        final DictTable t = ofSize(sizeFor((long) live * 3), interp);
        if (!last) {
            t.take(this, moved);
        }
        t.takeAll(this, moved);
        if (last) {
            t.take(this, moved);
        }
        return t;
    }

    private void takeAll(final DictTable from, final int without) {
        final int n = from.count;
        for (int e = 0; e < n; e++) {
            if (e != without) {
                take(from, e);
            }
        }
    }

    private void take(final DictTable from, final int e) {
        final Object key = from.slots[e << 1];
        final Object value = from.slots[(e << 1) + 1];
        if (key != null && value != null) {
            append(key, value, from.hashes != null ? from.hashes[e] : mix((String) key));
        }
    }

    /** Moves an entry behind the others; there must be room. A search meanwhile may miss it. */
    void moveLast(final int e) {
        final long hash = entryHash(e);
        place(count, slots[e << 1], slots[(e << 1) + 1], hash);
        unlink(e, hash);
    }
}
