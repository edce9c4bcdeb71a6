package dev.adder.machine.probe;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.BitSet;

/**
 * Memory with a chosen page size, and threads on a chosen processor: what Java has no way to say.
 *
 * <p>Where the C library does not offer the calls, memory comes from Java (default pages) and threads float.
 */
public final class NativeMemory {
    /** All addresses: a kernel adds its own offsets, and the compiler folds the zero base away. */
    static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    private static final long HUGE = 2L << 20;
    private static final int READ_WRITE = 3;
    private static final int PRIVATE_ANONYMOUS = 0x22;
    private static final int ADVISE_HUGE = 14;
    private static final int ADVISE_NO_HUGE = 15;

    private static final MethodHandle MMAP = find("mmap", FunctionDescriptor.of(ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_LONG));
    private static final MethodHandle MUNMAP = find("munmap", FunctionDescriptor.of(ValueLayout.JAVA_INT,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG));
    private static final MethodHandle MADVISE = find("madvise", FunctionDescriptor.of(ValueLayout.JAVA_INT,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT));
    private static final MethodHandle AFFINITY = find("sched_setaffinity", FunctionDescriptor.of(ValueLayout.JAVA_INT,
            ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS));

    /** The first address of the memory, a multiple of 2 MiB. */
    final long address;

    /** Whether the kernel took the advice about huge pages. */
    final boolean advised;

    private final long mapping;
    private final long mapped;
    private final Arena arena;

    private NativeMemory(long address, boolean advised, long mapping, long mapped, Arena arena) {
        this.address = address;
        this.advised = advised;
        this.mapping = mapping;
        this.mapped = mapped;
        this.arena = arena;
    }

    /** The first address. */
    public long address() {
        return address;
    }

    private static MethodHandle find(String name, FunctionDescriptor shape) {
        if (!System.getProperty("os.name", "").startsWith("Linux")) {
            return null;
        }
        Linker linker = Linker.nativeLinker();
        SymbolLookup lookup = linker.defaultLookup();
        return lookup.find(name).map(symbol -> linker.downcallHandle(symbol, shape)).orElse(null);
    }

    /** Memory of zeros, every page touched. */
    public static NativeMemory take(long bytes, boolean huge) {
        long room = bytes + HUGE;
        NativeMemory memory;
        try {
            if (MMAP == null || MADVISE == null || MUNMAP == null) {
                Arena arena = Arena.ofShared();
                long base = arena.allocate(room, 4096).address();
                memory = new NativeMemory(base + HUGE - 1 & -HUGE, false, 0, 0, arena);
            } else {
                long base = (long) MMAP.invokeExact(0L, room, READ_WRITE, PRIVATE_ANONYMOUS, -1, 0L);
                if (base == -1) {
                    throw new OutOfMemoryError("no " + room + " bytes of address space");
                }
                long start = base + HUGE - 1 & -HUGE;
                int status = (int) MADVISE.invokeExact(start, bytes, huge ? ADVISE_HUGE : ADVISE_NO_HUGE);
                memory = new NativeMemory(start, status == 0, base, room, null);
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        for (long at = 0; at < bytes; at += 4096) {
            ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, memory.address + at, 0L);
        }
        return memory;
    }

    /** Gives the memory back; nothing may touch it afterwards. */
    public void free() {
        try {
            if (arena != null) {
                arena.close();
            } else {
                int ignored = (int) MUNMAP.invokeExact(mapping, mapped);
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts the calling thread on these processors; false where that cannot be done. */
    static boolean pin(BitSet cpus) {
        if (AFFINITY == null) {
            return false;
        }
        try (Arena arena = Arena.ofConfined()) {
            long[] words = new long[1024 / 64];
            long[] mask = cpus.toLongArray();
            System.arraycopy(mask, 0, words, 0, Math.min(mask.length, words.length));
            MemorySegment segment = arena.allocate(words.length * 8L, 8);
            MemorySegment.copy(MemorySegment.ofArray(words), 0, segment, 0, words.length * 8L);
            int status = (int) AFFINITY.invokeExact(0, words.length * 8L, segment);
            return status == 0;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
