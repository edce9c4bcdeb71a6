package dev.adder.runtime.interp;

import dev.adder.expose.PyTypeSpec;

/** Python-level methods of {@code cell} objects. */
@PyTypeSpec(name = "cell")
final class CellMethods {
    private CellMethods() {
    }
}
