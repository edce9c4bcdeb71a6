package dev.adder.runtime.modules;

import dev.adder.language.text.Str;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.ops.PyObjects;

/** {@code print} and {@code input}. */
final class Printing {
    private Printing() {
    }

    static void print(final ThreadState ts, final Object[] args, final Object sep, final Object end,
            final Object file, final boolean flush) {
        Object out = file;
        if (out == PyNone.NONE) {
            out = sysAttribute(ts, "stdout");
            if (out == PyNone.NONE) {
                return;
            }
        }
        final Object separator = option(sep, "sep", " ");
        final Object terminator = option(end, "end", "\n");
        final Object write = PyObjects.getAttr(ts, out, "write");
        for (int i = 0; i < args.length; i++) {
            if (i > 0) {
                Calls.call1(ts, write, separator);
            }
            Calls.call1(ts, write, PyObjects.str(ts, args[i]));
        }
        Calls.call1(ts, write, terminator);
        if (flush) {
            Calls.method0(ts, out, "flush");
        }
    }

    private static Object option(final Object value, final String name, final String defaultValue) {
        if (value == PyNone.NONE) {
            return defaultValue;
        }
        if (!PyObjects.isText(value)) {
            throw Errors.typeError(name + " must be None or a string, not " + PyType.of(value).name());
        }
        return value;
    }

    private static Object sysAttribute(final ThreadState ts, final String name) {
        final Object sys = ts.interp.modules.getStr("sys");
        final Object value = sys == null ? null : PyObjects.lookupAttr(ts, sys, name);
        if (value == null) {
            throw Errors.runtimeError("lost sys." + name);
        }
        return value;
    }

    /** A stream that cannot be flushed does not stop input(). */
    private static void flush(final ThreadState ts, final Object stream) {
        try {
            Calls.method0(ts, stream, "flush");
        } catch (final PyRaise e) {
            if (!Errors.matches(e, ExceptionTypes.EXCEPTION)) {
                throw e;
            }
        }
    }

    static Object input(final ThreadState ts, final Object prompt) {
        final Object in = sysAttribute(ts, "stdin");
        final Object out = sysAttribute(ts, "stdout");
        final Object err = sysAttribute(ts, "stderr");
        if (in == PyNone.NONE || out == PyNone.NONE) {
            throw Errors.runtimeError("lost sys." + (in == PyNone.NONE ? "stdin" : "stdout"));
        }
        if (err == PyNone.NONE) {
            throw Errors.runtimeError("lost sys.stderr");
        }
        flush(ts, err);
        Calls.method1(ts, out, "write", PyObjects.str(ts, prompt));
        flush(ts, out);
        final Object line = Calls.method0(ts, in, "readline");
        if (!PyObjects.isText(line)) {
            throw Errors.typeError("object.readline() returned non-string");
        }
        final Object text = PyObjects.textOf(line);
        final int n = Str.length(text);
        if (n == 0) {
            throw Errors.of(ExceptionTypes.EOF_ERROR, "EOF when reading a line");
        }
        return Str.codePointAt(text, n - 1) == '\n' ? Str.slice(text, 0, n - 1) : text;
    }
}
