package dev.adder.jit;

import dev.adder.language.ir.Op;
import dev.adder.runtime.PyType;
import dev.adder.runtime.TypeCall;
import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.GlobalCell;
import dev.adder.runtime.interp.Kinds;
import dev.adder.runtime.interp.Operators;
import dev.adder.runtime.interp.PyFunction;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What one compilation goes by: the profile, the values of globals and the compiled callees as they were when it first
 * asked. The program runs on meanwhile; the analysis and the emission after it must see the same.
 */
final class Evidence {
    private static final Object ABSENT = new Object();

    private final int[] code;
    final int[] kinds;
    final Object[] caches;
    /** {@link Notes#largeInts}. */
    final boolean largeInts;
    private final Set<Long> barred;
    /** {@link #ABSENT} for null. */
    private final Map<Object, Object> first;

    Evidence(final CodeState state, final Notes notes) {
        this(state, notes, new IdentityHashMap<>());
    }

    /** Of a function inlined where {@code caller} is the evidence: what is common to all codes is seen once. */
    Evidence(final CodeState state, final Notes notes, final Evidence caller) {
        this(state, notes, caller.first);
    }

    private Evidence(final CodeState state, final Notes notes, final Map<Object, Object> first) {
        this.first = first;
        this.code = state.code.ir().code;
        this.kinds = state.kinds.clone();
        this.caches = state.caches.clone();
        this.barred = notes.barred();
        this.largeInts = notes.largeInts;
    }

    /** Whether the instruction at {@code pc} is not to be speculated on. */
    boolean isBarred(final int pc) {
        return barred.contains((long) pc << 32);
    }

    /** Whether a register on an edge ({@link Notes#edge}) is not to be speculated on. */
    boolean isBarred(final long edge) {
        return barred.contains(edge);
    }

    /** Whether the call at {@code pc} is not to be inlined: exceptions that are handled here would leave the unit. */
    boolean isInliningBarred(final int pc) {
        if (barred.contains((long) pc << 32 | Notes.INLINING)) {
            return true;
        }
        final int ic = Op.of(code[pc]).icOffset();
        return ic >= 0 && Operators.isCall(code[pc]) && Kinds.isRaisedOften(kinds[code[pc + ic]]);
    }

    /** The first of the values that {@code key} was asked with; either may be null. */
    private Object once(final Object key, final Object now) {
        final Object before = first.putIfAbsent(key, now == null ? ABSENT : now);
        return before == null ? now : before == ABSENT ? null : before;
    }

    /** The value of a global or built-in variable, or null. */
    Object value(final GlobalCell cell) {
        return once(cell, cell.get());
    }

    /** The version that what is compiled relies on. */
    long version(final PyType type) {
        return (Long) once(type, type.version());
    }

    /** {@link TypeCall#plainInit}. */
    PyFunction plainInit(final PyType type) {
        return (PyFunction) once(type.rootShape(), TypeCall.plainInit(type));
    }

    /** A function with what it may be given anew. */
    Callee function(final PyFunction f) {
        return (Callee) once(f, new Callee(f, -1, f.state, f.defaults()));
    }

    CodeState state(final PyFunction f) {
        return function(f).state();
    }

    /** The function's unit, or null. */
    Unit unit(final CodeState function) {
        return (Unit) once(function, function.compiled instanceof Unit u && !u.dropped ? u : null);
    }
}
