package dev.adder.cli;

import dev.adder.jit.AdderJit;
import dev.adder.profile.ProfileOptions;
import dev.adder.profile.Profiler;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.InterpreterState;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.exceptions.TracebackPrinter;
import dev.adder.runtime.modules.ImportlibBootstrap;
import dev.adder.runtime.modules.Library;
import dev.adder.runtime.modules.Startup;
import dev.adder.runtime.modules.Unraisable;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.posix.Libc;
import dev.adder.stdlib.NativeModules;
import dev.adder.stdlib.io.OpenFiles;
import dev.adder.stdlib.io.StandardStreams;
import dev.adder.stdlib.process.AtexitModule;
import dev.adder.stdlib.signal.SignalModule;
import java.math.BigInteger;

/**
 * One run of Python from start to end: interpreter, standard streams, {@code site}, the program, and what belongs to the
 * end (CPython's Modules/main.c and Python/pylifecycle.c).
 */
final class PythonRunner {
    /** CPython's status when standard output cannot be flushed at the end. */
    private static final int FLUSH_FAILED = 120;
    /** Address space, not memory: deep recursion ends by Python's limit and not by the stack. */
    private static final long STACK = 512L << 20;

    private final Options options;
    private final Configuration configuration;
    private final InterpreterState interp;
    private final ThreadState ts;
    /** Null unless {@code adder profile} runs the program. */
    private final Profiler profiler;
    private boolean interrupted;

    private PythonRunner(final Options options, final Configuration configuration, final InterpreterState interp,
            final ProfileOptions profile) {
        this.options = options;
        this.configuration = configuration;
        this.interp = interp;
        this.ts = interp.threadState();
        this.profiler = profile == null ? null : new Profiler(interp, profile);
    }

    /**
     * Runs on a thread of its own, which is Python's main thread; gives the exit status.
     *
     * @param profile null to run unwatched
     */
    static int run(final Options options, final String[] arguments, final ProfileOptions profile) {
        final int[] status = {1};
        final Ahead ahead = new Ahead(options);
        final Thread main = new Thread(null, () -> status[0] = runHere(options, arguments, profile, ahead), "MainThread",
                STACK);
        main.start();
        ahead.work(STACK);
        while (main.isAlive()) {
            try {
                main.join();
            } catch (final InterruptedException e) {
                // Nobody interrupts this thread with a meaning.
                continue;
            }
        }
        return status[0];
    }

    private static int runHere(final Options options, final String[] arguments, final ProfileOptions profile,
            final Ahead ahead) {
        final String folder = System.getProperty("adder.cwd");
        if (folder != null) {
            // The current folder, which is no more: the JVM would not start in it.
            Libc.call("fchdir", Long.parseLong(folder));
            Libc.call("close", Long.parseLong(folder));
        }
        final Configuration configuration = new Configuration(options);
        final InterpreterState interp;
        try {
            interp = Startup.create(configuration.sysOptions(arguments), new NativeModules(),
                    new Library(configuration.library(), configuration.image()),
                    AdderJit.ofOptions(options.xOptions()), configuration.hashKey());
        } catch (final Settings.Fatal e) {
            System.err.println(e.getMessage());
            return 1;
        }
        interp.setShowFaults(configuration.xOption("faults") != null);
        try {
            return new PythonRunner(options, configuration, interp, profile).run(ahead);
        } catch (final OutOfMemoryError e) {
            System.err.println("MemoryError");
        } catch (final RuntimeException | Error e) {
            // Outside all Python code: nothing else catches it.
            final StackTraceElement[] stack = e.getStackTrace();
            System.err.println("Fatal Python error: internal fault of Adder, please report it: " + e
                    + (stack.length == 0 ? "" : " at " + stack[0]));
            if (interp.showsFaults()) {
                e.printStackTrace();
            }
        }
        return 1;
    }

    private int run(final Ahead ahead) {
        int status;
        final MainProgram program = new MainProgram(options, configuration, interp, ahead);
        try {
            prepare();
            if (profiler != null) {
                profiler.startInTime();
            }
            status = program.run();
        } catch (final PyRaise e) {
            status = program.showsExit() ? callHook(e) : report(e);
        }
        if (program.isInspected()) {
            try {
                status = program.interact();
            } catch (final PyRaise e) {
                status = report(e);
            }
        }
        status = finish(status);
        if (profiler != null && !profiler.stop() && status == 0) {
            status = 1;
        }
        if (interrupted) {
            SignalModule.dieByInterrupt();
        }
        return status;
    }

    private void prepare() {
        importModule("_signal");
        ImportlibBootstrap.installExternal(ts);
        StandardStreams.install(ts, configuration.unbuffered(), configuration.variable("PYTHONIOENCODING"));
        if (configuration.hasWarningOptions()) {
            importModule("warnings");
        }
        if (!options.noSite()) {
            importSite();
        }
    }

    /** {@code init_import_site}: no program starts when that fails, not even by {@code sys.exit()}. */
    private void importSite() {
        try {
            // Which runs its main().
            importModule("site");
        } catch (final PyRaise e) {
            TracebackPrinter.write(ts, "Fatal Python error: init_import_site: Failed to import the site module\n"
                    + "Python runtime state: initialized\n");
            TracebackPrinter.print(ts, e.value, PyNone.NONE);
            throw Errors.withArgs(ExceptionTypes.SYSTEM_EXIT, 1L);
        }
    }

    private Object importModule(final String name) {
        return Calls.call1(ts, interp.builtins().getStr("__import__"), name);
    }

    /** Reports an exception that nobody caught; gives the exit status. */
    private int report(final PyRaise e) {
        interrupted = Errors.matches(e, ExceptionTypes.KEYBOARD_INTERRUPT);
        if (!Errors.matches(e, ExceptionTypes.SYSTEM_EXIT)) {
            return callHook(e);
        }
        return statusOf(e);
    }

    /** {@code sys.excepthook}, and what shall be seen when it fails; gives the exit status. */
    private int callHook(final PyRaise e) {
        final PyDict sys = ((PyModule) interp.modules.getStr("sys")).dict();
        sys.putStr("last_exc", e.value);
        final Object hook = sys.getStr("excepthook");
        if (hook == null) {
            TracebackPrinter.write(ts, "sys.excepthook is missing\n");
            TracebackPrinter.print(ts, e.value, PyNone.NONE);
            return 1;
        }
        try {
            Calls.call(ts, hook, new Object[] {e.value.type(), e.value,
                    e.value.traceback == null ? PyNone.NONE : e.value.traceback}, null);
        } catch (final PyRaise again) {
            if (Errors.matches(again, ExceptionTypes.SYSTEM_EXIT)) {
                return statusOf(again);
            }
            TracebackPrinter.write(ts, "Error in sys.excepthook:\n");
            TracebackPrinter.print(ts, again.value, PyNone.NONE);
            TracebackPrinter.write(ts, "\nOriginal exception was:\n");
            TracebackPrinter.print(ts, e.value, PyNone.NONE);
        }
        return 1;
    }

    /** The exit status of a SystemExit; prints its code if that is no number. */
    private int statusOf(final PyRaise e) {
        Object code = PyObjects.lookupAttr(ts, e.value, "code");
        if (code == null) {
            code = PyNone.NONE;
        }
        if (code == PyNone.NONE) {
            return 0;
        }
        if (code instanceof Boolean || code instanceof Long || code instanceof BigInteger) {
            final Object number = PyNumber.index(ts, code);
            // The C library takes the low byte; what does not fit into a long is -1.
            return number instanceof Long n ? (int) (n & 0xff) : 0xff;
        }
        try {
            TracebackPrinter.write(ts, PyObjects.textOf(PyObjects.str(ts, code)));
        } catch (final PyRaise inner) {
            // A code that cannot be shown is not shown.
            TracebackPrinter.write(ts, "");
        }
        TracebackPrinter.write(ts, "\n");
        return 1;
    }

    /** {@code Py_FinalizeEx}: waits for the threads, runs the exit functions, flushes; gives the exit status. */
    private int finish(final int status) {
        int result = status;
        final Object threading = interp.modules.getStr("threading");
        try {
            if (threading != null) {
                Calls.method0(ts, threading, "_shutdown");
            }
        } catch (final PyRaise e) {
            Unraisable.report(ts, e, "on threading shutdown", threading);
        }
        AtexitModule.runAll(ts);
        interp.setFinalizing();
        interp.finalizers().runAll(ts);
        if (!flush("stdout")) {
            result = FLUSH_FAILED;
        }
        if (!flush("stderr")) {
            result = FLUSH_FAILED;
        }
        OpenFiles.flushAll(ts);
        interp.jit().finish();
        return result;
    }

    /** False if what was written could not be delivered. */
    private boolean flush(final String name) {
        final Object stream = interp.modules.getStr("sys") instanceof PyModule sys ? sys.dict().getStr(name) : null;
        if (stream == null || stream == PyNone.NONE) {
            return true;
        }
        try {
            if (PyObjects.lookupAttr(ts, stream, "closed") instanceof Boolean closed && closed) {
                return true;
            }
            Calls.method0(ts, stream, "flush");
            return true;
        } catch (final PyRaise e) {
            if (name.equals("stdout")) {
                Unraisable.report(ts, e, "while flushing sys.stdout", null);
            }
            return false;
        }
    }
}
