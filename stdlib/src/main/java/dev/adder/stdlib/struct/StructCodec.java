package dev.adder.stdlib.struct;

import dev.adder.runtime.Errors;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.objects.PyByteArray;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyComplex;
import dev.adder.runtime.objects.PyIntSub;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.stdlib.Buffers;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Packs values into bytes and unpacks them, by a {@link StructFormat}. */
final class StructCodec {

    private static final VarHandle SHORT_LE = view(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle SHORT_BE = view(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT_LE = view(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT_BE = view(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG_LE = view(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG_BE = view(long[].class, ByteOrder.BIG_ENDIAN);
    private static final double HALF_OVERFLOW = 65520;

    private StructCodec() {
    }

    private static VarHandle view(Class<?> array, ByteOrder order) {
        return MethodHandles.byteArrayViewVarHandle(array, order);
    }

    // ---- packing

    /** Packs {@code args[first]} and those behind it at {@code base}. */
    static void pack(ThreadState ts, StructFormat format, byte[] out, int base, Object[] args, int first) {
        int arg = first;
        for (int g = 0; g < format.groups(); g++) {
            char code = format.code(g);
            int size = format.size(g);
            int at = base + format.offset(g);
            for (int n = format.repeat(g); n > 0; n--) {
                try {
                    packOne(ts, code, format, size, out, at, args[arg]);
                } catch (PyRaise e) {
                    if (isInt(args[arg]) && Errors.matches(e, ExceptionTypes.OVERFLOW_ERROR)) {
                        throw StructModule.error("int too large to convert");
                    }
                    throw e;
                }
                arg++;
                at += size;
            }
        }
    }

    private static boolean isInt(Object v) {
        return v instanceof Long || v instanceof BigInteger || v instanceof Boolean || v instanceof PyIntSub;
    }

    private static void packOne(ThreadState ts, char code, StructFormat format, int size, byte[] out, int at,
            Object v) {
        boolean big = format.bigEndian;
        switch (code) {
            case 'c' -> out[at] = oneChar(v);
            case '?' -> out[at] = (byte) (PyObjects.isTrue(ts, v) ? 1 : 0);
            case 's' -> packBytes(ts, code, out, at, size, v);
            case 'p' -> packPascal(ts, out, at, size, v);
            case 'e' -> putInteger(out, at, 2, big, half(toDouble(ts, v)));
            case 'f' -> putInteger(out, at, 4, big, single(toDouble(ts, v), format.isNative()));
            case 'd' -> putInteger(out, at, 8, big, Double.doubleToRawLongBits(toDouble(ts, v)));
            case 'F', 'D' -> packComplex(ts, format, size / 2, out, at, v);
            case 'P' -> putInteger(out, at, size, big, pointer(ts, v));
            default -> putInteger(out, at, size, big, integer(ts, code, size, v));
        }
    }

    private static byte oneChar(Object v) {
        if (v instanceof PyBytes b && b.bytes().length == 1) {
            return b.bytes()[0];
        }
        throw StructModule.error("char format requires a bytes object of length 1");
    }

    private static byte[] stringBytes(ThreadState ts, char code, Object v) {
        byte[] bytes = v instanceof PyBytes || v instanceof PyByteArray ? Buffers.bytes(ts, v) : null;
        if (bytes == null) {
            throw StructModule.error("argument for '" + code + "' must be a bytes object");
        }
        return bytes;
    }

    private static void packBytes(ThreadState ts, char code, byte[] out, int at, int size, Object v) {
        byte[] bytes = stringBytes(ts, code, v);
        int n = Math.min(size, bytes.length);
        System.arraycopy(bytes, 0, out, at, n);
        Arrays.fill(out, at + n, at + size, (byte) 0);
    }

    private static void packPascal(ThreadState ts, byte[] out, int at, int size, Object v) {
        byte[] bytes = stringBytes(ts, 'p', v);
        if (size == 0) {
            return;
        }
        int n = Math.min(size - 1, bytes.length);
        System.arraycopy(bytes, 0, out, at + 1, n);
        Arrays.fill(out, at + 1 + n, at + size, (byte) 0);
        out[at] = (byte) Math.min(n, 255);
    }

    private static void packComplex(ThreadState ts, StructFormat format, int half, byte[] out, int at, Object v) {
        boolean big = format.bigEndian;
        double re;
        double im = 0;
        if (v instanceof PyComplex c) {
            re = c.re;
            im = c.im;
        } else {
            try {
                re = PyNumber.asDouble(ts, v);
            } catch (PyRaise e) {
                throw StructModule.error("required argument is not a complex");
            }
        }
        if (half == 4) {
            putInteger(out, at, 4, big, single(re, !format.bigEndian));
            putInteger(out, at + 4, 4, big, single(im, !format.bigEndian));
        } else {
            putInteger(out, at, 8, big, Double.doubleToRawLongBits(re));
            putInteger(out, at + 8, 8, big, Double.doubleToRawLongBits(im));
        }
    }

    private static double toDouble(ThreadState ts, Object v) {
        if (v instanceof Double d) {
            return d;
        }
        try {
            return PyNumber.asDouble(ts, v);
        } catch (PyRaise e) {
            throw StructModule.error("required argument is not a float");
        }
    }

    /** In native mode an overflow gives an infinity, as C's conversion does. */
    private static int single(double x, boolean isNative) {
        float f = (float) x;
        if (!isNative && Float.isInfinite(f) && !Double.isInfinite(x)) {
            throw Errors.overflowError("float too large to pack with f format");
        }
        return Float.floatToRawIntBits(f);
    }

    /** The nearest half-precision number, ties to even, straight from the double. */
    private static int half(double x) {
        int sign = Double.doubleToRawLongBits(x) < 0 ? 0x8000 : 0;
        double magnitude = Math.abs(x);
        if (Double.isNaN(x)) {
            return sign | 0x7e00;
        }
        if (Double.isInfinite(x)) {
            return sign | 0x7c00;
        }
        if (magnitude >= HALF_OVERFLOW) {
            throw Errors.overflowError("float too large to pack with e format");
        }
        int exponent = Math.max(Math.getExponent(magnitude), -14);
        int units = (int) Math.rint(Math.scalb(magnitude, 10 - exponent));
        return units < 1024 ? sign | units : sign | (exponent + 15 << 10) + units - 1024;
    }

    private static Object toInt(ThreadState ts, Object v) {
        if (v instanceof Long) {
            return v;
        }
        if (!PyNumber.isIndex(v)) {
            throw StructModule.error("required argument is not an integer");
        }
        return PyNumber.index(ts, v);
    }

    private static long pointer(ThreadState ts, Object v) {
        Object n = toInt(ts, v);
        if (n instanceof BigInteger big && (big.signum() < 0 || big.bitLength() > 64)) {
            throw StructModule.error("int too large to convert");
        }
        return ((Number) n).longValue();
    }

    private static long integer(ThreadState ts, char code, int size, Object v) {
        Object n = toInt(ts, v);
        boolean signed = Character.isLowerCase(code);
        if (n instanceof Long value) {
            if (size == 8) {
                if (signed || value >= 0) {
                    return value;
                }
            } else {
                long low = signed ? -1L << 8 * size - 1 : 0;
                long high = (1L << 8 * size - (signed ? 1 : 0)) - 1;
                if (value >= low && value <= high) {
                    return value;
                }
            }
        } else if (size == 8 && !signed && ((BigInteger) n).signum() > 0 && ((BigInteger) n).bitLength() <= 64) {
            return ((BigInteger) n).longValue();
        }
        throw outOfRange(code, size, signed);
    }

    private static PyRaise outOfRange(char code, int size, boolean signed) {
        BigInteger high = BigInteger.ONE.shiftLeft(8 * size - (signed ? 1 : 0)).subtract(BigInteger.ONE);
        String low = signed ? high.not().toString() : "0";
        return StructModule.error("'" + code + "' format requires " + low + " <= number <= " + high);
    }

    private static void putInteger(byte[] out, int at, int size, boolean big, long value) {
        switch (size) {
            case 1 -> out[at] = (byte) value;
            case 2 -> (big ? SHORT_BE : SHORT_LE).set(out, at, (short) value);
            case 4 -> (big ? INT_BE : INT_LE).set(out, at, (int) value);
            default -> (big ? LONG_BE : LONG_LE).set(out, at, value);
        }
    }

    // ---- unpacking

    static PyTuple unpack(StructFormat format, byte[] data, int base) {
        Object[] values = new Object[(int) format.items()];
        int n = 0;
        for (int g = 0; g < format.groups(); g++) {
            char code = format.code(g);
            int size = format.size(g);
            int at = base + format.offset(g);
            for (int k = format.repeat(g); k > 0; k--) {
                values[n++] = unpackOne(code, format.bigEndian, size, data, at);
                at += size;
            }
        }
        return PyTuple.of(values);
    }

    private static Object unpackOne(char code, boolean big, int size, byte[] data, int at) {
        switch (code) {
            case 'c':
                return PyBytes.of(new byte[] {data[at]});
            case '?':
                return data[at] != 0;
            case 's':
                return PyBytes.of(Arrays.copyOfRange(data, at, at + size));
            case 'p': {
                int n = size == 0 ? 0 : Math.min(data[at] & 0xFF, size - 1);
                return n == 0 ? PyBytes.EMPTY : PyBytes.of(Arrays.copyOfRange(data, at + 1, at + 1 + n));
            }
            case 'e':
                return (double) Float.float16ToFloat((short) getInteger(data, at, 2, big));
            case 'f':
                return (double) Float.intBitsToFloat((int) getInteger(data, at, 4, big));
            case 'd':
                return Double.longBitsToDouble(getInteger(data, at, 8, big));
            case 'F':
                return new PyComplex(Float.intBitsToFloat((int) getInteger(data, at, 4, big)),
                        Float.intBitsToFloat((int) getInteger(data, at + 4, 4, big)));
            case 'D':
                return new PyComplex(Double.longBitsToDouble(getInteger(data, at, 8, big)),
                        Double.longBitsToDouble(getInteger(data, at + 8, 8, big)));
            default:
                return integerValue(code, size, getInteger(data, at, size, big));
        }
    }

    private static Object integerValue(char code, int size, long value) {
        if (Character.isLowerCase(code)) {
            return value;
        }
        if (size < 8) {
            return value & (1L << 8 * size) - 1;
        }
        return value >= 0 ? (Object) value : new BigInteger(Long.toUnsignedString(value));
    }

    /** Sign-extended. */
    private static long getInteger(byte[] data, int at, int size, boolean big) {
        return switch (size) {
            case 1 -> data[at];
            case 2 -> (short) (big ? SHORT_BE : SHORT_LE).get(data, at);
            case 4 -> (int) (big ? INT_BE : INT_LE).get(data, at);
            default -> (long) (big ? LONG_BE : LONG_LE).get(data, at);
        };
    }
}
