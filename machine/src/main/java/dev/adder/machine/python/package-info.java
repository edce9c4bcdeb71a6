/** What Python's own operations cost on this machine, in Adder and in a CPython on the PATH. */
package dev.adder.machine.python;
