package dev.adder.stdlib.sre;

import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * A set of code points that is asked often: a table for the first 256, pages of 256 bits filled on first use for the
 * rest of the BMP, and the definition itself above it. Immutable but for the pages, which every thread may fill with
 * the same contents.
 *
 * <p>{@link #kind} lets the matching loops treat the common shapes (one character, all but one character, everything)
 * without looking into the table.
 */
abstract class CharSet {

    static final int GENERAL = 0;
    /** Exactly {@link #single}. */
    static final int LITERAL = 1;
    /** Everything but {@link #single}. */
    static final int NOT_LITERAL = 2;
    static final int ALL = 3;

    /** The largest set whose members are listed for the disjointness test. */
    private static final int LISTED = 512;
    private static final int PAGES = 256;

    final int kind;
    final int single;
    final boolean[] low = new boolean[256];
    private long[][] pages;

    CharSet(int kind, int single) {
        this.kind = kind;
        this.single = single;
    }

    /** Fills the table; the last thing a subclass's constructor does. */
    final void fillLow() {
        for (int c = 0; c < 256; c++) {
            low[c] = test(c);
        }
    }

    final boolean has(int c) {
        return c < 256 ? low[c] : hasHigh(c);
    }

    final boolean hasHigh(int c) {
        switch (kind) {
            case LITERAL:
                return c == single;
            case NOT_LITERAL:
                return c != single;
            case ALL:
                return true;
            default:
                return c < 0x10000 ? inPage(c) : test(c);
        }
    }

    private boolean inPage(int c) {
        long[][] all = pages;
        if (all == null) {
            all = new long[PAGES][];
            pages = all;
        }
        long[] page = all[c >> 8];
        if (page == null) {
            page = makePage(c & 0xFF00);
            VarHandle.releaseFence();
            all[c >> 8] = page;
        }
        return (page[c >> 6 & 3] >>> c & 1) != 0;
    }

    private long[] makePage(int start) {
        long[] page = new long[4];
        for (int i = 0; i < 256; i++) {
            if (test(start + i)) {
                page[i >> 6] |= 1L << i;
            }
        }
        return page;
    }

    /** The definition, asked to fill the tables. */
    abstract boolean test(int c);

    /** All members when they are few and known, else null. */
    int[] members() {
        return kind == LITERAL ? new int[] {single} : null;
    }

    /** All non-members when they are few and known, else null. */
    int[] absentees() {
        return switch (kind) {
            case NOT_LITERAL -> new int[] {single};
            case ALL -> new int[0];
            default -> null;
        };
    }

    /** False when the two sets may have a common member; true only when they provably have none. */
    boolean disjoint(CharSet other) {
        if (other instanceof Union union) {
            return union.disjoint(this);
        }
        int[] mine = members();
        if (mine != null) {
            return noneIn(mine, other);
        }
        int[] theirs = other.members();
        if (theirs != null) {
            return noneIn(theirs, this);
        }
        return this instanceof Coded a && other instanceof Coded b && a.disjointCategories(b);
    }

    private static boolean noneIn(int[] members, CharSet set) {
        for (int c : members) {
            if (set.has(c)) {
                return false;
            }
        }
        return true;
    }

    /** The set of a category (the CATEGORY_... numbers). */
    static CharSet category(int category) {
        return coded(new int[] {SreOps.CATEGORY, category, SreOps.FAILURE}, 0, 3, Fold.NONE, false);
    }

    static CharSet literal(int c) {
        return new Simple(LITERAL, c);
    }

    static CharSet notLiteral(int c) {
        return new Simple(NOT_LITERAL, c);
    }

    static CharSet all() {
        return new Simple(ALL, -1);
    }

    static CharSet union(CharSet a, CharSet b) {
        if (a == b) {
            return a;
        }
        int[] some = a.members();
        int[] more = b.members();
        if (some != null && more != null && some.length + more.length <= LISTED) {
            return listed(some, more);
        }
        return new Union(a, b);
    }

    private static CharSet listed(int[] some, int[] more) {
        int[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        int[] code = new int[2 * all.length + 1];
        int n = 0;
        for (int i = 0; i < all.length; i++) {
            code[n++] = SreOps.LITERAL;
            code[n++] = all[i];
        }
        return coded(code, 0, code.length, Fold.NONE, false);
    }

    /** How deeply unions are nested in this set: each level is one Java call when pages are filled. */
    int depth() {
        return 0;
    }

    /** A set given by its code, from {@code start} up to its FAILURE, asked through a case mapping. */
    static CharSet coded(int[] code, int start, int end, Fold fold, boolean inverted) {
        if (fold == Fold.NONE && !inverted) {
            if (end - start == 3 && code[start] == SreOps.LITERAL) {
                return literal(code[start + 1]);
            }
            if (end - start == 4 && code[start] == SreOps.NEGATE && code[start + 1] == SreOps.LITERAL) {
                return notLiteral(code[start + 2]);
            }
        }
        return new Coded(Arrays.copyOfRange(code, start, end), fold, inverted);
    }

    /** How a character is mapped before it is looked up. */
    enum Fold { NONE, ASCII, UNICODE, LOCALE }

    private static final class Simple extends CharSet {

        Simple(int kind, int single) {
            super(kind, single);
            fillLow();
        }

        @Override
        boolean test(int c) {
            return switch (kind) {
                case LITERAL -> c == single;
                case NOT_LITERAL -> c != single;
                default -> true;
            };
        }
    }

    private static final class Union extends CharSet {

        private final CharSet a;
        private final CharSet b;

        Union(CharSet a, CharSet b) {
            super(GENERAL, -1);
            this.a = a;
            this.b = b;
            fillLow();
        }

        @Override
        boolean test(int c) {
            return a.has(c) || b.has(c);
        }

        @Override
        int depth() {
            return 1 + Math.max(a.depth(), b.depth());
        }

        @Override
        boolean disjoint(CharSet other) {
            return a.disjoint(other) && b.disjoint(other);
        }
    }

    /** A set in the form of the CHARSET sub-language of {@code sre_lib.h}'s charset function. */
    private static final class Coded extends CharSet {

        private final int[] code;
        private final Fold fold;
        private final boolean inverted;
        /** Explicit members (before negation), or null when they are many or unknown. */
        private int[] listed = new int[0];
        private boolean negated;
        /** Categories, as bits by number. */
        private int categories;

        Coded(int[] code, Fold fold, boolean inverted) {
            super(GENERAL, -1);
            this.code = code;
            this.fold = fold;
            this.inverted = inverted;
            describe();
            fillLow();
        }

        @Override
        boolean test(int c) {
            boolean found = switch (fold) {
                case NONE -> lookUp(c);
                case ASCII -> lookUp(SreChars.lowerAscii(c));
                case UNICODE -> lookUp(SreChars.lowerUnicode(c));
                case LOCALE -> lookUp(SreChars.lowerAscii(c)) || lookUp(SreChars.upperAscii(c));
            };
            return found != inverted;
        }

        private boolean lookUp(int c) {
            boolean found = true;
            int i = 0;
            while (true) {
                switch (code[i++]) {
                    case SreOps.FAILURE:
                        return !found;
                    case SreOps.NEGATE:
                        found = !found;
                        break;
                    case SreOps.LITERAL:
                        if (c == code[i++]) {
                            return found;
                        }
                        break;
                    case SreOps.CATEGORY:
                        if (SreChars.inCategory(code[i++], c)) {
                            return found;
                        }
                        break;
                    case SreOps.RANGE:
                        if (code[i] <= c && c <= code[i + 1]) {
                            return found;
                        }
                        i += 2;
                        break;
                    case SreOps.RANGE_UNI_IGNORE:
                        int upper = SreChars.upperUnicode(c);
                        if (code[i] <= c && c <= code[i + 1] || code[i] <= upper && upper <= code[i + 1]) {
                            return found;
                        }
                        i += 2;
                        break;
                    case SreOps.CHARSET:
                        if (c < 256 && (code[i + (c >> 5)] >>> c & 1) != 0) {
                            return found;
                        }
                        i += 8;
                        break;
                    case SreOps.BIGCHARSET:
                        int blocks = code[i++];
                        if (c < 0x10000 && inBigCharset(i, c)) {
                            return found;
                        }
                        i += 64 + blocks * 8;
                        break;
                    default:
                        throw new SreCodeException();
                }
            }
        }

        private boolean inBigCharset(int at, int c) {
            int block = code[at + (c >> 10)] >>> (c >> 8 & 3) * 8 & 0xFF;
            return (code[at + 64 + block * 8 + (c >> 5 & 7)] >>> c & 1) != 0;
        }

        /** Collects what the disjointness test wants to know. */
        private void describe() {
            if (fold != Fold.NONE || inverted) {
                listed = null;
            }
            int i = 0;
            while (code[i] != SreOps.FAILURE) {
                switch (code[i++]) {
                    case SreOps.NEGATE -> negated = !negated;
                    case SreOps.LITERAL -> {
                        list(code[i], code[i]);
                        i++;
                    }
                    case SreOps.CATEGORY -> categories |= 1 << code[i++];
                    case SreOps.RANGE -> {
                        list(code[i], code[i + 1]);
                        i += 2;
                    }
                    case SreOps.RANGE_UNI_IGNORE -> {
                        listed = null;
                        i += 2;
                    }
                    case SreOps.CHARSET -> {
                        for (int c = 0; c < 256; c++) {
                            if ((code[i + (c >> 5)] >>> c & 1) != 0) {
                                list(c, c);
                            }
                        }
                        i += 8;
                    }
                    case SreOps.BIGCHARSET -> {
                        listed = null;
                        i += 65 + code[i] * 8;
                    }
                    default -> throw new SreCodeException();
                }
            }
        }

        private void list(int first, int last) {
            if (listed == null || last - first >= LISTED || listed.length + last - first >= LISTED) {
                listed = null;
                return;
            }
            int n = listed.length;
            listed = Arrays.copyOf(listed, n + Math.max(0, last - first + 1));
            for (int c = first; c <= last; c++) {
                listed[n++] = c;
            }
        }

        @Override
        int[] members() {
            return !negated && categories == 0 ? listed : null;
        }

        @Override
        int[] absentees() {
            return negated && categories == 0 ? listed : null;
        }

        boolean disjointCategories(Coded other) {
            if (listed == null || other.listed == null || negated && other.negated) {
                return false;
            }
            if (other.negated) {
                return other.disjointCategories(this);
            }
            if (!noneIn(other.listed, this)) {
                return false;
            }
            int theirs = atoms(other.categories);
            int mine = atoms(categories);
            if (theirs < 0 || mine < 0) {
                return false;
            }
            if (negated) {
                return (theirs & ~mine & CLASSES) == 0 && sameFamily(mine, theirs);
            }
            return noneIn(listed, other) && (mine & theirs & CLASSES) == 0 && sameFamily(mine, theirs);
        }

        private static final int DIGITS = 1;
        private static final int OTHER_WORD = 2;
        private static final int SPACES = 4;
        private static final int OTHERS = 8;
        private static final int CLASSES = 15;
        private static final int UNICODE_FAMILY = 16;
        private static final int ASCII_FAMILY = 32;

        private static boolean sameFamily(int a, int b) {
            int families = (a | b) & (UNICODE_FAMILY | ASCII_FAMILY);
            return families != (UNICODE_FAMILY | ASCII_FAMILY);
        }

        /** Categories as a union of four disjoint classes of their family; -1 if that cannot be said. */
        private static int atoms(int categories) {
            int atoms = 0;
            for (int i = 0; i < SreOps.CATEGORY_COUNT; i++) {
                if ((categories & 1 << i) == 0) {
                    continue;
                }
                int family = i >= SreOps.CATEGORY_UNI_DIGIT ? UNICODE_FAMILY : ASCII_FAMILY;
                int base = switch (i) {
                    case SreOps.CATEGORY_DIGIT, SreOps.CATEGORY_UNI_DIGIT -> DIGITS;
                    case SreOps.CATEGORY_NOT_DIGIT, SreOps.CATEGORY_UNI_NOT_DIGIT -> OTHER_WORD | SPACES | OTHERS;
                    case SreOps.CATEGORY_SPACE, SreOps.CATEGORY_UNI_SPACE -> SPACES;
                    case SreOps.CATEGORY_NOT_SPACE, SreOps.CATEGORY_UNI_NOT_SPACE -> DIGITS | OTHER_WORD | OTHERS;
                    case SreOps.CATEGORY_WORD, SreOps.CATEGORY_LOC_WORD, SreOps.CATEGORY_UNI_WORD ->
                            DIGITS | OTHER_WORD;
                    case SreOps.CATEGORY_NOT_WORD, SreOps.CATEGORY_LOC_NOT_WORD, SreOps.CATEGORY_UNI_NOT_WORD ->
                            SPACES | OTHERS;
                    default -> -1;
                };
                if (base < 0) {
                    return -1;
                }
                atoms |= base | family;
            }
            return atoms;
        }
    }
}
