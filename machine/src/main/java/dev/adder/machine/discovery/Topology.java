package dev.adder.machine.discovery;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Threads, cores, sockets and caches as the kernel lists them; {@code /proc/cpuinfo} fills in where {@code /sys} is
 * missing.
 */
final class Topology {
    /** One hardware thread. */
    record Thread(int cpu, int socket, int core, long maxKilohertz, long capacity) {
    }

    /** One kind of cache: all instances with equal level, type and size, and who shares each instance. */
    record Cache(int level, String type, long size, long line, long ways, long sets, List<BitSet> shared) {
    }

    final BitSet online;
    final List<Thread> threads = new ArrayList<>();
    final List<Cache> caches = new ArrayList<>();
    final Map<String, String> cpuinfo;
    final boolean sys;

    private final OsFiles files;
    private final List<Map<String, String>> processors = new ArrayList<>();

    Topology(OsFiles files, int processorsOfJava) {
        this.files = files;
        readCpuinfo();
        cpuinfo = processors.isEmpty() ? Map.of() : processors.getFirst();
        BitSet listed = CpuList.parse(files.text("sys/devices/system/cpu/online"));
        sys = listed != null && !listed.isEmpty();
        if (sys) {
            online = listed;
        } else {
            online = new BitSet();
            int count = processors.isEmpty() ? processorsOfJava : processors.size();
            online.set(0, count);
        }
        for (int cpu = online.nextSetBit(0); cpu >= 0; cpu = online.nextSetBit(cpu + 1)) {
            threads.add(thread(cpu));
            readCaches(cpu);
        }
        caches.sort((a, b) -> a.level != b.level ? Integer.compare(a.level, b.level) : a.type.compareTo(b.type));
    }

    private void readCpuinfo() {
        Map<String, String> current = null;
        for (String line : files.lines("proc/cpuinfo")) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                continue;
            }
            String key = line.substring(0, colon).strip();
            // On ARM 'Hardware' and the like follow the last block; on x86 and ARM alike a block begins with
            // 'processor'.
            if (key.equals("processor") || current == null) {
                current = new LinkedHashMap<>();
                processors.add(current);
            }
            current.putIfAbsent(key, line.substring(colon + 1).strip());
        }
    }

    private Thread thread(int cpu) {
        String base = "sys/devices/system/cpu/cpu" + cpu + "/";
        int at = Math.min(cpu, processors.size() - 1);
        Map<String, String> info = at < 0 ? Map.of() : processors.get(at);
        long socket = files.number(base + "topology/physical_package_id", -1);
        if (socket < 0) {
            socket = OsFiles.number(info.getOrDefault("physical id", "0"), 0, 0);
        }
        long core = files.number(base + "topology/core_id", -1);
        if (core < 0) {
            core = OsFiles.number(info.getOrDefault("core id", ""), 0, cpu);
        }
        // Two clusters of one package can number their cores alike; the first sibling tells them apart.
        BitSet siblings = CpuList.parse(files.text(base + "topology/thread_siblings_list"));
        if (siblings != null && !siblings.isEmpty()) {
            core = siblings.nextSetBit(0);
        }
        return new Thread(cpu, (int) socket, (int) core, files.number(base + "cpufreq/cpuinfo_max_freq", -1),
                files.number(base + "cpu_capacity", -1));
    }

    private void readCaches(int cpu) {
        String base = "sys/devices/system/cpu/cpu" + cpu + "/cache/";
        for (String name : files.names(base)) {
            if (!name.startsWith("index")) {
                continue;
            }
            String index = base + name + "/";
            int level = (int) files.number(index + "level", -1);
            String type = files.text(index + "type");
            long size = files.size(index + "size");
            if (level < 0 || type == null || size <= 0) {
                continue;
            }
            BitSet shared = CpuList.parse(files.text(index + "shared_cpu_list"));
            if (shared == null || shared.isEmpty()) {
                shared = new BitSet();
                shared.set(cpu);
            }
            add(new Cache(level, type, size, files.number(index + "coherency_line_size", 64),
                    files.number(index + "ways_of_associativity", 0), files.number(index + "number_of_sets", 0),
                    new ArrayList<>(List.of(shared))));
        }
    }

    private void add(Cache cache) {
        for (Cache known : caches) {
            if (known.level == cache.level && known.type.equals(cache.type) && known.size == cache.size) {
                if (!known.shared.contains(cache.shared.getFirst())) {
                    known.shared.add(cache.shared.getFirst());
                }
                return;
            }
        }
        caches.add(cache);
    }

    int sockets() {
        Set<Integer> seen = new HashSet<>();
        for (Thread thread : threads) {
            seen.add(thread.socket);
        }
        return seen.size();
    }

    int cores() {
        Set<Long> seen = new HashSet<>();
        for (Thread thread : threads) {
            seen.add((long) thread.socket << 32 | thread.core);
        }
        return seen.size();
    }

    /** Threads by kind of core: one entry unless the kernel tells capacities or maximum clocks apart. */
    Map<String, List<Thread>> kinds() {
        BitSet atoms = CpuList.parse(files.text("sys/devices/cpu_atom/cpus"));
        long most = 0;
        long least = Long.MAX_VALUE;
        for (Thread thread : threads) {
            most = Math.max(most, thread.capacity);
            least = Math.min(least, thread.capacity);
        }
        Map<String, List<Thread>> kinds = new LinkedHashMap<>();
        for (Thread thread : threads) {
            boolean small = atoms != null ? atoms.get(thread.cpu) : least > 0 && least < most
                    && thread.capacity == least;
            boolean mixed = atoms != null || least > 0 && least < most;
            kinds.computeIfAbsent(!mixed ? "" : small ? "efficiency" : "performance",
                    k -> new ArrayList<>()).add(thread);
        }
        return kinds;
    }
}
