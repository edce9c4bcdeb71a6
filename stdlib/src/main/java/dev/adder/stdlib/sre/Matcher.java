package dev.adder.stdlib.sre;

import java.util.Arrays;

/**
 * Runs a {@link Program} over one text: a backtracking machine with its own stack, so that a pattern can neither
 * overflow the Java stack nor escape a poll. One subclass a kind of text, so that reading a character inlines.
 */
public abstract class Matcher extends MatchLoops {
    private static final CharSet NEWLINE = CharSet.literal('\n');
    private int matchEnd;
    private boolean matchAll;
    private boolean mustAdvance;

    Matcher(final Program program, final Runnable poll) {
        super(program, poll);
    }

    public final int start() {
        return start;
    }

    public final int end() {
        return matchEnd;
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
}
