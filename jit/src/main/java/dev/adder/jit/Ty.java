package dev.adder.jit;

/**
 * What is known of a register: how it is represented, and perhaps its very value.
 *
 * @param rep {@code X} not live; {@code J} an int in a long; {@code D} a float; {@code C} a complex number in
 * two doubles; {@code Z} a bool in an int; {@code O} an
 *            object, null if unbound; {@code R} an iterator over a small range, in three longs (next, step, left);
 *            {@code I} an iterator over a range of which all numbers are well within an int, in two ints (next, stop);
 *            {@code L} an iterator over an exact list: the list and an int (index)
 * @param value with O the object itself where it is known, a mark ({@link #LIST}) or {@link Stored}; with J null or a
 *              mark ({@link #COUNTER}); with I the step, a Long
 */
record Ty(char rep, Object value) {
    static final Ty X = new Ty('X', null);
    static final Ty J = new Ty('J', null);
    /** An int near the counter of a loop over a range: an index that HotSpot had better see as a JVM int. */
    static final Ty COUNTER = new Ty('J', new Object());
    static final Ty D = new Ty('D', null);
    static final Ty Z = new Ty('Z', null);
    static final Ty O = new Ty('O', null);
    static final Ty R = new Ty('R', null);
    static final Ty C = new Ty('C', null);
    static final Ty L = new Ty('L', null);

    static Ty ofRep(final char rep) {
        return switch (rep) {
            case 'J' -> J;
            case 'D' -> D;
            case 'Z' -> Z;
            case 'C' -> C;
            case 'R' -> R;
            case 'L' -> L;
            case 'X' -> X;
            default -> O;
        };
    }

    /** An object that was seen to be an exact list; a JVM local of the register's holds it as such. */
    static final Ty LIST = new Ty('O', new Object());

    /**
     * Of an exact list: that its items lie in an array of doubles (kind D) or longs (J), at least {@code size} of them;
     * see {@link Storages}.
     */
    record Stored(char kind, int size) {
    }

    static Ty stored(final char kind, final int size) {
        return new Ty('O', new Stored(kind, size));
    }

    /** Whether it was seen to be an exact list. */
    boolean isList() {
        return this == LIST || value instanceof Stored;
    }

    /** What is known of a value that goes elsewhere. */
    Ty moved() {
        return isList() ? O : this;
    }

    static Ty counted(final long step) {
        return new Ty('I', step);
    }

    static Ty known(final Object value) {
        return new Ty('O', value);
    }

    boolean isObject() {
        return rep == 'O';
    }

    boolean same(final Ty o) {
        return this == o || rep == o.rep && (value == o.value
                || (rep == 'I' || value instanceof Stored) && value.equals(o.value));
    }

    /** Whether both are held in the same way. */
    boolean isLike(final Ty o) {
        return rep == o.rep && (rep != 'I' || value.equals(o.value));
    }

    boolean isRange() {
        return rep == 'R' || rep == 'I';
    }

    /** The step of a counted range. */
    int step() {
        return (int) (long) (Long) value;
    }
}
