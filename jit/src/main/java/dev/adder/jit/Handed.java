package dev.adder.jit;

import dev.adder.runtime.interp.Frame;
import dev.adder.runtime.interp.PyFunction;
import dev.adder.runtime.objects.PyComplex;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyListIterator;
import dev.adder.runtime.objects.PyRangeIterator;

/** The JVM locals of a unit that is left, as registers. */
final class Handed {
    /** There is no such local: nothing was ever stored there. */
    static final Object NONE = new Object();

    final Unit unit;
    private final int[] objectSlots;
    private final int[] primitiveSlots;
    private final Object[] objects;
    private final long[] primitives;
    private int objectCount;
    private int primitiveCount;

    /** For the exit to hand its locals to, in the order of its slots. */
    Handed(final Unit unit, final int exit) {
        this.unit = unit;
        this.objectSlots = unit.objectSlots[exit];
        this.primitiveSlots = unit.primitiveSlots[exit];
        this.objects = new Object[objectSlots.length];
        this.primitives = new long[primitiveSlots.length];
    }

    // ---- what exits call

    Handed objects(final Object a) {
        objects[objectCount++] = a;
        return this;
    }

    Handed objects(final Object a, final Object b) {
        return objects(a).objects(b);
    }

    Handed objects(final Object a, final Object b, final Object c) {
        return objects(a).objects(b).objects(c);
    }

    Handed objects(final Object a, final Object b, final Object c, final Object d) {
        return objects(a, b).objects(c, d);
    }

    Handed longs(final long a) {
        primitives[primitiveCount++] = a;
        return this;
    }

    Handed longs(final long a, final long b) {
        return longs(a).longs(b);
    }

    Handed doubles(final double a) {
        return longs(Double.doubleToRawLongBits(a));
    }

    Handed doubles(final double a, final double b) {
        return doubles(a).doubles(b);
    }

    Handed ints(final int a) {
        return longs(a);
    }

    Handed ints(final int a, final int b) {
        return longs(a).longs(b);
    }

    Handed ints(final int a, final int b, final int c) {
        return ints(a, b).ints(c);
    }

    Handed ints(final int a, final int b, final int c, final int d) {
        return ints(a, b).ints(c, d);
    }

    // ---- what is made of them

    /** The value, boxed, of a register counted through all activations. */
    Object value(final int reg, final Ty type) {
        if (!type.isObject() && !isHanded(reg, type.rep())) {
            return NONE;
        }
        return switch (type.rep()) {
            case 'O' -> object(reg);
            case 'J' -> primitive(reg, 'J', 0);
            case 'D' -> decimal(reg, 'D', 0);
            case 'Z' -> primitive(reg, 'Z', 0) != 0;
            case 'C' -> new PyComplex(decimal(reg, 'C', 0), decimal(reg, 'C', 1));
            case 'R' -> new PyRangeIterator(primitive(reg, 'R', 0), primitive(reg, 'R', 1), primitive(reg, 'R', 2));
            case 'I' -> Support.countedIterator((int) primitive(reg, 'I', 0), (int) primitive(reg, 'I', 1), type.step());
            default -> new PyListIterator((PyList) object(reg, 'L'), (int) primitive(reg, 'L', 1));
        };
    }

    Object object(final int reg) {
        return object(reg, 'O');
    }

    /** The frame of an inlined activation that has one. */
    Frame frame(final Level level) {
        return (Frame) object(level.extra(Level.FRAME), 'F');
    }

    PyFunction function(final Level level) {
        return level.function != null ? level.function : (PyFunction) object(level.extra(Level.FUNCTION), 'P');
    }

    private Object object(final int reg, final char rep) {
        final int i = place(objectSlots, Emitter.slot(reg, rep, 0));
        return i < 0 ? NONE : objects[i];
    }

    private boolean isHanded(final int reg, final char rep) {
        final int last = rep == 'L' || rep == 'I' || rep == 'C' ? 1 : 0;
        return place(primitiveSlots, Emitter.slot(reg, rep, last)) >= 0;
    }

    private double decimal(final int reg, final char rep, final int part) {
        return Double.longBitsToDouble(primitive(reg, rep, part));
    }

    private long primitive(final int reg, final char rep, final int part) {
        return primitives[place(primitiveSlots, Emitter.slot(reg, rep, part))];
    }

    private static int place(final int[] slots, final int slot) {
        for (int i = 0; i < slots.length; i++) {
            if (slots[i] == slot) {
                return i;
            }
        }
        return -1;
    }
}
