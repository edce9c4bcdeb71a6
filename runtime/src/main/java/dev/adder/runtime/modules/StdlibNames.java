package dev.adder.runtime.modules;

import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyFrozenSet;

/** {@code sys.stdlib_module_names}. */
final class StdlibNames {
    private StdlibNames() {
    }

    static Object frozenSet(final ThreadState ts) {
        final String[] names = ts.interp.part(BuiltinModules.class).names();
        final Object[] all = new Object[names.length];
        System.arraycopy(names, 0, all, 0, all.length);
        return PyFrozenSet.ofConstants(all);
    }
}
