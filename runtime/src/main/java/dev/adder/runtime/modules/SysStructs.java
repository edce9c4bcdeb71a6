package dev.adder.runtime.modules;

import dev.adder.language.text.Str;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.SimpleNamespace;
import dev.adder.runtime.objects.PyStructSequence;

/** The named tuples of {@code sys}. */
final class SysStructs {
    private static final PyType VERSION_INFO =
            PyStructSequence.define("version_info", "sys", 5, "major", "minor", "micro", "releaselevel", "serial");
    private static final String[] FLAG_NAMES = {"debug", "inspect", "interactive", "optimize", "dont_write_bytecode",
        "no_user_site", "no_site", "ignore_environment", "verbose", "bytes_warning", "quiet", "hash_randomization",
        "isolated", "dev_mode", "utf8_mode", "warn_default_encoding", "safe_path", "int_max_str_digits", "gil",
        "thread_inherit_context", "context_aware_warnings"};
    private static final PyType FLAGS = PyStructSequence.define("flags", "sys", 18, FLAG_NAMES);
    private static final PyType FLOAT_INFO = PyStructSequence.define("float_info", "sys", 11, "max",
            "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds");
    private static final PyType INT_INFO = PyStructSequence.define("int_info", "sys", 4, "bits_per_digit",
            "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold");
    private static final PyType HASH_INFO = PyStructSequence.define("hash_info", "sys", 9, "width", "modulus",
            "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff");
    private static final PyType THREAD_INFO =
            PyStructSequence.define("thread_info", "sys", 3, "name", "lock", "version");
    private static final PyType ASYNCGEN_HOOKS =
            PyStructSequence.define("asyncgen_hooks", "sys", 2, "firstiter", "finalizer");

    private SysStructs() {
    }

    static Object asyncgenHooks(final Object firstIter, final Object finalizer) {
        return PyStructSequence.make(ASYNCGEN_HOOKS, firstIter, finalizer);
    }

    static void define(final ThreadState ts, final PyDict d, final SysOptions options) {
        final PyStructSequence version = PyStructSequence.make(VERSION_INFO, 3L, 14L, 3L, "final", 0L);
        d.putStr("version_info", version);
        final Object[] flags = new Object[FLAG_NAMES.length];
        for (int i = 0; i < flags.length; i++) {
            final long v = options.flag(FLAG_NAMES[i]);
            flags[i] = switch (FLAG_NAMES[i]) {
                case "dev_mode", "safe_path" -> (Object) (v != 0);
                default -> v;
            };
        }
        d.putStr("flags", PyStructSequence.make(FLAGS, flags));
        d.putStr("float_info", PyStructSequence.make(FLOAT_INFO, Double.MAX_VALUE, 1024L, 308L, Double.MIN_NORMAL,
                -1021L, -307L, 15L,
                53L, Math.ulp(1.0), 2L, 1L));
        d.putStr("int_info", PyStructSequence.make(INT_INFO, 30L, 4L, 4300L, 640L));
        d.putStr("hash_info", PyStructSequence.make(HASH_INFO, 64L, (1L << 61) - 1, 314159L, 0L, 1000003L,
                "siphash13", 64L, 128L, 0L));
        d.putStr("thread_info", PyStructSequence.make(THREAD_INFO, "pthread", "semaphore", PyNone.NONE));
        final PyDict implementation = new PyDict();
        implementation.putStr("name", "adder");
        implementation.putStr("cache_tag", "adder-314");
        implementation.putStr("version", version);
        implementation.putStr("hexversion", 0x030e03f0L);
        implementation.putStr("_multiarch", "x86_64-linux-gnu");
        implementation.putStr("supports_isolated_interpreters", true);
        d.putStr("implementation", new SimpleNamespace(implementation));
        d.putStr("abiflags", Str.ofUtf16(""));
    }
}
