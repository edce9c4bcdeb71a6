package dev.adder.language.parser;

import dev.adder.language.SyntaxException;
import dev.adder.language.WarningSink;
import dev.adder.language.ast.Span;
import dev.adder.language.ast.TypeIgnore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All tokens of a source, and a position among them: the bottom of the parser. The parser on top of it only accepts or
 * gives up ({@link #fail}); what is wrong with a text, and where, is the business of {@link ErrorParser}.
 */
abstract class TokenStream implements WarningSink {
    /** The parser gave up: the text is not Python, or nests too deep. */
    static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;
        static final Failure INSTANCE = new Failure();

        private Failure() {
            super(null, null, false, false);
        }
    }

    final Source source;
    final byte[] src;
    final String filename;
    /** Warnings wait here until the whole text is known to be good. */
    final List<Warning> warnings = new ArrayList<>(0);
    final List<TypeIgnore> typeIgnores = new ArrayList<>(0);

    int[] kinds = new int[256];
    int[] starts = new int[256];
    int[] ends = new int[256];
    int[] lines = new int[256];
    int[] cols = new int[256];
    int[] endLines = new int[256];
    int[] endCols = new int[256];
    String[] names = new String[256];
    int count;
    /** The index of the next token. */
    int p;

    /**
     * A warning to issue. {@code offset}: of its token, or where the tokenizer stood; {@code partLine}: the line its token
     * begins on; {@code escapeAt}: of a bad escape's backslash, or -1.
     */
    record Warning(String message, int line, int offset, int partLine, int escapeAt) {
    }

    TokenStream(Source source) {
        this.source = source;
        this.src = source.bytes;
        this.filename = source.filename;
    }

    static Failure fail() {
        throw Failure.INSTANCE;
    }

    /** Reads all tokens up to the end or a bad one, at which the parser will give up. */
    final void readAll(boolean typeComments, boolean interactive, boolean implyDedent) {
        int guess = Math.max(64, source.length / 5);
        if (guess > kinds.length) {
            resize(guess);
        }
        Tokenizer t = new Tokenizer(source, new Names(), this, typeComments, false);
        boolean started = false;
        int warned = 0;
        for (;;) {
            int kind = t.next();
            for (; warned < warnings.size(); warned++) {
                Warning w = warnings.get(warned);
                warnings.set(warned, new Warning(w.message, w.line, t.cur, w.line, -1));
            }
            if (kind == Tok.TYPE_IGNORE) {
                typeIgnores.add(new TypeIgnore(t.tokenLine, source.slice(t.start, t.end)));
                continue;
            }
            // An interactive statement may lack the line break at its end.
            boolean implied = interactive && kind == Tok.ENDMARKER && started;
            if (implied) {
                kind = Tok.NEWLINE;
                started = false;
                if (implyDedent) {
                    t.closeBlocks();
                }
            } else {
                started = true;
            }
            add(t, kind);
            if (kind == Tok.ENDMARKER || kind == Tok.ERRORTOKEN) {
                return;
            }
        }
    }

    /** Keeps a warning of the tokenizer. */
    @Override
    public final boolean warn(String message, String file, int line, Span span) {
        warnings.add(new Warning(message, line, -1, line, -1));
        return false;
    }

    final void add(Tokenizer t, int kind) {
        int n = count;
        // Looking a few tokens ahead needs no test for the end.
        if (n + 8 >= kinds.length) {
            resize(n * 2);
        }
        kinds[n] = kind;
        starts[n] = t.start;
        ends[n] = t.end;
        lines[n] = t.tokenLine;
        cols[n] = t.col;
        endLines[n] = t.endLine;
        endCols[n] = t.endCol;
        names[n] = t.name;
        count = n + 1;
    }

    private void resize(int size) {
        kinds = Arrays.copyOf(kinds, size);
        starts = Arrays.copyOf(starts, size);
        ends = Arrays.copyOf(ends, size);
        lines = Arrays.copyOf(lines, size);
        cols = Arrays.copyOf(cols, size);
        endLines = Arrays.copyOf(endLines, size);
        endCols = Arrays.copyOf(endCols, size);
        names = Arrays.copyOf(names, size);
    }

    /** Hands over, in the order of the source, the warnings that arose before the token at {@code upTo}. */
    final void issueWarnings(WarningSink sink, int upTo) {
        if (warnings.isEmpty()) {
            return;
        }
        warnings.sort((a, b) -> Integer.compare(a.offset, b.offset));
        int end = upTo >= count ? Integer.MAX_VALUE : starts[upTo];
        for (Warning w : warnings) {
            if (w.offset <= end && sink.warn(w.message, filename, w.line, null)) {
                throw asError(w);
            }
        }
    }

    /** A warning that the program's filters made an error: it points at the escape, or where the tokenizer stood. */
    private SyntaxException asError(Warning w) {
        int at = Math.min(w.escapeAt >= 0 ? w.escapeAt : w.offset, source.length);
        int line = 1;
        int from = 0;
        for (int i = 0; i < at; i++) {
            if (src[i] == '\n') {
                line++;
                from = i + 1;
            }
        }
        int to = from;
        while (to < source.length && src[to] != '\n') {
            to++;
        }
        int offset = source.characters(from, at);
        String message = w.message.replace(" Such sequences will not work in the future.", "");
        if (w.escapeAt < 0) {
            return new SyntaxException(SyntaxException.Kind.SYNTAX_ERROR, message, filename, line, offset, line, offset,
                    source.text(from, to));
        }
        return new SyntaxException(SyntaxException.Kind.SYNTAX_ERROR, message, filename, line, offset + 1, line,
                offset + 3, source.text(from, Math.min(source.length, to + 1)));
    }

    // ---- the position ----

    final boolean at(int kind) {
        return kinds[p] == kind;
    }

    final boolean accept(int kind) {
        if (kinds[p] == kind) {
            p++;
            return true;
        }
        return false;
    }

    final void expect(int kind) {
        if (kinds[p] != kind) {
            fail();
        }
        p++;
    }

    final String expectName() {
        if (kinds[p] != Tok.NAME) {
            fail();
        }
        return names[p++];
    }

    /** Whether the next token is this soft keyword; names are interned. */
    @SuppressWarnings("StringEquality")
    final boolean atSoft(String word) {
        return kinds[p] == Tok.NAME && names[p] == word;
    }

    /** From the token at {@code from} to the last one read, which must not be a line break or an indent. */
    final Span span(int from) {
        int last = p - 1;
        return new Span(lines[from], cols[from], endLines[last], endCols[last]);
    }

    /** As {@link #span}, but leaving out line breaks and dedents at the end. */
    final Span blockSpan(int from) {
        int last = p - 1;
        while (last > from && (kinds[last] == Tok.ENDMARKER || kinds[last] >= Tok.NEWLINE && kinds[last] <= Tok.DEDENT)) {
            last--;
        }
        return new Span(lines[from], cols[from], endLines[last], endCols[last]);
    }

    final Span tokenSpan(int at) {
        return new Span(lines[at], cols[at], endLines[at], endCols[at]);
    }

    /** An immutable list that may hold nulls. */
    static <T> List<T> seal(ArrayList<T> items) {
        return switch (items.size()) {
            case 0 -> List.of();
            case 1 -> items.get(0) == null ? java.util.Collections.unmodifiableList(items) : List.of(items.get(0));
            default -> {
                items.trimToSize();
                yield java.util.Collections.unmodifiableList(items);
            }
        };
    }
}
