package dev.adder.machine;

/** What a figure counts: its base unit in JSON, and how a person likes to read it. */
public enum Dimension {
    COUNT("1"),
    BYTES("B"),
    BITS("bit"),
    SECONDS("s"),
    HERTZ("Hz"),
    BYTES_PER_SECOND("B/s"),
    PER_SECOND("1/s");

    private static final String[] BINARY = {" B", " KiB", " MiB", " GiB", " TiB", " PiB"};
    private static final String[] DECIMAL = {"", " k", " M", " G", " T", " P"};
    private static final String[] SMALL = {" s", " ms", " µs", " ns"};

    private final String unit;

    Dimension(String unit) {
        this.unit = unit;
    }

    /** The base unit, as written in JSON. */
    public String unit() {
        return unit;
    }

    /** Text for a person: three or four significant digits and a scaled unit. */
    public String format(double value) {
        if (Double.isNaN(value)) {
            return "unknown";
        }
        return switch (this) {
            case COUNT -> value == Math.rint(value) ? Long.toString((long) value) : digits(value);
            case BITS -> Long.toString((long) value) + " bit";
            case BYTES -> scaled(value, 1024, BINARY);
            case SECONDS -> seconds(value);
            case HERTZ -> scaled(value, 1000, DECIMAL) + unitGap(value) + "Hz";
            case BYTES_PER_SECOND -> scaled(value, 1000, DECIMAL) + unitGap(value) + "B/s";
            case PER_SECOND -> scaled(value, 1000, DECIMAL) + unitGap(value) + "/s";
        };
    }

    private static String unitGap(double value) {
        return Math.abs(value) < 1000 ? " " : "";
    }

    private static String scaled(double value, double step, String[] units) {
        int scale = 0;
        double rest = value;
        while (Math.abs(rest) >= step && scale < units.length - 1) {
            rest /= step;
            scale++;
        }
        return digits(rest) + units[scale];
    }

    private static String seconds(double value) {
        int scale = 0;
        double rest = value;
        while (Math.abs(rest) < 1 && scale < SMALL.length - 1) {
            rest *= 1000;
            scale++;
        }
        return digits(rest) + SMALL[scale];
    }

    /** Three significant digits below 1000, none after the point from 100 on; "2.50" reads "2.5", "48.0" reads "48". */
    public static String digits(double value) {
        double size = Math.abs(value);
        int places = size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
        long power = places == 0 ? 1 : places == 1 ? 10 : 100;
        long scaled = Math.round(size * power);
        StringBuilder text = new StringBuilder();
        if (value < 0 && scaled != 0) {
            text.append('-');
        }
        text.append(scaled / power);
        long fraction = scaled % power;
        if (fraction != 0) {
            text.append('.');
            if (places == 2 && fraction < 10) {
                text.append('0');
            }
            text.append(places == 2 && fraction % 10 == 0 ? fraction / 10 : fraction);
        }
        return text.toString();
    }
}
