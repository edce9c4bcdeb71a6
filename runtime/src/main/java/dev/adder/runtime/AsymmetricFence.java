package dev.adder.runtime;

import dev.adder.runtime.posix.Libc;
import java.lang.invoke.VarHandle;

/**
 * A fence of which one side is free. Dekker's pattern (each side writes its own word, then reads the other's) needs a
 * full fence on both sides; where one side is run a million times as often as the other, it takes {@link #light}, which
 * only binds the compiler, and the rare side takes {@link #heavy}, which has the system interrupt all other threads of
 * the process for a fence each (Linux's {@code membarrier}; HotSpot's UseSystemMemoryBarrier does the same). What
 * the two sides cost beside an uncontended lock has not been measured yet.
 *
 * <p>Where there is no {@code membarrier}, {@link #AVAILABLE} is false and callers lock instead.
 */
public final class AsymmetricFence {
    /** Whether the system has it. */
    public static final boolean AVAILABLE;

    private static final int SYSCALL_X86 = 324;
    private static final int SYSCALL_ARM = 283;
    private static final int PRIVATE_EXPEDITED = 8;
    private static final int REGISTER_PRIVATE_EXPEDITED = 16;
    private static final int SYSCALL;

    static {
        final String processor = System.getProperty("os.arch");
        SYSCALL = processor.equals("amd64") ? SYSCALL_X86 : processor.equals("aarch64") ? SYSCALL_ARM : 0;
        AVAILABLE = SYSCALL != 0 && System.getProperty("os.name").equals("Linux")
                && Libc.call("syscall", SYSCALL, REGISTER_PRIVATE_EXPEDITED, 0, 0) == 0;
    }

    private AsymmetricFence() {
    }

    /** Has this class ask the system ahead of its first use, which takes milliseconds once the process has threads. */
    public static boolean register() {
        return AVAILABLE;
    }

    /** What was stored before is not moved behind what is loaded afterwards, seen from a thread that does {@link #heavy}. */
    public static void light() {
        // A store-load fence for the compiler: HotSpot moves no access to memory across it, and it is no instruction.
        VarHandle.releaseFence();
    }

    /** A full fence on every thread of the process. */
    public static void heavy() {
        VarHandle.fullFence();
        if (AVAILABLE) {
            Libc.call("syscall", SYSCALL, PRIVATE_EXPEDITED, 0, 0);
        }
    }
}
