package dev.adder.runtime.exceptions;

import dev.adder.language.text.Str;
import dev.adder.runtime.Calls;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.PyTraceback;
import dev.adder.runtime.ops.PyObjects;

/** Prints an uncaught exception on {@code sys.stderr}. */
public final class TracebackPrinter {
    private TracebackPrinter() {
    }

    /** Writes a text to {@code sys.stderr}, or to the process's standard error where that is gone. */
    public static void write(final ThreadState ts, final Object text) {
        final Object sys = ts.interp.modules.getStr("sys");
        final Object err = sys == null ? null : PyObjects.lookupAttr(ts, sys, "stderr");
        if (err == null || err == PyNone.NONE) {
            System.err.print(Str.toJava(text));
            return;
        }
        Calls.method1(ts, err, "write", text);
    }

    /** Prints the exception with its chain. */
    public static void print(final ThreadState ts, final Object value, final Object traceback) {
        if (!(value instanceof PyBaseException e)) {
            write(ts, Str.concat(PyObjects.repr(ts, value), "\n"));
            return;
        }
        if (e.cause != null) {
            print(ts, e.cause, PyNone.NONE);
            write(ts, "\nThe above exception was the direct cause of the following exception:\n\n");
        } else if (e.context != null && !e.suppressContext) {
            print(ts, e.context, PyNone.NONE);
            write(ts, "\nDuring handling of the above exception, another exception occurred:\n\n");
        }
        final StringBuilder b = new StringBuilder();
        PyTraceback tb = traceback instanceof PyTraceback t ? t : e.traceback;
        if (tb != null) {
            b.append("Traceback (most recent call last):\n");
            for (; tb != null; tb = tb.next) {
                b.append("  File \"").append(tb.frame.ir().filename).append("\", line ").append(tb.line())
                        .append(", in ").append(tb.frame.ir().qualname).append('\n');
            }
        }
        b.append(e.type().name());
        try {
            final String text = PyObjects.strJava(ts, e);
            if (!text.isEmpty()) {
                b.append(": ").append(text);
            }
        } catch (final PyRaise inner) {
            b.append(": <exception str() failed>");
        }
        write(ts, Str.ofUtf16(b.append('\n').toString()));
    }
}
