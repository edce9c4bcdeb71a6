package dev.adder.jit;

import dev.adder.runtime.interp.Frame;
import dev.adder.runtime.interp.Packed;
import dev.adder.runtime.objects.PyComplex;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyListIterator;
import dev.adder.runtime.objects.PyRangeIterator;
import java.util.ArrayList;
import java.util.List;

/** Which registers a unit leaves unboxed where it suspends, and where they lie. */
final class PackedForm implements Packed.Form {
    /** A register, held as {@code type}; {@code place} is the index of its first primitive. */
    record Entry(int reg, Ty type, int place) {
    }

    final List<Entry> entries = new ArrayList<>();
    int size;

    /** How many primitives hold a register. */
    static int primitives(final char rep) {
        return switch (rep) {
            case 'J', 'D', 'Z', 'L' -> 1;
            case 'C', 'I' -> 2;
            case 'R' -> 3;
            default -> 0;
        };
    }

    boolean has(final int reg) {
        for (final Entry e : entries) {
            if (e.reg == reg) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void unpack(final Frame f, final long[] values) {
        for (final Entry e : entries) {
            f.regs[e.reg] = value(e, f, values);
        }
    }

    private static Object value(final Entry e, final Frame f, final long[] values) {
        final int at = e.place;
        return switch (e.type.rep()) {
            case 'J' -> values[at];
            case 'D' -> Double.longBitsToDouble(values[at]);
            case 'Z' -> values[at] != 0;
            case 'C' -> new PyComplex(Double.longBitsToDouble(values[at]), Double.longBitsToDouble(values[at + 1]));
            case 'R' -> new PyRangeIterator(values[at], values[at + 1], values[at + 2]);
            case 'I' -> Support.countedIterator((int) values[at], (int) values[at + 1], e.type.step());
            default -> new PyListIterator((PyList) f.regs[e.reg], (int) values[at]);
        };
    }
}
