package dev.adder.runtime.objects;

import dev.adder.runtime.ThreadState;

/** An object with the buffer protocol (PEP 3118): bytes, bytearray, memoryview, array, mmap, foreign arrays. */
public interface PyBuffer {
    /**
     * A view of the memory, which keeps the object from being resized until it is released. BufferError where
     * {@code writable} is wanted and the memory is not.
     */
    BufferView buffer(ThreadState ts, boolean writable);
}
