package dev.adder.runtime.interp;

import dev.adder.expose.PyTypeSpec;

/** Python-level methods of {@code frame} objects. */
@PyTypeSpec(name = "frame")
final class FrameMethods {
    private FrameMethods() {
    }
}
