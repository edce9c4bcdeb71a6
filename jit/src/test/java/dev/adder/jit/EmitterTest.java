package dev.adder.jit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EmitterTest {
    @Test
    void slotsOfOneRegisterDiffer() {
        final java.util.Set<Integer> seen = new java.util.HashSet<>();
        for (final String s : new String[] {"O0", "J0", "D0", "Z0", "C0", "C1", "R0", "R1", "R2", "L0", "L1"}) {
            final char rep = s.charAt(0);
            final int part = s.charAt(1) - '0';
            final int slot = Emitter.slot(7, rep, part);
            assertTrue(seen.add(slot), s);
            assertEquals(rep, Emitter.repOf(slot), s);
            assertEquals(7, slot >> 4);
            if (rep == 'R' || rep == 'C') {
                assertEquals(part, Emitter.partOf(slot), s);
            } else {
                assertEquals(0, Emitter.partOf(slot), s);
            }
        }
    }

    @Test
    void guardsFailWhereTheInterpreterWouldRaiseOrOverflow() {
        assertThrows(Failed.class, () -> Support.floorDivide(1, 0));
        assertThrows(Failed.class, () -> Support.modulo(1, 0));
        assertThrows(Failed.class, () -> Support.shiftLeft(1, 63));
        assertThrows(Failed.class, () -> Support.trueDivide(1.0, 0.0));
        assertThrows(Failed.class, () -> Support.rangeCount(0, 10, 0));
        assertEquals(-3, Support.floorDivide(-5, 2));
        assertEquals(1, Support.modulo(-5, 2));
        assertEquals(-1, Support.modulo(5, -2));
        assertEquals(4, Support.rangeCount(0, 10, 3));
        assertEquals(4, Support.rangeCount(10, 0, -3));
        assertEquals(0, Support.rangeCount(0, 10, -3));
    }
}
