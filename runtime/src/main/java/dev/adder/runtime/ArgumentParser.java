package dev.adder.runtime;

import dev.adder.language.text.Str;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The run-time part of generated argument parsing: counts, keywords, conversions, with the texts of CPython's
 * Python/getargs.c and Objects/call.c.
 */
public final class ArgumentParser {
    private ArgumentParser() {
    }

    public static IllegalStateException noSuchId(final int id, final Object... args) {
        return new IllegalStateException("no built-in method " + id + " with " + args.length + " arguments");
    }

    // ---- conversions ----

    public static long asSsize(final ThreadState ts, final Object o) {
        return PyNumber.asSsize(ts, o);
    }

    public static int asInt(final ThreadState ts, final Object o) {
        return PyNumber.asInt(ts, o);
    }

    public static double asDouble(final ThreadState ts, final Object o) {
        return PyNumber.asDouble(ts, o);
    }

    public static boolean isTrue(final ThreadState ts, final Object o) {
        return PyObjects.isTrue(ts, o);
    }

    /** The str itself (which may be an instance of a subclass). */
    public static Object text(final String function, final String which, final Object o) {
        if (PyObjects.isText(o)) {
            return o;
        }
        throw bad(function, which, "str", o);
    }

    /** A name key of a str argument. */
    public static String string(final String function, final String which, final Object o) {
        return Str.nameKey(PyObjects.textOf(text(function, which, o)));
    }

    public static Object instance(final Class<?> javaClass, final String pythonType, final String function,
            final String which, final Object o) {
        if (javaClass.isInstance(o)) {
            return o;
        }
        throw bad(function, which, pythonType, o);
    }

    private static PyRaise bad(final String function, final String which, final String expected, final Object o) {
        return Errors.typeError((function.isEmpty() ? "" : function + "() ") + which + " must be " + expected + ", not "
                + (o == PyNone.NONE ? "None" : PyType.of(o).name()));
    }

    // ---- counts ----

    public static void noKeywords(final String qualified, final String[] kwNames) {
        if (kwNames != null && kwNames.length > 0) {
            throw Errors.typeError(qualified + "() takes no keyword arguments");
        }
    }

    public static void noWrapperKeywords(final String name, final String[] kwNames) {
        if (kwNames != null && kwNames.length > 0) {
            throw Errors.typeError("wrapper " + name + "() takes no keyword arguments");
        }
    }

    public static void checkWrapperCount(final String name, final int given, final int min, final int max) {
        if (given < min || given > max) {
            throw min == max
                    ? Errors.typeError("expected " + min + " argument" + (min == 1 ? "" : "s") + ", got " + given)
                    : Errors.typeError("expected at " + (given < min ? "least " + min : "most " + max) + " argument"
                            + ((given < min ? min : max) == 1 ? "" : "s") + ", got " + given);
        }
    }

    public static void checkNone(final String qualified, final int given) {
        if (given != 0) {
            throw Errors.typeError(qualified + "() takes no arguments (" + given + " given)");
        }
    }

    public static void checkOne(final String qualified, final int given) {
        if (given != 1) {
            throw Errors.typeError(qualified + "() takes exactly one argument (" + given + " given)");
        }
    }

    /** {@code _PyArg_CheckPositional}. */
    public static void checkCount(final String name, final int given, final int min, final int max) {
        if (given < min) {
            throw Errors.typeError(name + " expected " + (min == max ? "" : "at least ") + min + " argument"
                    + (min == 1 ? "" : "s") + ", got " + given);
        }
        if (given > max) {
            throw Errors.typeError(name + " expected " + (min == max ? "" : "at most ") + max + " argument"
                    + (max == 1 ? "" : "s") + ", got " + given);
        }
    }

    // ---- keywords ----

    public static int positional(final Object[] args, final String[] kwNames) {
        return kwNames == null ? args.length : args.length - kwNames.length;
    }

    /** The arguments from {@code from} to {@code end}: what {@code *args} takes. */
    public static Object[] rest(final Object[] args, final int end, final int from) {
        return end <= from ? Calls.NO_ARGS : Arrays.copyOfRange(args, from, end);
    }

    /** What {@code **kwargs} takes: the keywords that name no parameter; null if none. */
    public static PyDict extra(final String[] names, final int positionalOnly, final Object[] args,
            final String[] kwNames) {
        if (kwNames == null || kwNames.length == 0) {
            return null;
        }
        PyDict extra = null;
        final int given = args.length - kwNames.length;
        for (int k = 0; k < kwNames.length; k++) {
            if (indexOf(names, positionalOnly, kwNames[k]) < 0) {
                if (extra == null) {
                    extra = new PyDict();
                }
                extra.putStr(kwNames[k], args[given + k]);
            }
        }
        return extra;
    }

    private static int indexOf(final String[] names, final int from, final String name) {
        for (int i = from; i < names.length; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Puts each argument at its parameter's place ({@code _PyArg_UnpackKeywords}).
     *
     * @param names the parameters: {@code positionalOnly} ones first, then those that may be positional (up to
     *     {@code maxPositional}), then keyword-only ones
     * @param minPositional how many of the positional ones are required
     * @param requiredKeywords how many keyword-only ones, the first of them, are required
     */
    public static Object[] unpack(final String function, final String[] names, final int positionalOnly,
            final int minPositional, final int maxPositional, final int requiredKeywords, final boolean variadic,
            final boolean dictionary, final Object[] args, final String[] kwNames) {
        final int keywords = kwNames == null ? 0 : kwNames.length;
        final int given = args.length - keywords;
        final Object[] values = new Object[names.length];
        if (given > maxPositional && !variadic) {
            throw tooMany(function, names, minPositional, maxPositional, given, keywords);
        }
        System.arraycopy(args, 0, values, 0, Math.min(given, maxPositional));
        for (int k = 0; k < keywords; k++) {
            final int i = indexOf(names, positionalOnly, kwNames[k]);
            if (i < 0) {
                continue;
            }
            if (values[i] != null) {
                throw Errors.typeError("argument for " + function + "() given by name ('" + kwNames[k]
                        + "') and position (" + (i + 1) + ")");
            }
            values[i] = args[given + k];
        }
        for (int i = 0; i < minPositional; i++) {
            if (values[i] == null) {
                if (i < positionalOnly) {
                    throw Errors.typeError(function + "() takes " + (minPositional < maxPositional || variadic
                            ? "at least" : "exactly") + " " + Math.min(minPositional, positionalOnly)
                            + " positional argument" + (Math.min(minPositional, positionalOnly) == 1 ? "" : "s") + " ("
                            + given + " given)");
                }
                throw Errors.typeError(function + "() missing required argument '" + names[i] + "' (pos " + (i + 1)
                        + ")");
            }
        }
        for (int i = maxPositional; i < maxPositional + requiredKeywords; i++) {
            if (values[i] == null) {
                throw Errors.typeError(function + "() missing required argument '" + names[i] + "' (pos " + (i + 1)
                        + ")");
            }
        }
        if (!dictionary) {
            for (int k = 0; k < keywords; k++) {
                if (indexOf(names, positionalOnly, kwNames[k]) < 0) {
                    throw unexpected(function, names, positionalOnly, kwNames[k]);
                }
            }
        }
        return values;
    }

    private static PyRaise unexpected(final String function, final String[] names, final int positionalOnly,
            final String keyword) {
        final List<String> candidates = new ArrayList<>(Arrays.asList(names).subList(positionalOnly, names.length));
        final String suggestion = PyObjects.suggest(keyword, candidates);
        return Errors.typeError(function + "() got an unexpected keyword argument '" + keyword + "'"
                + (suggestion == null ? "" : ". Did you mean '" + suggestion + "'?"));
    }

    private static PyRaise tooMany(final String function, final String[] names, final int min, final int max,
            final int given, final int keywords) {
        if (max == 0) {
            return Errors.typeError(function + "() takes no positional arguments");
        }
        if (names.length == max) {
            return Errors.typeError(function + "() takes " + (min == max ? "exactly" : "at most") + " " + max
                    + " argument" + (max == 1 ? "" : "s") + " (" + (given + keywords) + " given)");
        }
        return Errors.typeError(function + "() takes " + (min == max ? "exactly" : "at most") + " " + max
                + " positional argument" + (max == 1 ? "" : "s") + " (" + given + " given)");
    }
}
