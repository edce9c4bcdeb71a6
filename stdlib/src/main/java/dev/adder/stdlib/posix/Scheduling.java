package dev.adder.stdlib.posix;

import static dev.adder.stdlib.posix.SystemCalls.check;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PySet;
import dev.adder.runtime.objects.PyStructSequence;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.posix.Libc;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.BitSet;

/** The functions of {@code posix} about who runs when and where. For Linux, pid 0 is the calling thread. */
@PyModuleSpec("posix")
final class Scheduling {
    static final PyType PARAM = PyStructSequence.defineOfOne("sched_param", "posix", "sched_priority");
    private static final int MOST_CPUS = 1 << 16;

    private Scheduling() {
    }

    /** The priority that a {@code sched_param} says ({@code convert_sched_param}). */
    static int priority(final ThreadState ts, final Object param) {
        if (PyType.of(param) != PARAM) {
            throw Errors.typeError("must have a sched_param object");
        }
        if (PyNumber.index(ts, ((PyTuple) param).get(0)) instanceof Long n && n == (int) (long) n) {
            return (int) (long) n;
        }
        throw Errors.overflowError("sched_priority out of range");
    }

    /** Calls with a {@code struct sched_param} as the last argument. */
    private static MemorySegment param(final Arena arena, final int priority) {
        final MemorySegment s = arena.allocate(4, 4);
        s.set(ValueLayout.JAVA_INT, 0, priority);
        return s;
    }

    @PyFunction("sched_get_priority_max(policy)")
    static long schedGetPriorityMax(final int policy) {
        return check(Libc.call("sched_get_priority_max", policy));
    }

    @PyFunction("sched_get_priority_min(policy)")
    static long schedGetPriorityMin(final int policy) {
        return check(Libc.call("sched_get_priority_min", policy));
    }

    @PyFunction("sched_getscheduler($module, pid, /)")
    static long schedGetscheduler(final int pid) {
        return check(Libc.call("sched_getscheduler", pid));
    }

    @PyFunction("sched_setscheduler($module, pid, policy, param, /)")
    static void schedSetscheduler(final ThreadState ts, final int pid, final int policy, final Object param) {
        final int priority = priority(ts, param);
        try (Arena arena = Arena.ofConfined()) {
            check(Libc.call("sched_setscheduler", pid, policy, param(arena, priority).address()));
        }
    }

    @PyFunction("sched_getparam($module, pid, /)")
    static Object schedGetparam(final int pid) {
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment s = param(arena, 0);
            check(Libc.call("sched_getparam", pid, s.address()));
            return PyStructSequence.make(PARAM, (long) s.get(ValueLayout.JAVA_INT, 0));
        }
    }

    @PyFunction("sched_setparam($module, pid, param, /)")
    static void schedSetparam(final ThreadState ts, final int pid, final Object param) {
        final int priority = priority(ts, param);
        try (Arena arena = Arena.ofConfined()) {
            check(Libc.call("sched_setparam", pid, param(arena, priority).address()));
        }
    }

    @PyFunction("sched_rr_get_interval($module, pid, /)")
    static double schedRrGetInterval(final int pid) {
        final MemorySegment b = Libc.scratch().buffer;
        check(Libc.call("sched_rr_get_interval", pid, b.address()));
        return b.get(ValueLayout.JAVA_LONG, 0) + 1e-9 * b.get(ValueLayout.JAVA_LONG, 8);
    }

    @PyFunction("sched_yield($module, /)")
    static void schedYield() {
        Thread.yield();
    }

    @PyFunction("sched_setaffinity($module, pid, mask, /)")
    static void schedSetaffinity(final ThreadState ts, final int pid, final Object mask) {
        final BitSet cpus = new BitSet(1024);
        PyIter.forEach(ts, mask, item -> {
            if (!PyNumber.isIndex(item)) {
                throw Errors.typeError("expected an iterator of ints, but iterator yielded "
                        + dev.adder.runtime.ops.PyObjects.reprJava(ts, PyType.of(item)));
            }
            if (!(PyNumber.index(ts, item) instanceof Long cpu)) {
                throw Errors.overflowError("Python int too large to convert to C long");
            }
            if (cpu < 0) {
                throw Errors.valueError("negative CPU number");
            }
            if (cpu > Integer.MAX_VALUE - 1) {
                throw Errors.overflowError("CPU number too large");
            }
            cpus.set((int) (long) cpu);
        });
        final long[] words = cpus.toLongArray();
        try (Arena arena = Arena.ofConfined()) {
            final long size = Math.max(128, words.length * 8L);
            final MemorySegment set = arena.allocate(size, 8);
            MemorySegment.copy(MemorySegment.ofArray(words), 0, set, 0, words.length * 8L);
            check(Libc.call("sched_setaffinity", pid, size, set.address()));
        }
    }

    @PyFunction("sched_getaffinity($module, pid, /)")
    static Object schedGetaffinity(final ThreadState ts, final int pid) {
        final MemorySegment b = Libc.scratch().buffer;
        check(Libc.call("sched_getaffinity", pid, MOST_CPUS / 8, b.address()));
        final BitSet known = BitSet.valueOf(b.asSlice(0, MOST_CPUS / 8).toArray(ValueLayout.JAVA_BYTE));
        final PySet cpus = new PySet();
        for (int i = known.nextSetBit(0); i >= 0; i = known.nextSetBit(i + 1)) {
            cpus.add(ts, (long) i);
        }
        return cpus;
    }

    @PyFunction("getpriority(which, who)")
    static long getpriority(final int which, final int who) {
        SystemCalls.clearErrno();
        return SystemCalls.checkErrno((int) Libc.call("getpriority", which, who));
    }

    @PyFunction("setpriority(which, who, priority)")
    static void setpriority(final int which, final int who, final int priority) {
        check(Libc.call("setpriority", which, who, priority));
    }

    @PyFunction("nice($module, increment, /)")
    static long nice(final int increment) {
        SystemCalls.clearErrno();
        return SystemCalls.checkErrno((int) Libc.call("nice", increment));
    }
}
