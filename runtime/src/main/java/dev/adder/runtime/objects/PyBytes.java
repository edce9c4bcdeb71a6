package dev.adder.runtime.objects;

import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Quote;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.Special;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.codecs.Codecs;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.ops.IntMath;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import java.util.Arrays;

/** A bytes object. The array is never written after it was made. */
@PyTypeSpec(name = "bytes")
public final class PyBytes extends BytesSearchMethods {
    public static final PyType TYPE =
            PyType.builtin("bytes", "builtins", null, new PyBytesTable()).sequenceLike();
    public static final PyBytes EMPTY = new PyBytes(TYPE, new byte[0]);

    private final byte[] bytes;

    public PyBytes(final PyType type, final byte[] bytes) {
        super(type);
        this.bytes = bytes;
    }

    /** Takes the array over. */
    public static PyBytes of(final byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new PyBytes(TYPE, bytes);
    }

    /** The bytes themselves, not a copy. */
    public byte[] bytes() {
        return bytes;
    }

    @Override
    byte[] content() {
        return bytes;
    }

    @Override
    Object fresh(final byte[] made) {
        return type() == TYPE && made.length == bytes.length && Arrays.equals(made, bytes) ? this : of(made);
    }

    @Override
    public BufferView buffer(final ThreadState ts, final boolean writable) {
        if (writable) {
            throw Errors.bufferError("Object is not writable.");
        }
        return BufferView.ofBytes(this, bytes, bytes.length, true, null);
    }

    @PyNew(value = "(source=<unrepresentable>, encoding=<unrepresentable>, errors=<unrepresentable>)", hidden = true)
    static Object make(final ThreadState ts, final PyType cls, final Object source, final Object encoding,
            final Object errors) {
        if (cls == TYPE && source != null && encoding == null && errors == null && !(source instanceof PyByteArray)
                && !PyObjects.isText(source)) {
            if (source instanceof PyBytes b && b.type() == TYPE) {
                return b;
            }
            final PyBytes made = special(ts, source);
            if (made != null) {
                return made;
            }
        }
        final byte[] made = sourceBytes(ts, source, encoding, errors);
        return cls == TYPE ? of(made) : new PyBytes(cls, made);
    }

    private static byte[] sourceBytes(final ThreadState ts, final Object source, final Object encoding,
            final Object errors) {
        if (encoding != null || errors != null) {
            return encoded(ts, source, encoding, errors);
        }
        if (source == null) {
            return new byte[0];
        }
        if (source instanceof PyBytes b && b.type() == TYPE) {
            return b.bytes;
        }
        final PyBytes made = special(ts, source);
        if (made != null) {
            return made.bytes;
        }
        if (PyObjects.isText(source)) {
            throw Errors.typeError("string argument without an encoding");
        }
        if (PyNumber.isIndex(source)) {
            try {
                return zeros(ts, source);
            } catch (final PyRaise e) {
                if (!Errors.matches(e, ExceptionTypes.TYPE_ERROR)) {
                    throw e;
                }
            }
        }
        return bytesOf(ts, source);
    }

    /** What {@code __bytes__} gives, or null if there is none. */
    private static PyBytes special(final ThreadState ts, final Object source) {
        final Object made = Special.call0(ts, source, "__bytes__");
        if (made == null || made instanceof PyBytes) {
            return (PyBytes) made;
        }
        throw Errors.typeError("__bytes__ returned non-bytes (type " + PyType.of(made).name() + ")");
    }

    /** The bytes that {@code source.encode(encoding, errors)} gives, as the constructors check it. */
    static byte[] encoded(final ThreadState ts, final Object source, final Object encoding, final Object errors) {
        final String name = Codecs.nameOr(encoding, "utf-8", "bytes", "encoding");
        final String handler = Codecs.nameOr(errors, "strict", "bytes", "errors");
        if (source == null || !PyObjects.isText(source)) {
            throw Errors.typeError((encoding != null ? "encoding" : "errors") + " without a string argument");
        }
        if (encoding == null) {
            throw Errors.typeError("string argument without an encoding");
        }
        return Codecs.encode(ts, source, name, handler).bytes;
    }

    static byte[] zeros(final ThreadState ts, final Object count) {
        final Object n = PyNumber.index(ts, count);
        if (IntMath.sign(n) < 0) {
            throw Errors.valueError("negative count");
        }
        if (!(n instanceof Long)) {
            throw Errors.overflowError("cannot fit '" + PyType.of(count).name() + "' into an index-sized integer");
        }
        if ((Long) n > Integer.MAX_VALUE - 16) {
            throw Errors.memoryError();
        }
        return new byte[(int) (long) (Long) n];
    }

    /** {@code PyBytes_FromObject}: of a buffer or an iterable of ints. Not a copy if it is a bytes object. */
    public static byte[] bytesOf(final ThreadState ts, final Object source) {
        if (Buffers.isBuffer(source)) {
            return Buffers.toArray(ts, source);
        }
        if (PyObjects.isText(source) || !PyIter.isIterable(source)) {
            throw Errors.typeError("cannot convert '" + PyType.of(source).name() + "' object to bytes");
        }
        return itemsOf(ts, source, "bytes");
    }

    /** The ints of an iterable, taken one by one: converting one may change what follows. */
    static byte[] itemsOf(final ThreadState ts, final Object source, final String what) {
        final java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        final Object it = PyIter.get(ts, source);
        for (Object item = PyIter.next(ts, it); item != null; item = PyIter.next(ts, it)) {
            out.write(byteOf(ts, item, what));
        }
        return out.toByteArray();
    }

    /** One byte from an int of 0 to 255. */
    static byte byteOf(final ThreadState ts, final Object item, final String what) {
        final long n = item instanceof Long l ? l : PyNumber.asClipped(ts, item);
        if (n < 0 || n > 255) {
            throw Errors.valueError(what + " must be in range(0, 256)");
        }
        return (byte) n;
    }

    @PyMethod("__getitem__($self, key, /)")
    Object getItem(final ThreadState ts, final Object key) {
        if (key instanceof PySlice slice) {
            return fresh(slice(bytes, SliceBounds.of(ts, slice, bytes.length)));
        }
        if (!PyNumber.isIndex(key)) {
            throw Errors.typeError("byte indices must be integers or slices, not " + PyType.of(key).name());
        }
        final long index = PyNumber.asIndex(ts, key);
        final long i = index < 0 ? index + bytes.length : index;
        if (i < 0 || i >= bytes.length) {
            throw Errors.indexError("index out of range");
        }
        return (long) (bytes[(int) i] & 0xFF);
    }

    static byte[] slice(final byte[] from, final SliceBounds b) {
        if (b.step() == 1) {
            return Arrays.copyOfRange(from, b.start(), b.start() + b.count());
        }
        final byte[] out = new byte[b.count()];
        for (int i = 0; i < out.length; i++) {
            out[i] = from[(int) (b.start() + i * b.step())];
        }
        return out;
    }

    @PyMethod("__iter__($self, /)")
    Object iter() {
        return new PyBytesIterator(this);
    }

    @PyMethod("__hash__($self, /)")
    long hash(final ThreadState ts) {
        return ts.interp.hashOfText(latin1());
    }

    @PyMethod("__repr__($self, /)")
    Object repr() {
        return Quote.reprBytes(bytes);
    }

    @PyMethod("__str__($self, /)")
    Object str() {
        return repr();
    }

    @PyMethod(value = "__bytes__($self, /)", coexist = true)
    Object toBytes() {
        return type() == TYPE ? this : of(bytes);
    }

    @PyMethod("__getnewargs__($self, /)")
    Object getNewArgs() {
        return PyTuple.of(of(bytes));
    }

    @PyClassMethod("fromhex($type, string, /)")
    static Object fromHex(final ThreadState ts, final PyType cls, final Object string) {
        final Object made = of(fromHex(ts, string));
        return cls == TYPE ? made : Calls.call1(ts, cls, made);
    }
}
