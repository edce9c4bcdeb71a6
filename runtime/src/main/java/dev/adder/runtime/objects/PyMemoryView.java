package dev.adder.runtime.objects;

import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.text.ByteText;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A memoryview: a {@link BufferView} as a Python object. Views of a view share its exporter's release, which happens when
 * the last of them is released or dropped.
 */
@PyTypeSpec(name = "memoryview")
public final class PyMemoryView extends PySlotted implements PyBuffer {
    public static final PyType TYPE =
            PyType.builtinFinal("memoryview", "builtins", null, new PyMemoryViewTable()).withWeakref().asSequence();

    /** The exporter's own view; closed when no view of it is left. */
    private static final class Lease {
        private final BufferView view;
        private final AtomicInteger users = new AtomicInteger(1);

        Lease(final BufferView view) {
            this.view = view;
        }

        void release() {
            if (users.decrementAndGet() == 0) {
                view.close();
            }
        }
    }

    private final Lease lease;
    private final BufferView view;
    private final AtomicInteger exports = new AtomicInteger();
    private volatile boolean released;
    /** -1 until it was asked for; kept after the release. */
    private volatile long hash = -1;

    private PyMemoryView(final Lease lease, final BufferView view) {
        super(TYPE);
        this.lease = lease;
        this.view = view;
    }

    /** A memoryview of an object with the buffer protocol. */
    public static PyMemoryView of(final ThreadState ts, final Object object) {
        if (object instanceof PyMemoryView m) {
            return m.over(m.checked());
        }
        if (!Buffers.isBuffer(object)) {
            throw Errors.typeError("memoryview: a bytes-like object is required, not '" + PyType.of(object).name()
                    + "'");
        }
        return of(Buffers.get(ts, object, false));
    }

    /** A memoryview over memory that is lent out. */
    public static PyMemoryView of(final BufferView view) {
        return new PyMemoryView(new Lease(view), view);
    }

    private PyMemoryView over(final BufferView other) {
        lease.users.incrementAndGet();
        return new PyMemoryView(lease, other);
    }

    private BufferView checked() {
        if (released) {
            throw Errors.valueError("operation forbidden on released memoryview object");
        }
        return view;
    }

    @PyNew("(object)")
    static Object make(final ThreadState ts, final PyType cls, final Object object) {
        return of(ts, object);
    }

    @PyClassMethod("_from_flags($type, /, object, flags)")
    static Object fromFlags(final ThreadState ts, final PyType cls, final Object object, final int flags) {
        if ((flags & 1) != 0) {
            Buffers.get(ts, object, true).close();
        }
        return of(ts, object);
    }

    @Override
    public BufferView buffer(final ThreadState ts, final boolean writable) {
        final BufferView v = checked();
        if (writable && v.readOnly()) {
            throw Errors.bufferError("memoryview: underlying buffer is not writable");
        }
        exports.incrementAndGet();
        return new BufferView(this, v.data(), v.readOnly(), v.format(), v.itemSize(), v.offset(), v.shape(),
                v.strides(), exports::decrementAndGet);
    }

    // ---- life

    @PyMethod("release($self, /)")
    synchronized void release() {
        if (released) {
            return;
        }
        final int n = exports.get();
        if (n > 0) {
            throw Errors.bufferError("memoryview has " + n + " exported buffer" + (n == 1 ? "" : "s"));
        }
        released = true;
        lease.release();
    }

    /** Releases a slice and the view that it was taken of, when nobody has either any more. */
    public void releaseSlice() {
        if (!released && exports.get() == 0) {
            release();
            if (lease.users.get() > 0) {
                lease.release();
            }
        }
    }

    @PyMethod("__enter__($self, /)")
    Object enter() {
        checked();
        return this;
    }

    @PyMethod(value = "__exit__($self, /, *args)", hidden = true)
    void exit(final Object[] args) {
        release();
    }

    // ---- items

    @PyMethod("__len__($self, /)")
    long len() {
        final BufferView v = checked();
        if (v.dimensions() == 0) {
            throw Errors.typeError("0-dim memory has no length");
        }
        return v.shape()[0];
    }

    private long address(final BufferView v, final int dimension, final long index) {
        final long n = v.shape()[dimension];
        final long i = index < 0 ? index + n : index;
        if (i < 0 || i >= n) {
            throw Errors.indexError(v.dimensions() == 1 ? "index out of bounds on dimension 1"
                    : "index out of bounds on dimension " + (dimension + 1));
        }
        return i * v.strides()[dimension];
    }

    /** Where the item lies that an int or a tuple of ints names; -1 if the key is neither. */
    private long itemAt(final ThreadState ts, final BufferView v, final Object key) {
        if (PyNumber.isIndex(key)) {
            if (v.dimensions() == 0) {
                throw Errors.typeError("invalid indexing of 0-dim memory");
            }
            if (v.dimensions() > 1) {
                throw Errors.notImplemented("multi-dimensional sub-views are not implemented");
            }
            return v.offset() + address(v, 0, PyNumber.asIndex(ts, key));
        }
        if (!(key instanceof PyTuple tuple)) {
            return -1;
        }
        for (final Object one : tuple.items()) {
            if (!PyNumber.isIndex(one)) {
                return -1;
            }
        }
        if (tuple.size() < v.dimensions()) {
            throw Errors.notImplemented("sub-views are not implemented");
        }
        if (tuple.size() > v.dimensions()) {
            throw Errors.typeError("cannot index " + v.dimensions() + "-dimension view with " + tuple.size()
                    + "-element tuple");
        }
        long at = v.offset();
        for (int d = 0; d < tuple.size(); d++) {
            at += address(v, d, PyNumber.asIndex(ts, tuple.items()[d]));
        }
        return at;
    }

    @PyMethod("__getitem__($self, key, /)")
    Object getItem(final ThreadState ts, final Object key) {
        final BufferView v = checked();
        if (v.dimensions() == 0 && key == dev.adder.runtime.PyEllipsis.ELLIPSIS) {
            return this;
        }
        if (key instanceof PySlice slice) {
            return over(sliced(ts, v, slice));
        }
        final long at = itemAt(ts, v, key);
        if (at < 0) {
            throw badKey(key, false);
        }
        return BufferItems.read(v.data(), at, v.format());
    }

    private static BufferView sliced(final ThreadState ts, final BufferView v, final PySlice slice) {
        if (v.dimensions() == 0) {
            throw Errors.typeError("invalid indexing of 0-dim memory");
        }
        final SliceBounds b = SliceBounds.of(ts, slice, (int) v.shape()[0]);
        final long[] shape = v.shape().clone();
        final long[] strides = v.strides().clone();
        shape[0] = b.count();
        strides[0] *= b.step();
        return new BufferView(v.owner(), v.data(), v.readOnly(), v.format(), v.itemSize(),
                v.offset() + b.start() * v.strides()[0], shape, strides, null);
    }

    @PyMethod("__setitem__($self, key, value, /)")
    void setItem(final ThreadState ts, final Object key, final Object value) {
        final BufferView v = checked();
        if (v.readOnly()) {
            throw Errors.typeError("cannot modify read-only memory");
        }
        if (key instanceof PySlice slice) {
            assign(ts, sliced(ts, v, slice), value);
            return;
        }
        final long at = itemAt(ts, v, key);
        if (at < 0) {
            throw badKey(key, true);
        }
        BufferItems.write(ts, v.data(), at, v.format(), value);
    }

    private static void assign(final ThreadState ts, final BufferView to, final Object value) {
        if (to.dimensions() != 1) {
            throw Errors.notImplemented("memoryview slice assignments are currently restricted to ndim = 1");
        }
        try (BufferView from = Buffers.get(ts, value, false)) {
            if (from.items() != to.items() || from.itemSize() != to.itemSize()
                    || BufferItems.code(from.format()) != BufferItems.code(to.format()) || from.dimensions() != 1) {
                throw Errors.valueError(
                        "memoryview assignment: lvalue and rvalue have different structures");
            }
            final byte[] bytes = from.toByteArray();
            final int size = to.itemSize();
            for (long i = 0; i < to.shape()[0]; i++) {
                for (int k = 0; k < size; k++) {
                    to.data().set(java.lang.foreign.ValueLayout.JAVA_BYTE, to.offset() + i * to.strides()[0] + k,
                            bytes[(int) (i * size + k)]);
                }
            }
        }
    }

    private static RuntimeException badKey(final Object key, final boolean assigning) {
        if (key instanceof PyTuple tuple) {
            boolean slices = tuple.size() > 0;
            for (final Object one : tuple.items()) {
                slices &= one instanceof PySlice;
            }
            if (slices) {
                return Errors.notImplemented(assigning
                        ? "memoryview slice assignments are currently restricted to ndim = 1"
                        : "multi-dimensional slicing is not implemented");
            }
        }
        return Errors.typeError("memoryview: invalid slice key");
    }

    @PyMethod("__buffer__($self, flags, /)")
    Object bufferOf(final ThreadState ts, final int flags) {
        return of(buffer(ts, (flags & 1) != 0));
    }

    @PyMethod("__delitem__($self, key, /)")
    void delItem(final Object key) {
        checked();
        throw Errors.typeError("cannot delete memory");
    }

    @PyMethod("__iter__($self, /)")
    Object iter() {
        final BufferView v = checked();
        if (v.dimensions() == 0) {
            throw Errors.typeError("invalid indexing of 0-dim memory");
        }
        return new PySequenceIterator(this);
    }

    @PyMethod("tolist($self, /)")
    Object toList(final ThreadState ts) {
        final BufferView v = checked();
        return v.dimensions() == 0 ? BufferItems.read(v.data(), v.offset(), v.format())
                : list(ts, v, 0, v.offset());
    }

    private static Object list(final ThreadState ts, final BufferView v, final int dimension, final long at) {
        if (dimension == v.dimensions()) {
            return BufferItems.read(v.data(), at, v.format());
        }
        final Object[] items = new Object[(int) v.shape()[dimension]];
        for (int i = 0; i < items.length; i++) {
            items[i] = list(ts, v, dimension + 1, at + i * v.strides()[dimension]);
        }
        return PyList.of(items);
    }

    @PyMethod("count($self, value, /)")
    long count(final ThreadState ts, final Object value) {
        long n = 0;
        for (final Object item : PyIter.toArray(ts, toList(ts))) {
            n += PyObjects.same(ts, item, value) ? 1 : 0;
        }
        return n;
    }

    @PyMethod("index($self, value, start=0, stop=sys.maxsize, /)")
    long index(final ThreadState ts, final Object value, final long start, final long stop) {
        final Object[] items = PyIter.toArray(ts, toList(ts));
        final long from = start < 0 ? Math.max(0, start + items.length) : start;
        final long to = Math.min(items.length, stop < 0 ? stop + items.length : stop);
        for (long i = from; i < to; i++) {
            if (PyObjects.same(ts, items[(int) i], value)) {
                return i;
            }
        }
        throw Errors.valueError("memoryview.index(x): x not found");
    }

    // ---- other forms

    @PyMethod("tobytes($self, /, order='C')")
    Object toBytes(final Object order) {
        final BufferView v = checked();
        if (order != PyNone.NONE && !order.equals("C") && !order.equals("F") && !order.equals("A")) {
            throw Errors.valueError("order must be 'C', 'F' or 'A'");
        }
        return PyBytes.of(v.toByteArray());
    }

    @PyMethod("toreadonly($self, /)")
    Object toReadOnly() {
        final BufferView v = checked();
        return over(new BufferView(v.owner(), v.data(), true, v.format(), v.itemSize(), v.offset(), v.shape(),
                v.strides(), null));
    }

    @PyMethod(value = "hex($self, /, sep=<unrepresentable>, bytes_per_sep=1)", hidden = true)
    Object hex(final ThreadState ts, final Object sep, final int bytesPerSep) {
        return AnyBytes.hex(ts, checked().toByteArray(), sep, bytesPerSep);
    }

    @PyMethod(value = "cast($self, /, format, shape=<unrepresentable>)", hidden = true)
    Object cast(final ThreadState ts, final Object format, final Object shape) {
        final BufferView v = checked();
        if (!PyObjects.isText(format)) {
            throw Errors.typeError("cast() argument 'format' must be str, not " + PyType.of(format).name());
        }
        final String name = dev.adder.language.text.Str.toJava(PyObjects.textOf(format));
        if (!v.isContiguous(false)) {
            throw Errors.typeError("memoryview: casts are restricted to C-contiguous views");
        }
        if ((shape != null || v.dimensions() != 1) && v.dimensions() != 1 && shape != null) {
            throw Errors.typeError("memoryview: cast must be 1D -> ND or ND -> 1D");
        }
        final char to = BufferItems.code(name);
        if (to == 0) {
            throw Errors.valueError("memoryview: destination format must be a native single character format"
                    + " prefixed with an optional '@'");
        }
        final char from = BufferItems.code(v.format());
        if (!isByte(from) && !isByte(to)) {
            throw Errors.typeError("memoryview: cannot cast between two non-byte formats");
        }
        final int size = BufferItems.size(to);
        if (v.byteLength() % size != 0) {
            throw Errors.typeError("memoryview: length is not a multiple of itemsize");
        }
        final long[] newShape = shape == null ? new long[] {v.byteLength() / size} : shapeOf(ts, shape);
        final long[] strides = new long[newShape.length];
        long step = size;
        for (int i = newShape.length - 1; i >= 0; i--) {
            strides[i] = step;
            step *= newShape[i];
        }
        if (step != v.byteLength()) {
            throw Errors.typeError("memoryview: product(shape) * itemsize != buffer size");
        }
        return over(new BufferView(v.owner(), v.data(), v.readOnly(), name, size, v.offset(), newShape, strides, null));
    }

    private static boolean isByte(final char code) {
        return code == 'B' || code == 'b' || code == 'c';
    }

    private static long[] shapeOf(final ThreadState ts, final Object shape) {
        if (!(shape instanceof PyTuple) && !(shape instanceof PyList)) {
            throw Errors.typeError("shape must be a list or a tuple");
        }
        final Object[] items = PyIter.toArray(ts, shape);
        final long[] extents = new long[items.length];
        for (int i = 0; i < items.length; i++) {
            if (!PyNumber.isIndex(items[i])) {
                throw Errors.typeError("memoryview.cast(): elements of shape must be integers");
            }
            extents[i] = PyNumber.asSsize(ts, items[i]);
            if (extents[i] <= 0) {
                throw Errors.valueError("memoryview.cast(): elements of shape must be integers > 0");
            }
        }
        return extents;
    }

    // ---- comparing

    private Object equal(final ThreadState ts, final Object value, final boolean negated) {
        if (value == this) {
            return !negated;
        }
        if (released || value instanceof PyMemoryView m && m.released) {
            return negated;
        }
        if (!Buffers.isBuffer(value)) {
            return PyNotImplemented.NOT_IMPLEMENTED;
        }
        try (BufferView other = Buffers.get(ts, value, false)) {
            return sameItems(ts, view, other) != negated;
        }
    }

    private static boolean sameItems(final ThreadState ts, final BufferView a, final BufferView b) {
        if (!Arrays.equals(a.shape(), b.shape())) {
            return false;
        }
        final char code = BufferItems.code(a.format());
        if (code != 0 && code == BufferItems.code(b.format()) && code != 'f' && code != 'd' && code != 'e') {
            return Arrays.equals(a.toByteArray(), b.toByteArray());
        }
        if (code == 0 || BufferItems.code(b.format()) == 0) {
            return false;
        }
        return PyObjects.equal(ts, list(ts, a, 0, a.offset()), list(ts, b, 0, b.offset()));
    }

    @PyMethod("__eq__($self, value, /)")
    Object eq(final ThreadState ts, final Object value) {
        return equal(ts, value, false);
    }

    @PyMethod("__ne__($self, value, /)")
    Object ne(final ThreadState ts, final Object value) {
        return equal(ts, value, true);
    }

    @PyMethod("__hash__($self, /)")
    long hash(final ThreadState ts) {
        if (hash != -1) {
            return hash;
        }
        final BufferView v = checked();
        if (!v.readOnly()) {
            throw Errors.valueError("cannot hash writable memoryview object");
        }
        if (!isByte(BufferItems.code(v.format()))) {
            throw Errors.valueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
        }
        hash = ts.interp.hashOfText(ByteText.of(v.toByteArray()));
        return hash;
    }

    @PyMethod("__repr__($self, /)")
    Object repr() {
        return (released ? "<released memory at 0x" : "<memory at 0x") + Long.toHexString(dev.adder.runtime.Ids.of(this))
                + ">";
    }

    // ---- attributes

    @PyGetter("obj")
    Object obj() {
        final Object owner = checked().owner();
        return owner == null ? PyNone.NONE : owner;
    }

    @PyGetter("nbytes")
    long nbytes() {
        return checked().byteLength();
    }

    @PyGetter("readonly")
    boolean readOnly() {
        return checked().readOnly();
    }

    @PyGetter("itemsize")
    long itemSize() {
        return checked().itemSize();
    }

    @PyGetter("format")
    Object format() {
        return checked().format();
    }

    @PyGetter("ndim")
    long ndim() {
        return checked().dimensions();
    }

    private static Object tuple(final long[] values) {
        final Object[] items = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            items[i] = values[i];
        }
        return PyTuple.of(items);
    }

    @PyGetter("shape")
    Object shape() {
        return tuple(checked().shape());
    }

    @PyGetter("strides")
    Object strides() {
        return tuple(checked().strides());
    }

    @PyGetter("suboffsets")
    Object subOffsets() {
        checked();
        return PyTuple.EMPTY;
    }

    @PyGetter("c_contiguous")
    boolean isCContiguous() {
        return checked().isContiguous(false);
    }

    @PyGetter("f_contiguous")
    boolean isFortranContiguous() {
        return checked().isContiguous(true);
    }

    @PyGetter("contiguous")
    boolean isContiguous() {
        return checked().isContiguous(false) || checked().isContiguous(true);
    }
}
