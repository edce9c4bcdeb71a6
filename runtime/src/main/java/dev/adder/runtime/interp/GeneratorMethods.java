package dev.adder.runtime.interp;

import dev.adder.expose.PyTypeSpec;

/** Python-level methods of {@code generator} objects. */
@PyTypeSpec(name = "generator")
final class GeneratorMethods {
    private GeneratorMethods() {
    }
}
