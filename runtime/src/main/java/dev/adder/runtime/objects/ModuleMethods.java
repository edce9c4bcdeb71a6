package dev.adder.runtime.objects;

import dev.adder.expose.PyTypeSpec;

/** Python-level methods of {@code module} objects. */
@PyTypeSpec(name = "module")
final class ModuleMethods {
    private ModuleMethods() {
    }
}
