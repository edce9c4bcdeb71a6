package dev.adder.language;

/** Takes the SyntaxWarnings that parser and compiler find, in the order CPython would issue them. */
@FunctionalInterface
public interface WarningSink {
    /** Drops every warning. */
    WarningSink NONE = (message, filename, line, span) -> { };

    /**
     * A SyntaxWarning. When the program's filters turn it into an error, the sink throws the {@link SyntaxException}
     * that CPython raises in its stead.
     *
     * @param span where, or null where only the line is known
     */
    void warn(String message, String filename, int line, dev.adder.language.ast.Span span);
}
