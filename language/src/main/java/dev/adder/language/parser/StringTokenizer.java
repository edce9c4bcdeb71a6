package dev.adder.language.parser;

import dev.adder.language.WarningSink;

/**
 * Cuts string literals. f- and t-strings are cut into START, MIDDLE and END tokens with the tokens of their expressions
 * between them (PEP 701, 750): a stack of modes says within which string, and how deep in brackets, the tokenizer is.
 */
abstract class StringTokenizer extends NumberTokenizer {
    private static final int MAX_STRINGS = 150;

    /** The innermost open f- or t-string, or null. */
    StringMode mode;

    /** One f- or t-string that is open. */
    static final class StringMode {
        final StringMode outer;
        final int depth;
        final byte quote;
        final int quoteSize;
        final int start;
        final int lineStart;
        final int line;
        final boolean raw;
        final boolean template;
        /** Whether its literal part is being read, not an expression. */
        boolean inText = true;
        boolean inSpec;
        boolean debug;
        int curlyDepth;
        int exprStartDepth = -1;

        StringMode(StringMode outer, TokenReader t, byte quote, int quoteSize, boolean raw, boolean template) {
            this.outer = outer;
            this.depth = outer == null ? 1 : outer.depth + 1;
            this.quote = quote;
            this.quoteSize = quoteSize;
            this.start = t.start;
            this.lineStart = t.lineStart;
            this.line = t.line;
            this.raw = raw;
            this.template = template;
        }

        char letter() {
            return template ? 't' : 'f';
        }

        boolean inExpression() {
            return exprStartDepth >= 0;
        }
    }

    StringTokenizer(Source source, WarningSink warnings, boolean extraTokens) {
        super(source, warnings, extraTokens);
    }

    /** The next token outside the literal part of an f- or t-string. */
    abstract int normal();

    /** After the opening quote: how many quotes open the string; 0 when it is already closed, being empty. */
    private int openingQuotes(int quote) {
        if (cur < inp && src[cur] == quote) {
            if (cur + 1 < inp && src[cur + 1] == quote) {
                cur += 2;
                return 3;
            }
            return 0;
        }
        return 1;
    }

    final int string(int quote) {
        firstLine = line;
        multiLineStart = lineStart;
        int size = openingQuotes(quote);
        if (size == 0) {
            cur++;
            peekedToken(Tok.STRING);
            return stringToken(Tok.STRING);
        }
        boolean escapedQuote = false;
        int closing = 0;
        while (closing != size) {
            int c = nextChar();
            if (c == EOF || size == 1 && c == '\n') {
                return done == Done.ERROR ? Tok.ERRORTOKEN : unterminated(quote, size, escapedQuote, c == EOF);
            }
            if (c == quote) {
                closing++;
                continue;
            }
            closing = 0;
            if (c == '\\') {
                c = nextChar();
                escapedQuote |= c == quote;
                if (c == '\r') {
                    nextChar();
                }
            }
        }
        return stringToken(Tok.STRING);
    }

    private int unterminated(int quote, int size, boolean escapedQuote, boolean atEnd) {
        int detected = line;
        cur = start + 1;
        lineStart = multiLineStart;
        line = firstLine;
        if (mode != null && mode.quote == quote && mode.quoteSize == size) {
            return fail(mode.letter() + "-string: expecting '}'");
        }
        if (size == 3) {
            fail("unterminated triple-quoted string literal (detected at line " + detected + ")");
        } else {
            fail("unterminated string literal (detected at line " + detected + ")"
                    + (escapedQuote ? "; perhaps you escaped the end quote?" : ""));
        }
        if (atEnd) {
            done = Done.EOF_IN_STRING;
        }
        return Tok.ERRORTOKEN;
    }

    final int stringStart(int quote, boolean raw, boolean template) {
        firstLine = line;
        multiLineStart = lineStart;
        int size = openingQuotes(quote);
        if (mode != null && mode.depth + 2 >= MAX_STRINGS) {
            return fail("too many nested f-strings or t-strings");
        }
        mode = new StringMode(mode, this, (byte) quote, Math.max(size, 1), raw, template);
        return stringToken(template ? Tok.TSTRING_START : Tok.FSTRING_START);
    }

    /** The literal part of an f- or t-string, its end, or the brace before an expression. */
    final int stringText() {
        StringMode m = mode;
        start = cur;
        firstLine = line;
        startCol = cur - lineStart;
        if (cur < inp && src[cur] == '{' && (cur + 1 >= inp || src[cur + 1] != '{')) {
            return openExpression(m) ? normal() : Tok.ERRORTOKEN;
        }
        if (atClosingQuotes(m)) {
            cur += m.quoteSize;
            mode = m.outer;
            return stringToken(m.template ? Tok.TSTRING_END : Tok.FSTRING_END);
        }
        return stringMiddle(m);
    }

    private boolean atClosingQuotes(StringMode m) {
        for (int i = 0; i < m.quoteSize; i++) {
            if (cur + i >= source.length || src[cur + i] != m.quote) {
                return false;
            }
        }
        return true;
    }

    private boolean openExpression(StringMode m) {
        m.exprStartDepth++;
        if (m.exprStartDepth >= 3) {
            fail(m.letter() + "-string: expressions nested too deeply");
            return false;
        }
        m.inText = false;
        return true;
    }

    private int stringMiddle(StringMode m) {
        int middle = m.template ? Tok.TSTRING_MIDDLE : Tok.FSTRING_MIDDLE;
        multiLineStart = lineStart;
        boolean namedEscape = false;
        int closing = 0;
        while (closing != m.quoteSize) {
            int c = nextChar();
            if (done == Done.ERROR) {
                return Tok.ERRORTOKEN;
            }
            boolean inSpec = m.inSpec && m.inExpression();
            if (c == EOF || m.quoteSize == 1 && c == '\n') {
                if (inSpec && c == '\n') {
                    return fail(m.letter() + "-string: newlines are not allowed in format specifiers for single quoted "
                            + m.letter() + "-strings");
                }
                return unterminatedMode(m, c == EOF);
            }
            if (c == m.quote) {
                closing++;
                continue;
            }
            closing = 0;
            if (c == '{') {
                return beforeBrace(m, middle, inSpec);
            }
            if (c == '}') {
                if (namedEscape) {
                    return stringToken(middle);
                }
                return closingBrace(m, middle, inSpec);
            }
            if (c == '\\') {
                int next = nextChar();
                if (next == '\r') {
                    next = nextChar();
                }
                if (next == '{' || next == '}') {
                    if (!m.raw && warn(StringLiterals.badEscape(next, false), line)) {
                        return Tok.ERRORTOKEN;
                    }
                    cur--;
                } else if (next == 'N' && !m.raw && cur < inp && src[cur] == '{') {
                    cur++;
                    namedEscape = true;
                }
            }
        }
        cur -= m.quoteSize;
        return stringToken(middle);
    }

    private int beforeBrace(StringMode m, int middle, boolean inSpec) {
        int next = nextChar();
        if (next == '{' && !inSpec) {
            token(middle, start, cur - 1);
            tokenLine = firstLine;
            endCol = cur - lineStart;
            return middle;
        }
        back(next);
        cur--;
        if (!openExpression(m)) {
            return Tok.ERRORTOKEN;
        }
        m.inSpec = false;
        return stringToken(middle);
    }

    private int closingBrace(StringMode m, int middle, boolean inSpec) {
        int next = nextChar();
        if (next == '}' && !inSpec && m.curlyDepth == 0) {
            token(middle, start, cur - 1);
            tokenLine = firstLine;
            endCol = cur - lineStart;
            return middle;
        }
        back(next);
        cur--;
        m.inText = false;
        m.inSpec = false;
        return stringToken(middle);
    }

    private int unterminatedMode(StringMode m, boolean atEnd) {
        int detected = line;
        cur = m.start + 1;
        lineStart = m.lineStart;
        line = m.line;
        fail("unterminated " + (m.quoteSize == 3 ? "triple-quoted " : "") + m.letter()
                + "-string literal (detected at line " + detected + ")");
        if (atEnd && m.quoteSize == 3) {
            done = Done.EOF_IN_STRING;
        }
        return Tok.ERRORTOKEN;
    }
}
