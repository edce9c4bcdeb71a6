/**
 * Scopes: which variable each name means (CPython {@code Python/symtable.c}). {@link dev.adder.language.scope.Scopes}
 * is the entry; {@code ScopeBuilder} collects what each block says about names, {@code ScopeAnalysis} resolves them.
 */
package dev.adder.language.scope;
