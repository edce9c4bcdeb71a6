package dev.adder.runtime.interp;

import dev.adder.runtime.objects.PyDict;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What running a code with certain globals has taught: inline caches, profile, compiled code. Keyed by (code, globals)
 * and never by the code alone, so that two interpreters, or {@code exec} with another namespace, do not disturb each
 * other. Writes are racy by design; readers tolerate any mix of old and new.
 */
public final class CodeState {
    public final PyCode code;
    public final PyDict globals;
    public final PyDict builtins;
    /** Inline caches, by the index of the instruction's ic operand. */
    public final Object[] caches;
    /** Operand and result kinds seen, by the same index: see {@link Kinds}. */
    public final int[] kinds;
    /** Times entered. */
    public int calls;
    /** Back edges taken. */
    public int loops;
    /** Code that replaces the interpreter at function entry, or null. */
    public volatile CompiledCode compiled;
    /** The compiler's own notes on this code: failures, versions, OSR units. */
    public volatile Object jitData;

    CodeState(final PyCode code, final PyDict globals, final PyDict builtins) {
        this.code = code;
        this.globals = globals;
        this.builtins = builtins;
        this.caches = new Object[code.icCount];
        this.kinds = new int[code.icCount];
    }

    /** The state of a code under certain globals; the same one for every function made of the two. */
    public static CodeState of(final PyCode code, final PyDict globals, final PyDict builtins) {
        final ConcurrentHashMap<PyCode, CodeState> states = globals.codeStates();
        CodeState state = states.get(code);
        if (state == null) {
            state = new CodeState(code, globals, builtins);
            final StandIns standIns = code.isOfLibrary() ? globals.standIns() : null;
            if (standIns != null) {
                state.compiled = standIns.of(state);
            }
            final CodeState other = states.putIfAbsent(code, state);
            return other != null ? other : state;
        }
        return state;
    }
}
