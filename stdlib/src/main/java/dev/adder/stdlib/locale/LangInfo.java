package dev.adder.stdlib.locale;

import dev.adder.runtime.objects.PyDict;

/** {@code nl_langinfo} of the C locale, with glibc's numbers. */
final class LangInfo {
    static final int CODESET = 14;

    private static final int TIME = 0x20000;
    private static final String[] DAYS = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
        "Saturday"};
    private static final String[] MONTHS = {"January", "February", "March", "April", "May", "June", "July", "August",
        "September", "October", "November", "December"};
    /** Name, number, text. */
    private static final Object[][] OTHERS = {
        {"RADIXCHAR", 65536, "."}, {"THOUSEP", 65537, ""}, {"CRNCYSTR", 262159, "-"},
        {"D_T_FMT", TIME + 40, "%a %b %e %H:%M:%S %Y"}, {"D_FMT", TIME + 41, "%m/%d/%y"},
        {"T_FMT", TIME + 42, "%H:%M:%S"}, {"AM_STR", TIME + 38, "AM"}, {"PM_STR", TIME + 39, "PM"},
        {"T_FMT_AMPM", TIME + 43, "%I:%M:%S %p"}, {"ERA", TIME + 44, ""}, {"ERA_D_FMT", TIME + 46, ""},
        {"ALT_DIGITS", TIME + 47, ""}, {"ERA_D_T_FMT", TIME + 48, ""}, {"ERA_T_FMT", TIME + 49, ""},
        {"YESEXPR", 327680, "^[yY]"}, {"NOEXPR", 327681, "^[nN]"},
        {"_DATE_FMT", TIME + 108, "%a %b %e %H:%M:%S %Z %Y"},
    };

    private LangInfo() {
    }

    static void define(final PyDict namespace) {
        for (int i = 0; i < DAYS.length; i++) {
            namespace.putStr(("ABDAY_" + (i + 1)).intern(), (long) TIME + i);
            namespace.putStr(("DAY_" + (i + 1)).intern(), (long) TIME + 7 + i);
        }
        for (int i = 0; i < MONTHS.length; i++) {
            namespace.putStr(("ABMON_" + (i + 1)).intern(), (long) TIME + 14 + i);
            namespace.putStr(("MON_" + (i + 1)).intern(), (long) TIME + 26 + i);
        }
        namespace.putStr("CODESET", (long) CODESET);
        for (final Object[] row : OTHERS) {
            namespace.putStr((String) row[0], (long) (Integer) row[1]);
        }
    }

    /** Null for a number that is none. */
    static String get(final int key) {
        final int i = key - TIME;
        if (i >= 0 && i < 7) {
            return DAYS[i].substring(0, 3);
        }
        if (i >= 7 && i < 14) {
            return DAYS[i - 7];
        }
        if (i >= 14 && i < 26) {
            return MONTHS[i - 14].substring(0, 3);
        }
        if (i >= 26 && i < 38) {
            return MONTHS[i - 26];
        }
        for (final Object[] row : OTHERS) {
            if ((Integer) row[1] == key) {
                return (String) row[2];
            }
        }
        return null;
    }
}
