package dev.adder.machine.discovery;

import dev.adder.machine.Dimension;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What holds in this container or virtual machine: CPU masks, cgroup quotas (version 1 and 2), memory limits. */
final class Limits {
    /** Above this a memory limit means none: cgroup version 1 writes a huge number. */
    private static final long NO_LIMIT = 1L << 60;

    final BitSet allowed;
    double quota = Double.NaN;
    long memory = -1;
    final List<String> sentences = new ArrayList<>();

    private final OsFiles files;

    Limits(OsFiles files, BitSet online) {
        this.files = files;
        BitSet mask = null;
        for (String line : files.lines("proc/self/status")) {
            if (line.startsWith("Cpus_allowed_list:")) {
                mask = CpuList.parse(line.substring(line.indexOf(':') + 1));
            }
        }
        if (mask == null || mask.isEmpty()) {
            allowed = online;
        } else {
            mask.and(online);
            allowed = mask.isEmpty() ? online : mask;
        }
        if (allowed.cardinality() < online.cardinality()) {
            sentences.add("The CPU mask lets this process use threads " + CpuList.text(allowed) + " only, "
                    + allowed.cardinality() + " of " + online.cardinality() + ".");
        }
        for (String line : files.lines("proc/self/cgroup")) {
            group(line);
        }
        if (!Double.isNaN(quota)) {
            sentences.add("The cgroup quota gives this process " + Dimension.digits(quota) + " processors' time.");
        }
        if (memory > 0) {
            sentences.add("The cgroup limits memory to " + Dimension.BYTES.format(memory) + ".");
        }
    }

    /**
     * One line {@code id:controllers:path}; a limit in any ancestor holds, and inside a container the path may not
     * exist.
     */
    private void group(String line) {
        int first = line.indexOf(':');
        int second = line.indexOf(':', first + 1);
        if (first < 0 || second < 0) {
            return;
        }
        String controllers = line.substring(first + 1, second);
        String path = line.substring(second + 1);
        while (true) {
            String rest = path.equals("/") ? "" : path;
            if (controllers.isEmpty()) {
                two("sys/fs/cgroup" + rest + "/");
                two("sys/fs/cgroup/unified" + rest + "/");
            } else {
                for (String controller : controllers.split(",")) {
                    one(controller, "sys/fs/cgroup/" + controller + rest + "/");
                    one(controller, "sys/fs/cgroup/" + controllers + rest + "/");
                }
            }
            if (rest.isEmpty()) {
                return;
            }
            int slash = path.lastIndexOf('/');
            path = slash <= 0 ? "/" : path.substring(0, slash);
        }
    }

    private void two(String folder) {
        String max = files.text(folder + "cpu.max");
        if (max != null && !max.startsWith("max")) {
            int space = max.indexOf(' ');
            long period = space < 0 ? 100_000 : OsFiles.number(max, space + 1, 100_000);
            quota((double) OsFiles.number(max, 0, -1) / period);
        }
        String limit = files.text(folder + "memory.max");
        if (limit != null && !limit.startsWith("max")) {
            memory(OsFiles.number(limit, 0, -1));
        }
    }

    private void one(String controller, String folder) {
        if (controller.equals("cpu")) {
            long time = files.number(folder + "cpu.cfs_quota_us", -1);
            long period = files.number(folder + "cpu.cfs_period_us", 100_000);
            if (time > 0 && period > 0) {
                quota((double) time / period);
            }
        } else if (controller.equals("memory")) {
            memory(files.number(folder + "memory.limit_in_bytes", -1));
        }
    }

    private void quota(double value) {
        if (value > 0 && !(value >= quota)) {
            quota = value;
        }
    }

    private void memory(long value) {
        if (value > 0 && value < NO_LIMIT && (memory < 0 || value < memory)) {
            memory = value;
        }
    }
}
