package dev.adder.runtime;

/** The flags a {@link BuiltinTable} gives with each method: how many arguments it takes, and of what kind it is. */
public final class BuiltinFlags {
    /** Accepts keyword arguments. */
    public static final int KEYWORDS = 0x100;
    /** CPython makes it a slot wrapper ({@code wrapper_descriptor}), not a method descriptor. */
    public static final int WRAPPER = 0x200;
    /** Parses its arguments by itself: the counts say nothing. */
    public static final int RAW = 0x400;

    private static final int UNBOUNDED = 15;

    private BuiltinFlags() {
    }

    /** The least number of positional arguments. */
    public static int minArgs(final int flags) {
        return flags & 15;
    }

    /**
     * The greatest number of positional arguments with which {@code call0} to {@code call3} go straight to the Java
     * method, or {@code Integer.MAX_VALUE}.
     */
    public static int maxArgs(final int flags) {
        final int max = flags >> 4 & 15;
        return max == UNBOUNDED ? Integer.MAX_VALUE : max;
    }
}
