package dev.adder.stdlib.posix;

import static dev.adder.stdlib.posix.SystemCalls.check;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PendingSignals;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.posix.FsText;
import dev.adder.runtime.posix.Libc;
import dev.adder.stdlib.Descriptors;
import java.lang.foreign.Arena;

/** The functions of {@code posix} that are about this process and signals to others. */
@PyModuleSpec("posix")
final class ProcessFunctions {
    private ProcessFunctions() {
    }

    @PyFunction("getpid($module, /)")
    static long getpid() {
        return ProcessHandle.current().pid();
    }

    @PyFunction("getppid($module, /)")
    static long getppid() {
        return (int) Libc.call("getppid");
    }

    @PyFunction("getpgid(pid)")
    static long getpgid(final int pid) {
        return check(Libc.call("getpgid", pid));
    }

    @PyFunction("getpgrp($module, /)")
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

    @PyFunction("setsid($module, /)")
    static void setsid() {
        check(Libc.call("setsid"));
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

    @PyFunction("setpgrp($module, /)")
    static void setpgrp() {
        check(Libc.call("setpgid", 0, 0));
    }

    @PyFunction("abort($module, /)")
    static void abort() {
        Libc.call("abort");
    }

    // ---- what a JVM cannot do ----

    @PyFunction("fork($module, /)")
    static long fork() {
        throw Errors.notImplemented("os.fork: a JVM cannot be forked; use subprocess or multiprocessing's spawn");
    }

    @PyFunction("forkpty($module, /)")
    static Object forkpty() {
        throw Errors.notImplemented("os.forkpty: a JVM cannot be forked; use os.openpty and subprocess");
    }

    /** There is no fork: nothing is ever due. */
    @PyFunction("register_at_fork($module, /, *, before=<unrepresentable>,\n                 "
            + "after_in_child=<unrepresentable>,\n                 after_in_parent=<unrepresentable>)")
    static void registerAtFork(final Object before, final Object child, final Object parent) {
        if (before == null && child == null && parent == null) {
            throw Errors.typeError("At least one argument is required.");
        }
        checkCallable(before, "before");
        checkCallable(child, "after_in_child");
        checkCallable(parent, "after_in_parent");
    }

    private static void checkCallable(final Object o, final String name) {
        if (o != null && !PyObjects.isCallable(o)) {
            throw Errors.typeError("'" + name + "' must be callable, not " + PyType.of(o).name());
        }
    }

    // ---- namespaces ----

    @PyFunction("setns(fd, nstype=0)")
    static void setns(final ThreadState ts, final Object fd, final int nstype) {
        check(Libc.call("setns", Descriptors.of(ts, fd), nstype));
    }

    @PyFunction("unshare(flags)")
    static void unshare(final int flags) {
        check(Libc.call("unshare", flags));
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
