package dev.adder.stdlib.sre;

import dev.adder.runtime.text.Latin1;

/** A matcher over a String: each char is one code point, lone surrogates included. */
final class StringMatcher extends Matcher {

    /** A text so long is copied at once, and so much more of it for each try at a position. */
    private static final int COPIED = 1024;
    private static final int COPIED_PER_TRY = 256;

    private final String text;
    /** The characters, once they are wanted, if all are Latin-1. */
    private byte[] bytes;
    /** Characters that may be copied by now; -1 when it is known that some are not Latin-1. */
    private int copied = COPIED;

    StringMatcher(Program program, String text, Runnable poll) {
        super(program, poll);
        this.text = text;
    }

    @Override
    boolean tryAt(int position, int end) {
        if (copied < text.length() && bytes == null) {
            CompiledRun compiled = program.overStrings();
            if (copied >= 0) {
                copied += COPIED_PER_TRY;
            }
            return compiled != null ? compiled.run(this, text, position, end) : run(position);
        }
        CompiledRun compiled = program.overBytes();
        if (compiled == null) {
            return run(position);
        }
        if (bytes == null) {
            bytes = Latin1.bytesOrNull(text);
            if (bytes == null) {
                copied = -1;
                return tryAt(position, end);
            }
        }
        return compiled.run(this, bytes, position, end);
    }

    @Override
    int length() {
        return text.length();
    }

    @Override
    int at(int position) {
        return text.charAt(position);
    }

    @Override
    int skip(CharSet set, int from, int limit) {
        String s = text;
        int p = from;
        switch (set.kind) {
            case CharSet.ALL:
                return limit;
            case CharSet.LITERAL:
                int c = set.single;
                while (p < limit && s.charAt(p) == c) {
                    p++;
                }
                return p;
            case CharSet.NOT_LITERAL:
                p = s.indexOf(set.single, from, limit);
                return p < 0 ? limit : p;
            default:
                boolean[] low = set.low;
                while (p < limit) {
                    char d = s.charAt(p);
                    if (d < 256 ? !low[d] : !set.hasHigh(d)) {
                        break;
                    }
                    p++;
                }
                return p;
        }
    }

    @Override
    int find(CharSet set, int from, int limit) {
        String s = text;
        if (set.kind == CharSet.LITERAL) {
            return from < limit ? s.indexOf(set.single, from, limit) : -1;
        }
        boolean[] low = set.low;
        for (int p = from; p < limit; p++) {
            char c = s.charAt(p);
            if (c < 256 ? low[c] : set.hasHigh(c)) {
                return p;
            }
        }
        return -1;
    }

    @Override
    int findPrefix(Program.Start start, int from, int limit) {
        String prefix = start.prefixString();
        if (prefix == null) {
            return -1;
        }
        if (prefix.length() == 1) {
            return text.indexOf(prefix.charAt(0), from, limit);
        }
        return limit == text.length() ? text.indexOf(prefix, from) : text.indexOf(prefix, from, limit);
    }

    @Override
    boolean literalAt(int n, int position) {
        String literal = program.strings[n];
        return literal != null && text.startsWith(literal, position);
    }

    @Override
    boolean sameText(int a, int b, int length) {
        return text.regionMatches(a, text, b, length);
    }
}
