package dev.adder.machine.discovery;

import dev.adder.machine.Connection;
import dev.adder.machine.Figure;
import dev.adder.machine.Kind;
import dev.adder.machine.Machine;
import dev.adder.machine.Property;
import dev.adder.machine.Unit;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can be said on systems other than Linux: Java's own view, and on macOS what {@code sysctl} tells. */
final class OtherSystem {
    private OtherSystem() {
    }

    static Machine describe() {
        Map<String, String> said = System.getProperty("os.name", "").startsWith("Mac") ? sysctl() : Map.of();
        List<Unit> units = new ArrayList<>();
        List<Connection> connections = new ArrayList<>();
        int threads = Runtime.getRuntime().availableProcessors();
        Map<Property, Figure> figures = new EnumMap<>(Property.class);
        figures.put(Property.SOCKETS, Figure.assumed(number(said, "hw.packages", 1), 0, "usual"));
        figures.put(Property.CORES, Figure.system(number(said, "hw.physicalcpu", threads)));
        figures.put(Property.THREADS, Figure.system(threads));
        String name = said.getOrDefault("machdep.cpu.brand_string",
                System.getenv().getOrDefault("PROCESSOR_IDENTIFIER", "unknown processor"));
        units.add(new Unit("processor", Kind.PROCESSOR, name, 1, figures, Map.of()));
        String nearer = null;
        int kinds = (int) number(said, "hw.nperflevels", 1);
        for (int kind = 0; kind < kinds; kind++) {
            String prefix = kinds > 1 ? "hw.perflevel" + kind + "." : "hw.";
            String suffix = kinds > 1 ? kind == 0 ? ".performance" : ".efficiency" : "";
            int count = (int) number(said, prefix + "physicalcpu", threads);
            units.add(new Unit("core" + suffix, Kind.CORE, suffix.isEmpty() ? "core" : suffix.substring(1) + " core",
                    count,
                    Map.of(Property.CORES, Figure.system(count)), Map.of()));
            nearer = nearer == null ? "core" + suffix : nearer;
            cache(units, said, prefix + "l1dcachesize", "L1d", 1, count, suffix);
            cache(units, said, prefix + "l2cachesize", "L2", 2, 1, suffix);
            cache(units, said, prefix + "l3cachesize", "L3", 3, 1, suffix);
        }
        Map<Property, Figure> memory = new EnumMap<>(Property.class);
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean bean) {
            memory.put(Property.CAPACITY, Figure.system(bean.getTotalMemorySize()));
            memory.put(Property.FREE, Figure.system(bean.getFreeMemorySize()));
        }
        memory.put(Property.PAGE, Figure.system(number(said, "hw.pagesize", 4096)));
        units.add(new Unit("memory", Kind.MEMORY, "main memory", 1, memory, Map.of()));
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("architecture", System.getProperty("os.arch"));
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("java", Runtime.version() + " (" + System.getProperty("java.vm.name") + ")");
        List<String> unseen = new ArrayList<>();
        unseen.add("On " + System.getProperty("os.name")
                + " only what Java and the system's own tools say is read: no disks, no networks, no sharing of caches.");
        Machine sketch = new Machine("", "", "", "", Map.of(), units, List.of(), List.of(), null, List.of(), List.of(),
                List.of(),
                List.of());
        for (Unit level : sketch.hierarchy()) {
            connections.add(new Connection(nearer + "-" + level.id(), nearer, level.id(), nearer + " to " + level.id(),
                    Map.of(),
                    Map.of()));
            nearer = level.id();
        }
        return new Machine(Integer.toHexString((name + threads + facts).hashCode()), "this computer",
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), "none", facts, units, connections, List.of(),
                        null, List.of(),
                List.of(), unseen, List.of());
    }

    private static void cache(List<Unit> units, Map<String, String> said, String key, String id, int level, int count,
            String suffix) {
        double size = number(said, key, 0);
        if (size <= 0) {
            return;
        }
        Map<Property, Figure> figures = new EnumMap<>(Property.class);
        figures.put(Property.CAPACITY, Figure.system(size));
        figures.put(Property.LINE, Figure.system(number(said, "hw.cachelinesize", 64)));
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("level", Integer.toString(level));
        facts.put("type", level == 1 ? "Data" : "Unified");
        if (!suffix.isEmpty()) {
            facts.put("cores", suffix.substring(1));
        }
        units.add(new Unit(suffix.equals(".efficiency") ? id + suffix : id, Kind.CACHE, id, count, figures, facts));
    }

    private static double number(Map<String, String> said, String key, double otherwise) {
        String text = said.get(key);
        try {
            return text == null ? otherwise : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private static Map<String, String> sysctl() {
        Map<String, String> said = new LinkedHashMap<>();
        try {
            Process process = new ProcessBuilder("/usr/sbin/sysctl", "hw",
                    "machdep.cpu").redirectErrorStream(true).start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.split("\n")) {
                int colon = line.indexOf(": ");
                if (colon > 0) {
                    said.put(line.substring(0, colon), line.substring(colon + 2).strip());
                }
            }
        } catch (IOException e) {
            return said;
        }
        return said;
    }
}
