package dev.adder.stdlib.time;

/**
 * {@code strftime} in the C locale, with glibc's directives, flags and widths: %-d, %_d, %0d, %^a, %#Z, %10Y, %E and %O.
 */
final class Strftime {
    private static final String[] DAYS = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
    private static final String[] MONTHS = {"January", "February", "March", "April", "May", "June", "July", "August",
        "September", "October", "November", "December"};

    private final StringBuilder out = new StringBuilder();
    private final Calendar t;
    private final long moment;

    private Strftime(final Calendar t, final long moment) {
        this.t = t;
        this.moment = moment;
    }

    /**
     * Formats.
     *
     * @param moment what %s gives
     */
    static String format(final String format, final Calendar t, final long moment) {
        final Strftime f = new Strftime(t, moment);
        f.run(format);
        return f.out.toString();
    }

    static String dayName(final int weekday) {
        return DAYS[weekday].substring(0, 3);
    }

    static String monthName(final int month) {
        return MONTHS[month - 1].substring(0, 3);
    }

    private void run(final String format) {
        for (int i = 0; i < format.length(); i++) {
            if (format.charAt(i) != '%' || i + 1 == format.length()) {
                out.append(format.charAt(i));
                continue;
            }
            final int start = i++;
            char pad = 0;
            boolean upper = false;
            boolean swap = false;
            flags:
            for (; i < format.length(); i++) {
                switch (format.charAt(i)) {
                    case '_', '-', '0', '+' -> pad = format.charAt(i);
                    case '^' -> upper = true;
                    case '#' -> swap = true;
                    default -> {
                        break flags;
                    }
                }
            }
            int width = -1;
            while (i < format.length() && format.charAt(i) >= '0' && format.charAt(i) <= '9') {
                width = Math.min((Math.max(width, 0)) * 10 + format.charAt(i++) - '0', 1024);
            }
            if (i < format.length() && (format.charAt(i) == 'E' || format.charAt(i) == 'O')) {
                i++;
            }
            if (i == format.length() || !directive(format.charAt(i), pad, width, upper, swap)) {
                // What glibc does not know it copies.
                out.append(format, start, Math.min(i + 1, format.length()));
            }
        }
    }

    private boolean directive(final char c, final char pad, final int width, final boolean upper, final boolean swap) {
        switch (c) {
            case 'a' -> text(dayName(t.weekday()), pad, width, upper || swap);
            case 'A' -> text(DAYS[t.weekday()], pad, width, upper || swap);
            case 'b', 'h' -> text(monthName(t.month()), pad, width, upper || swap);
            case 'B' -> text(MONTHS[t.month() - 1], pad, width, upper || swap);
            case 'c' -> text(format("%a %b %e %H:%M:%S %Y", t, moment), pad, width, upper);
            case 'C' -> number(Math.floorDiv(t.year(), 100L), 2, '0', pad, width);
            case 'd' -> number(t.day(), 2, '0', pad, width);
            case 'D', 'x' -> text(format("%m/%d/%y", t, moment), pad, width, false);
            case 'e' -> number(t.day(), 2, '_', pad, width);
            case 'F' -> text(format("%Y-%m-%d", t, moment), pad, width, false);
            case 'g' -> number(Math.floorMod(isoYear(), 100L), 2, '0', pad, width);
            case 'G' -> number(isoYear(), 1, '0', pad, width);
            case 'H' -> number(t.hour(), 2, '0', pad, width);
            case 'I' -> number(hour12(), 2, '0', pad, width);
            case 'j' -> number(t.yearDay(), 3, '0', pad, width);
            case 'k' -> number(t.hour(), 2, '_', pad, width);
            case 'l' -> number(hour12(), 2, '_', pad, width);
            case 'm' -> number(t.month(), 2, '0', pad, width);
            case 'M' -> number(t.minute(), 2, '0', pad, width);
            case 'n' -> text("\n", pad, width, false);
            case 'p' -> text(swap ? t.hour() < 12 ? "am" : "pm" : t.hour() < 12 ? "AM" : "PM", pad, width, false);
            case 'P' -> text(t.hour() < 12 ? "am" : "pm", pad, width, false);
            case 'r' -> text(format("%I:%M:%S %p", t, moment), pad, width, upper);
            case 'R' -> text(format("%H:%M", t, moment), pad, width, false);
            case 's' -> number(moment, 1, '0', pad, width);
            case 'S' -> number(t.second(), 2, '0', pad, width);
            case 't' -> text("\t", pad, width, false);
            case 'T', 'X' -> text(format("%H:%M:%S", t, moment), pad, width, false);
            case 'u' -> number(t.weekday() + 1, 1, '0', pad, width);
            case 'U' -> number((t.yearDay() - 1 + 7 - (t.weekday() + 1) % 7) / 7, 2, '0', pad, width);
            case 'V' -> number(isoWeek(), 2, '0', pad, width);
            case 'w' -> number((t.weekday() + 1) % 7, 1, '0', pad, width);
            case 'W' -> number((t.yearDay() - 1 + 7 - t.weekday()) / 7, 2, '0', pad, width);
            case 'y' -> number(Math.floorMod(t.year(), 100L), 2, '0', pad, width);
            case 'Y' -> number(t.year(), 1, '0', pad, width);
            case 'z' -> offset(pad, width);
            case 'Z' -> {
                final String zone = t.zone() == null ? "" : t.zone();
                text(swap ? zone.toLowerCase(java.util.Locale.ROOT) : zone, pad, width, upper);
            }
            case '%' -> text("%", pad, width, false);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void text(final String text, final char pad, final int width, final boolean upper) {
        for (int i = text.length(); i < width && pad != '-'; i++) {
            out.append(pad == '0' || pad == '+' ? '0' : ' ');
        }
        out.append(upper ? text.toUpperCase(java.util.Locale.ROOT) : text);
    }

    private void number(final long value, final int digits, final char own, final char asked, final int width) {
        final char pad = asked == 0 ? own : asked;
        final String text = Long.toString(Math.abs(value));
        final int room = Math.max(width, pad == '-' ? 0 : digits) - (value < 0 ? 1 : 0);
        if (value < 0 && pad != '_') {
            out.append('-');
        }
        for (int i = text.length(); i < room && pad != '-'; i++) {
            out.append(pad == '_' ? ' ' : '0');
        }
        if (value < 0 && pad == '_') {
            out.append('-');
        }
        out.append(text);
    }

    private void offset(final char pad, final int width) {
        if (t.daylight() < 0) {
            return;
        }
        final long minutes = Math.abs(t.offset()) / 60;
        final long value = minutes / 60 * 100 + minutes % 60;
        final String text = Long.toString(value);
        final int room = Math.max(width - 1, pad == '-' ? 0 : 4);
        out.append(t.offset() < 0 ? '-' : '+');
        for (int i = text.length(); i < room && pad != '-'; i++) {
            out.append('0');
        }
        out.append(text);
    }

    private int hour12() {
        final int hour = t.hour() % 12;
        return hour == 0 ? 12 : hour;
    }

    /** ISO 8601: the week that has the year's first Thursday is its first. */
    private int isoWeek() {
        final int week = (t.yearDay() - 1 - t.weekday() + 10) / 7;
        if (week < 1) {
            return weeksIn(t.year() - 1);
        }
        return week > weeksIn(t.year()) ? 1 : week;
    }

    private long isoYear() {
        final int week = (t.yearDay() - 1 - t.weekday() + 10) / 7;
        if (week < 1) {
            return t.year() - 1;
        }
        return week > weeksIn(t.year()) ? t.year() + 1 : t.year();
    }

    private static int weeksIn(final long year) {
        final long first = Math.floorMod(Calendar.daysOf(year, 1, 1) + 3, 7L);
        return first == 3 || first == 2 && Calendar.isLeap(year) ? 53 : 52;
    }
}
