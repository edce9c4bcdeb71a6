package dev.adder.stdlib.enums;

import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.Cell;
import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.PyFunction;
import dev.adder.runtime.interp.StandIn;

/** {@code _simple_enum(etype)(cls)}: the function {@code convert_class} in it. */
final class ConvertClass extends StandIn {
    private final EnumStandIns module;

    ConvertClass(final CodeState state, final EnumStandIns module) {
        super(state);
        this.module = module;
    }

    @Override
    protected Object take(final ThreadState ts, final PyFunction f, final Object[] args) {
        final Object boundary = variable(f, "boundary").value;
        if (!(variable(f, "etype").value instanceof PyType base) || !(args[0] instanceof PyType cls)
                || cls.type() != PyType.TYPE || !cls.isHeapType()) {
            return null;
        }
        final SimpleEnums enums = module.simpleEnums(state);
        if (boundary != PyNone.NONE && !EnumStandIns.isBoundary(state, boundary)) {
            return null;
        }
        final Cell useArgs = variable(f, "use_args");
        final Object use = useArgs.value == PyNone.NONE ? base.lookup("_use_args_") : useArgs.value;
        final PyType made = enums.convert(ts, base, cls.name(), cls.dict(), boundary, use);
        if (made != null) {
            useArgs.value = use;
        }
        return made;
    }

    private Cell variable(final PyFunction f, final String name) {
        final String[] free = state.code.ir().freeVars;
        int i = 0;
        while (!free[i].equals(name)) {
            i++;
        }
        return f.closure()[i];
    }
}
