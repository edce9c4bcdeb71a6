/**
 * What the operating system says about the computer: its files under {@code /proc} and {@code /sys}, read from a root.
 */
package dev.adder.machine.discovery;
