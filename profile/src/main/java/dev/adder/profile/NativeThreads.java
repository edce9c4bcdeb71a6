package dev.adder.profile;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** CPU time of the process's threads by what they are for, as Linux counts it; nothing elsewhere. */
final class NativeThreads {
    private static final Path TASKS = Path.of("/proc/self/task");
    private static final double TICK = 0.01;

    private final Map<String, Double> first = new HashMap<>();
    private final Map<String, Double> last = new HashMap<>();
    private final Map<String, String> uses = new HashMap<>();
    private int looks;

    /** Looks at all threads; one that ended before the second look is not counted. */
    void look() {
        if (!Files.isDirectory(TASKS)) {
            return;
        }
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
            for (final Path task : tasks) {
                read(task);
            }
        } catch (final IOException e) {
            // No such listing here: nothing is said of these threads.
            return;
        }
        looks++;
    }

    private void read(final Path task) {
        final String stat;
        try {
            stat = Files.readString(task.resolve("stat"), java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (final IOException e) {
            // It has just ended.
            return;
        }
        final int close = stat.lastIndexOf(')');
        final String use = use(stat.substring(stat.indexOf('(') + 1, close));
        if (use == null) {
            return;
        }
        final String[] fields = stat.substring(close + 2).split(" ");
        final double seconds = (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * TICK;
        final String id = task.getFileName().toString();
        // A thread that the first look did not see counts from its beginning.
        first.putIfAbsent(id, looks == 0 ? seconds : 0);
        last.put(id, seconds);
        uses.put(id, use);
    }

    private static String use(final String name) {
        if (name.startsWith("C1 Comp") || name.startsWith("C2 Comp")) {
            return "HotSpot's compilers";
        }
        if (name.startsWith("GC ") || name.startsWith("ParGC") || name.startsWith("G1 ")) {
            return "garbage collector";
        }
        if (name.startsWith("adder-jit")) {
            return "Adder's compiler";
        }
        if (name.startsWith("JFR ") || name.startsWith("adder-profile")) {
            return "this profiler";
        }
        return null;
    }

    /** Seconds by use, in a fixed order. */
    Map<String, Double> seconds() {
        final Map<String, Double> all = new LinkedHashMap<>();
        for (final String use : new String[] {"Adder's compiler", "HotSpot's compilers", "garbage collector",
            "this profiler"}) {
            all.put(use, 0.0);
        }
        last.forEach((id, t) -> all.merge(uses.get(id), t - first.get(id), Double::sum));
        return all;
    }
}
