package dev.adder.runtime.objects;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyRichCompare;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.expose.Text;
import dev.adder.language.text.Quote;
import dev.adder.language.text.Str;
import dev.adder.language.text.TextException;
import dev.adder.language.text.WideStr;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.PyType;
import dev.adder.runtime.TextErrors;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.codecs.Codecs;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.text.Formatting;
import dev.adder.runtime.text.PercentFormat;

/** The type str. Its values are String and WideStr; instances of subclasses are {@link PyStrSub}. */
@PyTypeSpec(name = "str")
public final class PyStr extends StrSearchMethods {
    public static final PyType TYPE = PyType.builtin("str", "builtins", null, new PyStrTable()).sequenceLike();

    private PyStr() {
    }

    /** Whether it is a str or an instance of a subclass. */
    public static boolean check(final Object o) {
        return PyObjects.isText(o);
    }

    /** The String or WideStr of a str or instance of a subclass. */
    public static Object value(final Object o) {
        return PyObjects.textOf(o);
    }

    @PyNew(value = "(object=<unrepresentable>, encoding=<unrepresentable>, errors=<unrepresentable>)", hidden = true)
    static Object make(final ThreadState ts, final PyType cls, final Object object, final Object encoding,
            final Object errors) {
        final Object made = object == null ? "" : encoding == null && errors == null ? PyObjects.str(ts, object)
                : decode(ts, object, encoding, errors);
        return cls == TYPE ? made : new PyStrSub(cls, PyObjects.textOf(made));
    }

    private static Object decode(final ThreadState ts, final Object object, final Object encoding,
            final Object errors) {
        final String codec = Codecs.nameOr(encoding, "utf-8", "str", "encoding");
        final String handler = Codecs.nameOr(errors, "strict", "str", "errors");
        if (PyObjects.isText(object)) {
            throw Errors.typeError("decoding str is not supported");
        }
        if (!Buffers.isBuffer(object)) {
            throw Errors.typeError("decoding to str: need a bytes-like object, " + PyType.of(object).name()
                    + " found");
        }
        return Codecs.decode(ts, object, codec, handler);
    }

    // ---- as a sequence

    @PyMethod("__len__($self, /)")
    static long len(final Object self) {
        return Str.length(of(self));
    }

    @PyMethod("__getitem__($self, key, /)")
    static Object getItem(final ThreadState ts, final Object self, final Object key) {
        final Object text = of(self);
        if (key instanceof Long n) {
            return item(text, n);
        }
        if (key instanceof PySlice slice) {
            final SliceBounds b = SliceBounds.of(ts, slice, Str.length(text));
            return b.step() == 1 ? Str.slice(text, b.start(), b.start() + b.count())
                    : Str.sliceStep(text, b.start(), b.count() > 1 ? (int) b.step() : 1, b.count());
        }
        if (!PyNumber.isIndex(key)) {
            throw Errors.typeError("string indices must be integers, not '" + PyType.of(key).name() + "'");
        }
        return item(text, PyNumber.asIndex(ts, key));
    }

    private static Object item(final Object text, final long index) {
        final int n = Str.length(text);
        final long i = index < 0 ? index + n : index;
        if (i < 0 || i >= n) {
            throw Errors.indexError("string index out of range");
        }
        return Str.charAt(text, (int) i);
    }

    @PyMethod("__contains__($self, key, /)")
    static boolean contains(final Object self, final Object key) {
        if (!PyObjects.isText(key)) {
            throw Errors.typeError("'in <string>' requires string as left operand, not " + PyType.of(key).name());
        }
        return Str.contains(of(self), of(key));
    }

    @PyMethod("__iter__($self, /)")
    static Object iter(final ThreadState ts, final Object self) {
        return new PyStrIterator(of(self)).ownedBy(ts);
    }

    @PyMethod("__add__($self, value, /)")
    static Object add(final Object self, final Object value) {
        if (!PyObjects.isText(value)) {
            throw Errors.typeError("can only concatenate str (not \"" + PyType.of(value).fullName() + "\") to str");
        }
        final Object a = of(self);
        final Object b = of(value);
        if ((long) Str.length(a) + Str.length(b) > Integer.MAX_VALUE - 16) {
            throw Errors.memoryError();
        }
        return Str.concat(a, b);
    }

    @PyMethod("__mul__($self, value, /)")
    static Object mul(final ThreadState ts, final Object self, final Object value) {
        return repeated(of(self), PyNumber.asCount(ts, value));
    }

    /** {@code text * times} of an exact str. */
    public static Object repeated(final Object text, final long times) {
        if (times > 0 && Str.length(text) > (Integer.MAX_VALUE - 16) / times) {
            if (Str.length(text) > Long.MAX_VALUE / times) {
                throw Errors.overflowError("repeated string is too long");
            }
            throw Errors.memoryError();
        }
        return times <= 0 || Str.isEmpty(text) ? "" : times == 1 ? text : Str.repeat(text, (int) times);
    }

    @PyMethod("__rmul__($self, value, /)")
    static Object rmul(final ThreadState ts, final Object self, final Object value) {
        return mul(ts, self, value);
    }

    // ---- comparing

    @PyRichCompare
    static Object compare(final Object self, final Object value, final int op) {
        if (!PyObjects.isText(value)) {
            return PyNotImplemented.NOT_IMPLEMENTED;
        }
        return op == PyObjects.EQ || op == PyObjects.NE ? (Object) (of(self).equals(of(value)) == (op == PyObjects.EQ))
                : PyObjects.fromSign(Str.compare(of(self), of(value)), op);
    }

    @PyMethod("__hash__($self, /)")
    static long hash(final ThreadState ts, final Object self) {
        return ts.interp.hashOfText(of(self));
    }

    // ---- text

    @PyMethod("__str__($self, /)")
    static Object str(final Object self) {
        return of(self);
    }

    @PyMethod("__repr__($self, /)")
    static Object repr(final Object self) {
        return Quote.repr(of(self));
    }

    @PyMethod("__format__($self, format_spec, /)")
    static Object format(final ThreadState ts, final Object self, @Text final Object spec) {
        final Object s = of(spec);
        if (Str.isEmpty(s)) {
            return self instanceof PyStrSub ? PyObjects.str(ts, self) : self;
        }
        try {
            return Formatting.formatStr(of(self), s, PyType.of(self).name());
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyMethod("__mod__($self, value, /)")
    static Object mod(final ThreadState ts, final Object self, final Object value) {
        try {
            return PercentFormat.format(of(self), new PercentArguments(ts, value), IntDigitLimit.of(ts));
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyMethod("__rmod__($self, value, /)")
    static Object rmod(final ThreadState ts, final Object self, final Object value) {
        return PyObjects.isText(value) ? mod(ts, value, self) : PyNotImplemented.NOT_IMPLEMENTED;
    }

    @PyMethod("encode($self, /, encoding='utf-8', errors='strict')")
    static Object encode(final ThreadState ts, final Object self, @Text final Object encoding,
            @Text final Object errors) {
        return Codecs.encode(ts, self, Str.toJava(of(encoding)), Str.toJava(of(errors)));
    }

    @PyMethod("__getnewargs__($self, /)")
    static Object getNewArgs(final Object self) {
        return PyTuple.of(of(self));
    }

    @PyMethod("__sizeof__($self, /)")
    static long sizeOf(final Object self) {
        final Object text = of(self);
        final int width = text instanceof WideStr ? 4 : Str.maxCodePoint(text) > 0xFF ? 2 : 1;
        return (Str.isAscii(text) ? 40 : 56) + (long) width * (Str.length(text) + 1);
    }
}
