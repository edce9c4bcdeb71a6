package dev.adder.runtime;

import dev.adder.language.text.Str;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import java.util.Arrays;

/**
 * What the generated {@link BuiltinTable}s share: counting, matching and converting arguments, with the messages of
 * CPython (Python/getargs.c, Objects/methodobject.c, Objects/descrobject.c and what Argument Clinic generates).
 *
 * <p>Everywhere {@code kwNames} may be null or empty; else it names the last {@code kwNames.length} of {@code args}.
 */
public final class ArgumentParser {
    private static final Object[] EMPTY = new Object[0];

    private ArgumentParser() {
    }

    /** A table was asked for an id it does not have, or an accessor was called with the wrong number of arguments. */
    public static RuntimeException noSuchId(final int id, final Object[] args) {
        return new IllegalArgumentException("no exposed method " + id + " takes " + args.length + " arguments");
    }

    // ---- counts, for functions without keywords; `qualified` is as in "list.append", `name` as in "append"

    public static void noKeywords(final String qualified, final String[] kwNames) {
        if (kwNames != null && kwNames.length != 0) {
            throw Errors.typeError(qualified + "() takes no keyword arguments");
        }
    }

    /**
     * The number of positional arguments of {@code __new__}. Keywords are refused, but for a subclass that has an
     * {@code __init__} of its own to take them.
     */
    public static int positionalOfNew(final String name, final Object self, final PyType owner, final Object[] args,
            final String[] kwNames) {
        if (kwNames == null || kwNames.length == 0) {
            return args.length;
        }
        if (self == owner || ((PyType) self).lookup("__init__") == owner.lookup("__init__")) {
            noKeywords(name, kwNames);
        }
        return args.length - kwNames.length;
    }

    /** As {@link #positionalOfNew} for {@code __init__}, where a {@code __new__} of its own takes the keywords. */
    public static int positionalOfInit(final String name, final Object self, final PyType owner, final Object[] args,
            final String[] kwNames) {
        if (kwNames == null || kwNames.length == 0) {
            return args.length;
        }
        final PyType type = PyType.of(self);
        if (type == owner || type.lookup("__new__") == owner.lookup("__new__")) {
            noKeywords(name, kwNames);
        }
        return args.length - kwNames.length;
    }

    /** {@code METH_NOARGS}. */
    public static void checkNone(final String qualified, final int given) {
        if (given != 0) {
            throw Errors.typeError(qualified + "() takes no arguments (" + given + " given)");
        }
    }

    /** {@code METH_O}. */
    public static void checkOne(final String qualified, final int given) {
        if (given != 1) {
            throw Errors.typeError(qualified + "() takes exactly one argument (" + given + " given)");
        }
    }

    /** {@code _PyArg_CheckPositional}; {@code max} may be {@code Integer.MAX_VALUE}. */
    public static void checkCount(final String name, final int given, final int min, final int max) {
        if (given > max && name.equals("super")) {
            throw Errors.typeError("super() expected at most " + max + " arguments, got " + given);
        }
        if (given < min) {
            throw Errors.typeError(name + " expected " + (min == max ? "" : "at least ") + min + " argument"
                    + plural(min) + ", got " + given);
        }
        if (given > max) {
            throw Errors.typeError(name + " expected " + (min == max ? "" : "at most ") + max + " argument"
                    + plural(max) + ", got " + given);
        }
    }

    public static void noWrapperKeywords(final String name, final String[] kwNames) {
        if (kwNames != null && kwNames.length != 0) {
            throw Errors.typeError("wrapper " + name + "() takes no keyword arguments");
        }
    }

    /** {@code check_num_args} and its like for slot wrappers. */
    public static void checkWrapperCount(final String name, final int given, final int min, final int max) {
        if (given >= min && given <= max) {
            return;
        }
        if (min != max) {
            throw Errors.typeError("expected " + min + " or " + max + " arguments, got " + given);
        }
        throw Errors.typeError((min > 1 ? name + " " : "") + "expected " + min + " argument" + plural(min) + ", got "
                + given);
    }

    private static String plural(final int n) {
        return n == 1 ? "" : "s";
    }

    // ---- keywords

    public static int positional(final Object[] args, final String[] kwNames) {
        return kwNames == null ? args.length : args.length - kwNames.length;
    }

    /** What of the first {@code given} arguments is beyond the first {@code from}. */
    public static Object[] rest(final Object[] args, final int given, final int from) {
        if (given <= from) {
            return EMPTY;
        }
        final Object[] rest = new Object[given - from];
        System.arraycopy(args, from, rest, 0, rest.length);
        return rest;
    }

    /** The keyword arguments that no parameter is named after, or null if there are none. */
    public static PyDict extra(final String[] names, final int positionalOnly, final Object[] args,
            final String[] kwNames) {
        if (kwNames == null) {
            return null;
        }
        PyDict extra = null;
        final int given = args.length - kwNames.length;
        for (int i = 0; i < kwNames.length; i++) {
            if (indexOf(names, positionalOnly, kwNames[i]) < 0) {
                if (extra == null) {
                    extra = new PyDict();
                }
                extra.putStr(kwNames[i], args[given + i]);
            }
        }
        return extra;
    }

    /**
     * {@code _PyArg_UnpackKeywords} and {@code _PyArg_UnpackKeywordsWithVararg}: the arguments in the order of
     * {@code names}, null where one is absent.
     *
     * @param name the function's name in errors; empty where CPython gives none
     * @param minKeywords how many keyword-only parameters are required; they are the first of them
     */
    public static Object[] unpack(final String name, final String[] names, final int positionalOnly, final int min,
            final int max, final int minKeywords, final boolean variadic, final boolean dictionary, final Object[] args,
            final String[] kwNames) {
        final int keywords = kwNames == null ? 0 : kwNames.length;
        final int given = args.length - keywords;
        if (given > max && !variadic || given < min || given + keywords > names.length || minKeywords > 0) {
            checkUnpackCount(name, names, positionalOnly, min, max, variadic, dictionary, given, keywords);
        }
        final Object[] values = new Object[names.length];
        System.arraycopy(args, 0, values, 0, Math.min(given, max));
        int unused = keywords;
        for (int i = 0; i < keywords; i++) {
            final int at = indexOf(names, positionalOnly, kwNames[i]);
            if (at >= 0 && values[at] == null) {
                values[at] = args[given + i];
                unused--;
            }
        }
        for (int i = Math.max(Math.min(given, max), positionalOnly); i < max + minKeywords; i++) {
            if (values[i] == null && (i < min || i >= max)) {
                throw Errors.typeError(called(name) + " missing required argument '" + names[i] + "' (pos " + (i + 1) + ")");
            }
        }
        if (unused > 0) {
            rejectUnused(name, names, positionalOnly, given, kwNames, dictionary);
        }
        return values;
    }

    private static void checkUnpackCount(final String name, final String[] names, final int positionalOnly,
            final int min, final int max, final boolean variadic, final boolean dictionary, final int given,
            final int keywords) {
        if (!variadic) {
            if (given > names.length && keywords == 0 && (name.equals("int") || name.equals("str"))) {
                // Their vectorcalls count by themselves.
                throw Errors.typeError(name + " expected at most " + names.length + " arguments, got " + given);
            }
            if (given + keywords > names.length && !dictionary) {
                throw Errors.typeError(called(name) + " takes at most " + names.length + (given == 0 ? " keyword" : "")
                        + " argument" + plural(names.length) + " (" + (given + keywords) + " given)");
            }
            if (given > max) {
                throw Errors.typeError(max == 0 ? called(name) + " takes no positional arguments"
                        : positionalCount(name, min < max ? "at most" : "exactly", max, given));
            }
        }
        final int minPositionalOnly = Math.min(positionalOnly, min);
        if (given < minPositionalOnly) {
            throw Errors.typeError(positionalCount(name, minPositionalOnly < max || variadic ? "at least" : "exactly",
                    minPositionalOnly, given));
        }
    }

    private static String called(final String name) {
        return name.isEmpty() ? "function" : name + "()";
    }

    private static String positionalCount(final String name, final String bound, final int n, final int given) {
        return called(name) + " takes " + bound + " " + n + " positional argument" + plural(n) + " (" + given + " given)";
    }

    private static void rejectUnused(final String name, final String[] names, final int positionalOnly,
            final int given, final String[] kwNames, final boolean dictionary) {
        for (int i = positionalOnly; i < given && i < names.length; i++) {
            for (final String keyword : kwNames) {
                if (keyword.equals(names[i])) {
                    throw Errors.typeError("argument for " + name + "() given by name ('" + names[i]
                            + "') and position (" + (i + 1) + ")");
                }
            }
        }
        if (dictionary) {
            return;
        }
        for (final String keyword : kwNames) {
            if (indexOf(names, positionalOnly, keyword) < 0) {
                final String close = PyObjects.suggest(keyword,
                        Arrays.asList(names).subList(positionalOnly, names.length));
                throw Errors.typeError((name.isEmpty() ? "this function" : called(name))
                        + " got an unexpected keyword argument '" + keyword + "'"
                        + (close == null ? "" : ". Did you mean '" + close + "'?"));
            }
        }
    }

    private static int indexOf(final String[] names, final int from, final String keyword) {
        for (int i = from; i < names.length; i++) {
            if (names[i] == keyword) {
                return i;
            }
        }
        for (int i = from; i < names.length; i++) {
            if (names[i].equals(keyword)) {
                return i;
            }
        }
        return -1;
    }

    // ---- conversions

    public static long asSsize(final ThreadState ts, final Object value) {
        return value instanceof Long l ? l : PyNumber.asSsize(ts, value);
    }

    /** {@code PyLong_AsInt}, whose error is another than that of {@code PyArg_Parse} with {@code i}. */
    public static int asInt(final ThreadState ts, final Object value) {
        if ((value instanceof Long l ? l : PyNumber.index(ts, value)) instanceof Long n && n == (int) (long) n) {
            return (int) (long) n;
        }
        throw Errors.overflowError("Python int too large to convert to C int");
    }

    public static double asDouble(final ThreadState ts, final Object value) {
        return value instanceof Double d ? d : PyNumber.asDouble(ts, value);
    }

    public static boolean isTrue(final ThreadState ts, final Object value) {
        return value instanceof Boolean b ? b : PyObjects.isTrue(ts, value);
    }

    /** Requires a {@code str}; one of a subclass is returned as it is. */
    public static Object text(final String name, final String which, final Object value) {
        if (value instanceof String || PyObjects.isText(value)) {
            return value;
        }
        throw badArgument(name, which, "str", value);
    }

    /** Requires a {@code str} and returns its UTF-16 form. */
    public static String string(final String name, final String which, final Object value) {
        if (value instanceof String s) {
            return s;
        }
        if (PyObjects.isText(value)) {
            return Str.toJava(PyObjects.textOf(value));
        }
        throw badArgument(name, which, "str", value);
    }

    /** Requires an instance of the Java class that represents the Python type {@code expected}. */
    public static Object instance(final Class<?> javaClass, final String expected, final String name,
            final String which, final Object value) {
        if (javaClass.isInstance(value)) {
            return value;
        }
        throw badArgument(name, which, expected, value);
    }

    /** {@code _PyArg_BadArgument}: {@code f() argument 1 must be str, not int}. */
    public static PyRaise badArgument(final String name, final String which, final String expected,
            final Object value) {
        return Errors.typeError(name + "() " + which + " must be " + expected + ", not "
                + (value == PyNone.NONE ? "None" : PyType.of(value).name()));
    }
}
