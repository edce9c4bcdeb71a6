package dev.adder.runtime.modules;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;

/**
 * {@code sys._jit}. It tells of CPython's own JIT, whose limits the library and its tests ask about; that one does not
 * exist here, so the answers are no.
 */
@PyModuleSpec("_jit")
final class SysJitModule extends NativeModule {
    @Override
    public BuiltinTable table() {
        return new SysJitModuleTable();
    }

    @PyFunction("is_available($module, /)")
    static boolean isAvailable() {
        return false;
    }

    @PyFunction("is_enabled($module, /)")
    static boolean isEnabled() {
        return false;
    }

    @PyFunction("is_active($module, /)")
    static boolean isActive() {
        return false;
    }
}
