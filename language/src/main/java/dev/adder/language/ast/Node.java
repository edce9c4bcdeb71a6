package dev.adder.language.ast;

/**
 * A node of the abstract syntax tree: a mechanical mapping of CPython 3.14's {@code Python.asdl}. Nodes are immutable.
 * An optional field is null when absent; a repeated one is an immutable list, in source order.
 */
public sealed interface Node permits Mod, Stmt, Expr, Pattern, ExceptHandler, TypeParam, TypeIgnore, Comprehension,
        Arguments, Arg, Keyword, Alias, WithItem, MatchCase {
}
