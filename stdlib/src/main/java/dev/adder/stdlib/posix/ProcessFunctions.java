package dev.adder.stdlib.posix;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PendingSignals;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PySet;
import dev.adder.runtime.objects.PyStructSequence;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.posix.FsText;
import dev.adder.runtime.posix.Libc;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** The functions of {@code posix} that are about processes and the system. */
@PyModuleSpec("posix")
final class ProcessFunctions extends NativeModule {
    private static final PyType TERMINAL_SIZE =
            PyStructSequence.define("terminal_size", "os", 2, "columns", "lines");
    private static final PyType UNAME =
            PyStructSequence.define("uname_result", "posix", 5, "sysname", "nodename", "release", "version", "machine");
    private static final PyType TIMES = PyStructSequence.define("times_result", "posix", 5, "user", "system",
            "children_user", "children_system", "elapsed");

    @Override
    public BuiltinTable table() {
        return new ProcessFunctionsTable();
    }

    /** Adds these functions to the namespace of {@code posix}. */
    static void define(final ThreadState ts, final PyDict d) {
        final dev.adder.runtime.objects.PyModule part = ts.interp.newModule("posix");
        dev.adder.runtime.modules.ModuleParts.define(ts, part, new ProcessFunctions(), "posix");
        part.dict().forEach((k, v) -> {
            if (v instanceof dev.adder.runtime.BuiltinFunction) {
                d.put(ts, k, v);
            }
        });
        d.putStr("terminal_size", TERMINAL_SIZE);
        d.putStr("uname_result", UNAME);
        d.putStr("times_result", TIMES);
        d.putStr("sysconf_names", SystemNames.sysconf());
        d.putStr("pathconf_names", new PyDict());
        d.putStr("confstr_names", new PyDict());
    }

    static Object terminalSize(final long columns, final long lines) {
        return PyStructSequence.make(TERMINAL_SIZE, columns, lines);
    }

    private static int check(final long result) {
        if ((int) result < 0) {
            throw Libc.error(null);
        }
        return (int) result;
    }

    @PyFunction("getpid()")
    static long getpid() {
        return ProcessHandle.current().pid();
    }

    @PyFunction("getppid()")
    static long getppid() {
        return (int) Libc.call("getppid");
    }

    @PyFunction("getuid()")
    static long getuid() {
        return Libc.call("getuid") & 0xffffffffL;
    }

    @PyFunction("geteuid()")
    static long geteuid() {
        return Libc.call("geteuid") & 0xffffffffL;
    }

    @PyFunction("getgid()")
    static long getgid() {
        return Libc.call("getgid") & 0xffffffffL;
    }

    @PyFunction("getegid()")
    static long getegid() {
        return Libc.call("getegid") & 0xffffffffL;
    }

    @PyFunction("getpgid(pid)")
    static long getpgid(final int pid) {
        return check(Libc.call("getpgid", pid));
    }

    @PyFunction("getpgrp()")
    static long getpgrp() {
        return check(Libc.call("getpgid", 0));
    }

    @PyFunction("setpgid(pid, pgrp, /)")
    static void setpgid(final int pid, final int pgrp) {
        check(Libc.call("setpgid", pid, pgrp));
    }

    @PyFunction("getsid(pid, /)")
    static long getsid(final int pid) {
        return check(Libc.call("getsid", pid));
    }

    @PyFunction("setsid()")
    static void setsid() {
        check(Libc.call("setsid"));
    }

    @PyFunction("nice(increment, /)")
    static long nice(final int increment) {
        return (int) Libc.call("nice", increment);
    }

    @PyFunction("kill(pid, signal, /)")
    static void kill(final ThreadState ts, final int pid, final int signal) {
        final PendingSignals signals = ts.interp.signals();
        final long before = signals.trips();
        check(Libc.call("kill", pid, signal));
        if (pid == ProcessHandle.current().pid()) {
            signals.awaitOwn(signal, before);
        }
        ts.poll();
    }

    @PyFunction("killpg(pgid, signal, /)")
    static void killpg(final ThreadState ts, final int pgid, final int signal) {
        check(Libc.call("killpg", pgid, signal));
        ts.poll();
    }

    @PyFunction("_exit(status)")
    static void exit(final int status) {
        Runtime.getRuntime().halt(status & 0xff);
    }

    @PyFunction("abort()")
    static void abort() {
        Libc.call("abort");
    }

    @PyFunction("waitpid(pid, options, /)")
    static Object waitpid(final ThreadState ts, final int pid, final int options) {
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment status = arena.allocate(8);
            final boolean noHang = (options & 1) != 0;
            long nap = 1_000_000;
            while (true) {
                final int r = (int) Libc.call("waitpid", pid, status.address(), options | 1);
                if (r > 0 || r == 0 && noHang) {
                    return PyTuple.of((long) r, (long) status.get(ValueLayout.JAVA_INT, 0));
                }
                if (r < 0 && Libc.errno() != Libc.EINTR) {
                    throw Libc.error(null);
                }
                // waitpid cannot wait on a wake-up descriptor: ask again, so that signals are handled meanwhile.
                ts.leavePython();
                java.util.concurrent.locks.LockSupport.parkNanos(nap);
                ts.enterPython();
                nap = Math.min(nap * 2, 20_000_000);
                ts.poll();
            }
        }
    }

    @PyFunction("wait()")
    static Object waitAny(final ThreadState ts) {
        return waitpid(ts, -1, 0);
    }

    @PyFunction("WIFSTOPPED(status)")
    static boolean wifstopped(final int s) {
        return (s & 0xff) == 0x7f;
    }

    @PyFunction("WIFCONTINUED(status)")
    static boolean wifcontinued(final int s) {
        return s == 0xffff;
    }

    @PyFunction("WIFSIGNALED(status)")
    static boolean wifsignaled(final int s) {
        return (s & 0x7f) != 0 && (s & 0x7f) != 0x7f;
    }

    @PyFunction("WIFEXITED(status)")
    static boolean wifexited(final int s) {
        return (s & 0x7f) == 0;
    }

    @PyFunction("WEXITSTATUS(status)")
    static long wexitstatus(final int s) {
        return s >> 8 & 0xff;
    }

    @PyFunction("WTERMSIG(status)")
    static long wtermsig(final int s) {
        return s & 0x7f;
    }

    @PyFunction("WSTOPSIG(status)")
    static long wstopsig(final int s) {
        return s >> 8 & 0xff;
    }

    @PyFunction("WCOREDUMP(status, /)")
    static boolean wcoredump(final int s) {
        return (s & 0x80) != 0;
    }

    @PyFunction("waitstatus_to_exitcode(status)")
    static long waitstatusToExitcode(final int s) {
        if (wifexited(s)) {
            return wexitstatus(s);
        }
        if (wifsignaled(s)) {
            return -wtermsig(s);
        }
        throw wifstopped(s) ? Errors.valueError("process stopped by delivery of signal " + wstopsig(s))
                : Errors.valueError("invalid wait status: " + s);
    }

    @PyFunction("fork()")
    static long fork() {
        throw Errors.notImplemented("os.fork: a JVM cannot be forked; use subprocess or multiprocessing's spawn");
    }

    @PyFunction("register_at_fork(*, before=<unrepresentable>, after_in_child=<unrepresentable>, "
            + "after_in_parent=<unrepresentable>)")
    static void registerAtFork(final Object before, final Object child, final Object parent) {
        // There is no fork: nothing is ever due.
    }

    @PyFunction("cpu_count()")
    static long cpuCount() {
        return Libc.call("sysconf", 84);
    }

    @PyFunction("sched_getaffinity(pid, /)")
    static Object schedGetAffinity(final ThreadState ts, final int pid) {
        final MemorySegment b = Libc.scratch().buffer;
        check(Libc.call("sched_getaffinity", pid, 128, b.address()));
        final PySet cpus = new PySet();
        for (int i = 0; i < 1024; i++) {
            if ((b.get(ValueLayout.JAVA_BYTE, i >> 3) >> (i & 7) & 1) != 0) {
                cpus.add(ts, (long) i);
            }
        }
        return cpus;
    }

    @PyFunction("sched_yield()")
    static void schedYield() {
        Thread.yield();
    }

    @PyFunction("getloadavg()")
    static Object getloadavg() {
        final MemorySegment b = Libc.scratch().buffer;
        check(Libc.call("getloadavg", b.address(), 3));
        return PyTuple.of(b.get(ValueLayout.JAVA_DOUBLE, 0), b.get(ValueLayout.JAVA_DOUBLE, 8),
                b.get(ValueLayout.JAVA_DOUBLE, 16));
    }

    @PyFunction("uname()")
    static Object uname() {
        final MemorySegment b = Libc.scratch().buffer;
        check(Libc.call("uname", b.address()));
        final Object[] fields = new Object[5];
        for (int i = 0; i < 5; i++) {
            fields[i] = FsText.decode(Libc.bytesAt(b.address() + i * 65L));
        }
        return PyStructSequence.make(UNAME, fields);
    }

    @PyFunction("times()")
    static Object times() {
        final MemorySegment b = Libc.scratch().buffer;
        final double elapsed = Libc.call("times", b.address()) / 100.0;
        return PyStructSequence.make(TIMES, b.get(ValueLayout.JAVA_LONG, 0) / 100.0,
                b.get(ValueLayout.JAVA_LONG, 8) / 100.0, b.get(ValueLayout.JAVA_LONG, 16) / 100.0,
                b.get(ValueLayout.JAVA_LONG, 24) / 100.0, elapsed);
    }

    @PyFunction("sysconf(name, /)")
    static long sysconf(final ThreadState ts, final Object name) {
        final Object n = PyObjects.isText(name) ? SystemNames.sysconf().get(ts, name) : name;
        if (n == null) {
            throw Errors.valueError("unrecognized configuration name");
        }
        return Libc.call("sysconf", PyNumber.asInt(ts, n));
    }

    @PyFunction("getlogin()")
    static Object getlogin() {
        final long p = Libc.call("getlogin");
        if (p == 0) {
            throw Libc.error(null);
        }
        return FsText.decode(Libc.bytesAt(p));
    }

    @PyFunction("getgroups()")
    static Object getgroups(final ThreadState ts) {
        final MemorySegment b = Libc.scratch().buffer;
        final int n = check(Libc.call("getgroups", 1024, b.address()));
        final PyList all = new PyList();
        for (int i = 0; i < n; i++) {
            all.append(ts, b.get(ValueLayout.JAVA_INT, i * 4L) & 0xffffffffL);
        }
        return all;
    }

    @PyFunction("system(command)")
    static long system(final ThreadState ts, final Object command) {
        try (Arena arena = Arena.ofConfined()) {
            final long c = Libc.cString(arena, FsText.pathBytes(ts, command)).address();
            ts.leavePython();
            try {
                return (int) Libc.call("system", c);
            } finally {
                ts.enterPython();
            }
        }
    }
}
