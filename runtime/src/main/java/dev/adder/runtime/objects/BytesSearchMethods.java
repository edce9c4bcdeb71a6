package dev.adder.runtime.objects;

import dev.adder.expose.PyMethod;
import dev.adder.language.text.Str;
import dev.adder.language.text.TextException;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.TextErrors;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.text.ByteText;
import dev.adder.runtime.text.StrMethods;
import dev.adder.runtime.text.StrSplit;

/** The methods of bytes and bytearray that look for bytes in bytes or cut them up. */
abstract class BytesSearchMethods extends AnyBytes {
    private static final String UNFOUND = "subsection not found";

    protected BytesSearchMethods(final PyType type) {
        super(type);
    }

    /** What to look for: one byte by its number, or a bytes-like object. */
    private static String needle(final ThreadState ts, final Object sub) {
        if (Buffers.isBuffer(sub)) {
            return textOf(ts, sub);
        }
        if (!PyNumber.isIndex(sub)) {
            throw Errors.typeError("argument should be integer or bytes-like object, not '" + PyType.of(sub).name()
                    + "'");
        }
        final long n = PyNumber.asClipped(ts, sub);
        if (n < 0 || n > 255) {
            throw Errors.valueError("byte must be in range(0, 256)");
        }
        return Str.ofChar((char) n);
    }

    private static int start(final ThreadState ts, final Object o, final String text) {
        return StrMethods.adjustStart(SliceBounds.startArgument(ts, o), text.length());
    }

    private static int end(final ThreadState ts, final Object o, final String text) {
        return StrMethods.adjustEnd(SliceBounds.endArgument(ts, o), text.length());
    }

    @PyMethod("find($self, sub, start=None, end=None, /)")
    long find(final ThreadState ts, final Object sub, final Object start, final Object end) {
        final String text = latin1();
        return Str.find(text, needle(ts, sub), start(ts, start, text), end(ts, end, text));
    }

    @PyMethod("rfind($self, sub, start=None, end=None, /)")
    long rfind(final ThreadState ts, final Object sub, final Object start, final Object end) {
        final String text = latin1();
        return Str.rfind(text, needle(ts, sub), start(ts, start, text), end(ts, end, text));
    }

    @PyMethod("index($self, sub, start=None, end=None, /)")
    long index(final ThreadState ts, final Object sub, final Object start, final Object end) {
        final long at = find(ts, sub, start, end);
        if (at < 0) {
            throw Errors.valueError(UNFOUND);
        }
        return at;
    }

    @PyMethod("rindex($self, sub, start=None, end=None, /)")
    long rindex(final ThreadState ts, final Object sub, final Object start, final Object end) {
        final long at = rfind(ts, sub, start, end);
        if (at < 0) {
            throw Errors.valueError(UNFOUND);
        }
        return at;
    }

    @PyMethod("count($self, sub, start=None, end=None, /)")
    long count(final ThreadState ts, final Object sub, final Object start, final Object end) {
        final String text = latin1();
        return Str.count(text, needle(ts, sub), start(ts, start, text), end(ts, end, text));
    }

    @PyMethod("startswith($self, prefix, start=None, end=None, /)")
    boolean startsWith(final ThreadState ts, final Object prefix, final Object start, final Object end) {
        return tailMatch(ts, prefix, start, end, false);
    }

    @PyMethod("endswith($self, suffix, start=None, end=None, /)")
    boolean endsWith(final ThreadState ts, final Object suffix, final Object start, final Object end) {
        return tailMatch(ts, suffix, start, end, true);
    }

    private boolean tailMatch(final ThreadState ts, final Object part, final Object start, final Object end,
            final boolean atEnd) {
        final String text = latin1();
        final int from = start(ts, start, text);
        final int to = end(ts, end, text);
        if (part instanceof PyTuple tuple) {
            for (final Object one : tuple.items()) {
                if (matches(text, textOf(ts, one), from, to, atEnd)) {
                    return true;
                }
            }
            return false;
        }
        if (!Buffers.isBuffer(part)) {
            throw Errors.typeError((atEnd ? "endswith" : "startswith")
                    + " first arg must be bytes or a tuple of bytes, not " + PyType.of(part).name());
        }
        return matches(text, textOf(ts, part), from, to, atEnd);
    }

    private static boolean matches(final String text, final String part, final int from, final int to,
            final boolean atEnd) {
        return atEnd ? StrMethods.endsWith(text, part, from, to) : StrMethods.startsWith(text, part, from, to);
    }

    // ---- cutting off

    private Object strip(final ThreadState ts, final Object bytes, final boolean left, final boolean right) {
        return fresh((Object) ByteText.strip(latin1(), bytes == PyNone.NONE ? null : textOf(ts, bytes), left, right));
    }

    @PyMethod("strip($self, bytes=None, /)")
    Object strip(final ThreadState ts, final Object bytes) {
        return strip(ts, bytes, true, true);
    }

    @PyMethod("lstrip($self, bytes=None, /)")
    Object lstrip(final ThreadState ts, final Object bytes) {
        return strip(ts, bytes, true, false);
    }

    @PyMethod("rstrip($self, bytes=None, /)")
    Object rstrip(final ThreadState ts, final Object bytes) {
        return strip(ts, bytes, false, true);
    }

    @PyMethod("removeprefix($self, prefix, /)")
    Object removePrefix(final ThreadState ts, final Object prefix) {
        return fresh(StrMethods.removePrefix(latin1(), textOf(ts, prefix)));
    }

    @PyMethod("removesuffix($self, suffix, /)")
    Object removeSuffix(final ThreadState ts, final Object suffix) {
        return fresh(StrMethods.removeSuffix(latin1(), textOf(ts, suffix)));
    }

    @PyMethod("replace($self, old, new, count=-1, /)")
    Object replace(final ThreadState ts, final Object old, final Object by, final long count) {
        try {
            return fresh(StrMethods.replace(latin1(), textOf(ts, old), textOf(ts, by), count));
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    // ---- cutting up

    private Object[] pieces(final Object[] texts) {
        for (int i = 0; i < texts.length; i++) {
            texts[i] = fresh(texts[i]);
        }
        return texts;
    }

    @PyMethod("split($self, /, sep=None, maxsplit=-1)")
    Object split(final ThreadState ts, final Object sep, final long maxsplit) {
        try {
            return PyList.of(pieces(sep == PyNone.NONE ? ByteText.split(latin1(), maxsplit)
                    : StrSplit.split(latin1(), textOf(ts, sep), maxsplit)));
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyMethod("rsplit($self, /, sep=None, maxsplit=-1)")
    Object rsplit(final ThreadState ts, final Object sep, final long maxsplit) {
        try {
            return PyList.of(pieces(sep == PyNone.NONE ? ByteText.rsplit(latin1(), maxsplit)
                    : StrSplit.rsplit(latin1(), textOf(ts, sep), maxsplit)));
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyMethod("splitlines($self, /, keepends=False)")
    Object splitLines(final boolean keepends) {
        return PyList.of(pieces(ByteText.splitLines(latin1(), keepends)));
    }

    @PyMethod("partition($self, sep, /)")
    Object partition(final ThreadState ts, final Object sep) {
        try {
            return PyTuple.of(pieces(StrSplit.partition(latin1(), textOf(ts, sep))));
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyMethod("rpartition($self, sep, /)")
    Object rpartition(final ThreadState ts, final Object sep) {
        try {
            return PyTuple.of(pieces(StrSplit.rpartition(latin1(), textOf(ts, sep))));
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }
}
