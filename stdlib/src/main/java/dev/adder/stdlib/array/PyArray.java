package dev.adder.stdlib.array;

import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyConstant;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyRichCompare;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.language.text.StrBuilder;
import dev.adder.runtime.ArgumentParser;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.Warnings;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.objects.BufferView;
import dev.adder.runtime.objects.Buffers;
import dev.adder.runtime.objects.ListChanges;
import dev.adder.runtime.objects.PyBuffer;
import dev.adder.runtime.objects.PyByteArray;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyGenericAlias;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PySlice;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code array.array}: items of one machine type in a byte array. Writers hold the object's lock; a reader takes the
 * bytes first and the size then, so what it reads was stored. While views exist the size is fixed.
 */
@PyTypeSpec(name = "array", module = "array")
public final class PyArray extends PySlotted implements PyBuffer {
    public static final PyType TYPE =
            PyType.builtin("array", "array", null, new PyArrayTable()).withWeakref().asSequence().sequenceLike();
    @PyConstant("__hash__")
    static final Object HASH = PyNone.NONE;

    private final ItemKind kind;
    private volatile byte[] data;
    private volatile int size;
    private final AtomicInteger exports = new AtomicInteger();

    PyArray(final PyType type, final ItemKind kind, final byte[] data) {
        super(type);
        this.kind = kind;
        this.data = data;
        this.size = data.length / kind.size();
    }

    /** The character of a type code argument. */
    static int codeOf(final String function, final int position, final Object code) {
        if (!PyObjects.isText(code)) {
            throw Errors.typeError(function + "() argument " + position + " must be a unicode character, not "
                    + PyType.of(code).name());
        }
        final Object text = PyObjects.textOf(code);
        if (Str.length(text) != 1) {
            throw Errors.typeError(function + "() argument " + position
                    + " must be a unicode character, not a string of length " + Str.length(text));
        }
        return Str.codePointAt(text, 0);
    }

    @PyNew(value = "($type, *args, **kwargs)", raw = true)
    static Object make(final ThreadState ts, final PyType cls, final Object[] args, final String[] kwNames) {
        if (cls == TYPE) {
            ArgumentParser.noKeywords("array.array", kwNames);
        }
        final int given = ArgumentParser.positional(args, kwNames);
        if (given < 1 || given > 2) {
            throw Errors.typeError("array() takes at " + (given < 1 ? "least 1 argument" : "most 2 arguments") + " ("
                    + given + " given)");
        }
        final ItemKind kind = ItemKind.of(codeOf("array", 1, args[0]));
        if (kind.code() == 'u') {
            Warnings.deprecated(ts, "The 'u' type code is deprecated and will be removed in Python 3.16");
        }
        final PyArray array = new PyArray(cls, kind, new byte[0]);
        if (given == 2) {
            array.fill(ts, args[1]);
        }
        return array;
    }

    private void fill(final ThreadState ts, final Object initial) {
        if (PyObjects.isText(initial)) {
            if (!kind.isText()) {
                throw Errors.typeError("cannot use a str to initialize an array with typecode '" + kind.code() + "'");
            }
            fromUnicode(PyObjects.textOf(initial));
        } else if (initial instanceof PyArray a && a.kind == kind) {
            setData(a.bytes());
        } else if (initial instanceof PyBytes || initial instanceof PyByteArray) {
            fromBytes(ts, initial);
        } else if (initial instanceof PyArray a && a.kind.isText() && !kind.isText()) {
            throw Errors.typeError("cannot use a unicode array to initialize an array with typecode '" + kind.code()
                    + "'");
        } else {
            extendFrom(ts, initial);
        }
    }

    // ---- storage; the callers of what changes the size hold the lock

    int size() {
        return size;
    }

    /** The item, or null if there is none at that place. */
    Object itemOrNull(final int index) {
        final byte[] d = data;
        return index < 0 || index >= size || (index + 1) * kind.size() > d.length ? null : kind.get(d, index);
    }

    /** A copy of the bytes in use. */
    private synchronized byte[] bytes() {
        return Arrays.copyOf(data, size * kind.size());
    }

    private synchronized void setData(final byte[] bytes) {
        if (bytes.length / kind.size() != size) {
            checkResizable();
            if (bytes.length / kind.size() < size) {
                size = bytes.length / kind.size();
            }
            data = bytes;
            size = bytes.length / kind.size();
        } else {
            System.arraycopy(bytes, 0, data, 0, bytes.length);
        }
    }

    private void checkResizable() {
        if (exports.get() > 0) {
            throw Errors.bufferError("cannot resize an array that is exporting buffers");
        }
    }

    private static byte[] allocate(final long bytes) {
        if (bytes > Integer.MAX_VALUE - 8) {
            throw Errors.memoryError();
        }
        try {
            return new byte[(int) bytes];
        } catch (final OutOfMemoryError e) {
            throw Errors.memoryError();
        }
    }

    private synchronized void insertBits(final long place, final long bits) {
        checkResizable();
        final int n = size;
        final int at = (int) (place < 0 ? Math.max(0, place + n) : Math.min(place, n));
        final int width = kind.size();
        byte[] d = data;
        if ((n + 1L) * width > d.length) {
            d = allocate(((long) n + (n >> 3) + 8) * width);
            System.arraycopy(data, 0, d, 0, n * width);
        }
        System.arraycopy(d, at * width, d, (at + 1) * width, (n - at) * width);
        kind.put(d, at, bits);
        data = d;
        size = n + 1;
    }

    private synchronized void replace(final int start, final int stop, final byte[] with) {
        final int width = kind.size();
        final int n = size;
        final int from = Math.min(start, n);
        final int to = Math.max(from, Math.min(stop, n));
        final byte[] d = allocate((long) (n - (to - from)) * width + with.length);
        System.arraycopy(data, 0, d, 0, from * width);
        System.arraycopy(with, 0, d, from * width, with.length);
        System.arraycopy(data, to * width, d, from * width + with.length, (n - to) * width);
        setData(d);
    }

    @Override
    public BufferView buffer(final ThreadState ts, final boolean writable) {
        final byte[] d;
        final int n;
        synchronized (this) {
            exports.incrementAndGet();
            d = data;
            n = size;
        }
        final String format = kind.isText() ? "w" : String.valueOf(kind.code());
        return new BufferView(this, MemorySegment.ofArray(d).asSlice(0, (long) n * kind.size()), false, format,
                kind.size(), 0, new long[] {n}, new long[] {kind.size()}, exports::decrementAndGet);
    }

    // ---- methods

    @PyMethod("append($self, v, /)")
    void append(final ThreadState ts, final Object value) {
        insertBits(Integer.MAX_VALUE, kind.bits(ts, value));
    }

    @PyMethod("insert($self, i, v, /)")
    void insert(final ThreadState ts, final long index, final Object value) {
        insertBits(index, kind.bits(ts, value));
    }

    @PyMethod("extend($self, bb, /)")
    void extend(final ThreadState ts, final Object iterable) {
        extendFrom(ts, iterable);
    }

    private void extendFrom(final ThreadState ts, final Object iterable) {
        if (iterable instanceof PyArray a && (a.kind == kind || size > 0 || exports.get() > 0)) {
            if (a.kind != kind) {
                throw Errors.typeError("can only extend with array of same kind");
            }
            final byte[] added = a.bytes();
            replace(size, size, added);
            return;
        }
        if (iterable instanceof PyList || iterable instanceof PyTuple) {
            final Object[] items = PyIter.toArray(ts, iterable);
            final byte[] added = allocate((long) items.length * kind.size());
            for (int i = 0; i < items.length; i++) {
                kind.put(added, i, kind.bits(ts, items[i]));
            }
            replace(Integer.MAX_VALUE, Integer.MAX_VALUE, added);
            return;
        }
        final Object it = PyIter.get(ts, iterable);
        int n = 0;
        for (Object item = PyIter.next(ts, it); item != null; item = PyIter.next(ts, it)) {
            append(ts, item);
            if ((++n & 1023) == 0) {
                ts.poll();
            }
        }
    }

    @PyMethod("fromlist($self, list, /)")
    void fromList(final ThreadState ts, final Object list) {
        if (!(list instanceof PyList l)) {
            throw Errors.typeError("arg must be list");
        }
        extendFrom(ts, l);
    }

    @PyMethod("tolist($self, /)")
    Object toList() {
        return PyList.of(items());
    }

    private Object[] items() {
        final byte[] d = bytes();
        final Object[] items = new Object[d.length / kind.size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = kind.get(d, i);
        }
        return items;
    }

    @PyMethod("frombytes($self, buffer, /)")
    void fromBytes(final ThreadState ts, final Object buffer) {
        final byte[] added = Buffers.toArray(ts, buffer);
        if (added.length % kind.size() != 0) {
            throw Errors.valueError("bytes length not a multiple of item size");
        }
        if (added.length > 0) {
            replace(Integer.MAX_VALUE, Integer.MAX_VALUE, added);
        }
    }

    @PyMethod("tobytes($self, /)")
    Object toBytes() {
        return PyBytes.of(bytes());
    }

    @PyMethod("fromfile($self, f, n, /)")
    void fromFile(final ThreadState ts, final Object f, final long n) {
        if (n < 0) {
            throw Errors.valueError("negative count");
        }
        if (n > Long.MAX_VALUE / kind.size()) {
            throw Errors.memoryError();
        }
        final Object read = Calls.method1(ts, f, "read", n * kind.size());
        if (!(read instanceof PyBytes b)) {
            throw Errors.typeError("read() didn't return bytes");
        }
        fromBytes(ts, b);
        if (b.bytes().length != n * kind.size()) {
            throw Errors.of(ExceptionTypes.EOF_ERROR, "read() didn't return enough bytes");
        }
    }

    @PyMethod("tofile($self, f, /)")
    void toFile(final ThreadState ts, final Object f) {
        final byte[] all = bytes();
        final int block = 64 * 1024;
        for (int from = 0; from < all.length; from += block) {
            Calls.method1(ts, f, "write", PyBytes.of(Arrays.copyOfRange(all, from, Math.min(all.length, from + block))));
        }
    }

    @PyMethod("fromunicode($self, ustr, /)")
    void fromUnicodeMethod(@dev.adder.expose.Text final Object text) {
        if (!kind.isText()) {
            throw Errors.valueError("fromunicode() may only be called on unicode type arrays ('u' or 'w')");
        }
        fromUnicode(PyObjects.textOf(text));
    }

    private void fromUnicode(final Object text) {
        final byte[] added = allocate(Str.length(text) * 4L);
        for (int i = 0; i < Str.length(text); i++) {
            kind.put(added, i, Str.codePointAt(text, i));
        }
        if (added.length > 0) {
            replace(Integer.MAX_VALUE, Integer.MAX_VALUE, added);
        }
    }

    @PyMethod("tounicode($self, /)")
    Object toUnicode() {
        if (!kind.isText()) {
            throw Errors.valueError("tounicode() may only be called on unicode type arrays ('u' or 'w')");
        }
        final byte[] d = bytes();
        final int[] points = new int[d.length / 4];
        for (int i = 0; i < points.length; i++) {
            points[i] = ItemKind.codePoint(d, i);
        }
        return Str.of(points);
    }

    @PyMethod("byteswap($self, /)")
    synchronized void byteSwap() {
        final int width = kind.size();
        final byte[] d = data;
        for (int at = 0; at < size * width; at += width) {
            for (int i = at, j = at + width - 1; i < j; i++, j--) {
                final byte b = d[i];
                d[i] = d[j];
                d[j] = b;
            }
        }
    }

    @PyMethod("reverse($self, /)")
    synchronized void reverse() {
        final int width = kind.size();
        final byte[] d = bytes();
        final int n = size;
        for (int i = 0; i < n; i++) {
            System.arraycopy(d, i * width, data, (n - 1 - i) * width, width);
        }
    }

    @PyMethod("buffer_info($self, /)")
    Object bufferInfo() {
        return PyTuple.of(PyObjects.id(this), (long) size);
    }

    @PyMethod("clear($self, /)")
    void clear() {
        setData(new byte[0]);
    }

    @PyMethod("__copy__($self, /)")
    Object copy() {
        return new PyArray(TYPE, kind, bytes());
    }

    @PyMethod("__deepcopy__($self, unused, /)")
    Object deepCopy(final Object unused) {
        return copy();
    }

    @PyMethod("count($self, v, /)")
    long count(final ThreadState ts, final Object value) {
        long n = 0;
        for (int i = 0; i < size; i++) {
            final Object item = itemOrNull(i);
            n += item != null && PyObjects.same(ts, item, value) ? 1 : 0;
        }
        return n;
    }

    @PyMethod("index($self, v, start=0, stop=sys.maxsize, /)")
    long index(final ThreadState ts, final Object value, final long start, final long stop) {
        final long from = start < 0 ? Math.max(0, start + size) : start;
        final long to = stop < 0 ? stop + size : stop;
        for (long i = from; i < to && i < size; i++) {
            final Object item = itemOrNull((int) i);
            if (item != null && PyObjects.same(ts, item, value)) {
                return i;
            }
        }
        throw Errors.valueError("array.index(x): x not in array");
    }

    @PyMethod("remove($self, v, /)")
    void remove(final ThreadState ts, final Object value) {
        for (int i = 0; i < size; i++) {
            final Object item = itemOrNull(i);
            if (item != null && PyObjects.same(ts, item, value)) {
                replace(i, i + 1, new byte[0]);
                return;
            }
        }
        throw Errors.valueError("array.remove(x): x not in array");
    }

    @PyMethod("pop($self, i=-1, /)")
    synchronized Object pop(final long index) {
        if (size == 0) {
            throw Errors.indexError("pop from empty array");
        }
        final long i = index < 0 ? index + size : index;
        if (i < 0 || i >= size) {
            throw Errors.indexError("pop index out of range");
        }
        final Object item = kind.get(data, (int) i);
        checkResizable();
        if (i == size - 1) {
            size--;
        } else {
            replace((int) i, (int) i + 1, new byte[0]);
        }
        return item;
    }

    @PyGetter("typecode")
    Object typeCode() {
        return Str.ofChar(kind.code());
    }

    @PyGetter("itemsize")
    long itemSize() {
        return kind.size();
    }

    @PyMethod("__reduce_ex__($self, value, /)")
    Object reduceEx(final ThreadState ts, final Object protocol) {
        if (!(protocol instanceof Long version)) {
            throw Errors.typeError("__reduce_ex__ argument should be an integer");
        }
        final Object dict = PyObjects.lookupAttr(ts, this, "__dict__");
        final Object state = dict == null ? PyNone.NONE : dict;
        if (version < 3) {
            return PyTuple.of(type(), PyTuple.of(typeCode(), toList()), state);
        }
        final Object module = ts.interp.modules.getStr("array");
        return PyTuple.of(PyObjects.getAttr(ts, module, "_array_reconstructor"),
                PyTuple.of(type(), typeCode(), (long) MachineFormat.of(kind), toBytes()), state);
    }

    @PyClassMethod("__class_getitem__($type, object, /)")
    static Object classGetItem(final PyType cls, final Object item) {
        return PyGenericAlias.of(cls, item);
    }

    // ---- as a sequence

    @PyMethod("__len__($self, /)")
    long len() {
        return size;
    }

    @PyMethod("__iter__($self, /)")
    Object iter() {
        return new ArrayIterator(this);
    }

    @PyMethod("__contains__($self, key, /)")
    boolean contains(final ThreadState ts, final Object value) {
        for (int i = 0; i < size; i++) {
            final Object item = itemOrNull(i);
            if (item != null && PyObjects.same(ts, item, value)) {
                return true;
            }
        }
        return false;
    }

    @PyMethod("__getitem__($self, key, /)")
    Object getItem(final ThreadState ts, final Object key) {
        if (key instanceof PySlice s) {
            final PySlice.Bounds b = PySlice.adjust(s.unpack(ts), size);
            final byte[] d = bytes();
            final int width = kind.size();
            final byte[] picked = new byte[b.count() * width];
            int at = b.start();
            for (int i = 0; i < b.count(); i++) {
                System.arraycopy(d, at * width, picked, i * width, width);
                at += b.step();
            }
            return new PyArray(TYPE, kind, picked);
        }
        final long i = place(ts, key);
        final Object item = i < 0 || i > Integer.MAX_VALUE ? null : itemOrNull((int) i);
        if (item == null) {
            throw Errors.indexError("array index out of range");
        }
        return item;
    }

    private long place(final ThreadState ts, final Object key) {
        if (!PyNumber.isIndex(key)) {
            throw Errors.typeError("array indices must be integers");
        }
        final long i = PyNumber.asIndex(ts, key);
        return i < 0 ? i + size : i;
    }

    @PyMethod("__setitem__($self, key, value, /)")
    void setItem(final ThreadState ts, final Object key, final Object value) {
        if (key instanceof PySlice s) {
            if (!(value instanceof PyArray a)) {
                throw Errors.typeError("can only assign array (not \"" + PyType.of(value).name()
                        + "\") to array slice");
            }
            if (a.kind != kind) {
                throw Errors.typeError("bad argument type for built-in operation");
            }
            assign(s.unpack(ts), a.bytes());
            return;
        }
        final long i = place(ts, key);
        if (i < 0 || i >= size) {
            throw Errors.indexError("array assignment index out of range");
        }
        final long bits = kind.bits(ts, value);
        synchronized (this) {
            if (i >= size) {
                throw Errors.indexError("array assignment index out of range");
            }
            kind.put(data, (int) i, bits);
        }
    }

    private synchronized void assign(final long[] slice, final byte[] with) {
        final PySlice.Bounds b = PySlice.adjust(slice, size);
        final int width = kind.size();
        if (b.step() == 1) {
            replace(b.start(), Math.max(b.start(), b.stop()), with);
            return;
        }
        if (with.length != b.count() * width) {
            throw Errors.valueError("attempt to assign array of size " + with.length / width
                    + " to extended slice of size " + b.count());
        }
        int at = b.start();
        for (int i = 0; i < b.count(); i++) {
            System.arraycopy(with, i * width, data, at * width, width);
            at += b.step();
        }
    }

    @PyMethod("__delitem__($self, key, /)")
    void delItem(final ThreadState ts, final Object key) {
        if (!(key instanceof PySlice s)) {
            final long i = place(ts, key);
            if (i < 0 || i >= size) {
                throw Errors.indexError("array assignment index out of range");
            }
            replace((int) i, (int) i + 1, new byte[0]);
            return;
        }
        final long[] slice = s.unpack(ts);
        synchronized (this) {
            final PySlice.Bounds b = PySlice.adjust(slice, size);
            final int width = kind.size();
            final boolean[] gone = new boolean[size];
            int at = b.start();
            for (int i = 0; i < b.count(); i++) {
                gone[at] = true;
                at += b.step();
            }
            final byte[] kept = new byte[(size - b.count()) * width];
            int n = 0;
            for (int i = 0; i < size; i++) {
                if (!gone[i]) {
                    System.arraycopy(data, i * width, kept, n++ * width, width);
                }
            }
            setData(kept);
        }
    }

    @PyMethod("__add__($self, value, /)")
    Object add(final Object other) {
        if (!(other instanceof PyArray a)) {
            throw Errors.typeError("can only append array (not \"" + PyType.of(other).name() + "\") to array");
        }
        if (a.kind != kind) {
            throw Errors.typeError("bad argument type for built-in operation");
        }
        final PyArray sum = new PyArray(TYPE, kind, bytes());
        sum.replace(Integer.MAX_VALUE, Integer.MAX_VALUE, a.bytes());
        return sum;
    }

    @PyMethod("__iadd__($self, value, /)")
    Object iadd(final ThreadState ts, final Object other) {
        if (!(other instanceof PyArray a)) {
            throw Errors.typeError("can only extend with array (not \"" + PyType.of(other).name() + "\")");
        }
        if (a.kind != kind) {
            throw Errors.typeError("can only extend with array of same kind");
        }
        replace(Integer.MAX_VALUE, Integer.MAX_VALUE, a.bytes());
        return this;
    }

    private byte[] repeated(final long times) {
        final byte[] once = bytes();
        if (times <= 0 || once.length == 0) {
            return new byte[0];
        }
        if (times > (Integer.MAX_VALUE - 8L) / once.length) {
            throw Errors.memoryError();
        }
        final byte[] all = allocate(once.length * times);
        for (int at = 0; at < all.length; at += once.length) {
            System.arraycopy(once, 0, all, at, once.length);
        }
        return all;
    }

    @PyMethod("__mul__($self, value, /)")
    Object mul(final ThreadState ts, final Object times) {
        return new PyArray(TYPE, kind, repeated(ListChanges.times(ts, times)));
    }

    @PyMethod("__rmul__($self, value, /)")
    Object rmul(final ThreadState ts, final Object times) {
        return mul(ts, times);
    }

    @PyMethod("__imul__($self, value, /)")
    Object imul(final ThreadState ts, final Object times) {
        setData(repeated(ListChanges.times(ts, times)));
        return this;
    }

    // ---- comparison and text

    @PyRichCompare
    Object compare(final ThreadState ts, final Object other, final int op) {
        if (!(other instanceof PyArray a)) {
            return PyNotImplemented.NOT_IMPLEMENTED;
        }
        if (size != a.size && (op == PyObjects.EQ || op == PyObjects.NE)) {
            return op == PyObjects.NE;
        }
        for (int i = 0; i < size && i < a.size; i++) {
            final Object x = itemOrNull(i);
            final Object y = a.itemOrNull(i);
            if (x == null || y == null) {
                break;
            }
            if (!PyObjects.equal(ts, x, y)) {
                return op == PyObjects.EQ ? Boolean.FALSE : op == PyObjects.NE ? Boolean.TRUE
                        : PyObjects.richCompare(ts, x, y, op);
            }
        }
        return PyObjects.fromSign(Integer.compare(size, a.size), op);
    }

    @PyMethod("__repr__($self, /)")
    Object repr(final ThreadState ts) {
        final StrBuilder out = new StrBuilder().append(type().name()).append("('").append(String.valueOf(kind.code()))
                .append("'");
        if (size > 0) {
            out.append(", ").append(PyObjects.repr(ts, kind.isText() ? toUnicode() : toList()));
        }
        return out.append(")").build();
    }

    @PyMethod("__sizeof__($self, /)")
    long sizeOf() {
        return 64 + data.length;
    }
}
