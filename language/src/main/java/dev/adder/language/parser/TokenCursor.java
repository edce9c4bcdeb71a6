package dev.adder.language.parser;

import dev.adder.language.SyntaxException;
import dev.adder.language.WarningSink;
import dev.adder.language.text.Str;

/**
 * The tokens of a text one by one, as CPython's {@code _tokenize.TokenizerIter} gives them: kinds as numbers of the
 * {@code token} module, columns in characters. With extra tokens, comments and line breaks that do not count are tokens
 * too, all operators are {@link Tok#OP}, and number literals are taken as they come.
 */
public final class TokenCursor {
    private final Source source;
    private final Tokenizer tokenizer;
    private final boolean extra;
    private final boolean implicitNewline;
    private boolean finished;

    private int kind;
    private Object string;
    private int startLine;
    private int startCol;
    private int endLine;
    private int endCol;
    private Object line;

    /** @param text a String or WideStr, line breaks as they are */
    public TokenCursor(Object text, boolean extraTokens) {
        byte[] utf8 = Source.encode(text, "<string>");
        source = Source.ofLines(utf8, utf8.length, "<string>");
        implicitNewline = source.length > utf8.length;
        extra = extraTokens;
        tokenizer = new Tokenizer(source, new Names(), WarningSink.NONE, false, extraTokens);
    }

    /**
     * Reads a token; false at the end, after the end marker.
     *
     * @throws SyntaxException what the tokenizer cannot read
     */
    public boolean next() {
        if (finished) {
            return false;
        }
        int k = tokenizer.next();
        if (k == Tok.ERRORTOKEN) {
            finished = true;
            throw error();
        }
        if (k == Tok.ENDMARKER) {
            finished = true;
        }
        boolean placed = k != Tok.ENDMARKER && (extra || k != Tok.DEDENT && k != Tok.INDENT);
        string = placed ? source.text(tokenizer.start, tokenizer.end) : "";
        boolean literal = k == Tok.STRING || k >= Tok.FSTRING_START && k <= Tok.TSTRING_END;
        int lineStart = literal ? tokenizer.multiLineStart : tokenizer.lineStart;
        boolean trailing = k == Tok.ENDMARKER || k == Tok.DEDENT && tokenizer.done == Tokenizer.Done.EOF;
        startLine = tokenizer.tokenLine;
        endLine = tokenizer.endLine;
        if (extra && trailing) {
            line = "";
            startLine++;
            endLine = startLine;
            startCol = 0;
            endCol = 0;
        } else {
            boolean lastImplicit = implicitNewline && tokenizer.inp == source.length;
            line = source.text(lineStart, Math.max(lineStart, tokenizer.inp - (lastImplicit ? 1 : 0)));
            startCol = placed ? source.characters(tokenizer.start - tokenizer.col, tokenizer.start) : -1;
            endCol = placed ? source.characters(tokenizer.lineStart, tokenizer.end) : -1;
        }
        kind = publicKind(k);
        if (extra) {
            lineBreak(k);
        }
        return true;
    }

    private int publicKind(int k) {
        if (k >= Tok.FIRST_KEYWORD) {
            return Tok.NAME;
        }
        return extra && k > Tok.DEDENT && k < Tok.OP ? Tok.OP : k;
    }

    private void lineBreak(int k) {
        boolean implicit = implicitNewline && tokenizer.cur == source.length;
        if (k == Tok.NEWLINE) {
            string = implicit ? "" : source.bytes[tokenizer.start] == '\r' ? "\r\n" : "\n";
        } else if (k == Tok.NL && implicit) {
            string = "";
        }
    }

    private SyntaxException error() {
        if (tokenizer.error != null) {
            return tokenizer.error;
        }
        if (tokenizer.done == Tokenizer.Done.EOF) {
            return new SyntaxException(SyntaxException.Kind.SYNTAX_ERROR, "unexpected EOF in multi-line statement",
                    source.filename, -1, tokenizer.line, 0, 0, null);
        }
        SyntaxException.Kind errorKind = switch (tokenizer.done) {
            case DEDENT, TOODEEP -> SyntaxException.Kind.INDENTATION_ERROR;
            case TABSPACE -> SyntaxException.Kind.TAB_ERROR;
            default -> SyntaxException.Kind.SYNTAX_ERROR;
        };
        String message = switch (tokenizer.done) {
            case DEDENT -> "unindent does not match any outer indentation level";
            case TOODEEP -> "too many levels of indentation";
            case TABSPACE -> "inconsistent use of tabs and spaces in indentation";
            case LINECONT -> "unexpected character after line continuation character";
            default -> "unknown tokenization error";
        };
        int to = tokenizer.lineStart;
        while (to < source.length && source.bytes[to] != '\n') {
            to++;
        }
        return new SyntaxException(errorKind, message, source.filename, tokenizer.line,
                source.characters(tokenizer.lineStart, tokenizer.inp), 0, 0, source.text(tokenizer.lineStart, to));
    }

    /** A number of {@code token}. */
    public int kind() {
        return kind;
    }

    /** The token's text, a String or WideStr. */
    public Object string() {
        return string;
    }

    public int startLine() {
        return startLine;
    }

    public int startCol() {
        return startCol;
    }

    public int endLine() {
        return endLine;
    }

    public int endCol() {
        return endCol;
    }

    /** The text of the lines the token stands on. */
    public Object line() {
        return line;
    }

    /** For tests: a token as a line of text. */
    @Override
    public String toString() {
        return kind + " " + Str.toJava(string) + " " + startLine + "," + startCol + "-" + endLine + "," + endCol + " "
                + Str.toJava(line);
    }
}
