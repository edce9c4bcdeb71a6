package dev.adder.runtime.interp;

import dev.adder.expose.PyTypeSpec;

/** Python-level methods of {@code traceback} objects. */
@PyTypeSpec(name = "traceback")
final class TracebackMethods {
    private TracebackMethods() {
    }
}
