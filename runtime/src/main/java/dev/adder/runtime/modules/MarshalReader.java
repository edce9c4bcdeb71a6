package dev.adder.runtime.modules;

import dev.adder.language.ir.CodeFormat;
import dev.adder.language.ir.CodeFormatException;
import dev.adder.language.text.Str;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyEllipsis;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.interp.PyCode;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyComplex;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyFrozenSet;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PySet;
import dev.adder.runtime.objects.PySlice;
import dev.adder.runtime.objects.PyTuple;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link MarshalWriter} writes, and CPython's marshalled data without code objects. */
final class MarshalReader {
    private static final int FLAG_REF = 0x80;
    private static final int DEEPEST = 2000;
    private static final int DIGIT = 15;
    /** A container that is being read: nothing may refer to it unless it is mutable. */
    private static final Object UNFINISHED = new Object();

    private final ThreadState ts;
    private final byte[] bytes;
    private final boolean allowCode;
    private final List<Object> references = new ArrayList<>();
    private int at;
    private int depth;

    MarshalReader(final ThreadState ts, final byte[] bytes, final boolean allowCode) {
        this.ts = ts;
        this.bytes = bytes;
        this.allowCode = allowCode;
    }

    /** How many bytes have been read. */
    int position() {
        return at;
    }

    Object read() {
        final Object value = object();
        if (value == null) {
            throw Errors.typeError("NULL object in marshal data for object");
        }
        return value;
    }

    private static PyRaise bad(final String what) {
        return Errors.valueError("bad marshal data (" + what + ")");
    }

    private void need(final int n) {
        if (n < 0 || n > bytes.length - at) {
            throw Errors.of(ExceptionTypes.EOF_ERROR, "marshal data too short");
        }
    }

    /** Each item takes a byte at least: no memory is taken for items that cannot come. */
    private void room(final int items) {
        if (items > bytes.length - at) {
            throw Errors.of(ExceptionTypes.EOF_ERROR, "EOF read where object expected");
        }
    }

    private int size(final String kind) {
        final int n = int32();
        if (n < 0) {
            throw bad(kind + " size out of range");
        }
        return n;
    }

    /** Null for the end mark of a dict. */
    private Object object() {
        if (at >= bytes.length) {
            throw Errors.of(ExceptionTypes.EOF_ERROR, "EOF read where object expected");
        }
        if (++depth > DEEPEST) {
            throw Errors.valueError("recursion limit exceeded");
        }
        final int code = bytes[at++] & 0xff;
        final boolean referred = (code & FLAG_REF) != 0;
        final Object value = switch (code & ~FLAG_REF) {
            case '0' -> null;
            case 'N' -> PyNone.NONE;
            case 'S' -> ExceptionTypes.STOP_ITERATION;
            case '.' -> PyEllipsis.ELLIPSIS;
            case 'F' -> Boolean.FALSE;
            case 'T' -> Boolean.TRUE;
            case 'r' -> reference();
            default -> {
                final int index = referred ? reserve() : -1;
                yield keep(index, content(code & ~FLAG_REF, index));
            }
        };
        depth--;
        return value;
    }

    private int reserve() {
        references.add(UNFINISHED);
        return references.size() - 1;
    }

    private <T> T keep(final int index, final T value) {
        if (index >= 0) {
            references.set(index, value);
        }
        return value;
    }

    private Object reference() {
        final int index = int32();
        if (index < 0 || index >= references.size() || references.get(index) == UNFINISHED) {
            throw bad("invalid reference");
        }
        return references.get(index);
    }

    private Object content(final int code, final int index) {
        return switch (code) {
            case 'i' -> (long) int32();
            case 'I' -> int32() & 0xffffffffL | (long) int32() << 32;
            case 'l' -> bigInteger();
            case 'g' -> binary();
            case 'f' -> decimal();
            case 'y' -> new PyComplex(binary(), binary());
            case 'x' -> new PyComplex(decimal(), decimal());
            case 's' -> PyBytes.of(raw(size("bytes object")));
            case 'a', 'A' -> ascii(size("string"), code == 'A');
            case 'z', 'Z' -> ascii(int8(), code == 'Z');
            case 'u', 't' -> text(size("string"));
            case ')' -> PyTuple.of(items(int8()));
            case '(' -> PyTuple.of(items(size("tuple")));
            case '[' -> list(index);
            case '{' -> dict(index);
            case '<' -> set(index);
            case '>' -> PyFrozenSet.ofConstants(items(size("set")));
            case ':' -> new PySlice(read(), read(), read());
            case 'c' -> code();
            default -> throw bad("unknown type code");
        };
    }

    private Object[] items(final int n) {
        room(n);
        final Object[] items = new Object[n];
        for (int i = 0; i < n; i++) {
            items[i] = item();
        }
        return items;
    }

    private Object item() {
        final Object value = object();
        if (value == null) {
            throw Errors.typeError("NULL object in marshal data for container");
        }
        return value;
    }

    private Object list(final int index) {
        final int n = size("list");
        room(n);
        final PyList list = keep(index, new PyList());
        for (int i = 0; i < n; i++) {
            list.append(ts, item());
        }
        return list;
    }

    private Object dict(final int index) {
        final PyDict dict = keep(index, new PyDict());
        for (Object key = object(); key != null; key = object()) {
            dict.put(ts, key, item());
        }
        return dict;
    }

    private Object set(final int index) {
        final int n = size("set");
        room(n);
        final PySet set = keep(index, new PySet());
        for (int i = 0; i < n; i++) {
            set.add(ts, item());
        }
        return set;
    }

    private Object code() {
        if (!allowCode) {
            throw Errors.valueError("unmarshalling code objects is disallowed");
        }
        final int n = size("code");
        need(n);
        try {
            final PyCode code = new PyCode(CodeFormat.read(bytes, at, n, null));
            at += n;
            return code;
        } catch (final CodeFormatException e) {
            throw bad(e.getMessage());
        }
    }

    // ---- numbers ----

    private int int8() {
        need(1);
        return bytes[at++] & 0xff;
    }

    private int int32() {
        need(4);
        final int n = bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff) << 16
                | bytes[at + 3] << 24;
        at += 4;
        return n;
    }

    private Object bigInteger() {
        final int n = int32();
        if (n == Integer.MIN_VALUE) {
            throw bad("long size out of range");
        }
        final int digits = Math.abs(n);
        if (digits > (bytes.length - at) / 2) {
            throw Errors.of(ExceptionTypes.EOF_ERROR, "marshal data too short");
        }
        final byte[] magnitude = new byte[(digits * DIGIT + 7) / 8 + 1];
        long buffer = 0;
        int bits = 0;
        int to = magnitude.length;
        for (int i = 0; i < digits; i++) {
            final int digit = bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8;
            at += 2;
            if (digit > 0x7fff) {
                throw bad("digit out of range in long");
            }
            if (i == digits - 1 && digit == 0) {
                throw bad("unnormalized long data");
            }
            buffer |= (long) digit << bits;
            for (bits += DIGIT; bits >= 8; bits -= 8) {
                magnitude[--to] = (byte) buffer;
                buffer >>= 8;
            }
        }
        if (bits > 0) {
            magnitude[--to] = (byte) buffer;
        }
        final BigInteger value = new BigInteger(n < 0 ? -1 : digits == 0 ? 0 : 1, magnitude);
        return value.bitLength() < 64 ? (Object) value.longValue() : value;
    }

    private double binary() {
        final long low = int32() & 0xffffffffL;
        return Double.longBitsToDouble(low | (long) int32() << 32);
    }

    private double decimal() {
        final String text = new String(raw(int8()), StandardCharsets.US_ASCII);
        return switch (text) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> Double.parseDouble(text);
        };
    }

    // ---- texts ----

    private byte[] raw(final int n) {
        need(n);
        final byte[] content = java.util.Arrays.copyOfRange(bytes, at, at + n);
        at += n;
        return content;
    }

    private Object ascii(final int n, final boolean interned) {
        need(n);
        final String text = new String(bytes, at, n, StandardCharsets.ISO_8859_1);
        at += n;
        return interned ? text.intern() : text;
    }

    /** UTF-8 with lone surrogates as three bytes. */
    private Object text(final int n) {
        need(n);
        final int[] points = new int[n];
        int count = 0;
        final int end = at + n;
        while (at < end) {
            final int b = bytes[at++] & 0xff;
            final int more = b < 0x80 ? 0 : b >> 5 == 6 ? 1 : b >> 4 == 14 ? 2 : b >> 3 == 30 ? 3 : -1;
            if (more < 0 || at + more > end) {
                throw bad("invalid UTF-8");
            }
            int c = more == 0 ? b : b & 0x3f >> more;
            for (int i = 0; i < more; i++) {
                c = c << 6 | bytes[at++] & 0x3f;
            }
            points[count++] = c;
        }
        return Str.of(points, 0, count);
    }
}
