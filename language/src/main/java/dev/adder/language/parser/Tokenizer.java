package dev.adder.language.parser;

import dev.adder.language.WarningSink;
import dev.adder.language.text.Chars;

/**
 * Cuts a {@link Source} into tokens, one a call of {@link #next}, with the results in fields.
 *
 * <p>An error ends the stream: {@link #kind} is then {@link Tok#ERRORTOKEN} and {@link #done} says why;
 * {@link #error} is set where the tokenizer words the message itself.
 */
class Tokenizer extends StringTokenizer {
    private static final int MAX_INDENT = 100;
    private static final int MAX_LEVEL = 200;

    final Names names;
    private final boolean typeComments;
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
    private boolean commentNewline;

    Tokenizer(Source source, Names names, WarningSink warnings, boolean typeComments, boolean extraTokens) {
        super(source, warnings, extraTokens);
        this.names = names;
        this.typeComments = typeComments;
    }

    /** Reads one token into the fields and returns its kind. */
    final int next() {
        kind = mode != null && mode.inText ? stringText() : normal();
        if (kind == Tok.ERRORTOKEN) {
            bareToken(kind);
        }
        return kind;
    }

    @Override
    final int normal() {
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
