package dev.adder.jit;

/**
 * A place where a unit can be left: the instruction, and where each register is then. Where the function is inlined, its
 * {@link Level} leads on to the place of the call, and so on to the unit's own function.
 */
final class Site {
    final Level level;
    final int pc;
    /** By register; X: not needed. */
    final Ty[] types;
    /** The register that an edge guard wanted unboxed, or -1 for a guard of the instruction itself. */
    final int edgeRegister;
    /** Whether nothing is compiled here, since it had never been executed. */
    boolean cold;
    int failures;
    /** Counts executions in stress mode. */
    int executions;

    Site(final Level level, final int pc, final Ty[] types, final int edgeRegister) {
        this.level = level;
        this.pc = pc;
        this.types = types;
        this.edgeRegister = edgeRegister;
    }
}
