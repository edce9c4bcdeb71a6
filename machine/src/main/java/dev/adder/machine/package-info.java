/**
 * The computer Adder runs on, as computing units, memory units and connections with figures on them.
 *
 * <p>{@link dev.adder.machine.Machine} is the model: plain immutable data, read and written as JSON by
 * {@link dev.adder.machine.MachineFile}. {@code discovery} fills in what the operating system says, {@code probe} what
 * was measured, {@code catalogue} what was published about known processors; {@code prediction} computes from a model
 * the least time a piece of work can take; {@code view} draws it. Nothing here depends on the rest of Adder.
 */
package dev.adder.machine;
