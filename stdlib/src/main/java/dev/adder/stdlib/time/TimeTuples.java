package dev.adder.stdlib.time;

import dev.adder.language.text.Str;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import java.math.BigInteger;

/** Time tuples given by the program: {@code gettmarg} and {@code checktm} of CPython's Modules/timemodule.c. */
final class TimeTuples {

    /**
     * The nine fields as given (year, month, day, hour, minute, second, weekday, day of the year, daylight).
     *
     * @param zone null where the tuple has none
     */
    record Fields(long[] fields, String zone, long offset) {
    }

    private TimeTuples() {
    }

    static Fields read(final ThreadState ts, final Object tuple, final String function) {
        if (!(tuple instanceof PyTuple t)) {
            throw Errors.typeError("Tuple or struct_time argument required");
        }
        if (t.size() != 9) {
            throw Errors.typeError(function + "(): illegal time tuple argument");
        }
        final long[] fields = new long[9];
        for (int i = 0; i < 9; i++) {
            fields[i] = cInt(ts, t.items()[i]);
        }
        if (fields[0] < Integer.MIN_VALUE + 1900L) {
            throw Errors.overflowError("year out of range");
        }
        String zone = null;
        long offset = 0;
        if (t.type() == TimeModule.STRUCT_TIME) {
            final Object name = PyObjects.getAttr(ts, t, "tm_zone");
            zone = name == PyNone.NONE ? null : Str.toJava(PyObjects.textOf(name));
            final Object east = PyObjects.getAttr(ts, t, "tm_gmtoff");
            offset = east == PyNone.NONE ? 0 : PyNumber.asSsize(ts, east);
        }
        return new Fields(fields, zone, offset);
    }

    /** The format unit {@code i} of {@code PyArg_ParseTuple}. */
    private static int cInt(final ThreadState ts, final Object value) {
        final Object whole = PyNumber.index(ts, value);
        if (whole instanceof BigInteger) {
            throw Errors.overflowError("Python int too large to convert to C long");
        }
        final long n = (Long) whole;
        if (n > Integer.MAX_VALUE) {
            throw Errors.overflowError("signed integer is greater than maximum");
        }
        if (n < Integer.MIN_VALUE) {
            throw Errors.overflowError("signed integer is less than minimum");
        }
        return (int) n;
    }

    /** In range, with month, day and day of the year 0 taken for 1. */
    static Calendar checked(final Fields given) {
        final long[] f = given.fields();
        final int weekday = (int) ((f[6] + 1) % 7);
        final long month = f[1] == 0 ? 1 : f[1];
        final long day = f[2] == 0 ? 1 : f[2];
        final long yearDay = f[7] == 0 ? 1 : f[7];
        check(month >= 1 && month <= 12, "month out of range");
        check(day >= 0 && day <= 31, "day of month out of range");
        check(f[3] >= 0 && f[3] <= 23, "hour out of range");
        check(f[4] >= 0 && f[4] <= 59, "minute out of range");
        check(f[5] >= 0 && f[5] <= 61, "seconds out of range");
        check(weekday >= 0, "day of week out of range");
        check(yearDay >= 1 && yearDay <= 366, "day of year out of range");
        return new Calendar(f[0], (int) month, (int) day, (int) f[3], (int) f[4], (int) f[5], (weekday + 6) % 7,
                (int) yearDay, Long.signum(f[8]), given.zone(), given.offset());
    }

    private static void check(final boolean good, final String complaint) {
        if (!good) {
            throw Errors.valueError(complaint);
        }
    }

    static String asctime(final Calendar t) {
        final StringBuilder text = new StringBuilder(26);
        text.append(Strftime.dayName(t.weekday())).append(' ').append(Strftime.monthName(t.month()));
        text.append(t.day() < 10 ? "  " : " ").append(t.day()).append(' ');
        two(text, t.hour()).append(':');
        two(text, t.minute()).append(':');
        two(text, t.second()).append(' ').append(t.year());
        return text.toString();
    }

    private static StringBuilder two(final StringBuilder text, final int value) {
        return text.append(value < 10 ? "0" : "").append(value);
    }
}
