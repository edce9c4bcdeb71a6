package dev.adder.stdlib.signal;

import dev.adder.expose.PyConstant;
import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.InterpreterState;
import dev.adder.runtime.PendingSignals;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.interp.Frame;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.objects.PySet;
import dev.adder.runtime.objects.PyStructSequence;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.posix.Libc;
import java.util.concurrent.locks.LockSupport;

/** The module {@code _signal} (CPython's Modules/signalmodule.c). Handlers run on the main thread, at its polls. */
@PyModuleSpec("_signal")
public final class SignalModule extends NativeModule {
    @PyConstant("SIG_BLOCK")
    static final Object SIG_BLOCK = 0L;
    @PyConstant("SIG_UNBLOCK")
    static final Object SIG_UNBLOCK = 1L;
    @PyConstant("SIG_SETMASK")
    static final Object SIG_SETMASK = 2L;
    @PyConstant("SIG_DFL")
    static final Object SIG_DFL = 0L;
    @PyConstant("SIG_IGN")
    static final Object SIG_IGN = 1L;
    @PyConstant("ITIMER_REAL")
    static final Object ITIMER_REAL = 0L;
    @PyConstant("ITIMER_VIRTUAL")
    static final Object ITIMER_VIRTUAL = 1L;
    @PyConstant("ITIMER_PROF")
    static final Object ITIMER_PROF = 2L;

    static final PyType STRUCT_SIGINFO = PyStructSequence.define("struct_siginfo", "signal", 7, "si_signo", "si_code",
            "si_errno", "si_pid", "si_uid", "si_status", "si_band");
    static final PyType ITIMER_ERROR =
            PyType.builtin("ItimerError", "signal", ExceptionTypes.OS_ERROR, null).sameLayout();

    private static final long EINVAL = 22;
    private static final long SLICE = 20_000_000L;

    private final PendingSignals pending;
    /** By number: SIG_DFL, SIG_IGN, a callable, or null for a handler that Python did not set. */
    private final Object[] handlers = new Object[SignalNames.NSIG];
    private final IntervalTimer[] timers;
    private volatile long wakeupFd = -1;

    public SignalModule(final InterpreterState interp) {
        pending = interp.signals();
        timers = new IntervalTimer[] {
            new IntervalTimer(() -> expired(SignalNames.SIGALRM), false),
            new IntervalTimer(() -> expired(SignalNames.SIGVTALRM), true),
            new IntervalTimer(() -> expired(SignalNames.SIGPROF), true)};
    }

    @Override
    public BuiltinTable table() {
        return new SignalModuleTable();
    }

    @Override
    public void init(final ThreadState ts, final PyModule module) {
        SignalNames.define(module.dict());
        module.dict().putStr("struct_siginfo", STRUCT_SIGINFO);
        module.dict().putStr("ItimerError", ITIMER_ERROR);
        for (int i = 1; i < handlers.length; i++) {
            handlers[i] = SIG_DFL;
        }
        handlers[SignalNames.SIGPIPE] = SIG_IGN;
        handlers[SignalNames.SIGXFSZ] = SIG_IGN;
        pending.setHandler(this::handle);
        Dispositions.installDefaults();
        if (Dispositions.catchUnlessIgnored(SignalNames.SIGINT, pending)) {
            handlers[SignalNames.SIGINT] = module.dict().getStr("default_int_handler");
        } else {
            handlers[SignalNames.SIGINT] = SIG_IGN;
        }
    }

    /** The process ends as one that a SIGINT has ended, so that its parent can tell. */
    public static void dieByInterrupt() {
        // The JVM does not touch a signal that was ignored when it started.
        Libc.call("signal", SignalNames.SIGINT, 0);
        Libc.call("kill", ProcessHandle.current().pid(), SignalNames.SIGINT);
        LockSupport.parkNanos(1_000_000_000L);
    }

    private void handle(final ThreadState ts, final int signum) {
        final Object handler = handlers[signum];
        if (handler == null || handler == SIG_DFL || handler == SIG_IGN) {
            return;
        }
        final Frame frame = ts.currentFrame();
        Calls.call2(ts, handler, (long) signum, frame == null ? PyNone.NONE : frame);
    }

    private void expired(final int signum) {
        if (handlers[signum] == SIG_DFL) {
            Dispositions.raiseDefault(signum);
        } else if (handlers[signum] != SIG_IGN) {
            pending.trip(signum);
        }
    }

    private static int checked(final long signum) {
        if (signum < 1 || signum >= SignalNames.NSIG) {
            throw Errors.valueError("signal number out of range");
        }
        return (int) signum;
    }

    private static PyRaise invalid() {
        return Errors.withArgs(ExceptionTypes.OS_ERROR, EINVAL, "Invalid argument");
    }

    @PyFunction("default_int_handler($module, signalnum, frame, /)")
    static void defaultIntHandler(final int signum, final Object frame) {
        throw Errors.withArgs(ExceptionTypes.KEYBOARD_INTERRUPT);
    }

    @PyFunction("signal($module, signalnum, handler, /)")
    Object signal(final ThreadState ts, final int signum, final Object handler) {
        if (ts != ts.interp.mainThread()) {
            throw Errors.valueError("signal only works in main thread of the main interpreter");
        }
        final int n = checked(signum);
        final Object kind = handler instanceof Long || !PyObjects.isCallable(handler) ? number(ts, handler) : null;
        if (n == 9 || n == 19 || !SignalNames.isValid(n)) {
            throw invalid();
        }
        ts.poll();
        final Object old = handlers[n];
        if (kind == SIG_DFL) {
            handlers[n] = SIG_DFL;
            Dispositions.restore(n, pending);
        } else if (kind == SIG_IGN) {
            handlers[n] = SIG_IGN;
            Dispositions.ignore(n, pending);
        } else {
            handlers[n] = handler;
            Dispositions.catchSignal(n, pending);
        }
        return old == null ? PyNone.NONE : old;
    }

    /** SIG_DFL or SIG_IGN, also as members of the enum of {@code signal.py}. */
    private static Object number(final ThreadState ts, final Object handler) {
        if (PyObjects.equal(ts, handler, SIG_DFL)) {
            return SIG_DFL;
        }
        if (PyObjects.equal(ts, handler, SIG_IGN)) {
            return SIG_IGN;
        }
        throw Errors.typeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
    }

    @PyFunction("getsignal($module, signalnum, /)")
    Object getSignal(final int signum) {
        final Object handler = handlers[checked(signum)];
        return handler == null ? PyNone.NONE : handler;
    }

    @PyFunction("strsignal($module, signalnum, /)")
    static Object strSignal(final int signum) {
        final String text = SignalNames.description(checked(signum));
        return text == null ? PyNone.NONE : text;
    }

    @PyFunction("valid_signals($module, /)")
    static Object validSignals(final ThreadState ts) {
        long all = 0;
        for (int i = 1; i < SignalNames.NSIG; i++) {
            all |= SignalNames.isValid(i) ? PendingSignals.bit(i) : 0;
        }
        return setOf(ts, all);
    }

    @PyFunction("raise_signal($module, signalnum, /)")
    void raiseSignal(final ThreadState ts, final int signum) {
        if (signum < 1 || signum >= SignalNames.NSIG) {
            throw invalid();
        }
        final Object handler = handlers[signum];
        if ((pending.blocked() & PendingSignals.bit(signum)) == 0) {
            if (handler == SIG_IGN) {
                return;
            }
            if (handler == SIG_DFL) {
                Dispositions.raiseDefault(signum);
                return;
            }
        }
        pending.trip(signum);
        ts.poll();
    }

    @PyFunction("pthread_kill($module, thread_id, signalnum, /)")
    void pthreadKill(final ThreadState ts, final Object thread, final int signum) {
        if (signum != 0) {
            raiseSignal(ts, signum);
        }
    }

    @PyFunction("siginterrupt($module, signalnum, flag, /)")
    static void sigInterrupt(final int signum, final int flag) {
        checked(signum);
    }

    @PyFunction("set_wakeup_fd($module, fd, /, *, warn_on_full_buffer=True)")
    long setWakeupFd(final ThreadState ts, final long fd, final boolean warn) {
        if (ts != ts.interp.mainThread()) {
            throw Errors.valueError("set_wakeup_fd only works in main thread of the main interpreter");
        }
        final long old = wakeupFd;
        wakeupFd = fd;
        pending.setWakeup(fd < 0 ? signum -> { } : signum -> WakeupFd.write((int) fd, signum));
        return old;
    }

    @PyFunction("pause($module, /)")
    void pause(final ThreadState ts) {
        final long before = pending.handled();
        while (pending.handled() == before) {
            waitABit(ts, SLICE);
            ts.poll();
        }
    }

    private static void waitABit(final ThreadState ts, final long nanos) {
        ts.leavePython();
        try {
            LockSupport.parkNanos(nanos);
        } finally {
            ts.enterPython();
        }
    }

    // ---- masks ----

    private static Object setOf(final ThreadState ts, final long signals) {
        final PySet set = new PySet();
        for (int i = 1; i < SignalNames.NSIG; i++) {
            if ((signals & PendingSignals.bit(i)) != 0) {
                set.add(ts, (long) i);
            }
        }
        return set;
    }

    private static long maskOf(final ThreadState ts, final Object signals) {
        final long[] mask = {0};
        PyIter.forEach(ts, signals, item -> {
            final long signum = PyNumber.asSsize(ts, item);
            if (signum < 1 || signum >= SignalNames.NSIG) {
                throw Errors.valueError("signal number " + signum + " out of range [1; " + (SignalNames.NSIG - 1)
                        + "]");
            }
            mask[0] |= PendingSignals.bit((int) signum);
        });
        return mask[0];
    }

    @PyFunction("pthread_sigmask($module, how, mask, /)")
    Object pthreadSigmask(final ThreadState ts, final int how, final Object mask) {
        final long old = pending.blocked();
        final long given = maskOf(ts, mask) & ~(PendingSignals.bit(9) | PendingSignals.bit(19));
        final long now = switch (how) {
            case 0 -> old | given;
            case 1 -> old & ~given;
            case 2 -> given;
            default -> throw invalid();
        };
        for (int i = 1; i < SignalNames.NSIG; i++) {
            // A blocked signal must wait even if its disposition would end the process.
            final long bit = PendingSignals.bit(i);
            if ((now & ~old & bit) != 0 && handlers[i] == SIG_DFL) {
                Dispositions.catchSignal(i, pending);
            } else if ((old & ~now & bit) != 0 && handlers[i] == SIG_DFL) {
                Dispositions.restore(i, pending);
                if (pending.take(bit) != 0) {
                    Dispositions.raiseDefault(i);
                }
            }
        }
        pending.setBlocked(now);
        ts.poll();
        return setOf(ts, old);
    }

    @PyFunction("sigpending($module, /)")
    Object sigPending(final ThreadState ts) {
        return setOf(ts, pending.pending() & pending.blocked());
    }

    @PyFunction("sigwait($module, sigset, /)")
    long sigWait(final ThreadState ts, final Object set) {
        final long mask = maskOf(ts, set);
        while (true) {
            final int signum = pending.take(mask);
            if (signum != 0) {
                return signum;
            }
            waitABit(ts, SLICE);
            ts.poll();
        }
    }

    @PyFunction("sigwaitinfo($module, sigset, /)")
    Object sigWaitInfo(final ThreadState ts, final Object set) {
        return info(sigWait(ts, set));
    }

    @PyFunction("sigtimedwait($module, sigset, timeout, /)")
    Object sigTimedWait(final ThreadState ts, final Object set, final Object timeout) {
        final long mask = maskOf(ts, set);
        final double seconds = PyNumber.asDouble(ts, timeout);
        if (seconds < 0) {
            throw Errors.valueError("timeout must be non-negative");
        }
        final long start = System.nanoTime();
        while (true) {
            final int signum = pending.take(mask);
            if (signum != 0) {
                return info(signum);
            }
            final double left = seconds * 1e9 - (System.nanoTime() - start);
            if (left <= 0) {
                return PyNone.NONE;
            }
            waitABit(ts, (long) Math.min(left, SLICE));
            ts.poll();
        }
    }

    private static Object info(final long signum) {
        final long pid = ProcessHandle.current().pid();
        return PyStructSequence.make(STRUCT_SIGINFO, signum, 0L, 0L, pid, 0L, 0L, 0L);
    }

    // ---- timers ----

    private static PyRaise badTimer() {
        return Errors.withArgs(ITIMER_ERROR, EINVAL, "Invalid argument");
    }

    private IntervalTimer timer(final int which) {
        if (which < 0 || which >= timers.length) {
            throw badTimer();
        }
        return timers[which];
    }

    @PyFunction("alarm($module, seconds, /)")
    long alarm(final int seconds) {
        final double[] old = timers[0].set(seconds, 0);
        return (long) Math.ceil(old[0]);
    }

    @PyFunction("setitimer($module, which, seconds, interval=0.0, /)")
    Object setItimer(final ThreadState ts, final int which, final Object seconds, final Object interval) {
        final double first = PyNumber.asDouble(ts, seconds);
        final double again = PyNumber.asDouble(ts, interval);
        if (first < 0 || again < 0) {
            throw badTimer();
        }
        return pair(timer(which).set(first, again));
    }

    @PyFunction("getitimer($module, which, /)")
    Object getItimer(final int which) {
        return pair(timer(which).get());
    }

    private static Object pair(final double[] values) {
        return PyTuple.of(values[0], values[1]);
    }
}
