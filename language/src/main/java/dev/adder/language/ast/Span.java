package dev.adder.language.ast;

/**
 * Where a node stands in the source. Lines count from 1; columns are UTF-8 byte offsets within their line, from 0,
 * as CPython's {@code col_offset} and {@code end_col_offset} are.
 */
public record Span(int line, int col, int endLine, int endCol) {
}
