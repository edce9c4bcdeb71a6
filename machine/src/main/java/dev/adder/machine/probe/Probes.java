package dev.adder.machine.probe;

import dev.adder.machine.Connection;
import dev.adder.machine.Curve;
import dev.adder.machine.Dimension;
import dev.adder.machine.Figure;
import dev.adder.machine.Kind;
import dev.adder.machine.Machine;
import dev.adder.machine.Property;
import dev.adder.machine.Unit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Measures a discovered machine: child JVM for arithmetic and memory, disks and network from here. */
public final class Probes {
    private final Machine machine;
    private final Effort effort;
    private final Consumer<String> progress;
    private final Map<String, Map<Property, Figure>> figures = new LinkedHashMap<>();
    private final Map<Property, Map<Integer, TreeMap<Double, Figure>>> curves = new LinkedHashMap<>();
    private final Map<Integer, Map<Integer, Double>> handover = new TreeMap<>();
    private final List<String> unseen;
    private double used;

    private Probes(Machine machine, Effort effort, Consumer<String> progress) {
        this.machine = machine;
        this.effort = effort;
        this.progress = progress;
        unseen = new ArrayList<>(machine.unseen());
    }

    /** The machine with measured figures; what could not be measured is among its unseen. */
    public static Machine measure(Machine machine, Effort effort, Consumer<String> progress) {
        Probes probes = new Probes(machine, effort, progress);
        Company company = new Company();
        probes.outside();
        probes.child();
        // Once more: half a minute later a disk may be another one.
        probes.outside();
        probes.widen(company.share(probes.used));
        return probes.merged();
    }

    private void outside() {
        disks();
        loopback();
    }

    /** Figures of what all share are as unsure as others were busy. */
    private void widen(double share) {
        if (share < 0.05) {
            return;
        }
        unseen.add("Other work took " + Math.round(share * 100)
                + "% of the processors meanwhile: figures of shared units (memory, disks, network, all cores) are "
                + "less sure.");
        for (Map.Entry<String, Map<Property, Figure>> unit : figures.entrySet()) {
            for (Map.Entry<Property, Figure> entry : unit.getValue().entrySet()) {
                Figure figure = entry.getValue();
                double least = share * exposure(unit.getKey(), entry.getKey());
                if (figure.error() < least) {
                    entry.setValue(Figure.probe(figure.value(), least, figure.note()));
                }
            }
        }
    }

    /**
     * How much of other work's share a figure has to be doubted by: from twenty repeats on two cores of which others
     * took
     * four fifths. What lies in one core's own caches is not touched.
     */
    private double exposure(String unit, Property property) {
        boolean all = property.id().endsWith("_all");
        List<Unit> levels = machine.hierarchy();
        int level = -1;
        for (int i = 0; i < levels.size(); i++) {
            level = levels.get(i).id().equals(unit) ? levels.size() - 1 - i : level;
        }
        boolean scattered = property == Property.LATENCY || property == Property.LATENCY_SMALL
                || property == Property.RANDOM
                || property == Property.UPDATE || property == Property.RANDOM_ALL;
        if (unit.startsWith("disk.") || unit.startsWith("network.")) {
            return 1.3;
        }
        if (level == 0) {
            return scattered ? 0.25 : all ? 1.0 : 0.15;
        }
        return level == 1 ? all ? 0.5 : 0.25 : all ? 0.4 : 0;
    }

    /** Said once, however often it is met. */
    private void unseen(String sentence) {
        if (!unseen.contains(sentence)) {
            unseen.add(sentence);
        }
    }

    private Map<Property, Figure> of(String unit) {
        return figures.computeIfAbsent(unit, u -> new EnumMap<>(Property.class));
    }

    private void child() {
        Unit processor = machine.unit("processor");
        Unit memory = machine.unit("memory");
        double free = memory == null ? Double.NaN : memory.value(Property.FREE);
        if (Double.isNaN(free)) {
            free = 512L << 20;
        }
        List<String> command = child((256L << 20) + (long) Math.min(effort.mostMemory(), free / 4));
        command.add(ProbeMain.class.getName());
        command.add(effort.text());
        command.add(processor.facts().getOrDefault("threads", "0"));
        Unit core = machine.units(Kind.CORE).isEmpty() ? null : machine.units(Kind.CORE).getFirst();
        String instructions = core == null ? "" : " " + core.facts().getOrDefault("instructions", "") + " ";
        command.add(Boolean.toString(instructions.contains(" fma ") || instructions.contains(" asimd ")
                || "aarch64".equals(machine.facts().get("architecture"))));
        command.add(Long.toString((long) free));
        for (Unit level : machine.hierarchy()) {
            command.add(level.id() + "=" + (long) level.value(Property.CAPACITY));
        }
        try {
            Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            process.getOutputStream().close();
            boolean ended = false;
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(),
                    StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    ended |= line.equals("E");
                    take(line.split("\t", -1));
                }
            } finally {
                process.destroy();
            }
            if (!ended) {
                unseen.add("The process that measures ended early; what it had measured is shown.");
            }
        } catch (IOException e) {
            unseen.add("No process could be started to measure arithmetic and memory: " + e.getMessage() + ".");
        }
    }

    /**
     * The beginning of a command for a child JVM that may use the Vector API and native memory; a main class follows.
     * Compilation waits (-Xbatch), so that no sample runs half-compiled code.
     */
    public static List<String> child(long heap) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xlog:disable");
        command.add("-Xlog:all=error:stderr");
        command.add("-Xbatch");
        command.add("-XX:+UseSerialGC");
        command.add("-XX:+UseCompactObjectHeaders");
        command.add("-XX:+UseTransparentHugePages");
        command.add("-Xmx" + (heap >> 20) + "m");
        command.add("--add-modules=jdk.incubator.vector");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-cp");
        command.add(classPath());
        return command;
    }

    /** Where these classes lie. */
    private static String classPath() {
        try {
            return Path.of(Probes.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (java.net.URISyntaxException | RuntimeException e) {
            return System.getProperty("java.class.path");
        }
    }

    private void take(String[] fields) {
        switch (fields[0]) {
            case "P" -> progress.accept(fields[1]);
            case "U" -> used = Double.parseDouble(fields[1]);
            case "N" -> unseen(fields[1]);
            case "F" -> {
                Property property = Property.of(fields[2]);
                best(of(fields[1]), property, Figure.probe(Double.parseDouble(fields[3]),
                        Double.parseDouble(fields[4]), fields[5]));
            }
            case "C" -> curves.computeIfAbsent(Property.of(fields[1]), k -> new TreeMap<>())
                    .computeIfAbsent(Integer.parseInt(fields[2]), k -> new TreeMap<>())
                    .merge(Double.parseDouble(fields[3]), Figure.probe(Double.parseDouble(fields[4]),
                            Double.parseDouble(fields[5])), (a, b) -> best(Property.of(fields[1]), a, b));
            case "H" -> handover.computeIfAbsent(Integer.parseInt(fields[1]), k -> new TreeMap<>())
                    .merge(Integer.parseInt(fields[2]), Double.parseDouble(fields[3]), Math::min);
            default -> {
            }
        }
    }

    private static void best(Map<Property, Figure> known, Property property, Figure figure) {
        known.merge(property, figure, (a, b) -> best(property, a, b));
    }

    /** The better of two measurements of what one core or all can do; how far they lie apart is in its error. */
    private static Figure best(Property property, Figure a, Figure b) {
        Figure better = (property.dimension() == Dimension.SECONDS) == a.value() < b.value() ? a : b;
        double apart = Math.abs(a.value() - b.value()) / better.value();
        return Figure.probe(better.value(), Math.max(apart, Math.max(a.error(), b.error())), better.note());
    }

    /** The mean of two measurements of what others serve, who are fast and slow in turn. */
    private static void mean(Map<Property, Figure> known, Map<Property, Figure> more) {
        for (Map.Entry<Property, Figure> entry : more.entrySet()) {
            known.merge(entry.getKey(), entry.getValue(), (a, b) -> {
                double mean = (a.value() + b.value()) / 2;
                return Figure.probe(mean, Math.max(Math.abs(a.value() - b.value()) / mean,
                        Math.max(a.error(), b.error())), a.note());
            });
        }
    }

    /** A disk is measured through the first folder on it that can be written. */
    private void disks() {
        for (Unit disk : machine.units(Kind.DISK)) {
            Path folder = null;
            for (String mount : disk.facts().getOrDefault("mounted", "").split(" ")) {
                for (String below : new String[] {"", "tmp", "var/tmp"}) {
                    Path candidate = Path.of(mount.isEmpty() ? "/" : mount).resolve(below);
                    if (folder == null && !mount.isEmpty() && Files.isWritable(candidate) && on(candidate, disk)) {
                        folder = candidate;
                    }
                }
            }
            if (folder == null) {
                unseen("The disk " + disk.name() + " was not measured: no folder on it can be written.");
                continue;
            }
            progress.accept("disk " + disk.name());
            DiskProbe probe = new DiskProbe(effort, folder);
            mean(of(disk.id()), probe.run());
            if (!probe.warning().isEmpty()) {
                unseen(probe.warning());
            }
        }
    }

    /** Whether a folder lies on a disk, and not on another file system mounted over it. */
    private static boolean on(Path folder, Unit disk) {
        try {
            return Files.getFileStore(folder).name().startsWith("/dev/" + disk.id().substring("disk.".length()));
        } catch (IOException e) {
            return false;
        }
    }

    private void loopback() {
        progress.accept("loopback");
        try {
            mean(of("network.lo"), NetworkProbe.loopback(effort));
        } catch (IOException e) {
            unseen("Loopback could not be measured: " + e.getMessage() + ".");
        }
    }

    private Machine merged() {
        List<Unit> units = new ArrayList<>();
        for (Unit unit : machine.units()) {
            Map<Property, Figure> more = figures.get(unit.id());
            if (unit.kind() == Kind.CORE && unit == machine.units(Kind.CORE).getFirst()) {
                more = figures.get("core");
            }
            units.add(more == null ? unit : unit.with(more));
        }
        if (figures.containsKey("tlb")) {
            units.add(new Unit("tlb", Kind.TLB, "translation buffers", 1, figures.get("tlb"), Map.of()));
        }
        List<Connection> connections = new ArrayList<>();
        for (Connection connection : machine.connections()) {
            Map<Property, Figure> more = new EnumMap<>(Property.class);
            more.putAll(figures.getOrDefault(connection.id(), Map.of()));
            Map<Property, Figure> far = figures.get(connection.to());
            if (far != null) {
                ends(far, more);
            }
            connections.add(more.isEmpty() ? connection : connection.with(more));
        }
        List<Curve> drawn = new ArrayList<>();
        curves.forEach((property, byCores) -> byCores.forEach((cores, points) -> drawn.add(
                curve(property, cores, points))));
        return machine.with(units, connections, drawn, matrix(), Instant.now().truncatedTo(ChronoUnit.SECONDS)
                .toString(),
                effort.text(), unseen);
    }

    private static Curve curve(Property property, int cores, TreeMap<Double, Figure> points) {
        double[] sizes = new double[points.size()];
        double[] values = new double[points.size()];
        double[] errors = new double[points.size()];
        int i = 0;
        for (Map.Entry<Double, Figure> point : points.entrySet()) {
            sizes[i] = point.getKey();
            values[i] = point.getValue().value();
            errors[i++] = point.getValue().error();
        }
        return new Curve(property, cores, sizes, values, errors);
    }

    /** A way to a memory is as fast as reading that memory, and as slow to answer. */
    private static void ends(Map<Property, Figure> far, Map<Property, Figure> more) {
        Property[][] same = {{Property.READ, Property.BANDWIDTH}, {Property.READ_ALL, Property.BANDWIDTH_ALL},
            {Property.LATENCY, Property.LATENCY}, {Property.DISK_READ, Property.BANDWIDTH}};
        for (Property[] pair : same) {
            Figure figure = far.get(pair[0]);
            if (figure != null) {
                more.put(pair[1], figure);
            }
        }
    }

    private Machine.Handover matrix() {
        if (handover.isEmpty()) {
            return null;
        }
        TreeSet<Integer> cpus = new TreeSet<>(handover.keySet());
        int[] numbers = cpus.stream().mapToInt(Integer::intValue).toArray();
        double[][] seconds = new double[numbers.length][numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            for (int j = 0; j < numbers.length; j++) {
                seconds[i][j] = i == j ? 0 : handover.get(numbers[i]).getOrDefault(numbers[j], Double.NaN);
            }
        }
        return new Machine.Handover(numbers, seconds);
    }

}
