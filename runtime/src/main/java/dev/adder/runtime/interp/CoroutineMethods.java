package dev.adder.runtime.interp;

import dev.adder.expose.PyTypeSpec;

/** Python-level methods of {@code coroutine} objects. */
@PyTypeSpec(name = "coroutine")
final class CoroutineMethods {
    private CoroutineMethods() {
    }
}
