package dev.adder.runtime.interp;

import dev.adder.expose.PyTypeSpec;

/** Python-level methods of {@code code} objects. */
@PyTypeSpec(name = "code")
final class CodeMethods {
    private CodeMethods() {
    }
}
