package dev.adder.language.ir;

/** Well-known objects for {@link Op#LOAD_COMMON}; the operand is the ordinal. */
public enum Common {
    ASSERTION_ERROR("AssertionError"),
    NOT_IMPLEMENTED_ERROR("NotImplementedError"),
    /** {@code builtins.__build_class__} of the frame; absent: NameError "__build_class__ not found". */
    BUILD_CLASS("__build_class__"),
    TUPLE("tuple"),
    ALL("all"),
    ANY("any");

    private static final Common[] ALL_ROWS = values();
    private final String text;

    Common(String text) {
        this.text = text;
    }

    public static Common of(int which) {
        return ALL_ROWS[which];
    }

    public static int count() {
        return ALL_ROWS.length;
    }

    @Override
    public String toString() {
        return text;
    }
}
