/**
 * Known processors with published figures, each with its source: for "what if it ran there", and to doubt measurements.
 */
package dev.adder.machine.catalogue;
