package dev.adder.language.ast;

/**
 * Where a node stands in the source. Lines count from 1; columns are UTF-8 byte offsets within their line, from 0,
 * as CPython's {@code col_offset} and {@code end_col_offset} are.
 */
public record Span(int line, int col, int endLine, int endCol) {
    /** Written out: what the JVM makes for a record is linked when it is first called, a millisecond or two. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Span s && line == s.line && col == s.col && endLine == s.endLine && endCol == s.endCol;
    }

    @Override
    public int hashCode() {
        return ((line * 31 + col) * 31 + endLine) * 31 + endCol;
    }
}
