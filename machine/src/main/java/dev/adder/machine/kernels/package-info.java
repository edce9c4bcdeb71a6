/**
 * Twelve kernels, Java at its best, that hold predictions against measured times. They run in a child JVM; each says
 * what
 * it does as a {@link dev.adder.machine.prediction.Work}, and how to relieve one unit after another, to learn which
 * binds.
 */
package dev.adder.machine.kernels;
