package dev.adder.stdlib.time;

/**
 * A moment in the proleptic Gregorian calendar: C's {@code struct tm} with the year and month counted as Python does.
 *
 * @param weekday Monday is 0
 * @param yearDay from 1
 * @param daylight 1 or 0, -1 unknown
 * @param zone the zone's abbreviation, or null
 * @param offset seconds east of UTC
 */
record Calendar(long year, int month, int day, int hour, int minute, int second, int weekday, int yearDay,
        int daylight, String zone, long offset) {

    private static final long DAY = 86_400;
    private static final int ERA = 146_097;
    private static final int[] BEFORE = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};

    static boolean isLeap(final long year) {
        return (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    /** Days from 1970-01-01 to the day; the month counts from 1. Algorithm: H. Hinnant, days_from_civil. */
    static long daysOf(final long year, final int month, final int day) {
        final long y = month <= 2 ? year - 1 : year;
        final long era = Math.floorDiv(y, 400L);
        final long yearOfEra = y - era * 400;
        final long dayOfYear = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        final long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * ERA + dayOfEra - 719_468;
    }

    /** The calendar's fields for seconds since the epoch, in a zone that is {@code offset} seconds east. */
    static Calendar of(final long seconds, final long offset, final int daylight, final String zone) {
        final long local = seconds + offset;
        final long days = Math.floorDiv(local, DAY);
        final int rest = (int) Math.floorMod(local, DAY);
        final long z = days + 719_468;
        final long era = Math.floorDiv(z, (long) ERA);
        final long dayOfEra = z - era * ERA;
        final long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        final long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        final long shifted = (5 * dayOfYear + 2) / 153;
        final int day = (int) (dayOfYear - (153 * shifted + 2) / 5 + 1);
        final int month = (int) (shifted < 10 ? shifted + 3 : shifted - 9);
        final long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        final int weekday = (int) Math.floorMod(days + 3, 7L);
        final int yearDay = BEFORE[month - 1] + day + (month > 2 && isLeap(year) ? 1 : 0);
        return new Calendar(year, month, day, rest / 3600, rest / 60 % 60, rest % 60, weekday, yearDay, daylight, zone,
                offset);
    }
}
