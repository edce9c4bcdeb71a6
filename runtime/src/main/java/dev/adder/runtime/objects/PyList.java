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
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import java.lang.invoke.VarHandle;

/** A {@code list}; its items are the matter of {@link ListBody}. */
@PyTypeSpec(name = "list")
public class PyList extends ListBody {
    public static final PyType TYPE =
            PyType.builtin("list", "builtins", null, new PyListTable()).asSequence().sequenceLike();
    @PyConstant("__hash__")
    static final Object HASH = PyNone.NONE;

    public PyList() {
        super(TYPE, ListStorage.EMPTY, 0);
    }

    protected PyList(final PyType type) {
        super(type, ListStorage.EMPTY, 0);
    }

    private PyList(final Object storage, final int size) {
        super(TYPE, storage, size);
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

    /** {@code self[start:stop]} where both are ints or None; null for other slices. */
    public final PyList plainSlice(final PySlice s) {
        final int n = size;
        final int from = s.plainBound(s.start, n, 0);
        final int to = s.plainBound(s.stop, n, n);
        return s.step != PyNone.NONE || from < 0 || to < 0 ? null : range(from, to);
    }

    /** Adds all items of an iterable. */
    public final void extend(final ThreadState ts, final Object iterable) {
        ListChanges.extend(ts, this, iterable);
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
    }}
