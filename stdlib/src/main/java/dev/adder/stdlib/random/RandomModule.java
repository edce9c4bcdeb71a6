package dev.adder.stdlib.random;

import dev.adder.expose.PyConstant;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.modules.NativeModule;

/** The module {@code _random}. */
@PyModuleSpec("_random")
public final class RandomModule extends NativeModule {
    @PyConstant("Random")
    static final Object RANDOM = PyRandom.TYPE;

    @Override
    public BuiltinTable table() {
        return new RandomModuleTable();
    }
}
