package dev.adder.runtime.objects;

import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyConstant;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyRichCompare;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.StrBuilder;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * A {@code list}.
 *
 * <p>The items lie in a {@code long[]} while all are exact ints that fit, in a {@code double[]} while all are exact
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
@PyTypeSpec(name = "list")
public class PyList extends PySlotted {
    public static final PyType TYPE =
            PyType.builtin("list", "builtins", null, new PyListTable()).asSequence().sequenceLike();
    @PyConstant("__hash__")
    static final Object HASH = PyNone.NONE;

    /** See {@link ListStorage}. */
    Object storage;
    int size;

    public PyList() {
        super(TYPE);
        this.storage = ListStorage.EMPTY;
    }

    protected PyList(final PyType type) {
        super(type);
        this.storage = ListStorage.EMPTY;
    }

    private PyList(final Object storage, final int size) {
        super(TYPE);
        this.storage = storage;
        this.size = size;
    }

    /** A list of these items; may take the array over. */
    public static PyList of(final Object... items) {
        return new PyList(ListStorage.packed(items, items.length), items.length);
    }

    /** As {@link #of(Object...)}; while other threads exist it is the calling thread's from the first ({@link #isOwn}). */
    public static PyList of(final ThreadState ts, final Object[] items) {
        final PyList list = of(items);
        if (ts.multi) {
            list.own(ts);
        }
        return list;
    }

    /** A list of ints; takes the array over. */
    public static PyList ofLongs(final long[] items) {
        return new PyList(items, items.length);
    }

    /** A list of floats; takes the array over. */
    public static PyList ofDoubles(final double[] items) {
        return new PyList(items, items.length);
    }

    /** A list with all of this storage, which it takes over. */
    static PyList ofStorage(final Object storage) {
        return new PyList(storage, ListStorage.capacity(storage));
    }

    // ---- Java API

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
                if (ts.oneInMany() && shape.type == TYPE && !isOwn(ts)) {
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

    /** {@code self[start:stop]} where both are ints or None; null for other slices. */
    public final PyList plainSlice(final PySlice s) {
        final int n = size;
        final int from = s.plainBound(s.start, n, 0);
        final int to = s.plainBound(s.stop, n, n);
        return s.step != PyNone.NONE || from < 0 || to < 0 ? null : range(from, to);
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

    /** Adds all items of an iterable. */
    public final void extend(final ThreadState ts, final Object iterable) {
        ListChanges.extend(ts, this, iterable);
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
    private void insertAt(final int at, final Object value) {
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

    private Object removeAt(final int at) {
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

    // ---- construction

    @PyNew(value = "($type, *args, **kwargs)", raw = true)
    static Object make(final ThreadState ts, final PyType cls, final Object[] args, final String[] kwNames) {
        return cls == TYPE ? new PyList() : new PyList(cls);
    }

    @PyMethod("__init__($self, iterable=(), /)")
    final void init(final ThreadState ts, final Object iterable) {
        if (size > 0) {
            clear(ts);
        }
        extend(ts, iterable);
    }

    @PyClassMethod("__class_getitem__($type, object, /)")
    static Object classGetItem(final PyType cls, final Object item) {
        return PyGenericAlias.of(cls, item);
    }

    // ---- methods

    @PyMethod("append($self, object, /)")
    final void appendMethod(final ThreadState ts, final Object value) {
        append(ts, value);
    }

    @PyMethod("extend($self, iterable, /)")
    final void extendMethod(final ThreadState ts, final Object iterable) {
        extend(ts, iterable);
    }

    @PyMethod("clear($self, /)")
    public final void clear(final ThreadState ts) {
        if (ts.multi) {
            share(ts);
            synchronized (this) {
                become(ListStorage.EMPTY, 0);
            }
        } else {
            become(ListStorage.EMPTY, 0);
        }
    }

    @PyMethod("copy($self, /)")
    public final Object copy() {
        return range(0, size);
    }

    /** A list of the items from {@code from} to {@code to}. */
    final PyList range(final int from, final int to) {
        while (true) {
            final Object s = storage;
            final int end = Math.min(to, Math.min(size, ListStorage.capacity(s)));
            if (from >= end) {
                return new PyList();
            }
            final Object copy = ListStorage.copyRange(s, from, end);
            if (storage == s && (!(copy instanceof Object[] a) || a[a.length - 1] != null)) {
                return new PyList(copy, end - from);
            }
            VarHandle.acquireFence();
        }
    }

    @PyMethod("insert($self, index, object, /)")
    public final void insert(final ThreadState ts, final long index, final Object value) {
        if (ts.multi) {
            share(ts);
            synchronized (this) {
                insertAt((int) PyTuple.position(index, size), value);
            }
        } else {
            insertAt((int) PyTuple.position(index, size), value);
        }
    }

    @PyMethod("pop($self, index=-1, /)")
    public final Object pop(final ThreadState ts, final long index) {
        if (ts.multi && !isOwn(ts)) {
            share(ts);
            synchronized (this) {
                return popUnlocked(index);
            }
        }
        return popUnlocked(index);
    }

    private Object popUnlocked(final long index) {
        final int n = size;
        if (n == 0) {
            throw Errors.indexError("pop from empty list");
        }
        final long i = index < 0 ? index + n : index;
        if (i < 0 || i >= n) {
            throw Errors.indexError("pop index out of range");
        }
        return removeAt((int) i);
    }

    @PyMethod("remove($self, value, /)")
    final void remove(final ThreadState ts, final Object value) {
        for (int i = 0; i < size; i++) {
            final Object item = getOrNull(i);
            pollSometimes(ts, i);
            if (item != null && PyObjects.same(ts, item, value)) {
                if (!ts.multi) {
                    replaceWithout(i);
                    return;
                }
                share(ts);
                synchronized (this) {
                    if (getOrNull(i) == item || PyObjects.is(getOrNull(i), item)) {
                        replaceWithout(i);
                        return;
                    }
                }
                i = -1;
            }
        }
        throw Errors.valueError("list.remove(x): x not in list");
    }

    private void replaceWithout(final int i) {
        if (i < size) {
            removeAt(i);
        }
    }

    private static void pollSometimes(final ThreadState ts, final long i) {
        if ((i & 1023) == 1023) {
            ts.poll();
        }
    }

    @PyMethod("index($self, value, start=0, stop=sys.maxsize, /)")
    final long index(final ThreadState ts, final Object value, final Object start, final Object stop) {
        final long from = PySlice.bound(ts, start);
        final long to = PySlice.bound(ts, stop);
        final long end = to < 0 ? to + size : to;
        for (long i = from < 0 ? Math.max(0, from + size) : from; i < end && i < size; i++) {
            final Object item = getOrNull((int) i);
            pollSometimes(ts, i);
            if (item != null && PyObjects.same(ts, item, value)) {
                return i;
            }
        }
        throw Errors.valueError("list.index(x): x not in list");
    }

    @PyMethod("count($self, value, /)")
    final long count(final ThreadState ts, final Object value) {
        long n = 0;
        for (int i = 0; i < size; i++) {
            final Object item = getOrNull(i);
            pollSometimes(ts, i);
            if (item != null && PyObjects.same(ts, item, value)) {
                n++;
            }
        }
        return n;
    }

    @PyMethod("reverse($self, /)")
    final void reverse(final ThreadState ts) {
        share(ts);
        synchronized (this) {
            unsettle();
            ListStorage.reverse(storage, 0, size);
        }
    }

    @PyMethod("sort($self, /, *, key=None, reverse=False)")
    public final void sort(final ThreadState ts, final Object key, final boolean reverse) {
        ListSort.sort(ts, this, key == PyNone.NONE ? null : key, reverse);
    }

    // ---- as a sequence

    @PyMethod("__len__($self, /)")
    final long len() {
        return size;
    }

    @PyMethod("__iter__($self, /)")
    public final Object iter(final ThreadState ts) {
        return new PyListIterator(this).ownedBy(ts);
    }

    @PyMethod("__reversed__($self, /)")
    final Object reversed() {
        return new PyListReverseIterator(this);
    }

    @PyMethod("__contains__($self, key, /)")
    final boolean contains(final ThreadState ts, final Object value) {
        if (value instanceof Long v && storage instanceof long[] a && !ts.multi) {
            return ListChanges.indexOf(a, size, v) >= 0;
        }
        for (int i = 0; i < size; i++) {
            final Object item = getOrNull(i);
            pollSometimes(ts, i);
            if (item != null && PyObjects.same(ts, item, value)) {
                return true;
            }
        }
        return false;
    }

    @PyMethod(value = "__getitem__($self, index, /)", coexist = true)
    final Object getItem(final ThreadState ts, final Object key) {
        if (key instanceof Long n) {
            return item(n);
        }
        if (key instanceof PySlice s) {
            return ListChanges.slice(ts, this, s);
        }
        if (!PyNumber.isIndex(key)) {
            throw PySlice.badIndex("list", key);
        }
        return item(PyNumber.asIndex(ts, key));
    }

    @PyMethod("__setitem__($self, key, value, /)")
    final void setItemMethod(final ThreadState ts, final Object key, final Object value) {
        if (key instanceof PySlice s) {
            ListChanges.assignSlice(ts, this, s, value);
            return;
        }
        if (!PyNumber.isIndex(key)) {
            throw PySlice.badIndex("list", key);
        }
        setItem(ts, PyNumber.asIndex(ts, key), value);
    }

    @PyMethod("__delitem__($self, key, /)")
    final void delItem(final ThreadState ts, final Object key) {
        if (key instanceof PySlice s) {
            ListChanges.deleteSlice(ts, this, s);
            return;
        }
        if (!PyNumber.isIndex(key)) {
            throw PySlice.badIndex("list", key);
        }
        final long index = PyNumber.asIndex(ts, key);
        if (ts.multi) {
            share(ts);
            synchronized (this) {
                delete(index);
            }
        } else {
            delete(index);
        }
    }

    private void delete(final long index) {
        final long i = index < 0 ? index + size : index;
        if (i < 0 || i >= size) {
            throw Errors.indexError("list assignment index out of range");
        }
        removeAt((int) i);
    }

    @PyMethod("__add__($self, value, /)")
    final Object add(final ThreadState ts, final Object other) {
        return ListChanges.concat(this, other);
    }

    @PyMethod("__iadd__($self, value, /)")
    final Object iadd(final ThreadState ts, final Object other) {
        extend(ts, other);
        return this;
    }

    @PyMethod("__mul__($self, value, /)")
    final Object mul(final ThreadState ts, final Object times) {
        return ListChanges.repeat(this, ListChanges.times(ts, times));
    }

    @PyMethod("__rmul__($self, value, /)")
    final Object rmul(final ThreadState ts, final Object times) {
        return ListChanges.repeat(this, ListChanges.times(ts, times));
    }

    @PyMethod("__imul__($self, value, /)")
    final Object imul(final ThreadState ts, final Object times) {
        final long n = ListChanges.times(ts, times);
        share(ts);
        synchronized (this) {
            unsettle();
            final PyList repeated = ListChanges.repeat(this, n);
            become(repeated.storage, repeated.size);
        }
        return this;
    }

    // ---- comparison and text

    @PyRichCompare
    final Object compare(final ThreadState ts, final Object other, final int op) {
        return other instanceof PyList l ? ListChanges.compare(ts, this, l, op) : PyNotImplemented.NOT_IMPLEMENTED;
    }

    @PyMethod("__repr__($self, /)")
    final Object repr(final ThreadState ts) {
        if (size == 0) {
            return "[]";
        }
        if (!ReprGuard.enter(ts, this)) {
            return "[...]";
        }
        try {
            final StrBuilder out = new StrBuilder();
            out.append("[");
            for (int i = 0; i < size; i++) {
                final Object item = getOrNull(i);
                if (item == null) {
                    break;
                }
                if (i > 0) {
                    out.append(", ");
                }
                out.append(PyObjects.repr(ts, item));
            }
            out.append("]");
            return out.build();
        } finally {
            ReprGuard.leave(ts, this);
        }
    }

    @PyMethod("__sizeof__($self, /)")
    final long sizeOf() {
        final int capacity = ListStorage.capacity(storage);
        return 40 + 8L * (capacity < size ? size : capacity);
    }
}
