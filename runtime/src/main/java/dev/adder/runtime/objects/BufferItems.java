package dev.adder.runtime.objects;

import dev.adder.runtime.Errors;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.IntMath;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;

/** Reads and writes one item of native format (CPython: memoryobject.c unpack_single, pack_single). */
final class BufferItems {
    private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(64);

    private BufferItems() {
    }

    /** The format without {@code @} if it is one native item, else 0. */
    static char code(final String format) {
        final String plain = format.startsWith("@") ? format.substring(1) : format;
        return plain.length() == 1 && size(plain.charAt(0)) > 0 ? plain.charAt(0) : 0;
    }

    /** The size of a native item, 0 if there is no such format. */
    static int size(final char code) {
        return switch (code) {
            case 'B', 'b', 'c', '?' -> 1;
            case 'h', 'H', 'e' -> 2;
            case 'i', 'I', 'f' -> 4;
            case 'l', 'L', 'q', 'Q', 'n', 'N', 'd', 'P' -> 8;
            default -> 0;
        };
    }

    static Object read(final MemorySegment data, final long at, final String format) {
        return switch (code(format)) {
            case 'B' -> (long) (data.get(ValueLayout.JAVA_BYTE, at) & 0xFF);
            case 'b' -> (long) data.get(ValueLayout.JAVA_BYTE, at);
            case 'c' -> PyBytes.of(new byte[] {data.get(ValueLayout.JAVA_BYTE, at)});
            case '?' -> data.get(ValueLayout.JAVA_BYTE, at) != 0;
            case 'h' -> (long) data.get(ValueLayout.JAVA_SHORT_UNALIGNED, at);
            case 'H' -> (long) (data.get(ValueLayout.JAVA_SHORT_UNALIGNED, at) & 0xFFFF);
            case 'i' -> (long) data.get(ValueLayout.JAVA_INT_UNALIGNED, at);
            case 'I' -> data.get(ValueLayout.JAVA_INT_UNALIGNED, at) & 0xFFFFFFFFL;
            case 'l', 'q', 'n' -> data.get(ValueLayout.JAVA_LONG_UNALIGNED, at);
            case 'L', 'Q', 'N', 'P' -> unsigned(data.get(ValueLayout.JAVA_LONG_UNALIGNED, at));
            case 'f' -> (double) data.get(ValueLayout.JAVA_FLOAT_UNALIGNED, at);
            case 'd' -> data.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, at);
            case 'e' -> (double) Float.float16ToFloat(data.get(ValueLayout.JAVA_SHORT_UNALIGNED, at));
            default -> throw Errors.notImplemented("memoryview: format " + format + " not supported");
        };
    }

    private static Object unsigned(final long bits) {
        return bits >= 0 ? (Object) bits : BigInteger.valueOf(bits).add(TWO_64);
    }

    static void write(final ThreadState ts, final MemorySegment data, final long at, final String format,
            final Object value) {
        final char code = code(format);
        switch (code) {
            case 'f' -> data.set(ValueLayout.JAVA_FLOAT_UNALIGNED, at, (float) real(ts, value, format));
            case 'd' -> data.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, at, real(ts, value, format));
            case 'e' -> data.set(ValueLayout.JAVA_SHORT_UNALIGNED, at,
                    Float.floatToFloat16((float) real(ts, value, format)));
            case '?' -> data.set(ValueLayout.JAVA_BYTE, at, (byte) (PyObjects.isTrue(ts, value) ? 1 : 0));
            case 'c' -> {
                if (!(value instanceof PyBytes b)) {
                    throw wrongType(format);
                }
                if (b.bytes().length != 1) {
                    throw wrongValue(format);
                }
                data.set(ValueLayout.JAVA_BYTE, at, b.bytes()[0]);
            }
            case 0 -> throw Errors.notImplemented("memoryview: format " + format + " not supported");
            default -> writeInt(ts, data, at, code, format, value);
        }
    }

    private static double real(final ThreadState ts, final Object value, final String format) {
        if (!(value instanceof Double) && PyType.of(value).lookup("__float__") == null && !PyNumber.isIndex(value)) {
            throw wrongType(format);
        }
        return PyNumber.asDouble(ts, value);
    }

    private static RuntimeException wrongType(final String format) {
        return Errors.typeError("memoryview: invalid type for format '" + format + "'");
    }

    private static RuntimeException wrongValue(final String format) {
        return Errors.valueError("memoryview: invalid value for format '" + format + "'");
    }

    private static void writeInt(final ThreadState ts, final MemorySegment data, final long at, final char code,
            final String format, final Object value) {
        if (!PyNumber.isIndex(value)) {
            throw wrongType(format);
        }
        final BigInteger n = IntMath.big(PyNumber.index(ts, value));
        final int bits = size(code) * 8;
        final boolean signed = code == 'b' || code == 'h' || code == 'i' || code == 'l' || code == 'q' || code == 'n';
        if (signed ? n.bitLength() >= bits : n.signum() < 0 || n.bitLength() > bits) {
            throw wrongValue(format);
        }
        switch (bits) {
            case 8 -> data.set(ValueLayout.JAVA_BYTE, at, n.byteValue());
            case 16 -> data.set(ValueLayout.JAVA_SHORT_UNALIGNED, at, n.shortValue());
            case 32 -> data.set(ValueLayout.JAVA_INT_UNALIGNED, at, n.intValue());
            default -> data.set(ValueLayout.JAVA_LONG_UNALIGNED, at, n.longValue());
        }
    }
}
