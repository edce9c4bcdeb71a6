package dev.adder.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Growable slot storage whose elements never move: arrays chained through their last element. The first segment
 * holds {@link #FIRST} slots, each further one twice its predecessor's.
 */
final class Segments {
    private static final int FIRST = 4;

    private Segments() {
    }

    static Object get(final Object[] first, final int index) {
        Object[] segment = first;
        int i = index;
        while (segment != null) {
            final int capacity = segment.length - 1;
            if (i < capacity) {
                return segment[i];
            }
            i -= capacity;
            segment = (Object[]) segment[capacity];
        }
        return null;
    }

    /** Stores where there is room; false if there is no such slot. Never changes the chain. */
    static boolean replace(final Object[] first, final int index, final Object value) {
        Object[] segment = first;
        int i = index;
        while (segment != null) {
            final int capacity = segment.length - 1;
            if (i < capacity) {
                segment[i] = value;
                return true;
            }
            i -= capacity;
            segment = (Object[]) segment[capacity];
        }
        return false;
    }

    /** Empties a slot, while others may replace what is there; gives what was there. */
    static Object take(final Object[] first, final int index) {
        Object[] segment = first;
        int i = index;
        while (segment != null) {
            final int capacity = segment.length - 1;
            if (i < capacity) {
                return Taking.ITEM.getAndSet(segment, i, null);
            }
            i -= capacity;
            segment = (Object[]) segment[capacity];
        }
        return null;
    }

    /** Apart, so that it is not made before threads need it. */
    private static final class Taking {
        static final VarHandle ITEM = MethodHandles.arrayElementVarHandle(Object[].class);
    }

    /** Stores and returns the first segment (a new one if there was none). */
    static Object[] set(final Object[] first, final int index, final Object value) {
        final Object[] head = first == null ? new Object[FIRST + 1] : first;
        Object[] segment = head;
        int i = index;
        while (true) {
            final int capacity = segment.length - 1;
            if (i < capacity) {
                segment[i] = value;
                VarHandle.releaseFence();
                return head;
            }
            i -= capacity;
            Object[] next = (Object[]) segment[capacity];
            if (next == null) {
                next = new Object[capacity * 2 + 1];
                VarHandle.releaseFence();
                segment[capacity] = next;
            }
            segment = next;
        }
    }
}
