package dev.adder.runtime.modules;

import dev.adder.language.text.Str;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.Warnings;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.ops.PyObjects;

/** {@code sys.breakpointhook}: calls what the environment variable PYTHONBREAKPOINT names (PEP 553). */
final class BreakpointHook {
    private BreakpointHook() {
    }

    static Object call(final ThreadState ts, final Object[] args, final String[] kwNames) {
        final Object environ = PyObjects.getAttr(ts, ts.interp.importModule(ts, "os"), "environ");
        final Object value = Calls.method2(ts, environ, "get", "PYTHONBREAKPOINT", "");
        final String given = PyObjects.isText(value) ? Str.toJava(PyObjects.textOf(value)) : "";
        final String name = given.isEmpty() ? "pdb.set_trace" : given;
        if (name.equals("0")) {
            return PyNone.NONE;
        }
        final int dot = name.lastIndexOf('.');
        final Object hook = dot == 0 ? null
                : find(ts, dot < 0 ? "builtins" : name.substring(0, dot), name.substring(dot + 1));
        if (hook == null) {
            Warnings.warn(ts, ExceptionTypes.RUNTIME_WARNING,
                    "Ignoring unimportable $PYTHONBREAKPOINT: \"" + name + "\"");
            return PyNone.NONE;
        }
        return Calls.call(ts, hook, args, kwNames);
    }

    private static Object find(final ThreadState ts, final String module, final String attribute) {
        try {
            return PyObjects.lookupAttr(ts, ts.interp.importModule(ts, module), attribute.intern());
        } catch (final PyRaise e) {
            if (Errors.matches(e, ExceptionTypes.IMPORT_ERROR)) {
                return null;
            }
            throw e;
        }
    }
}
