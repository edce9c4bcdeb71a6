package dev.adder.runtime.objects;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Memory that an object lends out: where it lies and how it is to be read (CPython's {@code Py_buffer}).
 *
 * @param owner the Python object whose memory it is
 * @param data the memory, on the heap or native
 * @param readOnly whether it must not be written
 * @param format the struct format of an item
 * @param itemSize bytes of an item
 * @param offset where in {@code data} the first item lies
 * @param shape items in each dimension
 * @param strides bytes from item to item in each dimension
 * @param released called once by the taker when it is done; may be null
 */
public record BufferView(Object owner, MemorySegment data, boolean readOnly, String format, int itemSize, long offset,
        long[] shape, long[] strides, Runnable released) implements AutoCloseable {

    /** A view of contiguous bytes. */
    public static BufferView ofBytes(final Object owner, final byte[] bytes, final int size, final boolean readOnly,
            final Runnable released) {
        return new BufferView(owner, MemorySegment.ofArray(bytes).asSlice(0, size), readOnly, "B", 1, 0,
                new long[] {size}, new long[] {1}, released);
    }

    public int dimensions() {
        return shape.length;
    }

    /** The number of items. */
    public long items() {
        long n = 1;
        for (final long extent : shape) {
            n *= extent;
        }
        return n;
    }

    /** The size of all items in bytes, without gaps. */
    public long byteLength() {
        return items() * itemSize;
    }

    /** Whether the items lie without gaps, the last dimension closest ({@code c}), or the first one (Fortran order). */
    public boolean isContiguous(final boolean fortran) {
        long expected = itemSize;
        for (int i = 0; i < shape.length; i++) {
            final int d = fortran ? i : shape.length - 1 - i;
            if (shape[d] == 0) {
                return true;
            }
            if (shape[d] != 1 && strides[d] != expected) {
                return false;
            }
            expected *= shape[d];
        }
        return true;
    }

    /** A copy of all items in C order without gaps. */
    public byte[] toByteArray() {
        final byte[] out = new byte[Math.toIntExact(byteLength())];
        if (isContiguous(false)) {
            MemorySegment.copy(data, ValueLayout.JAVA_BYTE, offset, out, 0, out.length);
        } else if (out.length > 0) {
            copyDimension(0, offset, out, 0);
        }
        return out;
    }

    private int copyDimension(final int dimension, final long from, final byte[] out, final int start) {
        int at = start;
        if (dimension == shape.length) {
            MemorySegment.copy(data, ValueLayout.JAVA_BYTE, from, out, at, itemSize);
            return at + itemSize;
        }
        for (long i = 0; i < shape[dimension]; i++) {
            at = copyDimension(dimension + 1, from + i * strides[dimension], out, at);
        }
        return at;
    }

    /** Gives the memory back. */
    @Override
    public void close() {
        if (released != null) {
            released.run();
        }
    }
}
