/**
 * {@code adder profile}: where a Python program's time goes, line by line, in both tiers, and what the compiler did
 * there. It watches from beside the program: {@link dev.adder.profile.FrameSampler} reads the threads' Python frames,
 * {@link dev.adder.profile.JavaEvents} has the JVM's flight recorder sample their Java stacks, and
 * {@link dev.adder.profile.Attribution} lays the two over each other. May depend on the runtime; the runtime does not
 * know of it.
 */
package dev.adder.profile;
