package dev.adder.jit;

import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.PyFunction;
import dev.adder.runtime.objects.PyTuple;

/**
 * What is called: a function that is known, or any of a known code (closures made again and again share one).
 *
 * @param function the function; null where only its code is known
 * @param register holds it in that case, else -1
 * @param defaults of the function known; null for none
 */
record Callee(PyFunction function, int register, CodeState state, PyTuple defaults) {
}
