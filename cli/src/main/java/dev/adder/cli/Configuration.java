package dev.adder.cli;

import dev.adder.language.text.Str;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.modules.ImageFile;
import dev.adder.runtime.modules.LibraryImage;
import dev.adder.runtime.modules.SysOptions;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.text.SipHash;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What command line and environment ask for together: CPython's Python/initconfig.c. */
final class Configuration {
    private static final String BAD_SEED = "config_init_hash_seed: PYTHONHASHSEED must be \"random\" or an integer in "
            + "range [0; 4294967295]";

    private final Options options;
    private final Settings settings = new Settings(this);
    private final String home = System.getProperty("adder.home", ".");

    Configuration(final Options options) {
        this.options = options;
    }

    /** A PYTHON* variable; null if it is not set, empty, or to be ignored. */
    String variable(final String name) {
        if (options.ignoreEnvironment()) {
            return null;
        }
        final String value = System.getenv(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** {@code _Py_get_env_flag}: what is no number counts as 1. */
    private int level(final int given, final String name) {
        final String value = variable(name);
        if (value == null) {
            return given;
        }
        final Integer level = Settings.number(value);
        return Math.max(given, level == null || level < 0 ? 1 : level);
    }

    private boolean isOn(final boolean given, final String name) {
        return given || level(0, name) > 0;
    }

    private static long flag(final boolean on) {
        return on ? 1 : 0;
    }

    boolean inspect() {
        return isOn(options.inspect(), "PYTHONINSPECT");
    }

    boolean isVerbose() {
        return level(options.verbose(), "PYTHONVERBOSE") > 0;
    }

    boolean unbuffered() {
        return isOn(options.unbuffered(), "PYTHONUNBUFFERED");
    }

    boolean safePath() {
        return options.safePath() || variable("PYTHONSAFEPATH") != null;
    }

    private boolean isDevelopment() {
        return xOption("dev") != null || variable("PYTHONDEVMODE") != null;
    }

    /** The value of {@code -X key=value}, empty for {@code -X key}, null if it is not given. */
    String xOption(final String key) {
        String found = null;
        for (final String option : options.xOptions()) {
            if (option.equals(key)) {
                found = "";
            } else if (option.startsWith(key + "=")) {
                found = option.substring(key.length() + 1);
            }
        }
        return found;
    }

    /** The folder of the pure-Python library. */
    Path library() {
        return Path.of(home, "target", "cpython", "lib", "python3.14");
    }

    String executable() {
        return System.getProperty("adder.executable", home + "/adder");
    }

    /** The library lowered at build time, or null. */
    LibraryImage image() {
        final String file = System.getProperty("adder.image");
        return file == null ? null : ImageFile.open(Path.of(file));
    }

    SipHash hashKey() throws Settings.Fatal {
        final String seed = variable("PYTHONHASHSEED");
        if (seed == null || seed.equals("random")) {
            return SipHash.ofRandom();
        }
        try {
            final long number = Long.parseLong(seed.stripLeading());
            if (number >= 0 && number <= 0xffffffffL) {
                return SipHash.ofSeed(number);
            }
        } catch (final NumberFormatException e) {
            throw Settings.bad(BAD_SEED);
        }
        throw Settings.bad(BAD_SEED);
    }

    private Map<String, Long> flags() throws Settings.Fatal {
        final Map<String, Long> flags = new HashMap<>();
        final String seed = variable("PYTHONHASHSEED");
        flags.put("optimize", (long) level(options.optimize(), "PYTHONOPTIMIZE"));
        flags.put("dont_write_bytecode", flag(isOn(options.dontWriteBytecode(), "PYTHONDONTWRITEBYTECODE")));
        flags.put("debug", flag(isOn(options.parserDebug(), "PYTHONDEBUG")));
        flags.put("inspect", flag(inspect()));
        flags.put("interactive", flag(options.inspect()));
        flags.put("no_user_site", flag(isOn(options.noUserSite(), "PYTHONNOUSERSITE")));
        flags.put("no_site", flag(options.noSite()));
        flags.put("ignore_environment", flag(options.ignoreEnvironment()));
        flags.put("verbose", (long) level(options.verbose(), "PYTHONVERBOSE"));
        flags.put("import_time", (long) settings.importTime());
        flags.put("bytes_warning", (long) options.bytesWarning());
        flags.put("quiet", flag(options.quiet()));
        flags.put("hash_randomization", flag(!"0".equals(seed)));
        flags.put("isolated", flag(options.isolated()));
        flags.put("dev_mode", flag(isDevelopment()));
        flags.put("utf8_mode", flag(utf8Mode()));
        flags.put("safe_path", flag(safePath()));
        flags.put("int_max_str_digits", (long) settings.intMaxStrDigits());
        flags.put("cpu_count", (long) settings.cpuCount());
        flags.put("warn_default_encoding",
                flag(xOption("warn_default_encoding") != null || variable("PYTHONWARNDEFAULTENCODING") != null));
        flags.put("thread_inherit_context", flag(settings.inheritsContext()));
        flags.put("context_aware_warnings", flag(settings.hasAwareWarnings()));
        return flags;
    }

    /** PEP 540: asked for, or the locale is C's (which the launcher tells, before it changes that). */
    private boolean utf8Mode() throws Settings.Fatal {
        final int asked = settings.utf8Mode();
        if (asked >= 0) {
            return asked == 1;
        }
        final String all = System.getenv("LC_ALL");
        return all == null || all.isEmpty() ? System.getProperty("adder.c.locale") != null
                : all.equals("C") || all.equals("POSIX");
    }

    private String[] warnings() {
        final List<String> all = new ArrayList<>();
        if (isDevelopment()) {
            all.add("default");
        }
        final String fromEnvironment = variable("PYTHONWARNINGS");
        if (fromEnvironment != null) {
            all.addAll(List.of(fromEnvironment.split(",")));
        }
        all.addAll(options.warnOptions());
        if (options.bytesWarning() > 0) {
            all.add(options.bytesWarning() > 1 ? "error::BytesWarning" : "default::BytesWarning");
        }
        return all.toArray(new String[0]);
    }

    boolean hasWarningOptions() {
        return warnings().length > 0;
    }

    private String[] path() {
        final List<String> path = new ArrayList<>();
        final String more = variable("PYTHONPATH");
        if (more != null) {
            path.addAll(List.of(more.split(":", -1)));
        }
        path.add(library().toString());
        return path.toArray(new String[0]);
    }

    private Object[] argv() {
        final List<String> rest = options.argv();
        final Object[] argv = new Object[rest.size() + 1];
        argv[0] = switch (options.action()) {
            case COMMAND -> "-c";
            case MODULE -> "-m";
            default -> options.subject() == null ? "" : Str.ofUtf16(options.subject());
        };
        for (int i = 0; i < rest.size(); i++) {
            argv[i + 1] = Str.ofUtf16(rest.get(i));
        }
        return argv;
    }

    SysOptions sysOptions(final String[] arguments) throws Settings.Fatal {
        settings.check();
        final PyDict x = new PyDict();
        for (final String option : options.xOptions()) {
            final int eq = option.indexOf('=');
            x.putStr(eq < 0 ? option : option.substring(0, eq),
                    eq < 0 ? Boolean.TRUE : Str.ofUtf16(option.substring(eq + 1)));
        }
        final Object[] original = new Object[arguments.length + 1];
        original[0] = executable();
        for (int i = 0; i < arguments.length; i++) {
            original[i + 1] = Str.ofUtf16(arguments[i]);
        }
        final String cache = xOption("pycache_prefix") != null ? xOption("pycache_prefix")
                : variable("PYTHONPYCACHEPREFIX");
        final Path library = library();
        return new SysOptions(argv(), original, path(), executable(), library.getParent().getParent().toString(),
                library.toString(), cache == null || cache.isEmpty() ? PyNone.NONE : Str.ofUtf16(cache), warnings(), x,
                flags());
    }
}
