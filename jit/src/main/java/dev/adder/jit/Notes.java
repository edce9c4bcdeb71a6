package dev.adder.jit;

import dev.adder.runtime.interp.Kinds;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the compiler remembers of a code. */
final class Notes {
    /** Kinds of the arguments seen. */
    final int[] arguments;
    /** Instructions, and loop entries' registers, that are not to be speculated on. */
    private final Set<Long> barred = new HashSet<>();
    final ConcurrentHashMap<Integer, Unit> loops = new ConcurrentHashMap<>();
    /** Compilations asked for but not done; targets of loops, -1 for the function. */
    final Set<Integer> pending = ConcurrentHashMap.newKeySet();
    final Set<Integer> refused = ConcurrentHashMap.newKeySet();
    int samples;
    int compilations;

    Notes(final int parameters) {
        arguments = new int[parameters];
    }

    static long edge(final int pc, final int reg) {
        return (long) pc << 32 | reg + 1;
    }

    synchronized boolean isBarred(final long key) {
        return barred.contains(key);
    }

    synchronized boolean isBarred(final int pc) {
        return barred.contains((long) pc << 32);
    }

    synchronized void bar(final int pc, final int edgeRegister) {
        barred.add(edgeRegister < 0 ? (long) pc << 32 : edge(pc, edgeRegister));
    }

    char parameter(final int i) {
        return switch (arguments[i]) {
            case Kinds.INT -> 'J';
            case Kinds.FLOAT -> 'D';
            default -> 'O';
        };
    }
}
