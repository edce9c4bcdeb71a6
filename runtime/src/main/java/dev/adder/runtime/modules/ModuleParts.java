package dev.adder.runtime.modules;

import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyModule;

/** A native module made of several classes: each part's functions are defined into a module object of its own. */
public final class ModuleParts {
    private ModuleParts() {
    }

    public static void define(final ThreadState ts, final PyModule module, final NativeModule part, final String name) {
        ModuleDefiner.define(ts, module, part, name);
    }
}
