package dev.adder.stdlib.sre;

import java.util.Arrays;

/**
 * What a match has found so far and how to take it back. The stack holds records of several ints with a tag on top:
 * choices (where to go on when this way fails) and old values of marks and loop registers, which are put back on the way
 * down. So at every choice all state is exactly what it was when the choice was made, which is what {@code sre_lib.h}
 * achieves by saving and restoring mark arrays.
 *
 * <p>Positions are indices into the text; a mark that is not set is -1.
 */
abstract class MatchStack {
    static final int[] NO_STACK = new int[0];
    /** A stack that would need more than this part of the heap is a MemoryError. */
    private static final int HEAP_SHARE = 3;
    static final int TAG_BITS = 4;
    static final int TAG_MASK = (1 << TAG_BITS) - 1;
    /** [position, pc]: go on there. */
    static final int CHOICE = 0;
    /** [least position, position, pc of the run]. */
    static final int FEWER = 1;
    /** [greatest position, position, pc of the run]. */
    static final int MORE = 2;
    /** [old mark, index]. */
    static final int OLD_OPEN = 3;
    /** [old lastindex, old mark, index]. */
    static final int OLD_CLOSE = 4;
    /** [old count, old last position, register]. */
    static final int OLD_LOOP = 5;
    /** [position, old count, old last position, pc of the end test]: leave the loop. */
    static final int LEAVE_LOOP = 6;
    /** [position, pc of the end test]: one more round of a lazy loop. */
    static final int ONE_MORE = 7;
    final int[] marks;
    /** Per register: rounds done, position at the last round, stack height at the beginning. */
    final int[] registers;
    int[] stack = NO_STACK;
    int sp;
    int lastIndex;

    MatchStack(final Program program) {
        this.marks = new int[2 * program.groups];
        this.registers = program.registers == 0 ? NO_STACK : new int[3 * program.registers];
    }

    /** The number of the group that ended last, or -1. */
    public final int lastIndex() {
        return lastIndex;
    }

    /** Start of group {@code group} (1 is the first), or -1. */
    public final int groupStart(int group) {
        int i = 2 * group - 2;
        return marks[i + 1] < 0 ? -1 : marks[i];
    }

    public final int groupEnd(int group) {
        int i = 2 * group - 2;
        return marks[i] < 0 ? -1 : marks[i + 1];
    }

    final boolean hasMatched(int group) {
        return marks[2 * group] >= 0 && marks[2 * group + 1] >= marks[2 * group];
    }

    final void setMark(int index, int p) {
        if (sp > 0) {
            push(marks[index], index << TAG_BITS | OLD_OPEN);
        }
        marks[index] = p;
    }

    final void closeMark(int index, int p) {
        if (sp > 0) {
            push(lastIndex, marks[index], index << TAG_BITS | OLD_CLOSE);
        }
        marks[index] = p;
        lastIndex = (index >> 1) + 1;
    }

    final void pushChoice(int p, int pc) {
        push(p, pc << TAG_BITS | CHOICE);
    }

    final void saveLoop(int r) {
        if (sp > 0) {
            push(registers[r], registers[r + 1], r << TAG_BITS | OLD_LOOP);
        }
    }

    final void push(int a, int tagged) {
        reserve(2);
        stack[sp] = a;
        stack[sp + 1] = tagged;
        sp += 2;
    }

    final void push(int a, int b, int tagged) {
        reserve(3);
        stack[sp] = a;
        stack[sp + 1] = b;
        stack[sp + 2] = tagged;
        sp += 3;
    }

    final void push(int a, int b, int d, int tagged) {
        reserve(4);
        stack[sp] = a;
        stack[sp + 1] = b;
        stack[sp + 2] = d;
        stack[sp + 3] = tagged;
        sp += 4;
    }

    private void reserve(int ints) {
        if (sp + ints > stack.length) {
            grow();
        }
    }

    private void grow() {
        long wanted = Math.max(64, (long) stack.length * 2);
        if (wanted > Integer.MAX_VALUE - 16 || wanted * 4 > Runtime.getRuntime().maxMemory() / HEAP_SHARE) {
            throw new OutOfMemoryError("regular expression stack");
        }
        stack = Arrays.copyOf(stack, (int) wanted);
    }

    private static int recordSize(int tag) {
        return switch (tag) {
            case CHOICE, OLD_OPEN, ONE_MORE -> 2;
            case LEAVE_LOOP -> 4;
            default -> 3;
        };
    }

    /** Drops the choices above a height but keeps the old marks, which choices below it still need. */
    final void dropChoices(int height) {
        if (height == 0 || sp == height) {
            sp = height;
            return;
        }
        int[] kept = null;
        int n = 0;
        for (int at = sp; at > height; ) {
            int tag = stack[at - 1] & TAG_MASK;
            int size = recordSize(tag);
            if (tag == OLD_OPEN || tag == OLD_CLOSE) {
                if (kept == null) {
                    kept = new int[sp - height];
                }
                System.arraycopy(stack, at - size, kept, kept.length - n - size, size);
                n += size;
            }
            at -= size;
        }
        if (n > 0) {
            System.arraycopy(kept, kept.length - n, stack, height, n);
        }
        sp = height + n;
    }

    /** Drops everything above a height and puts old values back. */
    final void undoTo(int height) {
        while (sp > height) {
            int top = stack[sp - 1];
            int operand = top >> TAG_BITS;
            int tag = top & TAG_MASK;
            switch (tag) {
                case OLD_OPEN -> marks[operand] = stack[sp - 2];
                case OLD_CLOSE -> {
                    marks[operand] = stack[sp - 2];
                    lastIndex = stack[sp - 3];
                }
                default -> {
                }
            }
            sp -= recordSize(tag);
        }
    }
}
