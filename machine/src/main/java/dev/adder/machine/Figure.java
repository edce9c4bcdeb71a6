package dev.adder.machine;

/**
 * One number in the base unit of its property's dimension.
 *
 * @param value the number
 * @param origin how it was learned
 * @param error relative error: repeats lie within {@code value * (1 ± error)}; 0 for what is exact
 * @param note where it comes from or what limits it; may be empty
 */
public record Figure(double value, Origin origin, double error, String note) {
    /** What the operating system says, exactly. */
    public static Figure system(double value) {
        return new Figure(value, Origin.SYSTEM, 0, "");
    }

    /** What the operating system says, with a remark. */
    public static Figure system(double value, String note) {
        return new Figure(value, Origin.SYSTEM, 0, note);
    }

    /** What was measured here. */
    public static Figure probe(double value, double error) {
        return new Figure(value, Origin.PROBE, error, "");
    }

    /** What was measured here, with a remark. */
    public static Figure probe(double value, double error, String note) {
        return new Figure(value, Origin.PROBE, error, note);
    }

    /** What is taken for granted, and from what. */
    public static Figure assumed(double value, double error, String note) {
        return new Figure(value, Origin.ASSUMED, error, note);
    }

    /** What was published, and where. */
    public static Figure published(double value, double error, String source) {
        return new Figure(value, Origin.CATALOGUE, error, source);
    }

    /** Text for a person, with the error where there is one. */
    public String text(Dimension dimension) {
        String number = dimension.format(value);
        if (error <= 0) {
            return number;
        }
        return number + " ±" + Dimension.digits(Math.max(1, Math.rint(error * 100))) + "%";
    }
}
