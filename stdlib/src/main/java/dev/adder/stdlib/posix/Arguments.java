package dev.adder.stdlib.posix;

import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.posix.FsText;
import dev.adder.runtime.posix.Libc;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Sequences and mappings as arguments, and what a new program is given: its arguments and its environment. */
final class Arguments {
    private Arguments() {
    }

    /** {@code PySequence_Check}. */
    static boolean isSequence(final Object o) {
        return !(o instanceof PyDict) && PyType.of(o).lookup("__getitem__") != null;
    }

    /** {@code PyMapping_Check}. */
    static boolean isMapping(final Object o) {
        return PyType.of(o).lookup("__getitem__") != null;
    }

    static boolean isTupleOrList(final Object o) {
        return o instanceof PyTuple || o instanceof PyList;
    }

    /**
     * The arguments of a program as a NULL-terminated array of C strings ({@code parse_arglist}).
     *
     * @param what the start of the errors about them, as {@code execv() arg 2}
     */
    static long argv(final ThreadState ts, final Arena arena, final String what, final Object argv) {
        if (!isTupleOrList(argv)) {
            throw Errors.typeError(what + " must be a tuple or list");
        }
        final Object[] items = PyIter.toArray(ts, argv);
        if (items.length == 0) {
            throw Errors.valueError(what + " must not be empty");
        }
        final byte[][] strings = new byte[items.length][];
        for (int i = 0; i < items.length; i++) {
            strings[i] = FsText.pathBytes(ts, items[i]);
        }
        if (strings[0].length == 0) {
            throw Errors.valueError(what + " first element cannot be empty");
        }
        return strings(arena, strings);
    }

    /** A mapping as an environment ({@code parse_envlist}). */
    static long environment(final ThreadState ts, final Arena arena, final Object env) {
        final Object keys = Calls.method0(ts, env, "keys");
        final Object values = Calls.method0(ts, env, "values");
        final Object[] names = PyIter.toArray(ts, keys);
        final Object[] texts = PyIter.toArray(ts, values);
        final byte[][] strings = new byte[Math.min(names.length, texts.length)][];
        for (int i = 0; i < strings.length; i++) {
            final byte[] name = FsText.pathBytes(ts, names[i]);
            final byte[] text = FsText.pathBytes(ts, texts[i]);
            if (name.length == 0 || hasEquals(name)) {
                throw Errors.valueError("illegal environment variable name");
            }
            strings[i] = new byte[name.length + 1 + text.length];
            System.arraycopy(name, 0, strings[i], 0, name.length);
            strings[i][name.length] = '=';
            System.arraycopy(text, 0, strings[i], name.length + 1, text.length);
        }
        return strings(arena, strings);
    }

    private static boolean hasEquals(final byte[] name) {
        for (int i = 1; i < name.length; i++) {
            if (name[i] == '=') {
                return true;
            }
        }
        return false;
    }

    /** The address of a NULL-terminated array of C strings. */
    static long strings(final Arena arena, final byte[]... strings) {
        final MemorySegment all = arena.allocate((strings.length + 1) * 8L, 8);
        for (int i = 0; i < strings.length; i++) {
            all.set(ValueLayout.JAVA_LONG, i * 8L, Libc.cString(arena, strings[i]).address());
        }
        return all.address();
    }

    /** A set of signals in C's form ({@code _Py_Sigset_Converter}). */
    static long signalSet(final ThreadState ts, final Arena arena, final Object signals) {
        final MemorySegment set = arena.allocate(128, 8);
        PyIter.forEach(ts, signals, item -> {
            final long signum = PyNumber.asSsize(ts, item);
            if (signum < 1 || signum > 64) {
                throw Errors.valueError("signal number " + signum + " out of range [1; 64]");
            }
            set.set(ValueLayout.JAVA_LONG, 0, set.get(ValueLayout.JAVA_LONG, 0) | 1L << signum - 1);
        });
        return set.address();
    }
}
