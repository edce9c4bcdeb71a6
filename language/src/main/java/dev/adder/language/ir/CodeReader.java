package dev.adder.language.ir;

import dev.adder.language.ast.Const;
import dev.adder.language.ast.Singleton;
import dev.adder.language.text.Str;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads what {@link CodeWriter} wrote. Every length is checked against the bytes that are left, every index against
 * its table, so that no bytes whatever make it allocate more than a small multiple of their size or fail otherwise
 * than with a {@link CodeFormatException}. It does not run the {@link Verifier}.
 */
final class CodeReader {
    /** Deeper nesting than any compiler output has. */
    private static final int MAX_DEPTH = 1500;

    private final byte[] bytes;
    private final int end;
    private final String filename;
    private int at;
    private int depth;
    private String[] strings;

    CodeReader(byte[] bytes, int start, int end, String filename) {
        this.bytes = bytes;
        this.at = start;
        this.end = end;
        this.filename = filename;
    }

    Code read() {
        strings = new String[count(1)];
        for (int i = 0; i < strings.length; i++) {
            strings[i] = characters();
        }
        Code code = code();
        if (at != end) {
            throw new CodeFormatException("more bytes than a code");
        }
        return code;
    }

    private Code code() {
        enter();
        Code.Parts p = new Code.Parts();
        p.name = string();
        p.qualname = string();
        String written = string();
        p.filename = filename == null ? written : filename;
        p.firstLine = number();
        p.argCount = number();
        p.posOnlyArgCount = number();
        p.kwOnlyArgCount = number();
        p.flags = number();
        p.visibleLocals = number();
        p.tempCount = number();
        p.icCount = number();
        p.varNames = stringArray();
        p.cellVars = stringArray();
        p.freeVars = stringArray();
        p.names = stringArray();
        p.keywordNames = new String[count(1)][];
        for (int i = 0; i < p.keywordNames.length; i++) {
            p.keywordNames[i] = stringArray();
        }
        p.code = new int[count(1)];
        for (int i = 0; i < p.code.length; i++) {
            p.code[i] = number() - 1;
        }
        p.exceptions = new int[count(1)];
        for (int i = 0; i < p.exceptions.length; i++) {
            p.exceptions[i] = number();
        }
        p.locations = byteArray();
        p.scopedNames = scopedNames();
        p.consts = constants();
        check(p);
        depth--;
        return new Code(p);
    }

    /** The relations of numbers that frames are laid out by. */
    private static void check(Code.Parts p) {
        int parameters = p.argCount + p.kwOnlyArgCount
                + Integer.bitCount(p.flags & (Code.CO_VARARGS | Code.CO_VARKEYWORDS));
        if (p.argCount < 0 || p.kwOnlyArgCount < 0 || p.posOnlyArgCount < 0 || p.posOnlyArgCount > p.argCount
                || p.visibleLocals < 0 || p.visibleLocals > p.varNames.length || parameters < 0
                || parameters > p.visibleLocals || p.tempCount < 0 || p.tempCount > p.code.length
                || p.icCount < 0 || p.icCount > p.code.length || p.exceptions.length % 4 != 0
                || (p.flags & Code.CO_HAS_DOCSTRING) != 0 && p.consts.length == 0) {
            throw new CodeFormatException("damaged: numbers do not fit together");
        }
    }

    private void enter() {
        if (++depth > MAX_DEPTH) {
            throw new CodeFormatException("damaged: nested too deep");
        }
    }

    private List<Code.ScopedName> scopedNames() {
        int count = count(5);
        List<Code.ScopedName> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            list.add(new Code.ScopedName(string(), number(), number() != 0, number(), number()));
        }
        return list;
    }

    private Object[] constants() {
        Object[] list = new Object[count(1)];
        for (int i = 0; i < list.length; i++) {
            list[i] = constant();
        }
        return list;
    }

    private Object constant() {
        return switch (next()) {
            case CodeWriter.NONE -> Singleton.NONE;
            case CodeWriter.ELLIPSIS -> Singleton.ELLIPSIS;
            case CodeWriter.FALSE -> false;
            case CodeWriter.TRUE -> true;
            case CodeWriter.LONG -> {
                long n = bigNumber();
                yield n >>> 1 ^ -(n & 1);
            }
            case CodeWriter.BIG -> {
                byte[] bits = byteArray();
                if (bits.length <= 8) {
                    throw new CodeFormatException("damaged: a small big integer");
                }
                yield new BigInteger(bits);
            }
            case CodeWriter.DOUBLE -> bits();
            case CodeWriter.COMPLEX -> new Const.ComplexConst(bits(), bits());
            case CodeWriter.STRING -> string();
            case CodeWriter.WIDE -> wide();
            case CodeWriter.BYTES -> new Const.BytesConst(byteArray());
            case CodeWriter.TUPLE -> new Const.TupleConst(items());
            case CodeWriter.FROZEN_SET -> new Const.FrozenSetConst(items());
            case CodeWriter.SLICE -> {
                enter();
                Const.SliceConst slice = new Const.SliceConst(constant(), constant(), constant());
                depth--;
                yield slice;
            }
            case CodeWriter.CODE -> code();
            default -> throw new CodeFormatException("damaged: no such constant");
        };
    }

    private Object wide() {
        int[] points = new int[count(1)];
        for (int i = 0; i < points.length; i++) {
            points[i] = number();
            if (points[i] < 0 || points[i] > 0x10FFFF) {
                throw new CodeFormatException("damaged: no such character");
            }
        }
        return Str.of(points);
    }

    private List<Object> items() {
        enter();
        List<Object> list = List.of(constants());
        depth--;
        return list;
    }

    private String[] stringArray() {
        String[] list = new String[count(1)];
        for (int i = 0; i < list.length; i++) {
            list[i] = string();
        }
        return list;
    }

    private String string() {
        int index = number();
        if (index < 0 || index >= strings.length) {
            throw new CodeFormatException("damaged: no such string");
        }
        return strings[index];
    }

    private String characters() {
        int head = number();
        int count = head >>> 1;
        boolean wide = (head & 1) != 0;
        if (count > (end - at) / (wide ? 2 : 1)) {
            throw new CodeFormatException("damaged: a string too long");
        }
        String text;
        if (wide) {
            text = new String(bytes, at, count * 2, StandardCharsets.UTF_16BE);
            if (text.length() != count || text.indexOf('\ufffd') >= 0) {
                text = charByChar(count);
            }
            at += count * 2;
        } else {
            text = new String(bytes, at, count, StandardCharsets.ISO_8859_1);
            at += count;
        }
        // Names are compared by identity first; short strings are mostly names.
        return count <= 40 ? text.intern() : text;
    }

    /** A lone surrogate is lost in a decoder. */
    private String charByChar(int count) {
        char[] chars = new char[count];
        for (int i = 0; i < count; i++) {
            chars[i] = (char) ((bytes[at + 2 * i] & 0xff) << 8 | bytes[at + 2 * i + 1] & 0xff);
        }
        return new String(chars);
    }

    private double bits() {
        long bits = 0;
        for (int i = 0; i < 8; i++) {
            bits = bits << 8 | next();
        }
        return Double.longBitsToDouble(bits);
    }

    private byte[] byteArray() {
        int count = count(1);
        byte[] list = Arrays.copyOfRange(bytes, at, at + count);
        at += count;
        return list;
    }

    /** A count of things of at least {@code size} bytes each. */
    private int count(int size) {
        int count = number();
        if (count < 0 || count > (end - at) / size) {
            throw new CodeFormatException("damaged: " + count + " things in " + (end - at) + " bytes");
        }
        return count;
    }

    private int next() {
        if (at >= end) {
            throw new CodeFormatException("cut short");
        }
        return bytes[at++] & 0xff;
    }

    private int number() {
        int b = next();
        if (b < 0x80) {
            return b;
        }
        int value = b & 0x7f;
        for (int shift = 7; shift < 35; shift += 7) {
            b = next();
            value |= (b & 0x7f) << shift;
            if (b < 0x80) {
                return value;
            }
        }
        throw new CodeFormatException("damaged: a number too long");
    }

    private long bigNumber() {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            int b = next();
            value |= (b & 0x7fL) << shift;
            if (b < 0x80) {
                return value;
            }
        }
        throw new CodeFormatException("damaged: a number too long");
    }
}
