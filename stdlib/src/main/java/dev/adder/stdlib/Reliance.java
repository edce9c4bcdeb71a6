package dev.adder.stdlib;

import dev.adder.runtime.BuiltinFunction;
import dev.adder.runtime.PyType;
import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.GlobalCell;
import dev.adder.runtime.interp.PyFunction;
import dev.adder.runtime.interp.StandIn;

/** The names that a stand-in takes to be what the library wrote, and Python's own: whether they are so at each call. */
public final class Reliance {
    private final GlobalCell[] cells;
    private final Object[] expected;
    private final boolean isKnown;

    /**
     * As a module's names are now.
     *
     * @param functions the module's own
     * @param types the module's own, whatever they are: it is asked only whether they stay what they are
     * @param builtins functions and types
     */
    public Reliance(final CodeState state, final String[] functions, final String[] types, final String[] builtins) {
        cells = new GlobalCell[functions.length + types.length + 2 * builtins.length];
        expected = new Object[cells.length];
        boolean all = true;
        int n = 0;
        for (final String name : functions) {
            all &= isLibrary(see(n++, state.globals.cell(name)), name);
        }
        for (final String name : types) {
            see(n++, state.globals.cell(name));
        }
        for (final String name : builtins) {
            all &= see(n++, state.globals.cell(name)) == null;
            all &= isBuiltin(see(n++, state.builtins.cell(name)), name);
        }
        isKnown = all;
    }

    private Object see(final int place, final GlobalCell cell) {
        cells[place] = cell;
        expected[place] = cell.get();
        return expected[place];
    }

    /** Whether it is the function of the library of this qualified name. */
    public static boolean isLibrary(final Object function, final String qualname) {
        return StandIn.isOriginal(function) && ((PyFunction) function).code().qualname.equals(qualname);
    }

    private static boolean isBuiltin(final Object value, final String name) {
        return value instanceof BuiltinFunction f ? f.name.equals(name) && "builtins".equals(f.module)
                : value instanceof PyType t && !t.isHeapType() && t.name().equals(name);
    }

    /** Whether all of them are as they were. */
    public boolean holds() {
        if (!isKnown) {
            return false;
        }
        for (int i = 0; i < cells.length; i++) {
            final Object now = cells[i].get();
            if (now != expected[i] || now instanceof PyFunction && !StandIn.isOriginal(now)) {
                return false;
            }
        }
        return true;
    }
}
