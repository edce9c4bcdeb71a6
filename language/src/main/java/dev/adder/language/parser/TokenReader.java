package dev.adder.language.parser;

import dev.adder.language.SyntaxException;
import dev.adder.language.WarningSink;

/**
 * The source read line by line, the place of the token being read, and errors at it. Reads as CPython's tokenizer does,
 * since lines, columns and texts of its errors depend on how far that has read.
 */
abstract class TokenReader {
    /** Why the stream ended. */
    enum Done {
        OK, EOF, ERROR, DEDENT, TABSPACE, TOODEEP, LINECONT,
        /** Within a string at the end of the source: more of it might make it good. */
        EOF_IN_STRING
    }

    static final int EOF = -1;

    /** Bits of {@link #CLASS}. */
    static final byte ID_START = 1;
    static final byte ID_PART = 2;
    static final byte DIGIT = 4;
    static final byte HEX = 8;
    static final byte[] CLASS = new byte[256];

    static {
        for (int c = 0; c < 256; c++) {
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 128;
            boolean digit = c >= '0' && c <= '9';
            boolean hex = digit || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
            CLASS[c] = (byte) ((letter ? ID_START | ID_PART : 0) | (digit ? DIGIT | ID_PART : 0) | (hex ? HEX : 0));
        }
    }

    final Source source;
    final byte[] src;
    private final WarningSink warnings;
    /** Comments and non-logical newlines are tokens, errors are milder: what the {@code tokenize} module asks for. */
    final boolean extraTokens;

    // The reader: src[buf..inp) is what was read and is still held, [lineStart..inp) the current line.
    int cur;
    int inp;
    int buf;
    int lineStart;
    int line;
    Done done = Done.OK;
    SyntaxException error;

    // The token.
    int kind;
    int start = -1;
    int end = -1;
    int tokenLine;
    int endLine;
    /** -1 for tokens without a place of their own (indents, dedents, the end marker). */
    int col;
    int endCol;
    int startCol;
    /** Where the current string token begins: its line, and where that line does. */
    int firstLine;
    int multiLineStart;

    TokenReader(Source source, WarningSink warnings, boolean extraTokens) {
        this.source = source;
        this.src = source.bytes;
        this.warnings = warnings;
        this.extraTokens = extraTokens;
    }

    // ---- the reader ----

    /** Makes the next line current; false at the end or on an error. */
    private boolean underflow() {
        if (done != Done.OK) {
            return false;
        }
        int at = inp;
        if (at == source.length) {
            done = Done.EOF;
            cur = inp;
            return false;
        }
        boolean nul = false;
        int stop = at;
        int limit = source.length;
        while (stop < limit) {
            byte b = src[stop++];
            if (b == '\n') {
                break;
            }
            nul |= b == 0;
        }
        if (start < 0) {
            buf = cur;
        }
        lineStart = cur;
        line++;
        inp = stop;
        if (nul) {
            fail("source code cannot contain null bytes");
            cur = inp;
            return false;
        }
        return true;
    }

    final int nextChar() {
        if (cur == inp && !underflow()) {
            return EOF;
        }
        return src[cur++] & 0xff;
    }

    final void back(int c) {
        if (c != EOF) {
            cur--;
        }
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    // ---- errors ----

    /** An error at the current position, worded here; the token is ERRORTOKEN. */
    final int fail(String message) {
        return fail(message, -1, -1);
    }

    final int fail(String message, int fromCol, int toCol) {
        done = Done.ERROR;
        if (error == null) {
            int lineEnd = lineStart;
            while (lineEnd < source.length && src[lineEnd] != '\n' && src[lineEnd] != 0) {
                lineEnd++;
            }
            int offset = fromCol >= 0 ? fromCol : source.characters(lineStart, cur);
            int endOffset = toCol >= 0 ? toCol : offset;
            error = new SyntaxException(SyntaxException.Kind.SYNTAX_ERROR, message, source.filename, line, offset, line,
                    endOffset, source.text(lineStart, lineEnd));
        }
        return Tok.ERRORTOKEN;
    }

    final int fail(Done why) {
        done = why;
        return Tok.ERRORTOKEN;
    }

    final int failTabs() {
        cur = inp;
        return fail(Done.TABSPACE);
    }

    /** Whether the warning has become an error. */
    final boolean warn(String message, int atLine) {
        if (warnings.warn(message, source.filename, atLine, null)) {
            fail(message);
            return true;
        }
        return false;
    }

    static String hex4(int c) {
        StringBuilder b = new StringBuilder();
        for (int shift = c > 0xfffff ? 20 : c > 0xffff ? 16 : 12; shift >= 0; shift -= 4) {
            b.append(Character.toUpperCase(Character.forDigit(c >> shift & 15, 16)));
        }
        return b.toString();
    }

    // ---- tokens ----

    final int token(int kind) {
        return token(kind, start, cur);
    }

    final int token(int kind, int from, int to) {
        start = from;
        end = to;
        tokenLine = line;
        endLine = line;
        col = startCol;
        endCol = to - lineStart;
        return kind;
    }

    /** A token that the tokenizer has looked beyond: at the end of the source that is noticed. */
    final int peekedToken(int kind) {
        if (cur == source.length && done == Done.OK) {
            done = Done.EOF;
        }
        return token(kind);
    }

    final int stringToken(int kind) {
        token(kind);
        tokenLine = firstLine;
        return kind;
    }

    /** A token that stands nowhere. */
    final int bareToken(int kind) {
        start = cur;
        end = cur;
        tokenLine = line;
        endLine = line;
        col = -1;
        endCol = -1;
        return kind;
    }
}
