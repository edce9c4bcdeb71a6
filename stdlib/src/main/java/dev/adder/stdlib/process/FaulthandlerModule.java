package dev.adder.stdlib.process;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.Frame;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;

/**
 * The module {@code faulthandler}. Faults of the process are the JVM's to report (hs_err files); the traceback of the
 * calling thread is written on demand or when a time is over.
 */
@PyModuleSpec("faulthandler")
public final class FaulthandlerModule extends NativeModule {
    private volatile boolean enabled;
    private volatile Thread watchdog;

    @Override
    public BuiltinTable table() {
        return new FaulthandlerModuleTable();
    }

    @PyFunction("enable($module, /, file=<unrepresentable>, all_threads=True)")
    void enable(final ThreadState ts, final Object file, final boolean allThreads) {
        enabled = true;
    }

    @PyFunction("disable($module, /)")
    boolean disable() {
        final boolean was = enabled;
        enabled = false;
        return was;
    }

    @PyFunction("is_enabled($module, /)")
    boolean isEnabled() {
        return enabled;
    }

    @PyFunction("dump_traceback($module, /, file=<unrepresentable>, all_threads=True)")
    void dumpTraceback(final ThreadState ts, final Object file, final boolean allThreads) {
        final StringBuilder text = new StringBuilder("Stack (most recent call first):\n");
        for (Frame f = ts.currentFrame(); f != null; f = f.back) {
            text.append("  File \"").append(Str.toJava(PyObjects.textOf(PyObjects.getAttr(ts, f.code(), "co_filename"))))
                    .append("\", line ").append(PyObjects.str(ts, PyObjects.getAttr(ts, f, "f_lineno"))).append(" in ")
                    .append(PyObjects.strJava(ts, PyObjects.getAttr(ts, f.code(), "co_name"))).append('\n');
        }
        final Object to = file == null || file == PyNone.NONE
                ? PyObjects.getAttr(ts, ts.interp.modules.getStr("sys"), "stderr") : file;
        Calls.method1(ts, to, "write", Str.ofUtf16(text.toString()));
    }

    @PyFunction("dump_traceback_later($module, /, timeout, repeat=False, file=<unrepresentable>, exit=False)")
    void dumpTracebackLater(final ThreadState ts, final Object timeout, final boolean repeat, final Object file,
            final boolean exit) {
        final double seconds = PyNumber.asDouble(ts, timeout);
        if (seconds <= 0) {
            throw Errors.valueError("timeout must be greater than 0");
        }
        cancelDumpTracebackLater();
        final Thread watch = new Thread(() -> watch(seconds, repeat, exit), "faulthandler");
        watch.setDaemon(true);
        watchdog = watch;
        watch.start();
    }

    private void watch(final double seconds, final boolean repeat, final boolean exit) {
        do {
            final long end = System.nanoTime() + (long) (seconds * 1e9);
            while (System.nanoTime() < end) {
                java.util.concurrent.locks.LockSupport.parkNanos(Math.min(end - System.nanoTime(), 50_000_000L));
                if (watchdog != Thread.currentThread()) {
                    return;
                }
            }
            System.err.println("Timeout (" + seconds + " s)!");
            Thread.getAllStackTraces().forEach((thread, lines) -> {
                System.err.println("Thread \"" + thread.getName() + "\" (most recent call first):");
                for (final StackTraceElement line : lines) {
                    System.err.println("  " + line);
                }
            });
            if (exit) {
                Runtime.getRuntime().halt(1);
            }
        } while (repeat);
    }

    @PyFunction("cancel_dump_traceback_later($module, /)")
    void cancelDumpTracebackLater() {
        watchdog = null;
    }
}
