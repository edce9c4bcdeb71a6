/**
 * The intermediate representation: a register machine. {@link dev.adder.language.ir.Op} is its manual,
 * {@link dev.adder.language.ir.Code} a unit of it. Depends on the texts and constants of the language only.
 */
package dev.adder.language.ir;
