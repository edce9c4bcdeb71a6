package dev.adder.runtime.interp;

import dev.adder.expose.PyTypeSpec;

/** Python-level methods of {@code function} objects. */
@PyTypeSpec(name = "function")
final class FunctionMethods {
    private FunctionMethods() {
    }
}
