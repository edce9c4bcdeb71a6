package dev.adder.runtime.objects;

import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyRichCompare;
import dev.adder.language.text.StrBuilder;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyObjects;

/**
 * What {@code set} and {@code frozenset} share. Look-ups take the table once and never lock; changes are made under
 * this object's lock while other threads exist, after a search without it, if nothing changed in between.
 */
abstract class PyBaseSet extends PySlotted {
    private SetTable table;
    private int changes;

    PyBaseSet(final PyType type, final SetTable table) {
        super(type);
        this.table = table;
    }

    /** The table; a frozenset made without a thread fills it now. */
    SetTable table(final ThreadState ts) {
        return table;
    }

    final SetTable rawTable() {
        return table;
    }

    final void setTable(final SetTable t) {
        table = t;
        changes++;
    }

    public final int size(final ThreadState ts) {
        return table(ts).used;
    }

    // ---- Java API and the primitive operations

    public final boolean contains(final ThreadState ts, final Object element) {
        return has(ts, element, Hashing.ofElement(ts, element));
    }

    final boolean has(final ThreadState ts, final Object element, final long hash) {
        while (true) {
            final int slot = table(ts).find(ts, this, element, hash);
            if (slot != SetTable.RETRY) {
                return slot >= 0;
            }
        }
    }

    final void addElement(final ThreadState ts, final Object element) {
        addHashed(ts, element, Hashing.ofElement(ts, element));
    }

    final void addHashed(final ThreadState ts, final Object element, final long hash) {
        while (true) {
            final int before = changes;
            final SetTable t = table(ts);
            final int slot = t.find(ts, this, element, hash);
            if (slot >= 0) {
                return;
            }
            if (slot == SetTable.RETRY) {
                continue;
            }
            if (!ts.multi) {
                table = t.add(element, hash);
                changes++;
                return;
            }
            synchronized (this) {
                if (table == t && changes == before) {
                    table = t.add(element, hash);
                    changes++;
                    return;
                }
            }
        }
    }

    final boolean discardHashed(final ThreadState ts, final Object element, final long hash) {
        while (true) {
            final int before = changes;
            final SetTable t = table(ts);
            final int slot = t.find(ts, this, element, hash);
            if (slot == SetTable.ABSENT) {
                return false;
            }
            if (slot == SetTable.RETRY) {
                continue;
            }
            if (!ts.multi) {
                t.remove(slot);
                changes++;
                return true;
            }
            synchronized (this) {
                if (table == t && changes == before) {
                    t.remove(slot);
                    changes++;
                    return true;
                }
            }
        }
    }

    /** Every element of the table as it is now, to the consumer, with its hash. */
    @FunctionalInterface
    interface ElementConsumer {
        void accept(Object element, long hash);
    }

    final void forEach(final ThreadState ts, final ElementConsumer consumer) {
        final SetTable t = table(ts);
        for (int i = t.next(0); i >= 0; i = t.next(i + 1)) {
            final Object k = t.keys[i];
            final long h = t.hashes[i];
            if (k != SetTable.DUMMY) {
                consumer.accept(k, h);
            }
        }
    }

    /** Whether every element fulfils the test. */
    private boolean all(final ThreadState ts, final PyBaseSet container) {
        final SetTable t = table(ts);
        for (int i = t.next(0); i >= 0; i = t.next(i + 1)) {
            final Object k = t.keys[i];
            if (k != SetTable.DUMMY && !container.has(ts, k, t.hashes[i])) {
                return false;
            }
        }
        return true;
    }

    /** {@code set_update_internal}. */
    final void updateWith(final ThreadState ts, final Object other) {
        if (other instanceof PyBaseSet s) {
            merge(ts, s);
        } else if (other instanceof PyDict d && d.isPlain()) {
            if (!ts.multi) {
                table = table(ts).withRoomFor(d.size());
            }
            eachKey(ts, d, (k, h) -> addHashed(ts, k, h));
        } else {
            final Object it = PyIter.get(ts, other);
            int n = 0;
            for (Object item = PyIter.next(ts, it); item != null; item = PyIter.next(ts, it)) {
                addElement(ts, item);
                if ((++n & 1023) == 0) {
                    ts.poll();
                }
            }
        }
    }

    /** The keys of a dict with the hashes it knows. */
    private static void eachKey(final ThreadState ts, final PyDict d, final ElementConsumer consumer) {
        final DictTable t = d.table();
        for (int e = t.next(0); e >= 0; e = t.next(e + 1)) {
            final Object key = t.key(e);
            if (key != null) {
                consumer.accept(key, t.hash(ts, e, key));
            }
        }
    }

    private void merge(final ThreadState ts, final PyBaseSet other) {
        final SetTable o = other.table(ts);
        if (other == this || o.used == 0) {
            return;
        }
        if (ts.multi) {
            other.forEach(ts, (k, h) -> addHashed(ts, k, h));
            return;
        }
        table = table(ts).withRoomFor(o.used);
        if (table.fill == 0) {
            table.takeAll(o);
            changes++;
        } else {
            for (int i = o.next(0); i >= 0; i = o.next(i + 1)) {
                final Object k = o.keys[i];
                final long h = o.hashes[i];
                if (k != SetTable.DUMMY) {
                    addHashed(ts, k, h);
                }
            }
        }
    }

    /** {@code set_difference_update_internal}. */
    final void differenceWith(final ThreadState ts, final Object other) {
        if (other == this) {
            setTable(SetTable.empty());
            return;
        }
        if (other instanceof PyBaseSet s) {
            final PyBaseSet smaller = s.size(ts) >> 3 > size(ts) ? intersect(ts, s) : s;
            smaller.forEach(ts, (k, h) -> discardHashed(ts, k, h));
        } else if (other instanceof PyDict d && d.isPlain()) {
            eachKey(ts, d, (k, h) -> discardHashed(ts, k, h));
        } else {
            final Object it = PyIter.get(ts, other);
            for (Object item = PyIter.next(ts, it); item != null; item = PyIter.next(ts, it)) {
                discardHashed(ts, item, Hashing.ofElement(ts, item));
            }
        }
        synchronized (this) {
            final SetTable tidy = table.tidied();
            if (tidy != table) {
                setTable(tidy);
            }
        }
    }

    /** {@code set_symmetric_difference_update}. */
    final void symmetricWith(final ThreadState ts, final Object other) {
        if (other == this) {
            setTable(SetTable.empty());
            return;
        }
        if (other instanceof PyDict d && d.isPlain()) {
            eachKey(ts, d, (k, h) -> toggle(ts, k, h));
            return;
        }
        final PyBaseSet s;
        if (other instanceof PyBaseSet o) {
            s = o;
        } else {
            s = new PySet();
            s.updateWith(ts, other);
        }
        final SetTable t = s.table(ts);
        for (int i = t.next(0); i >= 0; i = t.next(i + 1)) {
            final Object k = t.keys[i];
            final long h = t.hashes[i];
            if (k != SetTable.DUMMY) {
                toggle(ts, k, h);
            }
        }
    }

    private void toggle(final ThreadState ts, final Object element, final long hash) {
        if (!ts.multi) {
            SetTable t;
            int slot;
            do {
                t = table(ts);
                slot = t.find(ts, this, element, hash);
            } while (slot == SetTable.RETRY);
            if (slot >= 0) {
                t.remove(slot);
            } else {
                table = t.add(element, hash);
            }
            changes++;
        } else if (!discardHashed(ts, element, hash)) {
            addHashed(ts, element, hash);
        }
    }

    /** An empty set of the plain type this one is based on. */
    abstract PyBaseSet fresh();

    final PyBaseSet duplicate(final ThreadState ts) {
        final PyBaseSet result = fresh();
        result.updateWith(ts, this);
        return result;
    }

    /** {@code set_intersection}. */
    final PyBaseSet intersect(final ThreadState ts, final Object other) {
        if (other == this) {
            return duplicate(ts);
        }
        final PyBaseSet result = fresh();
        if (other instanceof PyBaseSet o) {
            final PyBaseSet larger = o.size(ts) > size(ts) ? o : this;
            final PyBaseSet smaller = larger == this ? o : this;
            result.addMatching(ts, smaller, larger, true);
        } else {
            final Object it = PyIter.get(ts, other);
            for (Object item = PyIter.next(ts, it); item != null; item = PyIter.next(ts, it)) {
                final long hash = Hashing.ofElement(ts, item);
                if (has(ts, item, hash)) {
                    result.addHashed(ts, item, hash);
                }
            }
        }
        return result;
    }

    /** {@code set_difference}. */
    private PyBaseSet subtract(final ThreadState ts, final Object other) {
        final int otherSize = other instanceof PyBaseSet s ? s.size(ts)
                : other instanceof PyDict d && d.isPlain() ? d.size() : Integer.MAX_VALUE;
        if (otherSize == Integer.MAX_VALUE || size(ts) >> 2 > otherSize) {
            final PyBaseSet result = duplicate(ts);
            result.differenceWith(ts, other);
            return result;
        }
        final PyBaseSet result = fresh();
        if (other instanceof PyBaseSet s) {
            result.addMatching(ts, this, s, false);
        } else {
            forEach(ts, (k, h) -> {
                if (((PyDict) other).getHashed(ts, k, h) == null) {
                    result.addHashed(ts, k, h);
                }
            });
        }
        return result;
    }

    /** Adds, to a new and empty set, those elements that the other set has, or has not. */
    private void addMatching(final ThreadState ts, final PyBaseSet source, final PyBaseSet other, final boolean wanted) {
        final SetTable s = source.table(ts);
        for (int i = s.next(0); i >= 0; i = s.next(i + 1)) {
            final Object k = s.keys[i];
            final long h = s.hashes[i];
            if (k != SetTable.DUMMY && other.has(ts, k, h) == wanted) {
                // Elements of one set differ from each other.
                table = table.add(k, h);
            }
        }
        changes++;
    }

    private PyBaseSet exclusive(final ThreadState ts, final Object other) {
        final PyBaseSet result = fresh();
        result.updateWith(ts, other);
        result.symmetricWith(ts, this);
        return result;
    }

    // ---- methods of both

    @PyMethod("__len__($self, /)")
    final long len(final ThreadState ts) {
        return size(ts);
    }

    /** As {@code contains}, but a set is looked for as the frozenset of its elements. */
    @PyMethod(value = "__contains__($self, object, /)", coexist = true)
    final boolean containsMethod(final ThreadState ts, final Object element) {
        try {
            return contains(ts, element);
        } catch (final PyRaise e) {
            return contains(ts, frozen(ts, e, element));
        }
    }

    /** The frozenset to look for in place of an unhashable set; else raises what was raised. */
    final Object frozen(final ThreadState ts, final PyRaise e, final Object element) {
        if (!(element instanceof PySet s) || !Errors.matches(e, ExceptionTypes.TYPE_ERROR)) {
            throw e;
        }
        final PyFrozenSet result = new PyFrozenSet();
        result.updateWith(ts, s);
        return result;
    }

    @PyMethod("__iter__($self, /)")
    final Object iter(final ThreadState ts) {
        return new PySetIterator(this, ts).ownedBy(ts);
    }

    @PyMethod("copy($self, /)")
    Object copy(final ThreadState ts) {
        return duplicate(ts);
    }

    @PyMethod("union($self, /, *others)")
    final Object union(final ThreadState ts, final Object[] others) {
        final PyBaseSet result = duplicate(ts);
        for (final Object other : others) {
            if (other != this) {
                result.updateWith(ts, other);
            }
        }
        return result;
    }

    @PyMethod("intersection($self, /, *others)")
    final Object intersection(final ThreadState ts, final Object[] others) {
        if (others.length == 0) {
            return duplicate(ts);
        }
        PyBaseSet result = this;
        for (final Object other : others) {
            result = result.intersect(ts, other);
        }
        return result;
    }

    @PyMethod("difference($self, /, *others)")
    final Object difference(final ThreadState ts, final Object[] others) {
        if (others.length == 0) {
            return duplicate(ts);
        }
        final PyBaseSet result = subtract(ts, others[0]);
        for (int i = 1; i < others.length; i++) {
            result.differenceWith(ts, others[i]);
        }
        return result;
    }

    @PyMethod("symmetric_difference($self, other, /)")
    final Object symmetricDifference(final ThreadState ts, final Object other) {
        return exclusive(ts, other);
    }

    @PyMethod("isdisjoint($self, other, /)")
    final boolean isDisjoint(final ThreadState ts, final Object other) {
        if (other == this) {
            return size(ts) == 0;
        }
        if (other instanceof PyBaseSet o) {
            final PyBaseSet larger = o.size(ts) > size(ts) ? o : this;
            final PyBaseSet smaller = larger == this ? o : this;
            final SetTable t = smaller.table(ts);
            for (int i = t.next(0); i >= 0; i = t.next(i + 1)) {
                if (larger.has(ts, t.keys[i], t.hashes[i])) {
                    return false;
                }
            }
            return true;
        }
        final Object it = PyIter.get(ts, other);
        for (Object item = PyIter.next(ts, it); item != null; item = PyIter.next(ts, it)) {
            if (contains(ts, item)) {
                return false;
            }
        }
        return true;
    }

    @PyMethod("issubset($self, other, /)")
    final boolean isSubset(final ThreadState ts, final Object other) {
        if (other instanceof PyBaseSet o) {
            return size(ts) <= o.size(ts) && all(ts, o);
        }
        return intersect(ts, other).size(ts) == size(ts);
    }

    @PyMethod("issuperset($self, other, /)")
    final boolean isSuperset(final ThreadState ts, final Object other) {
        if (other instanceof PyBaseSet o) {
            return o.isSubset(ts, this);
        }
        final Object it = PyIter.get(ts, other);
        for (Object item = PyIter.next(ts, it); item != null; item = PyIter.next(ts, it)) {
            if (!contains(ts, item)) {
                return false;
            }
        }
        return true;
    }

    // ---- operators

    @PyMethod("__or__($self, value, /)")
    final Object or(final ThreadState ts, final Object other) {
        return other instanceof PyBaseSet ? union(ts, new Object[] {other}) : PyNotImplemented.NOT_IMPLEMENTED;
    }

    @PyMethod("__ror__($self, value, /)")
    final Object ror(final ThreadState ts, final Object other) {
        return other instanceof PyBaseSet o ? o.or(ts, this) : PyNotImplemented.NOT_IMPLEMENTED;
    }

    @PyMethod("__and__($self, value, /)")
    final Object and(final ThreadState ts, final Object other) {
        return other instanceof PyBaseSet ? intersect(ts, other) : PyNotImplemented.NOT_IMPLEMENTED;
    }

    @PyMethod("__rand__($self, value, /)")
    final Object rand(final ThreadState ts, final Object other) {
        return other instanceof PyBaseSet o ? o.and(ts, this) : PyNotImplemented.NOT_IMPLEMENTED;
    }

    @PyMethod("__sub__($self, value, /)")
    final Object sub(final ThreadState ts, final Object other) {
        return other instanceof PyBaseSet ? subtract(ts, other) : PyNotImplemented.NOT_IMPLEMENTED;
    }

    @PyMethod("__rsub__($self, value, /)")
    final Object rsub(final ThreadState ts, final Object other) {
        return other instanceof PyBaseSet o ? o.sub(ts, this) : PyNotImplemented.NOT_IMPLEMENTED;
    }

    @PyMethod("__xor__($self, value, /)")
    final Object xor(final ThreadState ts, final Object other) {
        return other instanceof PyBaseSet ? exclusive(ts, other) : PyNotImplemented.NOT_IMPLEMENTED;
    }

    @PyMethod("__rxor__($self, value, /)")
    final Object rxor(final ThreadState ts, final Object other) {
        return other instanceof PyBaseSet o ? o.xor(ts, this) : PyNotImplemented.NOT_IMPLEMENTED;
    }

    private boolean equalTo(final ThreadState ts, final PyBaseSet o) {
        return size(ts) == o.size(ts) && all(ts, o);
    }

    @PyRichCompare
    final Object compare(final ThreadState ts, final Object other, final int op) {
        if (!(other instanceof PyBaseSet o)) {
            return PyNotImplemented.NOT_IMPLEMENTED;
        }
        return switch (op) {
            case PyObjects.EQ -> equalTo(ts, o);
            case PyObjects.NE -> !equalTo(ts, o);
            case PyObjects.LT -> size(ts) < o.size(ts) && isSubset(ts, o);
            case PyObjects.LE -> isSubset(ts, o);
            case PyObjects.GT -> size(ts) > o.size(ts) && o.isSubset(ts, this);
            default -> o.isSubset(ts, this);
        };
    }

    // ---- text, pickling

    @PyMethod("__repr__($self, /)")
    final Object repr(final ThreadState ts) {
        final String name = type().name();
        if (!ReprGuard.enter(ts, this)) {
            return name + "(...)";
        }
        try {
            if (size(ts) == 0) {
                return name + "()";
            }
            final boolean bare = type() == PySet.TYPE;
            final StrBuilder out = new StrBuilder();
            out.append(bare ? "{" : name + "({");
            boolean first = true;
            for (final Object element : elements(ts)) {
                if (!first) {
                    out.append(", ");
                }
                first = false;
                out.append(PyObjects.repr(ts, element));
            }
            out.append(bare ? "}" : "})");
            return out.build();
        } finally {
            ReprGuard.leave(ts, this);
        }
    }

    /** The elements in order, in a new array. */
    final Object[] elements(final ThreadState ts) {
        final java.util.ArrayList<Object> all = new java.util.ArrayList<>(size(ts));
        forEach(ts, (k, h) -> all.add(k));
        return all.toArray();
    }

    @PyMethod("__reduce__($self, /)")
    final Object reduce(final ThreadState ts) {
        final Object state = PyObjects.lookupAttr(ts, this, "__getstate__");
        return PyTuple.of(type(), PyTuple.of(PyList.of(elements(ts))),
                state == null ? PyNone.NONE : dev.adder.runtime.Calls.call0(ts, state));
    }

    @PyMethod("__sizeof__($self, /)")
    final long sizeOf(final ThreadState ts) {
        final int capacity = table(ts).capacity();
        return 200 + (capacity > 8 ? 16L * capacity : 0);
    }

    @PyClassMethod("__class_getitem__($type, object, /)")
    static Object classGetItem(final PyType cls, final Object item) {
        return PyGenericAlias.of(cls, item);
    }
}
