package dev.adder.stdlib.sre;

/**
 * The loops of translated programs over bytes: one for all of them, compiled soon and once. HotSpot is told not to inline
 * them ({@code tools/lib/jvm-flags.sh}): in place, each run of a pattern became an unrolled loop of its own, and the
 * pattern of {@code examples/loganalysis.py} 24 KB of machine code, compiled while the program waited.
 */
final class Runs {

    private Runs() {
    }

    /** The first position from {@code from} on, below {@code limit}, whose character is not in the set; else limit. */
    static int span(byte[] text, boolean[] set, int from, int limit) {
        int p = from;
        while (p < limit && set[text[p] & 0xFF]) {
            p++;
        }
        return p;
    }
}
