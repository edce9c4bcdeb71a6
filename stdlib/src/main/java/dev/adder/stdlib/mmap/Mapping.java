package dev.adder.stdlib.mmap;

import dev.adder.runtime.ThreadState;
import dev.adder.runtime.posix.Libc;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Mapped memory: the system's calls on it, and searches in it. Raises OSError where a call fails. */
final class Mapping {
    private static final int MREMAP_MAYMOVE = 1;
    private static final int MS_SYNC = 4;

    private MemorySegment memory;

    private Mapping(final MemorySegment memory) {
        this.memory = memory;
    }

    static Mapping map(final long size, final int prot, final int flags, final int fd, final long offset) {
        final long address = Libc.call("mmap64", 0, size, prot, flags, fd, offset);
        if (address == -1) {
            throw Libc.error(null);
        }
        return new Mapping(at(address, size));
    }

    private static MemorySegment at(final long address, final long size) {
        return MemorySegment.ofAddress(address).reinterpret(size);
    }

    MemorySegment memory() {
        return memory;
    }

    long size() {
        return memory.byteSize();
    }

    /** To another size, perhaps to another place. */
    void resize(final long size) {
        final long address = Libc.call("mremap", memory.address(), size(), size, MREMAP_MAYMOVE);
        if (address == -1) {
            throw Libc.error(null);
        }
        memory = at(address, size);
    }

    void unmap() {
        Libc.call("munmap", memory.address(), size());
    }

    void sync(final ThreadState ts, final long offset, final long size) {
        final long r;
        ts.leavePython();
        try {
            r = Libc.call("msync", memory.address() + offset, size, MS_SYNC);
        } finally {
            ts.enterPython();
        }
        if ((int) r < 0) {
            throw Libc.error(null);
        }
    }

    void advise(final int option, final long start, final long length) {
        if ((int) Libc.call("madvise", memory.address() + start, length, option) < 0) {
            throw Libc.error(null);
        }
    }

    /** A copy of a part; of an empty one wherever it lies. */
    byte[] bytes(final long from, final long to) {
        final byte[] out = new byte[Math.toIntExact(to - from)];
        if (out.length == 0) {
            return out;
        }
        MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, from, out, 0, out.length);
        return out;
    }

    byte get(final long at) {
        return memory.get(ValueLayout.JAVA_BYTE, at);
    }

    void set(final long at, final byte value) {
        memory.set(ValueLayout.JAVA_BYTE, at, value);
    }

    void set(final long at, final byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        MemorySegment.copy(bytes, 0, memory, ValueLayout.JAVA_BYTE, at, bytes.length);
    }

    void move(final long to, final long from, final long count) {
        MemorySegment.copy(memory, from, memory, to, count);
    }

    /** Where the bytes first lie between two places, or -1. */
    long find(final byte[] what, final long from, final long to) {
        if (what.length > to - from) {
            return -1;
        }
        if (what.length == 0) {
            return from;
        }
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment needle = arena.allocateFrom(ValueLayout.JAVA_BYTE, what);
            final long found = Libc.call("memmem", memory.address() + from, to - from, needle.address(), what.length);
            return found == 0 ? -1 : found - memory.address();
        }
    }

    /** Where the bytes last lie between two places, or -1. */
    long findLast(final byte[] what, final long from, final long to) {
        if (what.length == 0) {
            return from > to ? -1 : to;
        }
        final MemorySegment needle = MemorySegment.ofArray(what);
        // One behind the last place where the first byte may lie.
        long end = to - what.length + 1;
        while (end > from) {
            final long found = Libc.call("memrchr", memory.address() + from, what[0] & 0xff, end - from);
            if (found == 0) {
                return -1;
            }
            end = found - memory.address();
            if (MemorySegment.mismatch(memory, end, end + what.length, needle, 0, what.length) < 0) {
                return end;
            }
        }
        return -1;
    }

    /** One behind the first line end from a place on, or the end of all. */
    long lineEnd(final long from) {
        final long found = Libc.call("memchr", memory.address() + from, '\n', size() - from);
        return found == 0 ? size() : found - memory.address() + 1;
    }
}
