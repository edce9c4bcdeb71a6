package dev.adder.stdlib.sre;

/** Reads the text: runs of characters, positions such as word boundaries, earlier groups; counts its work and polls. */
abstract class MatchText extends MatchStack {
    /** Backtracking steps, loop rounds, search positions and pieces of runs between two polls. */
    private static final int POLL_STEPS = 10_000;
    /** So many characters (as a power of two) count as one step. */
    static final int STEP_SHIFT = 5;
    /** The longest run looked at without a poll. */
    static final int PIECE = 1 << 20;
    private static final int NO_FOLD = CharSet.Fold.NONE.ordinal();
    private static final int UNICODE_FOLD = CharSet.Fold.UNICODE.ordinal();
    private static final int SHORT = 8;
    private final Runnable poll;
    int steps = POLL_STEPS;
    /** End of the text as the pattern sees it. */
    int end;

    MatchText(final Program program, final Runnable poll) {
        super(program);
        this.poll = poll;
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

    final void pollNow() {
        steps = POLL_STEPS;
        if (poll != null) {
            poll.run();
        }
    }

    /**
     * As {@link #skip}, counting the characters as work, and in pieces where there are many, so that polls come in
     * time.
     */
    final int span(CharSet set, int from, int limit) {
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

    static int limit(int p, int max, int end) {
        return max >= 0 && max < end - p ? p + max : end;
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
}
