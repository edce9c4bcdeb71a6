package dev.adder.runtime.interp;

import dev.adder.expose.PyTypeSpec;

/** Python-level methods of {@code async_generator} objects. */
@PyTypeSpec(name = "async_generator")
final class AsyncGeneratorMethods {
    private AsyncGeneratorMethods() {
    }
}
