package dev.adder.stdlib.time;

/**
 * A time zone by rule, as {@code TZ} and the end of a TZif file give it: {@code EST5EDT,M3.2.0,M11.1.0} (POSIX, with the
 * extensions of RFC 8536).
 */
final class PosixRule {
    private static final int HOUR = 3600;

    private final Zone.Kind standard;
    private final Zone.Kind daylight;
    private final Change start;
    private final Change end;

    /** When a change takes place: form 'M' (month, week, weekday), 'J' (1-365, never 29 February) or 'n' (0-365). */
    private record Change(char form, int a, int b, int c, int time) {
        /** Seconds from the epoch, in local time before the change. */
        long in(final long year) {
            final long days;
            switch (form) {
                case 'M' -> {
                    final long first = Calendar.daysOf(year, a, 1);
                    final long weekday = Math.floorMod(first + 4, 7L);
                    long day = first + Math.floorMod(c - weekday, 7L) + (b - 1) * 7L;
                    final long next = a == 12 ? Calendar.daysOf(year + 1, 1, 1) : Calendar.daysOf(year, a + 1, 1);
                    while (day >= next) {
                        day -= 7;
                    }
                    days = day;
                }
                case 'J' -> days = Calendar.daysOf(year, 1, 1) + a - 1 + (a > 59 && Calendar.isLeap(year) ? 1 : 0);
                default -> days = Calendar.daysOf(year, 1, 1) + a;
            }
            return days * 86_400 + time;
        }
    }

    private PosixRule(final Zone.Kind standard, final Zone.Kind daylight, final Change start, final Change end) {
        this.standard = standard;
        this.daylight = daylight;
        this.start = start;
        this.end = end;
    }

    Zone.Kind standard() {
        return standard;
    }

    /** Null where there is no summer time. */
    Zone.Kind daylight() {
        return daylight;
    }

    Zone.Kind at(final long seconds) {
        if (daylight == null) {
            return standard;
        }
        // glibc's compute_change (time/tzset.c) knows no year before 1970.
        final long year = Math.max(1970, Calendar.of(seconds, standard.offset(), 0, null).year());
        final long on = start.in(year) - standard.offset();
        final long off = end.in(year) - daylight.offset();
        final boolean summer = on < off ? seconds >= on && seconds < off : seconds < off || seconds >= on;
        return summer ? daylight : standard;
    }

    /** The rule, or null if the text is none. */
    static PosixRule parse(final String text) {
        try {
            return new Scanner(text).rule();
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            return null;
        }
    }

    private static final class Scanner {
        private final String text;
        private int at;

        Scanner(final String text) {
            this.text = text;
        }

        PosixRule rule() {
            final String name = name();
            final int offset = -time();
            final Zone.Kind standard = new Zone.Kind(offset, false, name);
            if (at == text.length()) {
                return new PosixRule(standard, null, null, null);
            }
            final String summerName = name();
            int summerOffset = offset + HOUR;
            if (at < text.length() && text.charAt(at) != ',') {
                summerOffset = -time();
            }
            final Zone.Kind summer = new Zone.Kind(summerOffset, true, summerName);
            Change start = new Change('M', 3, 2, 0, 2 * HOUR);
            Change end = new Change('M', 11, 1, 0, 2 * HOUR);
            if (at < text.length()) {
                expect(',');
                start = change();
                expect(',');
                end = change();
            }
            if (at != text.length()) {
                throw new IllegalArgumentException(text);
            }
            return new PosixRule(standard, summer, start, end);
        }

        private String name() {
            final int from = at;
            if (text.charAt(at) == '<') {
                at = text.indexOf('>', at) + 1;
                if (at == 0) {
                    throw new IllegalArgumentException(text);
                }
                return text.substring(from + 1, at - 1);
            }
            while (at < text.length() && isLetter(text.charAt(at))) {
                at++;
            }
            if (at - from < 3) {
                throw new IllegalArgumentException(text);
            }
            return text.substring(from, at);
        }

        private static boolean isLetter(final char c) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
        }

        private int time() {
            int sign = 1;
            if (text.charAt(at) == '-' || text.charAt(at) == '+') {
                sign = text.charAt(at++) == '-' ? -1 : 1;
            }
            int seconds = number() * HOUR;
            if (at < text.length() && text.charAt(at) == ':') {
                at++;
                seconds += number() * 60;
                if (at < text.length() && text.charAt(at) == ':') {
                    at++;
                    seconds += number();
                }
            }
            return sign * seconds;
        }

        private Change change() {
            char form = text.charAt(at);
            int a;
            int b = 0;
            int c = 0;
            if (form == 'M') {
                at++;
                a = number();
                expect('.');
                b = number();
                expect('.');
                c = number();
            } else if (form == 'J') {
                at++;
                a = number();
            } else {
                form = 'n';
                a = number();
            }
            int time = 2 * HOUR;
            if (at < text.length() && text.charAt(at) == '/') {
                at++;
                time = time();
            }
            return new Change(form, a, b, c, time);
        }

        private int number() {
            final int from = at;
            int value = 0;
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                value = value * 10 + text.charAt(at++) - '0';
            }
            if (at == from || at - from > 4) {
                throw new IllegalArgumentException(text);
            }
            return value;
        }

        private void expect(final char c) {
            if (text.charAt(at++) != c) {
                throw new IllegalArgumentException(text);
            }
        }
    }
}
