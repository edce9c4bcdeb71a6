package dev.adder.profile;

/** What time was spent on. */
enum Spent {
    INTERPRETED("interpreted", "interp", "the interpreter"),
    COMPILED("compiled", "compiled", "code of the compiler"),
    HELPERS("helpers", "helpers", "Adder's runtime, called from both: sorted(), dict, re, int of any size, ..."),
    COMPILING("compiling", "compiling", "the compiler, in the program's own threads"),
    COLLECTING("collecting", "gc", "garbage collection, the program stopped"),
    WAITING("waiting", "waiting", "no CPU: sleep, locks, input and output"),
    STALLED("stalled", "stalled", "ready to run, but no core was free, or the JVM had stopped it");

    static final int COUNT = values().length;

    /** In JSON and at the head of the report. */
    final String key;
    final String column;
    final String meaning;

    Spent(final String key, final String column, final String meaning) {
        this.key = key;
        this.column = column;
        this.meaning = meaning;
    }

    /** Whether the thread used a core for it. */
    boolean isCpu() {
        return compareTo(COMPILING) <= 0;
    }
}
