package dev.adder.runtime.modules;

import dev.adder.language.text.Str;
import dev.adder.runtime.Calls;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.TracebackPrinter;
import dev.adder.runtime.objects.PyStructSequence;
import dev.adder.runtime.ops.PyObjects;

/** Exceptions that nobody can catch. */
public final class Unraisable {
    private static final PyType ARGS = PyStructSequence.define("UnraisableHookArgs", "sys", 5, "exc_type",
            "exc_value", "exc_traceback", "err_msg", "object");

    private Unraisable() {
    }

    /** Calls {@code sys.unraisablehook}. */
    public static void report(final ThreadState ts, final PyRaise e, final String message, final Object object) {
        final Object sys = ts.interp.modules.getStr("sys");
        final Object hook = sys == null ? null : PyObjects.lookupAttr(ts, sys, "unraisablehook");
        final Object args = PyStructSequence.make(ARGS, e.value.type(), e.value,
                e.value.traceback == null ? PyNone.NONE : e.value.traceback, Str.ofUtf16("Exception ignored " + message),
                object == null ? PyNone.NONE : object);
        if (hook == null || hook == PyNone.NONE) {
            print(ts, args);
            return;
        }
        try {
            Calls.call1(ts, hook, args);
        } catch (final PyRaise again) {
            TracebackPrinter.print(ts, again.value, PyNone.NONE);
        }
    }

    /** The default hook: message and traceback on {@code sys.stderr}. */
    public static void print(final ThreadState ts, final Object args) {
        final Object message = PyObjects.getAttr(ts, args, "err_msg");
        final Object object = PyObjects.getAttr(ts, args, "object");
        final StringBuilder head = new StringBuilder(message == PyNone.NONE ? "Exception ignored in"
                : PyObjects.strJava(ts, message));
        if (object != PyNone.NONE) {
            head.append(message == PyNone.NONE ? ": " : " ").append(PyObjects.reprJava(ts, object));
        }
        final Object sys = ts.interp.modules.getStr("sys");
        final Object err = sys == null ? null : PyObjects.lookupAttr(ts, sys, "stderr");
        if (err == null || err == PyNone.NONE) {
            return;
        }
        TracebackPrinter.write(ts, Str.ofUtf16(head.append(message == PyNone.NONE && object == PyNone.NONE ? "\n"
                : ":\n").toString()));
        TracebackPrinter.printAlone(ts, PyObjects.getAttr(ts, args, "exc_value"),
                PyObjects.getAttr(ts, args, "exc_traceback"));
    }
}
