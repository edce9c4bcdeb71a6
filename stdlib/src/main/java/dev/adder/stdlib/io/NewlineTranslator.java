package dev.adder.stdlib.io;

import dev.adder.language.text.Str;
import dev.adder.language.text.StrBuilder;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyObjects;
import java.util.ArrayList;
import java.util.List;

/** The {@code newline} argument of text streams: translation while reading and writing, and where a line ends. */
final class NewlineTranslator {
    private static final int SEEN_CR = 1;
    private static final int SEEN_LF = 2;
    private static final int SEEN_CRLF = 4;

    /** Null for None. */
    private final String mode;
    private int seen;
    /** A carriage return at the end of a chunk, held back until it is known whether a line feed follows. */
    private boolean pendingCr;

    NewlineTranslator(final String mode) {
        this.mode = mode;
    }

    /** Checks the argument, which the error shows as {@code repr} does or as it is. */
    static NewlineTranslator of(final Object newline, final boolean asRepr) {
        if (newline == PyNone.NONE) {
            return new NewlineTranslator(null);
        }
        if (!PyObjects.isText(newline)) {
            throw Errors.typeError("newline must be str or None, not " + PyType.of(newline).name());
        }
        final String s = Str.toJava(PyObjects.textOf(newline));
        return switch (s) {
            case "", "\n", "\r", "\r\n" -> new NewlineTranslator(s);
            default -> throw Errors.valueError("illegal newline value: " + Str.toJava(
                    asRepr ? dev.adder.language.text.Quote.repr(PyObjects.textOf(newline)) : newline));
        };
    }

    Object mode() {
        return mode == null ? PyNone.NONE : mode;
    }

    /** One that has seen nothing yet. */
    NewlineTranslator fresh() {
        return new NewlineTranslator(mode);
    }

    /** Whether reading makes one character of a carriage return and a line feed. */
    boolean joinsCrLf() {
        return mode == null;
    }

    boolean isUniversal() {
        return mode == null || mode.isEmpty();
    }

    /** What reading makes of a decoded chunk; {@code last} when no more follows. */
    Object decode(final Object chunk, final boolean last) {
        if (!isUniversal()) {
            return chunk;
        }
        Object text = chunk;
        if (pendingCr && (last || !Str.isEmpty(text))) {
            text = Str.concat("\r", text);
            pendingCr = false;
        }
        final int n = Str.length(text);
        if (!last && n > 0 && Str.codePointAt(text, n - 1) == '\r') {
            text = Str.slice(text, 0, n - 1);
            pendingCr = true;
        }
        if (text instanceof String s && s.indexOf('\r') < 0) {
            if ((seen & SEEN_LF) == 0 && s.indexOf('\n') >= 0) {
                seen |= SEEN_LF;
            }
            return s;
        }
        return scan(text);
    }

    private Object scan(final Object text) {
        final int n = Str.length(text);
        final boolean translate = mode == null;
        final StrBuilder out = translate ? new StrBuilder(n) : null;
        for (int i = 0; i < n; i++) {
            final int c = Str.codePointAt(text, i);
            if (c == '\n') {
                seen |= SEEN_LF;
            } else if (c == '\r') {
                if (i + 1 < n && Str.codePointAt(text, i + 1) == '\n') {
                    seen |= SEEN_CRLF;
                    i++;
                } else {
                    seen |= SEEN_CR;
                }
                if (translate) {
                    out.append('\n');
                }
                continue;
            }
            if (translate) {
                out.append(c);
            }
        }
        return translate ? out.build() : text;
    }

    boolean hasPendingCr() {
        return pendingCr;
    }

    void reset() {
        seen = 0;
        pendingCr = false;
    }

    void setPendingCr(final boolean pending) {
        pendingCr = pending;
    }

    /** What writing to a text file makes of a text. */
    Object encode(final Object text) {
        if (mode == null || mode.isEmpty() || mode.equals("\n")) {
            return text;
        }
        return replaceLineFeeds(text);
    }

    private Object replaceLineFeeds(final Object text) {
        if (Str.find(text, "\n") < 0) {
            return text;
        }
        final StrBuilder out = new StrBuilder(Str.length(text) + 16);
        for (int i = 0; i < Str.length(text); i++) {
            final int c = Str.codePointAt(text, i);
            if (c == '\n') {
                out.append(mode);
            } else {
                out.append(c);
            }
        }
        return out.build();
    }

    /** What writing to a StringIO makes of a text: it is decoded and encoded in one. */
    Object forStringIo(final Object text) {
        return mode == null ? decode(text, true) : isUniversal() ? decode(text, true) : encode(text);
    }

    /** The index after the line that starts at {@code from}; {@code stop} if it does not end before. */
    int lineEnd(final Object text, final int from, final int stop) {
        final int i = lineEndOrMinus(text, from, stop);
        return i < 0 ? stop : i;
    }

    /** The same, -1 if no line ends before {@code stop}. */
    int lineEndOrMinus(final Object text, final int from, final int stop) {
        if (mode == null || mode.equals("\n")) {
            final int i = text instanceof String s ? s.indexOf('\n', from, stop)
                    : Str.findCodePoint(text, '\n', from, stop);
            return i < 0 ? -1 : i + 1;
        }
        if (mode.equals("\r")) {
            final int i = Str.findCodePoint(text, '\r', from, stop);
            return i < 0 ? -1 : i + 1;
        }
        if (mode.equals("\r\n")) {
            final int i = Str.find(text, "\r\n", from, stop);
            return i < 0 ? -1 : i + 2;
        }
        for (int i = from; i < stop; i++) {
            final int c = Str.codePointAt(text, i);
            if (c == '\n') {
                return i + 1;
            }
            if (c == '\r') {
                return i + 1 < stop && Str.codePointAt(text, i + 1) == '\n' ? i + 2 : i + 1;
            }
        }
        return -1;
    }

    /** {@code newlines}: None, a str, or a tuple. */
    Object seen() {
        final List<Object> all = new ArrayList<>();
        if ((seen & SEEN_CR) != 0) {
            all.add("\r");
        }
        if ((seen & SEEN_LF) != 0) {
            all.add("\n");
        }
        if ((seen & SEEN_CRLF) != 0) {
            all.add("\r\n");
        }
        return all.isEmpty() ? PyNone.NONE : all.size() == 1 ? all.getFirst() : PyTuple.of(all.toArray());
    }
}
