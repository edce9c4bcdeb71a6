package dev.adder.language;

/**
 * A source text that is not Python, with what CPython's exception of that kind would show. Lines and offsets are those
 * of the Python exception's attributes (offsets count characters from 1, not bytes; -1 or 0 where CPython has those);
 * {@code text} is null where it is None; then an {@link #endLine()} of 0 means None too, and a {@link #line()} of -1 that
 * the exception has its message alone.
 */
public final class SyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The Python exception to raise. */
    public enum Kind {
        SYNTAX_ERROR, INDENTATION_ERROR, TAB_ERROR,
        /** {@code _IncompleteInputError}: only with {@code PyCF_ALLOW_INCOMPLETE_INPUT}. */
        INCOMPLETE_INPUT,
        /** Not a syntax error: the parser's own nesting limit, a MemoryError. */
        MEMORY_ERROR,
        /** Not a syntax error: a str that UTF-8 cannot hold, a UnicodeEncodeError at {@link #offset()}. */
        UNICODE_ENCODE_ERROR,
        /** Not a syntax error: null bytes and the like, a ValueError. */
        VALUE_ERROR,
        /** Not a syntax error: expressions nested deeper than the compiler goes, a RecursionError. */
        RECURSION_ERROR
    }

    private final Kind kind;
    private final String filename;
    private final int line;
    private final int offset;
    private final int endLine;
    private final int endOffset;
    private final transient Object text;
    private transient Object source;

    public SyntaxException(Kind kind, String message, String filename, int line, int offset, int endLine,
            int endOffset, Object text) {
        super(message, null, false, false);
        this.kind = kind;
        this.filename = filename;
        this.line = line;
        this.offset = offset;
        this.endLine = endLine;
        this.endOffset = endOffset;
        this.text = text;
    }

    public Kind kind() {
        return kind;
    }

    public String filename() {
        return filename;
    }

    public int line() {
        return line;
    }

    public int offset() {
        return offset;
    }

    public int endLine() {
        return endLine;
    }

    public int endOffset() {
        return endOffset;
    }

    /** The source line, a str (String or WideStr), or null. */
    public Object text() {
        return text;
    }

    /** The whole text that was parsed (for {@code SyntaxError._metadata}), or null. */
    public Object source() {
        return source;
    }

    /** The same exception, with the text it came from. */
    public SyntaxException withSource(Object wholeText) {
        source = wholeText;
        return this;
    }
}
