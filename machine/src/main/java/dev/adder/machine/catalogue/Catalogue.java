package dev.adder.machine.catalogue;

import dev.adder.machine.Dimension;
import dev.adder.machine.Kind;
import dev.adder.machine.Machine;
import dev.adder.machine.Property;
import dev.adder.machine.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The known processors, read from the resource {@code processors.tsv}. */
public final class Catalogue {
    /** Measured figures may pass published limits by this much before they are doubted. */
    private static final double GRACE = 1.08;

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private Catalogue(String text) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (String line : text.split("\n")) {
            String[] fields = line.split("\t");
            switch (fields[0]) {
                case "source" -> sources.put(fields[1], fields[2]);
                case "cpu" -> {
                    int models = fields[3].lastIndexOf(' ');
                    String rest = models < 0 ? fields[3] : fields[3].substring(0, models);
                    boolean part = rest.equals("ARM part");
                    int family = part ? -1 : rest.lastIndexOf(' ');
                    entries.put(fields[1], new Entry(fields[1], fields[2], family < 0 ? rest : rest.substring(0,
                            family),
                            part ? fields[3].substring(models + 1) : family < 0 ? "" : rest.substring(family + 1),
                            part ? "" : fields[3].substring(models + 1), Map.of()));
                }
                case "figure" -> {
                    String source = sources.get(fields[5]);
                    if (source == null) {
                        throw new IllegalStateException("no source " + fields[5]);
                    }
                    entries.get(fields[1]).figures().put(fields[2] + "/" + fields[3],
                            new Entry.Published(Double.parseDouble(fields[4]), source));
                }
                default -> {
                }
            }
        }
    }

    /** The catalogue shipped with Adder. */
    public static Catalogue load() {
        try (InputStream in = Catalogue.class.getResourceAsStream("processors.tsv")) {
            if (in == null) {
                throw new IllegalStateException("processors.tsv is missing");
            }
            return new Catalogue(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** All entries in order. */
    public List<Entry> entries() {
        return new ArrayList<>(entries.values());
    }

    /** The entry with this id, or the only one whose id or name contains the text; null where there is none or more. */
    public Entry find(String text) {
        Entry exact = entries.get(text);
        if (exact != null) {
            return exact;
        }
        String wanted = text.toLowerCase(Locale.ROOT);
        Entry found = null;
        for (Entry entry : entries.values()) {
            if (entry.id().contains(wanted) || entry.name().toLowerCase(Locale.ROOT).contains(wanted)) {
                if (found != null) {
                    return null;
                }
                found = entry;
            }
        }
        return found;
    }

    /** The entry of a machine's own processor family, or null: an unknown processor. */
    public Entry match(Machine machine) {
        Unit processor = machine.unit("processor");
        if (processor == null) {
            return null;
        }
        Map<String, String> facts = processor.facts();
        for (Entry entry : entries.values()) {
            boolean arm = entry.vendor().equals("ARM part") && entry.family().equals(facts.get("part"));
            boolean x86 = entry.vendor().equals(facts.get("vendor")) && entry.family().equals(facts.get("family"))
                    && ("," + entry.models() + ",").contains("," + facts.get("model") + ",");
            if (arm || x86 || processor.name().equals(entry.name())) {
                return entry;
            }
        }
        return null;
    }

    /** Sentences about measured figures that this processor cannot reach; a figure is judged by the measured clock. */
    public static List<String> doubts(Machine machine, Entry entry) {
        List<String> doubts = new ArrayList<>();
        List<Unit> cores = machine.units(Kind.CORE);
        double clock = cores.isEmpty() ? Double.NaN : cores.getFirst().value(Property.CLOCK_NOW);
        if (Double.isNaN(clock)) {
            return doubts;
        }
        Unit core = cores.getFirst();
        above(doubts, machine, entry, "core", Property.VECTOR_FLOAT_OPS, core.value(Property.VECTOR_FLOAT_OPS),
                "core/float_ops_per_cycle", clock);
        Unit first = machine.unit("L1d");
        if (first != null) {
            above(doubts, machine, entry, "L1d", Property.READ, first.value(Property.READ), "core/load_bytes_per_cycle",
                    clock);
            above(doubts, machine, entry, "L1d", Property.WRITE, first.value(Property.WRITE),
                    "core/store_bytes_per_cycle",
                    clock);
        }
        Unit memory = machine.unit("memory");
        if (memory != null) {
            above(doubts, machine, entry, "memory", Property.READ_ALL, memory.value(Property.READ_ALL),
                    "memory/nominal", 1);
        }
        for (String level : new String[] {"L1d", "L2", "L3"}) {
            Unit unit = machine.unit(level);
            double cycles = entry.value(level + "/latency_cycles");
            if (unit != null && unit.value(Property.LATENCY) * clock * GRACE < cycles) {
                doubts.add("The latency of " + level + ", " + Dimension.SECONDS.format(unit.value(Property.LATENCY))
                        + ", is below the published " + Dimension.digits(cycles) + " cycles of " + entry.name() + " ("
                        + entry.source(level + "/latency_cycles") + "): it cannot be right.");
            }
        }
        return doubts;
    }

    private static void above(List<String> doubts, Machine machine, Entry entry, String unit, Property property,
            double measured,
            String key, double clock) {
        double limit = entry.value(key) * clock;
        if (measured > limit * GRACE) {
            doubts.add("The " + property.label() + " figure of " + unit + ", " + property.dimension().format(measured)
                    + ", is above what " + entry.name() + " can do, " + property.dimension().format(limit) + " ("
                            + entry.source(key)
                    + "): it cannot be right.");
        }
    }
}
