package dev.adder.language.ir;

/** Bits of the effects column of {@link Op}. */
final class Effects {
    /** May run Python code (so may raise, switch threads, change anything visible). */
    static final int CALLS = 1;
    /** May raise without running Python code. */
    static final int RAISES = 2;
    /** Seldom executed: no case of its own in the interpreter's loop. */
    static final int RARE = 4;
    /** Never continues at the next instruction. */
    static final int ENDS = 8;
    /** May continue at its target instead of the next instruction. */
    static final int BRANCHES = 16;
    /** Its destination is written only if it continues at the next instruction. */
    static final int FALLTHROUGH_WRITE = 32;
    /** May suspend the frame. */
    static final int SUSPENDS = 64;

    private Effects() {
    }
}
