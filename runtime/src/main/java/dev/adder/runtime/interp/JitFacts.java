package dev.adder.runtime.interp;

import java.util.List;

/**
 * What a compiler knows of one code, for reports. A snapshot.
 *
 * @param compilations times that a unit was made of it, loops included
 * @param function whether calls of it run compiled now
 * @param loops where its compiled loops begin now
 * @param exits how often compiled code was left, by instruction and reason
 * @param refusals what is not compiled: -1 for the function, else where the loop begins
 */
public record JitFacts(int compilations, boolean function, List<Integer> loops, List<Exit> exits,
        List<Refusal> refusals) {
    public static final JitFacts NONE = new JitFacts(0, false, List.of(), List.of(), List.of());

    /** Leavings of compiled code at an instruction. */
    public record Exit(int pc, JitReason reason, long count) {
    }

    /** What is not compiled; {@code detail} says more than the reason, or equals its text. */
    public record Refusal(int pc, JitReason reason, String detail) {
    }
}
