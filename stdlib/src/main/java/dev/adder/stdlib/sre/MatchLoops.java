package dev.adder.stdlib.sre;

/** The instructions that go round or aside: runs of one set, loops, looks ahead and behind, atomic groups. */
abstract class MatchLoops extends MatchText {
    final Program program;
    final int[] code;
    final CharSet[] sets;
    /** Where the current try begins. */
    int start;
    /** After a failed try: no match begins before this position. */
    int nextStart;

    MatchLoops(final Program program, final Runnable poll) {
        super(program, poll);
        this.program = program;
        this.code = program.code;
        this.sets = program.sets;
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
    final int giveBack(int pc, int p, int q) {
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
    final int giveBackTo(int tail, int least, int from) {
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
    final int takeMore(int pc, int p, int greatest) {
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
            push(p, registers[r], registers[r + 1], pc << TAG_BITS | LEAVE_LOOP);
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

    final boolean oneMore(int pc, int p) {
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
}
