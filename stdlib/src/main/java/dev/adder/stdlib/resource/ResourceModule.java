package dev.adder.stdlib.resource;

import dev.adder.expose.PyConstant;
import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyStructSequence;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.posix.Libc;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** The module {@code resource}: limits and use of this process. Numbers are Linux's. */
@PyModuleSpec("resource")
public final class ResourceModule extends NativeModule {

    static final PyType STRUCT_RUSAGE = PyStructSequence.define("struct_rusage", "resource", 16, "ru_utime", "ru_stime",
            "ru_maxrss", "ru_ixrss", "ru_idrss", "ru_isrss", "ru_minflt", "ru_majflt", "ru_nswap", "ru_inblock",
            "ru_oublock", "ru_msgsnd", "ru_msgrcv", "ru_nsignals", "ru_nvcsw", "ru_nivcsw");

    private static final int LIMITS = 16;
    private static final int EINVAL = 22;
    private static final int EPERM = 1;
    private static final int RUSAGE_LONGS = 18;

    @PyConstant("struct_rusage")
    static final Object RUSAGE = STRUCT_RUSAGE;
    @PyConstant("error")
    static final Object ERROR = ExceptionTypes.OS_ERROR;
    @PyConstant("RLIMIT_CPU")
    static final Object RLIMIT_CPU = 0L;
    @PyConstant("RLIMIT_FSIZE")
    static final Object RLIMIT_FSIZE = 1L;
    @PyConstant("RLIMIT_DATA")
    static final Object RLIMIT_DATA = 2L;
    @PyConstant("RLIMIT_STACK")
    static final Object RLIMIT_STACK = 3L;
    @PyConstant("RLIMIT_CORE")
    static final Object RLIMIT_CORE = 4L;
    @PyConstant("RLIMIT_NOFILE")
    static final Object RLIMIT_NOFILE = 7L;
    @PyConstant("RLIMIT_OFILE")
    static final Object RLIMIT_OFILE = 7L;
    @PyConstant("RLIMIT_AS")
    static final Object RLIMIT_AS = 9L;
    @PyConstant("RLIMIT_RSS")
    static final Object RLIMIT_RSS = 5L;
    @PyConstant("RLIMIT_NPROC")
    static final Object RLIMIT_NPROC = 6L;
    @PyConstant("RLIMIT_MEMLOCK")
    static final Object RLIMIT_MEMLOCK = 8L;
    @PyConstant("RLIMIT_MSGQUEUE")
    static final Object RLIMIT_MSGQUEUE = 12L;
    @PyConstant("RLIMIT_NICE")
    static final Object RLIMIT_NICE = 13L;
    @PyConstant("RLIMIT_RTPRIO")
    static final Object RLIMIT_RTPRIO = 14L;
    @PyConstant("RLIMIT_RTTIME")
    static final Object RLIMIT_RTTIME = 15L;
    @PyConstant("RLIMIT_SIGPENDING")
    static final Object RLIMIT_SIGPENDING = 11L;
    @PyConstant("RUSAGE_SELF")
    static final Object RUSAGE_SELF = 0L;
    @PyConstant("RUSAGE_CHILDREN")
    static final Object RUSAGE_CHILDREN = -1L;
    @PyConstant("RUSAGE_THREAD")
    static final Object RUSAGE_THREAD = 1L;
    @PyConstant("RLIM_INFINITY")
    static final Object RLIM_INFINITY = -1L;

    @Override
    public BuiltinTable table() {
        return new ResourceModuleTable();
    }

    private static long getLong(MemorySegment from, int index) {
        return from.getAtIndex(ValueLayout.JAVA_LONG, index);
    }

    @PyFunction("getrusage($module, who, /)")
    static Object getUsage(int who) {
        MemorySegment usage = Libc.scratch().buffer;
        if ((int) Libc.call("getrusage", who, usage.address()) < 0) {
            if (Libc.errno() == EINVAL) {
                throw Errors.valueError("invalid who parameter");
            }
            throw Libc.error(null);
        }
        return usage(usage);
    }

    /** {@code struct rusage} in memory as Python's. */
    public static Object usage(final MemorySegment usage) {
        Object[] values = new Object[LIMITS];
        values[0] = getLong(usage, 0) + getLong(usage, 1) * 1e-6;
        values[1] = getLong(usage, 2) + getLong(usage, 3) * 1e-6;
        for (int i = 4; i < RUSAGE_LONGS; i++) {
            values[i - 2] = getLong(usage, i);
        }
        return PyStructSequence.make(STRUCT_RUSAGE, values);
    }

    private static void check(int resource) {
        if (resource < 0 || resource >= LIMITS) {
            throw Errors.valueError("invalid resource specified");
        }
    }

    private static Object pair(MemorySegment limits, int at) {
        return PyTuple.of(getLong(limits, at), getLong(limits, at + 1));
    }

    private static void write(ThreadState ts, Object limits, MemorySegment target) {
        Object[] both = PyIter.toArray(ts, limits);
        if (both.length != 2) {
            throw Errors.valueError("expected a tuple of 2 integers");
        }
        target.setAtIndex(ValueLayout.JAVA_LONG, 0, PyNumber.asSsize(ts, both[0]));
        target.setAtIndex(ValueLayout.JAVA_LONG, 1, PyNumber.asSsize(ts, both[1]));
    }

    private static PyRaise failure() {
        return switch (Libc.errno()) {
            case EINVAL -> Errors.valueError("current limit exceeds maximum limit");
            case EPERM -> Errors.valueError("not allowed to raise maximum limit");
            default -> Libc.error(null);
        };
    }

    @PyFunction("getrlimit($module, resource, /)")
    static Object getLimit(int resource) {
        check(resource);
        MemorySegment limits = Libc.scratch().buffer;
        if ((int) Libc.call("getrlimit", resource, limits.address()) < 0) {
            throw Libc.error(null);
        }
        return pair(limits, 0);
    }

    @PyFunction("setrlimit($module, resource, limits, /)")
    static void setLimit(ThreadState ts, int resource, Object limits) {
        check(resource);
        MemorySegment target = Libc.scratch().buffer;
        write(ts, limits, target);
        if ((int) Libc.call("setrlimit", resource, target.address()) < 0) {
            throw failure();
        }
    }

    @PyFunction("prlimit($module, pid, resource, limits=None, /)")
    static Object processLimit(ThreadState ts, int pid, int resource, Object limits) {
        check(resource);
        MemorySegment buffer = Libc.scratch().buffer;
        long given = 0;
        if (limits != PyNone.NONE) {
            write(ts, limits, buffer);
            given = buffer.address();
        }
        if ((int) Libc.call("prlimit", pid, resource, given, buffer.address() + 16) < 0) {
            throw Libc.errno() == EINVAL ? failure() : Libc.error(null);
        }
        return pair(buffer, 2);
    }

    @PyFunction("getpagesize($module, /)")
    static long getPageSize() {
        return (int) Libc.call("getpagesize");
    }
}
