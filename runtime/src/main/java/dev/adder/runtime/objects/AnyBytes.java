package dev.adder.runtime.objects;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyRichCompare;
import dev.adder.expose.PyStaticMethod;
import dev.adder.language.text.Str;
import dev.adder.language.text.TextException;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;
import dev.adder.runtime.TextErrors;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.codecs.Codecs;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.text.ByteText;
import dev.adder.runtime.text.PercentFormat;
import dev.adder.runtime.text.StrMethods;
import java.util.Arrays;

/** What bytes and bytearray have in common: making new objects from bytes, padding, case, predicates, operators. */
abstract class AnyBytes extends PySlotted implements PyBuffer {
    private static final int POLL_EVERY = 1 << 20;

    protected AnyBytes(final PyType type) {
        super(type);
    }

    /** The bytes in an array of exactly their number, which is not to be written. */
    abstract byte[] content();

    /** A new object of the base type over these bytes, taking the array over. */
    abstract Object fresh(byte[] bytes);

    /** The bytes as a text of Latin-1 characters. */
    final String latin1() {
        return ByteText.of(content());
    }

    final Object fresh(final Object text) {
        return fresh(ByteText.bytes(text));
    }

    /** A bytes-like argument as a text of Latin-1 characters. */
    static String textOf(final ThreadState ts, final Object o) {
        if (!Buffers.isBuffer(o)) {
            throw Buffers.required(o);
        }
        return ByteText.of(Buffers.toArray(ts, o));
    }

    // ---- case and predicates

    @PyMethod("lower($self, /)")
    Object lower() {
        return fresh(ByteText.lower(content()));
    }

    @PyMethod("upper($self, /)")
    Object upper() {
        return fresh(ByteText.upper(content()));
    }

    @PyMethod("title($self, /)")
    Object title() {
        return fresh(ByteText.title(content()));
    }

    @PyMethod("capitalize($self, /)")
    Object capitalize() {
        return fresh(ByteText.capitalize(content()));
    }

    @PyMethod("swapcase($self, /)")
    Object swapCase() {
        return fresh(ByteText.swapCase(content()));
    }

    @PyMethod("isalpha($self, /)")
    boolean isAlpha() {
        return ByteText.all(content(), ByteText.Kind.ALPHA);
    }

    @PyMethod("isalnum($self, /)")
    boolean isAlnum() {
        return ByteText.all(content(), ByteText.Kind.ALNUM);
    }

    @PyMethod("isdigit($self, /)")
    boolean isDigit() {
        return ByteText.all(content(), ByteText.Kind.DIGIT);
    }

    @PyMethod("isspace($self, /)")
    boolean isSpace() {
        return ByteText.all(content(), ByteText.Kind.SPACE);
    }

    @PyMethod("islower($self, /)")
    boolean isLower() {
        return ByteText.isCased(content(), false);
    }

    @PyMethod("isupper($self, /)")
    boolean isUpper() {
        return ByteText.isCased(content(), true);
    }

    @PyMethod("istitle($self, /)")
    boolean isTitle() {
        return ByteText.isTitle(content());
    }

    @PyMethod("isascii($self, /)")
    boolean isAscii() {
        return ByteText.isAscii(content());
    }

    // ---- padding

    private static int fill(final ThreadState ts, final Object fillchar, final String name) {
        if (fillchar == null) {
            return ' ';
        }
        if (!(fillchar instanceof AnyBytes b)) {
            throw Errors.typeError(name + "() argument 2 must be a byte string of length 1, not "
                    + PyType.of(fillchar).name());
        }
        if (b.content().length != 1) {
            throw Errors.typeError(name + "(): argument 2 must be a byte string of length 1, not a "
                    + PyType.of(fillchar).name() + " object of length " + b.content().length);
        }
        return b.content()[0] & 0xFF;
    }

    @PyMethod("center($self, width, fillchar=<unrepresentable>, /)")
    Object center(final ThreadState ts, final long width, final Object fillchar) {
        try {
            return fresh(StrMethods.center(latin1(), width, fill(ts, fillchar, "center")));
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyMethod("ljust($self, width, fillchar=<unrepresentable>, /)")
    Object ljust(final ThreadState ts, final long width, final Object fillchar) {
        try {
            return fresh(StrMethods.ljust(latin1(), width, fill(ts, fillchar, "ljust")));
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyMethod("rjust($self, width, fillchar=<unrepresentable>, /)")
    Object rjust(final ThreadState ts, final long width, final Object fillchar) {
        try {
            return fresh(StrMethods.rjust(latin1(), width, fill(ts, fillchar, "rjust")));
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyMethod("zfill($self, width, /)")
    Object zfill(final long width) {
        try {
            return fresh(StrMethods.zfill(latin1(), width));
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyMethod("expandtabs($self, /, tabsize=8)")
    Object expandTabs(final int tabsize) {
        try {
            return fresh(StrMethods.expandTabs(latin1(), tabsize));
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    // ---- joining and translating

    @PyMethod("join($self, iterable_of_bytes, /)")
    Object join(final ThreadState ts, final Object iterable) {
        if (!PyIter.isIterable(iterable)) {
            throw Errors.typeError("can only join an iterable");
        }
        final Object[] items = PyIter.toArray(ts, iterable);
        for (int i = 0; i < items.length; i++) {
            if (!Buffers.isBuffer(items[i])) {
                throw Errors.typeError("sequence item " + i + ": expected a bytes-like object, "
                        + PyType.of(items[i]).name() + " found");
            }
            items[i] = textOf(ts, items[i]);
        }
        try {
            return fresh(StrMethods.join(latin1(), items, items.length));
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyMethod("translate($self, table, /, delete=b'')")
    Object translate(final ThreadState ts, final Object table, final Object delete) {
        final byte[] map = table == PyNone.NONE ? null : Buffers.toArray(ts, table);
        if (map != null && map.length != 256) {
            throw Errors.valueError("translation table must be 256 characters long");
        }
        final String drop = delete == null ? "" : textOf(ts, delete);
        final byte[] in = content();
        final byte[] out = new byte[in.length];
        int n = 0;
        for (int from = 0; from < in.length; from += POLL_EVERY) {
            n = translate(in, from, Math.min(in.length, from + POLL_EVERY), map, drop, out, n);
            ts.poll();
        }
        return fresh(Arrays.copyOf(out, n));
    }

    /** Translates {@code in[from, to)} to {@code out[n...]}; gives the new n. */
    private static int translate(final byte[] in, final int from, final int to, final byte[] map, final String drop,
            final byte[] out, final int n) {
        int end = n;
        for (int i = from; i < to; i++) {
            final byte b = in[i];
            if (drop.indexOf(b & 0xFF) < 0) {
                out[end++] = map == null ? b : map[b & 0xFF];
            }
        }
        return end;
    }

    @PyStaticMethod("maketrans(frm, to, /)")
    static Object makeTrans(final ThreadState ts, final Object frm, final Object to) {
        final byte[] from = Buffers.toArray(ts, frm);
        final byte[] by = Buffers.toArray(ts, to);
        if (from.length != by.length) {
            throw Errors.valueError("maketrans arguments must have same length");
        }
        final byte[] table = new byte[256];
        for (int i = 0; i < 256; i++) {
            table[i] = (byte) i;
        }
        for (int i = 0; i < from.length; i++) {
            table[from[i] & 0xFF] = by[i];
        }
        return PyBytes.of(table);
    }

    // ---- operators

    @PyMethod("__len__($self, /)")
    long len() {
        return content().length;
    }

    @PyMethod("__contains__($self, key, /)")
    boolean contains(final ThreadState ts, final Object key) {
        if (PyNumber.isIndex(key)) {
            final long n = PyNumber.asClipped(ts, key);
            if (n < 0 || n > 255) {
                throw Errors.valueError("byte must be in range(0, 256)");
            }
            return latin1().indexOf((char) n) >= 0;
        }
        return latin1().contains(textOf(ts, key));
    }

    @PyMethod("__add__($self, value, /)")
    Object add(final ThreadState ts, final Object value) {
        if (!Buffers.isBuffer(value)) {
            throw Errors.typeError("can't concat " + PyType.of(value).name() + " to " + type().name());
        }
        final byte[] a = content();
        final byte[] b = Buffers.toArray(ts, value);
        if ((long) a.length + b.length > Integer.MAX_VALUE - 16) {
            throw Errors.memoryError();
        }
        final byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return fresh(both);
    }

    @PyMethod("__mul__($self, value, /)")
    Object mul(final ThreadState ts, final Object value) {
        return fresh(repeated(content(), PyNumber.asCount(ts, value)));
    }

    static byte[] repeated(final byte[] one, final long times) {
        if (times <= 0 || one.length == 0) {
            return new byte[0];
        }
        if (one.length > Long.MAX_VALUE / times) {
            throw Errors.overflowError("repeated bytes are too long");
        }
        if (one.length > (Integer.MAX_VALUE - 16) / times) {
            throw Errors.memoryError();
        }
        final byte[] all = new byte[(int) (one.length * times)];
        for (int at = 0; at < all.length; at += one.length) {
            System.arraycopy(one, 0, all, at, one.length);
        }
        return all;
    }

    @PyMethod("__rmul__($self, value, /)")
    Object rmul(final ThreadState ts, final Object value) {
        return mul(ts, value);
    }

    @PyMethod("__mod__($self, value, /)")
    Object mod(final ThreadState ts, final Object value) {
        try {
            return fresh((Object) PercentFormat.formatBytes(latin1(), new BytesPercentArguments(ts, value),
                    IntDigitLimit.of(ts)));
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyMethod("__rmod__($self, value, /)")
    Object rmod(final ThreadState ts, final Object value) {
        return value instanceof AnyBytes b ? b.mod(ts, this) : PyNotImplemented.NOT_IMPLEMENTED;
    }

    @PyRichCompare
    Object compare(final ThreadState ts, final Object value, final int op) {
        // bytes compares with bytes only; the bytearray's side compares with any buffer.
        if (this instanceof PyBytes ? !(value instanceof PyBytes) : !(value instanceof PyBuffer)) {
            return PyNotImplemented.NOT_IMPLEMENTED;
        }
        final byte[] other = Buffers.toArray(ts, value);
        return op == PyObjects.EQ ? Arrays.equals(content(), other)
                : op == PyObjects.NE ? !Arrays.equals(content(), other)
                : (Object) PyObjects.fromSign(Arrays.compareUnsigned(content(), other), op);
    }

    @PyMethod("__buffer__($self, flags, /)")
    Object bufferOf(final ThreadState ts, final int flags) {
        return PyMemoryView.of(buffer(ts, (flags & 1) != 0));
    }

    // ---- text

    @PyMethod("decode($self, /, encoding='utf-8', errors='strict')")
    Object decode(final ThreadState ts, final Object encoding, final Object errors) {
        return Codecs.decode(ts, this, Codecs.nameOr(encoding, "utf-8", "decode", "encoding"),
                Codecs.nameOr(errors, "strict", "decode", "errors"));
    }

    @PyMethod(value = "hex($self, /, sep=<unrepresentable>, bytes_per_sep=1)", hidden = true)
    Object hex(final ThreadState ts, final Object sep, final int bytesPerSep) {
        return hex(ts, content(), sep, bytesPerSep);
    }

    static Object hex(final ThreadState ts, final byte[] bytes, final Object sep, final int bytesPerSep) {
        int separator = -1;
        if (sep != null) {
            if (!PyObjects.isText(sep) && !(sep instanceof AnyBytes)) {
                throw Errors.typeError("sep must be str or bytes.");
            }
            final Object text = PyObjects.isText(sep) ? PyObjects.textOf(sep) : textOf(ts, sep);
            if (Str.length(text) != 1) {
                throw Errors.valueError("sep must be length 1.");
            }
            separator = Str.codePointAt(text, 0);
            if (separator >= 128) {
                throw Errors.valueError("sep must be ASCII.");
            }
        }
        return ByteText.toHex(bytes, separator, bytesPerSep);
    }

    /** {@code fromhex}: of a str or of bytes. */
    static byte[] fromHex(final ThreadState ts, final Object string) {
        final Object text = PyObjects.isText(string) ? PyObjects.textOf(string)
                : Buffers.isBuffer(string) ? textOf(ts, string) : null;
        if (text == null) {
            throw Errors.typeError("fromhex() argument must be str or bytes-like, not " + PyType.of(string).name());
        }
        try {
            return ByteText.fromHex(Str.toJava(text));
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }
}
