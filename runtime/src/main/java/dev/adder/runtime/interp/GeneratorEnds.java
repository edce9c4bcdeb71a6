package dev.adder.runtime.interp;

import dev.adder.language.text.Str;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.Warnings;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.ops.PyObjects;

/**
 * What becomes of generators and coroutines that nobody holds any more: {@code _PyGen_Finalize} of CPython's
 * Objects/genobject.c. Only those are watched where it shows: coroutines before they start, frames suspended where an
 * exception would be handled, asynchronous generators that an event loop wants to hear of.
 */
final class GeneratorEnds {
    private GeneratorEnds() {
    }

    /** Whether closing the suspended frame would run any of its code. */
    static boolean isProtected(final Frame f) {
        final int[] table = f.ir().exceptions;
        final int pc = f.pc;
        for (int i = 0; i < table.length; i += 4) {
            if (table[i] <= pc && pc < table[i + 1]) {
                return true;
            }
        }
        return false;
    }

    static void forgotten(final ThreadState ts, final PyGenerator g) {
        if (g.isFinished() || g.isRunning()) {
            return;
        }
        if (g.isCoroutine() && !g.isStarted()) {
            warnNeverAwaited(ts, g);
            return;
        }
        if (g instanceof PyAsyncGenerator a && a.finalizer != null && !a.closed) {
            callHook(ts, a);
            return;
        }
        try {
            g.close(ts);
        } catch (final PyRaise e) {
            ts.interp.unraisable(ts, e, "while closing generator " + PyObjects.reprJava(ts, g), null);
        }
    }

    /** {@code _PyErr_WarnUnawaitedCoroutine}: by the library's function, and plainly where that does not warn. */
    private static void warnNeverAwaited(final ThreadState ts, final PyGenerator g) {
        try {
            final Object warnings = ts.interp.importModule(ts, "warnings");
            final Object warn = PyObjects.lookupAttr(ts, warnings, "_warn_unawaited_coroutine");
            if (warn != null) {
                Calls.call1(ts, warn, g);
                return;
            }
        } catch (final PyRaise e) {
            ts.interp.unraisable(ts, e, "while finalizing coroutine " + PyObjects.reprJava(ts, g), null);
            if (Errors.matches(e, ExceptionTypes.RUNTIME_WARNING)) {
                return;
            }
        }
        try {
            Warnings.warn(ts, ExceptionTypes.RUNTIME_WARNING,
                    "coroutine '" + Str.toJava(PyObjects.textOf(g.qualname)) + "' was never awaited");
        } catch (final PyRaise e) {
            ts.interp.unraisable(ts, e, "while finalizing coroutine " + PyObjects.reprJava(ts, g), null);
        }
    }

    /** {@code _PyErr_WarnUnawaitedAgenMethod}: of {@code asend}, {@code athrow}, {@code aclose}. */
    static void warnMethodNeverAwaited(final ThreadState ts, final PyAsyncGenerator g, final String method) {
        try {
            Warnings.warn(ts, ExceptionTypes.RUNTIME_WARNING, "coroutine method '" + method + "' of "
                    + PyObjects.reprJava(ts, g.qualname) + " was never awaited");
        } catch (final PyRaise e) {
            ts.interp.unraisable(ts, e, "while finalizing async generator " + PyObjects.reprJava(ts, g), null);
        }
    }

    private static void callHook(final ThreadState ts, final PyAsyncGenerator g) {
        try {
            Calls.call1(ts, g.finalizer, g);
        } catch (final PyRaise e) {
            ts.interp.unraisable(ts, e, "while finalizing generator " + PyObjects.reprJava(ts, g), null);
        }
    }
}
