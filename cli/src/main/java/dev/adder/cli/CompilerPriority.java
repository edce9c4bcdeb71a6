package dev.adder.cli;

import dev.adder.runtime.posix.Libc;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * HotSpot's second compiler gives way where the program wants the same processor: in a program's first second its thread,
 * the first compiler's, ours and the program's own share what may be two processors, and what it compiles is of use
 * later than what the program does now. Linux has priorities by thread; elsewhere, and where there is room for all, nothing
 * is changed.
 */
final class CompilerPriority {
    private static final int PRIO_PROCESS = 0;
    /** With this many processors there is always one left for it. */
    private static final int ENOUGH = 4;
    /**
     * What is added to its nice value: it gets a third of what a thread of the program gets. In the first two seconds
     * {@code threads_pool} of bench/ is 0.57 to 0.64 s behind CPython instead of 0.69, {@code objects_closures} 0.40
     * instead of 0.49. With 9 a program of many threads would wait for its compiled code.
     */
    private static final int STEP = 5;
    private static final int NICEST = 19;

    private CompilerPriority() {
    }

    static void lower() {
        final String[] threads = Runtime.getRuntime().availableProcessors() < ENOUGH ? new File("/proc/self/task").list() : null;
        if (threads == null) {
            return;
        }
        for (final String thread : threads) {
            try {
                if (Files.readString(Path.of("/proc/self/task", thread, "comm")).startsWith("C2 Compiler")) {
                    final int id = Integer.parseInt(thread);
                    final int now = (int) Libc.call("getpriority", PRIO_PROCESS, id);
                    Libc.call("setpriority", PRIO_PROCESS, id, Math.min(now + STEP, NICEST));
                }
            } catch (final IOException e) {
                // The thread has ended meanwhile.
                continue;
            }
        }
    }
}
