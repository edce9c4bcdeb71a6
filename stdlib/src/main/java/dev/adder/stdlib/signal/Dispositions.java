package dev.adder.stdlib.signal;

import dev.adder.runtime.PendingSignals;
import dev.adder.runtime.posix.Libc;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * What the process does when a signal arrives. The JVM's own dispatcher thread is told by the system; what it keeps for
 * itself (QUIT, SEGV, ILL, FPE, USR2) stays as it is, and a Python handler for those runs only for {@code raise_signal}.
 */
final class Dispositions {

    private Dispositions() {
    }

    /** To be ended by TERM and HUP as other programs are, and not by way of the JVM's exit hooks. */
    static void installDefaults() {
        set(15, SignalHandler.SIG_DFL);
        set(1, SignalHandler.SIG_DFL);
    }

    /** The signal goes to {@code pending}; false if it was ignored before and is left so. */
    static boolean catchUnlessIgnored(final int signum, final PendingSignals pending) {
        final SignalHandler old = set(signum, s -> pending.trip(signum));
        if (old == SignalHandler.SIG_IGN) {
            set(signum, SignalHandler.SIG_IGN);
            return false;
        }
        pending.setCaught(signum, old != null);
        return true;
    }

    static void catchSignal(final int signum, final PendingSignals pending) {
        pending.setCaught(signum, change(signum, s -> pending.trip(signum)) != null);
    }

    static void ignore(final int signum, final PendingSignals pending) {
        pending.setCaught(signum, false);
        set(signum, SignalHandler.SIG_IGN);
    }

    static void restore(final int signum, final PendingSignals pending) {
        pending.setCaught(signum, false);
        restore(signum);
    }

    static void restore(final int signum) {
        change(signum, SignalHandler.SIG_DFL);
    }

    /** HUP, INT and TERM, once ignored, stay so for the JVM (JVM_RegisterSignal): it must find a handler there. */
    private static SignalHandler change(final int signum, final SignalHandler handler) {
        final SignalHandler old = set(signum, handler);
        if (old != SignalHandler.SIG_IGN || signum != 1 && signum != 2 && signum != 15) {
            return old;
        }
        // One that does nothing whatever it is given: nobody is ended by a signal that arrives just now.
        Libc.call("signal", signum, Libc.address("getpid"));
        set(signum, handler);
        return old;
    }

    /** Sends the process a signal whose disposition is the default one. */
    static void raiseDefault(final int signum) {
        final String name = SignalNames.jvmName(signum);
        if (name != null) {
            try {
                Signal.raise(new Signal(name));
            } catch (final IllegalArgumentException e) {
                // Not the JVM's: to the thread, which may have inherited that it is blocked.
                Libc.call("signal", signum, 0);
                Libc.call("raise", signum);
            }
        }
    }

    private static SignalHandler set(final int signum, final SignalHandler handler) {
        final String name = SignalNames.jvmName(signum);
        if (name == null) {
            return null;
        }
        try {
            return Signal.handle(new Signal(name), handler);
        } catch (final IllegalArgumentException e) {
            return null;
        }
    }
}
