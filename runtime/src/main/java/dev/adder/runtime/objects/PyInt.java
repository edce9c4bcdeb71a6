package dev.adder.runtime.objects;

import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.expose.Text;
import dev.adder.language.text.IntText;
import dev.adder.language.text.Quote;
import dev.adder.language.text.Str;
import dev.adder.language.text.TextException;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyType;
import dev.adder.runtime.Special;
import dev.adder.runtime.TextErrors;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.Warnings;
import dev.adder.runtime.ops.HugeInts;
import dev.adder.runtime.ops.IntMath;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.text.Formatting;
import dev.adder.runtime.text.NumericLocale;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** The type int. Its values are Long and BigInteger; instances of subclasses are {@link PyIntSub}. */
@PyTypeSpec(name = "int")
public final class PyInt extends IntMethods {
    public static final PyType TYPE = PyType.builtin("int", "builtins", null, new PyIntTable());

    private PyInt() {
    }

    @PyNew(value = "(x=<unrepresentable>, /, base=<unrepresentable>)", hidden = true)
    static Object make(final ThreadState ts, final PyType cls, final Object x, final Object base) {
        final Object value = value(ts, x, base);
        return cls == TYPE ? value : new PyIntSub(cls, value);
    }

    private static Object value(final ThreadState ts, final Object x, final Object base) {
        if (x == null) {
            if (base != null) {
                throw Errors.typeError("int() missing string argument");
            }
            return 0L;
        }
        if (base == null) {
            return fromObject(ts, x);
        }
        final Object b = PyNumber.index(ts, base);
        final int n = b instanceof Long l && l >= 0 && l <= 36 ? (int) (long) l : 1;
        if (PyObjects.isText(x)) {
            return parse(ts, PyObjects.textOf(x), n);
        }
        if (x instanceof PyBytes || x instanceof PyByteArray) {
            return parseBytes(ts, Buffers.toArray(ts, x), n);
        }
        throw Errors.typeError("int() can't convert non-string with explicit base");
    }

    /** {@code int(text, base)} as a plain int. */
    public static Object parse(final ThreadState ts, final Object text, final int base) {
        try {
            return IntText.parse(text, base, IntDigitLimit.of(ts), HugeInts.ARITHMETIC);
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    private static Object parseBytes(final ThreadState ts, final byte[] bytes, final int base) {
        try {
            if (base == 1) {
                return IntText.parse("", base, 0, HugeInts.ARITHMETIC);
            }
            final Object value =
                    IntText.parseAscii(new String(bytes, StandardCharsets.ISO_8859_1), base, IntDigitLimit.of(ts),
                            HugeInts.ARITHMETIC);
            if (value == null) {
                throw IntText.notAnInt(base, Quote.reprBytes(bytes));
            }
            return value;
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    /** {@code PyNumber_Long}: {@code int(x)} as a plain int. */
    public static Object fromObject(final ThreadState ts, final Object x) {
        if (x instanceof String s) {
            return parse(ts, s, 10);
        }
        final Object number = fromNumber(ts, x);
        if (number != null) {
            return number;
        }
        if (PyObjects.isText(x)) {
            return parse(ts, PyObjects.textOf(x), 10);
        }
        if (Buffers.isBuffer(x)) {
            return parseBytes(ts, Buffers.toArray(ts, x), 10);
        }
        throw Errors.typeError("int() argument must be a string, a bytes-like object or a real number, not '"
                + PyType.of(x).fullName() + "'");
    }

    /** The plain int by {@code __int__} or {@code __index__}, or null if there is neither. */
    public static Object fromNumber(final ThreadState ts, final Object x) {
        if (x instanceof Long || x instanceof BigInteger) {
            return x;
        }
        if (x instanceof Double d && Math.abs(d) < 0x1p62) {
            return (long) (double) d;
        }
        final Object r = Special.call0(ts, x, "__int__");
        if (r != null) {
            final Object value = IntMath.intValueOrNull(r);
            if (value == null) {
                throw Errors.typeError("__int__ returned non-int (type " + PyType.of(r).fullName() + ")");
            }
            if (PyType.of(r) != TYPE) {
                Warnings.deprecated(ts, "__int__ returned non-int (type " + PyType.of(r).fullName()
                        + ").  The ability to return an instance of a strict subclass of int is deprecated, and may not "
                        + "be supported in a future version of Python.");
            }
            return value;
        }
        return PyNumber.isIndex(x) ? PyNumber.index(ts, x) : null;
    }

    /** {@code repr} of a plain int. */
    public static String repr(final ThreadState ts, final Object plain) {
        if (plain instanceof Long n) {
            return Long.toString(n);
        }
        try {
            return IntText.print((BigInteger) plain, IntDigitLimit.of(ts), HugeInts.ARITHMETIC);
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyMethod("__repr__($self, /)")
    static Object repr_(final ThreadState ts, final Object self) {
        return repr(ts, IntMath.intValueOrNull(self));
    }

    @PyMethod("__format__($self, format_spec, /)")
    static Object format(final ThreadState ts, final Object self, @Text final Object spec) {
        final Object s = PyObjects.textOf(spec);
        if (Str.isEmpty(s) && !(self instanceof Long) && !(self instanceof BigInteger)) {
            return PyObjects.str(ts, self);
        }
        try {
            return Formatting.formatInt(IntMath.intValueOrNull(self), s, PyType.of(self).name(), locale(ts),
                    IntDigitLimit.of(ts));
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    /** How the presentation type {@code n} writes numbers in this interpreter's locale. */
    static NumericLocale locale(final ThreadState ts) {
        final NumericLocale locale = ts.interp.part(NumericLocale.class);
        return locale == null ? NumericLocale.C : locale;
    }

    // ---- bytes

    @PyMethod("to_bytes($self, /, length=1, byteorder='big', *, signed=False)")
    static Object toBytes(final ThreadState ts, final Object self, final long length, final Object byteorder,
            final boolean signed) {
        final boolean little = isLittle(byteorder, "to_bytes");
        if (length < 0) {
            throw Errors.valueError("length argument must be non-negative");
        }
        final BigInteger value = IntMath.big(IntMath.intValueOrNull(self));
        if (value.signum() < 0 && !signed) {
            throw Errors.overflowError("can't convert negative int to unsigned");
        }
        if ((long) value.bitLength() + (signed ? 1 : 0) > length * 8 && !(length == 0 && value.signum() == 0)) {
            throw Errors.overflowError("int too big to convert");
        }
        if (length > Integer.MAX_VALUE - 16) {
            throw Errors.memoryError();
        }
        final byte[] out = new byte[(int) length];
        final byte[] bytes = value.toByteArray();
        final byte fill = (byte) (value.signum() < 0 ? -1 : 0);
        for (int i = 0; i < out.length; i++) {
            final int from = bytes.length - 1 - i;
            out[little ? i : out.length - 1 - i] = from >= 0 ? bytes[from] : fill;
        }
        return PyBytes.of(out);
    }

    @PyClassMethod("from_bytes($type, /, bytes, byteorder='big', *, signed=False)")
    static Object fromBytes(final ThreadState ts, final PyType cls, final Object bytes, final Object byteorder,
            final boolean signed) {
        final boolean little = isLittle(byteorder, "from_bytes");
        final Object source = Special.lookup(bytes, "__bytes__") == null ? bytes
                : dev.adder.runtime.Calls.call1(ts, PyBytes.TYPE, bytes);
        final byte[] in = PyBytes.bytesOf(ts, source).clone();
        if (little) {
            for (int i = 0, j = in.length - 1; i < j; i++, j--) {
                final byte swap = in[i];
                in[i] = in[j];
                in[j] = swap;
            }
        }
        final Object value = IntMath.normalise(in.length == 0 ? BigInteger.ZERO
                : signed ? new BigInteger(in) : new BigInteger(1, in));
        return cls == TYPE ? value : dev.adder.runtime.Calls.call1(ts, cls, value);
    }

    private static boolean isLittle(final Object byteorder, final String function) {
        if (!PyObjects.isText(byteorder)) {
            throw Errors.typeError(function + "() argument 'byteorder' must be str, not " + PyType.of(byteorder).name());
        }
        final Object order = PyObjects.textOf(byteorder);
        if (order.equals("little")) {
            return true;
        }
        if (order.equals("big")) {
            return false;
        }
        throw Errors.valueError("byteorder must be either 'little' or 'big'");
    }
}
