package dev.adder.language.ir;

import dev.adder.language.ast.Const;
import dev.adder.language.ast.Singleton;
import dev.adder.language.text.Str;
import java.math.BigInteger;
import java.nio.ByteBuffer;
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

    /** What all codes of one file have in common. */
    record Source(byte[] bytes, CodeStrings strings, String filename, boolean lazy) {
    }

    private final byte[] bytes;
    private final Source source;
    private final int end;
    private int at;
    private int depth;

    CodeReader(Source source, int start, int end) {
        this.bytes = source.bytes;
        this.source = source;
        this.at = start;
        this.end = end;
    }

    /**
     * The code in {@code [start, end)}.
     *
     * @param filename the file name that the code and all nested in it shall have, or null for the one written
     * @param lazy whether nested codes are to be {@link LazyCode}s
     */
    static Code read(byte[] bytes, int start, int end, String filename, boolean lazy) {
        CodeReader table = new CodeReader(new Source(bytes, null, null, false), start, end);
        int count = table.fixed();
        int size = table.fixed();
        int offsets = table.at;
        if (count < 0 || size < 0 || count > (end - offsets) / 4 || size > end - offsets - count * 4) {
            throw new CodeFormatException("damaged: too many strings");
        }
        int characters = offsets + count * 4;
        CodeStrings strings = new CodeStrings(bytes, offsets, count, characters, characters + size);
        CodeReader reader = new CodeReader(new Source(bytes, strings, filename, lazy), characters + size, end);
        Code code = reader.code();
        if (reader.at != end) {
            throw new CodeFormatException("more bytes than a code");
        }
        return code;
    }

    private Code code() {
        Code.Parts p = header();
        docstring();
        fixed();
        return body(p);
    }

    /** A nested code: read now, or when it is asked for. */
    private Object nested() {
        if (!source.lazy) {
            return code();
        }
        Code.Parts p = header();
        String docstring = docstring();
        int size = fixed();
        if (size < 0 || size > end - at) {
            throw new CodeFormatException("cut short");
        }
        at += size;
        return new LazyCode(p, docstring, source, at - size, at);
    }

    /** What {@link LazyCode} holds. */
    private Code.Parts header() {
        Code.Parts p = new Code.Parts();
        p.name = string();
        p.qualname = string();
        String written = string();
        p.filename = source.filename == null ? written : source.filename;
        p.argCount = number();
        p.kwOnlyArgCount = number();
        p.flags = number();
        p.icCount = number();
        return p;
    }

    /** The docstring if there is one and it is a string of the table, else null. */
    private String docstring() {
        int index = number();
        return index == 0 ? null : source.strings.get(index - 1);
    }

    /** What comes after the header. */
    Code body(Code.Parts p) {
        enter();
        p.firstLine = number();
        p.posOnlyArgCount = number();
        p.visibleLocals = number();
        p.tempCount = number();
        p.varNames = stringArray();
        p.cellVars = stringArray();
        p.freeVars = stringArray();
        p.names = stringArray();
        p.keywordNames = keywordNames();
        p.code = fixedInts();
        p.exceptions = fixedInts();
        p.locations = byteArray();
        p.scopedNames = scopedNames();
        p.consts = constants();
        check(p);
        depth--;
        return new Code(p);
    }

    private String[][] keywordNames() {
        String[][] all = new String[count(1)][];
        for (int i = 0; i < all.length; i++) {
            all[i] = stringArray();
        }
        return all;
    }

    /** Their number, and four bytes each: copied by the processor's string instructions, not one by one. */
    private int[] fixedInts() {
        int[] list = new int[count(4)];
        ByteBuffer.wrap(bytes, at, list.length * 4).asIntBuffer().get(list);
        at += list.length * 4;
        return list;
    }

    private int fixed() {
        if (end - at < 4) {
            throw new CodeFormatException("cut short");
        }
        at += 4;
        return CodeFormat.get(bytes, at - 4);
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
            case CodeWriter.CODE -> nested();
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
        return source.strings.get(number());
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
