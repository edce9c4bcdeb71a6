/**
 * Lowering: syntax tree to IR. {@link dev.adder.language.lower.Compiler} is the entry. One class for each family of
 * nodes, all sharing a {@code Lowering}: the text being compiled, its scopes, and the code at work ({@code Unit}).
 */
package dev.adder.language.lower;
