package dev.adder.stdlib.dataclasses;

import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.CompiledCode;
import dev.adder.runtime.interp.StandIns;

/** The stand-ins for functions of {@code inspect}. */
public final class InspectStandIns implements StandIns {
    @Override
    public CompiledCode of(final CodeState state) {
        return state.code.qualname.equals("signature") ? new SignatureText(state) : null;
    }
}
