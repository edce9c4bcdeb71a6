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
    private static final String BAD_SEED = "Fatal Python error: config_init_hash_seed: PYTHONHASHSEED must be \"random\" "
            + "or an integer in range [0; 4294967295]\nPython runtime state: preinitialized\n";

    /** A setting that the program cannot start with; the text is for standard error. */
    static final class Fatal extends Exception {
        private static final long serialVersionUID = 1;

        Fatal(final String message) {
            super(message, null, false, false);
        }
    }

    private final Options options;
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

    private int level(final int given, final String name) {
        final String value = variable(name);
        if (value == null) {
            return given;
        }
        int level = 1;
        try {
            level = Integer.parseInt(value);
        } catch (final NumberFormatException e) {
            // Any other text counts as 1.
            level = 1;
        }
        return Math.max(given, Math.max(level, 0));
    }

    private long switched(final boolean given, final String name) {
        return given || variable(name) != null ? 1 : 0;
    }

    boolean inspect() {
        return switched(options.inspect(), "PYTHONINSPECT") == 1;
    }

    boolean unbuffered() {
        return switched(options.unbuffered(), "PYTHONUNBUFFERED") == 1;
    }

    boolean safePath() {
        return switched(options.safePath(), "PYTHONSAFEPATH") == 1;
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

    SipHash hashKey() throws Fatal {
        final String seed = variable("PYTHONHASHSEED");
        if (seed == null || seed.equals("random")) {
            return SipHash.ofRandom();
        }
        try {
            final long number = Long.parseLong(seed);
            if (number >= 0 && number <= 0xffffffffL) {
                return SipHash.ofSeed(number);
            }
        } catch (final NumberFormatException e) {
            throw new Fatal(BAD_SEED);
        }
        throw new Fatal(BAD_SEED);
    }

    private Map<String, Long> flags() {
        final Map<String, Long> flags = new HashMap<>();
        final boolean dev = xOption("dev") != null || variable("PYTHONDEVMODE") != null;
        final String seed = variable("PYTHONHASHSEED");
        flags.put("optimize", (long) level(options.optimize(), "PYTHONOPTIMIZE"));
        flags.put("dont_write_bytecode", switched(options.dontWriteBytecode(), "PYTHONDONTWRITEBYTECODE"));
        flags.put("inspect", inspect() ? 1L : 0L);
        flags.put("interactive", options.inspect() ? 1L : 0L);
        flags.put("no_user_site", switched(options.noUserSite(), "PYTHONNOUSERSITE"));
        flags.put("no_site", options.noSite() ? 1L : 0L);
        flags.put("ignore_environment", options.ignoreEnvironment() ? 1L : 0L);
        flags.put("verbose", (long) level(options.verbose(), "PYTHONVERBOSE"));
        flags.put("bytes_warning", (long) options.bytesWarning());
        flags.put("quiet", options.quiet() ? 1L : 0L);
        flags.put("hash_randomization", "0".equals(seed) ? 0L : 1L);
        flags.put("isolated", options.isolated() ? 1L : 0L);
        flags.put("dev_mode", dev ? 1L : 0L);
        flags.put("utf8_mode", utf8Mode() ? 1L : 0L);
        flags.put("safe_path", safePath() ? 1L : 0L);
        return flags;
    }

    /** PEP 540: asked for, or the locale is C's (which the launcher tells, before it changes that). */
    private boolean utf8Mode() {
        final String asked = xOption("utf8") != null ? xOption("utf8") : variable("PYTHONUTF8");
        if (asked != null) {
            return !asked.equals("0");
        }
        final String all = System.getenv("LC_ALL");
        return all == null || all.isEmpty() ? System.getProperty("adder.c.locale") != null
                : all.equals("C") || all.equals("POSIX");
    }

    private String[] warnings() {
        final List<String> all = new ArrayList<>();
        if (xOption("dev") != null || variable("PYTHONDEVMODE") != null) {
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

    SysOptions sysOptions(final String[] arguments) {
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
