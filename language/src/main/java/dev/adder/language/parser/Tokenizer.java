package dev.adder.language.parser;

import dev.adder.language.SyntaxException;
import dev.adder.language.WarningSink;
import dev.adder.language.text.Chars;

/**
 * Cuts a {@link Source} into tokens, one a call of {@link #next}, with the results in fields. Reads line by line as
 * CPython's tokenizer does, since lines, columns and texts of its errors depend on how far that has read.
 *
 * <p>f- and t-strings are cut into START, MIDDLE and END tokens with the tokens of their expressions between them
 * (PEP 701, 750): a stack of modes says within which string, and how deep in brackets, the tokenizer is.
 *
 * <p>An error ends the stream: {@link #kind} is then {@link Tok#ERRORTOKEN} and {@link #done} says why;
 * {@link #error} is set where the tokenizer words the message itself.
 */
class Tokenizer {
    /** Why the stream ended. */
    enum Done {
        OK, EOF, ERROR, DEDENT, TABSPACE, TOODEEP, LINECONT,
        /** Within a string at the end of the source: more of it might make it good. */
        EOF_IN_STRING
    }

    private static final int MAX_INDENT = 100;
    private static final int MAX_LEVEL = 200;
    private static final int MAX_STRINGS = 150;
    private static final int EOF = -1;

    /** Bits of {@link #CLASS}. */
    private static final byte ID_START = 1;
    private static final byte ID_PART = 2;
    private static final byte DIGIT = 4;
    private static final byte HEX = 8;
    private static final byte[] CLASS = new byte[256];

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
    final Names names;
    private final WarningSink warnings;
    /** Comments and non-logical newlines are tokens, errors are milder: what the {@code tokenize} module asks for. */
    private final boolean extraTokens;
    private final boolean typeComments;

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
    /** Of a NAME: its interned text. */
    String name;

    private boolean atLineStart = true;
    private int pending;
    private int indent;
    private final int[] indents = new int[MAX_INDENT];
    private final int[] altIndents = new int[MAX_INDENT];
    int level;
    private final byte[] parens = new byte[MAX_LEVEL];
    private final int[] parenLines = new int[MAX_LEVEL];
    private final int[] parenCols = new int[MAX_LEVEL];
    private StringMode mode;
    private boolean commentNewline;
    private int firstLine;
    /** Where the line begins on which the current string token does. */
    int multiLineStart;
    private int startCol;

    /** One f- or t-string that is open. */
    private static final class StringMode {
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

        StringMode(StringMode outer, Tokenizer t, byte quote, int quoteSize, boolean raw, boolean template) {
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

    Tokenizer(Source source, Names names, WarningSink warnings, boolean typeComments, boolean extraTokens) {
        this.source = source;
        this.src = source.bytes;
        this.names = names;
        this.warnings = warnings;
        this.typeComments = typeComments;
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

    private int nextChar() {
        if (cur == inp && !underflow()) {
            return EOF;
        }
        return src[cur++] & 0xff;
    }

    private void back(int c) {
        if (c != EOF) {
            cur--;
        }
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    // ---- errors ----

    /** An error at the current position, worded here; the token is ERRORTOKEN. */
    private int fail(String message) {
        return fail(message, -1, -1);
    }

    private int fail(String message, int fromCol, int toCol) {
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

    private int fail(Done why) {
        done = why;
        return Tok.ERRORTOKEN;
    }

    private int failTabs() {
        cur = inp;
        return fail(Done.TABSPACE);
    }

    /** Whether the warning has become an error. */
    private boolean warn(String message, int atLine) {
        if (warnings.warn(message, source.filename, atLine, null)) {
            fail(message);
            return true;
        }
        return false;
    }

    // ---- tokens ----

    /** Reads one token into the fields and returns its kind. */
    final int next() {
        kind = mode != null && mode.inText ? stringText() : normal();
        if (kind == Tok.ERRORTOKEN) {
            bareToken(kind);
        }
        return kind;
    }

    private int token(int kind) {
        return token(kind, start, cur);
    }

    private int token(int kind, int from, int to) {
        start = from;
        end = to;
        tokenLine = line;
        endLine = line;
        col = startCol;
        endCol = to - lineStart;
        return kind;
    }

    /** A token that the tokenizer has looked beyond: at the end of the source that is noticed. */
    private int peekedToken(int kind) {
        if (cur == source.length && done == Done.OK) {
            done = Done.EOF;
        }
        return token(kind);
    }

    private int stringToken(int kind) {
        token(kind);
        tokenLine = firstLine;
        return kind;
    }

    /** A token that stands nowhere. */
    private int bareToken(int kind) {
        start = cur;
        end = cur;
        tokenLine = line;
        endLine = line;
        col = -1;
        endCol = -1;
        return kind;
    }

    private int normal() {
        for (;;) {
            start = -1;
            boolean blank = false;
            if (atLineStart) {
                int r = indentation();
                if (r > 1) {
                    return bareToken(r);
                }
                blank = r == 1;
            }
            start = cur;
            startCol = cur - lineStart;
            if (pending != 0) {
                return pendingIndent();
            }
            int r = afterIndentation(blank);
            if (r >= 0) {
                return r;
            }
        }
    }

    private int pendingIndent() {
        int k;
        if (pending < 0) {
            pending++;
            k = Tok.DEDENT;
        } else {
            pending--;
            k = Tok.INDENT;
        }
        bareToken(k);
        if (extraTokens) {
            col = k == Tok.INDENT ? 0 : cur - lineStart;
            start = k == Tok.INDENT ? lineStart : cur;
            endCol = cur - lineStart;
        }
        return k;
    }

    /** Measures the indentation: 0, or 1 for a line that does not count, or ERRORTOKEN. */
    private int indentation() {
        atLineStart = false;
        int width = 0;
        int altWidth = 0;
        int continued = 0;
        int c;
        for (;;) {
            c = nextChar();
            if (c == ' ') {
                width++;
                altWidth++;
            } else if (c == '\t') {
                width = (width / 8 + 1) * 8;
                altWidth++;
            } else if (c == '\f') {
                width = 0;
                altWidth = 0;
            } else if (c == '\\') {
                // The first backslash after blanks fixes the level of what comes next.
                continued = continued != 0 ? continued : width;
                if (!continuation()) {
                    return Tok.ERRORTOKEN;
                }
            } else {
                break;
            }
        }
        back(c);
        if (c == '#' || c == '\n' || c == '\r') {
            return 1;
        }
        if (level > 0) {
            return 0;
        }
        if (continued != 0) {
            width = continued;
            altWidth = continued;
        }
        return changeIndent(width, altWidth);
    }

    private int changeIndent(int width, int altWidth) {
        if (width == indents[indent]) {
            return altWidth != altIndents[indent] ? failTabs() : 0;
        }
        if (width > indents[indent]) {
            if (indent + 1 >= MAX_INDENT) {
                cur = inp;
                return fail(Done.TOODEEP);
            }
            if (altWidth <= altIndents[indent]) {
                return failTabs();
            }
            pending++;
            indents[++indent] = width;
            altIndents[indent] = altWidth;
            return 0;
        }
        while (indent > 0 && width < indents[indent]) {
            pending--;
            indent--;
        }
        if (width != indents[indent]) {
            cur = inp;
            return fail(Done.DEDENT);
        }
        return altWidth != altIndents[indent] ? failTabs() : 0;
    }

    /** After a backslash: the line break that must follow it. */
    private boolean continuation() {
        int c = nextChar();
        if (c == '\r') {
            c = nextChar();
        }
        if (c != '\n') {
            done = Done.LINECONT;
            return false;
        }
        c = nextChar();
        if (c == EOF) {
            done = Done.EOF;
            cur = inp;
            return false;
        }
        back(c);
        return true;
    }

    /** The token after the indentation, or -1 when the line ended without one. */
    private int afterIndentation(boolean blank) {
        for (;;) {
            start = -1;
            int c;
            do {
                c = nextChar();
            } while (c == ' ' || c == '\t' || c == '\f');
            start = c == EOF ? cur : cur - 1;
            startCol = start - lineStart;
            if (c == '#') {
                int r = comment(blank);
                if (r >= 0) {
                    return r;
                }
                c = nextChar();
            }
            if (c == EOF) {
                return level > 0 || done != Done.EOF ? bareToken(Tok.ERRORTOKEN) : bareToken(Tok.ENDMARKER);
            }
            int cls = CLASS[c];
            if ((cls & ID_START) != 0) {
                return nameOrString(c);
            }
            if (c == '\r') {
                c = nextChar();
            }
            if (c == '\n') {
                return newline(blank);
            }
            if (c == '.') {
                return dots();
            }
            if ((cls & DIGIT) != 0) {
                return number(c);
            }
            if (c == '"' || c == '\'') {
                return string(c);
            }
            if (c == '\\') {
                if (!continuation()) {
                    return bareToken(Tok.ERRORTOKEN);
                }
                continue;
            }
            return punctuation(c);
        }
    }

    private int newline(boolean blank) {
        atLineStart = true;
        if (blank || level > 0) {
            if (extraTokens) {
                commentNewline = false;
                return token(Tok.NL);
            }
            return -1;
        }
        if (commentNewline && extraTokens) {
            commentNewline = false;
            return token(Tok.NL);
        }
        token(Tok.NEWLINE, start, extraTokens ? cur : cur - 1);
        endCol = cur - lineStart;
        return Tok.NEWLINE;
    }

    /** Skips a comment; a kind if it is a token. */
    private int comment(boolean blank) {
        int stop = cur;
        while (stop < inp && src[stop] != '\n' && src[stop] != '\r') {
            stop++;
        }
        cur = stop;
        if (typeComments) {
            int r = typeComment(blank);
            if (r >= 0) {
                return r;
            }
        }
        if (extraTokens) {
            commentNewline = blank;
            return token(Tok.COMMENT);
        }
        return -1;
    }

    private int typeComment(boolean blank) {
        int p = skipBlanks(start + 1);
        String word = "type:";
        for (int i = 0; i < word.length(); i++, p++) {
            if (src[p] != word.charAt(i)) {
                return -1;
            }
        }
        p = skipBlanks(p);
        boolean ignore = cur >= p + 6 && src[p] == 'i' && src[p + 1] == 'g' && src[p + 2] == 'n' && src[p + 3] == 'o'
                && src[p + 4] == 'r' && src[p + 5] == 'e'
                && !(cur > p + 6 && (src[p + 6] < 0 || isDigit(src[p + 6]) || Character.isLetter(src[p + 6])));
        if (!ignore) {
            token(Tok.TYPE_COMMENT, p, cur);
            col = p - lineStart;
            return Tok.TYPE_COMMENT;
        }
        token(Tok.TYPE_IGNORE, p + 6, cur);
        col = p + 6 - lineStart;
        if (blank) {
            nextChar();
            atLineStart = true;
        }
        return Tok.TYPE_IGNORE;
    }

    private int skipBlanks(int p) {
        int i = p;
        while (src[i] == ' ' || src[i] == '\t') {
            i++;
        }
        return i;
    }

    // ---- names ----

    private int nameOrString(int first) {
        int c = first;
        boolean b = false;
        boolean r = false;
        boolean u = false;
        boolean f = false;
        boolean t = false;
        for (;;) {
            if (!b && !u && !f && !t && (c | 32) == 'b') {
                b = true;
            } else if (!b && !u && !r && !f && !t && (c | 32) == 'u') {
                u = true;
            } else if (!r && !u && (c | 32) == 'r') {
                r = true;
            } else if (!f && !b && !u && !t && (c | 32) == 'f') {
                f = true;
            } else if (!t && !b && !u && !f && (c | 32) == 't') {
                t = true;
            } else {
                break;
            }
            c = cur < inp ? src[cur++] & 0xff : EOF;
            if (c == '"' || c == '\'') {
                return f || t ? stringStart(c, r, t) : string(c);
            }
        }
        back(c);
        return name();
    }

    private int name() {
        int p = start;
        int hash = 0;
        byte[] s = src;
        int n = inp;
        boolean ascii = true;
        while (p < n) {
            int c = s[p];
            if (c < 0) {
                ascii = false;
            } else if ((CLASS[c] & ID_PART) == 0) {
                break;
            }
            hash = hash * 31 + c;
            p++;
        }
        cur = p;
        if (!ascii && !extraTokens) {
            int bad = Names.firstBad(s, start, p);
            if (bad >= 0) {
                return badCharacter(bad);
            }
        }
        int k = p < n && (s[p] == '"' || s[p] == '\'') ? badPrefix() : 0;
        if (k != 0) {
            return k;
        }
        int entry = names.find(s, start, p, hash, ascii);
        name = names.text(entry);
        int keyword = names.keyword(entry);
        return peekedToken(keyword == 0 || extraTokens ? Tok.NAME : keyword);
    }

    private int badCharacter(int at) {
        int c = Utf8.codePoint(src, at);
        cur = at + Utf8.width(c);
        String hex = hex4(c);
        if (!Chars.isPrintable(c)) {
            return fail("invalid non-printable character U+" + hex);
        }
        return fail("invalid character '" + new String(Character.toChars(c)) + "' (U+" + hex + ")");
    }

    static String hex4(int c) {
        StringBuilder b = new StringBuilder();
        for (int shift = c > 0xfffff ? 20 : c > 0xffff ? 16 : 12; shift >= 0; shift -= 4) {
            b.append(Character.toUpperCase(Character.forDigit(c >> shift & 15, 16)));
        }
        return b.toString();
    }

    /** Before a quote: two string prefixes that exclude each other get an error of their own. */
    private int badPrefix() {
        boolean b = false;
        boolean r = false;
        boolean u = false;
        boolean f = false;
        boolean t = false;
        for (int i = start; i < cur; i++) {
            int c = src[i] | 32;
            if (c == 'b' && !b) {
                b = true;
            } else if (c == 'r' && !r) {
                r = true;
            } else if (c == 'u' && !u) {
                u = true;
            } else if (c == 'f' && !f) {
                f = true;
            } else if (c == 't' && !t) {
                t = true;
            } else {
                return 0;
            }
        }
        String pair = u && b ? "'u' and 'b'" : u && r ? "'u' and 'r'" : u && f ? "'u' and 'f'" : u && t ? "'u' and 't'"
                : b && f ? "'b' and 'f'" : b && t ? "'b' and 't'" : f && t ? "'f' and 't'" : null;
        if (pair == null) {
            return 0;
        }
        return fail(pair + " prefixes are incompatible", startCol + 1, cur + 1 - lineStart);
    }

    // ---- numbers ----

    private int dots() {
        if (cur < inp && isDigit(src[cur])) {
            return fraction();
        }
        if (cur + 1 < inp && src[cur] == '.' && src[cur + 1] == '.') {
            cur += 2;
            return token(Tok.ELLIPSIS);
        }
        if (cur + 1 == source.length && src[cur] == '.' && done == Done.OK) {
            done = Done.EOF;
        }
        return peekedToken(Tok.DOT);
    }

    /** The character at {@code cur}; numbers never cross a line. */
    private int peek() {
        return cur < inp ? src[cur] & 0xff : EOF;
    }

    private int number(int first) {
        if (first != '0') {
            if (!digits()) {
                return Tok.ERRORTOKEN;
            }
            return afterDigits();
        }
        int c = peek() | 32;
        if (c == 'x' || c == 'o' || c == 'b') {
            return radix(c);
        }
        while (peek() == '0' || peek() == '_') {
            if (peek() == '_') {
                cur++;
                if (!isDigit(peek())) {
                    return fail("invalid decimal literal");
                }
            } else {
                cur++;
            }
        }
        int zerosEnd = cur;
        boolean nonzero = isDigit(peek());
        if (nonzero && !digits()) {
            return Tok.ERRORTOKEN;
        }
        c = peek();
        if (c != '.' && (c | 32) != 'e' && (c | 32) != 'j' && nonzero && !extraTokens) {
            // The range is from the literal's start to the end of its zeros, as CPython computes it.
            return fail("leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal"
                    + " integers", startCol + 1, zerosEnd + 1 - lineStart);
        }
        return afterDigits();
    }

    /** Digits with single underscores between them, from {@code cur} or one before it. */
    private boolean digits() {
        for (;;) {
            while (cur < inp && isDigit(src[cur])) {
                cur++;
            }
            if (peek() != '_') {
                return true;
            }
            cur++;
            if (!isDigit(peek())) {
                fail("invalid decimal literal");
                return false;
            }
        }
    }

    private int radix(int letter) {
        cur++;
        String what = letter == 'x' ? "hexadecimal" : letter == 'o' ? "octal" : "binary";
        do {
            if (peek() == '_') {
                cur++;
            }
            int c = peek();
            if (!isRadixDigit(c, letter)) {
                if (letter != 'x' && isDigit(c)) {
                    cur++;
                    return fail("invalid digit '" + (char) c + "' in " + what + " literal");
                }
                return fail("invalid " + what + " literal");
            }
            while (isRadixDigit(peek(), letter)) {
                cur++;
            }
        } while (peek() == '_');
        if (letter != 'x' && isDigit(peek())) {
            int c = peek();
            cur++;
            return fail("invalid digit '" + (char) c + "' in " + what + " literal");
        }
        return endOfNumber(what) ? peekedToken(Tok.NUMBER) : Tok.ERRORTOKEN;
    }

    private static boolean isRadixDigit(int c, int letter) {
        return switch (letter) {
            case 'x' -> c >= 0 && (CLASS[c] & HEX) != 0;
            case 'o' -> c >= '0' && c < '8';
            default -> c == '0' || c == '1';
        };
    }

    private int afterDigits() {
        if (peek() == '.') {
            cur++;
            return fraction();
        }
        return exponent();
    }

    private int fraction() {
        if (isDigit(peek()) && !digits()) {
            return Tok.ERRORTOKEN;
        }
        return exponent();
    }

    private int exponent() {
        if ((peek() | 32) == 'e' && peek() != EOF) {
            int e = cur++;
            if (peek() == '+' || peek() == '-') {
                cur++;
                if (!isDigit(peek())) {
                    return fail("invalid decimal literal");
                }
            } else if (!isDigit(peek())) {
                cur = e;
                return endOfNumber("decimal") ? peekedToken(Tok.NUMBER) : Tok.ERRORTOKEN;
            }
            if (!digits()) {
                return Tok.ERRORTOKEN;
            }
        }
        if ((peek() | 32) == 'j' && peek() != EOF) {
            cur++;
            return endOfNumber("imaginary") ? peekedToken(Tok.NUMBER) : Tok.ERRORTOKEN;
        }
        return endOfNumber("decimal") ? peekedToken(Tok.NUMBER) : Tok.ERRORTOKEN;
    }

    /** A letter right after a number: a warning when it begins a keyword that may stand there, else an error. */
    private boolean endOfNumber(String what) {
        int c = peek();
        if (extraTokens || c < 0 || (CLASS[c] & ID_PART) == 0) {
            return true;
        }
        boolean keyword = switch (c) {
            case 'a' -> wordIs("and");
            case 'e' -> wordIs("else");
            case 'f' -> wordIs("for");
            case 'i' -> cur + 1 < inp && (src[cur + 1] == 'f' || src[cur + 1] == 'n' || src[cur + 1] == 's');
            case 'o' -> wordIs("or");
            case 'n' -> wordIs("not");
            default -> false;
        };
        if (keyword) {
            return !warn("invalid " + what + " literal", line);
        }
        if (c < 128) {
            fail("invalid " + what + " literal");
            return false;
        }
        return true;
    }

    private boolean wordIs(String word) {
        int n = word.length();
        for (int i = 0; i < n; i++) {
            if (src[cur + i] != word.charAt(i)) {
                return false;
            }
        }
        return (CLASS[src[cur + n] & 0xff] & ID_PART) == 0;
    }

    // ---- strings ----

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

    private int string(int quote) {
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

    private int stringStart(int quote, boolean raw, boolean template) {
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
    private int stringText() {
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

    // ---- operators ----

    private int punctuation(int c) {
        StringMode m = mode;
        if (c == ':' && m != null && m.inExpression() && m.curlyDepth - 1 == m.exprStartDepth) {
            m.inText = true;
            m.inSpec = true;
            return token(Tok.COLON);
        }
        int two = cur < inp ? Operators.two(c, src[cur]) : 0;
        if (two != 0) {
            int three = cur + 1 < inp ? Operators.three(c, src[cur], src[cur + 1]) : 0;
            cur += three != 0 ? 2 : 1;
            return three != 0 ? token(three) : peekedToken(two);
        }
        switch (c) {
            case '(', '[', '{' -> {
                if (level >= MAX_LEVEL) {
                    return fail("too many nested parentheses");
                }
                parens[level] = (byte) c;
                parenLines[level] = line;
                parenCols[level] = start - lineStart;
                level++;
                if (m != null) {
                    m.curlyDepth++;
                }
            }
            case ')', ']', '}' -> {
                if (!closeBracket(c, m)) {
                    return Tok.ERRORTOKEN;
                }
            }
            default -> { }
        }
        if (c < ' ' || c == 0x7f) {
            return fail("invalid non-printable character U+" + hex4(c));
        }
        if (c == '=' && m != null && m.inExpression()) {
            m.debug = true;
        }
        return peekedToken(Operators.one(c));
    }

    private boolean closeBracket(int c, StringMode m) {
        if (m != null && m.curlyDepth == 0 && c == '}') {
            fail(m.letter() + "-string: single '}' is not allowed");
            return false;
        }
        if (!extraTokens && level == 0) {
            fail("unmatched '" + (char) c + "'");
            return false;
        }
        if (level > 0) {
            level--;
            int opening = parens[level];
            if (!extraTokens && !matches(opening, c)) {
                mismatch(opening, c, m);
                return false;
            }
        }
        if (m != null) {
            m.curlyDepth--;
            if (m.curlyDepth < 0) {
                fail(m.letter() + "-string: unmatched '" + (char) c + "'");
                return false;
            }
            if (c == '}' && m.curlyDepth == m.exprStartDepth) {
                m.exprStartDepth--;
                m.inText = true;
                m.inSpec = false;
                m.debug = false;
            }
        }
        return true;
    }

    private static boolean matches(int opening, int closing) {
        return opening == '(' ? closing == ')' : opening == '[' ? closing == ']' : closing == '}';
    }

    private void mismatch(int opening, int c, StringMode m) {
        if (m != null && opening == '{' && m.curlyDepth - 1 == m.exprStartDepth) {
            fail(m.letter() + "-string: unmatched '" + (char) c + "'");
            return;
        }
        String message = "closing parenthesis '" + (char) c + "' does not match opening parenthesis '" + (char) opening
                + "'";
        fail(parenLines[level] != line ? message + " on line " + parenLines[level] : message);
    }

    /** The innermost open bracket; only while {@link #level} is above 0. */
    final char openParen() {
        return (char) parens[level - 1];
    }

    final int openParenLine() {
        return parenLines[level - 1];
    }

    final int openParenCol() {
        return parenCols[level - 1];
    }

    /** Whether an f- or t-string is open. */
    final boolean inString() {
        return mode != null;
    }

    /** How deep the indentation is. */
    final int indentDepth() {
        return indent;
    }

    /** Closes all blocks, as at the end of an interactive statement that lacks its line break. */
    final void closeBlocks() {
        pending = -indent;
        indent = 0;
    }
}
