package dev.adder.jit;

import java.lang.constant.ClassDesc;
import java.util.HashMap;
import java.util.Map;

/** The constants that a class file being written refers to (JVMS 4.4), each of them once. */
final class ConstantPool {
    private static final int UTF8 = 1;
    private static final int INTEGER = 3;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;
    private static final int STRING = 8;
    static final int FIELD = 9;
    static final int METHOD = 10;
    private static final int NAME_AND_TYPE = 12;

    private record Key(int tag, Object a, String b, String c) {
    }

    private final Map<Object, Integer> known = new HashMap<>(256);
    final Bytes bytes = new Bytes(4096);
    /** The number of the next constant; those of longs and doubles count twice. */
    int next = 1;

    private int add(final Object key, final int width) {
        final int index = next;
        known.put(key, index);
        next += width;
        if (next > 0xffff) {
            throw new Refused(dev.adder.runtime.interp.JitReason.TOO_LARGE, "too many constants");
        }
        return index;
    }

    int utf8(final String text) {
        final Integer old = known.get(text);
        if (old != null) {
            return old;
        }
        bytes.u1(UTF8);
        bytes.text(text);
        return add(text, 1);
    }

    private int reference(final int tag, final String text) {
        final Key key = new Key(tag, text, null, null);
        final Integer old = known.get(key);
        if (old != null) {
            return old;
        }
        final int of = utf8(text);
        bytes.u1(tag);
        bytes.u2(of);
        return add(key, 1);
    }

    int string(final String text) {
        return reference(STRING, text);
    }

    int type(final ClassDesc type) {
        final String descriptor = type.descriptorString();
        return reference(CLASS, type.isArray() ? descriptor : descriptor.substring(1, descriptor.length() - 1));
    }

    private int nameAndType(final String name, final String descriptor) {
        final Key key = new Key(NAME_AND_TYPE, name, descriptor, null);
        final Integer old = known.get(key);
        if (old != null) {
            return old;
        }
        final int a = utf8(name);
        final int b = utf8(descriptor);
        bytes.u1(NAME_AND_TYPE);
        bytes.u2(a);
        bytes.u2(b);
        return add(key, 1);
    }

    /** @param tag {@link #FIELD} or {@link #METHOD} */
    int member(final int tag, final ClassDesc owner, final String name, final String descriptor) {
        final Key key = new Key(tag, owner, name, descriptor);
        final Integer old = known.get(key);
        if (old != null) {
            return old;
        }
        final int a = type(owner);
        final int b = nameAndType(name, descriptor);
        bytes.u1(tag);
        bytes.u2(a);
        bytes.u2(b);
        return add(key, 1);
    }

    int integer(final int n) {
        final Key key = new Key(INTEGER, n, null, null);
        final Integer old = known.get(key);
        if (old != null) {
            return old;
        }
        bytes.u1(INTEGER);
        bytes.u4(n);
        return add(key, 1);
    }

    int longNumber(final long n) {
        return wide(LONG, n);
    }

    int doubleNumber(final double d) {
        return wide(DOUBLE, Double.doubleToRawLongBits(d));
    }

    private int wide(final int tag, final long bits) {
        final Key key = new Key(tag, bits, null, null);
        final Integer old = known.get(key);
        if (old != null) {
            return old;
        }
        bytes.u1(tag);
        bytes.u4((int) (bits >> 32));
        bytes.u4((int) bits);
        return add(key, 2);
    }
}
