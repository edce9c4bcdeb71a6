package dev.adder.stdlib.collections;

import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.CompiledCode;
import dev.adder.runtime.interp.StandIns;

/** Of the library's {@code collections}. */
public final class CollectionsStandIns implements StandIns {
    @Override
    public CompiledCode of(final CodeState state) {
        return state.code.qualname.equals("namedtuple") ? new NamedTuple(state) : null;
    }
}
