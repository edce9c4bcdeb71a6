/**
 * The abstract syntax tree: records that mirror CPython 3.14's {@code Python.asdl} name by name (snake_case becomes
 * camelCase). The parser makes it, scopes and lowering read it; it knows nothing of either.
 */
package dev.adder.language.ast;
