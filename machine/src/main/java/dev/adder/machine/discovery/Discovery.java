package dev.adder.machine.discovery;

import dev.adder.machine.Connection;
import dev.adder.machine.Dimension;
import dev.adder.machine.Figure;
import dev.adder.machine.Kind;
import dev.adder.machine.Machine;
import dev.adder.machine.Property;
import dev.adder.machine.Unit;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Describes the computer from the operating system's files alone; probes add measured figures later. */
public final class Discovery {
    private final OsFiles files;
    private final Topology topology;
    private final Limits limits;
    private final Map<String, String> facts = new LinkedHashMap<>();
    private final List<Unit> units = new ArrayList<>();
    private final List<Connection> connections = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();
    private final List<String> unseen = new ArrayList<>();
    private final List<String> root = new ArrayList<>();

    private Discovery(Path rootFolder, int processors) {
        files = new OsFiles(rootFolder);
        topology = new Topology(files, processors);
        limits = new Limits(files, topology.online);
    }

    /** This computer. */
    public static Machine here() {
        if (!System.getProperty("os.name", "").startsWith("Linux")) {
            return OtherSystem.describe();
        }
        return at(Path.of("/"), Runtime.getRuntime().availableProcessors());
    }

    /**
     * The computer whose {@code proc} and {@code sys} lie under a folder.
     *
     * @param processors what to believe where no file counts the processors
     */
    public static Machine at(Path rootFolder, int processors) {
        return new Discovery(rootFolder, processors).describe();
    }

    private Machine describe() {
        if (!topology.sys) {
            unseen.add("Without /sys the caches, the NUMA nodes and the sharing of cores cannot be seen.");
        }
        facts();
        processor();
        cores();
        caches();
        memory();
        new Devices(files, units, connections, unseen).describe();
        levels();
        sentences.addAll(limits.sentences);
        root.add("Root could read the model-specific registers (actual clocks, energy, cache partitions).");
        root.add("Root could read the memory modules' type and speed from DMI.");
        root.add("Root could empty the page cache, and so time the first read of a file through it.");
        String host = files.text("proc/sys/kernel/hostname");
        String model = units.getFirst().name();
        String id = key(host, model);
        return new Machine(id, host == null ? "this computer" : host, Instant.now().truncatedTo(ChronoUnit.SECONDS)
                .toString(),
                "none", facts, units, connections, List.of(), null, List.of(), sentences, unseen, root);
    }

    /** What makes a cached description one of this computer: 64 bits of FNV-1a over what discovery saw. */
    private String key(String host, String model) {
        String text = host + "|" + files.text("etc/machine-id") + "|" + model + "|" + topology.cpuinfo.get("stepping")
                + "|"
                + CpuList.text(limits.allowed) + "|" + limits.quota + "|" + limits.memory + "|"
                + (long) units.stream().mapToDouble(u -> u.value(Property.CAPACITY)).filter(v -> v > 0).sum() + "|"
                + Runtime.version();
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return String.format("%016x", hash);
    }

    private void facts() {
        fact("architecture", System.getProperty("os.arch"));
        String release = files.text("proc/sys/kernel/osrelease");
        fact("kernel", release == null ? null : "Linux " + release);
        fact("java", Runtime.version() + " (" + System.getProperty("java.vm.name") + ")");
        String flags = " " + topology.cpuinfo.getOrDefault("flags", "") + " ";
        if (flags.contains(" hypervisor ")) {
            String maker = files.text("sys/class/dmi/id/sys_vendor");
            fact("virtual machine", maker == null ? "yes" : maker);
            sentences.add("This is a virtual machine: clocks, caches and neighbours of the real one are partly hidden, "
                    + "and the last cache level may be shared with others.");
        }
        if (files.exists(".dockerenv") || files.exists("run/.containerenv")) {
            fact("container", "yes");
            sentences.add("This is a container: its limits, not the machine's, hold here.");
        }
    }

    private void fact(String key, String value) {
        if (value != null && !value.isEmpty()) {
            facts.put(key, value);
        }
    }

    private void processor() {
        Map<String, String> info = topology.cpuinfo;
        Map<Property, Figure> figures = new EnumMap<>(Property.class);
        figures.put(Property.SOCKETS, Figure.system(topology.sockets()));
        figures.put(Property.CORES, Figure.system(topology.cores()));
        int usable = limits.allowed.cardinality();
        figures.put(Property.THREADS, usable == topology.threads.size() ? Figure.system(usable)
                : Figure.system(usable, "of " + topology.threads.size() + ", by the CPU mask"));
        Map<String, String> unitFacts = new LinkedHashMap<>();
        put(unitFacts, "vendor", info.getOrDefault("vendor_id", ArmNames.vendor(info.get("CPU implementer"))));
        put(unitFacts, "family", info.get("cpu family"));
        put(unitFacts, "model", info.get("model"));
        put(unitFacts, "stepping", info.get("stepping"));
        put(unitFacts, "part", info.get("CPU part"));
        put(unitFacts, "threads", CpuList.text(limits.allowed));
        if (!Double.isNaN(limits.quota)) {
            put(unitFacts, "quota", Dimension.digits(limits.quota) + " processors");
        }
        String name = info.get("model name");
        if (name == null) {
            name = ArmNames.name(info.get("CPU implementer"), info.get("CPU part"));
        }
        if (name == null) {
            name = "unknown processor";
            unseen.add("The processor's name is nowhere to be read.");
        }
        units.add(new Unit("processor", Kind.PROCESSOR, name, topology.sockets(), figures, unitFacts));
    }

    private static void put(Map<String, String> map, String key, String value) {
        if (value != null && !value.isEmpty()) {
            map.put(key, value);
        }
    }

    private void cores() {
        for (Map.Entry<String, List<Topology.Thread>> kind : topology.kinds().entrySet()) {
            List<Topology.Thread> threads = kind.getValue();
            BitSet cpus = new BitSet();
            BitSet heads = new BitSet();
            long clock = -1;
            for (Topology.Thread thread : threads) {
                cpus.set(thread.cpu());
                heads.set(thread.socket() * 8192 + thread.core());
                clock = Math.max(clock, thread.maxKilohertz());
            }
            Map<Property, Figure> figures = new EnumMap<>(Property.class);
            figures.put(Property.CORES, Figure.system(heads.cardinality()));
            figures.put(Property.THREADS, Figure.system(threads.size()));
            if (clock > 0) {
                figures.put(Property.CLOCK_MAX, Figure.system(clock * 1e3));
            }
            double shown = OsFiles.real(topology.cpuinfo.get("cpu MHz")) * 1e6;
            if (shown > 0) {
                figures.put(Property.CLOCK_BASE, Figure.system(shown, "as the kernel shows it"));
            }
            int bits = vectorBits();
            if (bits > 0) {
                figures.put(Property.VECTOR_BITS, Figure.system(bits));
            }
            Map<String, String> coreFacts = new LinkedHashMap<>();
            coreFacts.put("threads", CpuList.text(cpus));
            coreFacts.put("instructions", instructions());
            boolean plain = kind.getKey().isEmpty();
            units.add(new Unit(plain ? "core" : "core." + kind.getKey(), Kind.CORE, plain ? "core" : kind.getKey()
                    + " core",
                    heads.cardinality(), figures, coreFacts));
        }
    }

    private int vectorBits() {
        String flags = " " + topology.cpuinfo.getOrDefault("flags", topology.cpuinfo.getOrDefault("Features", ""))
                + " ";
        return flags.contains(" avx512f ") ? 512 : flags.contains(" avx2 ") ? 256
                : flags.contains(" sse2 ") || flags.contains(" asimd ") ? 128 : 0;
    }

    private String instructions() {
        String flags = " " + topology.cpuinfo.getOrDefault("flags", topology.cpuinfo.getOrDefault("Features", ""))
                + " ";
        StringBuilder out = new StringBuilder();
        for (String flag : new String[] {"sse2", "sse4_2", "avx", "avx2", "fma", "avx512f", "amx_tile", "asimd", "sve",
                "sve2", "bmi2",
            "aes", "sha_ni"}) {
            if (flags.contains(" " + flag + " ")) {
                out.append(out.isEmpty() ? "" : " ").append(flag);
            }
        }
        return out.toString();
    }

    private void caches() {
        for (Topology.Cache cache : topology.caches) {
            String letter = cache.type().equals("Data") ? "d" : cache.type().equals("Instruction") ? "i" : "";
            String id = "L" + cache.level() + letter;
            boolean second = false;
            for (Unit unit : units) {
                second |= unit.id().equals(id);
            }
            Map<Property, Figure> figures = new EnumMap<>(Property.class);
            figures.put(Property.CAPACITY, Figure.system(cache.size()));
            figures.put(Property.LINE, Figure.system(cache.line()));
            if (cache.ways() > 0) {
                figures.put(Property.WAYS, Figure.system(cache.ways()));
            }
            Map<String, String> cacheFacts = new LinkedHashMap<>();
            cacheFacts.put("level", Integer.toString(cache.level()));
            cacheFacts.put("type", cache.type());
            StringBuilder shared = new StringBuilder();
            for (BitSet set : cache.shared()) {
                shared.append(shared.isEmpty() ? "" : "; ").append(CpuList.text(set));
            }
            cacheFacts.put("shared by", shared.toString());
            if (second) {
                cacheFacts.put("cores", smaller(id, cache.size()) ? "efficiency" : "performance");
            }
            units.add(new Unit(second ? id + "." + cache.size() / 1024 + "K" : id, Kind.CACHE, id,
                    cache.shared().size(), figures,
                    cacheFacts));
        }
        if (topology.sys && topology.caches.isEmpty()) {
            unseen.add("The kernel lists no caches here; probes can still show where the levels end.");
        }
    }

    private boolean smaller(String id, long size) {
        for (Unit unit : units) {
            if (unit.id().equals(id)) {
                return size < unit.value(Property.CAPACITY);
            }
        }
        return false;
    }

    private void memory() {
        long total = -1;
        long free = -1;
        long huge = -1;
        for (String line : files.lines("proc/meminfo")) {
            long value = OsFiles.number(line.substring(line.indexOf(':') + 1).strip(), 0, -1) * 1024;
            if (line.startsWith("MemTotal:")) {
                total = value;
            } else if (line.startsWith("MemAvailable:")) {
                free = value;
            } else if (line.startsWith("Hugepagesize:")) {
                huge = value;
            }
        }
        Map<Property, Figure> figures = new EnumMap<>(Property.class);
        if (total > 0) {
            // The NUMA node's own file can be wrong in a virtual machine; /proc/meminfo is what is believed.
            figures.put(Property.CAPACITY, limits.memory > 0 && limits.memory < total
                    ? Figure.system(limits.memory, "by the cgroup limit, of " + Dimension.BYTES.format(total))
                            : Figure.system(total));
            if (free > 0) {
                figures.put(Property.FREE, Figure.system(Math.min(free, limits.memory > 0 ? limits.memory : free)));
            }
        } else {
            unseen.add("/proc/meminfo cannot be read: the memory's size is what Java says.");
            long said = java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                    instanceof com.sun.management.OperatingSystemMXBean bean ? bean.getTotalMemorySize() : -1;
            if (said > 0) {
                figures.put(Property.CAPACITY, Figure.system(said, "as Java says"));
            }
        }
        figures.put(Property.PAGE, Figure.assumed(4096, 0, "usual"));
        Map<String, String> memoryFacts = new LinkedHashMap<>();
        String pages = files.text("sys/kernel/mm/transparent_hugepage/enabled");
        if (pages != null) {
            int open = pages.indexOf('[');
            int close = pages.indexOf(']');
            memoryFacts.put("transparent huge pages", open >= 0 && close > open ? pages.substring(open + 1, close)
                    : pages);
        }
        if (huge > 0) {
            figures.put(Property.HUGE_PAGE, Figure.system(huge));
        }
        units.add(new Unit("memory", Kind.MEMORY, "main memory", 1, figures, memoryFacts));
        for (String name : files.names("sys/devices/system/node")) {
            if (name.startsWith("node") && name.length() > 4 && Character.isDigit(name.charAt(4))) {
                node(name, total);
            }
        }
    }

    private void node(String name, long total) {
        String base = "sys/devices/system/node/" + name + "/";
        Map<Property, Figure> figures = new EnumMap<>(Property.class);
        for (String line : files.lines(base + "meminfo")) {
            int at = line.indexOf("MemTotal:");
            if (at >= 0) {
                long size = OsFiles.number(line.substring(at + 9).strip(), 0, -1) * 1024;
                figures.put(Property.CAPACITY, Figure.system(size, total > 0 && Math.abs(size - total) > total / 10
                        && files.names("sys/devices/system/node").stream().filter(n -> n.matches("node\\d+"))
                                .count() == 1
                        ? "contradicts /proc/meminfo, which is believed" : ""));
            }
        }
        Map<String, String> nodeFacts = new LinkedHashMap<>();
        put(nodeFacts, "threads", files.text(base + "cpulist"));
        put(nodeFacts, "distances", files.text(base + "distance"));
        units.add(new Unit("numa." + name.substring(4), Kind.NUMA, "NUMA node " + name.substring(4), 1, figures,
                nodeFacts));
    }

    /** Connections core - L1 - L2 - L3 - memory, and between sockets. */
    private void levels() {
        String nearer = "core";
        for (Unit unit : units) {
            if (unit.kind() == Kind.CORE) {
                nearer = unit.id();
                break;
            }
        }
        Machine sketch = new Machine("", "", "", "", Map.of(), units, List.of(), List.of(), null, List.of(), List.of(),
                List.of(),
                List.of());
        List<Connection> paths = new ArrayList<>();
        for (Unit level : sketch.hierarchy()) {
            paths.add(new Connection(nearer + "-" + level.id(), nearer, level.id(), nearer + " to " + level.id(),
                    Map.of(), Map.of()));
            nearer = level.id();
        }
        if (topology.sockets() > 1) {
            unseen.add("Between sockets the hand-over of lines is measured, not the bandwidth.");
            paths.add(new Connection("socket-socket", "processor", "processor", "socket to socket", Map.of(),
                    Map.of()));
        }
        if (limits.allowed.cardinality() > 1) {
            paths.add(new Connection("core-core", "core", "core", "core to core", Map.of(), Map.of()));
        }
        connections.addAll(0, paths);
    }
}
