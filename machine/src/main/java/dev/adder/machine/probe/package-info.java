/**
 * Measures the computer. {@link dev.adder.machine.probe.ProbeMain} runs in a child JVM, which may load the Vector API
 * (an incubator module) and take memory; {@link dev.adder.machine.probe.Probes} starts it and merges what it says.
 *
 * <p>The machine is never quiet, so every figure is the best of many short samples, taken in rounds: short samples
 * find the gaps between other people's time slices, and the spread between the rounds' bests tells the error.
 */
package dev.adder.machine.probe;
