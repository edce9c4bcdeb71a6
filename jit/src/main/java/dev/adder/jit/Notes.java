package dev.adder.jit;

import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.JitFacts;
import dev.adder.runtime.interp.JitReason;
import dev.adder.runtime.interp.Kinds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the compiler remembers of a code. */
final class Notes {
    private static final int MOST_COMPILATIONS = 30;
    /** In place of a register: inlining at an instruction. */
    static final long INLINING = 0xffff_ffffL;

    /** Kinds of the arguments seen. */
    final int[] arguments;
    /** Instructions, and loop entries' registers, that are not to be speculated on. */
    private final Set<Long> barred = new HashSet<>();
    final ConcurrentHashMap<Integer, Unit> loops = new ConcurrentHashMap<>();
    /** Compilations asked for but not done; targets of loops, -1 for the function. */
    final Set<Integer> pending = ConcurrentHashMap.newKeySet();
    final Map<Integer, JitFacts.Refusal> refused = new ConcurrentHashMap<>();
    /** Times that units were left: by pc, shifted, and the reason's ordinal. */
    private final Map<Long, long[]> exits = new HashMap<>();
    /** The function's unit, also while a pause keeps it out of use; null if it is not compiled. */
    volatile Unit function;
    /** Whether somebody looked at variables while compiled code kept them: only interpreted frames show them. */
    volatile boolean readFromOutside;
    /** Whether a unit was left where the code names what gives it its own frame. */
    volatile boolean readsFrame;
    /** Whether an operand of an int operation was found to be too large for a long: any of them may be. */
    volatile boolean largeInts;
    /** What callers were compiled to call; null if there are none. */
    private Link link;
    int samples;
    int compilations;
    /** Times that a hot loop asked during a call, {@link Patience#awaitsCall}, and whether the next call is to be compiled. */
    int loopAsks;
    boolean hasHotLoop;
    /** The loop of a module that was hot last; -1 for none. */
    int lastLoop = -1;
    /** Whether a loop was hot already, and whether calls took long then: a unit that inlines them gains nothing. */
    boolean asked;
    volatile boolean isLong;

    Notes(final int parameters) {
        arguments = new int[parameters];
    }

    /** Those of a code, made when first asked for. */
    static Notes of(final CodeState state) {
        if (state.jitData instanceof Notes n) {
            return n;
        }
        synchronized (state) {
            if (!(state.jitData instanceof Notes)) {
                state.jitData = new Notes(state.code.ir().parameterCount());
            }
            return (Notes) state.jitData;
        }
    }

    /** Whether what was never executed is better left out: not of a code that changes its ways again and again. */
    boolean expectsProfile() {
        return compilations < MOST_COMPILATIONS / 2;
    }

    boolean isCompiledTooOften() {
        return compilations > MOST_COMPILATIONS;
    }

    /** The link to the function's unit, which is or was {@code unit}. */
    synchronized Link link(final Unit unit) {
        final String signature = Link.signature(unit);
        if (link != null && link.signature.equals(signature)) {
            return link;
        }
        final Unit latest = function;
        if (latest == null || latest == unit) {
            link = new Link(unit);
            return link;
        }
        if (!signature.equals(Link.signature(latest))) {
            return new Link(unit);
        }
        link = new Link(latest);
        return link;
    }

    /** The link to a unit that has no successor; null if nobody has it. */
    synchronized Link takeLink() {
        final Link old = link;
        link = null;
        return old;
    }

    /** Callers are led to the new unit; gives the link of those that cannot be, or null. */
    synchronized Link relink(final Unit unit) {
        if (link == null || link.signature.equals(Link.signature(unit))) {
            if (link != null) {
                link.leadTo(unit);
            }
            return null;
        }
        return takeLink();
    }

    static long edge(final int pc, final int reg) {
        return (long) pc << 32 | reg + 1;
    }

    /** The barred instructions ({@code pc << 32}) and edges as of now. */
    synchronized Set<Long> barred() {
        return Set.copyOf(barred);
    }

    synchronized void bar(final int pc, final int edgeRegister) {
        barred.add(edgeRegister < 0 ? (long) pc << 32 : edge(pc, edgeRegister));
    }

    synchronized void barInlining(final int pc) {
        barred.add((long) pc << 32 | INLINING);
    }

    synchronized void left(final int pc, final JitReason reason) {
        exits.computeIfAbsent((long) pc << 8 | reason.ordinal(), k -> new long[1])[0]++;
    }

    synchronized JitFacts facts(final boolean function) {
        final List<JitFacts.Exit> all = new ArrayList<>();
        exits.forEach((k, n) -> all.add(new JitFacts.Exit((int) (k >> 8), JitReason.values()[(int) (k & 0xff)], n[0])));
        return new JitFacts(compilations, function, List.copyOf(loops.keySet()), all, List.copyOf(refused.values()));
    }

    char parameter(final int i) {
        return switch (arguments[i]) {
            case Kinds.INT -> 'J';
            case Kinds.FLOAT -> 'D';
            default -> 'O';
        };
    }
}
