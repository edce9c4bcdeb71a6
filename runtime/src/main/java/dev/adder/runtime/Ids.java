package dev.adder.runtime;

import java.util.concurrent.atomic.AtomicLong;

/** Unique 64-bit numbers: what {@code id()} gives for objects. Identity hash codes collide and are not used. */
public final class Ids {
    private static final AtomicLong NEXT = new AtomicLong(0x7f0000000000L);
    private static final ReferenceIdentityMap OBJECT_IDS = new ReferenceIdentityMap();

    private Ids() {
    }

    /** A number not handed out before, shaped like an address (a multiple of 16). */
    public static long next() {
        return NEXT.addAndGet(16);
    }

    /** The object's number, assigned at the first call and kept as long as the object lives. */
    public static long of(final Object o) {
        return OBJECT_IDS.idOf(o);
    }
}
