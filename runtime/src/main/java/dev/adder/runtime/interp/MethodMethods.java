package dev.adder.runtime.interp;

import dev.adder.expose.PyTypeSpec;

/** Python-level methods of {@code method} objects. */
@PyTypeSpec(name = "method")
final class MethodMethods {
    private MethodMethods() {
    }
}
