package dev.adder.cli;

/**
 * Settings that are numbers or switches, given by {@code -X} or by a variable, and what CPython says of those it cannot
 * start with (Python/initconfig.c, Python/preconfig.c).
 */
final class Settings {
    private static final int DIGITS_THRESHOLD = 640;

    /** A setting that the program cannot start with; the text is for standard error. */
    static final class Fatal extends Exception {
        private static final long serialVersionUID = 1;

        Fatal(final String message, final String state) {
            super("Fatal Python error: " + message + "\nPython runtime state: " + state + "\n", null, false, false);
        }
    }

    private final Configuration given;

    Settings(final Configuration given) {
        this.given = given;
    }

    /** Looks at all of them, in the order in which CPython does. */
    void check() throws Fatal {
        utf8Mode();
        allocator();
        importTime();
        tracemalloc();
        intMaxStrDigits();
        cpuCount();
        gil();
        inheritsContext();
        hasAwareWarnings();
        frozenModules("PYTHON_FROZEN_MODULES", given.variable("PYTHON_FROZEN_MODULES"));
        frozenModules("option -X frozen_modules", given.xOption("frozen_modules"));
    }

    static Fatal bad(final String message) {
        return new Fatal(message, "preinitialized");
    }

    /** The number that a text is to C's {@code strtol}, for those that are an int; null for others. */
    static Integer number(final String text) {
        try {
            return Integer.parseInt(text.stripLeading());
        } catch (final NumberFormatException e) {
            return null;
        }
    }

    private static void frozenModules(final String name, final String value) throws Fatal {
        if (value != null && !value.isEmpty() && !value.equals("on") && !value.equals("off")) {
            throw bad("bad value for " + name + " (expected \"on\" or \"off\")");
        }
    }

    /** 1, 0, or -1 if nothing was said. */
    int utf8Mode() throws Fatal {
        final String option = given.xOption("utf8");
        if (option != null) {
            return switch (option) {
                case "", "1" -> 1;
                case "0" -> 0;
                default -> throw new Fatal("preconfig_init_utf8_mode: invalid -X utf8 option value", "preinitializing");
            };
        }
        final String variable = given.variable("PYTHONUTF8");
        if (variable == null) {
            return -1;
        }
        return switch (variable) {
            case "1" -> 1;
            case "0" -> 0;
            default -> throw new Fatal("preconfig_init_utf8_mode: invalid PYTHONUTF8 environment variable value",
                    "preinitializing");
        };
    }

    private void allocator() throws Fatal {
        final String name = given.variable("PYTHONMALLOC");
        if (name != null) {
            switch (name) {
                case "default", "debug", "pymalloc", "pymalloc_debug", "malloc", "malloc_debug", "mimalloc",
                        "mimalloc_debug" -> {
                }
                default -> throw new Fatal("preconfig_init_allocator: PYTHONMALLOC: unknown allocator", "preinitializing");
            }
        }
    }

    /** 0, or 1 to say how long each import takes, or 2 to name also those that were there. */
    int importTime() throws Fatal {
        final String variable = given.variable("PYTHONPROFILEIMPORTTIME");
        final int setting = variable == null ? 0 : importTime(variable, "PYTHONPROFILEIMPORTTIME: numeric values");
        final String option = given.xOption("importtime");
        return option == null ? setting : importTime(option, "-X importtime: values");
    }

    /** What is no number is a 1. */
    private static int importTime(final String text, final String name) throws Fatal {
        final Integer n = number(text);
        if (n != null && (n < 0 || n > 2)) {
            throw bad("config_init_import_time: " + name + " other than 1 and 2 are reserved for future use.");
        }
        return n == null ? 1 : n;
    }

    private void tracemalloc() throws Fatal {
        final String variable = given.variable("PYTHONTRACEMALLOC");
        if (variable != null && isNegative(number(variable))) {
            throw bad("config_init_tracemalloc: PYTHONTRACEMALLOC: invalid number of frames");
        }
        final String option = given.xOption("tracemalloc");
        if (option != null && !option.isEmpty() && isNegative(number(option))) {
            throw bad("config_init_tracemalloc: -X tracemalloc=NFRAME: invalid number of frames");
        }
    }

    private static boolean isNegative(final Integer number) {
        return number == null || number < 0;
    }

    /** The limit, 4300 if nothing was said. */
    int intMaxStrDigits() throws Fatal {
        int limit = 4300;
        final String variable = given.variable("PYTHONINTMAXSTRDIGITS");
        if (variable != null) {
            limit = digits("PYTHONINTMAXSTRDIGITS", variable);
        }
        final String option = given.xOption("int_max_str_digits");
        return option == null ? limit : digits("-X int_max_str_digits", option);
    }

    private static int digits(final String name, final String text) throws Fatal {
        final Integer limit = number(text);
        if (limit == null || limit != 0 && limit < DIGITS_THRESHOLD) {
            throw bad("config_init_int_max_str_digits: " + name + ": invalid limit; must be >= " + DIGITS_THRESHOLD
                    + " or 0 for unlimited.");
        }
        return limit;
    }

    /** -1 if the processors are to be counted. */
    int cpuCount() throws Fatal {
        final int count = count(given.variable("PYTHON_CPU_COUNT"), -1);
        return count(given.xOption("cpu_count"), count);
    }

    private static int count(final String text, final int otherwise) throws Fatal {
        if (text == null) {
            return otherwise;
        }
        if (text.equals("default")) {
            return -1;
        }
        final Integer n = number(text);
        if (n == null || n < 1) {
            throw bad("config_init_cpu_count: -X cpu_count=n option: n is missing or an invalid number, n must be "
                    + "greater than 0");
        }
        return n;
    }

    /** Both values are taken: there is no lock either way. */
    private void gil() throws Fatal {
        final String option = given.xOption("gil");
        final String text = option != null ? option : given.variable("PYTHON_GIL");
        if (text != null && !text.equals("0") && !text.equals("1")) {
            throw bad("config_read_gil: PYTHON_GIL / -X gil must be \"0\" or \"1\"");
        }
    }

    boolean inheritsContext() throws Fatal {
        return isOn("thread_inherit_context", "PYTHON_THREAD_INHERIT_CONTEXT");
    }

    boolean hasAwareWarnings() throws Fatal {
        return isOn("context_aware_warnings", "PYTHON_CONTEXT_AWARE_WARNINGS");
    }

    private boolean isOn(final String key, final String name) throws Fatal {
        boolean on = false;
        final String variable = given.variable(name);
        if (variable != null) {
            on = zeroOrOne("config_init_" + key + ": " + name + "=N: N is missing or invalid", variable);
        }
        final String option = given.xOption(key);
        return option == null ? on
                : zeroOrOne("config_init_" + key + ": -X " + key + "=n: n is missing or invalid", option);
    }

    private static boolean zeroOrOne(final String message, final String text) throws Fatal {
        final Integer n = number(text);
        if (n == null || n != 0 && n != 1) {
            throw bad(message);
        }
        return n == 1;
    }
}
