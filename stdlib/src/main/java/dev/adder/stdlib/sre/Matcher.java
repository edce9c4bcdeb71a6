package dev.adder.stdlib.sre;

import java.util.Arrays;

/**
 * Runs a {@link Program} over one text: a backtracking machine with its own stack, so that a pattern can neither
 * overflow the Java stack nor escape a poll. One subclass a kind of text, so that reading a character inlines.
 *
 * <p>The stack holds records of several ints with a tag on top: choices (where to go on when this way fails) and old
 * values of marks and loop registers, which are put back on the way down. So at every choice all state is exactly what
 * it was when the choice was made, which is what {@code sre_lib.h} achieves by saving and restoring mark arrays.
 *
 * <p>Positions are indices into the text; a mark that is not set is -1.
 */
public abstract class Matcher {

    private static final CharSet NEWLINE = CharSet.literal('\n');
    private static final int[] NO_STACK = new int[0];
    /** Backtracking steps, loop rounds, search positions and pieces of runs between two polls. */
    private static final int POLL_STEPS = 10_000;
    /** A stack that would need more than this part of the heap is a MemoryError. */
    private static final int HEAP_SHARE = 3;

    /** So many characters (as a power of two) count as one step. */
    private static final int STEP_SHIFT = 5;
    /** The longest run looked at without a poll. */
    private static final int PIECE = 1 << 20;

    private static final int NO_FOLD = CharSet.Fold.NONE.ordinal();
    private static final int UNICODE_FOLD = CharSet.Fold.UNICODE.ordinal();
    private static final int SHORT = 8;

    private static final int TAG_BITS = 4;
    private static final int TAG_MASK = (1 << TAG_BITS) - 1;
    /** [position, pc]: go on there. */
    private static final int CHOICE = 0;
    /** [least position, position, pc of the run]. */
    private static final int FEWER = 1;
    /** [greatest position, position, pc of the run]. */
    private static final int MORE = 2;
    /** [old mark, index]. */
    private static final int OLD_OPEN = 3;
    /** [old lastindex, old mark, index]. */
    private static final int OLD_CLOSE = 4;
    /** [old count, old last position, register]. */
    private static final int OLD_LOOP = 5;
    /** [position, old count, old last position, pc of the end test]: leave the loop. */
    private static final int LEAVE_LOOP = 6;
    /** [position, pc of the end test]: one more round of a lazy loop. */
    private static final int ONE_MORE = 7;

    final Program program;
    private final int[] code;
    private final CharSet[] sets;
    private final Runnable poll;
    private final int[] marks;
    /** Per register: rounds done, position at the last round, stack height at the beginning. */
    private final int[] registers;

    private int[] stack = NO_STACK;
    private int sp;
    private int steps = POLL_STEPS;

    /** End of the text as the pattern sees it. */
    private int end;
    /** Where the current try begins. */
    private int start;
    private int matchEnd;
    private int lastIndex;
    private boolean matchAll;
    private boolean mustAdvance;
    /** After a failed try: no match begins before this position. */
    private int nextStart;

    Matcher(Program program, Runnable poll) {
        this.program = program;
        this.code = program.code;
        this.sets = program.sets;
        this.poll = poll;
        this.marks = new int[2 * program.groups];
        this.registers = program.registers == 0 ? NO_STACK : new int[3 * program.registers];
    }

    abstract int length();

    abstract int at(int position);

    /** The first position from {@code from} on, below {@code limit}, whose character is not in the set; else limit. */
    abstract int skip(CharSet set, int from, int limit);

    /** The first position from {@code from} on, below {@code limit}, whose character is in the set; else -1. */
    abstract int find(CharSet set, int from, int limit);

    /** The first position from {@code from} on where the prefix stands, ending at or before {@code limit}; else -1. */
    abstract int findPrefix(Program.Start start, int from, int limit);

    /** Whether the literal text number {@code n} stands at a position; the caller has checked the room. */
    abstract boolean literalAt(int n, int position);

    /** Whether {@code length} characters at two positions are equal. */
    abstract boolean sameText(int a, int b, int length);

    public final int start() {
        return start;
    }

    public final int end() {
        return matchEnd;
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

    private void begin(int endPosition) {
        end = Math.min(Math.max(endPosition, 0), length());
        matchAll = false;
        mustAdvance = false;
    }

    private int clamp(int position) {
        return Math.min(Math.max(position, 0), length());
    }

    /** Matches at {@code from}; the text ends at {@code to}. */
    public final boolean match(int from, int to, boolean mustAdvance) {
        begin(to);
        this.mustAdvance = mustAdvance;
        return matchHere(clamp(from));
    }

    /** Matches all of the text from {@code from} to {@code to}. */
    public final boolean fullMatch(int from, int to) {
        begin(to);
        matchAll = true;
        return matchHere(clamp(from));
    }

    private boolean matchHere(int from) {
        // From may lie behind the end: as in CPython, a pattern that reads nothing then matches there all the same.
        return (program.minLength == 0 || end - from >= program.minLength) && attempt(from);
    }

    /** Finds the first match that begins at {@code from} or later; {@code mustAdvance}: not an empty one at from. */
    public final boolean search(int from, int to, boolean mustAdvance) {
        begin(to);
        if (--steps < 0) {
            pollNow();
        }
        int position = clamp(from);
        this.mustAdvance = mustAdvance;
        int limit = end - program.minLength;
        Program.Start how = program.start;
        while (position <= limit) {
            switch (how.kind()) {
                case PREFIX:
                    position = findPrefix(how, position, end);
                    break;
                case SET:
                    position = findStart(how.set(), position);
                    break;
                case WORD_START:
                    position = findWord(how, position);
                    break;
                case LINE_START:
                    position = lineStart(position);
                    break;
                case STRING_START:
                    return position == 0 && attempt(0);
                default:
                    break;
            }
            if (position < 0 || position > limit) {
                return false;
            }
            if (how.literalOnly()) {
                clear();
                start = position;
                matchEnd = position + how.prefix().length;
                return true;
            }
            if (attempt(position)) {
                return true;
            }
            this.mustAdvance = false;
            position = Math.max(position + 1, nextStart);
            if (--steps < 0) {
                pollNow();
            }
        }
        return false;
    }

    private int findStart(CharSet set, int from) {
        int p = from;
        while (end - p > PIECE) {
            int found = find(set, p, p + PIECE);
            if (found >= 0) {
                return found;
            }
            p += PIECE;
            pollNow();
        }
        return find(set, p, end);
    }

    /** The next start of a word whose first character is in the set. */
    private int findWord(Program.Start how, int from) {
        int p = from;
        while (true) {
            p = findStart(how.set(), p);
            if (p <= 0 || !how.words().has(at(p - 1))) {
                return p;
            }
            p = span(how.words(), p, end);
        }
    }

    private int lineStart(int position) {
        if (position == 0 || position > end || at(position - 1) == '\n') {
            return position > end ? -1 : position;
        }
        int newline = find(NEWLINE, position, end);
        return newline < 0 ? -1 : newline + 1;
    }

    private void clear() {
        lastIndex = -1;
        Arrays.fill(marks, -1);
    }

    private boolean attempt(int position) {
        clear();
        start = position;
        nextStart = 0;
        sp = 0;
        return tryAt(position, end);
    }

    /** Runs the program at a position. */
    abstract boolean tryAt(int position, int endPosition);

    private void pollNow() {
        steps = POLL_STEPS;
        if (poll != null) {
            poll.run();
        }
    }

    /** Executes from the first instruction; true on success, with {@link #matchEnd} set. */
    final boolean run(int position) {
        int[] code = this.code;
        int end = this.end;
        int pc = 0;
        int p = position;
        while (true) {
            boolean ok;
            switch (code[pc]) {
                case Insn.CHAR:
                    if (ok = p < end && at(p) == code[pc + 1]) {
                        p++;
                        pc += 2;
                    }
                    break;
                case Insn.NOT_CHAR:
                    if (ok = p < end && at(p) != code[pc + 1]) {
                        p++;
                        pc += 2;
                    }
                    break;
                case Insn.SET:
                    if (ok = p < end && sets[code[pc + 1]].has(at(p))) {
                        p++;
                        pc += 2;
                    }
                    break;
                case Insn.ALL:
                    if (ok = p < end) {
                        p++;
                        pc++;
                    }
                    break;
                case Insn.STRING: {
                    int n = code[pc + 1];
                    int length = program.literals[n].length;
                    if (ok = length <= end - p && literalAt(n, p)) {
                        p += length;
                        pc += 2;
                    }
                    break;
                }
                case Insn.AT:
                    if (ok = isAt(code[pc + 1], p)) {
                        pc += 2;
                    }
                    break;
                case Insn.OPEN:
                    setMark(code[pc + 1], p);
                    pc += 2;
                    continue;
                case Insn.CLOSE:
                    closeMark(code[pc + 1], p);
                    pc += 2;
                    continue;
                case Insn.JUMP:
                    pc = code[pc + 1];
                    continue;
                case Insn.SPLIT:
                    pushChoice(p, code[pc + 1]);
                    pc += 2;
                    continue;
                case Insn.SPLIT_SET:
                    if (p < end && sets[code[pc + 1]].has(at(p))) {
                        pushChoice(p, code[pc + 2]);
                        pc += 3;
                    } else {
                        pc = code[pc + 2];
                    }
                    continue;
                case Insn.GUARD:
                    pc = p < end && sets[code[pc + 1]].has(at(p)) ? pc + 3 : code[pc + 2];
                    continue;
                case Insn.RUN_ALL: {
                    int q = runAll(pc, p);
                    if (ok = q >= 0) {
                        p = q;
                        pc += 4;
                    }
                    break;
                }
                case Insn.RUN_GREEDY: {
                    int q = runGreedy(pc, p);
                    if (ok = q >= 0) {
                        p = q;
                        pc += 5;
                    }
                    break;
                }
                case Insn.RUN_LAZY: {
                    int q = runLazy(pc, p);
                    if (ok = q >= 0) {
                        p = q;
                        pc += 5;
                    }
                    break;
                }
                case Insn.RUN_ALL_LEADING: {
                    int q = runAllLeading(pc, p);
                    if (ok = q >= 0) {
                        p = q;
                        pc += 4;
                    }
                    break;
                }
                case Insn.RUN_GREEDY_LEADING: {
                    int q = runLeading(pc, p);
                    if (ok = q >= 0) {
                        p = q;
                        pc += 5;
                    }
                    break;
                }
                case Insn.LOOP_INIT:
                    beginLoop(code[pc + 1]);
                    pc = code[pc + 2];
                    continue;
                case Insn.LOOP_GREEDY:
                    pc = loopGreedy(pc, p);
                    continue;
                case Insn.LOOP_LAZY:
                    pc = loopLazy(pc, p);
                    continue;
                case Insn.SUCCESS:
                    if (ok = succeeds(p)) {
                        return true;
                    }
                    break;
                case Insn.FAIL:
                    ok = false;
                    break;
                case Insn.REF: {
                    int q = reference(code[pc + 1], code[pc + 2], p);
                    if (ok = q >= 0) {
                        p = q;
                        pc += 3;
                    }
                    break;
                }
                case Insn.IF_GROUP: {
                    pc = hasMatched(code[pc + 1]) ? pc + 3 : code[pc + 2];
                    continue;
                }
                case Insn.LOOK: {
                    int q = beginLook(pc, p);
                    if (ok = q >= 0) {
                        p = q;
                        pc += 3;
                    }
                    break;
                }
                case Insn.LOOK_END:
                    p = endLook(code[pc + 1]);
                    pc += 2;
                    continue;
                case Insn.LOOK_NOT:
                    if (p < code[pc + 2]) {
                        pc = code[pc + 3];
                    } else {
                        p = beginLookNot(pc, p);
                        pc += 4;
                    }
                    continue;
                case Insn.LOOK_NOT_END:
                    endLookNot(code[pc + 1]);
                    ok = false;
                    break;
                case Insn.ATOMIC:
                    beginAtomic(code[pc + 1]);
                    pc += 2;
                    continue;
                case Insn.ATOMIC_END:
                    endAtomic(code[pc + 1]);
                    pc += 2;
                    continue;
                case Insn.LOOP_ONCE_INIT:
                    beginOnce(code[pc + 1]);
                    pc = code[pc + 2];
                    continue;
                case Insn.LOOP_ONCE:
                    pc = loopOnce(pc, p);
                    continue;
                default:
                    throw new IllegalStateException("instruction " + code[pc]);
            }
            if (ok) {
                continue;
            }
            pc = backtrack();
            if (pc < 0) {
                return false;
            }
            p = resumeAt;
        }
    }

    final boolean succeeds(int p) {
        if (matchAll && p != end || mustAdvance && p == start) {
            return false;
        }
        matchEnd = p;
        return true;
    }

    final boolean hasMatched(int group) {
        return marks[2 * group] >= 0 && marks[2 * group + 1] >= marks[2 * group];
    }

    final int beginLook(int pc, int p) {
        if (p < code[pc + 2]) {
            return -1;
        }
        int r = 3 * code[pc + 1];
        registers[r + 1] = p;
        registers[r + 2] = sp;
        return p - code[pc + 2];
    }

    final int endLook(int register) {
        dropChoices(registers[3 * register + 2]);
        return registers[3 * register + 1];
    }

    final int beginLookNot(int pc, int p) {
        registers[3 * code[pc + 1] + 2] = sp;
        pushChoice(p, code[pc + 3]);
        return p - code[pc + 2];
    }

    final void endLookNot(int register) {
        undoTo(registers[3 * register + 2]);
    }

    final void beginAtomic(int register) {
        registers[3 * register + 2] = sp;
    }

    final void endAtomic(int register) {
        dropChoices(registers[3 * register + 2]);
    }

    final void beginOnce(int register) {
        int r = 3 * register;
        registers[r] = -1;
        registers[r + 1] = -1;
        registers[r + 2] = sp;
    }

    /** For translated code: the place of the next choice, or -1; {@link #resumePosition} is its position. */
    final int nextChoice() {
        return sp == 0 ? -1 : backtrack();
    }

    final int resumePosition() {
        return resumeAt;
    }

    /** Where the choice that {@link #backtrack} found goes on. */
    private int resumeAt;

    /** Goes down the stack to the next choice, putting old values back; the pc to go on at, or -1. */
    private int backtrack() {
        if (--steps < 0) {
            pollNow();
        }
        int[] stack = this.stack;
        int sp = this.sp;
        while (sp > 0) {
            int top = stack[sp - 1];
            int operand = top >> TAG_BITS;
            switch (top & TAG_MASK) {
                case CHOICE:
                    resumeAt = stack[sp - 2];
                    this.sp = sp - 2;
                    return operand;
                case FEWER: {
                    int least = stack[sp - 3];
                    int p = giveBackTo(code[operand + 4], least, stack[sp - 2] - 1);
                    if (p > least) {
                        stack[sp - 2] = p;
                        this.sp = sp;
                    } else {
                        sp -= 3;
                        this.sp = sp;
                    }
                    if (p >= 0) {
                        resumeAt = p;
                        return operand + 5;
                    }
                    break;
                }
                case MORE: {
                    int greatest = stack[sp - 3];
                    int p = takeMore(operand, stack[sp - 2], greatest);
                    if (p >= 0 && p < greatest) {
                        stack[sp - 2] = p;
                        this.sp = sp;
                    } else {
                        sp -= 3;
                        this.sp = sp;
                    }
                    if (p >= 0) {
                        resumeAt = p;
                        return operand + 5;
                    }
                    break;
                }
                case OLD_OPEN:
                    marks[operand] = stack[sp - 2];
                    sp -= 2;
                    break;
                case OLD_CLOSE:
                    marks[operand] = stack[sp - 2];
                    lastIndex = stack[sp - 3];
                    sp -= 3;
                    break;
                case OLD_LOOP:
                    registers[operand] = stack[sp - 3];
                    registers[operand + 1] = stack[sp - 2];
                    sp -= 3;
                    break;
                case LEAVE_LOOP: {
                    int r = 3 * code[operand + 1];
                    registers[r] = stack[sp - 3];
                    registers[r + 1] = stack[sp - 2];
                    resumeAt = stack[sp - 4];
                    this.sp = sp - 4;
                    return operand + 7;
                }
                default: {
                    int p = stack[sp - 2];
                    sp -= 2;
                    this.sp = sp;
                    if (oneMore(operand, p)) {
                        resumeAt = p;
                        return code[operand + 4];
                    }
                    break;
                }
            }
        }
        this.sp = 0;
        return -1;
    }

    /**
     * As {@link #skip}, counting the characters as work, and in pieces where there are many, so that polls come in
     * time.
     */
    private int span(CharSet set, int from, int limit) {
        if (limit - from > PIECE) {
            return spanInPieces(set, from, limit);
        }
        int q = skip(set, from, limit);
        steps -= q - from >> STEP_SHIFT;
        return q;
    }

    private int spanInPieces(CharSet set, int from, int limit) {
        int p = from;
        while (p < limit) {
            int stop = Math.min(limit - p, PIECE) + p;
            int q = skip(set, p, stop);
            steps -= q - p >> STEP_SHIFT;
            if (steps < 0) {
                pollNow();
            }
            if (q < stop) {
                return q;
            }
            p = q;
        }
        return p;
    }

    private static int limit(int p, int max, int end) {
        return max >= 0 && max < end - p ? p + max : end;
    }

    final int runAll(int pc, int p) {
        int min = code[pc + 2];
        if (min > end - p) {
            return -1;
        }
        int q = span(sets[code[pc + 1]], p, limit(p, code[pc + 3], end));
        return q - p >= min ? q : -1;
    }

    final int runAllLeading(int pc, int p) {
        nextStart = span(sets[code[pc + 1]], p, end);
        return nextStart - p >= code[pc + 2] ? nextStart : -1;
    }

    final int runLeading(int pc, int p) {
        nextStart = span(sets[code[pc + 1]], p, end);
        return giveBack(pc, p, nextStart);
    }

    /** No match begins before this position. */
    final void startBehind(int p) {
        nextStart = p;
        steps -= p - start >> STEP_SHIFT;
    }

    final int runGreedy(int pc, int p) {
        if (code[pc + 2] > end - p) {
            return -1;
        }
        return giveBack(pc, p, span(sets[code[pc + 1]], p, limit(p, code[pc + 3], end)));
    }

    /** A greedy run from p could reach q: the first position to go on at, with the rest of them as a choice. */
    private int giveBack(int pc, int p, int q) {
        int min = code[pc + 2];
        if (q - p < min) {
            return -1;
        }
        int least = p + min;
        int at = giveBackTo(code[pc + 4], least, q);
        if (at > least) {
            push(least, at, pc << TAG_BITS | FEWER);
        }
        return at;
    }

    /** The greatest position from {@code from} down to {@code least} where the tail may begin, or -1. */
    private int giveBackTo(int tail, int least, int from) {
        if (tail < 0) {
            return from >= least ? from : -1;
        }
        CharSet set = sets[tail];
        int p = from;
        if (p >= end) {
            p = end - 1;
        }
        int start = p;
        while (p >= least && !set.has(at(p))) {
            p--;
        }
        steps -= start - p >> STEP_SHIFT;
        return p >= least ? p : -1;
    }

    final int runLazy(int pc, int p) {
        int min = code[pc + 2];
        if (min > end - p) {
            return -1;
        }
        int q = p;
        if (min > 0) {
            q = span(sets[code[pc + 1]], p, p + min);
            if (q - p < min) {
                return -1;
            }
        }
        int greatest = limit(p, code[pc + 3], end);
        int tail = code[pc + 4];
        if (tail >= 0 && (q >= end || !sets[tail].has(at(q)))) {
            q = takeMore(pc, q, greatest);
        }
        if (q >= 0 && q < greatest) {
            push(greatest, q, pc << TAG_BITS | MORE);
        }
        return q;
    }

    /**
     * The next position after {@code p} up to {@code greatest} that a lazy run can reach and the tail begin at, or -1.
     */
    private int takeMore(int pc, int p, int greatest) {
        CharSet set = sets[code[pc + 1]];
        int tail = code[pc + 4];
        if (tail < 0) {
            return p < greatest && set.has(at(p)) ? p + 1 : -1;
        }
        CharSet next = sets[tail];
        if (set.kind == CharSet.ALL) {
            return p < greatest ? find(next, p + 1, Math.min(greatest + 1, end)) : -1;
        }
        int q = p;
        while (q < greatest && set.has(at(q))) {
            q++;
            if (q < end && next.has(at(q))) {
                steps -= q - p >> STEP_SHIFT;
                return q;
            }
        }
        steps -= q - p >> STEP_SHIFT;
        return -1;
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

    private void saveLoop(int r) {
        if (sp > 0) {
            push(registers[r], registers[r + 1], r << TAG_BITS | OLD_LOOP);
        }
    }

    final void beginLoop(int register) {
        int r = 3 * register;
        saveLoop(r);
        registers[r] = -1;
        registers[r + 1] = -1;
    }

    final int loopGreedy(int pc, int p) {
        if (--steps < 0) {
            pollNow();
        }
        int r = 3 * code[pc + 1];
        int count = registers[r] + 1;
        int max = code[pc + 3];
        if (count < code[pc + 2]) {
            saveLoop(r);
            registers[r] = count;
            return code[pc + 4];
        }
        if (max >= 0 && count >= max || registers[r + 1] == p) {
            return pc + 7;
        }
        int bodySet = code[pc + 5];
        if (bodySet >= 0 && !(p < end && sets[bodySet].has(at(p)))) {
            return pc + 7;
        }
        int tail = code[pc + 6];
        if (tail >= 0 && !(p < end && sets[tail].has(at(p)))) {
            saveLoop(r);
        } else {
            reserve(4);
            stack[sp] = p;
            stack[sp + 1] = registers[r];
            stack[sp + 2] = registers[r + 1];
            stack[sp + 3] = pc << TAG_BITS | LEAVE_LOOP;
            sp += 4;
        }
        registers[r] = count;
        registers[r + 1] = p;
        return code[pc + 4];
    }

    final int loopLazy(int pc, int p) {
        if (--steps < 0) {
            pollNow();
        }
        int r = 3 * code[pc + 1];
        int count = registers[r] + 1;
        if (count < code[pc + 2]) {
            saveLoop(r);
            registers[r] = count;
            return code[pc + 4];
        }
        push(p, pc << TAG_BITS | ONE_MORE);
        return pc + 5;
    }

    private boolean oneMore(int pc, int p) {
        int r = 3 * code[pc + 1];
        int count = registers[r] + 1;
        int max = code[pc + 3];
        if (max >= 0 && count >= max || registers[r + 1] == p) {
            return false;
        }
        saveLoop(r);
        registers[r] = count;
        registers[r + 1] = p;
        return true;
    }

    final int loopOnce(int pc, int p) {
        if (--steps < 0) {
            pollNow();
        }
        int r = 3 * code[pc + 1];
        int count = registers[r] + 1;
        dropChoices(registers[r + 2]);
        registers[r] = count;
        registers[r + 2] = sp;
        if (count < code[pc + 2]) {
            return code[pc + 4];
        }
        int max = code[pc + 3];
        if (max >= 0 && count >= max || registers[r + 1] == p) {
            return pc + 5;
        }
        registers[r + 1] = p;
        pushChoice(p, pc + 5);
        return code[pc + 4];
    }

    final int reference(int group, int fold, int p) {
        int from = marks[2 * group];
        int length = marks[2 * group + 1] - from;
        if (from < 0 || length < 0 || length > Math.max(0, end - p)) {
            return -1;
        }
        boolean same = fold == NO_FOLD ? length < SHORT ? sameShort(from, p, length) : sameText(from, p, length)
                : sameFolded(fold == UNICODE_FOLD, from, p, length);
        return same ? p + length : -1;
    }

    private boolean sameShort(int a, int b, int length) {
        for (int i = 0; i < length; i++) {
            if (at(a + i) != at(b + i)) {
                return false;
            }
        }
        return true;
    }

    private boolean sameFolded(boolean unicode, int a, int b, int length) {
        for (int i = 0; i < length; i++) {
            int c = at(a + i);
            int d = at(b + i);
            boolean same = unicode ? SreChars.lowerUnicode(c) == SreChars.lowerUnicode(d)
                    : SreChars.lowerAscii(c) == SreChars.lowerAscii(d);
            if (!same) {
                return false;
            }
        }
        return true;
    }

    final boolean isAt(int kind, int p) {
        switch (kind) {
            case SreOps.AT_BEGINNING:
            case SreOps.AT_BEGINNING_STRING:
                return p == 0;
            case SreOps.AT_BEGINNING_LINE:
                return p == 0 || at(p - 1) == '\n';
            case SreOps.AT_END:
                return p == end || p == end - 1 && at(p) == '\n';
            case SreOps.AT_END_LINE:
                return p == end || p < length() && at(p) == '\n';
            case SreOps.AT_END_STRING:
                return p == end;
            case SreOps.AT_BOUNDARY:
            case SreOps.AT_LOC_BOUNDARY:
                return isBoundary(Words.ASCII, p);
            case SreOps.AT_NON_BOUNDARY:
            case SreOps.AT_LOC_NON_BOUNDARY:
                return !isBoundary(Words.ASCII, p);
            case SreOps.AT_UNI_BOUNDARY:
                return isBoundary(Words.UNICODE, p);
            default:
                return !isBoundary(Words.UNICODE, p);
        }
    }

    private boolean isBoundary(CharSet words, int p) {
        boolean before = p > 0 && words.has(at(p - 1));
        boolean after = p < end && words.has(at(p));
        return before != after;
    }

    private void push(int a, int tagged) {
        reserve(2);
        stack[sp] = a;
        stack[sp + 1] = tagged;
        sp += 2;
    }

    private void push(int a, int b, int tagged) {
        reserve(3);
        stack[sp] = a;
        stack[sp + 1] = b;
        stack[sp + 2] = tagged;
        sp += 3;
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
    private void dropChoices(int height) {
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
    private void undoTo(int height) {
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
