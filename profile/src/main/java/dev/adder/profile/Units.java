package dev.adder.profile;

import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.UnitObserver;
import java.util.concurrent.ConcurrentHashMap;

/** Which code each compiled method is of. */
final class Units implements UnitObserver {
    private final ConcurrentHashMap<String, CodeState> byMethod = new ConcurrentHashMap<>();

    @Override
    public void made(final String method, final CodeState state, final int loop) {
        byMethod.put(method, state);
    }

    /** Null if it is no unit's method, or of a unit made before profiling began. */
    CodeState of(final String method) {
        return byMethod.get(method);
    }
}
