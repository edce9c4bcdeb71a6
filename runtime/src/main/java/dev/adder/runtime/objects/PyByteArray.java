package dev.adder.runtime.objects;

import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Quote;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A bytearray. Its bytes and their number are published together in one {@link Storage}, so that a reader never sees a
 * number that its array does not have; all writers hold the object's monitor. While views exist ({@code exports}) the size
 * is fixed and the array stays the same.
 */
@PyTypeSpec(name = "bytearray")
public final class PyByteArray extends BytesSearchMethods {
    public static final PyType TYPE =
            PyType.builtin("bytearray", "builtins", null, new PyByteArrayTable()).sequenceLike();

    private record Storage(byte[] bytes, int size) {
    }

    private volatile Storage storage;
    private final AtomicInteger exports = new AtomicInteger();

    public PyByteArray(final PyType type, final byte[] bytes) {
        super(type);
        this.storage = new Storage(bytes, bytes.length);
    }

    /** Takes the array over. */
    public static PyByteArray of(final byte[] bytes) {
        return new PyByteArray(TYPE, bytes);
    }

    /** A copy of the bytes. */
    @Override
    public byte[] content() {
        final Storage s = storage;
        return Arrays.copyOf(s.bytes, s.size);
    }

    @Override
    Object fresh(final byte[] made) {
        return of(made);
    }

    @Override
    long len() {
        return storage.size;
    }

    /** The byte at the index, or -1 beyond the end. */
    int byteAt(final int index) {
        final Storage s = storage;
        return index < s.size ? s.bytes[index] & 0xFF : -1;
    }

    @Override
    public BufferView buffer(final ThreadState ts, final boolean writable) {
        exports.incrementAndGet();
        final Storage s = storage;
        return BufferView.ofBytes(this, s.bytes, s.size, false, exports::decrementAndGet);
    }

    // ---- changing the size: the caller holds the monitor

    private void checkResizable() {
        if (exports.get() > 0) {
            throw Errors.bufferError("Existing exports of data: object cannot be re-sized");
        }
    }

    /** Puts {@code with} in the place of {@code [start, end)}. */
    private void splice(final int start, final int end, final byte[] with) {
        final Storage s = storage;
        final long grown = (long) s.size - (end - start) + with.length;
        if (grown != s.size) {
            checkResizable();
        }
        if (grown > Integer.MAX_VALUE - 16) {
            throw Errors.memoryError();
        }
        final int size = (int) grown;
        final boolean fits = size <= s.bytes.length && (size == s.size || start == s.size);
        final byte[] target = fits ? s.bytes : new byte[size > s.size ? (int) Math.min(Integer.MAX_VALUE - 16L,
                size + (size >> 3) + 6L) : size];
        if (target != s.bytes) {
            System.arraycopy(s.bytes, 0, target, 0, start);
            System.arraycopy(s.bytes, end, target, start + with.length, s.size - end);
        }
        System.arraycopy(with, 0, target, start, with.length);
        storage = new Storage(target, size);
    }

    // ---- making

    @PyNew(value = "(*args, **kwargs)", hidden = true)
    static Object make(final PyType cls, final Object[] args, final PyDict kwargs) {
        return new PyByteArray(cls, new byte[0]);
    }

    @PyMethod(value = "__init__($self, /, source=<unrepresentable>, encoding=<unrepresentable>, errors=<unrepresentable>)",
            hidden = true)
    void init(final ThreadState ts, final Object source, final Object encoding, final Object errors) {
        final byte[] made;
        if (encoding != null || errors != null) {
            made = PyBytes.encoded(ts, source, encoding, errors);
        } else if (source == null) {
            made = new byte[0];
        } else if (PyObjects.isText(source)) {
            throw Errors.typeError("string argument without an encoding");
        } else if (PyNumber.isIndex(source) && !Buffers.isBuffer(source)) {
            made = PyBytes.zeros(ts, source);
        } else if (!Buffers.isBuffer(source) && !PyIter.isIterable(source)) {
            throw Errors.typeError("cannot convert '" + PyType.of(source).name() + "' object to bytearray");
        } else {
            made = itemsOf(ts, source);
        }
        synchronized (this) {
            splice(0, storage.size, made);
        }
    }

    private static byte[] itemsOf(final ThreadState ts, final Object source) {
        if (Buffers.isBuffer(source)) {
            return Buffers.toArray(ts, source);
        }
        return PyBytes.itemsOf(ts, source, "byte");
    }

    @PyClassMethod("fromhex($type, string, /)")
    static Object fromHex(final ThreadState ts, final PyType cls, final Object string) {
        final byte[] made = fromHex(ts, string);
        return cls == TYPE ? of(made) : Calls.call1(ts, cls, PyBytes.of(made));
    }

    // ---- items

    @PyMethod("__getitem__($self, key, /)")
    Object getItem(final ThreadState ts, final Object key) {
        final Storage s = storage;
        if (key instanceof PySlice slice) {
            return of(PyBytes.slice(s.bytes, SliceBounds.of(ts, slice, s.size)));
        }
        return (long) (s.bytes[itemIndex(ts, key, s.size, "bytearray index out of range")] & 0xFF);
    }

    private static int itemIndex(final ThreadState ts, final Object key, final int size, final String message) {
        if (!PyNumber.isIndex(key)) {
            throw Errors.typeError("bytearray indices must be integers or slices, not " + PyType.of(key).name());
        }
        final long index = PyNumber.asIndex(ts, key);
        final long i = index < 0 ? index + size : index;
        if (i < 0 || i >= size) {
            throw Errors.indexError(message);
        }
        return (int) i;
    }

    @PyMethod("__setitem__($self, key, value, /)")
    void setItem(final ThreadState ts, final Object key, final Object value) {
        if (key instanceof PySlice slice) {
            final byte[] with = value == this ? content() : sliceValue(ts, value);
            synchronized (this) {
                assign(ts, slice, with);
            }
            return;
        }
        if (!PyNumber.isIndex(key)) {
            itemIndex(ts, key, 0, "");
        }
        // Both conversions may run Python code that changes the size: the bounds are looked at last.
        final Object index = PyNumber.asIndex(ts, key);
        final byte b = PyBytes.byteOf(ts, value, "byte");
        synchronized (this) {
            final Storage s = storage;
            s.bytes[itemIndex(ts, index, s.size, "bytearray index out of range")] = b;
        }
    }

    private static byte[] sliceValue(final ThreadState ts, final Object value) {
        if (PyObjects.isText(value) || PyNumber.isIndex(value)) {
            throw Errors.typeError("can assign only bytes, buffers, or iterables of ints in range(0, 256)");
        }
        return itemsOf(ts, value);
    }

    private void assign(final ThreadState ts, final PySlice slice, final byte[] with) {
        final Storage s = storage;
        final SliceBounds b = SliceBounds.of(ts, slice, s.size);
        if (b.step() == 1) {
            splice(b.start(), Math.max(b.start(), b.stop()), with);
            return;
        }
        if (with.length == 0) {
            deleteSlice(b);
            return;
        }
        if (with.length != b.count()) {
            throw Errors.valueError("attempt to assign bytes of size " + with.length + " to extended slice of size "
                    + b.count());
        }
        for (int i = 0; i < with.length; i++) {
            s.bytes[(int) (b.start() + i * b.step())] = with[i];
        }
    }

    private void deleteSlice(final SliceBounds b) {
        final Storage s = storage;
        if (b.count() == 0) {
            return;
        }
        final boolean[] gone = new boolean[s.size];
        for (int i = 0; i < b.count(); i++) {
            gone[(int) (b.start() + i * b.step())] = true;
        }
        final byte[] left = new byte[s.size - b.count()];
        int n = 0;
        for (int i = 0; i < s.size; i++) {
            if (!gone[i]) {
                left[n++] = s.bytes[i];
            }
        }
        splice(0, s.size, left);
    }

    @PyMethod("__delitem__($self, key, /)")
    void delItem(final ThreadState ts, final Object key) {
        synchronized (this) {
            if (key instanceof PySlice slice) {
                deleteSlice(SliceBounds.of(ts, slice, storage.size));
                return;
            }
            final int i = itemIndex(ts, key, storage.size, "bytearray index out of range");
            splice(i, i + 1, new byte[0]);
        }
    }

    @PyMethod("__iter__($self, /)")
    Object iter() {
        return new PyBytesIterator(this);
    }

    // ---- growing and shrinking

    @PyMethod("append($self, item, /)")
    void append(final ThreadState ts, final Object item) {
        final byte b = PyBytes.byteOf(ts, item, "byte");
        synchronized (this) {
            splice(storage.size, storage.size, new byte[] {b});
        }
    }

    @PyMethod("extend($self, iterable_of_ints, /)")
    void extend(final ThreadState ts, final Object iterable) {
        if (PyObjects.isText(iterable)) {
            throw Errors.typeError("expected iterable of integers; got: 'str'");
        }
        if (!Buffers.isBuffer(iterable) && !PyIter.isIterable(iterable)) {
            throw Errors.typeError("can't extend bytearray with " + PyType.of(iterable).name());
        }
        final byte[] more = itemsOf(ts, iterable);
        synchronized (this) {
            splice(storage.size, storage.size, more);
        }
    }

    @PyMethod("insert($self, index, item, /)")
    void insert(final ThreadState ts, final long index, final Object item) {
        final byte b = PyBytes.byteOf(ts, item, "byte");
        synchronized (this) {
            final int size = storage.size;
            final int i = (int) Math.min(size, Math.max(0, index < 0 ? index + size : index));
            splice(i, i, new byte[] {b});
        }
    }

    @PyMethod("pop($self, index=-1, /)")
    Object pop(final ThreadState ts, final long index) {
        synchronized (this) {
            final Storage s = storage;
            if (s.size == 0) {
                throw Errors.indexError("pop from empty bytearray");
            }
            final int i = itemIndex(ts, (Object) index, s.size, "pop index out of range");
            final long value = s.bytes[i] & 0xFF;
            splice(i, i + 1, new byte[0]);
            return value;
        }
    }

    @PyMethod("remove($self, value, /)")
    void remove(final ThreadState ts, final Object value) {
        final byte b = PyBytes.byteOf(ts, value, "byte");
        synchronized (this) {
            final Storage s = storage;
            for (int i = 0; i < s.size; i++) {
                if (s.bytes[i] == b) {
                    splice(i, i + 1, new byte[0]);
                    return;
                }
            }
        }
        throw Errors.valueError("value not found in bytearray");
    }

    @PyMethod("clear($self, /)")
    void clear() {
        synchronized (this) {
            splice(0, storage.size, new byte[0]);
        }
    }

    @PyMethod("resize($self, size, /)")
    void resize(final long size) {
        if (size < 0) {
            throw Errors.valueError("Can only resize to positive sizes, got " + size);
        }
        if (size > Integer.MAX_VALUE - 16) {
            throw Errors.memoryError();
        }
        synchronized (this) {
            final int old = storage.size;
            if (size < old) {
                splice((int) size, old, new byte[0]);
            } else {
                splice(old, old, new byte[(int) size - old]);
            }
        }
    }

    @PyMethod("reverse($self, /)")
    void reverse() {
        synchronized (this) {
            final Storage s = storage;
            for (int i = 0, j = s.size - 1; i < j; i++, j--) {
                final byte swap = s.bytes[i];
                s.bytes[i] = s.bytes[j];
                s.bytes[j] = swap;
            }
        }
    }

    @PyMethod("copy($self, /)")
    Object copy() {
        return of(content());
    }

    @PyMethod("__iadd__($self, value, /)")
    Object iadd(final ThreadState ts, final Object value) {
        if (!Buffers.isBuffer(value)) {
            throw Errors.typeError("can't concat " + PyType.of(value).name() + " to " + type().name());
        }
        final byte[] more = Buffers.toArray(ts, value);
        synchronized (this) {
            splice(storage.size, storage.size, more);
        }
        return this;
    }

    @PyMethod("__imul__($self, value, /)")
    Object imul(final ThreadState ts, final Object value) {
        final long times = PyNumber.asCount(ts, value);
        synchronized (this) {
            splice(0, storage.size, repeated(content(), times));
        }
        return this;
    }

    // ---- text and the rest

    @PyMethod("__repr__($self, /)")
    Object repr() {
        final byte[] bytes = content();
        // A single quote is escaped even where the quotes around are double ones.
        return Quote.reprBytes(bytes, 0, bytes.length, type().name() + "(b", ")", true);
    }

    @PyMethod("__str__($self, /)")
    Object str() {
        return repr();
    }

    @PyMethod("__alloc__($self, /)")
    long alloc() {
        return storage.size == 0 ? 0 : storage.bytes.length + 1L;
    }

    @PyMethod("__sizeof__($self, /)")
    long sizeOf() {
        return 56 + alloc();
    }

    @PyMethod("__reduce__($self, /)")
    Object reduce(final ThreadState ts) {
        return reduceEx(ts, 2);
    }

    @PyMethod("__reduce_ex__($self, proto=0, /)")
    Object reduceEx(final ThreadState ts, final int proto) {
        final Object state = type() == TYPE ? PyNone.NONE : PyObjects.lookupAttr(ts, this, "__dict__");
        final Object shown = state == null ? PyNone.NONE : state;
        final byte[] bytes = content();
        if (proto >= 3) {
            return PyTuple.of(type(), bytes.length == 0 ? PyTuple.EMPTY : PyTuple.of(PyBytes.of(bytes)), shown);
        }
        return PyTuple.of(type(), bytes.length == 0 ? PyTuple.EMPTY
                : PyTuple.of(dev.adder.runtime.text.ByteText.of(bytes), "latin-1"), shown);
    }
}
