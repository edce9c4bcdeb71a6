package dev.adder.stdlib.array;

import dev.adder.language.text.Str;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;

/** What an array's items are: one row a type code, with how an item is read and written. */
enum ItemKind {
    BYTE('b', 1),
    UNSIGNED_BYTE('B', 1),
    WIDE_CHAR('u', 4),
    CHARACTER('w', 4),
    SHORT('h', 2),
    UNSIGNED_SHORT('H', 2),
    INT('i', 4),
    UNSIGNED_INT('I', 4),
    LONG('l', 8),
    UNSIGNED_LONG('L', 8),
    LONG_LONG('q', 8),
    UNSIGNED_LONG_LONG('Q', 8),
    FLOAT('f', 4),
    DOUBLE('d', 8);

    static final String CODES = "bBuwhHiIlLqQfd";

    private static final VarHandle SHORTS = view(short[].class);
    private static final VarHandle INTS = view(int[].class);
    private static final VarHandle LONGS = view(long[].class);
    private static final VarHandle FLOATS = view(float[].class);
    private static final VarHandle DOUBLES = view(double[].class);

    private final char code;
    private final int size;

    ItemKind(final char code, final int size) {
        this.code = code;
        this.size = size;
    }

    private static VarHandle view(final Class<?> type) {
        return MethodHandles.byteArrayViewVarHandle(type, ByteOrder.nativeOrder());
    }

    static ItemKind of(final int code) {
        final int i = CODES.indexOf(code);
        if (i < 0) {
            throw Errors.valueError("bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)");
        }
        return values()[i];
    }

    char code() {
        return code;
    }

    int size() {
        return size;
    }

    boolean isText() {
        return this == WIDE_CHAR || this == CHARACTER;
    }

    boolean isFloat() {
        return this == FLOAT || this == DOUBLE;
    }

    Object get(final byte[] data, final int index) {
        final int at = index * size;
        return switch (this) {
            case BYTE -> (long) data[at];
            case UNSIGNED_BYTE -> (long) (data[at] & 0xFF);
            case SHORT -> (long) (short) SHORTS.get(data, at);
            case UNSIGNED_SHORT -> (long) ((short) SHORTS.get(data, at) & 0xFFFF);
            case INT -> (long) (int) INTS.get(data, at);
            case UNSIGNED_INT -> (int) INTS.get(data, at) & 0xFFFFFFFFL;
            case LONG, LONG_LONG -> (long) LONGS.get(data, at);
            case UNSIGNED_LONG, UNSIGNED_LONG_LONG -> MachineFormat.unsigned((long) LONGS.get(data, at));
            case FLOAT -> (double) (float) FLOATS.get(data, at);
            case DOUBLE -> (double) DOUBLES.get(data, at);
            case WIDE_CHAR, CHARACTER -> Str.ofCodePoint(codePoint(data, index));
        };
    }

    static int codePoint(final byte[] data, final int index) {
        final int point = (int) INTS.get(data, index * 4);
        if (point < 0 || point > Character.MAX_CODE_POINT) {
            throw Errors.valueError("character U+" + Integer.toHexString(point)
                    + " is not in range [U+0000; U+10ffff]");
        }
        return point;
    }

    /** The bits to store for a value; may run Python code, so it is called without a lock. */
    long bits(final ThreadState ts, final Object value) {
        return switch (this) {
            case FLOAT -> Float.floatToRawIntBits((float) PyNumber.asDouble(ts, value));
            case DOUBLE -> Double.doubleToRawLongBits(PyNumber.asDouble(ts, value));
            case WIDE_CHAR, CHARACTER -> character(value);
            case BYTE -> ranged(ts, value, Byte.MIN_VALUE, Byte.MAX_VALUE, "signed char");
            case UNSIGNED_BYTE -> ranged(ts, value, 0, 0xFF, "unsigned byte integer");
            case SHORT -> ranged(ts, value, Short.MIN_VALUE, Short.MAX_VALUE, "signed short integer");
            case UNSIGNED_SHORT -> ranged(ts, value, 0, 0xFFFF, "unsigned short");
            case INT -> ranged(ts, value, Integer.MIN_VALUE, Integer.MAX_VALUE, "signed integer");
            case UNSIGNED_INT -> unsigned(ts, value, 32);
            case LONG, LONG_LONG -> signedLong(ts, value);
            case UNSIGNED_LONG, UNSIGNED_LONG_LONG -> unsigned(ts, value, 64);
        };
    }

    void put(final byte[] data, final int index, final long bits) {
        final int at = index * size;
        switch (size) {
            case 1 -> data[at] = (byte) bits;
            case 2 -> SHORTS.set(data, at, (short) bits);
            case 4 -> INTS.set(data, at, (int) bits);
            default -> LONGS.set(data, at, bits);
        }
    }

    private static long character(final Object value) {
        if (!PyObjects.isText(value)) {
            throw Errors.typeError("array item must be a unicode character, not " + PyType.of(value).name());
        }
        final Object text = PyObjects.textOf(value);
        if (Str.length(text) != 1) {
            throw Errors.typeError("array item must be a unicode character, not a string of length "
                    + Str.length(text));
        }
        return Str.codePointAt(text, 0);
    }

    private static long ranged(final ThreadState ts, final Object value, final long min, final long max,
            final String name) {
        final Object n = PyNumber.index(ts, value);
        if (!(n instanceof Long v)) {
            throw Errors.overflowError("Python int too large to convert to C long");
        }
        if (v < min) {
            throw Errors.overflowError(name + " is less than minimum");
        }
        if (v > max) {
            throw Errors.overflowError(name + " is greater than maximum");
        }
        return v;
    }

    private long signedLong(final ThreadState ts, final Object value) {
        if (PyNumber.index(ts, value) instanceof Long v) {
            return v;
        }
        throw Errors.overflowError(this == LONG ? "Python int too large to convert to C long"
                : "int too big to convert");
    }

    private long unsigned(final ThreadState ts, final Object value, final int bits) {
        final Object plain = PyNumber.index(ts, value);
        final BigInteger n = plain instanceof Long v ? BigInteger.valueOf(v) : (BigInteger) plain;
        if (n.signum() < 0) {
            throw Errors.overflowError(this == UNSIGNED_LONG_LONG ? "can't convert negative int to unsigned"
                    : "can't convert negative value to unsigned int");
        }
        if (n.bitLength() > bits) {
            throw Errors.overflowError(switch (this) {
                case UNSIGNED_INT -> n.bitLength() > 64 ? "Python int too large to convert to C unsigned long"
                        : "unsigned int is greater than maximum";
                case UNSIGNED_LONG -> "Python int too large to convert to C unsigned long";
                default -> "int too big to convert";
            });
        }
        return n.longValue();
    }
}
