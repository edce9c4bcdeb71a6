package dev.adder.runtime.modules;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Calls;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyObjects;

/**
 * The module {@code _warnings}, only as far as importlib needs it: the rest is the library's own {@code warnings}
 * module, which does without the accelerator.
 */
@PyModuleSpec("_warnings")
final class WarningsModule extends NativeModule {
    @Override
    public BuiltinTable table() {
        return new WarningsModuleTable();
    }

    @PyFunction(value = "warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=())",
            raw = true)
    static Object warn(final ThreadState ts, final Object[] args, final String[] kwNames) {
        final Object warnings = ts.interp.importModule(ts, "warnings");
        return Calls.call(ts, PyObjects.getAttr(ts, warnings, "warn"), args, kwNames);
    }
}
