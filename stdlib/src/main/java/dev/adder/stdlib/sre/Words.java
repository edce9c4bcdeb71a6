package dev.adder.stdlib.sre;

/** The word characters that boundaries are made of, made on first use. */
final class Words {

    static final CharSet ASCII = CharSet.category(SreOps.CATEGORY_WORD);
    static final CharSet UNICODE = CharSet.category(SreOps.CATEGORY_UNI_WORD);

    private static final CharSet NOT_ASCII = CharSet.category(SreOps.CATEGORY_NOT_WORD);
    private static final CharSet NOT_UNICODE = CharSet.category(SreOps.CATEGORY_UNI_NOT_WORD);

    private Words() {
    }

    /** The word characters of a boundary test, or null if the test is none. */
    static CharSet of(int at) {
        return switch (at) {
            case SreOps.AT_BOUNDARY, SreOps.AT_LOC_BOUNDARY -> ASCII;
            case SreOps.AT_UNI_BOUNDARY -> UNICODE;
            default -> null;
        };
    }

    /** Whether a set provably holds word characters only. */
    static boolean areAll(CharSet words, CharSet set) {
        return set.disjoint(words == ASCII ? NOT_ASCII : NOT_UNICODE);
    }
}
