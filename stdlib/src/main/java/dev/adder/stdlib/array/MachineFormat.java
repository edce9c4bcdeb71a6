package dev.adder.stdlib.array;

import dev.adder.language.text.Str;
import dev.adder.runtime.Errors;
import dev.adder.runtime.objects.PyList;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The machine-independent codes by which a pickled array says what its bytes are ({@code enum machine_format_code} of
 * CPython's arraymodule.c): from 0, u8 s8 u16le u16be s16le s16be u32le u32be s32le s32be u64le u64be s64le s64be
 * f32le f32be f64le f64be utf16le utf16be utf32le utf32be.
 */
final class MachineFormat {
    static final int COUNT = 22;

    private MachineFormat() {
    }

    static int of(final ItemKind kind) {
        final int big = ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? 1 : 0;
        return switch (kind) {
            case UNSIGNED_BYTE -> 0;
            case BYTE -> 1;
            case UNSIGNED_SHORT -> 2 + big;
            case SHORT -> 4 + big;
            case UNSIGNED_INT -> 6 + big;
            case INT -> 8 + big;
            case UNSIGNED_LONG, UNSIGNED_LONG_LONG -> 10 + big;
            case LONG, LONG_LONG -> 12 + big;
            case FLOAT -> 14 + big;
            case DOUBLE -> 16 + big;
            case WIDE_CHAR, CHARACTER -> 20 + big;
        };
    }

    /** The kind of array that holds such items: the wanted one where it fits. */
    static ItemKind kindFor(final int format, final ItemKind wanted) {
        for (final ItemKind kind : new ItemKind[] {wanted, ItemKind.UNSIGNED_BYTE, ItemKind.BYTE,
            ItemKind.UNSIGNED_SHORT, ItemKind.SHORT, ItemKind.UNSIGNED_INT, ItemKind.INT, ItemKind.UNSIGNED_LONG,
            ItemKind.LONG, ItemKind.FLOAT, ItemKind.DOUBLE}) {
            if (of(kind) >> 1 == format >> 1 && (format > 1 || of(kind) == format)) {
                return kind;
            }
        }
        return wanted;
    }

    /** The items as a list or text for the array's constructor. */
    static Object decode(final int format, final byte[] bytes) {
        final int size = format < 2 ? 1 : format < 6 ? 2 : format < 10 ? 4 : format < 14 ? 8 : format < 16 ? 4
                : format < 18 ? 8 : format < 20 ? 2 : 4;
        if (bytes.length % size != 0) {
            throw Errors.valueError("bytes length not a multiple of item size");
        }
        final ByteBuffer in = ByteBuffer.wrap(bytes)
                .order(format > 1 && (format & 1) == 1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        final int n = bytes.length / size;
        if (format >= 18) {
            final int[] points = new int[n];
            for (int i = 0; i < n; i++) {
                points[i] = size == 2 ? in.getChar() : in.getInt();
            }
            return format < 20 ? Str.ofUtf16(Str.toJava(Str.of(points))) : Str.of(points);
        }
        final Object[] items = new Object[n];
        for (int i = 0; i < n; i++) {
            items[i] = switch (format) {
                case 0 -> (long) (in.get() & 0xFF);
                case 1 -> (long) in.get();
                case 2, 3 -> (long) in.getChar();
                case 4, 5 -> (long) in.getShort();
                case 6, 7 -> in.getInt() & 0xFFFFFFFFL;
                case 8, 9 -> (long) in.getInt();
                case 10, 11 -> unsigned(in.getLong());
                case 12, 13 -> in.getLong();
                case 14, 15 -> (double) in.getFloat();
                default -> in.getDouble();
            };
        }
        return PyList.of(items);
    }

    static Object unsigned(final long bits) {
        return bits >= 0 ? (Object) bits : BigInteger.valueOf(bits).add(BigInteger.ONE.shiftLeft(64));
    }
}
