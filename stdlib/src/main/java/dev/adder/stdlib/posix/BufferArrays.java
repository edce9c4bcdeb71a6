package dev.adder.stdlib.posix;

import dev.adder.runtime.Errors;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.BufferView;
import dev.adder.runtime.objects.Buffers;
import dev.adder.runtime.ops.PyIter;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * The buffers of a vectored read or write as a {@code struct iovec[]}. Memory on the Java heap cannot be lent to the
 * system, so what is read or written passes through native memory.
 */
final class BufferArrays implements AutoCloseable {
    private final Arena arena = Arena.ofConfined();
    private final BufferView[] views;
    private final MemorySegment[] copies;
    private final MemorySegment vector;

    private BufferArrays(final ThreadState ts, final Object[] buffers, final boolean writable) {
        views = new BufferView[buffers.length];
        copies = new MemorySegment[buffers.length];
        try {
            vector = arena.allocate(Math.max(1, buffers.length) * 16L, 8);
            for (int i = 0; i < buffers.length; i++) {
                views[i] = Buffers.get(ts, buffers[i], writable);
                final long size = views[i].byteLength();
                copies[i] = arena.allocate(Math.max(1, size)).asSlice(0, size);
                vector.set(ValueLayout.JAVA_LONG, i * 16L, copies[i].address());
                vector.set(ValueLayout.JAVA_LONG, i * 16L + 8, size);
            }
        } catch (final PyRaise e) {
            close();
            throw e;
        }
    }

    /** Memory to read into; the function is named in errors. */
    static BufferArrays toFill(final ThreadState ts, final String function, final Object buffers) {
        return new BufferArrays(ts, items(ts, function, buffers), true);
    }

    /** Memory to write from. */
    static BufferArrays filled(final ThreadState ts, final String function, final Object buffers) {
        final BufferArrays all = new BufferArrays(ts, items(ts, function, buffers), false);
        for (int i = 0; i < all.views.length; i++) {
            MemorySegment.copy(MemorySegment.ofArray(all.views[i].toByteArray()), 0, all.copies[i], 0,
                    all.copies[i].byteSize());
        }
        return all;
    }

    private static Object[] items(final ThreadState ts, final String function, final Object buffers) {
        if (!Arguments.isSequence(buffers)) {
            throw Errors.typeError(function + "() arg 2 must be a sequence");
        }
        return PyIter.toArray(ts, buffers);
    }

    int count() {
        return views.length;
    }

    long address() {
        return vector.address();
    }

    /** Gives the buffers the first {@code n} bytes of what was read. */
    void distribute(final long n) {
        long left = n;
        for (int i = 0; i < views.length && left > 0; i++) {
            final long size = Math.min(left, copies[i].byteSize());
            MemorySegment.copy(copies[i], 0, views[i].data(), views[i].offset(), size);
            left -= size;
        }
    }

    @Override
    public void close() {
        for (final BufferView view : views) {
            if (view != null) {
                view.close();
            }
        }
        arena.close();
    }
}
