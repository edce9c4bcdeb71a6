package dev.adder.language.ir;

import dev.adder.language.ast.Const;
import dev.adder.language.ast.Singleton;
import dev.adder.language.text.WideStr;
import dev.adder.language.text.Str;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes what {@link CodeReader} reads: the strings of all codes once, then the codes, nested ones among the
 * constants. Each code is its header, the
 * size of its body and the body, so that a reader can leave the body for later. Numbers are varints, low seven bits
 * first, but for sizes, instructions and exception tables: those are ints, high byte first.
 */
final class CodeWriter {
    static final int NONE = 0;
    static final int ELLIPSIS = 1;
    static final int FALSE = 2;
    static final int TRUE = 3;
    static final int LONG = 4;
    static final int BIG = 5;
    static final int DOUBLE = 6;
    static final int COMPLEX = 7;
    static final int STRING = 8;
    static final int WIDE = 9;
    static final int BYTES = 10;
    static final int TUPLE = 11;
    static final int FROZEN_SET = 12;
    static final int SLICE = 13;
    static final int CODE = 14;

    private final Map<String, Integer> stringIndex = new HashMap<>();
    private final List<String> strings = new ArrayList<>();
    private byte[] out = new byte[1024];
    private int length;

    /** The bytes, with room for the head before them. */
    byte[] write(Code code) {
        code(code);
        byte[] body = Arrays.copyOf(out, length);
        length = CodeFormat.HEAD;
        stringTable();
        bytes(body, body.length);
        return Arrays.copyOf(out, length);
    }

    private void code(Code code) {
        string(code.name);
        string(code.qualname);
        string(code.filename);
        number(code.argCount);
        number(code.kwOnlyArgCount);
        number(code.flags);
        number(code.icCount);
        if (code.docstring() instanceof String s) {
            number(index(s) + 1);
        } else {
            number(0);
        }
        int size = length;
        fixed(0);
        body(code);
        CodeFormat.put(out, size, length - size - 4);
    }

    private void body(Code code) {
        number(code.firstLine);
        number(code.posOnlyArgCount);
        number(code.visibleLocals);
        number(code.frameSize - code.tempBase);
        strings(code.varNames);
        strings(code.cellVars);
        strings(code.freeVars);
        strings(code.names);
        number(code.keywordNames.length);
        for (String[] list : code.keywordNames) {
            strings(list);
        }
        fixedInts(code.code);
        fixedInts(code.exceptions);
        number(code.locations.length);
        bytes(code.locations, code.locations.length);
        number(code.scopedNames.size());
        for (Code.ScopedName s : code.scopedNames) {
            string(s.name());
            number(s.register());
            number(s.cell() ? 1 : 0);
            number(s.start());
            number(s.end());
        }
        number(code.consts.length);
        for (Object constant : code.consts) {
            constant(constant);
        }
    }

    private void constant(Object value) {
        switch (value) {
            case Singleton.NONE -> put(NONE);
            case Singleton.ELLIPSIS -> put(ELLIPSIS);
            case Boolean b -> put(b ? TRUE : FALSE);
            case Long n -> {
                put(LONG);
                bigNumber(n << 1 ^ n >> 63);
            }
            case BigInteger n -> {
                put(BIG);
                byte[] bits = n.toByteArray();
                number(bits.length);
                bytes(bits, bits.length);
            }
            case Double d -> {
                put(DOUBLE);
                bits(d);
            }
            case Const.ComplexConst c -> {
                put(COMPLEX);
                bits(c.re());
                bits(c.im());
            }
            case String s -> {
                put(STRING);
                string(s);
            }
            case WideStr s -> {
                put(WIDE);
                int[] points = Str.toCodePoints(s);
                number(points.length);
                for (int point : points) {
                    number(point);
                }
            }
            case Const.BytesConst b -> {
                put(BYTES);
                number(b.bytes().length);
                bytes(b.bytes(), b.bytes().length);
            }
            case Const.TupleConst t -> {
                put(TUPLE);
                constants(t.items());
            }
            case Const.FrozenSetConst s -> {
                put(FROZEN_SET);
                constants(s.items());
            }
            case Const.SliceConst s -> {
                put(SLICE);
                constant(s.start());
                constant(s.stop());
                constant(s.step());
            }
            case Code code -> {
                put(CODE);
                code(code);
            }
            case LazyCode lazy -> {
                put(CODE);
                code(lazy.code());
            }
            default -> throw new IllegalArgumentException("not a constant: " + value.getClass());
        }
    }

    private void constants(List<Object> items) {
        number(items.size());
        for (Object item : items) {
            constant(item);
        }
    }

    private void strings(String[] list) {
        number(list.length);
        for (String s : list) {
            string(s);
        }
    }

    private void string(String s) {
        number(index(s));
    }

    private int index(String s) {
        Integer known = stringIndex.get(s);
        if (known == null) {
            known = strings.size();
            stringIndex.put(s, known);
            strings.add(s);
        }
        return known;
    }

    /** See {@link CodeStrings}. */
    private void stringTable() {
        fixed(strings.size());
        int size = length;
        fixed(0);
        int offsets = length;
        for (int i = 0; i < strings.size(); i++) {
            fixed(0);
        }
        int start = length;
        for (int i = 0; i < strings.size(); i++) {
            CodeFormat.put(out, offsets + i * 4, length - start);
            characters(strings.get(i));
        }
        CodeFormat.put(out, size, length - start);
    }

    private void fixedInts(int[] list) {
        number(list.length);
        for (int n : list) {
            fixed(n);
        }
    }

    private void fixed(int n) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            put(n >> shift);
        }
    }

    /** Length doubled, plus one if characters take two bytes; then the characters. */
    private void characters(String s) {
        boolean wide = false;
        for (int i = 0; i < s.length(); i++) {
            wide |= s.charAt(i) > 0xff;
        }
        fixed(s.length() << 1 | (wide ? 1 : 0));
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (wide) {
                put(c >> 8);
            }
            put(c);
        }
    }

    private void bits(double d) {
        long bits = Double.doubleToRawLongBits(d);
        for (int shift = 56; shift >= 0; shift -= 8) {
            put((int) (bits >> shift));
        }
    }

    private void number(int n) {
        int value = n;
        while ((value & ~0x7f) != 0) {
            put(value & 0x7f | 0x80);
            value >>>= 7;
        }
        put(value);
    }

    private void bigNumber(long n) {
        long value = n;
        while ((value & ~0x7fL) != 0) {
            put((int) value & 0x7f | 0x80);
            value >>>= 7;
        }
        put((int) value);
    }

    private void put(int b) {
        if (length == out.length) {
            out = Arrays.copyOf(out, length * 2);
        }
        out[length++] = (byte) b;
    }

    private void bytes(byte[] from, int count) {
        if (length + count > out.length) {
            out = Arrays.copyOf(out, Math.max(out.length * 2, length + count));
        }
        System.arraycopy(from, 0, out, length, count);
        length += count;
    }
}
