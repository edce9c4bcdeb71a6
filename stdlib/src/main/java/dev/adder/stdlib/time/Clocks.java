package dev.adder.stdlib.time;

import dev.adder.runtime.Errors;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.ops.PyNumber;
import java.lang.management.ManagementFactory;
import java.time.Instant;

/** The system's clocks, by Linux's numbers. {@code System.nanoTime} is CLOCK_MONOTONIC on Linux. */
final class Clocks {
    private static final int REALTIME = 0;
    private static final int MONOTONIC = 1;
    private static final int PROCESS = 2;
    private static final int THREAD = 3;
    private static final int MONOTONIC_RAW = 4;
    private static final int BOOTTIME = 7;
    private static final int TAI = 11;
    private static final long EINVAL = 22;
    private static final long BILLION = 1_000_000_000L;

    private Clocks() {
    }

    static void define(final PyDict namespace) {
        namespace.putStr("CLOCK_REALTIME", (long) REALTIME);
        namespace.putStr("CLOCK_MONOTONIC", (long) MONOTONIC);
        namespace.putStr("CLOCK_PROCESS_CPUTIME_ID", (long) PROCESS);
        namespace.putStr("CLOCK_THREAD_CPUTIME_ID", (long) THREAD);
        namespace.putStr("CLOCK_MONOTONIC_RAW", (long) MONOTONIC_RAW);
        namespace.putStr("CLOCK_BOOTTIME", (long) BOOTTIME);
        namespace.putStr("CLOCK_TAI", (long) TAI);
    }

    static long realNanos() {
        final Instant now = Instant.now();
        return now.getEpochSecond() * BILLION + now.getNano();
    }

    static long processNanos() {
        final var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime();
    }

    static long threadNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** {@code clock_gettime}; the clocks that Java does not show are taken for the nearest that it does. */
    static long nanos(final ThreadState ts, final Object clock) {
        final long id;
        try {
            id = PyNumber.asSsize(ts, clock);
        } catch (PyRaise e) {
            if (Errors.matches(e, ExceptionTypes.TYPE_ERROR)) {
                throw Errors.typeError("clk_id should be integer, not " + PyType.of(clock).name());
            }
            throw e;
        }
        return switch ((int) id) {
            case REALTIME, TAI -> realNanos();
            case MONOTONIC, MONOTONIC_RAW, BOOTTIME -> System.nanoTime();
            case PROCESS -> processNanos();
            case THREAD -> threadNanos();
            default -> throw Errors.withArgs(ExceptionTypes.OS_ERROR, EINVAL, "Invalid argument");
        };
    }
}
