package dev.adder.runtime.objects;

import dev.adder.runtime.Errors;
import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * The items of a list: where they lie, and how one thread and many read and change them. What Python sees of a list is
 * {@link PyList}.
 *
 * <p>They lie in a {@code long[]} while all are exact ints that fit, in a {@code double[]} while all are exact
 * floats, in a {@code boolean[]} while all are bools, else in an {@code Object[]} ({@link ListStorage}). An empty list has
 * no kind yet: the first item decides.
 *
 * <p>Invariant for readers without a lock: at any time the first {@link #size} items of {@link #storage} are values
 * that were stored. So growth publishes the storage first and the size then, shrinking the size first; a storage that
 * was replaced never comes back. A reader takes storage, size, item and checks that the storage is still the same; an
 * {@code Object[]} has null beyond the items. While other threads exist changes are made under this object's lock, and
 * no Python code runs under it; items of a settled list ({@link #isSettled}) are replaced without it, so whatever moves
 * items calls {@link #unsettle} first; and a thread that alone changes a list ({@link #isOwn}) needs no lock, so whoever
 * locks it calls {@link #share} first.
 */
abstract class ListBody extends PySlotted {
    /** See {@link ListStorage}. */
    Object storage;
    int size;

    ListBody(final PyType type, final Object storage, final int size) {
        super(type);
        this.storage = storage;
        this.size = size;
    }

    @Override
    public final int builtinSize() {
        return size();
    }

    public final int size() {
        return size;
    }

    /** The storage, for compiled code and helpers that know the rules above. */
    public final Object storage() {
        return storage;
    }

    /** The item at a place from 0 to {@code size() - 1}; IndexError if another thread took it away. */
    public final Object get(final int index) {
        final Object value = getOrNull(index);
        if (value == null) {
            throw Errors.indexError("list index out of range");
        }
        return value;
    }

    /** The item, or null if there is none at that place. */
    public final Object getOrNull(final int index) {
        while (true) {
            final Object s = storage;
            if (index < 0 || index >= size) {
                return null;
            }
            if (s instanceof Object[] a) {
                final Object v = index < a.length ? a[index] : null;
                if (v != null) {
                    return v;
                }
            } else if (s instanceof long[] a) {
                if (index < a.length) {
                    final long v = a[index];
                    VarHandle.acquireFence();
                    if (storage == s) {
                        return v;
                    }
                }
            } else if (s instanceof double[] a) {
                if (index < a.length) {
                    final double v = a[index];
                    VarHandle.acquireFence();
                    if (storage == s) {
                        return v;
                    }
                }
            } else {
                final boolean[] a = (boolean[]) s;
                if (index < a.length) {
                    final boolean v = a[index];
                    VarHandle.acquireFence();
                    if (storage == s) {
                        return v;
                    }
                }
            }
            VarHandle.acquireFence();
        }
    }

    /** {@code self[index]}, negative from the end. */
    public final Object item(final long index) {
        final long i = index < 0 ? index + size : index;
        final Object value = i < 0 || i >= size ? null : getOrNull((int) i);
        if (value == null) {
            throw Errors.indexError("list index out of range");
        }
        return value;
    }

    /** {@code self[index] = value}. */
    public final void setItem(final ThreadState ts, final long index, final Object value) {
        if (isAlone(ts)) {
            set(index, value);
        } else if (!isSettled() || !replaceSettled(index, value)) {
            share(ts);
            synchronized (this) {
                set(index, value);
                if (ts.oneInMany() && shape.type == PyList.TYPE && !isOwn(ts)) {
                    settle(ts);
                }
            }
        }
    }

    /** Stores into a settled list without the lock; false if it must be done under it. */
    private boolean replaceSettled(final long index, final Object value) {
        final Object s = storage;
        final long i = index < 0 ? index + size : index;
        if (i < 0 || i >= size || i >= ListStorage.capacity(s)) {
            return false;
        }
        return ListStorage.store(s, (int) i, value);
    }

    /** Whether the thread may store items as if there were no other. */
    public final boolean isAlone(final ThreadState ts) {
        return isOwn(ts) || !ts.multi;
    }

    /** Whether the thread may store into this storage without the lock. */
    private boolean mayStore(final ThreadState ts, final Object a, final int index) {
        return isAlone(ts) || isSettled() && storage == a && index < size;
    }

    /** {@code self[index] = value} for compiled code, in storage that was this list's at the last look. */
    public final void replaceLong(final ThreadState ts, final long[] a, final int index, final long value) {
        if (mayStore(ts, a, index)) {
            a[index] = value;
        } else {
            setItem(ts, index, value);
        }
    }

    /** As {@link #replaceLong}. */
    public final void replaceDouble(final ThreadState ts, final double[] a, final int index, final double value) {
        if (mayStore(ts, a, index)) {
            a[index] = value;
        } else {
            setItem(ts, index, value);
        }
    }

    /** As {@link #replaceLong}. */
    public final void replaceBoolean(final ThreadState ts, final boolean[] a, final int index, final boolean value) {
        if (mayStore(ts, a, index)) {
            a[index] = value;
        } else {
            setItem(ts, index, value);
        }
    }

    private void set(final long index, final Object value) {
        final long i = index < 0 ? index + size : index;
        if (i < 0 || i >= size) {
            throw Errors.indexError("list assignment index out of range");
        }
        if (!ListStorage.store(storage, (int) i, value)) {
            generalised()[(int) i] = value;
        }
    }

    public final void append(final ThreadState ts, final Object value) {
        if (isAlone(ts)) {
            add(value);
        } else {
            share(ts);
            synchronized (this) {
                add(value);
            }
        }
    }

    /** As {@link #append(ThreadState, Object)}; the int is boxed only where the list holds other things. */
    public final void append(final ThreadState ts, final long value) {
        final int n = size;
        if (isOwn(ts) && storage instanceof long[] a && n < a.length) {
            a[n] = value;
            VarHandle.releaseFence();
            size = n + 1;
        } else {
            append(ts, (Object) value);
        }
    }

    /** As {@link #append(ThreadState, long)}. */
    public final void append(final ThreadState ts, final double value) {
        final int n = size;
        if (isOwn(ts) && storage instanceof double[] a && n < a.length) {
            a[n] = value;
            VarHandle.releaseFence();
            size = n + 1;
        } else {
            append(ts, (Object) value);
        }
    }

    /** As {@link #append}, for a list that no other thread can see yet: a comprehension's. */
    public final void appendUnshared(final Object value) {
        add(value);
    }

    /** As {@link #appendUnshared(Object)}; the int is boxed only where the list holds other things. */
    public final void appendUnshared(final long value) {
        final int n = size;
        if (storage instanceof long[] a && n < a.length) {
            a[n] = value;
            size = n + 1;
        } else {
            add(value);
        }
    }

    /** As {@link #appendUnshared(long)}. */
    public final void appendUnshared(final double value) {
        final int n = size;
        if (storage instanceof double[] a && n < a.length) {
            a[n] = value;
            size = n + 1;
        } else {
            add(value);
        }
    }

    private void add(final Object value) {
        final int n = size;
        final Object s = storage;
        if (s instanceof Object[] a) {
            if (n < a.length) {
                a[n] = value;
                VarHandle.releaseFence();
                size = n + 1;
            } else {
                addGrowing(n, value);
            }
        } else if (s instanceof long[] a && value instanceof Long v && n < a.length) {
            a[n] = v;
            VarHandle.releaseFence();
            size = n + 1;
        } else if (s instanceof double[] a && value instanceof Double v && n < a.length) {
            a[n] = v;
            VarHandle.releaseFence();
            size = n + 1;
        } else if (s instanceof boolean[] a && value instanceof Boolean v && n < a.length) {
            a[n] = v;
            VarHandle.releaseFence();
            size = n + 1;
        } else {
            addGrowing(n, value);
        }
    }

    private void addGrowing(final int n, final Object value) {
        if (n == 0) {
            storage = ListStorage.first(value);
        } else {
            if (!fits(value)) {
                generalised();
            }
            reserve(n + 1);
        }
        ListStorage.store(storage, n, value);
        VarHandle.releaseFence();
        size = n + 1;
    }

    private boolean fits(final Object value) {
        return ListStorage.fits(storage, value);
    }

    /** The storage as {@code Object[]}, after changing to that kind. */
    private Object[] generalised() {
        if (storage instanceof Object[] a) {
            return a;
        }
        unsettle();
        final Object[] a = ListStorage.generalised(storage, size);
        ListStorage.coverTail(storage, size);
        VarHandle.releaseFence();
        storage = a;
        return a;
    }

    /** Makes room for {@code n} items. */
    private void reserve(final long n) {
        if (n > ListStorage.capacity(storage)) {
            unsettle();
            final Object grown = ListStorage.grown(storage, n);
            VarHandle.releaseFence();
            storage = grown;
        }
    }

    /** A copy of the items. */
    public final Object[] toArray() {
        while (true) {
            final Object s = storage;
            final int n = Math.min(size, ListStorage.capacity(s));
            final Object[] result = new Object[n];
            ListStorage.copyOut(s, n, result);
            if (storage == s && (n == 0 || result[n - 1] != null)) {
                return result;
            }
            VarHandle.acquireFence();
        }
    }

    /** Adds the items of an array. */
    final void addAll(final ThreadState ts, final Object[] items) {
        if (ts.multi) {
            share(ts);
            synchronized (this) {
                insertAll(size, items);
            }
        } else {
            insertAll(size, items);
        }
    }

    /** Replaces {@code self[from:to]}; the bounds are clipped to the present size. */
    final void replace(final ThreadState ts, final int from, final int to, final Object[] items) {
        if (ts.multi) {
            share(ts);
            synchronized (this) {
                replaceRange(from, to, items);
            }
        } else {
            replaceInPlace(from, to, items);
        }
    }

    /** As {@link #replaceRange}, while nobody else reads. */
    private void replaceInPlace(final int start, final int stop, final Object[] items) {
        final int n = size;
        final int from = Math.min(start, n);
        final int to = Math.max(from, Math.min(stop, n));
        final int delta = items.length - (to - from);
        if (n == 0) {
            insertAll(0, items);
            return;
        }
        if (n + delta == 0) {
            become(ListStorage.EMPTY, 0);
            return;
        }
        for (final Object item : items) {
            if (!fits(item)) {
                generalised();
                break;
            }
        }
        reserve((long) n + delta);
        final Object s = storage;
        System.arraycopy(s, to, s, to + delta, n - to);
        for (int i = 0; i < items.length; i++) {
            ListStorage.store(s, from + i, items[i]);
        }
        if (delta < 0 && s instanceof Object[] a) {
            Arrays.fill(a, n + delta, n, null);
        }
        size = n + delta;
    }

    private void replaceRange(final int start, final int stop, final Object[] items) {
        unsettle();
        final int from = Math.min(start, size);
        final int to = Math.max(from, Math.min(stop, size));
        if (from == size) {
            insertAll(from, items);
            return;
        }
        // A fresh storage: readers see the old items or the new ones.
        final int n = size;
        final Object[] all = ListStorage.allocate((long) n - (to - from) + items.length);
        final Object[] old = toArray();
        System.arraycopy(old, 0, all, 0, from);
        System.arraycopy(items, 0, all, from, items.length);
        System.arraycopy(old, to, all, from + items.length, n - to);
        become(ListStorage.packed(all, all.length), all.length);
    }

    /** Takes another storage over. */
    final void become(final Object newStorage, final int newSize) {
        unsettle();
        if (newSize < size) {
            size = newSize;
            VarHandle.releaseFence();
        } else if (newSize > size) {
            ListStorage.coverTail(storage, size);
        }
        storage = newStorage;
        VarHandle.releaseFence();
        size = newSize;
    }

    private void insertAll(final int at, final Object[] items) {
        final int n = size;
        if (items.length == 0) {
            return;
        }
        if (n == 0) {
            become(ListStorage.packed(items.clone(), items.length), items.length);
            return;
        }
        for (final Object item : items) {
            if (!fits(item)) {
                generalised();
                break;
            }
        }
        reserve((long) n + items.length);
        for (int i = 0; i < items.length; i++) {
            ListStorage.store(storage, at + i, items[i]);
        }
        VarHandle.releaseFence();
        size = n + items.length;
    }

    /** Inserts; the place is already within 0 and size. */
    final void insertAt(final int at, final Object value) {
        final int n = size;
        if (n == 0) {
            add(value);
            return;
        }
        if (!fits(value)) {
            generalised();
        }
        unsettle();
        reserve((long) n + 1);
        final Object s = storage;
        if (s instanceof Object[] a && a[n] == null) {
            a[n] = a[n - 1];
        }
        System.arraycopy(s, at, s, at + 1, n - at);
        ListStorage.store(s, at, value);
        VarHandle.releaseFence();
        size = n + 1;
    }

    final Object removeAt(final int at) {
        unsettle();
        final int n = size;
        final Object s = storage;
        final Object old = get(at);
        if (at == n - 1) {
            size = n - 1;
            VarHandle.releaseFence();
        } else {
            System.arraycopy(s, at + 1, s, at, n - 1 - at);
            size = n - 1;
            VarHandle.releaseFence();
        }
        if (s instanceof Object[] a) {
            a[n - 1] = null;
        }
        return old;
    }
}
