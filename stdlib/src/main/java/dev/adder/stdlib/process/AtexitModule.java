package dev.adder.stdlib.process;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.modules.Unraisable;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.ops.PyObjects;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The module {@code atexit}: functions to be called, last one first, when the interpreter ends. */
@PyModuleSpec("atexit")
public final class AtexitModule extends NativeModule {
    /** One registration; the names are those of the last arguments. */
    private record Callback(Object function, Object[] args, String[] kwNames) {
    }

    /** Guarded by itself; no Python code runs under its lock. */
    private final List<Callback> callbacks = new ArrayList<>();

    @Override
    public BuiltinTable table() {
        return new AtexitModuleTable();
    }

    /** Runs what the interpreter's program has registered, if it has imported this module at all. */
    public static void runAll(final ThreadState ts) {
        if (ts.interp.modules.getStr("atexit") instanceof PyModule m && m.state instanceof AtexitModule atexit) {
            atexit.runExitFunctions(ts);
        }
    }

    @PyFunction(value = "register($module, func, /, *args, **kwargs)", raw = true)
    Object register(final ThreadState ts, final Object[] args, final String[] kwNames) {
        final int names = kwNames == null ? 0 : kwNames.length;
        if (args.length - names == 0) {
            throw Errors.typeError("register() takes at least 1 argument (0 given)");
        }
        if (!PyObjects.isCallable(args[0])) {
            throw Errors.typeError("the first argument must be callable");
        }
        synchronized (callbacks) {
            callbacks.add(new Callback(args[0], Arrays.copyOfRange(args, 1, args.length), kwNames));
        }
        return args[0];
    }

    @PyFunction("unregister($module, func, /)")
    void unregister(final ThreadState ts, final Object function) {
        final Callback[] all;
        synchronized (callbacks) {
            all = callbacks.toArray(new Callback[0]);
        }
        for (final Callback callback : all) {
            if (PyObjects.equal(ts, callback.function, function)) {
                synchronized (callbacks) {
                    callbacks.removeIf(c -> c == callback);
                }
            }
        }
    }

    @PyFunction("_clear($module, /)")
    void clear() {
        synchronized (callbacks) {
            callbacks.clear();
        }
    }

    @PyFunction("_ncallbacks($module, /)")
    long ncallbacks() {
        synchronized (callbacks) {
            return callbacks.size();
        }
    }

    @PyFunction("_run_exitfuncs($module, /)")
    void runExitFunctions(final ThreadState ts) {
        while (true) {
            final Callback last;
            synchronized (callbacks) {
                if (callbacks.isEmpty()) {
                    return;
                }
                last = callbacks.removeLast();
            }
            try {
                Calls.call(ts, last.function, last.args, last.kwNames);
            } catch (final PyRaise e) {
                Unraisable.report(ts, e, "in atexit callback", last.function);
            }
        }
    }
}
