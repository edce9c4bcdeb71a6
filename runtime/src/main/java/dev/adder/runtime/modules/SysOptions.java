package dev.adder.runtime.modules;

import dev.adder.runtime.objects.PyDict;
import java.util.Map;

/**
 * What {@code sys} shows of how the interpreter was started. Texts of the command line may hold lone surrogates
 * (surrogateescape), so they are Python texts.
 *
 * @param flags the members of {@code sys.flags} that are not as usual, and {@code cpu_count} if it was given
 */
public record SysOptions(Object[] argv, Object[] originalArgv, String[] path, Object executable, Object prefix,
        Object libraryDir, Object pycachePrefix, String[] warnOptions, PyDict xOptions, Map<String, Long> flags) {
    long flag(final String name) {
        return flags.getOrDefault(name, name.equals("int_max_str_digits") ? 4300L : 0L);
    }

    /** What {@code os.cpu_count()} shall give; -1 to count. */
    long cpuCount() {
        return flags.getOrDefault("cpu_count", -1L);
    }
}
