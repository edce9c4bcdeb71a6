package dev.adder.stdlib.time;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.expose.Text;
import dev.adder.language.text.Str;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyFloat;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.objects.PyStructSequence;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import java.math.BigInteger;

/** The module {@code time} (CPython's Modules/timemodule.c). */
@PyModuleSpec("time")
public final class TimeModule extends NativeModule {
    static final PyType STRUCT_TIME = PyStructSequence.define("struct_time", "time", 9, "tm_year", "tm_mon", "tm_mday",
            "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst", "tm_zone", "tm_gmtoff");

    private static final double NANOS = 1e9;
    private static final long BILLION = 1_000_000_000L;
    private static final int EOVERFLOW = 75;

    private Zone zone = Zone.UTC;
    private PyDict namespace;

    @Override
    public BuiltinTable table() {
        return new TimeModuleTable();
    }

    @Override
    public void init(final ThreadState ts, final PyModule module) {
        namespace = module.dict();
        namespace.putStr("struct_time", STRUCT_TIME);
        namespace.putStr("_STRUCT_TM_ITEMS", 11L);
        Clocks.define(namespace);
        setZone(System.getenv("TZ"));
    }

    /** CPython's {@code init_timezone}: standard and summer time are what January and July say. */
    private void setZone(final String tz) {
        zone = Zone.of(tz);
        final long period = (365L * 24 + 6) * 3600;
        final long winter = Math.floorDiv(System.currentTimeMillis() / 1000, period) * period;
        Zone.Kind standard = zone.at(winter);
        Zone.Kind summer = zone.at(winter + period / 2);
        if (standard.offset() > summer.offset()) {
            final Zone.Kind swapped = standard;
            standard = summer;
            summer = swapped;
        }
        namespace.putStr("timezone", (long) -standard.offset());
        namespace.putStr("altzone", (long) -summer.offset());
        namespace.putStr("daylight", standard.offset() == summer.offset() ? 0L : 1L);
        namespace.putStr("tzname", PyTuple.of(Str.fromNameKey(standard.name()), Str.fromNameKey(summer.name())));
    }

    @PyFunction("tzset($self, /)")
    void tzset(final ThreadState ts) {
        String tz = System.getenv("TZ");
        final Object os = ts.interp.modules.getStr("os");
        if (os != null) {
            final Object found = Calls.method1(ts, PyObjects.getAttr(ts, os, "environ"), "get", "TZ");
            tz = found == PyNone.NONE ? null : Str.toJava(PyObjects.textOf(found));
        }
        setZone(tz);
    }

    // ---- clocks ----

    @PyFunction("time($self, /)")
    static double time() {
        return Clocks.realNanos() / NANOS;
    }

    @PyFunction("time_ns($self, /)")
    static long timeNs() {
        return Clocks.realNanos();
    }

    @PyFunction("monotonic($self, /)")
    static double monotonic() {
        return System.nanoTime() / NANOS;
    }

    @PyFunction("monotonic_ns($self, /)")
    static long monotonicNs() {
        return System.nanoTime();
    }

    @PyFunction("perf_counter($self, /)")
    static double perfCounter() {
        return System.nanoTime() / NANOS;
    }

    @PyFunction("perf_counter_ns($self, /)")
    static long perfCounterNs() {
        return System.nanoTime();
    }

    @PyFunction("process_time($self, /)")
    static double processTime() {
        return Clocks.processNanos() / NANOS;
    }

    @PyFunction("process_time_ns($self, /)")
    static long processTimeNs() {
        return Clocks.processNanos();
    }

    @PyFunction("thread_time($self, /)")
    static double threadTime() {
        return Clocks.threadNanos() / NANOS;
    }

    @PyFunction("thread_time_ns($self, /)")
    static long threadTimeNs() {
        return Clocks.threadNanos();
    }

    @PyFunction("clock_gettime($module, clk_id, /)")
    static double clockGettime(final ThreadState ts, final Object clock) {
        return Clocks.nanos(ts, clock) / NANOS;
    }

    @PyFunction("clock_gettime_ns($module, clk_id, /)")
    static long clockGettimeNs(final ThreadState ts, final Object clock) {
        return Clocks.nanos(ts, clock);
    }

    @PyFunction(value = "clock_getres(clk_id, /)", hidden = true)
    static double clockGetres(final ThreadState ts, final Object clock) {
        Clocks.nanos(ts, clock);
        return 1 / NANOS;
    }

    @PyFunction(value = "get_clock_info(name, /)", hidden = true)
    static Object getClockInfo(final ThreadState ts, @Text final Object name) {
        final String key = Str.toJava(PyObjects.textOf(name));
        final String clock = switch (key) {
            case "time" -> "CLOCK_REALTIME";
            case "monotonic", "perf_counter" -> "CLOCK_MONOTONIC";
            case "process_time" -> "CLOCK_PROCESS_CPUTIME_ID";
            case "thread_time" -> "CLOCK_THREAD_CPUTIME_ID";
            default -> throw Errors.valueError("unknown clock");
        };
        final Object sys = ts.interp.modules.getStr("sys");
        final PyType simple = PyType.of(PyObjects.getAttr(ts, sys, "implementation"));
        return Calls.call(ts, simple, new Object[] {"clock_gettime(" + clock + ")", !key.equals("time"),
            key.equals("time"), 1 / NANOS}, new String[] {"implementation", "monotonic", "adjustable", "resolution"});
    }

    @PyFunction("sleep($self, object, /)")
    static void sleep(final ThreadState ts, final Object seconds) {
        final long nanos = sleepNanos(ts, seconds);
        if (nanos < 0) {
            throw Errors.valueError("sleep length must be non-negative");
        }
        Sleeping.sleep(ts, nanos);
    }

    /** {@code _PyTime_FromSecondsObject}, rounded up. */
    private static long sleepNanos(final ThreadState ts, final Object seconds) {
        if (PyType.of(seconds).isSubtypeOf(PyFloat.TYPE)) {
            final double value = PyNumber.asDouble(ts, seconds);
            if (Double.isNaN(value)) {
                throw Errors.valueError("Invalid value NaN (not a number)");
            }
            final double nanos = value < 0 ? Math.floor(value * NANOS) : Math.ceil(value * NANOS);
            if (nanos >= 0x1p63 || nanos < -0x1p63) {
                throw Errors.overflowError("timestamp out of range for platform time_t");
            }
            return (long) nanos;
        }
        final Object whole;
        try {
            whole = PyNumber.index(ts, seconds);
        } catch (PyRaise e) {
            if (Errors.matches(e, ExceptionTypes.TYPE_ERROR)) {
                throw Errors.typeError("'" + PyType.of(seconds).name()
                        + "' object cannot be interpreted as an integer or float");
            }
            throw e;
        }
        if (whole instanceof BigInteger || Math.abs((Long) whole) > Long.MAX_VALUE / BILLION) {
            throw Errors.overflowError("timestamp too large to convert to C PyTime_t");
        }
        return (Long) whole * BILLION;
    }

    // ---- calendar ----

    @PyFunction(value = "gmtime(seconds=None, /)", hidden = true)
    static Object gmtime(final ThreadState ts, final Object seconds) {
        return structure(Calendar.of(moment(ts, seconds), 0, 0, "GMT"));
    }

    @PyFunction(value = "localtime(seconds=None, /)", hidden = true)
    Object localtime(final ThreadState ts, final Object seconds) {
        return structure(zone.local(moment(ts, seconds)));
    }

    @PyFunction(value = "ctime(seconds=None, /)", hidden = true)
    Object ctime(final ThreadState ts, final Object seconds) {
        return TimeTuples.asctime(zone.local(moment(ts, seconds)));
    }

    @PyFunction(value = "asctime(tuple=<unrepresentable>, /)", hidden = true)
    Object asctime(final ThreadState ts, final Object tuple) {
        return TimeTuples.asctime(tuple == null ? zone.local(System.currentTimeMillis() / 1000)
                : TimeTuples.checked(TimeTuples.read(ts, tuple, "asctime")));
    }

    @PyFunction("mktime($self, object, /)")
    double mktime(final ThreadState ts, final Object tuple) {
        final long[] t = TimeTuples.read(ts, tuple, "mktime").fields();
        final long moment = zone.moment(t[0], t[1], t[2], t[3], t[4], t[5], Long.signum(t[8]));
        return moment;
    }

    @PyFunction(value = "strftime(format, tuple=<unrepresentable>, /)", hidden = true)
    Object strftime(final ThreadState ts, @Text final Object format, final Object tuple) {
        final Calendar t;
        if (tuple == null) {
            t = zone.local(System.currentTimeMillis() / 1000);
        } else {
            final TimeTuples.Fields given = TimeTuples.read(ts, tuple, "strftime");
            Calendar read = TimeTuples.checked(given);
            if (read.zone() == null && read.daylight() >= 0) {
                read = new Calendar(read.year(), read.month(), read.day(), read.hour(), read.minute(), read.second(),
                        read.weekday(), read.yearDay(), read.daylight(), zone.name(read.daylight() > 0),
                        read.offset());
            }
            t = read;
        }
        final String text = Str.toJava(PyObjects.textOf(format));
        final long moment = text.contains("s") ? zone.moment(t.year(), t.month(), t.day(), t.hour(), t.minute(),
                t.second(), t.daylight()) : 0;
        return Str.ofUtf16(Strftime.format(text, t, moment));
    }

    @PyFunction(value = "strptime(string, format='%a %b %d %H:%M:%S %Y', /)", hidden = true)
    static Object strptime(final ThreadState ts, final Object string, final Object format) {
        final Object importer = ts.interp.builtins().getStr("__import__");
        final Object parser = Calls.call1(ts, importer, "_strptime");
        return Calls.call2(ts, PyObjects.getAttr(ts, parser, "_strptime_time"), string, format);
    }

    private static Object structure(final Calendar t) {
        return PyStructSequence.make(STRUCT_TIME, t.year(), (long) t.month(), (long) t.day(), (long) t.hour(),
                (long) t.minute(), (long) t.second(), (long) t.weekday(), (long) t.yearDay(), (long) t.daylight(),
                Str.fromNameKey(t.zone()), t.offset());
    }

    /** {@code _PyTime_ObjectToTime_t}, rounded down; None is now. */
    private static long moment(final ThreadState ts, final Object seconds) {
        if (seconds == PyNone.NONE) {
            return Math.floorDiv(System.currentTimeMillis(), 1000L);
        }
        final long moment;
        if (PyType.of(seconds).isSubtypeOf(PyFloat.TYPE)) {
            final double value = Math.floor(PyNumber.asDouble(ts, seconds));
            if (Double.isNaN(value)) {
                throw Errors.valueError("Invalid value NaN (not a number)");
            }
            if (value >= 0x1p63 || value < -0x1p63) {
                throw Errors.overflowError("timestamp out of range for platform time_t");
            }
            moment = (long) value;
        } else if (PyNumber.index(ts, seconds) instanceof Long whole) {
            moment = whole;
        } else {
            throw Errors.overflowError("timestamp out of range for platform time_t");
        }
        // The year must fit into a C int.
        if (Math.abs(moment) > 67_768_036_191_676_799L) {
            throw Errors.withArgs(ExceptionTypes.OS_ERROR, (long) EOVERFLOW,
                    "Value too large for defined data type");
        }
        return moment;
    }
}
