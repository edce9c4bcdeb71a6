package dev.adder.runtime.interp;

/** Who wants to know of compiled code as it is made: a profiler, so that Java's stacks can be read as Python's. */
public interface UnitObserver {
    /**
     * Code was made and is about to be used.
     *
     * @param method the name of its Java method, unique in the process; its line table holds Python's lines
     * @param loop where the loop begins, -1 for a function
     */
    void made(String method, CodeState state, int loop);
}
