package dev.adder.runtime.modules;

import dev.adder.language.ir.CodeFormat;
import dev.adder.language.text.Str;
import dev.adder.language.text.WideStr;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyEllipsis;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.interp.PyCode;
import dev.adder.runtime.objects.Buffers;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyComplex;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyFrozenSet;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PySet;
import dev.adder.runtime.objects.PySlice;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyObjects;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Writes CPython's marshal format (Python/marshal.c), but for code objects: those are the bytes of {@link CodeFormat}
 * behind their length. CPython marks an object for later reference when something else refers to it; here everything
 * that can be shared is marked.
 */
final class MarshalWriter {
    private static final int FLAG_REF = 0x80;
    private static final int DEEPEST = 2000;
    private static final int DIGIT = 15;

    private final ThreadState ts;
    private final int version;
    private final boolean allowCode;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<Object, Integer> objects = new IdentityHashMap<>();
    private final Map<Object, Integer> values = new HashMap<>();
    private int references;
    private int depth;

    private MarshalWriter(final ThreadState ts, final int version, final boolean allowCode) {
        this.ts = ts;
        this.version = version;
        this.allowCode = allowCode;
    }

    static byte[] write(final ThreadState ts, final Object value, final int version, final boolean allowCode) {
        final MarshalWriter writer = new MarshalWriter(ts, version, allowCode);
        writer.object(value);
        return writer.out.toByteArray();
    }

    private void object(final Object o) {
        if (++depth > DEEPEST) {
            throw Errors.valueError("object too deeply nested to marshal");
        }
        switch (o) {
            case Boolean b -> out.write(b ? 'T' : 'F');
            case Long n -> integer(n);
            case BigInteger n -> bigInteger(n);
            case Double d -> floating(d);
            case String s -> text(s);
            case WideStr s -> text(s);
            default -> other(o);
        }
        depth--;
    }

    private void other(final Object o) {
        if (o == PyNone.NONE) {
            out.write('N');
        } else if (o == PyEllipsis.ELLIPSIS) {
            out.write('.');
        } else if (o == ExceptionTypes.STOP_ITERATION) {
            out.write('S');
        } else if (!isReference(objects, o)) {
            marked((PyObject) o);
        }
    }

    /** Writes a reference if the object was written before; else counts it. */
    private boolean isReference(final Map<Object, Integer> known, final Object o) {
        if (version < 3) {
            return false;
        }
        final Integer index = known.putIfAbsent(o, references);
        if (index == null) {
            references++;
            return false;
        }
        out.write('r');
        int32(index);
        return true;
    }

    private void type(final int code) {
        out.write(version < 3 ? code : code | FLAG_REF);
    }

    private void marked(final PyObject o) {
        if (o.type() == PyTuple.TYPE) {
            final Object[] items = ((PyTuple) o).items();
            if (version >= 4 && items.length < 256) {
                type(')');
                out.write(items.length);
            } else {
                type('(');
                int32(items.length);
            }
            all(items);
        } else if (o.type() == PyList.TYPE) {
            final Object[] items = ((PyList) o).toArray();
            type('[');
            int32(items.length);
            all(items);
        } else if (o.type() == PyDict.TYPE) {
            type('{');
            ((PyDict) o).forEach((key, value) -> {
                object(key);
                object(value);
            });
            out.write('0');
        } else if (o.type() == PySet.TYPE || o.type() == PyFrozenSet.TYPE) {
            set(o);
        } else if (o.type() == PySlice.TYPE) {
            if (version < 5) {
                throw unmarshallable();
            }
            final PySlice slice = (PySlice) o;
            type(':');
            object(slice.start);
            object(slice.stop);
            object(slice.step);
        } else if (o.type() == PyComplex.TYPE) {
            complex((PyComplex) o);
        } else if (o instanceof PyCode code) {
            if (!allowCode) {
                throw Errors.valueError("marshalling code objects is disallowed");
            }
            final byte[] bytes = CodeFormat.write(code.ir());
            type('c');
            int32(bytes.length);
            out.writeBytes(bytes);
        } else {
            bytesLike(o);
        }
    }

    private void all(final Object[] items) {
        for (final Object item : items) {
            object(item);
        }
    }

    /** A set's order is that of its elements' bytes, so that equal sets give equal bytes. */
    private void set(final PyObject set) {
        type(set.type() == PySet.TYPE ? '<' : '>');
        final Object[] items = PyIter.toArray(ts, set);
        final byte[][] keys = new byte[items.length][];
        final Integer[] order = new Integer[items.length];
        for (int i = 0; i < items.length; i++) {
            keys[i] = write(ts, items[i], version, allowCode);
            order[i] = i;
        }
        java.util.Arrays.sort(order, (a, b) -> java.util.Arrays.compareUnsigned(keys[a], keys[b]));
        int32(items.length);
        for (final int i : order) {
            object(items[i]);
        }
    }

    private void bytesLike(final PyObject o) {
        final byte[] bytes;
        if (o.type() == PyBytes.TYPE) {
            bytes = ((PyBytes) o).bytes();
        } else {
            try {
                bytes = Buffers.toArray(ts, o);
            } catch (final PyRaise e) {
                throw Errors.matches(e, ExceptionTypes.TYPE_ERROR) ? unmarshallable() : e;
            }
        }
        type('s');
        int32(bytes.length);
        out.writeBytes(bytes);
    }

    private static PyRaise unmarshallable() {
        return Errors.valueError("unmarshallable object");
    }

    // ---- numbers ----

    private void int32(final int n) {
        out.write(n);
        out.write(n >> 8);
        out.write(n >> 16);
        out.write(n >> 24);
    }

    private void integer(final long n) {
        if (n == (int) n) {
            out.write('i');
            int32((int) n);
        } else {
            bigInteger(BigInteger.valueOf(n));
        }
    }

    private void bigInteger(final BigInteger n) {
        if (isReference(values, n)) {
            return;
        }
        type('l');
        BigInteger rest = n.abs();
        final int digits = (rest.bitLength() + DIGIT - 1) / DIGIT;
        int32(n.signum() < 0 ? -digits : digits);
        for (int i = 0; i < digits; i++) {
            final int digit = rest.intValue() & 0x7fff;
            out.write(digit);
            out.write(digit >> 8);
            rest = rest.shiftRight(DIGIT);
        }
    }

    private void floating(final double d) {
        if (version > 1) {
            out.write('g');
            binary(d);
        } else {
            out.write('f');
            decimal(d);
        }
    }

    private void complex(final PyComplex z) {
        if (version > 1) {
            type('y');
            binary(z.re);
            binary(z.im);
        } else {
            type('x');
            decimal(z.re);
            decimal(z.im);
        }
    }

    private void binary(final double d) {
        final long bits = Double.doubleToRawLongBits(d);
        int32((int) bits);
        int32((int) (bits >> 32));
    }

    private void decimal(final double d) {
        final byte[] text = PyObjects.reprJava(ts, d).getBytes(StandardCharsets.US_ASCII);
        out.write(text.length);
        out.writeBytes(text);
    }

    // ---- texts ----

    private void text(final Object text) {
        if (isReference(values, text)) {
            return;
        }
        if (version >= 4 && text instanceof String s && Str.isAscii(s)) {
            if (s.length() < 256) {
                type('z');
                out.write(s.length());
            } else {
                type('a');
                int32(s.length());
            }
            out.writeBytes(s.getBytes(StandardCharsets.US_ASCII));
            return;
        }
        final byte[] bytes = utf8(text);
        type('u');
        int32(bytes.length);
        out.writeBytes(bytes);
    }

    /** With lone surrogates as three bytes: the error handler {@code surrogatepass}. */
    private static byte[] utf8(final Object text) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final int n = Str.length(text);
        for (int i = 0; i < n; i++) {
            final int c = Str.codePointAt(text, i);
            if (c < 0x80) {
                bytes.write(c);
            } else if (c < 0x800) {
                bytes.write(0xc0 | c >> 6);
                bytes.write(0x80 | c & 0x3f);
            } else if (c < 0x10000) {
                bytes.write(0xe0 | c >> 12);
                bytes.write(0x80 | c >> 6 & 0x3f);
                bytes.write(0x80 | c & 0x3f);
            } else {
                bytes.write(0xf0 | c >> 18);
                bytes.write(0x80 | c >> 12 & 0x3f);
                bytes.write(0x80 | c >> 6 & 0x3f);
                bytes.write(0x80 | c & 0x3f);
            }
        }
        return bytes.toByteArray();
    }
}
