/**
 * The least time a piece of work can take on a machine, and what binds it: a roofline with every level, latency,
 * scaling.
 */
package dev.adder.machine.prediction;
