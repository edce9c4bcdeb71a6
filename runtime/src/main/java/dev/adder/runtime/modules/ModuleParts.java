package dev.adder.runtime.modules;

import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.objects.PyModule;

/** A native module made of several classes. */
public final class ModuleParts {
    private ModuleParts() {
    }

    /**
     * Adds the functions of a part to the module that is being made. They are static methods, so that only the part's
     * generated table is loaded now, and its class when one of them is called.
     */
    public static void add(final PyModule module, final BuiltinTable part, final String name) {
        ModuleDefiner.functions(module, part, module.state, name);
    }
}
