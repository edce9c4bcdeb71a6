package dev.adder.language;

import dev.adder.language.ast.Span;

/** Takes the SyntaxWarnings that parser and compiler find, in the order of the source. */
@FunctionalInterface
public interface WarningSink {
    /** Drops every warning. */
    WarningSink NONE = new WarningSink() {
        // No lambda: this is made on the way to the first statement.
        @Override
        public boolean warn(String message, String filename, int line, Span span) {
            return false;
        }
    };

    /**
     * A SyntaxWarning.
     *
     * @param span where, or null where only the line is known
     * @return whether the program's filters turn it into an error: then the caller raises a SyntaxError of that text
     */
    boolean warn(String message, String filename, int line, Span span);
}
