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

    private final Unit unit;
    private final Object[] objects;
    private final long[] primitives;

    Handed(final Unit unit, final Object[] objects, final long[] primitives) {
        this.unit = unit;
        this.objects = objects;
        this.primitives = primitives;
    }

    /** The value, boxed, of a register counted through all activations. */
    Object value(final int reg, final Ty type) {
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
        final int i = java.util.Arrays.binarySearch(unit.objectSlots, Emitter.slot(reg, rep, 0));
        return i < 0 ? NONE : objects[i];
    }

    private double decimal(final int reg, final char rep, final int part) {
        return Double.longBitsToDouble(primitive(reg, rep, part));
    }

    private long primitive(final int reg, final char rep, final int part) {
        final int i = java.util.Arrays.binarySearch(unit.primitiveSlots, Emitter.slot(reg, rep, part));
        return i < 0 ? 0 : primitives[i];
    }
}
