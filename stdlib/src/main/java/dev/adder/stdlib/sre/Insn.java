package dev.adder.stdlib.sre;

/**
 * The instructions that {@link Matcher} executes: one int each, followed by its operands. {@code s}, {@code t} number
 * sets (-1: none), {@code r} loop registers, {@code pc} an instruction; {@code max} -1 is "no bound".
 */
final class Insn {

    /** Give up this way. */
    static final int FAIL = 0;
    /** The whole pattern has matched. */
    static final int SUCCESS = 1;
    /** c: this character. */
    static final int CHAR = 2;
    /** c: any other character. */
    static final int NOT_CHAR = 3;
    /** s: a character of the set. */
    static final int SET = 4;
    /** Any character. */
    static final int ALL = 5;
    /** n: the literal text number n. */
    static final int STRING = 6;
    /** kind: a test of the position. */
    static final int AT = 7;
    /** i: start of a group. */
    static final int OPEN = 8;
    /** i: end of a group. */
    static final int CLOSE = 9;
    /** pc. */
    static final int JUMP = 10;
    /** pc: go on here, later at pc. */
    static final int SPLIT = 11;
    /** s pc: as SPLIT, but straight to pc when the next character is not in s. */
    static final int SPLIT_SET = 12;
    /** s pc: to pc when the next character is not in s, else go on here for good. */
    static final int GUARD = 13;
    /** s min max: as many as there are, for good. */
    static final int RUN_ALL = 14;
    /** s min max t: as many as there are, then fewer; what follows begins with t. */
    static final int RUN_GREEDY = 15;
    /** s min max t: as few as needed. */
    static final int RUN_LAZY = 16;
    /** As RUN_ALL, at the very start of a pattern: says where the next search may begin. */
    static final int RUN_ALL_LEADING = 17;
    /** As RUN_GREEDY, at the very start of a pattern. */
    static final int RUN_GREEDY_LEADING = 18;
    /** r pc: begin a loop at its end test pc. */
    static final int LOOP_INIT = 19;
    /** r min max pc s t: the end test of a greedy loop with body pc, which begins with s; what follows, with t. */
    static final int LOOP_GREEDY = 20;
    /** r min max pc: the end test of a lazy loop. */
    static final int LOOP_LAZY = 21;
    /** r pc: begin a possessive loop at its end test pc. */
    static final int LOOP_ONCE_INIT = 22;
    /** r min max pc: the end test of a possessive loop; comes from LOOP_ONCE_INIT or the end of the body. */
    static final int LOOP_ONCE = 23;
    /** r back: begin a look that must succeed. */
    static final int LOOK = 24;
    /** r: it did. */
    static final int LOOK_END = 25;
    /** r back pc: begin a look that must fail, then go on at pc. */
    static final int LOOK_NOT = 26;
    /** r: it did not fail. */
    static final int LOOK_NOT_END = 27;
    /** r: begin an atomic group. */
    static final int ATOMIC = 28;
    /** r. */
    static final int ATOMIC_END = 29;
    /** group fold: the group's text again. */
    static final int REF = 30;
    /** group pc: to pc when the group has not matched. */
    static final int IF_GROUP = 31;

    /** Ints of an instruction, its operands included, by opcode. */
    private static final int[] LENGTHS = {1, 1, 2, 2, 2, 1, 2, 2, 2, 2, 2, 2, 3, 3, 4, 5, 5, 4, 5, 3, 7, 5, 3, 5, 3,
        2, 4, 2, 2, 2, 3, 3};

    private Insn() {
    }

    static int length(int op) {
        return LENGTHS[op];
    }
}
