package dev.adder.jit;

/**
 * What a test has go wrong in the compiler: {@code -X jitfault=QUALNAME:KIND}, where the kind is {@code throw} (the
 * translator throws), {@code verify} (it emits what does not verify), {@code memory} or {@code stack} (either runs out).
 *
 * @param target the qualified name of the function; null for no sabotage
 */
record Sabotage(String target, String kind) {
    static final Sabotage NONE = new Sabotage(null, "");

    static Sabotage of(final String option) {
        final int colon = option.lastIndexOf(':');
        return colon < 0 ? new Sabotage(option, "throw")
                : new Sabotage(option.substring(0, colon), option.substring(colon + 1));
    }

    /** In the middle of the function's translation. */
    void strike(final String qualname) {
        if (!qualname.equals(target)) {
            return;
        }
        switch (kind) {
            case "throw" -> throw new IllegalStateException("asked for by -X jitfault");
            case "memory" -> throw new OutOfMemoryError("asked for by -X jitfault");
            case "stack" -> exhaust(0);
            default -> { }
        }
    }

    private static int exhaust(final int depth) {
        return exhaust(depth + 1) + depth;
    }

    /** Whether what is emitted for the function shall not verify. */
    boolean garbles(final String qualname) {
        return kind.equals("verify") && qualname.equals(target);
    }
}
