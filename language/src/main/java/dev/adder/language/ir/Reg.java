package dev.adder.language.ir;

/**
 * Virtual registers of code under construction: a kind and an index in one int, because the places of constants and
 * temporaries are known only when all of them are. {@link Encoder} turns them into frame indices. -1 is "none".
 */
public final class Reg {
    public static final int NONE = -1;
    static final int LOCAL = 0;
    static final int CELL = 1;
    static final int FREE = 2;
    static final int CONST = 3;
    static final int TEMP = 4;
    static final int HIDDEN = 5;
    private static final int SHIFT = 26;
    private static final int MASK = (1 << SHIFT) - 1;

    private Reg() {
    }

    public static int local(int index) {
        return index;
    }

    public static int cell(int index) {
        return CELL << SHIFT | index;
    }

    public static int free(int index) {
        return FREE << SHIFT | index;
    }

    static int constant(int index) {
        return CONST << SHIFT | index;
    }

    static int temp(int index) {
        return TEMP << SHIFT | index;
    }

    static int kind(int reg) {
        return reg >>> SHIFT;
    }

    static int index(int reg) {
        return reg & MASK;
    }

    /** A local of an inlined comprehension. */
    public static int hidden(int index) {
        return HIDDEN << SHIFT | index;
    }

    public static boolean isTemp(int reg) {
        return reg >= 0 && kind(reg) == TEMP;
    }

    public static boolean isLocal(int reg) {
        return reg >= 0 && kind(reg) == LOCAL;
    }

    public static boolean isConst(int reg) {
        return reg >= 0 && kind(reg) == CONST;
    }
}
