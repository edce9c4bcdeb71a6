package dev.adder.stdlib.sre;

import java.util.Arrays;

/** A matcher over the code points of a text outside the BMP. */
final class WideMatcher extends Matcher {

    private final int[] text;

    WideMatcher(Program program, int[] text, Runnable poll) {
        super(program, poll);
        this.text = text;
    }

    @Override
    boolean tryAt(int position, int end) {
        return run(position);
    }

    @Override
    int length() {
        return text.length;
    }

    @Override
    int at(int position) {
        return text[position];
    }

    @Override
    int skip(CharSet set, int from, int limit) {
        int p = from;
        while (p < limit && set.has(text[p])) {
            p++;
        }
        return p;
    }

    @Override
    int find(CharSet set, int from, int limit) {
        for (int p = from; p < limit; p++) {
            if (set.has(text[p])) {
                return p;
            }
        }
        return -1;
    }

    @Override
    int findPrefix(Program.Start start, int from, int limit) {
        int[] prefix = start.prefix();
        int first = prefix[0];
        for (int p = from; p <= limit - prefix.length; p++) {
            if (text[p] == first && equalAt(prefix, p)) {
                return p;
            }
        }
        return -1;
    }

    @Override
    boolean literalAt(int n, int position) {
        return equalAt(program.literals[n], position);
    }

    private boolean equalAt(int[] literal, int position) {
        return Arrays.equals(text, position, position + literal.length, literal, 0, literal.length);
    }

    @Override
    boolean sameText(int a, int b, int length) {
        return Arrays.equals(text, a, a + length, text, b, b + length);
    }
}
