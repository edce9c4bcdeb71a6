package dev.adder.runtime.text;

/**
 * How a locale writes numbers, as C's {@code localeconv} says it.
 *
 * @param grouping sizes of the groups from the point on; the last one repeats; 127 ends grouping; empty for none
 */
public record NumericLocale(Object decimalPoint, Object thousandsSeparator, byte[] grouping) {

    public static final NumericLocale C = new NumericLocale(".", "", new byte[0]);
    static final NumericLocale COMMA = new NumericLocale(".", ",", new byte[] {3});
    static final NumericLocale UNDERSCORE = new NumericLocale(".", "_", new byte[] {3});
    static final NumericLocale UNDER_FOUR = new NumericLocale(".", "_", new byte[] {4});

    static NumericLocale of(char grouping) {
        return switch (grouping) {
            case ',' -> COMMA;
            case '_' -> UNDERSCORE;
            case FormatSpec.UNDER_FOUR -> UNDER_FOUR;
            default -> C;
        };
    }
}
