package dev.adder.stdlib.posix;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.posix.Libc;
import java.lang.foreign.MemorySegment;

/** The functions of {@code posix} that are about terminals. */
@PyModuleSpec("posix")
final class TerminalFunctions {
    private static final int O_RDWR = 2;
    private static final int O_NOCTTY = 0x100;
    private static final int O_CLOEXEC = 0x80000;
    private static final int F_SETFD = 2;
    private static final int FD_CLOEXEC = 1;
    private static final int LONGEST_NAME = 128;

    private TerminalFunctions() {
    }

    private static int check(final long result) {
        if ((int) result < 0) {
            throw Libc.error(null);
        }
        return (int) result;
    }

    /** {@code PyOS_InputHook} is for GUI toolkits in C, which there are none of. */
    @PyFunction("_is_inputhook_installed($module, /)")
    static boolean isInputHookInstalled() {
        return false;
    }

    @PyFunction("_inputhook($module, /)")
    static void inputHook() {
    }

    @PyFunction("posix_openpt($module, oflag, /)")
    static long posixOpenpt(final int flags) {
        return notInherited(check(Libc.call("posix_openpt", flags)));
    }

    private static int notInherited(final int fd) {
        check(Libc.call("fcntl", fd, F_SETFD, FD_CLOEXEC));
        return fd;
    }

    @PyFunction("grantpt($module, fd, /)")
    static void grantpt(final int fd) {
        check(Libc.call("grantpt", fd));
    }

    @PyFunction("unlockpt($module, fd, /)")
    static void unlockpt(final int fd) {
        check(Libc.call("unlockpt", fd));
    }

    @PyFunction("ptsname($module, fd, /)")
    static Object ptsname(final int fd) {
        return Libc.decode(name("ptsname_r", fd));
    }

    @PyFunction("ttyname($module, fd, /)")
    static Object ttyname(final int fd) {
        return Libc.decode(name("ttyname_r", fd));
    }

    /** Both functions give the error's number and do not set errno. */
    private static byte[] name(final String function, final int fd) {
        final MemorySegment name = Libc.scratch().buffer;
        final int error = (int) Libc.call(function, fd, name.address(), LONGEST_NAME);
        if (error != 0) {
            throw Libc.errorOf(error);
        }
        return Libc.bytesAt(name.address());
    }

    @PyFunction("ctermid($module, /)")
    static Object ctermid() {
        return "/dev/tty";
    }

    @PyFunction("openpty($module, /)")
    static Object openpty() {
        final int master = check(Libc.call("posix_openpt", O_RDWR | O_NOCTTY));
        try {
            notInherited(master);
            check(Libc.call("grantpt", master));
            check(Libc.call("unlockpt", master));
            final byte[] path = name("ptsname_r", master);
            try (var arena = java.lang.foreign.Arena.ofConfined()) {
                final long slave = check(Libc.call("open", Libc.cString(arena, path).address(),
                        O_RDWR | O_NOCTTY | O_CLOEXEC, 0));
                return PyTuple.of((long) master, slave);
            }
        } catch (final PyRaise e) {
            Libc.call("close", master);
            throw e;
        }
    }

    @PyFunction("login_tty($module, fd, /)")
    static void loginTty(final int fd) {
        check(Libc.call("login_tty", fd));
    }

    @PyFunction("tcgetpgrp($module, fd, /)")
    static long tcgetpgrp(final int fd) {
        return check(Libc.call("tcgetpgrp", fd));
    }

    @PyFunction("tcsetpgrp($module, fd, pgid, /)")
    static void tcsetpgrp(final int fd, final int group) {
        check(Libc.call("tcsetpgrp", fd, group));
    }
}
