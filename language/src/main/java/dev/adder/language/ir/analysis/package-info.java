/**
 * What the JIT, the profiler and tests want to know of a code beyond its instructions: basic blocks, loops, live
 * registers, and whether it may look at its own frame. Everything is computed from {@link dev.adder.language.ir.Op}.
 */
package dev.adder.language.ir.analysis;
