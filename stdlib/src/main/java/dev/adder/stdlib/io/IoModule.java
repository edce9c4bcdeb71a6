package dev.adder.stdlib.io;

import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.Errors;

/** The module {@code _io}. Nothing of it works yet. */
@PyModuleSpec("_io")
public final class IoModule extends NativeModule {
    @Override
    public BuiltinTable table() {
        return new IoModuleTable();
    }

    @PyFunction("open_code(path)")
    static Object openCode(final Object path) {
        throw Errors.notImplemented("_io.open_code is not implemented yet");
    }
}
