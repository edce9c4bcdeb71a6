package dev.adder.runtime.objects;

import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyRichCompare;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.language.text.StrBuilder;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.text.Hashes;
import java.util.Arrays;

/** A tuple. The array is never written after the tuple was made. */
@PyTypeSpec(name = "tuple")
public class PyTuple extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("tuple", "builtins", null, new PyTupleTable()).asSequence().sequenceLike();
    public static final PyTuple EMPTY = new PyTuple(TYPE, new Object[0]);

    private static final int MAX_LENGTH = Integer.MAX_VALUE - 8;

    private final Object[] items;

    private long hash;

    protected PyTuple(final PyType type, final Object[] items) {
        super(type);
        this.items = items;
    }

    /** A tuple of these items; takes the array over. */
    public static PyTuple of(final Object... items) {
        return items.length == 0 ? EMPTY : new PyTuple(TYPE, items);
    }

    /** An instance of a subtype; takes the array over. */
    public static PyTuple ofType(final PyType cls, final Object[] items) {
        return cls == TYPE ? of(items) : new PyTupleSub(cls, items);
    }

    /** The items themselves, not a copy. */
    public final Object[] items() {
        return items;
    }

    @Override
    public final int builtinSize() {
        return size();
    }

    @PyMethod("__len__($self, /)")
    public final int size() {
        return items.length;
    }

    public final Object get(final int index) {
        return items[index];
    }

    /** {@code self[index]}, negative from the end. */
    public final Object item(final long index) {
        final long i = index < 0 ? index + items.length : index;
        if (i < 0 || i >= items.length) {
            throw Errors.indexError("tuple index out of range");
        }
        return items[(int) i];
    }

    @PyNew("(iterable=(), /)")
    static Object make(final ThreadState ts, final PyType cls, final Object iterable) {
        if (cls == TYPE) {
            return iterable instanceof PyTuple t && t.shape.type == TYPE ? t : of(PyIter.toArray(ts, iterable));
        }
        return ofType(cls, PyIter.toArray(ts, iterable));
    }

    @PyMethod("__getnewargs__($self, /)")
    final Object getNewArgs() {
        return of(of(items));
    }

    @PyClassMethod("__class_getitem__($type, object, /)")
    static Object classGetItem(final PyType cls, final Object item) {
        return PyGenericAlias.of(cls, item);
    }

    // ---- as a sequence

    @PyMethod("__getitem__($self, key, /)")
    final Object getItem(final ThreadState ts, final Object key) {
        if (key instanceof Long n) {
            return item(n);
        }
        if (key instanceof PySlice s) {
            return slice(s.bounds(ts, items.length));
        }
        if (!PyNumber.isIndex(key)) {
            throw PySlice.badIndex("tuple", key);
        }
        return item(PyNumber.asIndex(ts, key));
    }

    private Object slice(final PySlice.Bounds b) {
        if (b.count() == items.length && b.step() == 1 && shape.type == TYPE) {
            return this;
        }
        if (b.step() == 1) {
            return of(Arrays.copyOfRange(items, b.start(), b.start() + b.count()));
        }
        final Object[] picked = new Object[b.count()];
        int at = b.start();
        for (int i = 0; i < picked.length; i++) {
            picked[i] = items[at];
            at += b.step();
        }
        return of(picked);
    }

    @PyMethod("__iter__($self, /)")
    public final Object iter(final ThreadState ts) {
        return new PyTupleIterator(this).ownedBy(ts);
    }

    @PyMethod("__contains__($self, key, /)")
    final boolean contains(final ThreadState ts, final Object value) {
        for (final Object item : items) {
            if (PyObjects.same(ts, item, value)) {
                return true;
            }
        }
        return false;
    }

    @PyMethod("index($self, value, start=0, stop=sys.maxsize, /)")
    final long index(final ThreadState ts, final Object value, final Object start, final Object stop) {
        final int from = (int) position(PySlice.bound(ts, start), items.length);
        final int to = (int) position(PySlice.bound(ts, stop), items.length);
        for (int i = from; i < to; i++) {
            if (PyObjects.same(ts, items[i], value)) {
                return i;
            }
        }
        throw Errors.valueError("tuple.index(x): x not in tuple");
    }

    /** A bound of {@code index()} as a position from 0 to {@code length}. */
    static long position(final long bound, final int length) {
        return bound < 0 ? Math.max(0, bound + length) : Math.min(bound, length);
    }

    @PyMethod("count($self, value, /)")
    final long count(final ThreadState ts, final Object value) {
        long n = 0;
        for (final Object item : items) {
            if (PyObjects.same(ts, item, value)) {
                n++;
            }
        }
        return n;
    }

    @PyMethod("__add__($self, value, /)")
    final Object add(final Object other) {
        if (!(other instanceof PyTuple t)) {
            throw Errors.typeError("can only concatenate tuple (not \"" + PyType.of(other).name() + "\") to tuple");
        }
        if (items.length == 0 && t.shape.type == TYPE) {
            return t;
        }
        if (t.items.length == 0 && shape.type == TYPE) {
            return this;
        }
        if (items.length > MAX_LENGTH - t.items.length) {
            throw Errors.memoryError();
        }
        final Object[] all = Arrays.copyOf(items, items.length + t.items.length);
        System.arraycopy(t.items, 0, all, items.length, t.items.length);
        return of(all);
    }

    @PyMethod("__mul__($self, value, /)")
    final Object mul(final ThreadState ts, final Object times) {
        final long n = ListChanges.times(ts, times);
        if (items.length == 0 || n == 1) {
            if (shape.type == TYPE) {
                return this;
            }
        }
        return n <= 0 || items.length == 0 ? EMPTY : of(repeat(items, items.length, n));
    }

    @PyMethod("__rmul__($self, value, /)")
    final Object rmul(final ThreadState ts, final Object times) {
        return mul(ts, times);
    }

    /** The first {@code length} elements of an array {@code n} times; MemoryError where that does not fit. */
    static Object[] repeat(final Object[] source, final int length, final long n) {
        if (length > 0 && n > MAX_LENGTH / length) {
            throw Errors.memoryError();
        }
        final Object[] result = ListStorage.allocate((int) (length * n));
        if (length == 1) {
            Arrays.fill(result, source[0]);
            return result;
        }
        System.arraycopy(source, 0, result, 0, length);
        for (int done = length; done < result.length; done <<= 1) {
            System.arraycopy(result, 0, result, done, Math.min(done, result.length - done));
        }
        return result;
    }

    // ---- comparison and text

    @PyRichCompare
    public final Object compare(final ThreadState ts, final Object other, final int op) {
        return other instanceof PyTuple t ? compareItems(ts, items, items.length, t.items, t.items.length, op)
                : PyNotImplemented.NOT_IMPLEMENTED;
    }

    /** 1 if equal, 0 if not, -1 if only comparing the items tells: some are neither ints nor texts. */
    final int quickEqual(final PyTuple other) {
        final Object[] a = items;
        final Object[] b = other.items;
        if (shape.type != TYPE) {
            return -1;
        }
        if (a.length != b.length) {
            return 0;
        }
        for (int i = 0; i < a.length; i++) {
            if (a[i] instanceof Long x && b[i] instanceof Long y) {
                if (x.longValue() != y.longValue()) {
                    return 0;
                }
            } else if (a[i] instanceof String x && b[i] instanceof String y) {
                if (!x.equals(y)) {
                    return 0;
                }
            } else {
                return -1;
            }
        }
        return 1;
    }

    /** Lexicographical: the first pair that differs decides, else the lengths. */
    static Object compareItems(final ThreadState ts, final Object[] a, final int n, final Object[] b, final int m,
            final int op) {
        final int common = Math.min(n, m);
        for (int i = 0; i < common; i++) {
            // Ints and texts, the usual sort keys, are ordered at once, not asked for equality first.
            if (a[i] instanceof Long x && b[i] instanceof Long y) {
                if (x.longValue() != y.longValue()) {
                    return PyObjects.fromSign(Long.compare(x, y), op);
                }
            } else if (a[i] instanceof String x && b[i] instanceof String y) {
                final int order = x.equals(y) ? 0 : Str.compare(x, y);
                if (order != 0) {
                    return PyObjects.fromSign(order, op);
                }
            } else if (!PyObjects.same(ts, a[i], b[i])) {
                return op == PyObjects.EQ ? Boolean.FALSE : op == PyObjects.NE ? Boolean.TRUE
                        : PyObjects.richCompare(ts, a[i], b[i], op);
            }
        }
        return PyObjects.fromSign(Integer.compare(n, m), op);
    }

    @PyMethod("__hash__($self, /)")
    public final long hash(final ThreadState ts) {
        // Kept as CPython 3.14 keeps it; 0 is not yet known, and reckoned again where that is the hash.
        if (hash == 0) {
            long state = Hashes.tupleStart();
            for (final Object item : items) {
                state = Hashes.tupleAdd(state, PyObjects.hash(ts, item));
            }
            hash = Hashes.tupleFinish(state, items.length);
        }
        return hash;
    }

    @PyMethod("__repr__($self, /)")
    Object repr(final ThreadState ts) {
        if (items.length == 0) {
            return "()";
        }
        if (!ReprGuard.enter(ts, this)) {
            return "(...)";
        }
        try {
            final StrBuilder out = new StrBuilder();
            out.append("(");
            for (int i = 0; i < items.length; i++) {
                if (i > 0) {
                    out.append(", ");
                }
                out.append(PyObjects.repr(ts, items[i]));
            }
            out.append(items.length == 1 ? ",)" : ")");
            return out.build();
        } finally {
            ReprGuard.leave(ts, this);
        }
    }

    @PyMethod("__sizeof__($self, /)")
    final long sizeOf() {
        return 32 + 8L * items.length;
    }
}
