package dev.adder.stdlib.contextvars;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyModule;

/** The module {@code _contextvars}. */
@PyModuleSpec("_contextvars")
public final class ContextvarsModule extends NativeModule {
    @Override
    public BuiltinTable table() {
        return new ContextvarsModuleTable();
    }

    @Override
    public void init(final ThreadState ts, final PyModule module) {
        module.dict().putStr("Context", PyContext.TYPE);
        module.dict().putStr("ContextVar", PyContextVar.TYPE);
        module.dict().putStr("Token", PyContextToken.TYPE);
    }

    @PyFunction("copy_context()")
    Object copyContext(final ThreadState ts) {
        return PyContext.current(ts).copy();
    }
}
