package dev.adder.stdlib;

import dev.adder.runtime.Calls;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyObjects;

/** Attributes of Python modules that native modules use: CPython's {@code PyImport_ImportModuleAttr}. */
public final class Imports {

    private Imports() {
    }

    /** The attribute of a module, which is imported if it is not there yet. */
    public static Object attribute(final ThreadState ts, final String module, final String name) {
        Object found = ts.interp.modules.getStr(module);
        if (found == null) {
            Calls.call1(ts, ts.interp.builtins().getStr("__import__"), module);
            found = ts.interp.modules.getItem(ts, module);
        }
        return PyObjects.getAttr(ts, found, name);
    }
}
