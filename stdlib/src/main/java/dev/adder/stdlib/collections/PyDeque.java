package dev.adder.stdlib.collections;

import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyConstant;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyRichCompare;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.StrBuilder;
import dev.adder.runtime.ArgumentParser;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.ListChanges;
import dev.adder.runtime.objects.PyGenericAlias;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.objects.ReprGuard;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import java.math.BigInteger;

/**
 * {@code collections.deque}: a ring of items. Every access takes this object's lock while other threads exist, since a
 * ring has no single reference that a reader could rely on. What queues do all the time does without while there is one
 * thread: the lock was a third of the time of a scheduler of coroutines.
 */
@PyTypeSpec(name = "deque", module = "collections")
public final class PyDeque extends PySlotted {
    public static final PyType TYPE =
            PyType.builtin("deque", "collections", null, new PyDequeTable()).withWeakref().asSequence().sequenceLike();
    @PyConstant("__hash__")
    static final Object HASH = PyNone.NONE;

    private static final int FIRST_CAPACITY = 8;
    private static final String[] INIT_NAMES = {"iterable", "maxlen"};

    /** A power of two long. */
    private Object[] ring = new Object[FIRST_CAPACITY];
    private int head;
    private int size;
    /** -1 for no limit. */
    private long maxLength = -1;
    /** Counts changes, for iterators. */
    private int changes;

    PyDeque(final PyType type) {
        super(type);
    }

    @PyNew(value = "($type, *args, **kwargs)", raw = true)
    static Object make(final ThreadState ts, final PyType cls, final Object[] args, final String[] kwNames) {
        return new PyDeque(cls);
    }

    @PyMethod(value = "__init__($self, /, *args, **kwargs)", raw = true)
    void init(final ThreadState ts, final Object[] args, final String[] kwNames) {
        final Object[] values = ArgumentParser.unpack("deque", INIT_NAMES, 0, 0, 2, 0, false, false, args, kwNames);
        final Object limit = values[1];
        maxLength = -1;
        if (limit != null && limit != PyNone.NONE) {
            if (!(limit instanceof Long || limit instanceof BigInteger || limit instanceof Boolean)
                    && !PyNumber.isIndex(limit)) {
                throw Errors.typeError("an integer is required");
            }
            maxLength = PyNumber.asSsize(ts, limit);
            if (maxLength < 0) {
                maxLength = -1;
                throw Errors.valueError("maxlen must be non-negative");
            }
        }
        if (size > 0) {
            clear();
        }
        if (values[0] != null) {
            extend(ts, values[0]);
        }
    }

    // ---- the ring; these take the lock

    synchronized int changes() {
        return changes;
    }

    @Override
    public int builtinSize() {
        return size;
    }

    int size() {
        return size;
    }

    private int at(final int index) {
        return head + index & ring.length - 1;
    }

    /** The item, or null if there is none at that place. */
    synchronized Object get(final int index) {
        return index < 0 || index >= size ? null : ring[at(index)];
    }

    /** The item at that place for who has just looked, null if there is none. */
    public Object peek(final ThreadState ts, final int index) {
        return ts.multi ? get(index) : index < size ? ring[at(index)] : null;
    }

    private void grow() {
        if (size == ring.length) {
            if (size >= 1 << 30) {
                throw Errors.memoryError();
            }
            final Object[] bigger = new Object[size << 1];
            System.arraycopy(ring, head, bigger, 0, size - head);
            System.arraycopy(ring, 0, bigger, size - head, head);
            ring = bigger;
            head = 0;
        }
    }

    synchronized void addLast(final Object item) {
        putLast(item);
    }

    private void putLast(final Object item) {
        changes++;
        if (maxLength == 0) {
            return;
        }
        if (size == maxLength) {
            takeFirst();
        }
        grow();
        ring[at(size)] = item;
        size++;
    }

    private void putFirst(final Object item) {
        changes++;
        if (maxLength == 0) {
            return;
        }
        if (size == maxLength) {
            takeLast();
        }
        grow();
        head = head - 1 & ring.length - 1;
        ring[head] = item;
        size++;
    }

    private Object takeFirst() {
        if (size == 0) {
            return null;
        }
        final Object item = ring[head];
        ring[head] = null;
        head = head + 1 & ring.length - 1;
        size--;
        changes++;
        return item;
    }

    private Object takeLast() {
        if (size == 0) {
            return null;
        }
        final int i = at(size - 1);
        final Object item = ring[i];
        ring[i] = null;
        size--;
        changes++;
        return item;
    }

    synchronized Object[] toArray() {
        final Object[] all = new Object[size];
        for (int i = 0; i < size; i++) {
            all[i] = ring[at(i)];
        }
        return all;
    }

    private synchronized void setAll(final Object[] items) {
        int capacity = FIRST_CAPACITY;
        while (capacity < items.length) {
            capacity <<= 1;
        }
        ring = new Object[capacity];
        System.arraycopy(items, 0, ring, 0, items.length);
        head = 0;
        size = items.length;
        changes++;
    }

    private synchronized void deleteAt(final int index) {
        // From the nearer end: asyncio's locks remove a waiter that is nearly always the first of many.
        if (index < size / 2) {
            for (int i = index; i > 0; i--) {
                ring[at(i)] = ring[at(i - 1)];
            }
            takeFirst();
            return;
        }
        for (int i = index; i < size - 1; i++) {
            ring[at(i)] = ring[at(i + 1)];
        }
        takeLast();
    }

    // ---- methods

    @PyMethod("append($self, item, /)")
    public void append(final ThreadState ts, final Object item) {
        if (ts.multi) {
            addLast(item);
        } else {
            putLast(item);
        }
    }

    @PyMethod("appendleft($self, item, /)")
    void appendLeft(final ThreadState ts, final Object item) {
        if (ts.multi) {
            synchronized (this) {
                putFirst(item);
            }
        } else {
            putFirst(item);
        }
    }

    @PyMethod("pop($self, /)")
    Object pop(final ThreadState ts) {
        if (ts.multi) {
            synchronized (this) {
                return popped(takeLast());
            }
        }
        return popped(takeLast());
    }

    @PyMethod("popleft($self, /)")
    public Object popLeft(final ThreadState ts) {
        if (ts.multi) {
            synchronized (this) {
                return popped(takeFirst());
            }
        }
        return popped(takeFirst());
    }

    private static Object popped(final Object item) {
        if (item == null) {
            throw Errors.indexError("pop from an empty deque");
        }
        return item;
    }

    @PyMethod("clear($self, /)")
    synchronized void clear() {
        ring = new Object[FIRST_CAPACITY];
        head = 0;
        size = 0;
        changes++;
    }

    @PyMethod("extend($self, iterable, /)")
    void extend(final ThreadState ts, final Object iterable) {
        if (iterable == this) {
            for (final Object item : toArray()) {
                addLast(item);
            }
            return;
        }
        final Object it = PyIter.get(ts, iterable);
        int n = 0;
        for (Object item = PyIter.next(ts, it); item != null; item = PyIter.next(ts, it)) {
            addLast(item);
            if ((++n & 1023) == 0) {
                ts.poll();
            }
        }
    }

    @PyMethod("extendleft($self, iterable, /)")
    void extendLeft(final ThreadState ts, final Object iterable) {
        if (iterable == this) {
            for (final Object item : toArray()) {
                appendLeft(ts, item);
            }
            return;
        }
        final Object it = PyIter.get(ts, iterable);
        for (Object item = PyIter.next(ts, it); item != null; item = PyIter.next(ts, it)) {
            appendLeft(ts, item);
        }
    }

    @PyMethod("copy($self, /)")
    Object copy(final ThreadState ts) {
        if (type() == TYPE) {
            final PyDeque copy = new PyDeque(TYPE);
            copy.maxLength = maxLength;
            copy.setAll(toArray());
            return copy;
        }
        final Object copy = maxLength < 0 ? Calls.call1(ts, type(), this)
                : Calls.call2(ts, type(), this, (Object) maxLength);
        return copy;
    }

    @PyMethod("__copy__($self, /)")
    Object copyHook(final ThreadState ts) {
        return copy(ts);
    }

    private PyRaise mutated() {
        return Errors.runtimeError("deque mutated during iteration");
    }

    @PyMethod("count($self, value, /)")
    long count(final ThreadState ts, final Object value) {
        final int before = changes();
        long n = 0;
        for (int i = 0; i < size(); i++) {
            final Object item = get(i);
            if (item != null && PyObjects.same(ts, item, value)) {
                n++;
            }
            if (changes() != before) {
                throw mutated();
            }
        }
        return n;
    }

    @PyMethod("__contains__($self, key, /)")
    boolean contains(final ThreadState ts, final Object value) {
        final int before = changes();
        for (int i = 0; i < size(); i++) {
            final Object item = get(i);
            if (item != null && PyObjects.same(ts, item, value)) {
                return true;
            }
            if (changes() != before) {
                throw mutated();
            }
        }
        return false;
    }

    @PyMethod(value = "index($self, value, [start, [stop]])", raw = true)
    Object index(final ThreadState ts, final Object[] args, final String[] kwNames) {
        ArgumentParser.noKeywords("deque.index", kwNames);
        ArgumentParser.checkCount("index", args.length, 1, 3);
        final int before = changes();
        long start = args.length > 1 ? bound(ts, args[1]) : 0;
        long stop = args.length > 2 ? bound(ts, args[2]) : size();
        if (start < 0) {
            start = Math.max(0, start + size());
        }
        if (stop < 0) {
            stop = Math.max(0, stop + size());
        }
        stop = Math.min(stop, size());
        for (long i = start; i < stop; i++) {
            final Object item = get((int) i);
            if (item != null && PyObjects.same(ts, item, args[0])) {
                return i;
            }
            if (changes() != before) {
                throw mutated();
            }
        }
        throw Errors.valueError("deque.index(x): x not in deque");
    }

    private static long bound(final ThreadState ts, final Object value) {
        if (!PyNumber.isIndex(value)) {
            throw Errors.typeError("slice indices must be integers or have an __index__ method");
        }
        return PyNumber.asClipped(ts, value);
    }

    @PyMethod("remove($self, value, /)")
    void remove(final ThreadState ts, final Object value) {
        final int before = changes();
        final int n = size();
        for (int i = 0; i < n; i++) {
            final Object item = get(i);
            final boolean same = item != null && PyObjects.same(ts, item, value);
            if (changes() != before) {
                throw Errors.indexError("deque mutated during remove().");
            }
            if (same) {
                deleteAt(i);
                return;
            }
        }
        throw Errors.valueError("deque.remove(x): x not in deque");
    }

    @PyMethod("insert($self, index, value, /)")
    synchronized void insert(final ThreadState ts, final long index, final Object value) {
        if (size == maxLength) {
            throw Errors.indexError("deque already at its maximum size");
        }
        final int n = size;
        final int place = (int) (index < 0 ? Math.max(0, index + n) : Math.min(index, n));
        addLast(value);
        for (int i = n; i > place; i--) {
            ring[at(i)] = ring[at(i - 1)];
        }
        ring[at(place)] = value;
    }

    @PyMethod("reverse($self, /)")
    synchronized void reverse() {
        for (int i = 0, j = size - 1; i < j; i++, j--) {
            final Object item = ring[at(i)];
            ring[at(i)] = ring[at(j)];
            ring[at(j)] = item;
        }
        changes++;
    }

    @PyMethod("rotate($self, n=1, /)")
    synchronized void rotate(final long n) {
        if (size < 2) {
            return;
        }
        final int steps = (int) Math.floorMod(n, (long) size);
        if (steps <= size >> 1) {
            for (int i = 0; i < steps; i++) {
                final Object item = takeLast();
                head = head - 1 & ring.length - 1;
                ring[head] = item;
                size++;
            }
        } else {
            for (int i = size - steps; i > 0; i--) {
                final Object item = takeFirst();
                ring[at(size)] = item;
                size++;
            }
        }
        changes++;
    }

    @PyGetter("maxlen")
    Object maxLen() {
        return maxLength < 0 ? PyNone.NONE : (Object) maxLength;
    }

    @PyClassMethod("__class_getitem__($type, object, /)")
    static Object classGetItem(final PyType cls, final Object item) {
        return PyGenericAlias.of(cls, item);
    }

    // ---- as a sequence

    @PyMethod("__len__($self, /)")
    long len() {
        return size();
    }

    @PyMethod("__iter__($self, /)")
    Object iter() {
        return new DequeIterators.Forward(this, 0);
    }

    @PyMethod("__reversed__($self, /)")
    Object reversed() {
        return new DequeIterators.Backward(this, 0);
    }

    private long place(final ThreadState ts, final Object key) {
        if (!PyNumber.isIndex(key)) {
            throw Errors.typeError("sequence index must be integer, not '" + PyType.of(key).name() + "'");
        }
        final long i = PyNumber.asIndex(ts, key);
        return i < 0 ? i + size() : i;
    }

    private static PyRaise outOfRange() {
        return Errors.indexError("deque index out of range");
    }

    @PyMethod("__getitem__($self, key, /)")
    Object getItem(final ThreadState ts, final Object key) {
        final long i = place(ts, key);
        final Object item = i < 0 || i > Integer.MAX_VALUE ? null : get((int) i);
        if (item == null) {
            throw outOfRange();
        }
        return item;
    }

    @PyMethod("__setitem__($self, key, value, /)")
    void setItem(final ThreadState ts, final Object key, final Object value) {
        final long i = place(ts, key);
        synchronized (this) {
            if (i < 0 || i >= size) {
                throw outOfRange();
            }
            ring[at((int) i)] = value;
        }
    }

    @PyMethod("__delitem__($self, key, /)")
    void delItem(final ThreadState ts, final Object key) {
        final long i = place(ts, key);
        synchronized (this) {
            if (i < 0 || i >= size) {
                throw outOfRange();
            }
            deleteAt((int) i);
        }
    }

    @PyMethod("__add__($self, value, /)")
    Object add(final ThreadState ts, final Object other) {
        if (!(other instanceof PyDeque)) {
            throw Errors.typeError("can only concatenate deque (not \"" + PyType.of(other).name() + "\") to deque");
        }
        final Object result = copy(ts);
        if (result instanceof PyDeque d) {
            d.extend(ts, other);
        }
        return result;
    }

    @PyMethod("__iadd__($self, value, /)")
    Object iadd(final ThreadState ts, final Object other) {
        extend(ts, other);
        return this;
    }

    @PyMethod("__imul__($self, value, /)")
    Object imul(final ThreadState ts, final Object times) {
        final long n = ListChanges.times(ts, times);
        final Object[] once = toArray();
        if (once.length == 0 || n == 1) {
            return this;
        }
        if (n <= 0) {
            clear();
            return this;
        }
        final long wanted = maxLength < 0 ? n : Math.min(n, maxLength / once.length + 2);
        if (wanted > (1 << 30) / once.length) {
            throw Errors.memoryError();
        }
        for (long i = 1; i < wanted; i++) {
            for (final Object item : once) {
                addLast(item);
            }
        }
        return this;
    }

    @PyMethod("__mul__($self, value, /)")
    Object mul(final ThreadState ts, final Object times) {
        return ((PyDeque) copy(ts)).imul(ts, times);
    }

    @PyMethod("__rmul__($self, value, /)")
    Object rmul(final ThreadState ts, final Object times) {
        return mul(ts, times);
    }

    // ---- comparison, text, pickling

    @PyRichCompare
    Object compare(final ThreadState ts, final Object other, final int op) {
        if (!(other instanceof PyDeque d)) {
            return PyNotImplemented.NOT_IMPLEMENTED;
        }
        if (op == PyObjects.EQ || op == PyObjects.NE) {
            if (d == this) {
                return op == PyObjects.EQ;
            }
            if (d.size() != size()) {
                return op == PyObjects.NE;
            }
        }
        final Object it = iter();
        final Object otherIt = d.iter();
        while (true) {
            final Object x = PyIter.next(ts, it);
            final Object y = PyIter.next(ts, otherIt);
            if (x == null || y == null) {
                return PyObjects.fromSign(Integer.compare(x == null ? 0 : 1, y == null ? 0 : 1), op);
            }
            if (!PyObjects.same(ts, x, y)) {
                return op == PyObjects.EQ ? Boolean.FALSE : op == PyObjects.NE ? Boolean.TRUE
                        : PyObjects.richCompare(ts, x, y, op);
            }
        }
    }

    @PyMethod("__repr__($self, /)")
    Object repr(final ThreadState ts) {
        if (!ReprGuard.enter(ts, this)) {
            return "[...]";
        }
        try {
            final StrBuilder out = new StrBuilder().append(type().name()).append("(")
                    .append(PyObjects.repr(ts, PyList.of(toArray())));
            if (maxLength >= 0) {
                out.append(", maxlen=").append(Long.toString(maxLength));
            }
            return out.append(")").build();
        } finally {
            ReprGuard.leave(ts, this);
        }
    }

    @PyMethod("__reduce__($self, /)")
    Object reduce(final ThreadState ts) {
        final Object state = Calls.method0(ts, this, "__getstate__");
        final PyTuple args = maxLength < 0 ? PyTuple.EMPTY : PyTuple.of(PyTuple.EMPTY, (Object) maxLength);
        return PyTuple.of(type(), args, state, PyIter.get(ts, this));
    }

    @PyMethod("__sizeof__($self, /)")
    synchronized long sizeOf() {
        return 216 + 8L * ring.length;
    }
}
