package dev.adder.stdlib.signal;

import dev.adder.runtime.objects.PyDict;

/** Linux's signals by number. */
final class SignalNames {
    static final int NSIG = 65;
    static final int SIGINT = 2;
    static final int SIGPIPE = 13;
    static final int SIGALRM = 14;
    static final int SIGXFSZ = 25;
    static final int SIGVTALRM = 26;
    static final int SIGPROF = 27;
    private static final int FIRST_REALTIME = 34;

    /** Index is the number; name without SIG, and what {@code strsignal} says. */
    private static final String[][] ALL = {
        null,
        {"HUP", "Hangup"}, {"INT", "Interrupt"}, {"QUIT", "Quit"}, {"ILL", "Illegal instruction"},
        {"TRAP", "Trace/breakpoint trap"}, {"ABRT", "Aborted"}, {"BUS", "Bus error"},
        {"FPE", "Floating point exception"}, {"KILL", "Killed"}, {"USR1", "User defined signal 1"},
        {"SEGV", "Segmentation fault"}, {"USR2", "User defined signal 2"}, {"PIPE", "Broken pipe"},
        {"ALRM", "Alarm clock"}, {"TERM", "Terminated"}, {"STKFLT", "Stack fault"}, {"CHLD", "Child exited"},
        {"CONT", "Continued"}, {"STOP", "Stopped (signal)"}, {"TSTP", "Stopped"}, {"TTIN", "Stopped (tty input)"},
        {"TTOU", "Stopped (tty output)"}, {"URG", "Urgent I/O condition"}, {"XCPU", "CPU time limit exceeded"},
        {"XFSZ", "File size limit exceeded"}, {"VTALRM", "Virtual timer expired"},
        {"PROF", "Profiling timer expired"}, {"WINCH", "Window changed"}, {"IO", "I/O possible"},
        {"PWR", "Power failure"}, {"SYS", "Bad system call"},
    };

    private SignalNames() {
    }

    static void define(final PyDict namespace) {
        for (int i = 1; i < ALL.length; i++) {
            namespace.putStr(("SIG" + ALL[i][0]).intern(), (long) i);
        }
        namespace.putStr("SIGIOT", 6L);
        namespace.putStr("SIGCLD", 17L);
        namespace.putStr("SIGPOLL", 29L);
        namespace.putStr("SIGRTMIN", (long) FIRST_REALTIME);
        namespace.putStr("SIGRTMAX", (long) NSIG - 1);
        namespace.putStr("NSIG", (long) NSIG);
    }

    /** The name that the JVM knows it by, or null. */
    static String jvmName(final int signum) {
        return signum < ALL.length ? ALL[signum][0] : null;
    }

    /** Null for a number that is no signal's. */
    static String description(final int signum) {
        if (signum < ALL.length) {
            return ALL[signum][1];
        }
        return signum < FIRST_REALTIME ? null : "Real-time signal " + (signum - FIRST_REALTIME);
    }

    static boolean isValid(final int signum) {
        return signum < ALL.length || signum >= FIRST_REALTIME;
    }
}
