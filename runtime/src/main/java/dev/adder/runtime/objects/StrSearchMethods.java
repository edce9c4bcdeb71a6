package dev.adder.runtime.objects;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyStaticMethod;
import dev.adder.expose.Text;
import dev.adder.language.text.Str;
import dev.adder.language.text.TextException;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.TextErrors;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.IntMath;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.text.StrMethods;
import dev.adder.runtime.text.StrSplit;

/** The methods of str that look for a text in a text or cut it up. */
abstract class StrSearchMethods extends StrTextMethods {
    private static final String UNFOUND = "substring not found";

    private static int start(final ThreadState ts, final Object o, final Object text) {
        return StrMethods.adjustStart(SliceBounds.startArgument(ts, o), Str.length(text));
    }

    private static int end(final ThreadState ts, final Object o, final Object text) {
        return StrMethods.adjustEnd(SliceBounds.endArgument(ts, o), Str.length(text));
    }

    @PyMethod("find($self, sub, start=None, end=None, /)")
    static long find(final ThreadState ts, final Object self, @Text final Object sub, final Object start,
            final Object end) {
        final Object text = of(self);
        return Str.find(text, of(sub), start(ts, start, text), end(ts, end, text));
    }

    @PyMethod("rfind($self, sub, start=None, end=None, /)")
    static long rfind(final ThreadState ts, final Object self, @Text final Object sub, final Object start,
            final Object end) {
        final Object text = of(self);
        return Str.rfind(text, of(sub), start(ts, start, text), end(ts, end, text));
    }

    @PyMethod("index($self, sub, start=None, end=None, /)")
    static long index(final ThreadState ts, final Object self, @Text final Object sub, final Object start,
            final Object end) {
        final long at = find(ts, self, sub, start, end);
        if (at < 0) {
            throw Errors.valueError(UNFOUND);
        }
        return at;
    }

    @PyMethod("rindex($self, sub, start=None, end=None, /)")
    static long rindex(final ThreadState ts, final Object self, @Text final Object sub, final Object start,
            final Object end) {
        final long at = rfind(ts, self, sub, start, end);
        if (at < 0) {
            throw Errors.valueError(UNFOUND);
        }
        return at;
    }

    @PyMethod("count($self, sub, start=None, end=None, /)")
    static long count(final ThreadState ts, final Object self, @Text final Object sub, final Object start,
            final Object end) {
        final Object text = of(self);
        return Str.count(text, of(sub), start(ts, start, text), end(ts, end, text));
    }

    @PyMethod("startswith($self, prefix, start=None, end=None, /)")
    static boolean startsWith(final ThreadState ts, final Object self, final Object prefix, final Object start,
            final Object end) {
        return tailMatch(ts, self, prefix, start, end, false);
    }

    @PyMethod("endswith($self, suffix, start=None, end=None, /)")
    static boolean endsWith(final ThreadState ts, final Object self, final Object suffix, final Object start,
            final Object end) {
        return tailMatch(ts, self, suffix, start, end, true);
    }

    private static boolean tailMatch(final ThreadState ts, final Object self, final Object part, final Object start,
            final Object end, final boolean atEnd) {
        final Object text = of(self);
        final int from = start(ts, start, text);
        final int to = end(ts, end, text);
        final String name = atEnd ? "endswith" : "startswith";
        if (part instanceof PyTuple tuple) {
            for (final Object one : tuple.items()) {
                if (!PyObjects.isText(one)) {
                    throw Errors.typeError("tuple for " + name + " must only contain str, not "
                            + PyType.of(one).name());
                }
                if (matches(text, of(one), from, to, atEnd)) {
                    return true;
                }
            }
            return false;
        }
        if (!PyObjects.isText(part)) {
            throw Errors.typeError(name + " first arg must be str or a tuple of str, not " + PyType.of(part).name());
        }
        return matches(text, of(part), from, to, atEnd);
    }

    private static boolean matches(final Object text, final Object part, final int from, final int to,
            final boolean atEnd) {
        return atEnd ? StrMethods.endsWith(text, part, from, to) : StrMethods.startsWith(text, part, from, to);
    }

    // ---- cutting up

    private static Object separator(final Object sep) {
        if (sep == PyNone.NONE) {
            return null;
        }
        if (!PyObjects.isText(sep)) {
            throw Errors.typeError("must be str or None, not " + PyType.of(sep).name());
        }
        return of(sep);
    }

    @PyMethod("split($self, /, sep=None, maxsplit=-1)")
    static Object split(final Object self, final Object sep, final long maxsplit) {
        final Object separator = separator(sep);
        try {
            return PyList.of(separator == null ? StrSplit.split(of(self), maxsplit)
                    : StrSplit.split(of(self), separator, maxsplit));
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyMethod("rsplit($self, /, sep=None, maxsplit=-1)")
    static Object rsplit(final Object self, final Object sep, final long maxsplit) {
        final Object separator = separator(sep);
        try {
            return PyList.of(separator == null ? StrSplit.rsplit(of(self), maxsplit)
                    : StrSplit.rsplit(of(self), separator, maxsplit));
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyMethod("splitlines($self, /, keepends=False)")
    static Object splitLines(final Object self, final boolean keepends) {
        return PyList.of(StrSplit.splitLines(of(self), keepends));
    }

    @PyMethod("partition($self, sep, /)")
    static Object partition(final Object self, final Object sep) {
        try {
            return PyTuple.of(StrSplit.partition(of(self), text(sep)));
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyMethod("rpartition($self, sep, /)")
    static Object rpartition(final Object self, final Object sep) {
        try {
            return PyTuple.of(StrSplit.rpartition(of(self), text(sep)));
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    private static Object text(final Object sep) {
        if (!PyObjects.isText(sep)) {
            throw Errors.typeError("must be str, not " + PyType.of(sep).name());
        }
        return of(sep);
    }

    // ---- tables for translate

    @PyStaticMethod("maketrans(x, y=<unrepresentable>, z=<unrepresentable>, /)")
    static Object makeTrans(final ThreadState ts, final Object x, final Object y, final Object z) {
        final PyDict table = new PyDict();
        if (y != null) {
            pairs(ts, table, x, y, z);
            return table;
        }
        if (!(x instanceof PyDict d)) {
            throw Errors.typeError("if you give only one argument to maketrans it must be a dict");
        }
        d.forEach((key, value) -> table.put(ts, tableKey(key), value));
        return table;
    }

    private static Object tableKey(final Object key) {
        if (PyObjects.isText(key)) {
            final Object text = of(key);
            if (Str.length(text) != 1) {
                throw Errors.valueError("string keys in translate table must be of length 1");
            }
            return (long) Str.codePointAt(text, 0);
        }
        final Object n = IntMath.intValueOrNull(key);
        if (n == null) {
            throw Errors.typeError("keys in translate table must be strings or integers");
        }
        return key;
    }

    private static void pairs(final ThreadState ts, final PyDict table, final Object x, final Object y,
            final Object z) {
        if (!PyObjects.isText(x)) {
            throw Errors.typeError("first maketrans argument must be a string if there is a second argument");
        }
        if (!PyObjects.isText(y)) {
            throw Errors.typeError("maketrans() argument 2 must be str, not " + PyType.of(y).fullName());
        }
        if (z != null && !PyObjects.isText(z)) {
            throw Errors.typeError("maketrans() argument 3 must be str, not " + PyType.of(z).fullName());
        }
        final Object from = of(x);
        final Object to = of(y);
        if (Str.length(from) != Str.length(to)) {
            throw Errors.valueError("the first two maketrans arguments must have equal length");
        }
        for (int i = 0; i < Str.length(from); i++) {
            table.put(ts, (long) Str.codePointAt(from, i), (long) Str.codePointAt(to, i));
        }
        for (int i = 0; z != null && i < Str.length(of(z)); i++) {
            table.put(ts, (long) Str.codePointAt(of(z), i), PyNone.NONE);
        }
    }
}
